import tensorflow as tf
import numpy as np

class CVAE(tf.keras.Model):
    """Convolutional variational autoencoder."""
    def __init__(self, latent_dim):
        super(CVAE, self).__init__()
        self.latent_dim = latent_dim
        self.encoder = tf.keras.Sequential([
            tf.keras.layers.InputLayer(shape=(8, 8, 1)),
            tf.keras.layers.Conv2D(filters=4, kernel_size=3, strides=(2, 2), activation="relu"),
            tf.keras.layers.Conv2D(filters=8, kernel_size=3, strides=(2, 2), activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(latent_dim + latent_dim),
        ])
        self.decoder = tf.keras.Sequential([
            tf.keras.layers.InputLayer(shape=(latent_dim,)),
            tf.keras.layers.Dense(units=2 * 2 * 4, activation=tf.nn.relu),
            tf.keras.layers.Reshape(target_shape=(2, 2, 4)),
            tf.keras.layers.Conv2DTranspose(filters=4, kernel_size=3, strides=2, padding="same", activation="relu"),
            tf.keras.layers.Conv2DTranspose(filters=2, kernel_size=3, strides=2, padding="same", activation="relu"),
            tf.keras.layers.Conv2DTranspose(filters=1, kernel_size=3, strides=1, padding="same"),
        ])

    def encode(self, x):
        mean, logvar = tf.split(self.encoder(x), num_or_size_splits=2, axis=1)
        return mean, logvar

    def reparameterize(self, mean, logvar):
        eps = tf.ones(shape=tf.shape(mean))
        return eps * tf.exp(logvar * 0.5) + mean

    def decode(self, z, apply_sigmoid=False):
        logits = self.decoder(z)
        if apply_sigmoid:
            return tf.sigmoid(logits)
        return logits

    @tf.function
    def sample(self, eps=None):
        if eps is None:
            eps = tf.random.normal(shape=(100, self.latent_dim))
        return self.decode(eps, apply_sigmoid=True)

    def call(self, x):
        m, v = self.encode(x)
        return self.decode(self.reparameterize(m, v))

tf.keras.utils.set_random_seed(44)
model = CVAE(2)
x = np.arange(128).reshape(2, 8, 8, 1).astype("float32") / 128
print(model.built, model(x).shape)
mean, logvar = model.encode(x)
print(mean.shape, logvar.shape, np.round(mean.numpy(), 4).tolist())
z = model.reparameterize(mean, logvar)
print(np.round(z.numpy(), 4).tolist())
out = model.decode(z, True)
print(out.shape, np.round(out.numpy()[0, 0, :4, 0], 4).tolist())
print(model.sample(tf.zeros((3, 2))).shape, model.sample().shape)
print(model.count_params(), [l.name for l in model.layers])
print([l.name for l in model.decoder.layers], model.decoder.output_shape)
print(model(x).shape)
