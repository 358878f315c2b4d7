extension Prelude {
    /// Losses of probabilities.
    ///
    /// Source: the formulas of keras/src/losses/losses.py.
    static let crossentropyLosses = """
        def _clipped(y):
            return ops.clip(y, 1e-7, 1.0 - 1e-7)


        # What a loss and its labels become where some of the label is spread over all classes.
        def _smoothed(y_true, label_smoothing, classes):
            if not label_smoothing:
                return y_true
            return y_true * (1.0 - label_smoothing) + label_smoothing / classes


        # The axis of the classes, and a warning where there is one class only.
        def _check_classes(name, y_pred, axis):
            if isinstance(axis, bool):
                raise ValueError(f"`axis` must be of type `int`. Received: axis={axis} of type {type(axis)}")
            if y_pred.shape[-1] == 1:
                warnings.warn(
                    f"In loss {name}, expected y_pred.shape to be (batch_size, num_classes) with num_classes > 1. "
                    f"Received: y_pred.shape={tuple(y_pred.shape)}. Consider using 'binary_crossentropy' if you only "
                    "have 2 classes.", SyntaxWarning)


        def kl_divergence(y_true, y_pred):
            y_pred = _float(y_pred)
            y_true = ops.cast(ops.convert_to_tensor(y_true), y_pred.dtype)
            y_true, y_pred = ops.clip(y_true, 1e-7, 1.0), ops.clip(y_pred, 1e-7, 1.0)
            return ops.sum(y_true * ops.log(y_true / y_pred), axis=-1)


        def categorical_crossentropy(y_true, y_pred, from_logits=False, label_smoothing=0.0, axis=-1):
            y_pred = _float(y_pred)
            _check_classes("categorical_crossentropy", y_pred, axis)
            y_true = ops.cast(ops.convert_to_tensor(y_true), y_pred.dtype)
            y_true = _smoothed(y_true, label_smoothing, y_true.shape[-1])
            return ops.categorical_crossentropy(y_true, y_pred, from_logits=from_logits, axis=axis)


        def categorical_focal_crossentropy(
                y_true, y_pred, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1):
            y_pred = _float(y_pred)
            _check_classes("categorical_focal_crossentropy", y_pred, axis)
            y_true = ops.cast(ops.convert_to_tensor(y_true), y_pred.dtype)
            y_true = _smoothed(y_true, label_smoothing, y_true.shape[-1])
            if from_logits:
                y_pred = ops.softmax(y_pred, axis=axis)
            output = _clipped(y_pred / ops.sum(y_pred, axis=axis, keepdims=True))
            return -ops.sum(alpha * ops.power(1.0 - output, gamma) * y_true * ops.log(output), axis=axis)


        # Labels, predictions, and which labels count.
        def _sparse(y_true, y_pred, ignore_class, axis):
            y_pred = _float(y_pred)
            y_true = ops.convert_to_tensor(y_true)
            if len(y_true.shape) == len(y_pred.shape) and y_true.shape[axis] == 1:
                y_true = ops.squeeze(y_true, axis=axis)
            if ignore_class is None:
                return y_true, y_pred, None
            counts = ops.not_equal(y_true, ignore_class)
            return ops.where(counts, y_true, 0), ops.where(ops.expand_dims(counts, axis), y_pred, 0), counts


        def sparse_categorical_crossentropy(y_true, y_pred, from_logits=False, ignore_class=None, axis=-1):
            y_true, y_pred, counts = _sparse(y_true, y_pred, ignore_class, axis)
            values = ops.sparse_categorical_crossentropy(
                ops.cast(y_true, "int32"), y_pred, from_logits=from_logits, axis=axis)
            return values if counts is None else ops.where(counts, values, 0.0)


        def binary_crossentropy(y_true, y_pred, from_logits=False, label_smoothing=0.0, axis=-1):
            y_pred = _float(y_pred)
            y_true = _smoothed(ops.cast(ops.convert_to_tensor(y_true), y_pred.dtype), label_smoothing, 2)
            return ops.mean(ops.binary_crossentropy(y_true, y_pred, from_logits=from_logits), axis=axis)


        def binary_focal_crossentropy(
                y_true, y_pred, apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False,
                label_smoothing=0.0, axis=-1):
            y_pred = _float(y_pred)
            y_true = _smoothed(ops.cast(ops.convert_to_tensor(y_true), y_pred.dtype), label_smoothing, 2)
            if from_logits:
                y_pred = ops.sigmoid(y_pred)
            right = y_true * y_pred + (1 - y_true) * (1 - y_pred)
            values = ops.power(1.0 - right, gamma) * ops.binary_crossentropy(y_true, y_pred)
            if apply_class_balancing:
                values = (y_true * alpha + (1 - y_true) * (1 - alpha)) * values
            return ops.mean(values, axis=axis)


        def categorical_generalized_cross_entropy(y_true, y_pred, q):
            y_pred = _float(y_pred)
            labels = ops.one_hot(ops.cast(ops.convert_to_tensor(y_true), "int32"), y_pred.shape[-1])
            right = ops.sum(y_pred * ops.cast(labels, y_pred.dtype), axis=-1)
            return (1 - ops.power(right, q)) / q


        class KLDivergence(_LossWithArguments):
            def __init__(self, reduction="sum_over_batch_size", name="kl_divergence", dtype=None):
                super().__init__(kl_divergence, reduction, name, dtype)


        class BinaryCrossentropy(_LossWithArguments):
            def __init__(
                    self, from_logits=False, label_smoothing=0.0, axis=-1, reduction="sum_over_batch_size",
                    name="binary_crossentropy", dtype=None):
                super().__init__(
                    binary_crossentropy, reduction, name, dtype, from_logits=from_logits,
                    label_smoothing=label_smoothing, axis=axis)


        class BinaryFocalCrossentropy(_LossWithArguments):
            def __init__(
                    self, apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False,
                    label_smoothing=0.0, axis=-1, reduction="sum_over_batch_size",
                    name="binary_focal_crossentropy", dtype=None):
                super().__init__(
                    binary_focal_crossentropy, reduction, name, dtype, from_logits=from_logits,
                    label_smoothing=label_smoothing, axis=axis, apply_class_balancing=apply_class_balancing,
                    alpha=alpha, gamma=gamma)


        class CategoricalCrossentropy(_LossWithArguments):
            def __init__(
                    self, from_logits=False, label_smoothing=0.0, axis=-1, reduction="sum_over_batch_size",
                    name="categorical_crossentropy", dtype=None):
                super().__init__(
                    categorical_crossentropy, reduction, name, dtype, from_logits=from_logits,
                    label_smoothing=label_smoothing, axis=axis)


        class CategoricalFocalCrossentropy(_LossWithArguments):
            def __init__(
                    self, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1,
                    reduction="sum_over_batch_size", name="categorical_focal_crossentropy", dtype=None):
                super().__init__(
                    categorical_focal_crossentropy, reduction, name, dtype, from_logits=from_logits,
                    label_smoothing=label_smoothing, axis=axis, alpha=alpha, gamma=gamma)


        class SparseCategoricalCrossentropy(LossFunctionWrapper):
            def __init__(
                    self, from_logits=False, ignore_class=None, reduction="sum_over_batch_size", axis=-1,
                    name="sparse_categorical_crossentropy", dtype=None):
                super().__init__(
                    sparse_categorical_crossentropy, reduction, name, dtype, from_logits=from_logits,
                    ignore_class=ignore_class, axis=axis)
                self.from_logits, self.ignore_class, self._axis = from_logits, ignore_class, axis

            # The ignored class counts neither in the sum nor in the mean.
            def __call__(self, y_true, y_pred, sample_weight=None):
                counts = getattr(y_pred, "_keras_mask", None)
                y_true, y_pred = ops.convert_to_tensor(y_true, self.dtype), ops.convert_to_tensor(y_pred, self.dtype)
                if self.ignore_class is not None:
                    labelled = _sparse(y_true, y_pred, self.ignore_class, self._axis)[2]
                    counts = labelled if counts is None else ops.logical_and(counts, labelled)
                return self._reduced(self.call(y_true, y_pred), sample_weight, counts)

            def get_config(self):
                return {
                    **super().get_config(), "from_logits": self.from_logits, "ignore_class": self.ignore_class}


        class CategoricalGeneralizedCrossEntropy(_LossWithArguments):
            def __init__(
                    self, q=0.5, reduction="sum_over_batch_size", name="categorical_generalized_cross_entropy",
                    dtype=None):
                if not 0 < q < 1:
                    raise ValueError("q must be in the interval (0, 1)")
                super().__init__(categorical_generalized_cross_entropy, reduction, name, dtype, q=q)
        """
}
