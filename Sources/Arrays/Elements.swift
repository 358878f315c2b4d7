import TensorEngine

/// Loops over the elements of large arrays. They look at the interrupt now and then, so that Ctrl-C stops them.
enum Elements {
    private static let piece = 1 << 16

    /// Runs a body for one piece of `0..<count` after the other.
    /// - Throws: `interrupted`, and what the body throws.
    static func inPieces(_ count: Int, _ body: (Range<Int>) throws(EngineError) -> Void) throws(EngineError) {
        for start in stride(from: 0, to: count, by: piece) {
            try Interrupt.check()
            try body(start..<min(start + piece, count))
        }
    }

    /// So many elements, each made from its index.
    /// - Throws: `interrupted`.
    static func make<Element>(_ count: Int, _ element: (Int) -> Element) throws(EngineError) -> [Element] {
        var made: [Element] = []
        made.reserveCapacity(count)
        try inPieces(count) { for index in $0 { made.append(element(index)) } }
        return made
    }

    /// A function of each element.
    /// - Throws: `interrupted`.
    static func map<Element, Result>(
        _ elements: UnsafeBufferPointer<Element>, _ function: (Element) -> Result
    ) throws(EngineError) -> [Result] {
        try make(elements.count) { function(elements[$0]) }
    }

    /// A function of each element of an array.
    /// - Throws: `interrupted`.
    static func map<Element, Result>(
        _ elements: [Element], _ function: (Element) -> Result
    ) throws(EngineError) -> [Result] {
        try make(elements.count) { function(elements[$0]) }
    }

    /// A function of each two elements that stand at the same place; a single one stands beside all of the others.
    /// - Throws: `interrupted`.
    static func combine<Element, Result>(
        _ left: UnsafeBufferPointer<Element>, _ right: UnsafeBufferPointer<Element>, _ count: Int,
        _ function: (Element, Element) -> Result
    ) throws(EngineError) -> [Result] {
        if left.count == 1, count > 1 {
            let single = left[0]
            return try make(count) { function(single, right[$0]) }
        }
        if right.count == 1, count > 1 {
            let single = right[0]
            return try make(count) { function(left[$0], single) }
        }
        return try make(count) { function(left[$0], right[$0]) }
    }

    /// The indices at which a condition is true.
    /// - Throws: `interrupted`.
    static func places(of truths: [Bool]) throws(EngineError) -> [Int] {
        var places: [Int] = []
        try inPieces(truths.count) { for index in $0 where truths[index] { places.append(index) } }
        return places
    }
}
