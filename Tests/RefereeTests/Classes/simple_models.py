import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten, Conv2D, MaxPool2D, Dropout
from tensorflow.keras import Model
import numpy as np
tf.keras.utils.set_random_seed(111)

class MyModel(Model):
    def __init__(self):
        super(MyModel, self).__init__()
        self.conv1 = Conv2D(4, 3, activation='relu')
        self.flatten = Flatten()
        self.d1 = Dense(8, activation='relu')
        self.d2 = Dense(3)

    def call(self, x):
        x = self.conv1(x)
        x = self.flatten(x)
        x = self.d1(x)
        return self.d2(x)

    def model(self):
        x = tf.keras.Input(shape=(6, 6, 1))
        return Model(inputs=[x], outputs=self.call(x))

model = MyModel()
model.build(input_shape=(None, 6, 6, 1))
print(model.built, len(model.layers))
x = np.arange(72).reshape(2, 6, 6, 1).astype("float32") / 72
print(np.round(model(x).numpy(), 4).tolist())
print([w.path for w in model.weights])
f = model.model()
print([l.name for l in f.layers], f.count_params(), f.output_shape)
print(np.allclose(f(x), model(x)))
print(f.layers[1] is model.conv1)
loss_object = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam()
train_loss = tf.keras.metrics.Mean(name='train_loss')

@tf.function
def test_step(images, labels):
    predictions = model(images, training=False)
    t_loss = loss_object(labels, predictions)
    train_loss(t_loss)
    return predictions

p = test_step(x, np.array([0, 2]))
print(p.shape, round(float(train_loss.result()), 4), train_loss.name)
probs = tf.nn.softmax(p, axis=-1).numpy()
print(np.round(probs, 4).tolist(), np.argmax(probs, axis=1).tolist())
