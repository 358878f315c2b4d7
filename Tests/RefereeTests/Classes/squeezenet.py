import tensorflow.keras.layers as nn
from tensorflow.keras.models import Model
import tensorflow as tf
import numpy as np
tf.keras.utils.set_random_seed(201)

class Fire(nn.Layer):
    def __init__(self, s1x1, e1x1, e3x3, name=None):
        super(Fire, self).__init__(name=name)
        self.squeeze = nn.Conv2D(s1x1, (1, 1), activation='relu')
        self.e1 = nn.Conv2D(e1x1, (1, 1), activation='relu')
        self.e3 = nn.Conv2D(e3x3, (3, 3), activation='relu', padding='same')

    def call(self, x, **kwargs):
        x = self.squeeze(x)
        return tf.concat([self.e1(x), self.e3(x)], -1)

class SqueezeNet(Model):
    def __init__(self, num_classes=4):
        super(SqueezeNet, self).__init__()
        self.features = tf.keras.Sequential([
            nn.Conv2D(4, 3, 2, activation='relu'),
            nn.MaxPool2D(3, 2),
            Fire(2, 3, 3, name='fire2'),
            Fire(2, 4, 4, name='fire3'),
        ])
        self.drop = nn.Dropout(0.5)
        self.classifier = nn.Conv2D(num_classes, 1)
        self.pool = nn.GlobalAveragePooling2D()

    def call(self, x, training=None, mask=None):
        x = self.features(x)
        x = self.drop(x, training=training)
        x = self.classifier(x)
        return tf.nn.softmax(self.pool(x))

net = SqueezeNet()
x = tf.random.stateless_uniform((1, 17, 17, 3), seed=(1, 2)) * 0 + 0.5
y = net(x)
print(y.shape, np.round(y.numpy(), 4).tolist())
print([l.name for l in net.layers])
print([(l.name, l.count_params()) for l in net.features.layers])
print(net.features.get_layer('fire3').e3.kernel.shape, net.count_params())
print([v.path for v in net.trainable_variables][:6])
for layer in net.layers:
    print(layer.name, layer.trainable, len(layer.weights), isinstance(layer, Model))
