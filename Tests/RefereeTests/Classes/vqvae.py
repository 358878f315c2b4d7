import keras, numpy as np
from keras import layers, ops
import tensorflow as tf
keras.utils.set_random_seed(110)

class VectorQuantizer(layers.Layer):
    def __init__(self, num_embeddings, embedding_dim, beta=0.25, **kwargs):
        super().__init__(**kwargs)
        self.embedding_dim = embedding_dim
        self.num_embeddings = num_embeddings
        self.beta = beta
        w_init = keras.initializers.RandomUniform(seed=7)
        self.embeddings = self.add_weight(shape=(self.embedding_dim, self.num_embeddings), initializer=w_init, trainable=True, name="embeddings_vqvae")

    def call(self, x):
        input_shape = ops.shape(x)
        flattened = ops.reshape(x, [-1, self.embedding_dim])
        idx = self.get_code_indices(flattened)
        enc = ops.one_hot(idx, self.num_embeddings)
        q = ops.matmul(enc, ops.transpose(self.embeddings))
        q = ops.reshape(q, input_shape)
        commitment = ops.mean((ops.stop_gradient(q) - x) ** 2)
        codebook = ops.mean((q - ops.stop_gradient(x)) ** 2)
        self.add_loss(self.beta * commitment + codebook)
        return x + ops.stop_gradient(q - x)

    def get_code_indices(self, flat):
        sim = ops.matmul(flat, self.embeddings)
        d = ops.sum(flat ** 2, axis=1, keepdims=True) + ops.sum(self.embeddings ** 2, axis=0) - 2 * sim
        return ops.argmin(d, axis=1)

vq = VectorQuantizer(5, 2, name="vq")
x = np.linspace(-0.05, 0.05, 16).reshape(1, 2, 4, 2).astype("float32")
q = vq(x)
print(q.shape, np.round(np.array(q)[0, 0], 4).tolist())
print(len(vq.losses), round(float(vq.losses[0]), 5))
print(np.array(vq.get_code_indices(x.reshape(-1, 2))).tolist())
print([w.path for w in vq.weights], vq.built, vq.count_params())
i = keras.Input((8, 8, 1))
e = layers.Conv2D(2, 3, 2, padding="same", activation="relu")(i)
z = VectorQuantizer(8, 2, name="vector_quantizer")(e)
d = layers.Conv2DTranspose(1, 3, 2, padding="same")(z)
m = keras.Model(i, d, name="vq_vae")
print([(l.name, l.output.shape, l.count_params()) for l in m.layers])
print(m(np.ones((1, 8, 8, 1), "float32")).shape, len(m.losses))
