extension Prelude {
    /// Scores of columns: F-beta of labels, R² of numbers.
    ///
    /// Source: keras/src/metrics/f_score_metrics.py and regression_metrics.py.
    static let scoreMetrics = """
        # Columns are told apart once their number is known.
        def _check_columns(metric, y_true, y_pred):
            if len(y_pred.shape) != 2 or len(y_true.shape) != 2:
                raise ValueError(
                    f"{metric} expects 2D inputs with shape (batch_size, output_dim). Received input shapes: "
                    f"y_pred.shape={tuple(y_pred.shape)} and y_true.shape={tuple(y_true.shape)}.")


        class FBetaScore(Metric):
            def __init__(self, average=None, beta=1.0, threshold=None, name="fbeta_score", dtype=None):
                super().__init__(name=name, dtype=dtype)
                if average not in (None, "micro", "macro", "weighted"):
                    raise ValueError(
                        "Invalid `average` argument value. Expected one of: {None, 'micro', 'macro', 'weighted'}. "
                        f"Received: average={average}")
                if not isinstance(beta, float):
                    raise ValueError(
                        f"Invalid `beta` argument value. It should be a Python float. Received: beta={beta} "
                        f"of type '{type(beta)}'")
                if beta <= 0.0:
                    raise ValueError(f"Invalid `beta` argument value. It should be > 0. Received: beta={beta}")
                if threshold is not None and not isinstance(threshold, float):
                    raise ValueError(
                        "Invalid `threshold` argument value. It should be a Python float. "
                        f"Received: threshold={threshold} of type '{type(threshold)}'")
                if threshold is not None and not 0.0 < threshold <= 1.0:
                    raise ValueError(
                        "Invalid `threshold` argument value. It should verify 0 < threshold <= 1. "
                        f"Received: threshold={threshold}")
                self.average, self.beta, self.threshold = average, beta, threshold
                self.axis = None if average == "micro" else 0
                self._is_built = False

            def _build(self, y_true, y_pred):
                _check_columns("FBetaScore", y_true, y_pred)
                shape = () if self.average == "micro" else (y_pred.shape[-1],)
                self._add_zeros(
                    shape, "true_positives", "false_positives", "false_negatives", "intermediate_weights")
                self._is_built = True

            def update_state(self, y_true, y_pred, sample_weight=None):
                y_true, y_pred = (ops.cast(ops.convert_to_tensor(y), self.dtype) for y in (y_true, y_pred))
                if not self._is_built:
                    self._build(y_true, y_pred)
                if self.threshold is None:
                    largest = ops.max(y_pred, axis=-1, keepdims=True)
                    chosen = ops.logical_and(y_pred >= largest, ops.abs(y_pred) > 1e-9)
                else:
                    chosen = y_pred > self.threshold
                chosen = ops.cast(chosen, self.dtype)
                weights = ops.ones((y_true.shape[0],), self.dtype)
                if sample_weight is not None:
                    weights = ops.cast(ops.convert_to_tensor(sample_weight), self.dtype)
                weights = ops.expand_dims(weights, 1)
                for variable, counts in (
                        (self.true_positives, chosen * y_true), (self.false_positives, chosen * (1 - y_true)),
                        (self.false_negatives, (1 - chosen) * y_true), (self.intermediate_weights, y_true)):
                    variable.assign(variable + ops.sum(counts * weights, axis=self.axis))

            def result(self):
                precision = self.true_positives / (self.true_positives + self.false_positives + 1e-7)
                recall = self.true_positives / (self.true_positives + self.false_negatives + 1e-7)
                score = precision * recall / (self.beta ** 2 * precision + recall + 1e-7) * (1 + self.beta ** 2)
                if self.average == "weighted":
                    return ops.sum(score * (self.intermediate_weights / (ops.sum(self.intermediate_weights) + 1e-7)))
                return score if self.average is None else ops.mean(score)

            def get_config(self):
                return {
                    **super().get_config(), "average": self.average, "beta": self.beta, "threshold": self.threshold}


        class F1Score(FBetaScore):
            def __init__(self, average=None, threshold=None, name="f1_score", dtype=None):
                super().__init__(average, 1.0, threshold, name, dtype)

            def get_config(self):
                config = super().get_config()
                del config["beta"]
                return config


        class R2Score(Metric):
            def __init__(
                    self, class_aggregation="uniform_average", num_regressors=0, name="r2_score", dtype=None):
                super().__init__(name=name, dtype=dtype)
                allowed = (None, "uniform_average", "variance_weighted_average")
                if class_aggregation not in allowed:
                    raise ValueError(
                        f"Invalid value for argument `class_aggregation`. Expected one of {allowed}. "
                        f"Received: class_aggregation={class_aggregation}")
                if num_regressors < 0:
                    raise ValueError(
                        "Invalid value for argument `num_regressors`. Expected a value >= 0. "
                        f"Received: num_regressors={num_regressors}")
                self.class_aggregation, self.num_regressors = class_aggregation, num_regressors
                self._add_zeros((), "num_samples")
                self._is_built = False

            def _build(self, y_true, y_pred):
                _check_columns("R2Score", y_true, y_pred)
                self._add_zeros((y_pred.shape[-1],), "squared_sum", "sum", "total_mse", "count")
                self._is_built = True

            def update_state(self, y_true, y_pred, sample_weight=None):
                y_true, y_pred = _pair(y_true, ops.cast(ops.convert_to_tensor(y_pred), self.dtype))
                if not self._is_built:
                    self._build(y_true, y_pred)
                weights = ops.cast(ops.convert_to_tensor(1 if sample_weight is None else sample_weight), self.dtype)
                if len(weights.shape) == 1:
                    weights = ops.expand_dims(weights, 1)
                weights = ops.broadcast_to(weights, y_true.shape)
                self.sum.assign(self.sum + ops.sum(y_true * weights, axis=0))
                self.squared_sum.assign(self.squared_sum + ops.sum(y_true * y_true * weights, axis=0))
                self.total_mse.assign(self.total_mse + ops.sum((y_true - y_pred) ** 2 * weights, axis=0))
                self.count.assign(self.count + ops.sum(weights, axis=0))
                self.num_samples.assign(self.num_samples + float(ops.size(y_true)))

            def result(self):
                total = self.squared_sum - self.sum * (self.sum / self.count)
                scores = 1 - self.total_mse / total
                scores = ops.where(ops.isinf(scores), 0.0, scores)
                if self.class_aggregation == "uniform_average":
                    scores = ops.mean(scores)
                elif self.class_aggregation == "variance_weighted_average":
                    scores = ops.sum(total * scores) / ops.sum(total)
                return self._adjusted(scores)

            # The score for as many explaining variables as there are.
            def _adjusted(self, scores):
                samples = float(self.num_samples)
                if self.num_regressors == 0:
                    return scores
                if self.num_regressors > samples - 1:
                    warnings.warn(
                        "More independent predictors than datapoints in adjusted R2 score. Falling back to standard "
                        "R2 score.")
                    return scores
                if self.num_regressors == samples - 1:
                    warnings.warn("Division by zero in Adjusted R2 score. Falling back to standard R2 score.")
                    return scores
                return 1.0 - (1.0 - scores) * (samples - 1.0) / (samples - self.num_regressors - 1.0)

            def get_config(self):
                return {
                    **super().get_config(), "class_aggregation": self.class_aggregation,
                    "num_regressors": self.num_regressors}
        """
}
