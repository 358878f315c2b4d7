extension Prelude {
    /// The parameters that all optimizers have beside their own.
    private static let sharedParameters =
        "weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, "
        + "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, name=None, **kwargs"

    /// These parameters, handed on.
    private static let sharedArguments =
        "weight_decay, clipnorm, clipvalue, global_clipnorm, use_ema, ema_momentum, ema_overwrite_frequency, "
        + "loss_scale_factor, gradient_accumulation_steps, name, **kwargs"

    /// What training changes the weights by, given their gradients.
    ///
    /// A class says which variables it keeps for each weight (`_kept`), which of its arguments are in its configuration
    /// (`_own`) and how a gradient changes a weight (`update_step`).
    ///
    /// Source: the formulas of keras/src/optimizers.
    static let optimizerClasses = """
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

            def __init__(self, learning_rate, \(sharedParameters)):
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


        class SGD(Optimizer):
            _own = ("momentum", "nesterov")

            def __init__(self, learning_rate=0.01, momentum=0.0, nesterov=False, \(sharedParameters)):
                super().__init__(learning_rate, \(sharedArguments))
                if not isinstance(momentum, float) or not 0 <= momentum <= 1:
                    raise ValueError("`momentum` must be a float between [0, 1].")
                self.momentum = momentum
                self.nesterov = nesterov

            def _kept(self):
                return {"momentum": "zeros"} if self.momentum else {}

            def update_step(self, gradient, variable, learning_rate):
                step = gradient * learning_rate
                if self.momentum:
                    speed = self._slot("momentum", variable)
                    speed.assign(speed * self.momentum - step)
                    variable.assign_add(speed * self.momentum - step if self.nesterov else speed)
                else:
                    variable.assign_sub(step)


        class RMSprop(Optimizer):
            _own = ("rho", "momentum", "epsilon", "centered")

            def __init__(
                    self, learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-07, centered=False, \(sharedParameters)):
                super().__init__(learning_rate, \(sharedArguments))
                self.rho = rho
                self.momentum = momentum
                self.epsilon = epsilon
                self.centered = centered

            def _kept(self):
                return {
                    "velocity": "zeros", **({"momentum": "zeros"} if self.momentum > 0 else {}),
                    **({"average_gradient": "zeros"} if self.centered else {})}

            def update_step(self, gradient, variable, learning_rate):
                square = self._slot("velocity", variable)
                square.assign(self.rho * square + (1 - self.rho) * ops.square(gradient))
                spread = square + self.epsilon
                if self.centered:
                    mean = self._slot("average_gradient", variable)
                    mean.assign(self.rho * mean + (1 - self.rho) * gradient)
                    spread = square - ops.square(mean) + self.epsilon
                step = learning_rate * gradient / ops.sqrt(spread)
                if self.momentum > 0:
                    speed = self._slot("momentum", variable)
                    speed.assign(self.momentum * speed + step)
                    step = speed
                variable.assign_sub(step)


        # What Adam and its relatives share: the averages of the gradients and of their squares.
        class _Moments(Optimizer):
            def _kept(self):
                return {"momentum velocity": "zeros"}

            def _powers(self, variable, count=1):
                step = ops.cast(self.iterations + count, variable.dtype)
                return ops.power(ops.cast(self.beta_1, variable.dtype), step), ops.power(
                    ops.cast(self.beta_2, variable.dtype), step)

            def _moments(self, gradient, variable):
                mean, square = self._slot("momentum", variable), self._slot("velocity", variable)
                mean.assign_add((gradient - mean) * (1 - self.beta_1))
                square.assign_add((ops.square(gradient) - square) * (1 - self.beta_2))
                return mean, square


        class Adam(_Moments):
            _own = ("beta_1", "beta_2", "epsilon", "amsgrad")

            def __init__(
                    self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, amsgrad=False, \(sharedParameters)):
                super().__init__(learning_rate, \(sharedArguments))
                self.beta_1 = beta_1
                self.beta_2 = beta_2
                self.epsilon = epsilon
                self.amsgrad = amsgrad

            def _kept(self):
                return {**super()._kept(), **({"velocity_hat": "zeros"} if self.amsgrad else {})}

            def update_step(self, gradient, variable, learning_rate):
                mean, square = self._moments(gradient, variable)
                first, second = self._powers(variable)
                if self.amsgrad:
                    largest = self._slot("velocity_hat", variable)
                    largest.assign(ops.maximum(largest, square))
                    square = largest
                rate = learning_rate * ops.sqrt(1 - second) / (1 - first)
                variable.assign_sub(mean * rate / (ops.sqrt(square) + self.epsilon))


        class AdamW(Adam):
            def __init__(
                    self, learning_rate=0.001, weight_decay=0.004, beta_1=0.9, beta_2=0.999, epsilon=1e-07, amsgrad=False,
                    clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99,
                    ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, name=None,
                    **kwargs):
                super().__init__(learning_rate, beta_1, beta_2, epsilon, amsgrad, \(sharedArguments))
                if weight_decay is None:
                    raise ValueError("Argument `weight_decay` must be a float. Received: weight_decay=None")


        class Adamax(Optimizer):
            _own = ("beta_1", "beta_2", "epsilon")

            def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, \(sharedParameters)):
                super().__init__(learning_rate, \(sharedArguments))
                self.beta_1 = beta_1
                self.beta_2 = beta_2
                self.epsilon = epsilon

            def _kept(self):
                return {"momentum norm": "zeros"}

            def update_step(self, gradient, variable, learning_rate):
                mean, norm = self._slot("momentum", variable), self._slot("norm", variable)
                power = ops.power(
                    ops.cast(self.beta_1, variable.dtype), ops.cast(self.iterations + 1, variable.dtype))
                mean.assign_add((gradient - mean) * (1 - self.beta_1))
                norm.assign(ops.maximum(self.beta_2 * norm, ops.abs(gradient)))
                variable.assign_sub(learning_rate * mean / ((1 - power) * (norm + self.epsilon)))


        class Nadam(_Moments):
            _own = ("beta_1", "beta_2", "epsilon")

            def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, \(sharedParameters)):
                super().__init__(learning_rate, \(sharedArguments))
                self.beta_1 = beta_1
                self.beta_2 = beta_2
                self.epsilon = epsilon
                # The product of the momentums of all steps, which Keras does not count among the variables.
                self._u_product = None

            def build(self, variables):
                if not self.built:
                    super().build(variables)
                    self._u_product = self.add_variable((), "ones", name="variable")

            def _momentum(self, count):
                return self.beta_1 * (1.0 - 0.5 * ops.power(0.96, ops.cast(self.iterations + count, "float32")))

            def _begin_step(self):
                self._u_product.assign(self._u_product * self._momentum(1))

            def update_step(self, gradient, variable, learning_rate):
                mean, square = self._moments(gradient, variable)
                now, next = self._momentum(1), self._momentum(2)
                product = ops.convert_to_tensor(self._u_product)
                ahead = next * mean / (1 - product * next) + (1 - now) * gradient / (1 - product)
                spread = square / (1 - self._powers(variable)[1])
                variable.assign_sub(ahead * learning_rate / (ops.sqrt(spread) + self.epsilon))


        class Lamb(_Moments):
            _own = ("beta_1", "beta_2", "epsilon")

            def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, \(sharedParameters)):
                super().__init__(learning_rate, \(sharedArguments))
                self.beta_1 = beta_1
                self.beta_2 = beta_2
                self.epsilon = epsilon

            def update_step(self, gradient, variable, learning_rate):
                mean, square = self._moments(gradient, variable)
                first, second = self._powers(variable)
                update = mean / (1 - first) / (ops.sqrt(square / (1 - second)) + self.epsilon)
                size = float(ops.sqrt(ops.sum(ops.square(variable))))
                change = float(ops.sqrt(ops.sum(ops.square(update))))
                ratio = size / change if size > 0 and change > 0 else 1.0
                variable.assign_sub(ratio * learning_rate * update)


        class Adagrad(Optimizer):
            _own = ("initial_accumulator_value", "epsilon")

            def __init__(
                    self, learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-07, \(sharedParameters)):
                super().__init__(learning_rate, \(sharedArguments))
                self.initial_accumulator_value = initial_accumulator_value
                self.epsilon = epsilon

            def _kept(self):
                return {"accumulator": keras.initializers.Constant(self.initial_accumulator_value)}

            def update_step(self, gradient, variable, learning_rate):
                total = self._slot("accumulator", variable)
                total.assign_add(ops.square(gradient))
                variable.assign_sub(learning_rate * gradient / ops.sqrt(total + self.epsilon))


        class Adadelta(Optimizer):
            _own = ("rho", "epsilon")

            def __init__(self, learning_rate=0.001, rho=0.95, epsilon=1e-07, \(sharedParameters)):
                super().__init__(learning_rate, \(sharedArguments))
                self.rho = rho
                self.epsilon = epsilon

            def _kept(self):
                return {"accumulated_grad accumulated_delta_var": "zeros"}

            def update_step(self, gradient, variable, learning_rate):
                squares = self._slot("accumulated_grad", variable)
                changes = self._slot("accumulated_delta_var", variable)
                squares.assign(self.rho * squares + (1 - self.rho) * ops.square(gradient))
                change = -ops.sqrt(changes + self.epsilon) * gradient / ops.sqrt(squares + self.epsilon)
                changes.assign(self.rho * changes + (1 - self.rho) * ops.square(change))
                variable.assign_add(learning_rate * change)


        class Ftrl(Optimizer):
            _own = (
                "learning_rate_power", "initial_accumulator_value", "l1_regularization_strength",
                "l2_regularization_strength", "l2_shrinkage_regularization_strength", "beta")

            def __init__(
                    self, learning_rate=0.001, learning_rate_power=-0.5, initial_accumulator_value=0.1,
                    l1_regularization_strength=0.0, l2_regularization_strength=0.0,
                    l2_shrinkage_regularization_strength=0.0, beta=0.0, \(sharedParameters)):
                super().__init__(learning_rate, \(sharedArguments))
                if initial_accumulator_value < 0.0:
                    raise ValueError(
                        "`initial_accumulator_value` needs to be positive or zero. Received: "
                        f"initial_accumulator_value={initial_accumulator_value}.")
                if learning_rate_power > 0.0:
                    raise ValueError(
                        "`learning_rate_power` needs to be negative or zero. Received: "
                        f"learning_rate_power={learning_rate_power}.")
                for label, strength in (
                        ("l1", l1_regularization_strength), ("l2", l2_regularization_strength),
                        ("l2_shrinkage", l2_shrinkage_regularization_strength)):
                    if strength < 0.0:
                        raise ValueError(
                            f"`{label}_regularization_strength` needs to be positive or zero. Received: "
                            f"{label}_regularization_strength={strength}.")
                self.learning_rate_power = learning_rate_power
                self.initial_accumulator_value = initial_accumulator_value
                self.l1_regularization_strength = l1_regularization_strength
                self.l2_regularization_strength = l2_regularization_strength
                self.l2_shrinkage_regularization_strength = l2_shrinkage_regularization_strength
                self.beta = beta

            def _kept(self):
                start = keras.initializers.Constant(self.initial_accumulator_value)
                return {"accumulator linear": [start, "zeros"]}

            def update_step(self, gradient, variable, learning_rate):
                squares, linear = self._slot("accumulator", variable), self._slot("linear", variable)
                power, most = -self.learning_rate_power, self.l1_regularization_strength
                total = squares + ops.square(gradient)
                growth = (ops.power(total, power) - ops.power(squares, power)) / learning_rate
                shrunk = gradient + 2 * self.l2_shrinkage_regularization_strength * variable
                linear.assign_add(shrunk - growth * variable)
                penalty = self.l2_regularization_strength + self.beta / (2.0 * learning_rate)
                curvature = ops.power(total, power) / learning_rate + 2 * penalty
                variable.assign((ops.clip(linear, -most, most) - linear) / curvature)
                squares.assign(total)


        class Lion(Optimizer):
            _own = ("beta_1", "beta_2")

            def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.99, \(sharedParameters)):
                super().__init__(learning_rate, \(sharedArguments))
                if not 0 < beta_1 <= 1:
                    raise ValueError(
                        "Argument `beta_1` must be in the [0, 1] range. Otherwise, the optimizer degenerates to SignSGD. "
                        f"Received: beta_1={beta_1}.")
                self.beta_1 = beta_1
                self.beta_2 = beta_2

            def _kept(self):
                return {"momentum": "zeros"}

            def update_step(self, gradient, variable, learning_rate):
                mean = self._slot("momentum", variable)
                variable.assign_sub(learning_rate * ops.sign(mean * self.beta_1 + gradient * (1.0 - self.beta_1)))
                mean.assign(mean * self.beta_2 + gradient * (1.0 - self.beta_2))


        _CLASSES = {
            made.__name__.lower(): made
            for made in (SGD, RMSprop, Adam, AdamW, Adamax, Nadam, Lamb, Adagrad, Adadelta, Ftrl, Lion)}


        def serialize(optimizer):
            known = type(optimizer).__name__.lower() in _CLASSES
            return {
                "module": "keras.optimizers" if known else type(optimizer).__module__,
                "class_name": type(optimizer).__name__, "config": optimizer.get_config(),
                "registered_name": None if known else type(optimizer).__name__}


        def deserialize(config, custom_objects=None):
            name = config["class_name"]
            found = {**_CLASSES, **(custom_objects or {})}
            made = found.get(name) or found.get(name.lower())
            if made is None:
                raise ValueError(f"Could not interpret optimizer identifier: {name}")
            return made.from_config(config["config"], custom_objects=custom_objects)


        def get(identifier):
            if identifier is None or isinstance(identifier, Optimizer):
                return identifier
            if isinstance(identifier, dict):
                return deserialize(identifier)
            if isinstance(identifier, str):
                return deserialize({"class_name": identifier, "config": {}})
            raise ValueError(f"Could not interpret optimizer identifier: {identifier}")
        """
}
