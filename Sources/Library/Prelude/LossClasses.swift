extension Prelude {
    /// Losses: functions of (y_true, y_pred), and classes that reduce them to one number.
    ///
    /// Source: the formulas of keras/src/losses/losses.py.
    static let lossClasses = """
        import math
        import keras
        from keras import _host, ops


        # Two arrays of one rank, where an axis of size 1 at the end makes the difference.
        def _same_rank(first, second):
            if len(first.shape) == len(second.shape) + 1 and first.shape[-1] == 1:
                if len(second.shape) == 1:
                    return first, ops.expand_dims(second, axis=-1)
                return ops.squeeze(first, axis=-1), second
            if len(second.shape) == len(first.shape) + 1 and second.shape[-1] == 1:
                second, first = _same_rank(second, first)
            return first, second


        # Weights by which what a mask leaves out does not count; where a mean is taken, the rest counts for it.
        def _masked_weights(weights, mask, reduction):
            if mask is None:
                return weights
            mask = ops.cast(mask, "float32")
            if reduction in ("mean", "sum_over_batch_size"):
                valid = ops.sum(mask)
                mask = ops.where(mask > 0, math.prod(mask.shape) / ops.maximum(valid, 1.0), 0.0)
            if weights is None:
                return mask
            mask, weights = _same_rank(mask, ops.cast(ops.convert_to_tensor(weights), "float32"))
            return weights * mask


        class Loss:
            def __init__(self, name=None, reduction="sum_over_batch_size", dtype=None):
                allowed = ("sum_over_batch_size", "sum", None, "none", "mean", "mean_with_sample_weight")
                if reduction not in allowed:
                    raise ValueError(
                        f"Invalid value for argument `reduction`. Expected one of {allowed}. "
                        f"Received: reduction={reduction}")
                self.name = name or _snake_case(type(self).__name__)
                self.reduction = reduction
                self.dtype = dtype or "float32"

            def __call__(self, y_true, y_pred, sample_weight=None):
                mask = getattr(y_pred, "_keras_mask", None)
                values = self.call(ops.convert_to_tensor(y_true), ops.convert_to_tensor(y_pred))
                weights = _masked_weights(sample_weight, mask, self.reduction)
                if weights is not None:
                    values, weights = _same_rank(values, ops.cast(ops.convert_to_tensor(weights), "float32"))
                    values = values * weights
                if self.reduction is None or self.reduction == "none":
                    return values
                if self.reduction == "mean_with_sample_weight" and weights is not None:
                    total = ops.sum(weights)
                    return ops.where(total == 0, 0.0, ops.sum(values) / ops.where(total == 0, 1.0, total))
                return ops.sum(values) if self.reduction == "sum" else ops.mean(values)

            def call(self, y_true, y_pred):
                raise NotImplementedError

            def get_config(self):
                return {"name": self.name, "reduction": self.reduction}

            @classmethod
            def from_config(cls, config):
                return cls(**config)


        def _snake_case(name):
            result = ""
            for place, letter in enumerate(name):
                follows = place > 0 and (name[place - 1].islower() or name[place + 1:place + 2].islower())
                result += ("_" if letter.isupper() and follows else "") + letter.lower()
            return result


        def _clipped(y):
            return ops.clip(y, 1e-7, 1.0 - 1e-7)


        def _float(y):
            return ops.cast(ops.convert_to_tensor(y), "float32")


        def mean_squared_logarithmic_error(y_true, y_pred):
            first = ops.log(ops.maximum(_float(y_pred), 1e-7) + 1.0)
            second = ops.log(ops.maximum(_float(y_true), 1e-7) + 1.0)
            return ops.mean(ops.square(first - second), axis=-1)


        def mean_absolute_percentage_error(y_true, y_pred):
            y_true = _float(y_true)
            difference = ops.abs((y_true - _float(y_pred)) / ops.maximum(ops.abs(y_true), 1e-7))
            return 100.0 * ops.mean(difference, axis=-1)


        def huber(y_true, y_pred, delta=1.0):
            error = ops.abs(_float(y_true) - _float(y_pred))
            far = delta * error - 0.5 * delta * delta
            return ops.mean(ops.where(error <= delta, 0.5 * ops.square(error), far), axis=-1)


        def log_cosh(y_true, y_pred):
            x = _float(y_pred) - _float(y_true)
            return ops.mean(x + ops.softplus(x * -2.0) - ops.log(2.0), axis=-1)


        def kl_divergence(y_true, y_pred):
            y_true, y_pred = ops.clip(_float(y_true), 1e-7, 1.0), ops.clip(_float(y_pred), 1e-7, 1.0)
            return ops.sum(y_true * ops.log(y_true / y_pred), axis=-1)


        def poisson(y_true, y_pred):
            y_pred = _float(y_pred)
            return ops.mean(y_pred - _float(y_true) * ops.log(y_pred + 1e-7), axis=-1)


        def _signs(y_true):
            y_true = _float(y_true)
            binary = ops.all(ops.logical_or(ops.equal(y_true, 0), ops.equal(y_true, 1)))
            return ops.where(binary, 2.0 * y_true - 1.0, y_true)


        def hinge(y_true, y_pred):
            return ops.mean(ops.maximum(1.0 - _signs(y_true) * _float(y_pred), 0.0), axis=-1)


        def squared_hinge(y_true, y_pred):
            return ops.mean(ops.square(ops.maximum(1.0 - _signs(y_true) * _float(y_pred), 0.0)), axis=-1)


        def categorical_hinge(y_true, y_pred):
            y_true, y_pred = _float(y_true), _float(y_pred)
            right = ops.sum(y_true * y_pred, axis=-1)
            wrong = ops.max((1.0 - y_true) * y_pred, axis=-1)
            return ops.maximum(wrong - right + 1.0, 0.0)


        def cosine_similarity(y_true, y_pred, axis=-1):
            y_true, y_pred = ops.normalize(_float(y_true), axis=axis), ops.normalize(_float(y_pred), axis=axis)
            return -ops.sum(y_true * y_pred, axis=axis)


        def categorical_crossentropy(y_true, y_pred, from_logits=False, label_smoothing=0.0, axis=-1):
            y_true, y_pred = _float(y_true), _float(y_pred)
            if label_smoothing:
                y_true = y_true * (1.0 - label_smoothing) + label_smoothing / y_true.shape[-1]
            if from_logits:
                logarithms = ops.log_softmax(y_pred, axis=axis)
            else:
                logarithms = ops.log(_clipped(y_pred / ops.sum(y_pred, axis=axis, keepdims=True)))
            return -ops.sum(y_true * logarithms, axis=axis)


        def sparse_categorical_crossentropy(y_true, y_pred, from_logits=False, ignore_class=None, axis=-1):
            _host.refuse("sparse_categorical_crossentropy", ignore_class=ignore_class, axis=axis != -1)
            y_pred = _float(y_pred)
            y_true = ops.cast(ops.convert_to_tensor(y_true), "int32")
            if len(y_true.shape) == len(y_pred.shape) and y_true.shape[-1] == 1:
                y_true = ops.squeeze(y_true, -1)
            return categorical_crossentropy(ops.one_hot(y_true, y_pred.shape[-1]), y_pred, from_logits)


        def _binary_crossentropy(y_true, y_pred, from_logits=False, label_smoothing=0.0):
            y_true, y_pred = _float(y_true), _float(y_pred)
            if label_smoothing:
                y_true = y_true * (1.0 - label_smoothing) + 0.5 * label_smoothing
            if from_logits:
                y_pred = ops.sigmoid(y_pred)
            y_pred = _clipped(y_pred)
            return ops.mean(-(y_true * ops.log(y_pred) + (1.0 - y_true) * ops.log(1.0 - y_pred)), axis=-1)


        class LossFunctionWrapper(Loss):
            def __init__(self, fn, reduction="sum_over_batch_size", name=None, dtype=None, **kwargs):
                super().__init__(name=name, reduction=reduction, dtype=dtype)
                self.fn = fn
                self._fn_kwargs = kwargs

            def call(self, y_true, y_pred):
                return self.fn(y_true, y_pred, **self._fn_kwargs)

            def get_config(self):
                return super().get_config()


        class MeanSquaredError(LossFunctionWrapper):
            def __init__(self, reduction="sum_over_batch_size", name="mean_squared_error", dtype=None):
                super().__init__(keras.losses.mean_squared_error, reduction, name, dtype)


        class MeanAbsoluteError(LossFunctionWrapper):
            def __init__(self, reduction="sum_over_batch_size", name="mean_absolute_error", dtype=None):
                super().__init__(keras.losses.mean_absolute_error, reduction, name, dtype)


        class MeanAbsolutePercentageError(LossFunctionWrapper):
            def __init__(self, reduction="sum_over_batch_size", name="mean_absolute_percentage_error", dtype=None):
                super().__init__(mean_absolute_percentage_error, reduction, name, dtype)


        class MeanSquaredLogarithmicError(LossFunctionWrapper):
            def __init__(self, reduction="sum_over_batch_size", name="mean_squared_logarithmic_error", dtype=None):
                super().__init__(mean_squared_logarithmic_error, reduction, name, dtype)


        class Huber(LossFunctionWrapper):
            def __init__(self, delta=1.0, reduction="sum_over_batch_size", name="huber_loss", dtype=None):
                super().__init__(huber, reduction, name, dtype, delta=delta)


        class LogCosh(LossFunctionWrapper):
            def __init__(self, reduction="sum_over_batch_size", name="log_cosh", dtype=None):
                super().__init__(log_cosh, reduction, name, dtype)


        class KLDivergence(LossFunctionWrapper):
            def __init__(self, reduction="sum_over_batch_size", name="kl_divergence", dtype=None):
                super().__init__(kl_divergence, reduction, name, dtype)


        class Poisson(LossFunctionWrapper):
            def __init__(self, reduction="sum_over_batch_size", name="poisson", dtype=None):
                super().__init__(poisson, reduction, name, dtype)


        class Hinge(LossFunctionWrapper):
            def __init__(self, reduction="sum_over_batch_size", name="hinge", dtype=None):
                super().__init__(hinge, reduction, name, dtype)


        class SquaredHinge(LossFunctionWrapper):
            def __init__(self, reduction="sum_over_batch_size", name="squared_hinge", dtype=None):
                super().__init__(squared_hinge, reduction, name, dtype)


        class CategoricalHinge(LossFunctionWrapper):
            def __init__(self, reduction="sum_over_batch_size", name="categorical_hinge", dtype=None):
                super().__init__(categorical_hinge, reduction, name, dtype)


        class CosineSimilarity(LossFunctionWrapper):
            def __init__(self, axis=-1, reduction="sum_over_batch_size", name="cosine_similarity", dtype=None):
                super().__init__(cosine_similarity, reduction, name, dtype, axis=axis)


        class BinaryCrossentropy(LossFunctionWrapper):
            def __init__(
                    self, from_logits=False, label_smoothing=0.0, axis=-1, reduction="sum_over_batch_size",
                    name="binary_crossentropy", dtype=None):
                super().__init__(
                    _binary_crossentropy, reduction, name, dtype, from_logits=from_logits,
                    label_smoothing=label_smoothing)
                self.from_logits, self.label_smoothing, self.axis = from_logits, label_smoothing, axis

            def get_config(self):
                return {
                    "name": self.name, "reduction": self.reduction, "from_logits": self.from_logits,
                    "label_smoothing": self.label_smoothing, "axis": self.axis}


        class CategoricalCrossentropy(LossFunctionWrapper):
            def __init__(
                    self, from_logits=False, label_smoothing=0.0, axis=-1, reduction="sum_over_batch_size",
                    name="categorical_crossentropy", dtype=None):
                super().__init__(
                    categorical_crossentropy, reduction, name, dtype, from_logits=from_logits,
                    label_smoothing=label_smoothing, axis=axis)
                self.from_logits, self.label_smoothing, self.axis = from_logits, label_smoothing, axis

            def get_config(self):
                return {
                    "name": self.name, "reduction": self.reduction, "from_logits": self.from_logits,
                    "label_smoothing": self.label_smoothing, "axis": self.axis}


        class SparseCategoricalCrossentropy(LossFunctionWrapper):
            def __init__(
                    self, from_logits=False, ignore_class=None, reduction="sum_over_batch_size", axis=-1,
                    name="sparse_categorical_crossentropy", dtype=None):
                super().__init__(
                    sparse_categorical_crossentropy, reduction, name, dtype, from_logits=from_logits,
                    ignore_class=ignore_class, axis=axis)
                self.from_logits, self.ignore_class = from_logits, ignore_class

            def get_config(self):
                return {
                    "name": self.name, "reduction": self.reduction, "from_logits": self.from_logits,
                    "ignore_class": self.ignore_class}


        def get(identifier):
            if isinstance(identifier, type):
                return identifier()
            if identifier is None or callable(identifier):
                return identifier
            if isinstance(identifier, dict):
                return getattr(keras.losses, identifier["class_name"])(**identifier["config"])
            found = getattr(keras.losses, identifier, None) if isinstance(identifier, str) else None
            if found is None:
                raise ValueError(f"Could not interpret loss identifier: {identifier}")
            return found() if isinstance(found, type) else found
        """
}
