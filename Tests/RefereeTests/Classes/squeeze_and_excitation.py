import keras, numpy as np
from keras import ops
keras.utils.set_random_seed(5)

@keras.saving.register_keras_serializable(package="blocks")
class SqueezeExcite(keras.layers.Layer):
    """Channel recalibration."""
    def __init__(self, ratio=4, **kwargs):
        super().__init__(**kwargs)
        self.ratio = ratio
        self.pool = keras.layers.GlobalAveragePooling2D(keepdims=True)

    def build(self, input_shape):
        channels = input_shape[-1]
        self.squeeze = keras.layers.Dense(max(1, channels // self.ratio), activation="relu", name="squeeze")
        self.excite = keras.layers.Dense(channels, activation="sigmoid", name="excite")
        self.squeeze.build((None, 1, 1, channels))
        self.excite.build((None, 1, 1, max(1, channels // self.ratio)))
        self.built = True

    def call(self, inputs):
        s = self.excite(self.squeeze(self.pool(inputs)))
        return ops.multiply(inputs, s)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"ratio": self.ratio})
        return config

se = SqueezeExcite(2, name="se")
x = np.arange(2 * 3 * 3 * 4).reshape(2, 3, 3, 4).astype("float32") / 10
y = se(x)
print(y.shape, se.count_params(), se.built)
print([w.path for w in se.weights])
print(np.round(np.array(y)[0, 0], 4).tolist())
cfg = se.get_config()
print(sorted(cfg.keys()))
print(cfg["ratio"], cfg["name"], cfg["trainable"])
twin = SqueezeExcite.from_config(cfg)
print(twin.ratio, twin.name, twin.built)
print(keras.saving.get_registered_name(SqueezeExcite))
ser = keras.saving.serialize_keras_object(se)
print(ser["class_name"], ser["registered_name"], ser["config"]["ratio"])
back = keras.saving.deserialize_keras_object(ser)
print(type(back).__name__, back.ratio)
print(se.compute_output_shape((None, 7, 7, 4)))
