/// The sum; nil where it does not fit in an integer.
@inlinable
public func checkedSum(_ terms: some Sequence<Int>) -> Int? {
    var sum = 0
    for term in terms {
        let (next, overflow) = sum.addingReportingOverflow(term)
        if overflow { return nil }
        sum = next
    }
    return sum
}

/// The product, 1 for no factors; nil where it does not fit in an integer.
///
/// A factor of zero does not hide an overflow of the others: whatever is counted here can be multiplied over any of the
/// factors without a check.
@inlinable
public func checkedProduct(_ factors: some Sequence<Int>) -> Int? {
    var product = 1
    var hasZero = false
    for factor in factors {
        if factor == 0 {
            hasZero = true
            continue
        }
        let (next, overflow) = product.multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        product = next
    }
    return hasZero ? 0 : product
}

/// Arithmetic on sizes that throws where the result does not fit in an integer.
enum CheckedArithmetic {
    static func add(_ a: Int, _ b: Int) throws(EngineError) -> Int {
        let (sum, overflow) = a.addingReportingOverflow(b)
        if overflow { throw .sizeOverflow("\(a) + \(b)") }
        return sum
    }

    static func subtract(_ a: Int, _ b: Int) throws(EngineError) -> Int {
        let (difference, overflow) = a.subtractingReportingOverflow(b)
        if overflow { throw .sizeOverflow("\(a) − \(b)") }
        return difference
    }

    static func multiply(_ a: Int, _ b: Int) throws(EngineError) -> Int {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        if overflow { throw .sizeOverflow("\(a) · \(b)") }
        return product
    }

    /// Division by a positive number that rounds down for any sign of the dividend.
    static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-(a + 1)) / b) - 1 }

    /// Division by a positive number that rounds up for any sign of the dividend.
    static func ceilDivide(_ a: Int, _ b: Int) -> Int { a > 0 ? (a - 1) / b + 1 : a / b }
}
