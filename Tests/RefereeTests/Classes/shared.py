import keras, numpy as np
from keras import layers
keras.utils.set_random_seed(18)

class SharedPyramid(keras.Model):
    def __init__(self, width=3):
        super().__init__()
        self.shared = layers.Conv2D(width, 3, padding="same", activation="relu", name="shared_conv")
        self.pools = [layers.AveragePooling2D(2 ** k) if k else layers.Identity() for k in range(3)]
        self.join = layers.Dense(2, name="join")
    def call(self, x):
        feats = []
        for p in self.pools:
            feats.append(keras.ops.max(self.shared(p(x)), axis=(1, 2)))
        return self.join(layers.concatenate(feats))

net = SharedPyramid()
x = (np.arange(2 * 8 * 8).reshape(2, 8, 8, 1) % 9).astype("float32") / 9
y = net(x)
print(y.shape, net.count_params(), len(net.weights))
print(np.round(np.array(y), 4).tolist())
print([l.name for l in net.layers])
emb = layers.Embedding(10, 4, name="tok")
class Tied(layers.Layer):
    def __init__(self, emb, **kw):
        super().__init__(**kw)
        self.emb = emb
    def call(self, h):
        return keras.ops.matmul(h, keras.ops.transpose(self.emb.embeddings))
ids = keras.Input((5,), dtype="int32")
h = emb(ids)
h = layers.Dense(4)(h)
logits = Tied(emb, name="tied")(h)
lm = keras.Model(ids, logits)
print(lm.output_shape, lm.count_params(), len(lm.weights))
print([(l.name, l.count_params()) for l in lm.layers])
print(np.round(np.array(lm(np.array([[1, 2, 3, 4, 5]])))[0, 0, :4], 4).tolist())
print(net.shared is net.layers[0])
