import Interpreter

/// Flags: members that can be put together.
extension Enumeration {
    /// The bits of all flags.
    private var mask: Int { members.reduce(0) { $0 | ($1.member.bits ?? 0) } }

    /// Whether unknown bits are kept, as those of an `IntFlag` are.
    private var keepsUnknown: Bool { type.isKind(of: EnumModule.wholeFlag) }

    /// The number behind the operand of an operator; nil where it does not go together with a flag.
    func number(of operand: Value, _ flag: EnumMember) -> Value? {
        if case .host(let object) = operand, let other = object as? EnumMember {
            return other.typeObject === flag.typeObject || keepsUnknown ? other.value : nil
        }
        guard keepsUnknown else { return nil }
        switch operand {
        case .int, .bool: return operand
        default: return nil
        }
    }

    /// The flags of a value, each once, in the order in which they were defined.
    func parts(of value: Value) -> [EnumMember] {
        guard case .int(let bits) = value else { return [] }
        var seen: Set<Int> = []
        return members.map(\.member).filter { member in
            guard let bit = member.bits, member.isSingleFlag, bits & bit != 0 else { return false }
            return seen.insert(bit).inserted
        }
    }

    /// All flags but those of a value.
    func inverted(_ value: Value) throws(RaisedError) -> EnumMember? {
        guard case .int(let bits) = value else { return nil }
        return try flag(.int(keepsUnknown ? ~bits : mask & ~bits))
    }

    /// The member of a value, with a name or without; nil for a value that is no number.
    func flag(_ value: Value) throws(RaisedError) -> EnumMember? {
        guard case .int(var bits) = value else { return nil }
        let all = mask
        if bits < 0 {
            guard keepsUnknown || bits >= ~all else { throw invalid(bits, all) }
            bits += max(all + 1, 1 << (Int.bitWidth - Int(bits.magnitude).leadingZeroBitCount))
        } else if !keepsUnknown, bits & ~all != 0 {
            throw invalid(bits, all)
        }
        return try combined(bits)
    }

    private func combined(_ bits: Int) throws(RaisedError) -> EnumMember {
        if let named = members.first(where: { $0.member.bits == bits }) { return named.member }
        let key = try HashKey(.int(bits))
        if let known = combinations[key] { return known }
        let found = parts(of: .int(bits))
        let rest = found.reduce(bits) { $0 & ~($1.bits ?? 0) }
        var names = found.compactMap(\.name)
        if rest != 0 { names.append(String(rest)) }
        let made = EnumMember(found.isEmpty ? nil : names.joined(separator: "|"), .int(bits), type, interpreter)
        combinations[key] = made
        return made
    }

    private func invalid(_ bits: Int, _ all: Int) -> RaisedError {
        let width = max(all.bitCount, bits.bitCount)
        return RaisedError(
            .valueError,
            "\(repr) invalid value \(bits)\n    given \(bits.binaryText(width))\n  allowed \(all.binaryText(width))")
    }
}

extension EnumMember {
    /// Its value as bits; nil where it is no number.
    var bits: Int? { if case .int(let bits) = value { bits } else { nil } }

    /// Whether its value is a single bit.
    var isSingleFlag: Bool { bits.map { $0 > 0 && $0 & ($0 - 1) == 0 } ?? false }
}

extension [TypeObject] {
    /// The value of a member that a call names at a place: counted, doubled for flags, chosen for strings.
    func counted(_ place: Int, _ start: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        if contains(where: { $0.isKind(of: .str) }) {
            return try AutoValue.type.construct(CallArguments(), interpreter)
        }
        if contains(where: { $0.isKind(of: EnumModule.flag) }) {
            return try interpreter.binary(.shiftLeft, start, .int(place))
        }
        return try interpreter.binary(.add, start, .int(place))
    }
}

extension Int {
    fileprivate var bitCount: Int { Int.bitWidth - Int(magnitude).leadingZeroBitCount }

    /// The bits with the sign before them, as `enum.bin` writes them: `0b0 0101`.
    fileprivate func binaryText(_ width: Int) -> String {
        let number = self < 0 ? self + 1 << width : self
        let digits = String(self < 0 ? number & (1 << width - 1) : number, radix: 2)
        return "0b\(self < 0 ? 1 : 0) " + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
