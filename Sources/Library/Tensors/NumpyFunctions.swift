import Interpreter
import Layers

/// Tensor functions that are numpy's, under the names and with the parameters that Keras gives them.
enum NumpyFunctions {
    static func all(_ numpy: ModuleObject) -> [String: TensorFunction] {
        var functions: [String: TensorFunction] = [:]
        for entry in signatures {
            let name = String(entry.text.prefix { $0 != "(" })
            let own = entry.text.drop { $0 != "(" }.dropFirst().dropLast().split(separator: ",").map { part in
                String(part.drop { $0 == " " }.prefix { $0 != "=" })
            }.filter { !$0.hasPrefix("!") }
            functions[name] = .numpy(
                numpy, name, own, passing: entry.keywords.isEmpty ? nil : entry.keywords, entry.rule)
        }
        return functions
    }

    /// Keras's signatures, the names that numpy has for the parameters where these are others, and what is known in a network.
    static let signatures: [(text: String, keywords: [String], rule: KnownRule)] =
        [
            "cbrt", "exp2", "deg2rad", "rad2deg", "trunc", "copy", "invert", "arcsinh", "arccosh", "arctanh", "fabs",
            "signbit",
            "isposinf", "isneginf",
        ].map { ("\($0)(x)", [], .elementwise) }
        + ["arctan2", "hypot", "heaviside", "logaddexp2", "fmod", "fmax", "fmin"].map {
            ("\($0)(x1, x2)", [], .elementwise)
        }
        + ["nansum", "nanprod", "nanmax", "nanmin", "nanmean", "nanvar", "nanstd", "ptp"].map {
            ("\($0)(x, axis=None, keepdims=False)", ["a", "axis", "keepdims"], .reduction(axis: 1, keepsAxes: 2))
        }
        + ["bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift"].map {
            ("\($0)(x, y)", ["x1", "x2"], .elementwise)
        } + [
            ("logical_xor(x1, x2)", [], .elementwise),
            ("isclose(x1, x2, rtol=1e-05, atol=1e-08, !equal_nan=False)", ["a", "b", "rtol", "atol"], .elementwise),
            ("full_like(x, fill_value, dtype=None)", ["a", "fill_value", "dtype"], .filling),
            ("tril(x, k=0)", ["m", "k"], .kept), ("triu(x, k=0)", ["m", "k"], .kept),
            ("fliplr(x)", ["m"], .reordered(1)), ("flipud(x)", ["m"], .reordered(0)),
            ("rot90(array, k=1, !axes=(0, 1))", ["m", "k"], .unknown),
            ("append(x1, x2, axis=None)", ["arr", "values", "axis"], .unknown),
            ("array_split(x, indices_or_sections, axis=0)", ["ary", "indices_or_sections", "axis"], .unknown),
            ("bincount(x, !weights=None, !minlength=0, !sparse=False)", [], .unknown),
            ("count_nonzero(x, !axis=None)", ["a"], .unknown),
            ("cumprod(x, axis=None, !dtype=None)", ["a", "axis"], .unknown),
            ("diag(x, !k=0)", ["v"], .unknown), ("diff(a, !n=1, !axis=-1)", [], .unknown),
            ("hstack(xs)", ["tup"], .joined(1)), ("vstack(xs)", ["tup"], .joined(0)),
            ("median(x, axis=None, !keepdims=False)", ["a", "axis"], .unknown),
            ("percentile(x, q, axis=None, !method='linear', !keepdims=False)", ["a", "q", "axis"], .unknown),
            ("sinc(x)", [], .elementwise), ("quantile(x, q, axis=None)", ["a", "q", "axis"], .unknown),
            ("kron(x1, x2)", ["a", "b"], .unknown), ("vdot(x1, x2)", ["a", "b"], .unknown),
            ("dstack(xs)", ["tup"], .unknown), ("hsplit(x, indices_or_sections)", [], .unknown),
            ("vsplit(x, indices_or_sections)", [], .unknown), ("dsplit(x, indices_or_sections)", [], .unknown),
            ("diagflat(x, k=0)", ["v", "k"], .unknown),
            ("trapezoid(y, x=None, dx=1.0, axis=-1)", [], .unknown), ("digitize(x, bins)", [], .unknown),
            ("correlate(x1, x2, mode='valid')", ["a", "v", "mode"], .unknown), ("corrcoef(x)", [], .unknown),
            ("nonzero(x)", ["a"], .unknown), ("outer(x1, x2)", ["a", "b"], .unknown), ("size(x)", ["a"], .unknown),
        ]
}

extension KnownRule {
    /// The element at the same position, or none.
    fileprivate static let kept = KnownRule { _ in KeepingRule() }

    /// Elements in another order along an axis.
    fileprivate static func reordered(_ axis: Int) -> KnownRule { KnownRule { _ in ReorderingRule(along: [axis]) } }

    /// Tensors of two axes or more, joined along an axis.
    fileprivate static func joined(_ axis: Int) -> KnownRule {
        KnownRule { $0.holdsTensorsOnly(0) && $0.leastRank(0) > 1 ? JoiningRule(along: axis) : nil }
    }
}

extension Operands {
    /// The least number of axes of the tensors in the list in that place.
    fileprivate func leastRank(_ place: Int) -> Int {
        var items: [Value] = []
        if case .list(let list)? = self[place] { items = list.items }
        if case .tuple(let values)? = self[place] { items = values }
        return items.compactMap { item -> Int? in
            if case .host(let object as TensorObject) = item { object.tensor.shape.rank } else { nil }
        }.min() ?? 0
    }
}
