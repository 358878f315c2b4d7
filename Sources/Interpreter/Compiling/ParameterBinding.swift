import Language
import Signatures

extension Signature {
    /// The signature of a function that is written in the language; its parameters stand in the order of the slots.
    convenience init(_ name: String, _ parameters: Parameters, in source: SourceText) {
        func make(_ parameter: Parameters.Parameter, _ kind: Parameter.Kind) -> Parameter {
            Parameter(parameter.name, kind, defaultText: parameter.defaultValue.map { source.text(of: $0.span) })
        }
        var list = parameters.positional.enumerated().map { place, parameter in
            make(parameter, place < parameters.positionalOnlyCount ? .positionalOnly : .positionalOrKeyword)
        }
        if let rest = parameters.rest { list.append(Parameter(rest, .rest)) }
        list += parameters.keywordOnly.map { make($0, .keywordOnly) }
        if let rest = parameters.keywordRest { list.append(Parameter(rest, .keywordRest)) }
        self.init(name, list)
    }
}

extension FunctionObject {
    /// Puts arguments into the slots of a frame: parameters stand in the first slots, in the order of the signature.
    /// - Throws: TypeError, worded as Python words it.
    func bind(_ arguments: CallArguments, into frame: Frame) throws(RaisedError) {
        let arrangement = signature.arrange(
            positional: arguments.positional.count, keywords: arguments.keywords.map(\.name))
        guard arrangement.faults.isEmpty else {
            throw Wording.python.error(signature, arrangement, arguments, name: qualifiedName)
        }
        // Defaults belong to positional and keyword-only parameters, without those that have a star.
        var defaultPlace = 0
        for (slot, parameter) in signature.parameters.enumerated() {
            switch parameter.kind {
            case .rest: frame.slots[slot] = .tuple(Array(arguments.positional.dropFirst(arrangement.restStart)))
            case .keywordRest:
                let extra = DictObject()
                for index in arrangement.keywordRest {
                    extra.entries[HashKey(arguments.keywords[index].name)] = arguments.keywords[index].value
                }
                frame.slots[slot] = .dict(extra)
            default:
                switch arrangement.sources[slot] {
                case .positional(let place)?: frame.slots[slot] = arguments.positional[place]
                case .keyword(let place)?: frame.slots[slot] = arguments.keywords[place].value
                case nil: frame.slots[slot] = defaults[defaultPlace]
                }
                defaultPlace += 1
            }
        }
    }
}
