import keras, numpy as np
from keras import losses, metrics
yt = np.array([[0., 1., 0.], [1., 0., 0.]], dtype="float32"); yp = np.array([[0.2, 0.7, 0.1], [0.3, 0.3, 0.4]], dtype="float32")
r = lambda v: np.round(np.array(v), 5).tolist()
for n in ["MeanSquaredError","MeanAbsoluteError","MeanSquaredLogarithmicError","Huber","LogCosh","KLDivergence","Poisson","Hinge","SquaredHinge","CategoricalHinge","CosineSimilarity","BinaryCrossentropy","CategoricalCrossentropy"]:
    l = getattr(losses, n)()
    print(n, l.name, r(l(yt, yp)), l.get_config())
    print(r(getattr(losses, n)(reduction="sum")(yt, yp)), r(getattr(losses, n)(reduction=None)(yt, yp)))
print(r(losses.SparseCategoricalCrossentropy()(np.array([1, 0]), yp)), r(losses.SparseCategoricalCrossentropy(from_logits=True)(np.array([[1], [0]]), yp)))
print(r(losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1)(yt, yp)), r(losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.2)(yt, yp)))
for f in ["mean_squared_error", "binary_crossentropy", "categorical_crossentropy", "huber", "kl_divergence", "poisson", "log_cosh", "hinge"]:
    print(f, r(getattr(losses, f)(yt, yp)))
m = metrics.Mean(name="loss"); m.update_state([1., 2., 6.]); print(r(m.result()), m.name); m.reset_state(); print(r(m.result())); m(3.0); print(r(m.result()))
a = metrics.CategoricalAccuracy(); a.update_state(yt, yp); print(r(a.result()), a.name)
print(r(metrics.BinaryAccuracy()(yt, yp)), r(metrics.SparseCategoricalAccuracy()([1, 0], yp)), r(metrics.MeanSquaredError()(yt, yp)), r(metrics.RootMeanSquaredError()(yt, yp)))
class My(losses.Loss):
    def __init__(self, m=1.0, name="my", **kw):
        super().__init__(name=name, **kw); self.m = m
    def call(self, a, b): return keras.ops.mean(keras.ops.abs(a - b) * self.m, axis=-1)
print(r(My(2.0)(yt, yp)), My().name, My().reduction, isinstance(My(), losses.Loss), issubclass(losses.Huber, losses.Loss))
class TP(metrics.Metric):
    def __init__(self, name="tp", **kw):
        super().__init__(name=name, **kw); self.t = self.add_weight(name="t", initializer="zeros")
    def update_state(self, a, b, sample_weight=None): self.t.assign(self.t + keras.ops.sum(a * b))
    def result(self): return self.t
t = TP(); t.update_state(yt, yp); t.update_state(yt, yp); print(r(t.result()), len(t.variables)); t.reset_state(); print(r(t.result()))
v = keras.Variable(np.ones((2, 3)), name="v"); print(v.name, v.shape, r(v), v.trainable); v.assign(v * 2 + 1); print(r(v)); v.assign_add(np.ones((2,3))); print(r(v.value))
w = keras.Variable(keras.initializers.Ones(), shape=(2,)); print(r(w))
class CB(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None): print("e", epoch)
c = CB(); c.on_epoch_end(1); c.on_epoch_begin(1); c.set_params({"a": 1}); print(c.params, c.model)
class Seq(keras.utils.PyDataset):
    def __len__(self): return 3
    def __getitem__(self, i): return i
s = Seq(workers=2); print(len(s), s[1], s.workers)
class I(keras.initializers.Initializer):
    def __init__(self, k): self.k = k
    def __call__(self, shape, dtype=None): return keras.ops.ones(shape) * self.k
    def get_config(self): return {"k": self.k}
d = keras.layers.Dense(2, kernel_initializer=I(3)); d.build((None, 2)); print(r(d.kernel), isinstance(d.kernel_initializer, I), I.from_config({"k": 2}).k)
class R(keras.regularizers.Regularizer):
    def __call__(self, x): return 0.1 * keras.ops.sum(keras.ops.abs(x))
d = keras.layers.Dense(2, kernel_regularizer=R(), kernel_initializer="ones"); d.build((None, 2)); print(r(d.losses))
class C(keras.constraints.Constraint):
    def __call__(self, w): return keras.ops.maximum(w, 0.0)
d = keras.layers.Dense(2, kernel_constraint=C()); d.build((None, 2)); print(type(d.kernel_constraint).__name__, r(C()(np.array([-1., 2.]))))
d = keras.layers.Dense(2, kernel_constraint=lambda w: w); d.build((None, 2)); print(d.count_params())
