import Interpreter
import Language
import Workbench

/// One call of every function of `keras.ops` on `x`, and `z` where it takes two tensors.
enum FunctionCases {
    /// Functions of numbers and shapes, and namespaces.
    private static let others: Set<String> = [
        "arange", "array", "convert_to_numpy", "convert_to_tensor", "eye", "full", "image", "int_shape", "linspace",
        "ndim", "nn", "numpy", "ones", "shape", "zeros",
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
        "squeeze": "ops.squeeze(x[:, :1], axis=1)",
        "threshold": "ops.threshold(x, 0.1, 0.5)", "transpose": "ops.transpose(x, (0, 2, 1, 3))",
    ]

    private static let pairs: Set<String> = [
        "add", "subtract", "multiply", "divide", "true_divide", "floor_divide", "power", "mod", "maximum", "minimum",
        "equal", "not_equal", "greater", "greater_equal", "less", "less_equal", "logical_and", "logical_or",
        "squared_difference",
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
