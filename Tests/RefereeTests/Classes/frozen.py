import keras, numpy as np
from keras import layers
keras.utils.set_random_seed(26)

class Backbone(keras.Model):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.c1 = layers.Conv2D(2, 3, name="c1")
        self.bn = layers.BatchNormalization(name="bn")
        self.c2 = layers.Conv2D(4, 3, name="c2", trainable=False)
    def call(self, x, training=None):
        return self.c2(keras.ops.relu(self.bn(self.c1(x), training=training)))

class Transfer(keras.Model):
    def __init__(self, base):
        super().__init__(name="transfer")
        base.trainable = False
        self.base = base
        self.pool = layers.GlobalMaxPooling2D()
        self.fc = layers.Dense(2, kernel_initializer="zeros", bias_initializer=keras.initializers.Constant(0.25))
    def call(self, x):
        return self.fc(self.pool(self.base(x, training=False)))

def counts(m):
    t = sum(int(np.prod(w.shape)) for w in m.trainable_weights)
    n = sum(int(np.prod(w.shape)) for w in m.non_trainable_weights)
    return t, n, t + n

b = Backbone(name="bb")
x = np.ones((1, 6, 6, 1), "float32")
b(x)
print(counts(b), [w.path for w in b.trainable_weights])
t = Transfer(b)
print(np.array(t(x)).tolist())
print(counts(t), [l.trainable for l in t.layers])
for l in t.base.layers:
    print(l.name, l.trainable, len(l.trainable_weights))
t.base.trainable = True
t.base.c1.trainable = False
print(counts(t), [w.name for w in t.trainable_weights])
for l in t.base.layers[:-1]:
    l.trainable = False
print([v.path for v in t.trainable_variables])
t.trainable = False
print(counts(t), t.fc.trainable, t.fc.kernel.trainable)
