import Interpreter
import RegularExpressions

/// A match of a pattern, `re.Match`.
final class MatchObject: HostObject {
    private let match: Pattern.Match
    private let subject: SubjectText
    /// The part of the text in which it was looked for.
    private let range: Range<Int>
    private let pattern: PatternObject

    init(_ match: Pattern.Match, _ subject: SubjectText, _ range: Range<Int>, _ pattern: PatternObject) {
        (self.match, self.subject, self.range, self.pattern) = (match, subject, range, pattern)
    }

    var typeObject: TypeObject { MatchObject.type }

    static let type = TypeObject("Match", module: "re", "A match of a pattern.", attributes: table)

    private static let table = AttributeTable(
        of: MatchObject.self,
        [
            .value("string", "The text.") { .string($0.subject.text) },
            .value("re", "The pattern.") { .host($0.pattern) },
            .value("pos", "Where the search began.") { .int($0.range.lowerBound) },
            .value("endpos", "Where it had to end.") { .int($0.range.upperBound) },
            .value("lastindex", "The group that was closed last, or None.") {
                $0.match.lastGroup.map(Value.int) ?? .none
            },
            .value("lastgroup", "Its name, or None.") { $0.lastName.map(Value.string) ?? .none },
            .method("group(*groups)", wording: .builtin, "The text of a group, of all of it, or of several groups.") {
                match, arguments, _ in
                let groups = arguments.allPositional
                if groups.count <= 1 { return try match.text(groups.first ?? .int(0)) }
                return .tuple(try groups.map { group throws(RaisedError) in try match.text(group) })
            },
            .method("groups(default=None)", "The texts of all groups.") { match, arguments, _ in
                .tuple(match.match.groups.dropFirst().map { match.text($0, arguments[0]) })
            },
            .method("groupdict(default=None)", "The texts of the groups that have names.") { match, arguments, _ in
                let dict = DictObject()
                for (name, group) in match.pattern.pattern.groupNames {
                    dict.entries[HashKey(name)] = match.text(match.match.groups[group], arguments[0])
                }
                return .dict(dict)
            },
            .method("start(group=0, /)", wording: .builtin, "Where a group begins; -1 where it took no part.") {
                match, arguments, _ in .int(try match.places(arguments[0]).lowerBound)
            },
            .method("end(group=0, /)", wording: .builtin, "Where a group ends; -1 where it took no part.") {
                match, arguments, _ in .int(try match.places(arguments[0]).upperBound)
            },
            .method("span(group=0, /)", wording: .builtin, "Where a group begins and ends.") { match, arguments, _ in
                let places = try match.places(arguments[0])
                return .tuple([.int(places.lowerBound), .int(places.upperBound)])
            },
            .method("expand(template)", "A template with the groups put in.") { match, arguments, _ in
                let template = try ReplacementTemplate(try arguments.string(0), match.pattern.pattern)
                return .string(template.text(match.match, match.subject))
            },
        ])

    private var lastName: String? {
        pattern.pattern.groupNames.first { $0.group == match.lastGroup }?.name
    }

    /// The number of a group that is given by number or by name.
    private func number(_ group: Value) throws(RaisedError) -> Int {
        if case .string(let name) = group {
            if let known = pattern.pattern.groupNames.first(where: { $0.name == name }) { return known.group }
        } else if let number = try? group.wholeNumber(), match.groups.indices.contains(number) {
            return number
        }
        throw RaisedError(.indexError, "no such group")
    }

    private func text(_ group: Value) throws(RaisedError) -> Value { text(match.groups[try number(group)], .none) }

    private func text(_ range: Range<Int>?, _ missing: Value) -> Value {
        range.map { .string(subject.part($0)) } ?? missing
    }

    /// The place of a group; −1 at both ends where it took no part.
    private func places(_ group: Value) throws(RaisedError) -> (lowerBound: Int, upperBound: Int) {
        match.groups[try number(group)].map { ($0.lowerBound, $0.upperBound) } ?? (-1, -1)
    }

    // MARK: As a value

    func repr() -> String {
        let text = String(Value.string(subject.part(match.range)).repr.prefix(50))
        return "<re.Match object; span=(\(match.range.lowerBound), \(match.range.upperBound)), match=\(text)>"
    }

    func truth() throws(RaisedError) -> Bool { true }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? { try text(index) }
}
