/// The methods of `str` that look for parts.
enum StringSearching {
    static var all: [Method] {
        [
            Method(
                "find(sub, start=None, end=None, /)", wording: .parsed, "Where a part begins; -1 if it is not there."
            ) {
                value, arguments, _ throws(RaisedError) in
                .int(try Search(value, arguments).first ?? -1)
            },
            Method(
                "index(sub, start=None, end=None, /)", wording: .parsed,
                "Where a part begins; an error if it is not there."
            ) {
                value, arguments, _ throws(RaisedError) in
                .int(try found(try Search(value, arguments).first))
            },
            Method(
                "rfind(sub, start=None, end=None, /)", wording: .parsed,
                "Where a part begins last; -1 if it is not there."
            ) {
                value, arguments, _ throws(RaisedError) in
                .int(try Search(value, arguments).last ?? -1)
            },
            Method(
                "rindex(sub, start=None, end=None, /)", wording: .parsed,
                "Where a part begins last; an error if it is not there."
            ) { value, arguments, _ throws(RaisedError) in
                .int(try found(try Search(value, arguments).last))
            },
            Method("count(sub, start=None, end=None, /)", wording: .parsed, "How often a part occurs.") {
                value, arguments, _ throws(RaisedError) in
                .int(try Search(value, arguments).count)
            },
            Method(
                "startswith(prefix, start=None, end=None, /)", wording: .parsed,
                "Whether it begins with a part, or one of several."
            ) { value, arguments, _ throws(RaisedError) in
                .bool(try affix(value, arguments) { $0.starts(with: $1) })
            },
            Method(
                "endswith(suffix, start=None, end=None, /)", wording: .parsed,
                "Whether it ends with a part, or one of several."
            ) { value, arguments, _ throws(RaisedError) in
                .bool(try affix(value, arguments) { $0.reversed().starts(with: $1.reversed()) })
            },
        ]
    }

    private static func found(_ index: Int?) throws(RaisedError) -> Int {
        guard let index else { throw RaisedError(.valueError, "substring not found") }
        return index
    }

    private static func affix(
        _ value: Value, _ arguments: Arguments,
        _ fits: (ArraySlice<UnicodeScalar>, [UnicodeScalar]) -> Bool
    ) throws(RaisedError) -> Bool {
        let scalars = StringMethods.scalars(value)
        let bounds = try Bounds(arguments, scalars.count)
        let candidates = if case .tuple(let items) = arguments[0] { items } else { [arguments[0]] }
        for candidate in candidates {
            guard let text = candidate.plainText else {
                throw RaisedError(
                    .typeError,
                    candidates.count == 1 && !arguments[0].isTuple
                        ? "\(arguments.name) first arg must be str or a tuple of str, not \(candidate.typeName)"
                        : "tuple for \(arguments.name) must only contain str, not \(candidate.typeName)")
            }
            guard bounds.start <= bounds.end else { continue }
            if fits(scalars[bounds.start..<bounds.end], Array(text.unicodeScalars)) { return true }
        }
        return false
    }

    /// The second and the third argument as the bounds of a part, as slices read them.
    struct Bounds {
        let start: Int
        let end: Int

        init(_ arguments: Arguments, _ count: Int) throws(RaisedError) {
            func bound(_ index: Int, _ fallback: Int) throws(RaisedError) -> Int {
                guard let value = arguments.given(index), let number = try SliceObject.number(value) else {
                    return fallback
                }
                return number < 0 ? max(0, number &+ count) : number
            }
            start = try bound(1, 0)
            end = min(try bound(2, count), count)
        }
    }
}

/// A part that is looked for in a string.
private struct Search {
    private let text: [UnicodeScalar]
    private let part: [UnicodeScalar]
    private let bounds: StringSearching.Bounds

    init(_ value: Value, _ arguments: Arguments) throws(RaisedError) {
        text = StringMethods.scalars(value)
        bounds = try StringSearching.Bounds(arguments, text.count)
        guard case .string(let part) = arguments[0] else {
            throw RaisedError(.typeError, "must be str, not \(arguments[0].typeName)")
        }
        self.part = Array(part.unicodeScalars)
    }

    /// Where it is looked for; nil where the bounds leave nothing, not even an empty part.
    private var stretch: Range<Int>? { bounds.start <= bounds.end ? bounds.start..<bounds.end : nil }

    var first: Int? { stretch.flatMap { PartSearch(part).first(in: text, $0) } }

    var last: Int? {
        guard let stretch else { return nil }
        let backwards = Array(text[stretch].reversed())
        let place = PartSearch(part.reversed()).first(in: backwards, backwards.indices)
        return place.map { stretch.upperBound - $0 - part.count }
    }

    var count: Int {
        guard var stretch else { return 0 }
        if part.isEmpty { return stretch.count + 1 }
        let search = PartSearch(part)
        var count = 0
        while let place = search.first(in: text, stretch) {
            count += 1
            stretch = place + part.count..<stretch.upperBound
        }
        return count
    }
}

extension Value {
    var isTuple: Bool { if case .tuple = self { true } else { false } }
}
