import tensorflow as tf
import numpy as np
from tensorflow.keras import layers, losses
from tensorflow.keras.models import Model

tf.keras.utils.set_random_seed(31)

class Autoencoder(Model):
    def __init__(self, latent_dim, shape):
        super(Autoencoder, self).__init__()
        self.latent_dim = latent_dim
        self.shape = shape
        self.encoder = tf.keras.Sequential([
            layers.Flatten(),
            layers.Dense(latent_dim, activation="relu"),
        ])
        self.decoder = tf.keras.Sequential([
            layers.Dense(int(tf.math.reduce_prod(shape).numpy()), activation="sigmoid"),
            layers.Reshape(shape),
        ])

    def call(self, x):
        encoded = self.encoder(x)
        decoded = self.decoder(encoded)
        return decoded

class Denoise(Model):
    def __init__(self):
        super(Denoise, self).__init__()
        self.encoder = tf.keras.Sequential([
            layers.Input(shape=(8, 8, 1)),
            layers.Conv2D(4, (3, 3), activation="relu", padding="same", strides=2),
            layers.Conv2D(2, (3, 3), activation="relu", padding="same", strides=2)])
        self.decoder = tf.keras.Sequential([
            layers.Conv2DTranspose(2, kernel_size=3, strides=2, activation="relu", padding="same"),
            layers.Conv2DTranspose(4, kernel_size=3, strides=2, activation="relu", padding="same"),
            layers.Conv2D(1, kernel_size=(3, 3), activation="sigmoid", padding="same")])
    def call(self, x):
        return self.decoder(self.encoder(x))

ae = Autoencoder(3, (4, 4))
ae.compile(optimizer="adam", loss=losses.MeanSquaredError())
x = np.arange(32).reshape(2, 4, 4).astype("float32") / 32
y = ae(x).numpy()
print(y.shape, np.round(y[0, 0], 4).tolist())
print([w.path for w in ae.weights])
print(round(float(losses.MeanSquaredError()(x, y)), 4))
d = Denoise()
print(d.encoder.output_shape, d.built)
z = d(np.ones((1, 8, 8, 1), "float32"))
print(z.shape, d.count_params(), d.decoder.built)
print([l.name for l in d.encoder.layers], [l.name for l in d.decoder.layers])
print(d.predict(np.zeros((3, 8, 8, 1)), verbose=0).shape)
