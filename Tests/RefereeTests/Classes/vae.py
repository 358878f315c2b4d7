import numpy as np
import keras
from keras import layers, ops
import tensorflow as tf
keras.utils.set_random_seed(99)

class Sampling(layers.Layer):
    """z = mean + exp(var/2) * eps"""
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator(1337)

    def call(self, inputs):
        mean, log_var = inputs
        eps = keras.random.normal(shape=ops.shape(mean), seed=self.seed_generator)
        return mean + ops.exp(0.5 * log_var) * eps

inp = keras.Input((6,))
h = layers.Dense(5, activation="relu")(inp)
m = layers.Dense(2, name="z_mean")(h)
v = layers.Dense(2, name="z_log_var")(h)
z = Sampling()([m, v])
encoder = keras.Model(inp, [m, v, z], name="encoder")
lat = keras.Input((2,))
decoder = keras.Model(lat, layers.Dense(6, activation="sigmoid")(layers.Dense(5, activation="relu")(lat)), name="decoder")

class VAE(keras.Model):
    def __init__(self, encoder, decoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder
        self.decoder = decoder
        self.total_loss_tracker = keras.metrics.Mean(name="total_loss")
        self.kl_tracker = keras.metrics.Mean(name="kl_loss")

    @property
    def metrics(self):
        return [self.total_loss_tracker, self.kl_tracker]

    def call(self, x):
        return self.decoder(self.encoder(x)[2])

    def train_step(self, data):
        with tf.GradientTape() as tape:
            mean, lv, z = self.encoder(data)
            rec = self.decoder(z)
            rl = ops.mean(ops.sum(keras.losses.binary_crossentropy(data, rec)))
            kl = ops.mean(ops.sum(-0.5 * (1 + lv - ops.square(mean) - ops.exp(lv)), axis=1))
            total = rl + kl
        grads = tape.gradient(total, self.trainable_weights)
        self.optimizer.apply_gradients(zip(grads, self.trainable_weights))
        self.total_loss_tracker.update_state(total)
        self.kl_tracker.update_state(kl)
        return {m.name: m.result() for m in self.metrics}

vae = VAE(encoder, decoder)
vae.compile(optimizer=keras.optimizers.Adam())
x = np.arange(24).reshape(4, 6).astype("float32") / 24
print([t.shape for t in encoder.outputs], encoder.count_params(), decoder.count_params())
print([l.name for l in encoder.layers])
mean, lv, z = encoder(x)
print(np.round(np.array(mean), 4).tolist())
print(np.round(np.array(z), 4).tolist())
print(vae(x).shape, [mm.name for mm in vae.metrics])
print(len(vae.trainable_weights), vae.count_params(), [l.name for l in vae.layers])
