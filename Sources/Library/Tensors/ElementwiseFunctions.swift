import Arrays
import Interpreter
import Layers
import TensorEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Tensor functions of each element, or of each pair of elements.
enum ElementwiseFunctions {
    static func all(_ numpy: ModuleObject, _ library: LibraryContext) -> [String: TensorFunction] {
        var functions: [String: TensorFunction] = [:]
        for name in [
            "sqrt", "exp", "log", "log2", "log10", "log1p", "expm1", "sin", "cos", "tan", "sinh", "cosh", "arctan",
            "arcsin", "arccos", "floor", "ceil", "square", "sign", "reciprocal", "negative", "isnan", "isfinite",
            "isinf", "logical_not", "round",
        ] { functions[name] = .numpy(numpy, name, ["x"], .elementwise) }
        functions["absolute"] = .numpy(numpy, "absolute", ["x"], .elementwise)
        functions["abs"] = functions["absolute"]
        for name in [
            "add", "subtract", "multiply", "divide", "true_divide", "floor_divide", "power", "mod", "maximum",
            "minimum", "equal", "not_equal", "greater", "greater_equal", "less", "less_equal", "logical_and",
            "logical_or",
        ] { functions[name] = pair(numpy, name) }
        functions["where"] = .numpy(
            numpy, "where", ["condition", "x1", "x2"], passing: ["condition", "x", "y"],
            .elementwise(masking: .choice))
        functions["clip"] = .numpy(
            numpy, "clip", ["x", "x_min", "x_max"], passing: ["a", "a_min", "a_max"], .elementwise)
        functions["rsqrt"] = mapped("Rsqrt") { 1 / $0.squareRoot() }
        functions["erf"] = mapped("Erf") { erf($0) }
        functions["hard_sigmoid_of_backend"] = mapped("HardSigmoid") { min(max(0.2 * $0 + 0.5, 0), 1) }
        functions["ones_like"] = mapped("OnesLike", .filling) { _ in 1 }
        functions["zeros_like"] = mapped("ZerosLike", .filling) { _ in 0 }
        functions["squared_difference"] = TensorFunction("SquaredDifference", ["x", "y"], .elementwise) {
            operands, interpreter throws(RaisedError) in
            let difference = try interpreter.binary(.subtract, try operands.required(0), try operands.required(1))
            return try interpreter.binary(.multiply, difference, difference)
        }
        for name in ["identity", "stop_gradient", "cast", "convert_to_tensor"] {
            functions[name] = TensorFunction(name.camelCased, ["x", "dtype"], .elementwise) {
                operands, interpreter throws(RaisedError) in
                .host(ArrayObject(try operands.array(0, interpreter)))
            }
        }
        for name in Catalogue.activations.names {
            functions[name] = activation(name, library)
        }
        functions["relu_of_backend"] = backendReLU(library)
        return functions
    }

    /// A function of pairs; either of them may be a plain number.
    private static func pair(_ numpy: ModuleObject, _ name: String) -> TensorFunction {
        let masking: ElementwiseRule.Masking =
            switch name {
            case "multiply": .factor
            case "add", "subtract": .summand
            default: .none
            }
        return TensorFunction(name.camelCased, ["x1", "x2"], .elementwise(masking: masking)) {
            operands, interpreter throws(RaisedError) in
            guard let function = numpy[name] else { return .none }
            return try interpreter.call(function, CallArguments([try operands.required(0), try operands.required(1)]))
        }
    }

    private static func mapped(
        _ className: String, _ rule: KnownRule = .elementwise, _ function: @escaping (Double) -> Double
    ) -> TensorFunction {
        TensorFunction(className, ["x"], rule) { operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            return .host(ArrayObject(try raising { try array.mapped(function) }))
        }
    }

    /// An activation of the catalogue; its own parameters follow the tensor.
    private static func activation(_ name: String, _ library: LibraryContext) -> TensorFunction? {
        guard let definition = Catalogue.activations[name] else { return nil }
        let parameters = ["x"] + definition.parameters.map(\.name)
        // Those with an axis combine the elements along it.
        let axis = definition.parameters.firstIndex { $0.name == "axis" }
        let rule = axis.map { KnownRule.mixing(axis: $0 + 1, or: -1) } ?? .elementwise
        return TensorFunction(definition.name.camelCased, parameters, name == "glu" ? .unknown : rule) {
            operands, interpreter throws(RaisedError) in
            var site = CallSite()
            for (place, parameter) in definition.parameters.enumerated() {
                guard let value = operands[place + 1] else { continue }
                site.keywords.append(.init(parameter.name, try interpreter.argument(value)))
            }
            let array = try operands.array(0, interpreter)
            // `axis=None` that was written stands for all elements.
            if let axis, axis + 1 < operands.values.count, case .none? = operands.values[axis + 1] {
                let flat = try raising { try array.reshaped([array.count]).tensor() }
                return .host(
                    ArrayObject(
                        try raising {
                            try NumericArray(try definition.make(site).product.apply(flat)).reshaped(array.shape)
                        }))
            }
            return .host(
                ArrayObject(try raising { try definition.make(site).product.apply(try array.tensor()) }))
        }
    }

    /// `K.relu(x, alpha=0., max_value=None, threshold=0.)`.
    private static func backendReLU(_ library: LibraryContext) -> TensorFunction {
        TensorFunction("Relu", ["x", "alpha", "max_value", "threshold"], .elementwise) {
            operands, interpreter throws(RaisedError) in
            var site = CallSite()
            for (place, name) in [(1, "negative_slope"), (2, "max_value"), (3, "threshold")] {
                if let value = operands[place] { site.keywords.append(.init(name, try interpreter.argument(value))) }
            }
            let array = try operands.array(0, interpreter)
            return .host(
                ArrayObject(
                    try raising {
                        guard let definition = Catalogue.activations["relu"] else { return try array.tensor() }
                        return try definition.make(site).product.apply(try array.tensor())
                    }))
        }
    }
}
