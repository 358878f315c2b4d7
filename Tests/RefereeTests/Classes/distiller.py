import keras, numpy as np
from keras import layers, ops
import copy
keras.utils.set_random_seed(510)

def mlp(seed, name):
    init = keras.initializers.GlorotUniform(seed=seed)
    return keras.Sequential([keras.Input((3,)), layers.Dense(4, "tanh", kernel_initializer=init), layers.Dense(2, kernel_initializer=keras.initializers.RandomNormal(0.0, 0.1, seed=seed))], name=name)

class Ensemble(keras.Model):
    def __init__(self, members, weights=None, **kw):
        super().__init__(**kw)
        self.members = members
        self.mix = np.ones(len(members)) / len(members) if weights is None else np.asarray(weights)
    def call(self, x):
        ys = [m(x) for m in self.members]
        return ops.sum(ops.stack(ys) * ops.reshape(ops.cast(self.mix, "float32"), (-1, 1, 1)), axis=0)
    def predict_all(self, x):
        return np.stack([m.predict(x, verbose=0) for m in self.members])
    def __len__(self):
        return len(self.members)
    def __call__(self, *args, **kwargs):
        return super().__call__(*args, **kwargs)

class Distiller(keras.Model):
    def __init__(self, student, teacher):
        super().__init__()
        self.teacher = teacher
        self.student = student
    def compile(self, optimizer, alpha=0.1, temperature=3, **kw):
        super().compile(optimizer=optimizer, **kw)
        self.alpha = alpha
        self.temperature = temperature
    def call(self, x):
        return self.student(x)
    def soft_targets(self, x):
        return ops.softmax(self.teacher(x, training=False) / self.temperature, axis=1)

x = np.arange(6).reshape(2, 3).astype("float32") / 6
ms = [mlp(s, f"m{s}") for s in (1, 2)]
e = Ensemble(ms, name="ens")
print(np.round(np.array(e(x)), 4).tolist(), len(e), [l.name for l in e.layers])
print(np.allclose(e.predict_all(x).mean(0), e(x), atol=1e-6), e.count_params(), [w.path for w in e.weights][:3])
w = Ensemble(ms, weights=[1, 0])
print(np.allclose(w(x), ms[0](x)), w.name)
c = keras.models.clone_model(ms[0])
c.set_weights(ms[0].get_weights())
d = Distiller(student=c, teacher=e)
d.compile("adam", alpha=0.3, temperature=5)
print(np.round(np.array(d.soft_targets(x)), 4).tolist(), d.alpha, d.temperature)
print([l.name for l in d.layers], len(d.weights), d.student.name)
print(np.allclose(d(x), ms[0](x)))
swa = [np.mean(ws, axis=0) for ws in zip(*(m.get_weights() for m in ms))]
c.set_weights(swa)
print(np.round(np.array(c(x)), 4).tolist())
