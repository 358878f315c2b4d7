extension Prelude {
    /// The parameters that all optimizers have beside their own.
    static let optimizerParameters =
        "weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, "
        + "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, name=None, **kwargs"

    /// These parameters, handed on.
    static let optimizerArguments =
        "weight_decay, clipnorm, clipvalue, global_clipnorm, use_ema, ema_momentum, ema_overwrite_frequency, "
        + "loss_scale_factor, gradient_accumulation_steps, name, **kwargs"

    /// What all optimizers derive from: it changes weights by their gradients.
    ///
    /// A class says which variables it keeps for each weight (`_kept`), which of its arguments are in its configuration
    /// (`_own`) and how a gradient changes a weight (`update_step`).
    ///
    /// Source: the formulas of keras/src/optimizers.
    static let optimizerBase = """
        import math
        import keras
        import keras._host as _host
        from keras import ops
        from keras.optimizers.schedules import LearningRateSchedule

        _SHARED = (
            "weight_decay", "clipnorm", "global_clipnorm", "clipvalue", "use_ema", "ema_momentum",
            "ema_overwrite_frequency", "loss_scale_factor", "gradient_accumulation_steps")


        class Optimizer:
            _own = ()

            def __init__(self, learning_rate, \(optimizerParameters)):
                # The spelling of Keras 1 and 2.
                if "lr" in kwargs:
                    learning_rate = kwargs.pop("lr")
                    if isinstance(learning_rate, int):
                        learning_rate = float(learning_rate)
                if kwargs.pop("decay", None):
                    _host.leave_out("decay", "Keras 3 has no such argument", "the learning rate stays as it is")
                if kwargs:
                    raise ValueError(f"Argument(s) not recognized: {kwargs}")
                self.name = _host.automatic_name(type(self).__name__) if name is None else name
                self.weight_decay = weight_decay
                self.clipnorm = clipnorm
                self.clipvalue = clipvalue
                self.global_clipnorm = global_clipnorm
                self.use_ema = use_ema
                self.ema_momentum = ema_momentum
                self.ema_overwrite_frequency = ema_overwrite_frequency
                self.loss_scale_factor = loss_scale_factor
                self.gradient_accumulation_steps = gradient_accumulation_steps
                self._check()
                self.built = False
                self._trainable_variables = []
                self._slots = {}
                self._iterations = keras.Variable(0, name="iteration", dtype="int64", trainable=False)
                self._variables = [self._iterations]
                if not callable(learning_rate):
                    if not isinstance(learning_rate, float):
                        raise ValueError(
                            "Argument `learning_rate` should be float, or an instance of LearningRateSchedule, or a callable "
                            "(that takes in the current iteration value and returns the corresponding learning rate value). "
                            f"Received instead: learning_rate={learning_rate}")
                    learning_rate = keras.Variable(learning_rate, name="learning_rate", trainable=False)
                    self._variables.append(learning_rate)
                self._learning_rate = learning_rate

            def _check(self):
                steps = self.gradient_accumulation_steps
                if steps and steps < 2:
                    raise ValueError(
                        "`gradient_accumulation_steps` must be an integer >= 2. Received: "
                        f"gradient_accumulation_steps={steps}")
                if self.use_ema and not 0 <= self.ema_momentum <= 1:
                    raise ValueError(
                        f"`ema_momentum` must be in the range [0, 1]. Received: ema_momentum={self.ema_momentum}")
                every = self.ema_overwrite_frequency
                if self.use_ema and every and (not isinstance(every, int) or every < 1):
                    raise ValueError(
                        "`ema_overwrite_frequency` must be an integer >= 1 or None. Received: "
                        f"ema_overwrite_frequency={every}")
                if [self.clipnorm, self.clipvalue, self.global_clipnorm].count(None) < 2:
                    raise ValueError(
                        "Only one of `clipnorm`, `clipvalue` and `global_clipnorm` can be set. Received: "
                        f"clipnorm={self.clipnorm}, clipvalue={self.clipvalue}, global_clipnorm={self.global_clipnorm}")

            @property
            def variables(self):
                return list(self._variables)

            @property
            def iterations(self):
                steps = self.gradient_accumulation_steps
                return ops.floor_divide(self._iterations, steps) if steps else self._iterations

            @property
            def learning_rate(self):
                rate = self._learning_rate
                if isinstance(rate, LearningRateSchedule):
                    return rate(self._iterations)
                return rate() if callable(rate) else rate

            @learning_rate.setter
            def learning_rate(self, rate):
                if callable(rate):
                    self._variables = [variable for variable in self._variables if variable is not self._learning_rate]
                    self._learning_rate = rate
                elif isinstance(self._learning_rate, LearningRateSchedule):
                    raise TypeError(
                        "This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` constructor "
                        "argument, hence its learning rate is not settable. If you need the learning rate to be settable, you "
                        "should instantiate the optimizer with a float `learning_rate` argument.")
                else:
                    self._learning_rate.assign(rate)

            # The spelling of Keras 1 and 2.
            @property
            def lr(self):
                return self.learning_rate

            @lr.setter
            def lr(self, rate):
                self.learning_rate = rate

            # The names of the variables that are kept for each weight, and their first value.
            def _kept(self):
                return {}

            def build(self, variables):
                if self.built:
                    return
                self._trainable_variables = list(variables)
                if self.use_ema:
                    self.add_optimizer_variables(variables, "average")
                if self.gradient_accumulation_steps:
                    self.add_optimizer_variables(variables, "gradient_accumulator")
                for names, initializer in self._kept().items():
                    self.add_optimizer_variables(variables, names.split(), initializer)
                self.built = True

            def add_variable(
                    self, shape, initializer="zeros", dtype=None, aggregation="none", layout=None, name=None):
                _host.refuse("add_variable", layout=layout)
                variable = keras.Variable(
                    initializer=initializer, shape=shape, dtype=dtype, trainable=False, name=name)
                self._variables.append(variable)
                return variable

            def add_variable_from_reference(self, reference_variable, name=None, initializer="zeros"):
                path = reference_variable.path.replace("/", "_")
                return self.add_variable(
                    reference_variable.shape, initializer, reference_variable.dtype, name=f"{path}_{name or 'var'}")

            def add_optimizer_variables(self, trainable_variables, name, initializer="zeros"):
                names = [name] if isinstance(name, str) else list(name)
                initializers = initializer if isinstance(initializer, list) else [initializer] * len(names)
                for each in names:
                    self._slots[each] = []
                for variable in trainable_variables:
                    for each, start in zip(names, initializers):
                        self._slots[each].append(self.add_variable_from_reference(variable, each, start))
                slots = [self._slots[each] for each in names]
                return slots[0] if isinstance(name, str) else tuple(slots)

            def _get_variable_index(self, variable):
                for place, known in enumerate(self._trainable_variables):
                    if known is variable:
                        return place
                raise ValueError(
                    f"Unknown variable: {variable}. This optimizer can only be called for the variables it was originally "
                    "built with. When working with a new set of variables, you should recreate a new optimizer instance.")

            # What is kept for a weight under a name.
            def _slot(self, name, variable):
                return self._slots[name][self._get_variable_index(variable)]

            def assign(self, variable, value):
                variable.assign(value)

            def assign_add(self, variable, value):
                variable.assign_add(value)

            def assign_sub(self, variable, value):
                variable.assign_sub(value)

            def update_step(self, gradient, variable, learning_rate):
                raise NotImplementedError

            def apply_gradients(self, grads_and_vars):
                grads, variables = zip(*grads_and_vars)
                self.apply(grads, variables)
                return self._iterations

            def apply(self, grads, trainable_variables=None):
                grads = list(grads)
                if not grads:
                    return
                if any(_host.is_absent(grad) for grad in grads):
                    _host.leave_out("apply_gradients", "there are no gradients", "the weights stay as they are")
                    return
                if trainable_variables is None:
                    variables = self._trainable_variables
                    if not self.built:
                        raise ValueError(
                            "When passing `grads` without `variables`, the optimizer must already be built on a list of "
                            "variables. Call `optimizer.build(trainable_variables)` first. ")
                    if len(grads) != len(variables):
                        raise ValueError(
                            "When passing `grads` as a list of gradient tensors, the gradients must match "
                            f"`optimizer.variables` one-to-on. Received a list of {len(grads)} gradients, but the optimizer "
                            f"is tracking {len(variables)} trainable variables.")
                else:
                    variables = list(trainable_variables)
                    if not self.built:
                        self.build(variables)
                        self.built = True
                    for variable in variables:
                        self._get_variable_index(variable)
                pairs = [(g, v) for g, v in zip(grads, variables) if g is not None]
                if not pairs:
                    raise ValueError("No gradients provided for any variable.")
                variables = [v for _, v in pairs]
                scale = self.loss_scale_factor
                grads = [ops.convert_to_tensor(g) if scale is None else g / scale for g, _ in pairs]
                self._accumulate(grads, variables)
                for variable in variables:
                    if getattr(variable, "constraint", None) is not None:
                        variable.assign(variable.constraint(variable))
                self._iterations.assign_add(1)

            # Changes the weights, or waits until enough gradients have come together.
            def _accumulate(self, grads, variables):
                steps = self.gradient_accumulation_steps
                if steps:
                    sums = [self._slot("gradient_accumulator", variable) for variable in variables]
                    is_last = (int(self._iterations) + 1) % steps == 0
                    grads = [g + s for g, s in zip(grads, sums)]
                    for s, g in zip(sums, grads):
                        s.assign(ops.zeros_like(g) if is_last else g)
                    grads = [g / steps for g in grads]
                if not steps or is_last:
                    self._update(self._clipped(grads), variables)
                if self.use_ema:
                    self._average()

            def _update(self, grads, variables):
                rate = self.learning_rate
                if self.weight_decay is not None:
                    for variable in variables:
                        variable.assign(variable - variable * ops.cast(self.weight_decay, variable.dtype) * rate)
                self._begin_step()
                for gradient, variable in zip(grads, variables):
                    self.update_step(gradient, variable, rate)

            # What is the same for all weights in a step.
            def _begin_step(self):
                pass

            def _clipped(self, grads):
                if self.clipnorm:
                    return [_scaled(g, self.clipnorm, ops.sqrt(ops.sum(ops.square(g)))) for g in grads]
                if self.global_clipnorm:
                    norm = ops.sqrt(sum(ops.sum(ops.square(g)) for g in grads))
                    return [_scaled(g, self.global_clipnorm, norm) for g in grads]
                if self.clipvalue:
                    return [ops.clip(g, -self.clipvalue, self.clipvalue) for g in grads]
                return grads

            def _average(self):
                step = int(self.iterations)
                momentum = self.ema_momentum if step else 0.0
                for variable in self._trainable_variables:
                    average = self._slot("average", variable)
                    average.assign(momentum * average + (1 - momentum) * variable)
                every = self.ema_overwrite_frequency
                if every and (step + 1) % every == 0:
                    self.finalize_variable_values(self._trainable_variables)

            def finalize_variable_values(self, var_list):
                if self.use_ema:
                    for variable in var_list:
                        variable.assign(self._slot("average", variable))

            def scale_loss(self, loss):
                return loss if self.loss_scale_factor is None else loss * self.loss_scale_factor

            def set_weights(self, weights):
                if not self.built:
                    raise ValueError(
                        "You are calling `set_weights()` on an optimizer that has not yet been built. Please call "
                        "`optimizer.build(trainable_variables)` to create the optimizer weights before calling "
                        "`set_weights()`.")
                for variable, weight in zip(self._variables, weights):
                    variable.assign(weight)

            def get_config(self):
                rate = self._learning_rate
                if isinstance(rate, LearningRateSchedule):
                    rate = {
                        "module": "keras.optimizers.schedules", "class_name": type(rate).__name__,
                        "config": rate.get_config(), "registered_name": None}
                elif isinstance(rate, keras.Variable):
                    rate = float(rate)
                names = _SHARED + self._own
                return {"name": self.name, "learning_rate": rate, **{name: getattr(self, name) for name in names}}

            @classmethod
            def from_config(cls, config, custom_objects=None):
                config = dict(config)
                rate = config.get("learning_rate")
                if isinstance(rate, dict):
                    name = rate["class_name"]
                    schedule = (custom_objects or {}).get(name) or getattr(keras.optimizers.schedules, name)
                    config["learning_rate"] = schedule.from_config(rate["config"])
                return cls(**config)


        # A gradient whose norm is at most a number.
        def _scaled(gradient, most, norm):
            return gradient * most / ops.maximum(norm, most)
        """
}
