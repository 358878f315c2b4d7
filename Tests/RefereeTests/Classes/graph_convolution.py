import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(410)

class GraphConv(layers.Layer):
    def __init__(self, units, activation=None, use_bias=True, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias
        self.activation = keras.activations.get(activation)
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, input_shape):
        (n, f), _ = input_shape
        self.kernel = self.add_weight(shape=(f, self.units), initializer=self.kernel_initializer, name="kernel")
        if self.use_bias:
            self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")
        else:
            self.bias = None

    def call(self, inputs):
        h, adj = inputs
        deg = ops.sum(adj, axis=-1)
        d = ops.power(ops.maximum(deg, 1.0), -0.5)
        norm = adj * d[:, None] * d[None, :]
        out = norm @ (h @ self.kernel)
        if self.bias is not None:
            out = out + self.bias
        return self.activation(out)

    def get_config(self):
        cfg = super().get_config()
        cfg.update(units=self.units, use_bias=self.use_bias, activation=keras.activations.serialize(self.activation), kernel_initializer=keras.initializers.serialize(self.kernel_initializer))
        return cfg

class GCN(keras.Model):
    def __init__(self, adj, hidden, classes, **kw):
        super().__init__(**kw)
        self.adj = ops.convert_to_tensor(adj + np.eye(len(adj)), dtype="float32")
        self.g1 = GraphConv(hidden, "relu")
        self.g2 = GraphConv(classes, use_bias=False)
        self.drop = layers.Dropout(0.5)
    def call(self, h, training=None):
        h = self.drop(self.g1([h, self.adj]), training=training)
        return self.g2((h, self.adj))

adj = np.array([[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]], "float32")
x = np.arange(12).reshape(4, 3).astype("float32") / 12
g = GCN(adj, 4, 2)
y = g(x)
print(y.shape, np.round(np.array(y), 4).tolist())
print(g.count_params(), [w.path for w in g.weights], g.g2.bias)
cfg = g.g1.get_config()
print(cfg["activation"], cfg["kernel_initializer"]["class_name"], cfg["units"], cfg["use_bias"])
c = GraphConv.from_config(cfg)
print(c.name, c.activation.__name__, type(c.kernel_initializer).__name__)
print(ops.argmax(ops.softmax(y), axis=-1).numpy().tolist())
