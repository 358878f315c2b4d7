from typing import List, Optional
import tensorflow as tf
from tensorflow.keras import layers as L


def tcn_block(x: tf.Tensor, filters: int, dilation: int, dropout: float = 0.1, name: Optional[str] = None):
    prev = x
    for k in range(2):
        x = L.Conv1D(filters, 3, dilation_rate=dilation, padding="causal", kernel_initializer="he_normal")(x)
        x = L.LayerNormalization()(x)
        x = L.Activation("relu")(x)
        x = L.SpatialDropout1D(rate=dropout)(x)
    if prev.shape[-1] != filters:
        prev = L.Conv1D(filters, 1, padding="same")(prev)
    return L.Activation("relu", name=name)(L.add([prev, x]))


def tcn(window: int, features: int, widths: List[int] = [16, 16, 32]) -> tf.keras.Model:
    inp = tf.keras.Input((window, features))
    y = inp
    for i, w in enumerate(widths):
        y = tcn_block(y, w, 2 ** i, name=f"block_{i}")
    y = L.Lambda(lambda t: t[:, -1, :])(y)
    return tf.keras.Model(inp, L.Dense(1)(y))


model = tcn(50, 6)
