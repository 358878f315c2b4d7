extension Prelude {
    /// Losses that ask for a margin: hinge, and circle for embeddings.
    ///
    /// Source: the formulas of keras/src/losses/losses.py.
    static let marginLosses = """
        # Labels 0 and 1 as -1 and 1; others as they are.
        def _signs(y_true, dtype):
            y_true = ops.cast(ops.convert_to_tensor(y_true), dtype)
            binary = ops.all(ops.logical_or(ops.equal(y_true, 0), ops.equal(y_true, 1)))
            return ops.where(binary, 2.0 * y_true - 1.0, y_true)


        def hinge(y_true, y_pred):
            y_pred = _float(y_pred)
            return ops.mean(ops.maximum(1.0 - _signs(y_true, y_pred.dtype) * y_pred, 0.0), axis=-1)


        def squared_hinge(y_true, y_pred):
            y_pred = _float(y_pred)
            return ops.mean(ops.square(ops.maximum(1.0 - _signs(y_true, y_pred.dtype) * y_pred, 0.0)), axis=-1)


        def categorical_hinge(y_true, y_pred):
            y_pred = _float(y_pred)
            y_true = ops.cast(ops.convert_to_tensor(y_true), y_pred.dtype)
            right = ops.sum(y_true * y_pred, axis=-1)
            wrong = ops.max((1.0 - y_true) * y_pred, axis=-1)
            return ops.maximum(wrong - right + 1.0, 0.0)


        # The logarithm of the sum of exp(values) over each row, of the places that a mask keeps.
        def _log_sum_exp(values, mask):
            return ops.logsumexp(ops.where(mask, values, float("-inf")), axis=1)


        def circle(y_true, y_pred, ref_labels=None, ref_embeddings=None, remove_diagonal=True, gamma=80, margin=0.4):
            y_pred = _float(y_pred)
            labels = ops.reshape(ops.cast(ops.convert_to_tensor(y_true), "int32"), (-1, 1))
            references = y_pred if ref_embeddings is None else _float(ref_embeddings)
            others = y_true if ref_labels is None else ref_labels
            others = ops.reshape(ops.cast(ops.convert_to_tensor(others), "int32"), (1, -1))
            same, different = ops.equal(labels, others), ops.not_equal(labels, others)
            if remove_diagonal:
                rows, columns = ops.expand_dims(ops.arange(same.shape[0]), 1), ops.arange(same.shape[1])
                same = ops.logical_and(same, ops.not_equal(rows, columns))
            distances = ops.maximum(1.0 - ops.matmul(y_pred, ops.transpose(references)), 0.0)
            near = ops.maximum(margin + distances, 0.0) * (margin - distances)
            far = ops.maximum(1.0 + margin - distances, 0.0) * (1.0 - margin - distances)
            return ops.softplus(_log_sum_exp(-gamma * near, same) + _log_sum_exp(gamma * far, different))


        class Hinge(_LossWithArguments):
            def __init__(self, reduction="sum_over_batch_size", name="hinge", dtype=None):
                super().__init__(hinge, reduction, name, dtype)


        class SquaredHinge(_LossWithArguments):
            def __init__(self, reduction="sum_over_batch_size", name="squared_hinge", dtype=None):
                super().__init__(squared_hinge, reduction, name, dtype)


        class CategoricalHinge(_LossWithArguments):
            def __init__(self, reduction="sum_over_batch_size", name="categorical_hinge", dtype=None):
                super().__init__(categorical_hinge, reduction, name, dtype)


        class Circle(_LossWithArguments):
            def __init__(
                    self, gamma=80.0, margin=0.4, remove_diagonal=True, reduction="sum_over_batch_size",
                    name="circle", dtype=None):
                super().__init__(
                    circle, reduction, name, dtype, gamma=gamma, margin=margin, remove_diagonal=remove_diagonal)

            # Rows without a pair count neither in the sum nor in the mean.
            def __call__(self, y_true, y_pred, sample_weight=None):
                y_true, y_pred = ops.convert_to_tensor(y_true, self.dtype), ops.convert_to_tensor(y_pred, self.dtype)
                values = self.call(y_true, y_pred)
                return self._reduced(values, sample_weight, values > 0)
        """
}
