import keras
import numpy as np
from keras import layers, ops


class Patches(layers.Layer):
    def __init__(self, patch_size, **kwargs):
        super().__init__(**kwargs)
        self.patch_size = patch_size

    def call(self, images):
        shape = ops.shape(images)
        patches = ops.image.extract_patches(images, size=self.patch_size)
        rows, columns = shape[1] // self.patch_size, shape[2] // self.patch_size
        return ops.reshape(patches, (shape[0], rows * columns, self.patch_size * self.patch_size * shape[3]))


images = np.arange(2 * 6 * 7 * 3, dtype="float32").reshape(2, 6, 7, 3)
for arguments in [
    {"size": 2}, {"size": (2, 3)}, {"size": 3, "strides": 2}, {"size": 2, "padding": "same"},
    {"size": 2, "strides": 1, "dilation_rate": 2}, {"size": (3, 2), "strides": (1, 2), "padding": "same"},
]:
    patches = np.array(ops.image.extract_patches(images, **arguments))
    print(arguments, patches.shape, patches[1, 1, 1, :6], float(patches.sum()))
    print(ops.image.extract_patches(keras.Input((6, 7, 3)), **arguments).shape)
first = np.transpose(images, (0, 3, 1, 2))
print(ops.image.extract_patches(keras.Input((3, 6, 7)), 2, data_format="channels_first").shape)
volumes = np.arange(4 * 4 * 4 * 2, dtype="float32").reshape(1, 4, 4, 4, 2)
print(np.array(ops.image.extract_patches(volumes, (2, 2, 2)))[0, 1, 0, 1])
print(np.array(ops.image.extract_patches_3d(volumes, 2)).shape)
inputs = keras.Input((8, 8, 3))
patches = Patches(4)(inputs)
print(patches.shape)
model = keras.Model(inputs, layers.Dense(5)(patches))
print([layer.name for layer in model.layers], model.count_params())
print(model.predict(np.ones((2, 8, 8, 3)), verbose=0).shape)
