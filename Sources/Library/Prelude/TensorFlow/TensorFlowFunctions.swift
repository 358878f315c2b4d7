extension Prelude {
    /// Functions of `tensorflow` and `tensorflow.math` that are functions of `keras.ops` under other names or with other parameters.
    ///
    /// Source: the documentation of TensorFlow's Python functions.
    static let tensorFlowFunctions = """
        import numpy as np
        from keras import ops


        def where(condition, x=None, y=None, name=None):
            if x is None and y is None:
                return np.argwhere(condition)
            if x is None or y is None:
                raise ValueError("x and y must both be non-None or both be None.")
            return ops.where(condition, x, y)


        # The mean of whole numbers is a whole number to TensorFlow, rounded towards zero.
        def reduce_mean(input_tensor, axis=None, keepdims=False, name=None):
            mean = ops.mean(input_tensor, axis=axis, keepdims=keepdims)
            kind = str(input_tensor.dtype if hasattr(input_tensor, "dtype") else _constant_type(input_tensor))
            return ops.cast(mean, kind) if "int" in kind else mean


        def _constant_type(value):
            kind = np.asarray(value).dtype
            return "int32" if kind == "int64" else kind


        def add_n(inputs, name=None):
            total = inputs[0]
            for part in inputs[1:]:
                total = total + part
            return total


        def argmin(input, axis=None, output_type="int64", name=None):
            return ops.cast(ops.argmin(input, axis=0 if axis is None else axis), output_type)


        def argsort(values, axis=-1, direction="ASCENDING", stable=False, name=None):
            return ops.argsort(_directed(values, direction), axis=axis)


        def sort(values, axis=-1, direction="ASCENDING", name=None):
            result = ops.sort(_directed(values, direction), axis=axis)
            return result if direction == "ASCENDING" else -result


        def _directed(values, direction):
            if direction not in ("ASCENDING", "DESCENDING"):
                raise ValueError(f"`direction` should be one of 'ASCENDING' or 'DESCENDING', got {direction!r}")
            return values if direction == "ASCENDING" else -values


        def boolean_mask(tensor, mask, axis=None, name=None):
            axis = axis or 0
            mask = np.array(mask)
            shape = tensor.shape[:axis] + (-1,) + tensor.shape[axis + mask.ndim:]
            places = np.nonzero(np.ravel(mask))[0]
            return ops.take(ops.reshape(tensor, shape), places, axis=axis)


        def broadcast_to(input, shape, name=None):
            return ops.broadcast_to(input, shape)


        def clip_by_norm(t, clip_norm, axes=None, name=None):
            size = ops.sqrt(ops.sum(ops.square(t), axis=axes, keepdims=True))
            return t * clip_norm / ops.maximum(size, clip_norm)


        def cond(pred, true_fn=None, false_fn=None, name=None):
            return ops.cond(pred, true_fn, false_fn)


        def einsum(equation, *inputs):
            return ops.einsum(equation, *inputs)


        def ensure_shape(x, shape, name=None):
            for size, wanted in zip(x.shape, shape):
                if size is not None and wanted is not None and size != wanted:
                    raise ValueError(f"Tensor's shape {x.shape} is not compatible with supplied shape {shape}")
            return x


        def executing_eagerly():
            return True


        def fill(dims, value, name=None):
            whole = isinstance(value, int) and not isinstance(value, bool)
            return ops.full(dims, value, dtype="int32" if whole else "bool" if isinstance(value, bool) else "float32")


        def gather_nd(params, indices, batch_dims=0, name=None):
            if batch_dims:
                raise NotImplementedError("`batch_dims` of tf.gather_nd is not implemented")
            indices = np.array(indices)
            depth = indices.shape[-1]
            places = np.zeros(indices.shape[:-1], dtype="int64")
            for axis in range(depth):
                places = places * params.shape[axis] + indices[..., axis]
            return ops.take(ops.reshape(params, (-1, *params.shape[depth:])), places, axis=0)


        def map_fn(fn, elems, dtype=None, parallel_iterations=None, back_prop=True, swap_memory=False, infer_shape=True,
                   name=None, fn_output_signature=None):
            return ops.map(fn, elems)


        def matmul(a, b, transpose_a=False, transpose_b=False, name=None):
            a = ops.swapaxes(a, -1, -2) if transpose_a else a
            return ops.matmul(a, ops.swapaxes(b, -1, -2) if transpose_b else b)


        def meshgrid(*args, indexing="xy", name=None):
            return ops.meshgrid(*args, indexing=indexing)


        def norm(tensor, ord="euclidean", axis=None, keepdims=None, name=None):
            return ops.norm(tensor, ord=None if ord == "euclidean" else ord, axis=axis, keepdims=bool(keepdims))


        def range(start, limit=None, delta=1, dtype=None, name="range"):
            if limit is None:
                start, limit = 0, start
            return ops.arange(start, limit, delta, dtype=dtype)


        def rank(input, name=None):
            return ops.cast(ops.convert_to_tensor(len(input.shape)), "int32")


        def reduce_logsumexp(input_tensor, axis=None, keepdims=False, name=None):
            return ops.logsumexp(input_tensor, axis=axis, keepdims=keepdims)


        def roll(input, shift, axis, name=None):
            return ops.roll(input, shift, axis=axis)


        def scatter_nd(indices, updates, shape, name=None):
            return ops.scatter(indices, updates, shape)


        def sequence_mask(lengths, maxlen=None, dtype="bool", name=None):
            count = ops.max(lengths) if maxlen is None else maxlen
            return ops.cast(ops.arange(count) < ops.expand_dims(lengths, -1), dtype)


        def size(input, out_type="int32", name=None):
            total = 1
            for part in ops.shape(input):
                total = total * part
            return ops.cast(ops.convert_to_tensor(total), out_type)


        def slice(input_, begin, size, name=None):
            return ops.slice(input_, begin, size)


        def tensordot(a, b, axes, name=None):
            return ops.tensordot(a, b, axes=axes)


        def truediv(x, y, name=None):
            return ops.true_divide(x, y)


        def vectorized_map(fn, elems, fallback_to_while_loop=True, warn=True):
            return ops.vectorized_map(fn, elems)


        def while_loop(cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True,
                       swap_memory=False, maximum_iterations=None, name=None):
            return ops.while_loop(cond, body, loop_vars, maximum_iterations=maximum_iterations)


        def not_equal(x, y, name=None):
            return ops.not_equal(x, y)


        def less_equal(x, y, name=None):
            return ops.less_equal(x, y)


        def greater_equal(x, y, name=None):
            return ops.greater_equal(x, y)


        def logical_and(x, y, name=None):
            return ops.logical_and(x, y)


        def logical_or(x, y, name=None):
            return ops.logical_or(x, y)


        def logical_not(x, name=None):
            return ops.logical_not(x)


        def logical_xor(x, y, name="LogicalXor"):
            return ops.logical_xor(x, y)
        """
}
