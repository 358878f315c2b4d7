/// The hashes that CPython gives to numbers and tuples of them, on which the order of a set depends.
///
/// Source: the section on hashing of numeric types in Python's documentation of its built-in types; a tuple's hash is xxHash's.
enum PythonHash {
    private static let modulus = UInt64(1) << 61 - 1

    /// The hash of a value; nil where CPython's differs from one run to the next, as that of a string does.
    static func of(_ value: Value) -> Int? {
        switch value {
        case .bool(let truth): truth ? 1 : 0
        case .int(let number): of(number)
        case .big(let number): of(number)
        case .float(let number): number.isNaN ? nil : of(number)
        case .tuple(let items): tuple(items)
        case .set(let set) where set.isFrozen: set.frozenHash
        case .host(let object): object.asKey.flatMap { of($0) }
        default: nil
        }
    }

    private static func signed(_ magnitude: UInt64, isNegative: Bool) -> Int {
        let hash = isNegative ? -Int(magnitude) : Int(magnitude)
        return hash == -1 ? -2 : hash
    }

    private static func of(_ number: Int) -> Int {
        signed(UInt64(number.magnitude) % modulus, isNegative: number < 0)
    }

    private static func of(_ number: BigInt) -> Int {
        var rest: UInt64 = 0
        for digit in number.digits.reversed() {
            // 2^61 is 1 modulo the modulus, so that the upper bits are added to the lower ones.
            let wide = rest.multipliedFullWidth(by: 1 << 32)
            let (high, low) = (wide.high << 3 | wide.low >> 61, wide.low & modulus)
            rest = (high + low + UInt64(digit)) % modulus
        }
        return signed(rest, isNegative: number.isNegative)
    }

    private static func of(_ number: Double) -> Int {
        if number.isInfinite { return number > 0 ? 314159 : -314159 }
        if let whole = Int(exactly: number) { return of(whole) }
        if number == number.rounded(.towardZero) { return of(BigInt(number)) }
        // significand · 2^exponent, with multiplication by 2 as a rotation of 61 bits.
        let bits = number.magnitude.significandBitPattern | (number.isNormal ? 1 << 52 : 0)
        let exponent = Int(number.isNormal ? number.exponentBitPattern : 1) - 1075
        let shift = UInt64(((exponent % 61) + 61) % 61)
        let rotated = shift == 0 ? bits : ((bits << shift) & modulus) | bits >> (61 - shift)
        return signed(rotated % modulus, isNegative: number < 0)
    }

    /// The hash of a tuple whose items hash to what a function says; nil where it says nothing of one.
    static func tuple(_ items: [Value], _ hash: (Value) -> Int? = { of($0) }) -> Int? {
        let (first, second, fifth): (UInt64, UInt64, UInt64) = (
            11_400_714_785_074_694_791, 14_029_467_366_897_019_727, 2_870_177_450_012_600_261
        )
        var sum = fifth
        for item in items {
            guard let lane = hash(item) else { return nil }
            sum = sum &+ UInt64(bitPattern: Int64(lane)) &* second
            sum = (sum << 31 | sum >> 33) &* first
        }
        sum = sum &+ (UInt64(items.count) ^ (fifth ^ 3_527_539))
        return sum == .max ? 1_546_275_796 : Int(Int64(bitPattern: sum))
    }

    static func frozen(_ members: SetTable) -> Int? {
        var hash: UInt64 = 0
        for member in members.elements {
            guard let one = of(member.value) else { return nil }
            let bits = UInt64(bitPattern: Int64(one))
            hash ^= (bits ^ 89_869_747 ^ (bits << 16)) &* 3_644_798_167
        }
        hash ^= (UInt64(members.count) &+ 1) &* 1_927_868_237
        hash ^= (hash >> 11) ^ (hash >> 25)
        hash = hash &* 69069 &+ 907_133_923
        return hash == .max ? 590_923_713 : Int(Int64(bitPattern: hash))
    }
}
