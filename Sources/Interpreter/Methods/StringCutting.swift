/// The methods of `str` that cut it up or cut something off.
enum StringCutting {
    static var all: [Method] { splitting + stripping }

    private static var splitting: [Method] {
        [
            Method("split(sep=None, maxsplit=-1)", "The parts between separators, or between white space.") {
                value, arguments, _ throws(RaisedError) in
                try split(value, arguments, fromEnd: false)
            },
            Method("rsplit(sep=None, maxsplit=-1)", "The parts between separators, cut from the end.") {
                value, arguments, _ throws(RaisedError) in
                try split(value, arguments, fromEnd: true)
            },
            Method("splitlines(keepends=False)", "The lines.") { value, arguments, _ throws(RaisedError) in
                guard Number(arguments[0])?.whole != nil else {
                    throw RaisedError(
                        .typeError, "'\(arguments[0].typeName)' object cannot be interpreted as an integer")
                }
                let keepsEnds = try arguments.bool(0)
                return .list(ListObject(lines(StringMethods.scalars(value), keepsEnds).map { .string($0) }))
            },
            Method("partition(sep, /)", "What is before, at and after a separator.") {
                value, arguments, _ throws(RaisedError) in
                try partition(value, arguments, fromEnd: false)
            },
            Method("rpartition(sep, /)", "What is before, at and after the last separator.") {
                value, arguments, _ throws(RaisedError) in
                try partition(value, arguments, fromEnd: true)
            },
        ]
    }

    private static func split(_ value: Value, _ arguments: Arguments, fromEnd: Bool) throws(RaisedError) -> Value {
        let separator = arguments[0]
        let most = try arguments.int(1)
        let limit = most < 0 ? Int.max : most
        if most < 0, case .string(let mark) = separator, let only = mark.utf8.first, mark.utf8.count == 1 {
            // The commonest case needs no look at code points: an ASCII byte is never a part of another character.
            let parts = StringMethods.text(value).utf8.split(separator: only, omittingEmptySubsequences: false)
            return .list(ListObject(parts.map { .string(String(Substring($0))) }))
        }
        var scalars = StringMethods.scalars(value)
        if fromEnd { scalars.reverse() }
        var parts: [ArraySlice<UnicodeScalar>]
        switch separator {
        case .none: parts = words(scalars, limit)
        case .string(let text):
            if text.isEmpty { throw RaisedError(.valueError, "empty separator") }
            let mark = Array(text.unicodeScalars)
            parts = scalars.pieces(separatedBy: fromEnd ? mark.reversed() : mark, limit: limit)
        default: throw RaisedError(.typeError, "must be str or None, not \(separator.typeName)")
        }
        if fromEnd { parts.reverse() }
        return .list(ListObject(parts.map { fromEnd ? .string($0.reversed()) : .string($0) }))
    }

    private static func words(_ scalars: [UnicodeScalar], _ limit: Int) -> [ArraySlice<UnicodeScalar>] {
        var rest = scalars[...].drop(while: \.isPythonSpace)
        var result: [ArraySlice<UnicodeScalar>] = []
        while !rest.isEmpty {
            if result.count == limit {
                result.append(rest)
                break
            }
            let word = rest.prefix { !$0.isPythonSpace }
            result.append(word)
            rest = rest.dropFirst(word.count).drop(while: \.isPythonSpace)
        }
        return result
    }

    private static func lines(_ scalars: [UnicodeScalar], _ keepsEnds: Bool) -> [ArraySlice<UnicodeScalar>] {
        var result: [ArraySlice<UnicodeScalar>] = []
        var (start, index) = (0, 0)
        while index < scalars.count {
            guard isLineEnd(scalars[index]) else {
                index += 1
                continue
            }
            let end = index
            index += scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n" ? 2 : 1
            result.append(scalars[start..<(keepsEnds ? index : end)])
            start = index
        }
        if start < scalars.count { result.append(scalars[start...]) }
        return result
    }

    private static func isLineEnd(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 10...13, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func partition(_ value: Value, _ arguments: Arguments, fromEnd: Bool) throws(RaisedError) -> Value {
        guard case .string(let separator) = arguments[0] else {
            throw RaisedError(.typeError, "must be str, not \(arguments[0].typeName)")
        }
        if separator.isEmpty { throw RaisedError(.valueError, "empty separator") }
        var (scalars, mark) = (StringMethods.scalars(value), Array(separator.unicodeScalars))
        if fromEnd { (scalars, mark) = (scalars.reversed(), mark.reversed()) }
        let pieces = scalars.pieces(separatedBy: mark, limit: 1)
        guard pieces.count == 2 else {
            return .tuple(fromEnd ? [.string(""), .string(""), value] : [value, .string(""), .string("")])
        }
        if fromEnd {
            return .tuple([.string(pieces[1].reversed()), .string(separator), .string(pieces[0].reversed())])
        }
        return .tuple([.string(pieces[0]), .string(separator), .string(pieces[1])])
    }

    // MARK: Cutting off

    private static var stripping: [Method] {
        [
            Method("strip(chars=None, /)", "Without white space, or these characters, at both ends.") {
                value, arguments, _ throws(RaisedError) in
                try stripped(value, arguments, left: true, right: true)
            },
            Method("lstrip(chars=None, /)", "Without white space, or these characters, at the beginning.") {
                value, arguments, _ throws(RaisedError) in
                try stripped(value, arguments, left: true, right: false)
            },
            Method("rstrip(chars=None, /)", "Without white space, or these characters, at the end.") {
                value, arguments, _ throws(RaisedError) in
                try stripped(value, arguments, left: false, right: true)
            },
            Method("removeprefix(prefix, /)", "Without a part it begins with.") {
                value, arguments, _ throws(RaisedError) in
                let part = try affix(arguments)
                let scalars = StringMethods.scalars(value)
                return scalars.starts(with: part) ? .string(scalars.dropFirst(part.count)) : value
            },
            Method("removesuffix(suffix, /)", "Without a part it ends with.") {
                value, arguments, _ throws(RaisedError) in
                let part = try affix(arguments)
                let scalars = StringMethods.scalars(value)
                let ends = scalars.reversed().starts(with: part.reversed())
                return ends ? .string(scalars.dropLast(part.count)) : value
            },
        ]
    }

    private static func affix(_ arguments: Arguments) throws(RaisedError) -> [UnicodeScalar] {
        guard case .string(let part) = arguments[0] else {
            throw RaisedError(.typeError, "\(arguments.name)() argument must be str, not \(arguments[0].typeName)")
        }
        return Array(part.unicodeScalars)
    }

    private static func stripped(
        _ value: Value, _ arguments: Arguments, left: Bool, right: Bool
    ) throws(RaisedError) -> Value {
        var set: Set<UnicodeScalar>?
        switch arguments[0] {
        case .none: break
        case .string(let text): set = Set(text.unicodeScalars)
        default: throw RaisedError(.typeError, "\(arguments.name) arg must be None or str")
        }
        func isStripped(_ scalar: UnicodeScalar) -> Bool { set?.contains(scalar) ?? scalar.isPythonSpace }
        var rest = StringMethods.scalars(value)[...]
        if left { rest = rest.drop(while: isStripped) }
        if right { while let last = rest.last, isStripped(last) { rest.removeLast() } }
        return .string(rest)
    }
}

extension [UnicodeScalar] {
    /// The stretches between the occurrences of a separator, at most `limit` cuts.
    func pieces(separatedBy separator: [UnicodeScalar], limit: Int = .max) -> [ArraySlice<UnicodeScalar>] {
        let search = PartSearch(separator)
        var result: [ArraySlice<UnicodeScalar>] = []
        var start = 0
        while result.count < limit, let place = search.first(in: self, start..<count) {
            result.append(self[start..<place])
            start = place + separator.count
        }
        result.append(self[start...])
        return result
    }
}
