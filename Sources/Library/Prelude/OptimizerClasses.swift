extension Prelude {
    /// The optimizers, and how they are found by name or by configuration.
    ///
    /// Source: the formulas of keras/src/optimizers.
    static let optimizerClasses = """
        class SGD(Optimizer):
            _own = ("momentum", "nesterov")

            def __init__(self, learning_rate=0.01, momentum=0.0, nesterov=False, \(optimizerParameters)):
                super().__init__(learning_rate, \(optimizerArguments))
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
                    self, learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-07, centered=False, \(optimizerParameters)):
                super().__init__(learning_rate, \(optimizerArguments))
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
            _own = ("beta_1", "beta_2", "epsilon")

            def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, \(optimizerParameters)):
                super().__init__(learning_rate, \(optimizerArguments))
                self.beta_1 = beta_1
                self.beta_2 = beta_2
                self.epsilon = epsilon

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
                    self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, amsgrad=False, \(optimizerParameters)):
                super().__init__(learning_rate, beta_1, beta_2, epsilon, \(optimizerArguments))
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
                super().__init__(learning_rate, beta_1, beta_2, epsilon, amsgrad, \(optimizerArguments))
                if weight_decay is None:
                    raise ValueError("Argument `weight_decay` must be a float. Received: weight_decay=None")


        class Adamax(_Moments):
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
            def build(self, variables):
                if not self.built:
                    super().build(variables)
                    # The product of the momentums of all steps.
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
                    self, learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-07, \(optimizerParameters)):
                super().__init__(learning_rate, \(optimizerArguments))
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

            def __init__(self, learning_rate=0.001, rho=0.95, epsilon=1e-07, \(optimizerParameters)):
                super().__init__(learning_rate, \(optimizerArguments))
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
                    l2_shrinkage_regularization_strength=0.0, beta=0.0, \(optimizerParameters)):
                super().__init__(learning_rate, \(optimizerArguments))
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

            def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.99, \(optimizerParameters)):
                super().__init__(learning_rate, \(optimizerArguments))
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
