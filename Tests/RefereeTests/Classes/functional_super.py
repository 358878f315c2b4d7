import keras
from keras import layers
import numpy as np

class ConvClassifier(keras.Model):
    def __init__(self, input_shape, num_classes, width=4, **kwargs):
        inputs = keras.Input(shape=input_shape, name="pixels")
        x = layers.Conv2D(width, 3, padding="same", activation="relu", name="stem")(inputs)
        skip = x
        x = layers.Conv2D(width, 3, padding="same", activation="relu", name="body")(x)
        x = layers.Add(name="merge")([x, skip])
        feats = layers.GlobalAveragePooling2D(name="feats")(x)
        outputs = layers.Dense(num_classes, name="logits")(feats)
        super().__init__(inputs=inputs, outputs=outputs, **kwargs)
        self.num_classes = num_classes
        self.width = width
        self.feature_model = keras.Model(inputs, feats)

    def get_config(self):
        return {"input_shape": self.input_shape[1:], "num_classes": self.num_classes, "width": self.width}

keras.utils.set_random_seed(55)
m = ConvClassifier((6, 6, 1), 3, name="cc")
print(m.name, m.built, m.count_params(), m.input_shape, m.output_shape)
print([l.name for l in m.layers])
print([w.path for w in m.weights])
x = np.arange(72).reshape(2, 6, 6, 1).astype("float32") / 72
print(np.round(np.array(m(x)), 4).tolist())
print(np.round(np.array(m.feature_model(x)), 4).tolist())
print(isinstance(m, keras.Model), type(m).__name__)
print(m.get_config())
c = ConvClassifier.from_config(m.get_config())
print(c.count_params(), c.name)
m.get_layer("stem").trainable = False
print(len(m.trainable_weights))
sub = keras.Model(m.input, m.get_layer("merge").output)
print(sub.output_shape, m.inputs[0].name, m.outputs[0].shape)
