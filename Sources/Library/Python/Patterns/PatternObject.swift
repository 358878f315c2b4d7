import Interpreter
import Language
import RegularExpressions

/// A compiled pattern, `re.Pattern`.
final class PatternObject: HostObject {
    let pattern: Pattern

    init(_ pattern: Pattern) { self.pattern = pattern }

    var typeObject: TypeObject { PatternObject.type }

    static let type = TypeObject("Pattern", module: "re", "A compiled pattern.", attributes: table)

    private static let table = AttributeTable(
        of: PatternObject.self,
        [
            .value("pattern", "Its text.") { .string($0.pattern.text) },
            .value("flags", "Its flags.") { .int($0.pattern.flags.rawValue) },
            .value("groups", "The number of its groups.") { .int($0.pattern.groupCount - 1) },
            .value("groupindex", "The numbers of its groups by their names.") { .dict($0.groupNumbers) },
            searching("match", "The match at the beginning of a text, or None.", .start),
            searching("fullmatch", "The match of the whole text, or None.", .whole),
            searching("search", "The first match in a text, or None.", .anywhere),
            .method("findall(string, pos=0, endpos=9223372036854775807)", "What all matches match.") {
                pattern, arguments, interpreter in
                let subject = try PatternModule.subject(arguments["string"])
                return try pattern.all(subject, interpreter, within: try range(arguments, subject))
            },
            .method("finditer(string, pos=0, endpos=9223372036854775807)", "All matches, one after the other.") {
                pattern, arguments, interpreter in
                let subject = try PatternModule.subject(arguments["string"])
                return pattern.iterator(subject, interpreter, within: try range(arguments, subject))
            },
            .method("split(string, maxsplit=0)", "The parts of a text between matches.") {
                pattern, arguments, interpreter in
                try pattern.split(
                    try PatternModule.subject(arguments["string"]), atMost: try arguments.int("maxsplit"), interpreter)
            },
            .method("sub(repl, string, count=0)", "A text with what matches replaced.") {
                pattern, arguments, interpreter in
                .string(try pattern.replaced(arguments, interpreter).text)
            },
            .method("subn(repl, string, count=0)", "The same, with the number of replacements.") {
                pattern, arguments, interpreter in
                let result = try pattern.replaced(arguments, interpreter)
                return .tuple([.string(result.text), .int(result.count)])
            },
        ])

    private static func searching(
        _ name: String, _ documentation: String, _ place: Pattern.Place
    ) -> HostAttribute<PatternObject> {
        .method("\(name)(string, pos=0, endpos=9223372036854775807)", documentation) {
            pattern, arguments, interpreter in
            let subject = try PatternModule.subject(arguments["string"])
            return try pattern.match(subject, place, interpreter, within: try range(arguments, subject))
        }
    }

    /// The part of a text that `pos` and `endpos` name.
    private static func range(_ arguments: Arguments, _ subject: SubjectText) throws(RaisedError) -> Range<Int> {
        let count = subject.characters.count
        let end = min(max(0, try arguments.int("endpos")), count)
        let start = min(max(0, try arguments.int("pos")), count)
        return start..<max(start, end)
    }

    private var groupNumbers: DictObject {
        let dict = DictObject()
        for (name, group) in pattern.groupNames { dict.entries[HashKey(name)] = .int(group) }
        return dict
    }

    // MARK: Searching

    /// The first match, or None.
    func match(
        _ subject: SubjectText, _ place: Pattern.Place, _ interpreter: Interpreter, within range: Range<Int>? = nil
    ) throws(RaisedError) -> Value {
        let range = range ?? 0..<subject.characters.count
        guard let match = try firstMatch(subject, range, place, nil, interpreter) else { return .none }
        return .host(MatchObject(match, subject, range, self))
    }

    private func firstMatch(
        _ subject: SubjectText, _ range: Range<Int>, _ place: Pattern.Place, _ forbidden: Int?,
        _ interpreter: Interpreter
    ) throws(RaisedError) -> Pattern.Match? {
        do throws(PatternError) {
            return try pattern.firstMatch(
                in: subject.characters, range, place, noEmptyMatchAt: forbidden,
                isInterrupted: interpreter.isInterrupted)
        } catch { throw RaisedError(error, in: pattern.text) }
    }

    /// Goes through all matches, one behind the other: an empty one may stand right behind another that is not.
    private func next(
        _ subject: SubjectText, _ range: Range<Int>, after last: Pattern.Match?, _ interpreter: Interpreter
    ) throws(RaisedError) -> Pattern.Match? {
        let start = last?.range.upperBound ?? range.lowerBound
        let forbidden = last.flatMap { $0.range.isEmpty ? start : nil }
        return try firstMatch(subject, start..<range.upperBound, .anywhere, forbidden, interpreter)
    }

    /// What all matches match: the only group, or a tuple of several, or all of it.
    func all(
        _ subject: SubjectText, _ interpreter: Interpreter, within range: Range<Int>? = nil
    ) throws(RaisedError) -> Value {
        var (result, last): ([Value], Pattern.Match?) = ([], nil)
        let range = range ?? 0..<subject.characters.count
        while let match = try next(subject, range, after: last, interpreter) {
            let groups = match.groups.map { Value.string($0.map(subject.part) ?? "") }
            result.append(
                groups.count == 1 ? groups[0] : (groups.count == 2 ? groups[1] : .tuple(Array(groups.dropFirst()))))
            last = match
        }
        return .list(ListObject(result))
    }

    /// All matches, as they are asked for.
    func iterator(_ subject: SubjectText, _ interpreter: Interpreter, within range: Range<Int>? = nil) -> Value {
        let range = range ?? 0..<subject.characters.count
        var last: Pattern.Match?
        return .iterator(
            IteratorObject("callable_iterator") { [self, unowned interpreter] () throws(RaisedError) in
                guard let match = try next(subject, range, after: last, interpreter) else { return nil }
                last = match
                return .host(MatchObject(match, subject, range, self))
            })
    }

    /// The parts between matches, with groups in between.
    func split(_ subject: SubjectText, atMost limit: Int, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        var (parts, last, start): ([Value], Pattern.Match?, Int) = ([], nil, 0)
        let range = 0..<subject.characters.count
        var count = 0
        while limit == 0 || count < limit, let match = try next(subject, range, after: last, interpreter) {
            parts.append(.string(subject.part(start..<match.range.lowerBound)))
            for group in match.groups.dropFirst() { parts.append(group.map { .string(subject.part($0)) } ?? .none) }
            (last, start) = (match, match.range.upperBound)
            count += 1
        }
        parts.append(.string(subject.part(start..<range.upperBound)))
        return .list(ListObject(parts))
    }

    /// The text with matches replaced, and how many there were.
    /// - Parameter arguments: `repl`, `string` and `count`.
    func replaced(
        _ arguments: Arguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> (text: String, count: Int) {
        let (replacement, limit) = (arguments["repl"], try arguments.int("count"))
        let subject = try PatternModule.subject(arguments["string"])
        var template: ReplacementTemplate?
        if case .string(let text) = replacement { template = try ReplacementTemplate(text, pattern) }
        if template == nil, !interpreter.isCallable(replacement) {
            throw RaisedError(.typeError, "expected str instance, \(replacement.typeName) found")
        }
        var (result, last, start, count): (String, Pattern.Match?, Int, Int) = ("", nil, 0, 0)
        let range = 0..<subject.characters.count
        while limit == 0 || count < limit, let match = try next(subject, range, after: last, interpreter) {
            result += subject.part(start..<match.range.lowerBound)
            if let template {
                result += template.text(match, subject)
            } else {
                let object = Value.host(MatchObject(match, subject, range, self))
                let value = try interpreter.call(replacement, CallArguments([object]))
                guard case .string(let text) = value else {
                    throw RaisedError(.typeError, "expected str instance, \(value.typeName) found")
                }
                result += text
            }
            try requireText(result.utf8.count)
            (last, start) = (match, match.range.upperBound)
            count += 1
        }
        return (result + subject.part(start..<range.upperBound), count)
    }

    // MARK: As a value

    func repr() -> String {
        let names: [(PatternFlags, String)] = [
            (.ignoreCase, "IGNORECASE"), (.multiline, "MULTILINE"), (.dotAll, "DOTALL"), (.verbose, "VERBOSE"),
            (.ascii, "ASCII"),
        ]
        let flags = names.filter { pattern.flags.contains($0.0) }.map { "re.\($0.1)" }
        let text = String(Value.string(pattern.text).repr.prefix(200))
        return "re.compile(\(text)\(flags.isEmpty ? "" : ", \(flags.joined(separator: "|"))"))"
    }

    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard op == .equal || op == .notEqual, case .host(let object) = other, let other = object as? PatternObject
        else { return nil }
        let isEqual = pattern.text == other.pattern.text && pattern.flags == other.pattern.flags
        return .bool(isEqual == (op == .equal))
    }
}
