extension Prelude {
    /// Losses of differences: squared, absolute, relative, logarithmic, and of directions.
    ///
    /// Source: the formulas of keras/src/losses/losses.py.
    static let errorLosses = """
        def mean_squared_error(y_true, y_pred):
            y_true, y_pred = _pair(y_true, y_pred)
            return ops.mean(ops.square(y_true - y_pred), axis=-1)


        def mean_absolute_error(y_true, y_pred):
            y_true, y_pred = _pair(y_true, y_pred)
            return ops.mean(ops.abs(y_true - y_pred), axis=-1)


        def mean_absolute_percentage_error(y_true, y_pred):
            y_true, y_pred = _pair(y_true, y_pred)
            difference = ops.abs((y_true - y_pred) / ops.maximum(ops.abs(y_true), 1e-7))
            return 100.0 * ops.mean(difference, axis=-1)


        def mean_squared_logarithmic_error(y_true, y_pred):
            y_true, y_pred = _pair(y_true, y_pred)
            first = ops.log(ops.maximum(y_pred, 1e-7) + 1.0)
            second = ops.log(ops.maximum(y_true, 1e-7) + 1.0)
            return ops.mean(ops.square(first - second), axis=-1)


        def huber(y_true, y_pred, delta=1.0):
            y_true, y_pred = _pair(y_true, y_pred)
            error = ops.abs(y_pred - y_true)
            far = delta * error - 0.5 * delta * delta
            return ops.mean(ops.where(error <= delta, 0.5 * ops.square(error), far), axis=-1)


        def log_cosh(y_true, y_pred):
            y_true, y_pred = _pair(y_true, y_pred)
            x = y_pred - y_true
            return ops.mean(x + ops.softplus(x * -2.0) - ops.log(2.0), axis=-1)


        def poisson(y_true, y_pred):
            y_pred = _float(y_pred)
            return ops.mean(y_pred - ops.cast(y_true, y_pred.dtype) * ops.log(y_pred + 1e-7), axis=-1)


        def cosine_similarity(y_true, y_pred, axis=-1):
            y_true, y_pred = _pair(y_true, y_pred)
            y_true, y_pred = ops.normalize(y_true, axis=axis), ops.normalize(y_pred, axis=axis)
            return -ops.sum(y_true * y_pred, axis=axis)


        class MeanSquaredError(_LossWithArguments):
            def __init__(self, reduction="sum_over_batch_size", name="mean_squared_error", dtype=None):
                super().__init__(mean_squared_error, reduction, name, dtype)


        class MeanAbsoluteError(_LossWithArguments):
            def __init__(self, reduction="sum_over_batch_size", name="mean_absolute_error", dtype=None):
                super().__init__(mean_absolute_error, reduction, name, dtype)


        class MeanAbsolutePercentageError(_LossWithArguments):
            def __init__(self, reduction="sum_over_batch_size", name="mean_absolute_percentage_error", dtype=None):
                super().__init__(mean_absolute_percentage_error, reduction, name, dtype)


        class MeanSquaredLogarithmicError(_LossWithArguments):
            def __init__(self, reduction="sum_over_batch_size", name="mean_squared_logarithmic_error", dtype=None):
                super().__init__(mean_squared_logarithmic_error, reduction, name, dtype)


        class Huber(LossFunctionWrapper):
            def __init__(self, delta=1.0, reduction="sum_over_batch_size", name="huber_loss", dtype=None):
                super().__init__(huber, reduction, name, dtype, delta=delta)


        class LogCosh(_LossWithArguments):
            def __init__(self, reduction="sum_over_batch_size", name="log_cosh", dtype=None):
                super().__init__(log_cosh, reduction, name, dtype)


        class Poisson(_LossWithArguments):
            def __init__(self, reduction="sum_over_batch_size", name="poisson", dtype=None):
                super().__init__(poisson, reduction, name, dtype)


        class CosineSimilarity(LossFunctionWrapper):
            def __init__(self, axis=-1, reduction="sum_over_batch_size", name="cosine_similarity", dtype=None):
                super().__init__(cosine_similarity, reduction, name, dtype, axis=axis)
        """
}
