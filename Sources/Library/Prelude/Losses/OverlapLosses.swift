extension Prelude {
    /// Losses of regions that should overlap, for segmentation.
    ///
    /// Source: the formulas of keras/src/losses/losses.py.
    static let overlapLosses = """
        def dice(y_true, y_pred, axis=None):
            y_pred = _float(y_pred)
            y_true = ops.cast(ops.convert_to_tensor(y_true), y_pred.dtype)
            both = ops.sum(y_true * y_pred, axis=axis)
            return 1.0 - 2.0 * both / (ops.sum(y_true, axis=axis) + ops.sum(y_pred, axis=axis) + 1e-7)


        def tversky(y_true, y_pred, alpha=0.5, beta=0.5, axis=None):
            y_pred = _float(y_pred)
            y_true = ops.cast(ops.convert_to_tensor(y_true), y_pred.dtype)
            both = ops.sum(y_true * y_pred, axis=axis)
            missed = ops.sum((1 - y_pred) * y_true, axis=axis)
            false = ops.sum(y_pred * (1 - y_true), axis=axis)
            return 1.0 - both / (both + missed * alpha + false * beta + 1e-7)


        class Dice(_LossWithArguments):
            def __init__(self, reduction="sum_over_batch_size", name="dice", axis=None, dtype=None):
                super().__init__(dice, reduction, name, dtype, axis=axis)


        class Tversky(_LossWithArguments):
            def __init__(
                    self, alpha=0.5, beta=0.5, reduction="sum_over_batch_size", name="tversky", axis=None,
                    dtype=None):
                super().__init__(tversky, reduction, name, dtype, alpha=alpha, beta=beta, axis=axis)
        """
}
