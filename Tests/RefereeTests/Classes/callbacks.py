import keras
import numpy as np
import math

class LossHistory(keras.callbacks.Callback):
    def __init__(self, every=2):
        super().__init__()
        self.every = every
        self.seen = []
    def on_train_begin(self, logs=None):
        self.seen = []
    def on_epoch_end(self, epoch, logs=None):
        logs = logs or {}
        if epoch % self.every == 0:
            self.seen.append((epoch, logs.get("loss")))

class WarmUp(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base, steps):
        self.base, self.steps = base, steps
    def __call__(self, step):
        return self.base * keras.ops.minimum(1.0, (step + 1) / self.steps)
    def get_config(self):
        return {"base": self.base, "steps": self.steps}

class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, **kw):
        super().__init__(**kw)
        self.x, self.y, self.batch_size = x, y, batch_size
    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)
    def __getitem__(self, idx):
        lo = idx * self.batch_size
        hi = min(lo + self.batch_size, len(self.x))
        return self.x[lo:hi], self.y[lo:hi]

cb = LossHistory()
cb.on_train_begin()
for e, l in enumerate([0.9, 0.5, 0.3, 0.2]):
    cb.on_epoch_end(e, {"loss": l})
print(cb.seen, isinstance(cb, keras.callbacks.Callback))
ds = Batches(np.arange(20).reshape(10, 2), np.arange(10), 4)
print(len(ds), ds[2][0].tolist(), ds[2][1].tolist())
for i in range(len(ds)):
    print(i, ds[i][0].shape)
class Old(keras.utils.Sequence):
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
    def __getitem__(self, i):
        return np.full((2, 2), i), np.array([i, i])
    def on_epoch_end(self):
        self.n += 1
o = Old(2)
o.on_epoch_end()
print(len(o), o[1][0].tolist())
w = WarmUp(0.1, 4)
print([round(float(w(s)), 4) for s in range(6)], w.get_config())
