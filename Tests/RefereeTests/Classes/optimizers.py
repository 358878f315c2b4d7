import keras
import numpy as np
from keras import ops


def attempt(name, f):
    try:
        print(name, f())
    except Exception as e:
        print(name, type(e).__name__, str(e)[:100].replace("\n", " "))


rng = np.random.RandomState(3)
starts = [rng.randn(3, 2).astype("float32"), rng.randn(4).astype("float32")]
grads = [[rng.randn(3, 2).astype("float32"), rng.randn(4).astype("float32")] for _ in range(4)]
O = keras.optimizers
makers = {
 "sgd": lambda: O.SGD(), "momentum": lambda: O.SGD(0.1, 0.9), "nesterov": lambda: O.SGD(0.1, momentum=0.9, nesterov=True),
 "adam": lambda: O.Adam(), "amsgrad": lambda: O.Adam(0.1, amsgrad=True), "adamw": lambda: O.AdamW(0.1, weight_decay=0.1),
 "rmsprop": lambda: O.RMSprop(0.1), "rmscm": lambda: O.RMSprop(0.1, momentum=0.5, centered=True), "adagrad": lambda: O.Adagrad(0.1),
 "adadelta": lambda: O.Adadelta(1.0), "adamax": lambda: O.Adamax(0.1), "nadam": lambda: O.Nadam(0.1), "ftrl": lambda: O.Ftrl(0.1, l1_regularization_strength=0.1, l2_regularization_strength=0.2),
 "lion": lambda: O.Lion(0.1), "clipnorm": lambda: O.SGD(0.1, clipnorm=0.5), "clipvalue": lambda: O.SGD(0.1, clipvalue=0.5), "global": lambda: O.SGD(0.1, global_clipnorm=0.5),
 "decay": lambda: O.SGD(0.1, weight_decay=0.1), "ema": lambda: O.SGD(0.1, use_ema=True, ema_momentum=0.5, ema_overwrite_frequency=2),
 "accumulate": lambda: O.Adam(0.1, gradient_accumulation_steps=2), "scale": lambda: O.SGD(0.1, loss_scale_factor=4.0), "lamb": lambda: O.Lamb(0.1),
 "schedule": lambda: O.SGD(O.schedules.ExponentialDecay(0.5, 1, 0.5)),
}
for name, make in makers.items():
    opt = make()
    variables = [keras.Variable(v, name=f"v{i}") for i, v in enumerate(starts)]
    for step in grads:
        opt.apply_gradients(zip(step, variables))
    print(name, opt.name, int(opt.iterations), len(opt.variables), [v.name for v in opt.variables][:6])
    for v in variables:
        print("  ", [f"{x:.3f}" for x in np.ravel(ops.convert_to_numpy(v))])
    print("  ", opt.get_config())
opt = O.Adam(0.01)
opt.learning_rate = 0.5
print(float(opt.learning_rate), opt.learning_rate.name, opt.learning_rate.dtype, opt.built)
opt.learning_rate.assign(0.25)
print(float(ops.convert_to_numpy(opt.learning_rate)))
c = O.serialize(opt)
print(c["class_name"], c["module"], c["registered_name"], O.deserialize(c).get_config() == opt.get_config())
print(type(O.get("adam")).__name__, type(O.get({"class_name": "SGD", "config": {"learning_rate": 0.5}})).__name__, O.get(opt) is opt)
attempt("int", lambda: O.Adam(1))
attempt("text", lambda: O.Adam("x"))
attempt("foo", lambda: O.Adam(foo=1))
attempt("clip", lambda: O.Adam(clipnorm=1, clipvalue=1))
attempt("mom", lambda: O.SGD(momentum=2))
attempt("acc", lambda: O.SGD(gradient_accumulation_steps=1))
attempt("ema", lambda: O.SGD(use_ema=True, ema_momentum=2))
attempt("adamw", lambda: O.AdamW(weight_decay=None))
attempt("lion", lambda: O.Lion(beta_1=0))
attempt("get", lambda: O.get("adamm"))
attempt("get3", lambda: O.get(3))
attempt("get none", lambda: O.get(None))
attempt("nograd", lambda: O.SGD().apply_gradients([(None, keras.Variable(1.0))]))
a = O.SGD(); a.build([keras.Variable(1.0)])
attempt("unknown", lambda: a.apply([np.float32(1)], [keras.Variable(2.0, name="q")]))
attempt("count", lambda: a.apply([np.float32(1)] * 2))
s = O.SGD(O.schedules.ExponentialDecay(0.5, 1, 0.5))
def setlr(): s.learning_rate = 0.1
attempt("setlr", setlr)
m = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])


class Mine(O.Optimizer):
    def __init__(self, learning_rate=0.1, **kw):
        super().__init__(learning_rate, **kw)
    def update_step(self, gradient, variable, learning_rate):
        variable.assign(variable - learning_rate * gradient)
v = keras.Variable([1.0, 2.0])
Mine().apply_gradients([(np.ones(2, "float32"), v)])
print(ops.convert_to_numpy(v).tolist(), isinstance(Mine(), O.Optimizer), isinstance(O.AdamW(), O.Adam))
m.compile(Mine(), "mse")
print(type(m.optimizer).__name__)
