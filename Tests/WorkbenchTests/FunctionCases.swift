import Interpreter
import Language
import Workbench

/// One call of every function of `keras.ops` on `x`, and `z` where it takes two tensors.
enum FunctionCases {
    /// Functions of numbers and shapes, and namespaces.
    private static let others = Set<String>([
        "arange", "array", "convert_to_numpy", "convert_to_tensor", "eye", "full", "image", "int_shape", "linspace",
        "identity", "linalg", "ndim", "nn", "numpy", "ones", "shape", "zeros",
    ]).union(calling).union(mixing)

    /// Functions that call functions.
    private static let calling: Set<String> = [
        "cond", "fori_loop", "map", "scan", "switch", "vectorized_map", "while_loop",
    ]

    /// Functions whose results are no tensor of samples: they mix or count these, or take places and whole numbers.
    private static let mixing: Set<String> = [
        "bincount", "diag", "flipud", "in_top_k", "is_tensor", "meshgrid", "multi_hot", "nonzero", "outer", "rot90",
        "scatter",
        "scatter_update", "segment_max", "segment_min", "segment_prod", "segment_sum", "size", "vstack", "corrcoef",
        "correlate",
        "diagflat", "dstack", "kron", "searchsorted", "vdot", "vsplit",
    ]

    private static let calls = [
        "average_pool": "ops.average_pool(x, 2)", "broadcast_to": "ops.broadcast_to(x, (2, 4, 3, 2))",
        "clip": "ops.clip(x, 0.3, 0.7)", "concatenate": "ops.concatenate([x, z], axis=2)",
        "conv": "ops.conv(x, np.ones((2, 2, 2, 3)))", "depthwise_conv": "ops.depthwise_conv(x, np.ones((2, 2, 2, 1)))",
        "dot": "ops.dot(x, np.ones((2, 3)))", "einsum": "ops.einsum('bhwc,bhwd->bhcd', x, z)",
        "expand_dims": "ops.expand_dims(x, 1)", "get_item": "ops.get_item(x, (slice(None), 1))",
        "matmul": "ops.matmul(x, ops.swapaxes(z, 2, 3))", "moments": "ops.moments(x, axes=[1, 2])[0]",
        "moveaxis": "ops.moveaxis(x, 1, 2)", "pad": "ops.pad(x, ((0, 0), (1, 0), (0, 2), (0, 0)))",
        "repeat": "ops.repeat(x, 2, axis=2)", "reshape": "ops.reshape(x, (-1, 12, 2))",
        "resize": "ops.image.resize(x, (6, 2))", "roll": "ops.roll(x, 1, axis=1)",
        "split": "ops.split(x, 2, axis=1)[0]",
        "split_by_sizes": "ops.split(x, [1], axis=1)[1]", "take": "ops.take(x, 1, axis=1)",
        "tensordot": "ops.tensordot(x, np.ones((2, 3)), axes=1)", "tile": "ops.tile(x, (1, 1, 2, 1))",
        "stack": "ops.stack([x, z], axis=2)", "unstack": "ops.unstack(x, axis=1)[2]",
        "where": "ops.where(x > 0.5, x, z)", "one_hot": "ops.one_hot(x[..., 0], 3)",
        "depth_to_space": "ops.depth_to_space(ops.concatenate([x, z], -1), 2)",
        "space_to_depth": "ops.space_to_depth(x[:, :, :2], 2)", "max_pool": "ops.max_pool(x, 2)",
        "cast": "ops.cast(x, 'float32')", "swapaxes": "ops.swapaxes(x, 1, 2)",
        "take_along_axis": "ops.take_along_axis(x, np.zeros((1, 1, 3, 2)), axis=1)", "cumsum": "ops.cumsum(x, axis=1)",
        "squeeze": "ops.squeeze(x[:, :1], axis=1)", "squeeze_unknown": "tf.squeeze(x[:, :1], axis=1)",
        "append": "ops.append(x, z, axis=1)", "array_split": "ops.array_split(x, 2, axis=1)[0]",
        "average": "ops.average(x, axis=1)",
        "batch_normalization": "ops.batch_normalization(x, np.ones(2), np.ones(2), -1)",
        "binary_crossentropy": "ops.binary_crossentropy(x, ops.sigmoid(z))",
        "bitwise_and": "ops.bitwise_and(ops.cast(x * 9, 'int32'), 3)",
        "bitwise_or": "ops.bitwise_or(ops.cast(x * 9, 'int32'), 3)",
        "bitwise_not": "ops.bitwise_not(ops.cast(x * 9, 'int32'))",
        "bitwise_invert": "ops.bitwise_invert(ops.cast(x * 9, 'int32'))",
        "bitwise_xor": "ops.bitwise_xor(ops.cast(x * 9, 'int32'), 3)",
        "left_shift": "ops.left_shift(ops.cast(x * 9, 'int32'), 1)",
        "right_shift": "ops.right_shift(ops.cast(x * 9, 'int32'), 1)",
        "categorical_crossentropy": "ops.categorical_crossentropy(x, z, from_logits=True)",
        "cross": "ops.cross(ops.swapaxes(x, 2, 3), np.ones((4, 2, 3)))",
        "diagonal": "ops.diagonal(x, axis1=1, axis2=2)", "trace": "ops.trace(x, axis1=1, axis2=2)",
        "dot_product_attention": "ops.dot_product_attention(x, x, z)", "full_like": "ops.full_like(x, 2.0)",
        "hstack": "ops.hstack([x, z])", "inner": "ops.inner(x, np.ones((3, 2)))", "isin": "ops.isin(x, [0.5])",
        "median": "ops.median(x, axis=1)", "percentile": "ops.percentile(x, 30, axis=1)",
        "select": "ops.select([x > 0.5], [x], 0.0)", "slice": "ops.slice(x, [0, 1, 0, 0], [1, 2, 3, 2])",
        "slice_update": "ops.slice_update(x, [0, 1, 0, 0], np.zeros((1, 1, 3, 2)))",
        "sparse_categorical_crossentropy":
            "ops.sparse_categorical_crossentropy(np.zeros((1, 4, 3)), x, from_logits=True)",
        "top_k": "ops.top_k(x, 1)[0]", "cdist": "ops.cdist(x, z)",
        "cholesky": "ops.cholesky(ops.matmul(x, ops.swapaxes(x, 2, 3)) + 3 * np.eye(3))",
        "inv": "ops.inv(ops.matmul(x, ops.swapaxes(z, 2, 3)) + 3 * np.eye(3))",
        "det": "ops.det(ops.matmul(x, ops.swapaxes(z, 2, 3)) + 3 * np.eye(3))",
        "solve": "ops.solve(ops.matmul(x, ops.swapaxes(z, 2, 3)) + 3 * np.eye(3), z)",
        "conv_transpose": "ops.conv_transpose(x, np.ones((2, 2, 3, 2)))",
        "separable_conv": "ops.separable_conv(x, np.ones((2, 2, 2, 1)), np.ones((1, 1, 2, 3)))",
        "digitize": "ops.digitize(x, [0.5])", "dsplit": "ops.dsplit(x, [1])[0]", "hsplit": "ops.hsplit(x, 2)[1]",
        "gcd": "ops.gcd(ops.cast(x * 9, 'int32'), 6)", "lcm": "ops.lcm(ops.cast(x * 9, 'int32'), 6)",
        "quantile": "ops.quantile(x, 0.3, axis=1)",
        "threshold": "ops.threshold(x, 0.1, 0.5)", "transpose": "ops.transpose(x, (0, 2, 1, 3))",
    ]

    private static let pairs: Set<String> = [
        "add", "subtract", "multiply", "divide", "true_divide", "floor_divide", "power", "mod", "maximum", "minimum",
        "equal", "not_equal", "greater", "greater_equal", "less", "less_equal", "logical_and", "logical_or",
        "squared_difference", "divide_no_nan", "isclose", "logaddexp", "logical_xor", "arctan2", "fmax", "fmin", "fmod",
        "heaviside", "hypot", "ldexp", "logaddexp2",
    ]

    static let all: [String] = {
        let session = Session()
        session.options.showsResults = false
        _ = session.run(SourceText(name: "names", "names = dir(ops)"))
        guard case .list(let list)? = session.interpreter.globals["names"] else { return [] }
        return list.items.compactMap { item in
            guard case .string(let name) = item, !name.hasPrefix("_"), !others.contains(name) else { return nil }
            return calls[name] ?? (pairs.contains(name) ? "ops.\(name)(x, z)" : "ops.\(name)(x)")
        }
    }()
}
