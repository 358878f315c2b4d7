import keras, numpy as np
from keras import ops

class Dice(keras.metrics.Metric):
    def __init__(self, threshold=0.5, name="dice", **kwargs):
        super().__init__(name=name, **kwargs)
        self.threshold = threshold
        self.inter = self.add_weight(name="inter", shape=(), initializer="zeros")
        self.union = self.add_weight(name="union", initializer="zeros")
    def update_state(self, y_true, y_pred, sample_weight=None):
        y_pred = ops.cast(y_pred > self.threshold, "float32")
        y_true = ops.cast(y_true, "float32")
        self.inter.assign_add(ops.sum(y_true * y_pred))
        self.union.assign_add(ops.sum(y_true) + ops.sum(y_pred))
    def result(self):
        return 2 * self.inter / (self.union + 1e-7)
    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}

class Top(keras.metrics.MeanMetricWrapper if hasattr(keras.metrics, "MeanMetricWrapper") else keras.metrics.Mean):
    pass

class PSNR(keras.metrics.Mean):
    def __init__(self, name="psnr", **kw):
        super().__init__(name=name, **kw)
    def update_state(self, y, p, sample_weight=None):
        mse = ops.mean(ops.square(y - p))
        super().update_state(-10 * ops.log(mse) / np.log(10.0))

d = Dice()
d.update_state(np.array([1, 0, 1, 1]), np.array([0.9, 0.8, 0.2, 0.7]))
print(round(float(d.result()), 4), d.name, [v.name for v in d.variables])
r = d(np.array([1.0, 1.0]), np.array([1.0, 1.0]))
print(round(float(r), 4), round(float(d.result()), 4))
d.reset_state()
print(round(float(d.result()), 4), d.get_config())
q = PSNR()
q.update_state(np.zeros(4, "float32"), np.full(4, 0.1, "float32"))
q.update_state(np.zeros(4, "float32"), np.full(4, 0.01, "float32"))
print(round(float(q.result()), 3))
a = keras.metrics.BinaryAccuracy(threshold=0.6)
a.update_state([1, 1, 0, 0], [0.98, 1, 0, 0.61])
print(round(float(a.result()), 4))
c = keras.metrics.SparseCategoricalAccuracy()
c.update_state([[2], [1]], [[0.1, 0.6, 0.3], [0.05, 0.95, 0]])
print(float(c.result()))
print(round(float(keras.metrics.mean_squared_error(np.zeros(2), np.ones(2))), 3))
m = keras.metrics.Mean(name="avg")
m(2.0); m(4.0)
print(float(m.result()), m.name)
