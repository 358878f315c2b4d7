import matplotlib.pyplot as plt
import tensorflow as tf
from tensorflow.keras import models, layers, datasets

print("at least two:", tf.__version__ > "2")
head = [layers.Flatten(), layers.Dense(30, activation='tanh'), layers.Dense(6)]
stack = models.Sequential([
    layers.Conv2D(9, (5, 3), activation='relu', input_shape=(40, 24, 2)),
    layers.AveragePooling2D((2, 2)),
    layers.Conv2D(15, (3, 3), strides=2, activation='elu'),
    layers.MaxPooling2D((3, 2)),
])
for layer in head:
    stack.add(layer)
stack.compile(metrics=['accuracy'], optimizer='sgd',
              loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
