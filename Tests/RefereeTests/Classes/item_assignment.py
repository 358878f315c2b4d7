import tensorflow as tf
import numpy as np
from tensorflow.keras.layers import *
from tensorflow.keras.models import *
tf.keras.utils.set_random_seed(509)

class BAM(Layer):
    def __init__(self, ratio=2, dilation=2, **kwargs):
        super(BAM, self).__init__(**kwargs)
        self.ratio = ratio
        self.dilation = dilation
    def build(self, input_shape):
        _, h, w, c = input_shape
        self.avg = GlobalAveragePooling2D()
        self.d1 = Dense(c // self.ratio, use_bias=False)
        self.bn1 = BatchNormalization()
        self.d2 = Dense(c, use_bias=False)
        self.convs = []
        self.convs.append(Conv2D(c // self.ratio, 1, use_bias=False))
        for _ in range(2):
            self.convs.append(Conv2D(c // self.ratio, 3, dilation_rate=self.dilation, padding='same', use_bias=False))
        self.convs.append(Conv2D(1, 1, use_bias=False))
        super(BAM, self).build(input_shape)
    def call(self, inputs, training=None):
        x = self.avg(inputs)
        x = self.d2(self.bn1(self.d1(x), training=training))
        ca = Reshape((1, 1, inputs.shape[-1]))(x)
        s = inputs
        for c in self.convs:
            s = c(s)
        att = tf.sigmoid(ca + s)
        return inputs * (1 + att)

class DANetPosition(Layer):
    def __init__(self, gamma_initializer=tf.zeros_initializer(), **kwargs):
        super().__init__(**kwargs)
        self.gi = gamma_initializer
    def build(self, s):
        self.gamma = self.add_weight(shape=(1,), initializer='ones', name='gamma')
        self.b, self.c, self.d = Conv2D(s[-1] // 2, 1), Conv2D(s[-1] // 2, 1), Conv2D(s[-1], 1)
        self.built = True
    def call(self, x):
        _, h, w, f = x.shape
        b = tf.reshape(self.b(x), (-1, h * w, f // 2))
        c = tf.transpose(tf.reshape(self.c(x), (-1, h * w, f // 2)), perm=[0, 2, 1])
        a = tf.nn.softmax(tf.matmul(b, c))
        d = tf.reshape(self.d(x), (-1, h * w, f))
        return self.gamma * tf.reshape(tf.matmul(a, d), (-1, h, w, f)) + x

x = np.arange(64).reshape(1, 4, 4, 4).astype('float32') / 64
b = BAM(name='bam')
y = b(x)
print(y.shape, np.round(y.numpy()[0, 1, 1], 4).tolist(), b.count_params())
print([w.path for w in b.weights])
i = Input((4, 4, 4))
m = Model(i, DANetPosition(name='pam')(BAM()(i)))
print([(l.name, l.output.shape, l.count_params()) for l in m.layers])
print(np.round(m(x).numpy()[0, 0, 0], 4).tolist())
print([w.path for w in m.get_layer('pam').weights])
