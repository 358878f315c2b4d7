extension Prelude {
    /// Metrics that count right and wrong answers above and below thresholds: true and false positives and negatives,
    /// precision and recall.
    ///
    /// Source: keras/src/metrics/confusion_metrics.py and metrics_utils.py.
    static let confusionMetrics = """
        import numpy as np


        # Thresholds as a list; `default` where there are none.
        def _thresholds(thresholds, default):
            if thresholds is None:
                return [default]
            thresholds = list(thresholds) if isinstance(thresholds, (list, tuple)) else [thresholds]
            wrong = [value for value in thresholds if value is None or value < 0 or value > 1]
            if wrong:
                raise ValueError(f"Threshold values must be in [0, 1]. Received: {wrong}")
            return thresholds


        def _are_even(thresholds):
            count = len(thresholds)
            return count >= 3 and np.allclose(thresholds, np.arange(count) / (count - 1), atol=1e-7)


        # Which predictions are above each threshold: (thresholds, …). Even thresholds are compared by the number of the
        # interval that a prediction lies in, as rounding may differ from that of the thresholds.
        def _above(y_pred, thresholds):
            shape = (len(thresholds),) + (1,) * len(y_pred.shape)
            inner = [min(max(value, 0.0), 1.0) for value in thresholds]
            if not _are_even(inner):
                return y_pred > ops.reshape(ops.convert_to_tensor(thresholds, y_pred.dtype), shape)
            interval = ops.ceil(ops.clip(y_pred, 0.0, 1.0) * float(len(thresholds) - 1)) - 1.0
            if thresholds[0] < 0:
                interval = ops.maximum(interval, 0.0)
            return interval >= ops.reshape(ops.arange(len(thresholds), dtype=y_pred.dtype), shape)


        # What is not among the k largest of its row, far below every threshold.
        def _only_top(y_pred, k):
            places = ops.top_k(y_pred, k)[1]
            kept = ops.sum(ops.one_hot(places, y_pred.shape[-1]), axis=-2)
            return y_pred * kept - 1e10 * (1 - kept)


        # Labels and predictions of one rank, and weights of each prediction.
        def _counted(y_true, y_pred, weights, top_k, class_id):
            y_true, y_pred = (ops.cast(ops.convert_to_tensor(y), "float32") for y in (y_true, y_pred))
            y_pred, y_true = _same_rank(y_pred, y_true)
            if weights is not None:
                weights = ops.expand_dims(ops.cast(ops.convert_to_tensor(weights), "float32"), -1)
                weights = _same_rank(y_true, weights, expands=False)[1]
            if top_k is not None:
                y_pred = _only_top(y_pred, top_k)
            if class_id is not None:
                if len(y_pred.shape) == 1:
                    raise ValueError(
                        "When class_id is provided, y_pred must be a 2D array with shape (num_samples, num_classes), "
                        f"found shape: {tuple(y_pred.shape)}")
                y_true, y_pred = y_true[..., class_id:class_id + 1 or None], y_pred[..., class_id:class_id + 1 or None]
            weights = ops.ones_like(y_pred) if weights is None else ops.broadcast_to(weights, y_pred.shape)
            return y_true, y_pred, weights


        # Adds to the variables of a metric, by the names of the four counts, what a batch has of them.
        def _count(metric, names, y_true, y_pred, weights, top_k=None, class_id=None, by_label=False, label_weights=None):
            y_true, y_pred, weights = _counted(y_true, y_pred, weights, top_k, class_id)
            if label_weights is not None:
                weights = weights * ops.expand_dims(label_weights, 0)
            if not by_label:
                y_true, y_pred, weights = (ops.reshape(y, (-1,)) for y in (y_true, y_pred, weights))
            above = ops.cast(_above(y_pred, metric._edges), "float32")
            true = ops.cast(ops.cast(y_true, "bool"), "float32") * weights
            false = weights - true
            for name in names:
                labels, answers = {
                    "true_positives": (true, above), "false_positives": (false, above),
                    "true_negatives": (false, 1.0 - above), "false_negatives": (true, 1.0 - above)}[name]
                variable = getattr(metric, name)
                variable.assign(variable + ops.sum(answers * labels, axis=1))


        # How many predictions are of one of the four kinds.
        class _Count(Metric):
            def __init__(self, kind, thresholds, name, dtype):
                super().__init__(name=name, dtype=dtype)
                self.init_thresholds = thresholds
                self.thresholds = self._edges = _thresholds(thresholds, 0.5)
                self._kind = kind
                self._add_zeros((len(self.thresholds),), "accumulator")
                object.__setattr__(self, kind, self.accumulator)

            def update_state(self, y_true, y_pred, sample_weight=None):
                _count(self, [self._kind], y_true, y_pred, sample_weight)

            def result(self):
                return ops.convert_to_tensor(self.accumulator[0] if len(self.thresholds) == 1 else self.accumulator)

            def get_config(self):
                return {**super().get_config(), "thresholds": self.init_thresholds}


        class TruePositives(_Count):
            def __init__(self, thresholds=None, name=None, dtype=None):
                super().__init__("true_positives", thresholds, name, dtype)


        class TrueNegatives(_Count):
            def __init__(self, thresholds=None, name=None, dtype=None):
                super().__init__("true_negatives", thresholds, name, dtype)


        class FalsePositives(_Count):
            def __init__(self, thresholds=None, name=None, dtype=None):
                super().__init__("false_positives", thresholds, name, dtype)


        class FalseNegatives(_Count):
            def __init__(self, thresholds=None, name=None, dtype=None):
                super().__init__("false_negatives", thresholds, name, dtype)


        # The share of true positives among them and one other kind.
        class _Share(Metric):
            def __init__(self, other, thresholds, top_k, class_id, name, dtype):
                super().__init__(name=name, dtype=dtype)
                self.init_thresholds, self.top_k, self.class_id = thresholds, top_k, class_id
                self.thresholds = self._edges = _thresholds(thresholds, 0.5 if top_k is None else -1e10)
                self._other = other
                self._add_zeros((len(self.thresholds),), "true_positives", other)

            def update_state(self, y_true, y_pred, sample_weight=None):
                _count(self, ["true_positives", self._other], y_true, y_pred, sample_weight, self.top_k, self.class_id)

            def result(self):
                share = ops.divide_no_nan(self.true_positives, self.true_positives + getattr(self, self._other))
                return share[0] if len(self.thresholds) == 1 else share

            def get_config(self):
                return {
                    **super().get_config(), "thresholds": self.init_thresholds, "top_k": self.top_k,
                    "class_id": self.class_id}


        class Precision(_Share):
            def __init__(self, thresholds=None, top_k=None, class_id=None, name=None, dtype=None):
                super().__init__("false_positives", thresholds, top_k, class_id, name, dtype)


        class Recall(_Share):
            def __init__(self, thresholds=None, top_k=None, class_id=None, name=None, dtype=None):
                super().__init__("false_negatives", thresholds, top_k, class_id, name, dtype)
        """
}
