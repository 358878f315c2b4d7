extension Made {
    /// The same thing with some arguments replaced, checked as in a call that has them all. Name and weights are its own no
    /// more.
    /// - Parameters:
    ///   - changes: the other arguments, under today's names or Keras 1's.
    ///   - drawSeed: draws a seed for what needs one and has none yet.
    /// - Throws: `Refusal`, as the call would.
    public func changed(
        by changes: [CallSite.Keyword], drawSeed: (() -> Int)? = nil
    ) throws(Refusal) -> Made {
        try definition.make(
            CallSite(keywords: arguments.keywords(except: changes.map(\.name)) + changes),
            settings: arguments.settings, drawSeed: drawSeed)
    }
}

extension Parameter {
    /// Whether an argument of that name is this parameter's, or a part of it.
    public func isNamed(_ argument: String) -> Bool {
        name == argument || oldNames.contains(argument) || oldParts.contains(argument)
    }
}

extension BoundArguments {
    /// Keywords that stand for these arguments in another call: all but the defaults, and initializers with their seeds.
    fileprivate func keywords(except names: [String]) -> [CallSite.Keyword] {
        let own: Set<String> = ["name", "weights"]
        let chosen = Set(nonDefault.map(\.parameter.name))
        return parameters.compactMap { parameter in
            guard !own.contains(parameter.name), !names.contains(where: parameter.isNamed) else { return nil }
            let value = self[parameter.name]
            switch value {
            case .initializer: break
            case .none: if !chosen.contains(parameter.name) { return nil }
            default: guard chosen.contains(parameter.name) || parameter.isOldOnly else { return nil }
            }
            return CallSite.Keyword(parameter.spelling(of: value), value)
        }
    }
}

extension Parameter {
    /// The name under which a value is accepted: some are Keras 1's, and need its name for the argument.
    fileprivate func spelling(of value: Argument) -> String {
        guard case .padding(let names, let old) = kind, case .string(let text) = value, !names.contains(text),
            old.contains(text), let oldName = oldNames.first
        else { return name }
        return oldName
    }
}
