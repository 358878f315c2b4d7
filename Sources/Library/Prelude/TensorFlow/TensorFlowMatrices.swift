extension Prelude {
    /// Functions of `tensorflow.linalg`.
    static let tensorFlowMatrices = """
        from keras import ops


        def matmul(a, b, transpose_a=False, transpose_b=False, name=None):
            a = ops.swapaxes(a, -1, -2) if transpose_a else a
            return ops.matmul(a, ops.swapaxes(b, -1, -2) if transpose_b else b)


        def matvec(a, b, transpose_a=False, name=None):
            return ops.squeeze(matmul(a, ops.expand_dims(b, -1), transpose_a=transpose_a), axis=-1)


        def einsum(equation, *inputs):
            return ops.einsum(equation, *inputs)


        def eye(num_rows, num_columns=None, dtype="float32", name=None):
            return ops.eye(num_rows, num_columns, dtype=dtype)


        def band_part(input, num_lower, num_upper, name=None):
            rows, columns = input.shape[-2:]
            distance = ops.arange(rows)[:, None] - ops.arange(columns)[None, :]
            kept = (num_lower < 0) | (distance <= num_lower)
            kept = ops.logical_and(kept, (num_upper < 0) | (-distance <= num_upper))
            return ops.where(kept, input, ops.zeros_like(input))


        def diag_part(input, name="diag_part"):
            return ops.diagonal(input, axis1=-2, axis2=-1)


        def trace(x, name=None):
            return ops.trace(x, axis1=-2, axis2=-1)


        def norm(tensor, ord="euclidean", axis=None, keepdims=None, name=None):
            return ops.norm(tensor, ord=None if ord == "euclidean" else ord, axis=axis, keepdims=bool(keepdims))


        def l2_normalize(x, axis=None, epsilon=1e-12, name=None):
            return x / ops.sqrt(ops.maximum(ops.sum(ops.square(x), axis=axis, keepdims=True), epsilon))


        def tensordot(a, b, axes, name=None):
            return ops.tensordot(a, b, axes=axes)
        """
}
