import tensorflow as tf
import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(407)

class CustomFit(keras.Model):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.loss_tracker = keras.metrics.Mean(name="loss")
        self.mae_metric = keras.metrics.MeanAbsoluteError(name="mae")

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        self.loss_tracker.update_state(loss)
        self.mae_metric.update_state(y, y_pred)
        return {"loss": self.loss_tracker.result(), "mae": self.mae_metric.result()}

    def test_step(self, data):
        x, y = data
        return {m.name: m.result() for m in self.metrics}

    @property
    def metrics(self):
        return [self.loss_tracker, self.mae_metric]

inputs = keras.Input(shape=(4,))
h = layers.Dense(3, activation="relu")(inputs)
outputs = layers.Dense(1)(h)
model = CustomFit(inputs, outputs, name="custom")
model.compile(optimizer="adam", loss="mse")
print(type(model).__name__, model.name, [l.name for l in model.layers], model.count_params())
x = np.arange(8).reshape(2, 4).astype("float32") / 8
print(np.round(np.array(model(x)), 4).tolist(), model.output_shape)
print([m.name for m in model.metrics], [w.path for w in model.weights])
print(isinstance(model, keras.Model), len(model.inputs), model.input_shape)

class Functionalish(keras.Model):
    def __init__(self, inputs, outputs, tag="t", **kw):
        super().__init__(inputs, outputs, **kw)
        self.tag = tag
    def call(self, x, training=None):
        return super().call(x, training=training) * 2.0
f = Functionalish(inputs, outputs, tag="double")
print(np.allclose(np.array(f(x)), 2 * np.array(model(x))), f.tag, f.name)
