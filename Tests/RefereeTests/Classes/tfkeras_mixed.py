import tensorflow as tf
import numpy as np
tf.keras.utils.set_random_seed(312)
keras = tf.keras
layers = tf.keras.layers

class ConvBlock(tf.keras.layers.Layer):
    def __init__(self, out_channels, kernel_size=3):
        super(ConvBlock, self).__init__()
        self.conv = layers.Conv2D(out_channels, kernel_size, padding="same")
        self.bn = layers.BatchNormalization()
    def call(self, input_tensor, training=False):
        x = self.conv(input_tensor)
        x = self.bn(x, training=training)
        x = tf.nn.relu(x)
        return x

class ResBlock(layers.Layer):
    def __init__(self, channels):
        super(ResBlock, self).__init__()
        self.channels = channels
        self.cnn1 = ConvBlock(channels[0], 3)
        self.cnn2 = ConvBlock(channels[1], 3)
        self.cnn3 = ConvBlock(channels[2], 3)
        self.pooling = layers.MaxPooling2D()
        self.identity_mapping = layers.Conv2D(channels[1], 3, padding="same")
    def call(self, input_tensor, training=False):
        x = self.cnn1(input_tensor, training=training)
        x = self.cnn2(x, training=training)
        x = self.cnn3(x + self.identity_mapping(input_tensor), training=training)
        return self.pooling(x)

class ResNetLike(keras.Model):
    def __init__(self, num_classes=10):
        super(ResNetLike, self).__init__()
        self.block1 = ResBlock([2, 2, 4])
        self.block2 = ResBlock([4, 4, 8])
        self.pool = layers.GlobalAveragePooling2D()
        self.classifier = layers.Dense(num_classes)
    def call(self, input_tensor, training=False):
        x = self.block1(input_tensor, training=training)
        x = self.block2(x, training=training)
        x = self.pool(x, training=training)
        return self.classifier(x)
    def model(self):
        x = keras.Input(shape=(8, 8, 1))
        return keras.Model(inputs=[x], outputs=self.call(x))

model = ResNetLike(num_classes=3)
base = model.model()
print([(l.name, l.output.shape, l.count_params()) for l in base.layers])
x = np.arange(128).reshape(2, 8, 8, 1).astype("float32") / 128
print(np.round(base(x).numpy(), 4).tolist())
print(np.round(model(x).numpy(), 4).tolist())
print(np.round(model(x, training=True).numpy(), 4).tolist())
print(model.count_params(), len(model.trainable_weights), len(model.non_trainable_weights))
print([w.path for w in model.block1.weights][:8])
model.compile(optimizer=keras.optimizers.Adam(), loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
print(model.predict(x, verbose=0).argmax(axis=1).tolist())
