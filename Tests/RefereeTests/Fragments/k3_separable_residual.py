import keras
from keras import layers

PLAN = {24: 2, 40: 1, 56: 3}  # depth: separable convolutions


def separable(flow, depth, times):
    for _ in range(times):
        flow = layers.Activation("relu")(flow)
        flow = layers.SeparableConv2D(depth, 3, padding="same")(flow)
        flow = layers.BatchNormalization()(flow)
    return layers.MaxPooling2D(3, strides=2, padding="same")(flow)


def sorter(shape, kinds, *, start=12):
    picture = keras.Input(shape=shape)
    flow = layers.Rescaling(1.0 / 127, offset=-1)(picture)
    flow = layers.Conv2D(start, 5, strides=2, padding="same")(flow)
    flow = layers.BatchNormalization()(flow)
    for depth, times in PLAN.items():
        beside = layers.Conv2D(depth, 1, strides=2, padding="same")(flow)
        flow = layers.add([beside, separable(flow, depth, times)])
    flow = layers.Dropout(0.4)(layers.GlobalAveragePooling2D()(flow))
    # Two kinds need but one number.
    scores = layers.Dense(1 if kinds == 2 else kinds, activation=None)(flow)
    return keras.Model(picture, scores)


leaves = sorter((50,) + (70, 3), kinds=2)
keras.utils.plot_model(leaves, show_shapes=True)
leaves.compile(
    loss=keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[keras.metrics.BinaryAccuracy(name="right")],
    optimizer=keras.optimizers.Adam(2e-3),
)
