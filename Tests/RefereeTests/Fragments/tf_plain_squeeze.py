import tensorflow as tf
from tensorflow.keras import layers as L
from tensorflow.keras.models import Model


def weigh(maps, ratio):
    width = maps.shape[-1]
    gate = L.GlobalAveragePooling2D()(maps)
    gate = L.Dense(width // ratio, activation="relu", use_bias=False)(gate)
    gate = L.Dense(width, activation="sigmoid", use_bias=False)(gate)
    return L.Multiply()([maps, gate])


def stage(maps, width, ratio=4):
    short = L.Conv2D(width, 1, padding="same")(maps)
    short = L.BatchNormalization()(short)
    for turn in range(2):
        maps = L.Conv2D(width, 3, padding="same")(maps)
        maps = L.BatchNormalization()(maps)
        if turn == 0:
            maps = L.ReLU()(maps)
    return L.ReLU()(L.Add()([short, weigh(maps, ratio)]))


picture = L.Input((40, 32, 3), name="picture")
down = []
flow = picture
for width in (8, 16):
    flow = stage(flow, width)
    down.append(flow)
    flow = L.MaxPool2D((2, 2))(flow)
flow = stage(flow, 24)
for width, other in zip((16, 8), reversed(down)):
    flow = L.UpSampling2D((2, 2), interpolation="bilinear")(flow)
    flow = stage(L.Concatenate()([flow, other]), width)
weighed = Model(picture, L.Conv2D(1, 1, activation="sigmoid")(flow), name="weighed")
