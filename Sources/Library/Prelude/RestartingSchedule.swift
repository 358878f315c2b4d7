extension Prelude {
    /// A schedule of `keras.optimizers.schedules` that begins anew, and schedules as configurations.
    static let restartingSchedule = #"""
        """More of keras.optimizers.schedules.

        Source: the formulas of keras/src/optimizers/schedules/learning_rate_schedule.py.
        """
        import math

        import numpy as np
        import keras
        from keras.optimizers.schedules import LearningRateSchedule


        class CosineDecayRestarts(LearningRateSchedule):
            def __init__(
                    self, initial_learning_rate, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0, name="SGDRDecay"):
                self.initial_learning_rate = initial_learning_rate
                self.first_decay_steps = first_decay_steps
                self._t_mul = t_mul
                self._m_mul = m_mul
                self.alpha = alpha
                self.name = name
                if first_decay_steps <= 0:
                    raise ValueError(
                        f"Argument `first_decay_steps` must be > 0. Received: first_decay_steps={first_decay_steps}")

            def __call__(self, step):
                share = step / self.first_decay_steps
                if self._t_mul == 1.0:
                    restarts = math.floor(share)
                    share -= restarts
                else:
                    # Keras computes in float32, on which it depends at the very step where a period begins.
                    passed = np.array(1.0 - share * (1.0 - self._t_mul), dtype="float32")
                    restarts = math.floor(float(np.log(passed) / np.log(np.array(self._t_mul, dtype="float32"))))
                    length = self._t_mul ** restarts
                    share = (share - (1.0 - length) / (1.0 - self._t_mul)) / length
                wave = 0.5 * self._m_mul ** restarts * (1.0 + math.cos(math.pi * share))
                return self.initial_learning_rate * ((1 - self.alpha) * wave + self.alpha)

            def get_config(self):
                return {
                    "initial_learning_rate": self.initial_learning_rate, "first_decay_steps": self.first_decay_steps,
                    "t_mul": self._t_mul, "m_mul": self._m_mul, "alpha": self.alpha, "name": self.name}


        def serialize(learning_rate_schedule):
            """What deserialize makes the schedule of again."""
            return {
                "module": "keras.optimizers.schedules", "class_name": type(learning_rate_schedule).__name__,
                "config": learning_rate_schedule.get_config(), "registered_name": None}


        def deserialize(config, custom_objects=None):
            """A schedule of its name and its config."""
            name = config["class_name"]
            found = (custom_objects or {}).get(name)
            if found is None:
                own = {"CosineDecayRestarts": CosineDecayRestarts}
                found = own.get(name) or getattr(keras.optimizers.schedules, name, None)
            if found is None:
                raise TypeError(f"Could not locate class '{name}'. Make sure custom classes are decorated with "
                                "`@keras.saving.register_keras_serializable()`.")
            return found.from_config(config["config"])
        """#
}
