import Interpreter

/// How a namespace calls a tensor function: its name there, and the names of its parameters in the same order.
struct Spelling {
    /// The name in the namespace.
    let name: String
    /// The function's name among `TensorFunctions`.
    let function: String
    /// The parameters as this namespace calls them; nil to call them as the function does.
    let parameters: [String]?
    /// Other names for parameters, such as `keep_dims`.
    let others: [String: String]

    init(_ name: String, _ function: String? = nil, _ parameters: [String]? = nil, others: [String: String] = [:]) {
        self.name = name
        self.function = function ?? name
        self.parameters = parameters
        self.others = others
    }

    /// The function as the namespace offers it; nil where there is no function of that name.
    func builtin(_ functions: TensorFunctions) -> BuiltinFunction? {
        guard let function = functions[self.function] else { return nil }
        let parameters = self.parameters ?? function.parameters
        let library = functions.library
        return BuiltinFunction(
            name, parameters: parameters, documentation: "On arrays it computes; on tensors it joins the network."
        ) { [self] arguments, interpreter throws(RaisedError) in
            let (operands, layerName) = try bind(arguments, parameters)
            return try function.apply(operands, name: layerName, interpreter, library)
        }
    }

    /// The arguments in the order of this spelling's own parameters, and the name they give the result.
    func bound(_ arguments: CallArguments) throws(RaisedError) -> (Operands, String?) {
        try bind(arguments, parameters ?? [])
    }

    /// The arguments in the order of the parameters, and the name they give the result.
    private func bind(_ arguments: CallArguments, _ parameters: [String]) throws(RaisedError) -> (Operands, String?) {
        guard arguments.positional.count <= parameters.count else {
            throw RaisedError(
                .typeError,
                "\(name)() takes \(parameters.count) positional arguments but \(arguments.positional.count) were given")
        }
        var values: [Value?] = arguments.positional
        values += Array(repeating: nil, count: parameters.count - values.count)
        var layerName: String?
        for (keyword, value) in arguments.keywords {
            if let place = parameters.firstIndex(of: others[keyword] ?? keyword) {
                guard values[place] == nil else {
                    throw RaisedError(.typeError, "\(name)() got multiple values for argument '\(keyword)'")
                }
                values[place] = value
            } else if keyword == "name" {
                if case .string(let text) = value { layerName = text }
            } else if keyword != "dtype" {
                throw RaisedError(.typeError, "\(name)() got an unexpected keyword argument '\(keyword)'")
            }
        }
        return (Operands(name, values), layerName)
    }
}
