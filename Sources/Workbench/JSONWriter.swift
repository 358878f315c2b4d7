import Library

/// Turns outcomes into JSON, one object per line.
public struct JSONWriter {
    /// A writer.
    public init() {}

    /// The object of one item, with its line end.
    public func text(_ item: OutcomeItem) -> String { JSONText.object(members(item)).text + "\n" }

    private func members(_ item: OutcomeItem) -> JSONText.Members {
        switch item {
        case .printed(let text): [("kind", .string("print")), ("text", .string(text))]
        case .message(let text): [("kind", .string("message")), ("text", .string(text))]
        case .note(let note): members(note)
        case .report(let report): report.json
        case .whole(let item): members(item)
        case .result(let result): members(result)
        case .failure(let failure): members(failure)
        }
    }

    private func members(_ note: Note) -> JSONText.Members {
        switch note {
        case .text(let text): [("kind", .string("note")), ("text", .string(text))]
        case .omission(let text): [("kind", .string("omission")), ("text", .string(text))]
        case .translation(let translation):
            [
                ("kind", .string("translation")), ("called_as", .string(translation.calledAs)),
                ("keras3", translation.missing == nil ? .string(translation.canonical) : .null),
                ("ambiguous", .bool(translation.isAmbiguous)),
                ("missing", translation.missing.map { .string($0) } ?? .null),
            ]
        }
    }

    private func members(_ result: Result) -> JSONText.Members {
        let name = result.name.map { [(name: "name", value: JSONText.string($0))] } ?? []
        return [("statement", .string(result.statement))] + name + result.shown.json
    }

    private func members(_ failure: Failure) -> JSONText.Members {
        var members: JSONText.Members = [
            ("kind", .string("error")), ("class", .string(failure.className)), ("message", .string(failure.message)),
        ]
        if !failure.details.isEmpty { members.append(("details", .array(failure.details.map(JSONText.string)))) }
        if let hint = failure.hint { members.append(("hint", .string(hint))) }
        if let location = failure.location {
            let (line, column) = location.source.position(of: location.span.start)
            members += [("file", .string(location.source.name)), ("line", .int(line)), ("column", .int(column))]
        }
        return members
    }
}
