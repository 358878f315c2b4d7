extension Prelude {
    /// Learning rates that change with the step.
    ///
    /// Source: the formulas of keras/src/optimizers/schedules/learning_rate_schedule.py.
    static let scheduleClasses = """
        import math


        class LearningRateSchedule:
            def __call__(self, step):
                raise NotImplementedError(f"Learning rate schedule '{type(self).__name__}' must override `__call__(self, step)`.")

            def get_config(self):
                raise NotImplementedError(f"Learning rate schedule '{type(self).__name__}' must override `get_config()`.")

            @classmethod
            def from_config(cls, config):
                return cls(**config)


        class ExponentialDecay(LearningRateSchedule):
            def __init__(self, initial_learning_rate, decay_steps, decay_rate, staircase=False, name="ExponentialDecay"):
                self.initial_learning_rate = initial_learning_rate
                self.decay_steps = decay_steps
                self.decay_rate = decay_rate
                self.staircase = staircase
                self.name = name

            def __call__(self, step):
                power = step / self.decay_steps
                return self.initial_learning_rate * self.decay_rate ** (math.floor(power) if self.staircase else power)

            def get_config(self):
                return {
                    "initial_learning_rate": self.initial_learning_rate, "decay_steps": self.decay_steps,
                    "decay_rate": self.decay_rate, "staircase": self.staircase, "name": self.name}


        class PiecewiseConstantDecay(LearningRateSchedule):
            def __init__(self, boundaries, values, name="PiecewiseConstant"):
                if len(boundaries) != len(values) - 1:
                    raise ValueError("The length of boundaries should be 1 less than the length of values.")
                self.boundaries = boundaries
                self.values = values
                self.name = name

            def __call__(self, step):
                for boundary, value in zip(self.boundaries, self.values):
                    if step <= boundary:
                        return value
                return self.values[-1]

            def get_config(self):
                return {"boundaries": self.boundaries, "values": self.values, "name": self.name}


        class PolynomialDecay(LearningRateSchedule):
            def __init__(
                    self, initial_learning_rate, decay_steps, end_learning_rate=0.0001, power=1.0, cycle=False,
                    name="PolynomialDecay"):
                self.initial_learning_rate = initial_learning_rate
                self.decay_steps = decay_steps
                self.end_learning_rate = end_learning_rate
                self.power = power
                self.cycle = cycle
                self.name = name

            def __call__(self, step):
                steps = self.decay_steps
                if self.cycle:
                    steps = steps * max(1.0, math.ceil(step / steps))
                left = 1 - min(step, steps) / steps
                return (self.initial_learning_rate - self.end_learning_rate) * left ** self.power + self.end_learning_rate

            def get_config(self):
                return {
                    "initial_learning_rate": self.initial_learning_rate, "decay_steps": self.decay_steps,
                    "end_learning_rate": self.end_learning_rate, "power": self.power, "cycle": self.cycle,
                    "name": self.name}


        class InverseTimeDecay(LearningRateSchedule):
            def __init__(self, initial_learning_rate, decay_steps, decay_rate, staircase=False, name="InverseTimeDecay"):
                self.initial_learning_rate = initial_learning_rate
                self.decay_steps = decay_steps
                self.decay_rate = decay_rate
                self.staircase = staircase
                self.name = name

            def __call__(self, step):
                power = step / self.decay_steps
                return self.initial_learning_rate / (1 + self.decay_rate * (math.floor(power) if self.staircase else power))

            def get_config(self):
                return {
                    "initial_learning_rate": self.initial_learning_rate, "decay_steps": self.decay_steps,
                    "decay_rate": self.decay_rate, "staircase": self.staircase, "name": self.name}


        class CosineDecay(LearningRateSchedule):
            def __init__(
                    self, initial_learning_rate, decay_steps, alpha=0.0, name="CosineDecay", warmup_target=None,
                    warmup_steps=0):
                self.initial_learning_rate = initial_learning_rate
                self.decay_steps = decay_steps
                self.alpha = alpha
                self.name = name
                self.warmup_target = warmup_target
                self.warmup_steps = warmup_steps

            def _decayed(self, step, start):
                share = min(step, self.decay_steps) / self.decay_steps
                return start * ((1 - self.alpha) * 0.5 * (1 + math.cos(math.pi * share)) + self.alpha)

            def __call__(self, step):
                if self.warmup_target is None:
                    return self._decayed(step, self.initial_learning_rate)
                if step < self.warmup_steps:
                    gain = self.warmup_target - self.initial_learning_rate
                    return self.initial_learning_rate + gain * step / self.warmup_steps
                return self._decayed(step - self.warmup_steps, self.warmup_target)

            def get_config(self):
                return {
                    "initial_learning_rate": self.initial_learning_rate, "decay_steps": self.decay_steps,
                    "alpha": self.alpha, "name": self.name, "warmup_target": self.warmup_target,
                    "warmup_steps": self.warmup_steps}
        """
}
