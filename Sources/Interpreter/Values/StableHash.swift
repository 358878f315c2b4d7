/// What `hash` answers: CPython's numbers where those are the same in each of its runs, otherwise numbers that are the same
/// in each run here.
enum StableHash {
    /// The hash of a value that can be a key.
    static func of(_ value: Value) -> Int {
        if let known = PythonHash.of(value) { return known }
        switch value {
        case .string(let text): return hash(of: Array(text.utf8))
        case .bytes(let bytes): return hash(of: bytes)
        case .tuple(let items): return PythonHash.tuple(items) { of($0) } ?? 0
        case .set(let set): return set.members.elements.reduce(1_927_868_237) { $0 ^ (of($1.value) &* 3_644_798_167) }
        case .host(let object): return of(object)
        default: return identity(of: value)
        }
    }

    private static func of(_ object: any HostObject) -> Int {
        if let number = object.instance?.hashNumber { return number }
        if let key = object.asKey { return of(key) }
        return identity(of: .host(object))
    }

    /// The hash of an object that is equal to itself alone.
    static func identity(of value: Value) -> Int {
        switch value {
        case .host(let object): object.instance?.identityHash ?? hash(of: Array(object.typeObject.qualifiedName.utf8))
        case .type(let type): hash(of: Array(type.identity.qualifiedName.utf8))
        case .function(let function): hash(of: Array("\(function.module).\(function.qualifiedName)".utf8))
        default: hash(of: Array(value.typeName.utf8))
        }
    }

    /// The hash of a text: SipHash with one round for each word and three at the end, and with the key 0, as CPython has
    /// it with `PYTHONHASHSEED=0`.
    private static func hash(of bytes: [UInt8]) -> Int {
        guard !bytes.isEmpty else { return 0 }
        var state = SipState()
        for start in stride(from: 0, to: bytes.count - bytes.count % 8, by: 8) {
            state.add(word(bytes[start..<start + 8]))
        }
        state.add(word(bytes[(bytes.count - bytes.count % 8)...]) | UInt64(bytes.count & 0xFF) << 56)
        let hash = Int(Int64(bitPattern: state.finished()))
        return hash == -1 ? -2 : hash
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// The four words that SipHash mixes.
///
/// Source: Aumasson and Bernstein, SipHash: a fast short-input PRF (2012).
private struct SipState {
    private var a: UInt64 = 0x736F_6D65_7073_6575
    private var b: UInt64 = 0x646F_7261_6E64_6F6D
    private var c: UInt64 = 0x6C79_6765_6E65_7261
    private var d: UInt64 = 0x7465_6462_7974_6573

    mutating func add(_ word: UInt64) {
        d ^= word
        mix()
        a ^= word
    }

    mutating func finished() -> UInt64 {
        c ^= 0xFF
        for _ in 0..<3 { mix() }
        return a ^ b ^ c ^ d
    }

    private mutating func mix() {
        a = a &+ b
        c = c &+ d
        b = rotated(b, 13) ^ a
        d = rotated(d, 16) ^ c
        a = rotated(a, 32)
        c = c &+ b
        a = a &+ d
        b = rotated(b, 17) ^ c
        d = rotated(d, 21) ^ a
        c = rotated(c, 32)
    }

    private func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 { word << count | word >> (64 - count) }
}
