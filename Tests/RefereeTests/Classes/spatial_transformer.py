import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(607)

class STN(layers.Layer):
    """affine sampling with bilinear gather"""
    def __init__(self, out_size, **kw):
        super().__init__(**kw)
        self.h, self.w = out_size
        self.loc = keras.Sequential([
            layers.Flatten(),
            layers.Dense(4, activation="relu"),
            layers.Dense(6, kernel_initializer="zeros", bias_initializer=lambda s, dtype=None: ops.convert_to_tensor([0.5, 0, 0, 0, 0.5, 0.0])),
        ])
    def call(self, x):
        b, H, W, c = x.shape
        theta = ops.reshape(self.loc(x), (-1, 2, 3))
        gx = np.tile(np.linspace(-1, 1, self.w)[None, :], (self.h, 1)).reshape(-1)
        gy = np.tile(np.linspace(-1, 1, self.h)[:, None], (1, self.w)).reshape(-1)
        grid = ops.convert_to_tensor(np.stack([gx, gy, np.ones_like(gx)]).astype("float32"))
        pts = ops.matmul(theta, grid[None])
        px = (pts[:, 0] + 1) * (W - 1) / 2
        py = (pts[:, 1] + 1) * (H - 1) / 2
        x0, y0 = ops.floor(px), ops.floor(py)
        out = 0.0
        flat = ops.reshape(x, (-1, H * W, c))
        for dx in (0, 1):
            for dy in (0, 1):
                xi, yi = x0 + dx, y0 + dy
                wgt = (1 - ops.abs(px - xi)) * (1 - ops.abs(py - yi))
                idx = ops.cast(ops.clip(yi, 0, H - 1) * W + ops.clip(xi, 0, W - 1), "int32")
                out = out + wgt[..., None] * ops.take_along_axis(flat, idx[..., None], axis=1)
        return ops.reshape(out, (-1, self.h, self.w, c))

class Deform(layers.Conv2D):
    def __init__(self, filters, kernel_size, **kw):
        super().__init__(filters, kernel_size, padding="same", **kw)
        self.offset = layers.Conv2D(2, kernel_size, padding="same", kernel_initializer="zeros", name="offset")
    def build(self, s):
        super().build(s)
        self.offset.build(s)
    def call(self, x):
        return super().call(x) + ops.sum(self.offset(x), axis=-1, keepdims=True)

x = np.arange(25).reshape(1, 5, 5, 1).astype("float32")
s = STN((3, 3), name="stn")
print(np.round(np.array(s(x))[0, :, :, 0], 3).tolist(), s.count_params())
print([w.path for w in s.weights])
d = Deform(2, 3, name="deform")
print(np.round(np.array(d(x / 25))[0, 2, 2], 4).tolist(), d.count_params(), [w.path for w in d.weights])
i = keras.Input((5, 5, 1))
m = keras.Model(i, layers.Flatten()(Deform(1, 3)(STN((4, 4))(i))))
print([(l.name, l.output.shape, l.count_params()) for l in m.layers])
print(np.round(np.array(m(x))[0, :4], 4).tolist())
