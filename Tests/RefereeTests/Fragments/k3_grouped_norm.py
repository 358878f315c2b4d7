import keras
from keras import activations, layers, ops


def mixed(tensor, label, times=3, drop=None):
    depth = tensor.shape[-1]
    steps = [
        layers.Conv2D(depth, kernel_size=5, groups=depth, padding="same", name=label + "-own"),
        layers.LayerNormalization(epsilon=1e-5, name=label + "-norm"),
        layers.Dense(times * depth, name=label + "-wide"),
        layers.Activation("gelu", name=label + "-gelu"),
        layers.Dense(depth, name=label + "-narrow"),
        layers.Dropout(drop) if drop else layers.Activation("linear", name=label + "-same"),
    ]
    change = tensor
    for step in steps:
        change = step(change)
    return change + tensor


photo = keras.Input((45, 30, 2))
begin = keras.Sequential([layers.Conv2D(14, kernel_size=3, strides=3), layers.LayerNormalization(epsilon=1e-5)],
                         name="begin")
flow = begin(photo)
for turn, drop in enumerate([None, 0.05, 0.15]):
    flow = mixed(flow, f"mix{turn}", drop=drop)
flow = layers.GlobalAveragePooling2D()(activations.tanh(flow))
network = keras.Model(photo, layers.Dense(4)(activations.relu(flow)), name="grouped")
