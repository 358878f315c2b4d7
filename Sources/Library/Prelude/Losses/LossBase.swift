extension Prelude {
    /// What all losses are: values of (y_true, y_pred), and how these become one number.
    ///
    /// Source: the formulas of keras/src/losses/loss.py.
    static let lossBase = """
        import math
        import warnings
        import keras
        from keras import _host, ops


        _REDUCTIONS = ("sum_over_batch_size", "sum", None, "none", "mean", "mean_with_sample_weight")


        # Two arrays of one rank, where an axis of size 1 at the end makes the difference.
        def _same_rank(first, second):
            if len(first.shape) == len(second.shape) + 1 and first.shape[-1] == 1:
                if len(second.shape) == 1:
                    return first, ops.expand_dims(second, axis=-1)
                return ops.squeeze(first, axis=-1), second
            if len(second.shape) == len(first.shape) + 1 and second.shape[-1] == 1:
                second, first = _same_rank(second, first)
            return first, second


        # Two tensors of floating-point numbers of one rank.
        def _pair(y_true, y_pred):
            y_pred = _float(y_pred)
            return _same_rank(ops.convert_to_tensor(y_true, y_pred.dtype), y_pred)


        def _float(y):
            y = ops.convert_to_tensor(y)
            return y if "float" in str(y.dtype) else ops.cast(y, "float32")


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
                if reduction not in _REDUCTIONS:
                    raise ValueError(
                        f"Invalid value for argument `reduction`. Expected one of {_REDUCTIONS}. "
                        f"Received: reduction={reduction}")
                self.name = name or _host.automatic_name(type(self).__name__)
                self.reduction = reduction
                self.dtype = dtype or "float32"

            def __call__(self, y_true, y_pred, sample_weight=None):
                mask = getattr(y_pred, "_keras_mask", None)
                y_true, y_pred = ops.convert_to_tensor(y_true, self.dtype), ops.convert_to_tensor(y_pred, self.dtype)
                return self._reduced(self.call(y_true, y_pred), sample_weight, mask)

            def _reduced(self, values, weights, mask):
                values = ops.convert_to_tensor(values)
                weights = _masked_weights(weights, mask, self.reduction)
                if weights is not None:
                    values, weights = _same_rank(values, ops.cast(ops.convert_to_tensor(weights), self.dtype))
                    values = values * weights
                if self.reduction is None or self.reduction == "none" or tuple(values.shape) == ():
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


        class LossFunctionWrapper(Loss):
            def __init__(self, fn, reduction="sum_over_batch_size", name=None, dtype=None, **kwargs):
                super().__init__(name=name, reduction=reduction, dtype=dtype)
                self.fn = fn
                self._fn_kwargs = kwargs

            def call(self, y_true, y_pred):
                y_true, y_pred = _same_rank(y_true, y_pred)
                return self.fn(y_true, y_pred, **self._fn_kwargs)

            def __repr__(self):
                return f"<LossFunctionWrapper({self.fn}, kwargs={self._fn_kwargs})>"


        # A loss whose further arguments are attributes and part of its configuration.
        class _LossWithArguments(LossFunctionWrapper):
            def __init__(self, fn, reduction, name, dtype, **arguments):
                super().__init__(fn, reduction, name, dtype, **arguments)
                for argument, value in arguments.items():
                    setattr(self, argument, value)

            def get_config(self):
                return {**super().get_config(), **self._fn_kwargs}


        def serialize(loss):
            return keras.saving.serialize_keras_object(loss)


        def deserialize(name, custom_objects=None):
            if isinstance(name, str):
                return (custom_objects or {}).get(name) or get(name)
            known = (custom_objects or {}).get(name["class_name"]) or getattr(keras.losses, name["class_name"], None)
            if known is None:
                return keras.saving.deserialize_keras_object(name, custom_objects=custom_objects)
            return known.from_config(name["config"])


        def get(identifier):
            if isinstance(identifier, type):
                return identifier()
            if identifier is None or callable(identifier):
                return identifier
            if isinstance(identifier, dict):
                return deserialize(identifier)
            found = getattr(keras.losses, identifier, None) if isinstance(identifier, str) else None
            if found is None:
                raise ValueError(f"Could not interpret loss identifier: {identifier}")
            return found() if isinstance(found, type) else found
        """
}
