import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
import numpy as np
keras.utils.set_random_seed(7)

discriminator = keras.Sequential([
    keras.Input(shape=(8, 8, 1)),
    layers.Conv2D(4, 4, strides=2, padding="same"),
    layers.LeakyReLU(negative_slope=0.2),
    layers.Flatten(),
    layers.Dropout(0.2),
    layers.Dense(1, activation="sigmoid"),
], name="discriminator")
latent_dim = 6
generator = keras.Sequential([
    keras.Input(shape=(latent_dim,)),
    layers.Dense(4 * 4 * 2),
    layers.Reshape((4, 4, 2)),
    layers.Conv2DTranspose(4, 4, strides=2, padding="same"),
    layers.LeakyReLU(negative_slope=0.2),
    layers.Conv2D(1, 5, padding="same", activation="tanh"),
], name="generator")

class GAN(keras.Model):
    def __init__(self, discriminator, generator, latent_dim):
        super().__init__()
        self.discriminator = discriminator
        self.generator = generator
        self.latent_dim = latent_dim

    def compile(self, d_optimizer, g_optimizer, loss_fn):
        super().compile()
        self.d_optimizer = d_optimizer
        self.g_optimizer = g_optimizer
        self.loss_fn = loss_fn
        self.d_loss_metric = keras.metrics.Mean(name="d_loss")
        self.g_loss_metric = keras.metrics.Mean(name="g_loss")

    @property
    def metrics(self):
        return [self.d_loss_metric, self.g_loss_metric]

    def call(self, z):
        return self.discriminator(self.generator(z))

    def train_step(self, real):
        batch = tf.shape(real)[0]
        z = tf.random.normal(shape=(batch, self.latent_dim))
        return {"d_loss": 0.0}

gan = GAN(discriminator=discriminator, generator=generator, latent_dim=latent_dim)
gan.compile(
    d_optimizer=keras.optimizers.Adam(learning_rate=0.0003),
    g_optimizer=keras.optimizers.Adam(learning_rate=0.0001),
    loss_fn=keras.losses.BinaryCrossentropy(from_logits=True),
)
z = np.arange(12).reshape(2, 6).astype("float32") / 10
print(np.round(gan(z).numpy(), 4).tolist())
print(gan.name, [l.name for l in gan.layers], gan.count_params())
print([m.name for m in gan.metrics])
print(round(float(gan.d_optimizer.learning_rate), 6), gan.loss_fn.name)
gan.discriminator.trainable = False
print(len(gan.trainable_weights), len(gan.non_trainable_weights))
print(gan.generator.output_shape, gan.discriminator.input_shape)
