extension Prelude {
    /// Metrics that are means over the samples: errors, correlations, and the losses of each sample.
    ///
    /// Source: keras/src/metrics/regression_metrics.py, correlation_metrics.py, hinge_metrics.py and
    /// probabilistic_metrics.py.
    static let meanMetrics = """
        def _pair(y_true, y_pred):
            y_pred = ops.convert_to_tensor(y_pred)
            return _same_rank(ops.cast(ops.convert_to_tensor(y_true), y_pred.dtype), y_pred)


        def cosine_similarity(y_true, y_pred, axis=-1):
            return -keras.losses.cosine_similarity(y_true, y_pred, axis=axis)


        def pearson_correlation(y_true, y_pred, axis=-1):
            y_true, y_pred = _pair(y_true, y_pred)
            y_true = y_true - ops.mean(y_true, axis=axis, keepdims=True)
            y_pred = y_pred - ops.mean(y_pred, axis=axis, keepdims=True)
            y_true = y_true / ops.std(y_true, axis=axis, keepdims=True)
            return ops.mean(y_true * (y_pred / ops.std(y_pred, axis=axis, keepdims=True)), axis=axis)


        def concordance_correlation(y_true, y_pred, axis=-1):
            y_true, y_pred = _pair(y_true, y_pred)
            true_mean = ops.mean(y_true, axis=axis, keepdims=True)
            mean = ops.mean(y_pred, axis=axis, keepdims=True)
            variances = ops.var(y_true - true_mean, axis=axis, keepdims=True) + ops.var(
                y_pred - mean, axis=axis, keepdims=True)
            products = (y_true - mean) * (y_pred - mean)
            return ops.mean(2 * products / (variances + ops.square(true_mean - mean) + 1e-7), axis=axis)


        class MeanSquaredError(_MeanWithArguments):
            def __init__(self, name="mean_squared_error", dtype=None):
                super().__init__(keras.losses.mean_squared_error, name, dtype)


        class MeanAbsoluteError(_MeanWithArguments):
            def __init__(self, name="mean_absolute_error", dtype=None):
                super().__init__(keras.losses.mean_absolute_error, name, dtype)


        class MeanAbsolutePercentageError(_MeanWithArguments):
            def __init__(self, name="mean_absolute_percentage_error", dtype=None):
                super().__init__(keras.losses.mean_absolute_percentage_error, name, dtype)


        class MeanSquaredLogarithmicError(_MeanWithArguments):
            def __init__(self, name="mean_squared_logarithmic_error", dtype=None):
                super().__init__(keras.losses.mean_squared_logarithmic_error, name, dtype)


        class RootMeanSquaredError(Mean):
            def __init__(self, name="root_mean_squared_error", dtype=None):
                super().__init__(name=name, dtype=dtype)

            def update_state(self, y_true, y_pred, sample_weight=None):
                y_true, y_pred = _pair(y_true, ops.cast(ops.convert_to_tensor(y_pred), self.dtype))
                super().update_state(ops.square(y_pred - y_true), sample_weight)

            def result(self):
                return ops.sqrt(super().result())


        class CosineSimilarity(MeanMetricWrapper):
            def __init__(self, name="cosine_similarity", dtype=None, axis=-1):
                super().__init__(cosine_similarity, name, dtype, axis=axis)


        class LogCoshError(_MeanWithArguments):
            def __init__(self, name="logcosh", dtype=None):
                super().__init__(keras.losses.log_cosh, name, dtype)


        class PearsonCorrelation(_MeanWithArguments):
            def __init__(self, name="pearson_correlation", dtype=None, axis=-1):
                super().__init__(pearson_correlation, name, dtype, axis=axis)


        class ConcordanceCorrelation(_MeanWithArguments):
            def __init__(self, name="concordance_correlation", dtype=None, axis=-1):
                super().__init__(concordance_correlation, name, dtype, axis=axis)


        class Hinge(_MeanWithArguments):
            def __init__(self, name="hinge", dtype=None):
                super().__init__(keras.losses.hinge, name, dtype)


        class SquaredHinge(_MeanWithArguments):
            def __init__(self, name="squared_hinge", dtype=None):
                super().__init__(keras.losses.squared_hinge, name, dtype)


        class CategoricalHinge(_MeanWithArguments):
            def __init__(self, name="categorical_hinge", dtype=None):
                super().__init__(keras.losses.categorical_hinge, name, dtype)


        class KLDivergence(_MeanWithArguments):
            def __init__(self, name="kl_divergence", dtype=None):
                super().__init__(keras.losses.kl_divergence, name, dtype)


        class Poisson(_MeanWithArguments):
            def __init__(self, name="poisson", dtype=None):
                super().__init__(keras.losses.poisson, name, dtype)


        class BinaryCrossentropy(_MeanWithArguments):
            def __init__(self, name="binary_crossentropy", dtype=None, from_logits=False, label_smoothing=0):
                super().__init__(
                    keras.losses.binary_crossentropy, name, dtype, from_logits=from_logits,
                    label_smoothing=label_smoothing)


        class CategoricalCrossentropy(_MeanWithArguments):
            def __init__(
                    self, name="categorical_crossentropy", dtype=None, from_logits=False, label_smoothing=0, axis=-1):
                super().__init__(
                    keras.losses.categorical_crossentropy, name, dtype, from_logits=from_logits,
                    label_smoothing=label_smoothing, axis=axis)


        class SparseCategoricalCrossentropy(_MeanWithArguments):
            def __init__(
                    self, name="sparse_categorical_crossentropy", dtype=None, from_logits=False, ignore_class=None,
                    axis=-1):
                super().__init__(
                    keras.losses.sparse_categorical_crossentropy, name, dtype, from_logits=from_logits,
                    ignore_class=ignore_class, axis=axis)

            # Where samples have weights, that of the ignored class is zero; without weights, Keras counts them.
            def update_state(self, y_true, y_pred, sample_weight=None):
                if self.ignore_class is not None and sample_weight is not None:
                    counts = ops.cast(ops.not_equal(ops.convert_to_tensor(y_true), self.ignore_class), self.dtype)
                    counts, sample_weight = _same_rank(
                        counts, ops.cast(ops.convert_to_tensor(sample_weight), self.dtype))
                    sample_weight = counts * sample_weight
                super().update_state(y_true, y_pred, sample_weight)
        """
}
