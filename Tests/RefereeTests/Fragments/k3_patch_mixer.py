import keras
from keras import layers

def after(tensor, layer):
    return layers.BatchNormalization()(layers.Activation("gelu")(layer(tensor)))


def mixed(tensor, depth: int, window: int):
    across = layers.DepthwiseConv2D(kernel_size=window, padding="same")
    through = layers.Conv2D(depth, kernel_size=1)
    return after(layers.Add()([tensor, after(tensor, across)]), through)


def patches(side=36, patch=3, kinds=8, depth=20, windows=(7, 5, 3)):
    photo = keras.Input((side, side, 3))
    flow = layers.Rescaling(scale=1.0 / 100)(photo)
    flow = after(flow, layers.Conv2D(depth, kernel_size=patch, strides=patch))
    for window in windows: flow = mixed(flow, depth, window)
    return keras.Model(photo, layers.Dense(kinds, activation="softmax")(layers.GlobalAvgPool2D()(flow)))


mixer = patches()
