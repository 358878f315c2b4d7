import Arrays
import Interpreter
import Layers

/// Tensor functions whose values are computed by texts in the language: `Prelude.operationTexts`.
enum CarriedFunctions {
    static func all(_ module: @escaping () -> ModuleObject?) -> [String: TensorFunction] {
        var functions: [String: TensorFunction] = [:]
        for (text, rule) in signatures {
            let name = String(text.prefix { $0 != "(" })
            functions[name] = function(name, parameters(in: text), rule, module)
        }
        return functions
    }

    /// Keras's signatures, and what is known of each function in a network.
    static let signatures: [(text: String, rule: KnownRule)] = [
        ("logsumexp(x, axis=None, keepdims=False)", .reduction(axis: 1, keepsAxes: 2)),
        ("norm(x, ord=None, axis=None, keepdims=False)", .reduction(axis: 2, keepsAxes: 3)),
        ("logaddexp(x1, x2)", .elementwise), ("divide_no_nan(x1, x2)", .elementwise),
        ("nan_to_num(x, nan=0.0, posinf=None, neginf=None)", .elementwise),
        ("erfc(x)", .elementwise), ("real(x)", .elementwise), ("conj(x)", .elementwise),
        ("conjugate(x)", .elementwise), ("imag(x)", .elementwise), ("isreal(x)", .elementwise),
        ("angle(x)", .elementwise),
        ("gcd(x1, x2)", .elementwise), ("lcm(x1, x2)", .elementwise), ("ldexp(x1, x2)", .elementwise),
        ("searchsorted(sorted_sequence, values, side='left')", .unknown), ("cdist(x, y)", .unknown),
        ("segment_min(data, segment_ids, num_segments=None, sorted=False)", .unknown),
        ("segment_prod(data, segment_ids, num_segments=None, sorted=False)", .unknown),
        ("det(x)", .unknown), ("inv(x)", .matrices), ("solve(a, b)", .solution), ("cholesky(x)", .kept),
        ("top_k(x, k, sorted=True)", .unknown), ("in_top_k(targets, predictions, k)", .unknown),
        ("diagonal(x, offset=0, axis1=0, axis2=1)", .unknown), ("trace(x, offset=0, axis1=0, axis2=1)", .unknown),
        ("inner(x1, x2)", .unknown), ("average(x, axis=None, weights=None)", .unknown),
        ("isin(x1, x2, assume_unique=False, invert=False)", .unknown),
        ("select(condlist, choicelist, default=0)", .unknown),
        ("cross(x1, x2, axisa=-1, axisb=-1, axisc=-1, axis=None)", .unknown),
        ("slice(inputs, start_indices, shape)", .unknown), ("slice_update(inputs, start_indices, updates)", .unknown),
        ("scatter(indices, values, shape)", .unknown),
        ("scatter_update(inputs, indices, updates, reduction=None)", .unknown),
        ("segment_sum(data, segment_ids, num_segments=None, sorted=False)", .unknown),
        ("segment_max(data, segment_ids, num_segments=None, sorted=False)", .unknown),
        ("multi_hot(inputs, num_classes=None, axis=-1, dtype=None, sparse=False)", .unknown),
        ("layer_normalization(x, gamma=None, beta=None, axis=-1, epsilon=None)", .unknown),
        ("rms_normalization(x, scale=None, axis=-1, epsilon=None)", .unknown),
        ("batch_normalization(x, mean, variance, axis, offset=None, scale=None, epsilon=0.001)", .unknown),
        (
            "dot_product_attention(query, key, value, bias=None, mask=None, scale=None, is_causal=False, "
                + "flash_attention=None, attn_logits_soft_cap=None)", .unknown
        ),
        ("binary_crossentropy(target, output, from_logits=False)", .elementwise),
        ("categorical_crossentropy(target, output, from_logits=False, axis=-1)", .unknown),
        ("sparse_categorical_crossentropy(target, output, from_logits=False, axis=-1)", .unknown),
    ]

    /// What stands before the sign of equality of each parameter.
    private static func parameters(in text: String) -> [String] {
        text.drop { $0 != "(" }.dropFirst().dropLast().split(separator: ",").map { part in
            String(part.drop { $0 == " " }.prefix { $0 != "=" })
        }
    }

    private static func function(
        _ name: String, _ parameters: [String], _ rule: KnownRule, _ module: @escaping () -> ModuleObject?
    ) -> TensorFunction {
        TensorFunction(name.camelCased, parameters, rule) { operands, interpreter throws(RaisedError) in
            guard let function = module()?[name] else { return .none }
            let keywords = zip(parameters, operands.values).compactMap { name, value in
                value.map { (name, settings.contains(name) ? $0 : array(of: $0)) }
            }
            return try interpreter.call(function, CallArguments([], keywords: keywords))
        }
    }

    /// Parameters whose lists stay lists.
    private static let settings: Set<String> = [
        "axis", "shape", "start_indices", "condlist", "choicelist", "indices_or_sections", "xs",
    ]

    /// A weight or a list of numbers as an array of Keras's type; other values as they are.
    private static func array(of value: Value) -> Value {
        switch value {
        case .host(let weight as WeightObject): return (try? weight.numbers()).map { .host(ArrayObject($0)) } ?? value
        case .list, .tuple:
            guard let array = try? ArrayBuilder.array(from: value) else { return value }
            let type: NumericType = array.type == .float64 ? .float32 : array.type == .int64 ? .int32 : array.type
            return (try? array.converted(to: type)).map { .host(ArrayObject($0)) } ?? value
        default: return value
        }
    }
}

extension KnownRule {
    /// Matrices, one for each matrix.
    fileprivate static let matrices = KnownRule { _ in MixingRule(along: [-2, -1]) }

    /// A tensor of the operand's shape.
    fileprivate static let kept = KnownRule { _ in KeptShapeRule() }

    /// A tensor of the shape of the right side, where that is a tensor of the network.
    fileprivate static let solution = KnownRule { operands in
        operands.tensorShape(1) == nil ? nil : KeptShapeRule(isLast: true)
    }
}
