extension Prelude {
    /// Metrics: what they saw, and what it comes to.
    ///
    /// Source: keras/src/metrics.
    static let metricClasses = """
        import keras
        from keras import ops


        def _snake_case(name):
            result = ""
            for place, letter in enumerate(name):
                follows = place > 0 and (name[place - 1].islower() or name[place + 1:place + 2].islower())
                result += ("_" if letter.isupper() and follows else "") + letter.lower()
            return result


        class Metric:
            def __init__(self, dtype=None, name=None):
                self.name = name or _snake_case(type(self).__name__)
                self.dtype = dtype or "float32"
                self.variables = []

            def add_variable(self, shape, initializer, dtype=None, aggregation="sum", name=None):
                if isinstance(initializer, str) or not callable(initializer):
                    initializer = keras.initializers.get(initializer)
                variable = keras.Variable(initializer(shape), dtype=dtype, name=name)
                self.variables.append(variable)
                return variable

            def add_weight(self, shape=(), initializer=None, dtype=None, name=None):
                return self.add_variable(shape, "zeros" if initializer is None else initializer, dtype, name=name)

            def update_state(self, *args, **kwargs):
                raise NotImplementedError

            def result(self):
                raise NotImplementedError

            def reset_state(self):
                for variable in self.variables:
                    variable.assign(ops.zeros(variable.shape))

            reset_states = reset_state

            def __call__(self, *args, **kwargs):
                self.update_state(*args, **kwargs)
                return self.result()

            def get_config(self):
                return {"name": self.name, "dtype": self.dtype}

            @classmethod
            def from_config(cls, config):
                return cls(**config)


        class Sum(Metric):
            def __init__(self, name="sum", dtype=None):
                super().__init__(name=name, dtype=dtype)
                self.total = self.add_variable((), "zeros", name="total")

            def update_state(self, values, sample_weight=None):
                values = ops.cast(ops.convert_to_tensor(values), "float32")
                if sample_weight is not None:
                    values = values * sample_weight
                self.total.assign(self.total + ops.sum(values))

            def result(self):
                return ops.convert_to_tensor(self.total)


        class Mean(Metric):
            def __init__(self, name="mean", dtype=None):
                super().__init__(name=name, dtype=dtype)
                self.total = self.add_variable((), "zeros", name="total")
                self.count = self.add_variable((), "zeros", name="count")

            def update_state(self, values, sample_weight=None):
                values = ops.cast(ops.convert_to_tensor(values), "float32")
                weights = ops.ones_like(values)
                if sample_weight is not None:
                    weights = weights * sample_weight
                self.total.assign(self.total + ops.sum(values * weights))
                self.count.assign(self.count + ops.sum(weights))

            def result(self):
                return ops.where(self.count == 0, 0.0, self.total / ops.maximum(self.count, 1e-7))


        class MeanMetricWrapper(Mean):
            def __init__(self, fn, name=None, dtype=None, **kwargs):
                super().__init__(name=name, dtype=dtype)
                self._fn = fn
                self._fn_kwargs = kwargs

            def update_state(self, y_true, y_pred, sample_weight=None):
                mask = getattr(y_pred, "_keras_mask", None)
                if mask is not None:
                    mask = ops.cast(mask, "float32")
                    sample_weight = mask if sample_weight is None else ops.convert_to_tensor(sample_weight) * mask
                super().update_state(self._fn(y_true, y_pred, **self._fn_kwargs), sample_weight)


        def _hits(y_true, y_pred):
            return ops.cast(ops.equal(y_true, y_pred), "float32")


        def binary_accuracy(y_true, y_pred, threshold=0.5):
            y_true, y_pred = ops.convert_to_tensor(y_true), ops.convert_to_tensor(y_pred)
            return ops.mean(_hits(ops.cast(y_true, "float32"), ops.cast(y_pred > threshold, "float32")), axis=-1)


        def categorical_accuracy(y_true, y_pred):
            return _hits(ops.argmax(y_true, axis=-1), ops.argmax(y_pred, axis=-1))


        def sparse_categorical_accuracy(y_true, y_pred):
            y_true, y_pred = ops.convert_to_tensor(y_true), ops.convert_to_tensor(y_pred)
            if len(y_true.shape) == len(y_pred.shape) and y_true.shape[-1] == 1:
                y_true = ops.squeeze(y_true, -1)
            return _hits(ops.cast(y_true, "int32"), ops.cast(ops.argmax(y_pred, axis=-1), "int32"))


        class Accuracy(MeanMetricWrapper):
            def __init__(self, name="accuracy", dtype=None):
                super().__init__(lambda a, b: _hits(ops.convert_to_tensor(a), ops.convert_to_tensor(b)), name, dtype)


        class BinaryAccuracy(MeanMetricWrapper):
            def __init__(self, name="binary_accuracy", dtype=None, threshold=0.5):
                super().__init__(binary_accuracy, name, dtype, threshold=threshold)


        class CategoricalAccuracy(MeanMetricWrapper):
            def __init__(self, name="categorical_accuracy", dtype=None):
                super().__init__(categorical_accuracy, name, dtype)


        class SparseCategoricalAccuracy(MeanMetricWrapper):
            def __init__(self, name="sparse_categorical_accuracy", dtype=None):
                super().__init__(sparse_categorical_accuracy, name, dtype)


        class MeanSquaredError(MeanMetricWrapper):
            def __init__(self, name="mean_squared_error", dtype=None):
                super().__init__(keras.losses.mean_squared_error, name, dtype)


        class MeanAbsoluteError(MeanMetricWrapper):
            def __init__(self, name="mean_absolute_error", dtype=None):
                super().__init__(keras.losses.mean_absolute_error, name, dtype)


        class RootMeanSquaredError(Mean):
            def __init__(self, name="root_mean_squared_error", dtype=None):
                super().__init__(name=name, dtype=dtype)

            def update_state(self, y_true, y_pred, sample_weight=None):
                error = ops.convert_to_tensor(y_true) - ops.convert_to_tensor(y_pred)
                super().update_state(ops.square(error), sample_weight)

            def result(self):
                return ops.sqrt(super().result())


        class BinaryCrossentropy(MeanMetricWrapper):
            def __init__(self, name="binary_crossentropy", dtype=None, from_logits=False, label_smoothing=0):
                loss = keras.losses.BinaryCrossentropy(
                    from_logits=from_logits, label_smoothing=label_smoothing, reduction=None)
                super().__init__(loss, name, dtype)


        class CategoricalCrossentropy(MeanMetricWrapper):
            def __init__(
                    self, name="categorical_crossentropy", dtype=None, from_logits=False, label_smoothing=0, axis=-1):
                super().__init__(
                    keras.losses.categorical_crossentropy, name, dtype, from_logits=from_logits,
                    label_smoothing=label_smoothing, axis=axis)


        _ALIASES = {"mse": "MeanSquaredError", "mae": "MeanAbsoluteError", "bce": "BinaryCrossentropy"}


        def get(identifier):
            if isinstance(identifier, type):
                return identifier()
            if identifier is None or callable(identifier):
                return identifier
            if isinstance(identifier, dict):
                return getattr(keras.metrics, identifier["class_name"])(**identifier["config"])
            if not isinstance(identifier, str):
                raise ValueError(f"Could not interpret metric identifier: {identifier}")
            name = _ALIASES.get(identifier.lower(), identifier)
            for known in dir(keras.metrics):
                if known[0].isupper() and _snake_case(known) == name:
                    name = known
            found = getattr(keras.metrics, name, None)
            if not isinstance(found, type):
                raise ValueError(f"Could not interpret metric identifier: {identifier}")
            return found()
        """
}
