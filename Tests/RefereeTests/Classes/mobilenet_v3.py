import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(101)

def hard_sigmoid(x):
    return ops.relu6(x + 3.0) / 6.0

class HSwish(layers.Layer):
    def call(self, x):
        return x * hard_sigmoid(x)

class SEBlock(layers.Layer):
    def __init__(self, reduction=4, **kw):
        super().__init__(**kw)
        self.reduction = reduction
    def build(self, shape):
        c = int(shape[-1])
        self.pool = layers.GlobalAveragePooling2D()
        self.fc1 = layers.Dense(max(c // self.reduction, 1), activation="relu")
        self.fc2 = layers.Dense(c)
        self.reshape = layers.Reshape((1, 1, c))
        super().build(shape)
    def call(self, x):
        w = self.reshape(hard_sigmoid(self.fc2(self.fc1(self.pool(x)))))
        return layers.multiply([x, w])

class InvertedResidual(layers.Layer):
    def __init__(self, expand, out, kernel=3, stride=1, se=True, act="RE", **kw):
        super().__init__(**kw)
        self.out, self.stride = out, stride
        self.act = HSwish() if act == "HS" else layers.ReLU()
        self.expand = layers.Conv2D(expand, 1, use_bias=False)
        self.bns = [layers.BatchNormalization() for _ in range(3)]
        self.dw = layers.DepthwiseConv2D(kernel, stride, "same", use_bias=False)
        self.se = SEBlock() if se else None
        self.project = layers.Conv2D(out, 1, use_bias=False)
    def call(self, x, training=None):
        y = self.act(self.bns[0](self.expand(x), training=training))
        y = self.act(self.bns[1](self.dw(y), training=training))
        if self.se:
            y = self.se(y)
        y = self.bns[2](self.project(y), training=training)
        if self.stride == 1 and x.shape[-1] == self.out:
            y = layers.add([x, y])
        return y

inp = keras.Input((8, 8, 4))
x = InvertedResidual(8, 4, name="ir1")(inp)
x = InvertedResidual(8, 6, kernel=5, stride=2, se=False, act="HS", name="ir2")(x)
m = keras.Model(inp, x, name="v3")
print([(l.name, l.output.shape, l.count_params()) for l in m.layers])
a = np.arange(256).reshape(1, 8, 8, 4).astype("float32") / 128 - 1
print(np.round(np.array(m(a))[0, 1, 1], 4).tolist())
print(len(m.weights), len(m.trainable_weights), [w.path for w in m.layers[1].weights][-8:])
print(np.round(np.array(HSwish()(np.array([-4.0, -1.0, 0.0, 2.0, 5.0], "float32"))), 4).tolist())
