extension Prelude {
    /// What all metrics are: variables that a state is gathered in, and what it comes to. Sums and means of values.
    ///
    /// Source: keras/src/metrics/metric.py and reduction_metrics.py.
    static let metricBase = """
        import keras
        from keras import _host, ops


        class Metric:
            def __init__(self, dtype=None, name=None):
                self.name = name or _host.automatic_name(type(self).__name__)
                self._dtype = {"int": "int64"}.get(dtype, dtype) or "float32"
                self._variables, self._metrics = [], []

            @property
            def dtype(self):
                return self._dtype

            # A metric inside of another gives it its variables.
            def __setattr__(self, name, value):
                object.__setattr__(self, name, value)
                if not isinstance(value, (Metric, keras.Variable)):
                    return
                if "_metrics" not in self.__dict__:
                    raise RuntimeError("You forgot to call `super().__init__()` in the `__init__()` method. Go add it!")
                if isinstance(value, Metric):
                    self._metrics.append(value)
                elif not any(value is variable for variable in self._variables):
                    self._variables.append(value)

            @property
            def variables(self):
                return self._variables + [variable for metric in self._metrics for variable in metric.variables]

            def add_variable(self, shape, initializer, dtype=None, aggregation="sum", name=None):
                if isinstance(initializer, str) or not callable(initializer):
                    initializer = keras.initializers.get(initializer)
                variable = keras.Variable(initializer(tuple(shape)), dtype=dtype or "float32", trainable=False, name=name)
                self._variables.append(variable)
                return variable

            def add_weight(self, shape=(), initializer=None, dtype=None, name=None):
                return self.add_variable(shape, "zeros" if initializer is None else initializer, dtype, name=name)

            # Variables of zeros, an attribute each.
            def _add_zeros(self, shape, *names):
                for name in names:
                    object.__setattr__(self, name, self.add_variable(shape, "zeros", name=name))

            def update_state(self, *args, **kwargs):
                raise NotImplementedError

            def result(self):
                raise NotImplementedError

            def reset_state(self):
                for variable in self.variables:
                    variable.assign(ops.zeros(variable.shape, variable.dtype))

            def reset_states(self):
                self.reset_state()

            def __call__(self, *args, **kwargs):
                self.update_state(*args, **kwargs)
                return self.result()

            def get_config(self):
                return {"name": self.name, "dtype": self.dtype}

            @classmethod
            def from_config(cls, config):
                return cls(**config)

            def __repr__(self):
                return f"<{type(self).__name__} name={self.name}>"


        # Two tensors of one rank, where an axis of size 1 at the end makes the difference.
        def _same_rank(first, second, expands=True):
            if len(first.shape) == len(second.shape) + 1 and first.shape[-1] == 1:
                if len(second.shape) == 1 and expands:
                    return first, ops.expand_dims(second, -1)
                return ops.squeeze(first, -1), second
            if len(second.shape) == len(first.shape) + 1 and second.shape[-1] == 1:
                second, first = _same_rank(second, first, expands)
            return first, second


        # One value of each sample, and its weight: `reduce` brings together what a weight is for.
        def _samples(values, weights, reduce, dtype):
            values = ops.cast(ops.convert_to_tensor(values), dtype)
            if weights is not None:
                weights = ops.cast(ops.convert_to_tensor(weights), dtype)
                values, weights = _same_rank(values, weights)
                rank = len(weights.shape)
                if len(values.shape) > rank:
                    values = reduce(values, axis=list(range(rank, len(values.shape))))
                weights = ops.broadcast_to(weights, values.shape)
                values = values * weights
                if rank > 1:
                    weights = reduce(weights, axis=list(range(1, rank)))
            if len(values.shape) > 1:
                values = reduce(values, axis=list(range(1, len(values.shape))))
            return values, weights


        class Sum(Metric):
            def __init__(self, name="sum", dtype=None):
                super().__init__(name=name, dtype=dtype)
                self._add_zeros((), "total")

            def update_state(self, values, sample_weight=None):
                self.total.assign_add(ops.sum(_samples(values, sample_weight, ops.sum, self.dtype)[0]))

            def result(self):
                return ops.cast(self.total, self.dtype)


        class Mean(Metric):
            def __init__(self, name="mean", dtype=None):
                super().__init__(name=name, dtype=dtype)
                self._add_zeros((), "total", "count")

            def update_state(self, values, sample_weight=None):
                values, weights = _samples(values, sample_weight, ops.mean, self.dtype)
                self.total.assign_add(ops.sum(values))
                if weights is None:
                    self.count.assign_add(float(values.shape[0]) if len(values.shape) > 0 else 1.0)
                else:
                    self.count.assign_add(ops.sum(weights))

            def result(self):
                return ops.divide_no_nan(ops.convert_to_tensor(self.total), ops.convert_to_tensor(self.count))


        class MeanMetricWrapper(Mean):
            def __init__(self, fn, name=None, dtype=None, **kwargs):
                super().__init__(name=name, dtype=dtype)
                self._fn = fn
                self._fn_kwargs = kwargs

            def update_state(self, y_true, y_pred, sample_weight=None):
                mask = getattr(y_pred, "_keras_mask", None)
                values = self._fn(y_true, y_pred, **self._fn_kwargs)
                if mask is not None:
                    mask = ops.cast(mask, self.dtype)
                    if sample_weight is not None:
                        mask, sample_weight = _same_rank(mask, ops.cast(ops.convert_to_tensor(sample_weight), self.dtype))
                        mask = mask * sample_weight
                    sample_weight = mask
                super().update_state(values, sample_weight)


        # A mean of a function whose further arguments are attributes and part of the configuration.
        class _MeanWithArguments(MeanMetricWrapper):
            def __init__(self, fn, name, dtype, **arguments):
                super().__init__(fn, name, dtype, **arguments)
                for argument, value in arguments.items():
                    setattr(self, argument, value)

            def get_config(self):
                return {**super().get_config(), **self._fn_kwargs}


        def _snake_case(name):
            result = ""
            for place, letter in enumerate(name):
                follows = place > 0 and (name[place - 1].islower() or name[place + 1:place + 2].islower())
                result += ("_" if letter.isupper() and follows else "") + letter.lower()
            return result


        _ALIASES = {
            "mse": "MeanSquaredError", "mae": "MeanAbsoluteError", "bce": "BinaryCrossentropy",
            "mape": "MeanAbsolutePercentageError", "msle": "MeanSquaredLogarithmicError"}


        def serialize(metric):
            return keras.saving.serialize_keras_object(metric)


        def deserialize(config, custom_objects=None):
            if isinstance(config, str):
                return (custom_objects or {}).get(config) or get(config)
            known = (custom_objects or {}).get(config["class_name"]) or getattr(keras.metrics, config["class_name"], None)
            if known is None:
                return keras.saving.deserialize_keras_object(config, custom_objects=custom_objects)
            return known.from_config(config["config"])


        def get(identifier):
            if isinstance(identifier, type):
                return identifier()
            if identifier is None or callable(identifier):
                return identifier
            if isinstance(identifier, dict):
                return deserialize(identifier)
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
