import keras
from keras import layers, ops


def unit(tensor, depth, window=1, step=1, act="swish", label="unit"):
    edge = window // 2
    if edge:
        tensor = layers.ZeroPadding2D(padding=edge, name=f"{label}-edge")(tensor)
    conv = layers.Conv2D(depth, window, strides=step, use_bias=False, padding="valid", name=f"{label}-conv")
    norm = layers.BatchNormalization(epsilon=2e-3, momentum=0.9, name=f"{label}-norm")
    return layers.Activation(act, name=label)(norm(conv(tensor)))


def joined(tensor, depth=None, turns=2, share=0.5, label="join"):
    depth = depth or tensor.shape[-1]
    inner = int(share * depth)
    parts = list(ops.split(unit(tensor, 2 * inner, label=f"{label}-in"), 2, axis=-1))
    for turn in range(turns):
        change = parts[-1]
        for part in "ab":
            change = unit(change, inner, 3, label=f"{label}-{turn}{part}")
        parts.append(change + parts[-1])
    return unit(ops.concatenate(parts, axis=-1), depth, label=f"{label}-out")


def pools(tensor, windows=(3, 7), label="pools"):
    views = [unit(tensor, tensor.shape[-1] // 3, label=f"{label}-in")]
    for window in windows:
        pool = layers.MaxPooling2D(pool_size=window, padding="same", strides=1, name=f"{label}-{window}")
        views.append(pool(views[-1]))
    return unit(ops.concatenate(views, axis=-1), tensor.shape[-1], act="elu", label=f"{label}-out")


photo = keras.Input((None, None, 1))
flow = unit(photo, 6, window=5, step=2, label="first")
flow = joined(flow, 12, turns=1)
network = keras.Model(photo, pools(joined(flow, turns=3, share=0.25, label="again")))
