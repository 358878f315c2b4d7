import keras
from keras import layers, regularizers
from keras.utils import set_random_seed
set_random_seed(812)

backbone = keras.Sequential([
    keras.Input((48, 48, 3)),
    layers.Conv2D(16, 3, strides=2, padding="same", activation="silu", kernel_regularizer=regularizers.L2(1e-4)),
    layers.GroupNormalization(4),
    layers.Conv2D(32, 3, strides=2, padding="same", activation="leaky_relu"),
    layers.LayerNormalization(epsilon=1e-6),
], name="backbone")
backbone.trainable = False
print(len(backbone.trainable_weights))

inputs = keras.Input((48, 48, 3))
x = backbone(inputs, training=False)
box = layers.Conv2D(4, 1, name="boxes")(x)
cls = layers.Conv2D(3, 1, activation="sigmoid", name="classes")(x)
model = keras.Model(inputs, {"boxes": box, "classes": cls})
half = keras.Model(backbone.inputs, backbone.get_layer(index=0).output)
