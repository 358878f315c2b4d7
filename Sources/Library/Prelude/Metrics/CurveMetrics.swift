extension Prelude {
    /// Metrics along a curve of thresholds: the area below it, and one rate where another is large enough.
    ///
    /// Source: keras/src/metrics/confusion_metrics.py.
    static let curveMetrics = """
        _COUNTS = ("true_positives", "false_positives", "true_negatives", "false_negatives")


        # Thresholds between 0 and 1, without the two.
        def _between(count):
            return [(place + 1) / (count - 1) for place in range(count - 2)]


        # The counts of a metric as rates.
        def _rates(metric):
            positives = metric.true_positives + metric.false_negatives
            negatives = metric.true_negatives + metric.false_positives
            return {
                "sensitivity": ops.divide_no_nan(metric.true_positives, positives),
                "specificity": ops.divide_no_nan(metric.true_negatives, negatives),
                "fall_out": ops.divide_no_nan(metric.false_positives, negatives),
                "precision": ops.divide_no_nan(
                    metric.true_positives, metric.true_positives + metric.false_positives)}


        # The largest rate where another one is at least a value.
        class _RateAt(Metric):
            def __init__(self, rate, condition, argument, value, num_thresholds, class_id, name, dtype):
                if value < 0 or value > 1:
                    raise ValueError(f"Argument `{argument}` must be in the range [0, 1]. Received: {argument}={value}")
                super().__init__(name=name, dtype=dtype)
                if num_thresholds <= 0:
                    raise ValueError(
                        f"Argument `num_thresholds` must be an integer > 0. Received: num_thresholds={num_thresholds}")
                setattr(self, argument, value)
                self.value, self.num_thresholds, self.class_id = value, num_thresholds, class_id
                self._rate, self._condition, self._argument = rate, condition, argument
                self.thresholds = [0.5] if num_thresholds == 1 else [0.0] + _between(num_thresholds) + [1.0]
                self._edges = self.thresholds
                self._add_zeros((len(self.thresholds),), *_COUNTS)

            def update_state(self, y_true, y_pred, sample_weight=None):
                _count(self, _COUNTS, y_true, y_pred, sample_weight, class_id=self.class_id)

            def result(self):
                rates = _rates(self)
                return ops.max(ops.where(rates[self._condition] >= self.value, rates[self._rate], 0.0))

            def get_config(self):
                return {
                    **super().get_config(), "class_id": self.class_id, "num_thresholds": self.num_thresholds,
                    self._argument: self.value}


        class SensitivityAtSpecificity(_RateAt):
            def __init__(self, specificity, num_thresholds=200, class_id=None, name=None, dtype=None):
                super().__init__(
                    "sensitivity", "specificity", "specificity", specificity, num_thresholds, class_id, name, dtype)


        class SpecificityAtSensitivity(_RateAt):
            def __init__(self, sensitivity, num_thresholds=200, class_id=None, name=None, dtype=None):
                super().__init__(
                    "specificity", "sensitivity", "sensitivity", sensitivity, num_thresholds, class_id, name, dtype)


        class PrecisionAtRecall(_RateAt):
            def __init__(self, recall, num_thresholds=200, class_id=None, name=None, dtype=None):
                super().__init__("precision", "sensitivity", "recall", recall, num_thresholds, class_id, name, dtype)


        class RecallAtPrecision(_RateAt):
            def __init__(self, precision, num_thresholds=200, class_id=None, name=None, dtype=None):
                super().__init__(
                    "sensitivity", "precision", "precision", precision, num_thresholds, class_id, name, dtype)


        def _choice(value, allowed, error):
            for name in allowed:
                if value in (name, name.lower(), name.capitalize() if name.islower() else name):
                    return name
            raise ValueError(error)


        class AUC(Metric):
            def __init__(
                    self, num_thresholds=200, curve="ROC", summation_method="interpolation", name=None, dtype=None,
                    thresholds=None, multi_label=False, num_labels=None, label_weights=None, from_logits=False):
                if thresholds is not None:
                    inner = sorted(thresholds)
                elif num_thresholds <= 1:
                    raise ValueError(
                        f"Argument `num_thresholds` must be an integer > 1. Received: num_thresholds={num_thresholds}")
                else:
                    inner = _between(num_thresholds)
                curve = _choice(
                    curve, ("PR", "ROC", "PRGAIN"),
                    f'Invalid AUC curve value: "{curve}". Expected values are ["PR", "ROC", "PRGAIN"]')
                summation_method = _choice(
                    summation_method, ("interpolation", "majoring", "minoring"),
                    f'Invalid AUC summation method value: "{summation_method}". '
                    'Expected values are ["interpolation", "majoring", "minoring"]')
                super().__init__(name=name, dtype=dtype)
                if num_labels and not multi_label:
                    raise ValueError("`num_labels` is needed only when `multi_label` is True.")
                self.curve, self.summation_method = curve, summation_method
                self.num_thresholds = len(inner) + 2
                self._has_own_thresholds = thresholds is not None
                self._edges = [-1e-7] + inner + [1.0 + 1e-7]
                self.multi_label, self.num_labels = multi_label, num_labels
                self.label_weights = None if label_weights is None else ops.convert_to_tensor(label_weights, self.dtype)
                self._from_logits = from_logits
                self._is_built = False
                if num_labels or not multi_label:
                    self._build((None, num_labels))

            @property
            def thresholds(self):
                return list(np.array(self._edges))

            def _build(self, shape):
                if self.multi_label and len(shape) != 2:
                    raise ValueError(
                        f"`y_pred` must have rank 2 when `multi_label=True`. Found rank {len(shape)}. "
                        f"Full shape received for `y_pred`: {tuple(shape)}")
                labels = (shape[1],) if self.multi_label else ()
                self._add_zeros((self.num_thresholds,) + labels, "true_positives", "false_positives")
                self._add_zeros((self.num_thresholds,) + labels, "true_negatives", "false_negatives")
                self._is_built = True

            def update_state(self, y_true, y_pred, sample_weight=None):
                y_pred = ops.convert_to_tensor(y_pred)
                if not self._is_built:
                    self._build(y_pred.shape)
                if self._from_logits:
                    y_pred = ops.sigmoid(y_pred)
                _count(
                    self, _COUNTS, y_true, y_pred, sample_weight, by_label=self.multi_label,
                    label_weights=None if self.multi_label else self.label_weights)

            def result(self):
                if (self.curve, self.summation_method) == ("PR", "interpolation"):
                    return self._mean(self._precision_areas())
                x, y = self._points()
                left, right = y[:-1], y[1:]
                if self.summation_method == "interpolation":
                    heights = (left + right) / 2.0
                else:
                    heights = ops.minimum(left, right) if self.summation_method == "minoring" else ops.maximum(left, right)
                return self._mean((x[:-1] - x[1:]) * heights)

            # The curve's points, a threshold each.
            def _points(self):
                rates = _rates(self)
                if self.curve == "ROC":
                    return rates["fall_out"], rates["sensitivity"]
                if self.curve == "PR":
                    return rates["sensitivity"], rates["precision"]
                found = ops.convert_to_tensor(self.true_positives)
                factor = ops.divide_no_nan(
                    found + self.false_negatives, self.true_negatives + self.false_positives)
                recall = 1.0 - factor * ops.divide_no_nan(self.false_negatives, found)
                precision = 1.0 - factor * ops.divide_no_nan(self.false_positives, found)
                recall = ops.maximum(ops.where(found == 0.0, 0.0, recall), 0.0)
                return recall, ops.where(found == 0.0, 1.0, precision)

            # Areas below the curve of precision and recall. Between two thresholds the precision is not linear in the
            # recall: Davis and Goadrich, "The relationship between precision-recall and ROC curves", 2006.
            def _precision_areas(self):
                found = ops.convert_to_tensor(self.true_positives)
                claimed = found + self.false_positives
                gained = found[:-1] - found[1:]
                slope = ops.divide_no_nan(gained, ops.maximum(claimed[:-1] - claimed[1:], 0.0))
                intercept = found[1:] - slope * claimed[1:]
                ratio = ops.where(
                    ops.logical_and(claimed[:-1] > 0, claimed[1:] > 0),
                    ops.divide_no_nan(claimed[:-1], ops.maximum(claimed[1:], 0.0)), 1.0)
                return ops.divide_no_nan(
                    slope * (gained + intercept * ops.log(ratio)),
                    ops.maximum(found[1:] + self.false_negatives[1:], 0.0))

            # The sum of areas; of several labels, their mean.
            def _mean(self, areas):
                total = ops.sum(areas, axis=0)
                if not self.multi_label:
                    return total
                if self.label_weights is None:
                    return ops.mean(total)
                return ops.divide_no_nan(ops.sum(total * self.label_weights), ops.sum(self.label_weights))

            def get_config(self):
                config = {
                    **super().get_config(), "num_thresholds": self.num_thresholds, "curve": self.curve,
                    "summation_method": self.summation_method, "multi_label": self.multi_label,
                    "num_labels": self.num_labels, "label_weights": self.label_weights,
                    "from_logits": self._from_logits}
                if self._has_own_thresholds:
                    config["thresholds"] = self.thresholds[1:-1]
                return config
        """
}
