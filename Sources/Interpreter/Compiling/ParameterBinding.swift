import Language
import PythonText

extension FunctionObject {
    /// Puts arguments into the slots of a frame: parameters stand in the first slots, in the order of `Parameters.names`.
    /// - Throws: TypeError, worded as Python words it.
    func bind(_ arguments: CallArguments, into frame: Frame) throws(RaisedError) {
        let count = parameters.positional.count
        for (slot, value) in arguments.positional.prefix(count).enumerated() { frame.slots[slot] = value }
        var next = count
        if parameters.rest != nil {
            frame.slots[next] = .tuple(Array(arguments.positional.dropFirst(count)))
            next += 1
        }
        let extra = DictObject()
        for (keyword, value) in arguments.keywords {
            if let slot = slot(ofKeyword: keyword, firstKeywordOnly: next) {
                guard frame.slots[slot] == nil else {
                    throw RaisedError(.typeError, "\(qualifiedName)() got multiple values for argument '\(keyword)'")
                }
                frame.slots[slot] = value
            } else if parameters.keywordRest != nil {
                extra.entries[HashKey(keyword)] = value
            } else {
                try requireNoPositionalOnly(arguments)
                let nearest = nearestName(to: keyword, in: parameters.names)
                throw RaisedError(
                    .typeError, "\(qualifiedName)() got an unexpected keyword argument '\(keyword)'",
                    hint: nearest.map { "did you mean '\($0)'?" })
            }
        }
        if parameters.rest == nil, arguments.positional.count > count {
            let keywordOnly = parameters.keywordOnly.indices.filter { frame.slots[next + $0] != nil }.count
            throw tooMany(arguments.positional.count, keywordOnly)
        }
        try fillDefaults(frame, firstKeywordOnly: next)
        if parameters.keywordRest != nil { frame.slots[next + parameters.keywordOnly.count] = .dict(extra) }
    }

    /// Refuses keywords that name parameters which are given by position only.
    private func requireNoPositionalOnly(_ arguments: CallArguments) throws(RaisedError) {
        let names = parameters.positional.prefix(parameters.positionalOnlyCount).map(\.name)
        let wrong = names.filter { name in arguments.keywords.contains { $0.name == name } }
        guard !wrong.isEmpty else { return }
        throw RaisedError(
            .typeError,
            "\(qualifiedName)() got some positional-only arguments passed as keyword arguments: '\(wrong.joined(separator: ", "))'"
        )
    }

    private func slot(ofKeyword keyword: String, firstKeywordOnly: Int) -> Int? {
        if let index = parameters.positional.firstIndex(where: { $0.name == keyword }),
            index >= parameters.positionalOnlyCount
        {
            return index
        }
        return parameters.keywordOnly.firstIndex { $0.name == keyword }.map { $0 + firstKeywordOnly }
    }

    private func fillDefaults(_ frame: Frame, firstKeywordOnly: Int) throws(RaisedError) {
        var missing: [String] = []
        for (index, parameter) in parameters.positional.enumerated() where frame.slots[index] == nil {
            if let value = defaults[index] { frame.slots[index] = value } else { missing.append(parameter.name) }
        }
        if !missing.isEmpty { throw self.missing(missing, "positional") }
        for (index, parameter) in parameters.keywordOnly.enumerated() where frame.slots[firstKeywordOnly + index] == nil
        {
            if let value = defaults[parameters.positional.count + index] {
                frame.slots[firstKeywordOnly + index] = value
            } else {
                missing.append(parameter.name)
            }
        }
        if !missing.isEmpty { throw self.missing(missing, "keyword-only") }
    }

    private func missing(_ names: [String], _ kind: String) -> RaisedError {
        let quoted = names.map { "'\($0)'" }
        let list =
            switch quoted.count {
            case 1: quoted[0]
            case 2: "\(quoted[0]) and \(quoted[1])"
            default: quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
            }
        return RaisedError(
            .typeError,
            "\(qualifiedName)() missing \(names.count) required \(kind) argument\(names.count == 1 ? "" : "s"): \(list)"
        )
    }

    private func tooMany(_ given: Int, _ keywordOnly: Int) -> RaisedError {
        let most = parameters.positional.count
        let least = parameters.positional.indices.filter { defaults[$0] == nil }.count
        let takes = least == most ? "\(most)" : "from \(least) to \(most)"
        let plural = most == 1 && least == most ? "" : "s"
        var count = "\(given)"
        if keywordOnly > 0 {
            count +=
                " positional argument\(given == 1 ? "" : "s")"
                + " (and \(keywordOnly) keyword-only argument\(keywordOnly == 1 ? "" : "s"))"
        }
        let verb = given == 1 && keywordOnly == 0 ? "was" : "were"
        return RaisedError(
            .typeError, "\(qualifiedName)() takes \(takes) positional argument\(plural) but \(count) \(verb) given")
    }
}
