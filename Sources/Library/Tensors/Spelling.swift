import Interpreter
import Signatures

/// How a namespace calls a tensor function: its signature there, whose parameters stand in the function's order.
struct Spelling {
    /// The signature in the namespace, `reduce_mean(input_tensor, axis=None, keepdims=False, name=None)`, or only a name,
    /// where the parameters are called as the function's.
    private let text: String
    /// The function's name among `TensorFunctions`.
    private let function: String
    /// How many of the parameters the function takes; nil for as many as it has.
    private let operandCount: Int?
    /// Other names of parameters, such as `keep_dims` of `keepdims`.
    private let synonyms: [String: String]

    init(
        _ text: String, _ function: String? = nil, operands: Int? = nil, synonyms: [String: String] = [:]
    ) {
        self.text = text
        self.function = function ?? String(text.prefix { $0 != "(" })
        operandCount = operands
        self.synonyms = synonyms
    }

    /// The name in the namespace.
    var name: String { Signature.shortName(in: text) }

    /// The function as the namespace offers it; nil where there is no function of that name.
    func builtin(_ functions: TensorFunctions) -> BuiltinFunction? {
        guard let function = functions[self.function] else { return nil }
        let library = functions.library
        return .python(signatureText(function), "On arrays it computes; on tensors it joins the network.") {
            [self] arguments, interpreter in
            let layerName = arguments.takes("name") ? arguments.given("name") : nil
            return try function.apply(
                operands(arguments, function), name: layerName.flatMap { $0.isNone ? nil : $0.str }, interpreter,
                library)
        }.pure()
    }

    private func signatureText(_ function: TensorFunction) -> String {
        let given = text.contains("(") ? text : "\(text)(\(Spelling.derived(function.parameters)))"
        guard !synonyms.isEmpty else { return given }
        return given.dropLast() + ", *, " + synonyms.keys.sorted().map { "\($0)=..." }.joined(separator: ", ") + ")"
    }

    /// Parameters of which only the first is known to be required.
    private static func derived(_ parameters: [String]) -> String {
        parameters.enumerated().map { $0 == 0 ? $1 : "\($1)=..." }.joined(separator: ", ")
    }

    /// The arguments in the order of the function's parameters.
    private func operands(_ arguments: Arguments, _ function: TensorFunction) -> Operands {
        let places = arguments.signature.parameters.indices.filter {
            arguments.signature.parameters[$0].isImplemented
        }
        var values: [Value?] = places.prefix(operandCount ?? function.parameters.count).map { place in
            let synonym = synonyms.first { $0.value == arguments.signature.parameters[place].name }?.key
            if let synonym, let value = arguments.given(synonym) { return value }
            return arguments.given(place) ?? arguments.optional(place)
        }
        values += Array(repeating: nil, count: max(0, function.parameters.count - values.count))
        return Operands(name, values)
    }
}
