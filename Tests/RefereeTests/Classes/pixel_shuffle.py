import tensorflow as tf
import numpy as np
from tensorflow.keras import layers, Model

class PixelShuffle(layers.Layer):
    def __init__(self, scale=2, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale

    def call(self, x):
        return tf.nn.depth_to_space(x, self.scale)

    def compute_output_shape(self, s):
        return (s[0], None if s[1] is None else s[1] * self.scale,
                None if s[2] is None else s[2] * self.scale, s[3] // self.scale ** 2)

    def get_config(self):
        c = super().get_config()
        c["scale"] = self.scale
        return c

class ESPCN(Model):
    def __init__(self, scale, ch=1):
        super().__init__()
        self.c1 = layers.Conv2D(8, 5, padding="same", activation="tanh")
        self.c2 = layers.Conv2D(4, 3, padding="same", activation="tanh")
        self.c3 = layers.Conv2D(ch * scale * scale, 3, padding="same")
        self.shuffle = PixelShuffle(scale)
    def call(self, x):
        return self.shuffle(self.c3(self.c2(self.c1(x))))

tf.random.set_seed(4)
tf.keras.utils.set_random_seed(4)
v = np.arange(16, dtype=np.float32).reshape(1, 2, 2, 4)
print(PixelShuffle()(v).numpy()[0, :, :, 0].tolist())
net = ESPCN(3)
out = net(tf.ones((1, 4, 5, 1)))
print(out.shape, net.count_params())
print(np.round(out.numpy()[0, :3, :3, 0], 4).tolist())
i = tf.keras.Input((None, None, 1))
f = Model(i, net(i))
print(f.output_shape, [l.name for l in f.layers])
print(PixelShuffle(3).compute_output_shape((None, 4, None, 18)))
print(PixelShuffle(3, name="ps").get_config())
