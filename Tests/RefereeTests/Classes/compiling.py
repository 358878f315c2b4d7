import keras
import numpy as np

m = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
x = np.ones((5, 3), "float32")
y = np.ones((5, 2), "float32")


def attempt(name, function):
    try:
        print(name, function())
    except Exception as error:
        print(name, type(error).__name__, str(error)[:60])


for name in ("optimizer", "loss", "history", "compiled", "metrics_names", "run_eagerly", "steps_per_execution"):
    attempt(name, lambda: getattr(m, name))
m.compile("adam", "mse", metrics=["mae"])
for name in ("loss", "history", "compiled", "metrics_names", "stop_training", "run_eagerly"):
    attempt(name, lambda: getattr(m, name))
attempt("name", lambda: m.compile("adamm"))
attempt("number", lambda: m.compile(3))
attempt("weights", lambda: m.compile("adam", "mse", loss_weights=2))
attempt("unknown", lambda: m.compile("adam", "mse", foo=2))
for loss in ("msee", 3, ["mse", "msee"], {"dense": "mmse"}):
    m.compile("sgd", loss)
    if isinstance(loss, (str, int)):
        attempt("loss", lambda: m.fit(x, y, verbose=0))
m.compile("sgd", "mse", metrics=["accc"])
attempt("metric", lambda: m.evaluate(x, y, verbose=0))
for name in ("mse", "MSE", "mean_squared_error", "MeanSquaredError", "kl_divergence", "huber", None):
    found = keras.losses.get(name)
    print(name, getattr(found, "__name__", type(found).__name__))
for name in ("mse", "mae", "accuracy", "binary_accuracy", "mean_squared_error", "MeanSquaredError", "auc", None):
    print(name, type(keras.metrics.get(name)).__name__)
for module in (keras.losses, keras.metrics, keras.optimizers):
    attempt("get", lambda: module.get("none such"))
    print(hasattr(module, "none_such"))


class Told(keras.callbacks.Callback):
    def on_predict_begin(self, logs=None):
        print("begin", logs, self.model is m, self.params)

    def on_predict_end(self, logs=None):
        print("end", logs)

    def on_predict_batch_begin(self, batch, logs=None):
        print("batch", batch, logs)

    def on_predict_batch_end(self, batch, logs=None):
        print("done", batch, sorted(logs), np.shape(logs["outputs"]))


print(m.predict(x, batch_size=2, callbacks=[Told()], verbose=0).shape)
print(m.predict(x, batch_size=2, callbacks=Told(), verbose=0).shape)
print(m.predict(x, batch_size=2, steps=2, callbacks=[], verbose=0).shape)
print(m.predict(x, batch_size=2, steps=9, verbose=0).shape)
print(m.predict(x, batch_size=0, steps=0, verbose=0).shape)
attempt("callbacks", lambda: m.predict(x, callbacks=[3], verbose=0))
