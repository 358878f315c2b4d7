import functools
import keras
import numpy as np

conv = functools.partial(keras.layers.Conv2D, padding="same", use_bias=False)
pyramid = []
picture = keras.Input((64, 64, 3))
level = picture
for width in (8, 16, 32):
    level = conv(width, 3, strides=2)(level)
    level = keras.layers.BatchNormalization()(level)
    level = keras.layers.PReLU(shared_axes=[1, 2])(level)
    pyramid.append(level)
top = pyramid.pop()
while pyramid:
    side = pyramid.pop()
    top = keras.layers.UpSampling2D(interpolation="bilinear")(conv(16, 1)(top))
    top = keras.layers.Average()([top, conv(16, 1)(side)])
heads = [conv(n, 3, name=name)(top) for name, n in zip(["heat", "size", "offset"], [5, 2, 2])]
model = keras.Model(picture, heads)
assert [tuple(o.shape) for o in model.outputs] == [(None, 32, 32, n) for n in (5, 2, 2)]
print(np.prod(model.output_shape[0][1:]))
