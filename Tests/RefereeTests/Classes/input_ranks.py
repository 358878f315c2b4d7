import keras, numpy as np
from keras import layers
m = keras.Sequential([keras.Input((1,)), layers.Dense(2, kernel_initializer="ones")])
print(m.predict(np.arange(3.0), verbose=0).tolist(), m(np.arange(3.0)).shape)
i = keras.Input((4, 4, 1)); f = keras.Model(i, layers.Flatten()(layers.Conv2D(1, 3, kernel_initializer="ones")(i)))
print(f.predict(np.ones((2, 4, 4)), verbose=0).shape, f(np.ones((2, 4, 4))).shape)
j = keras.Input((5,)); g = keras.Model(j, layers.Dense(3)(j))
print(g.predict(np.ones((2, 5, 1)), verbose=0).shape)


class Recording(keras.callbacks.Callback):
    def on_train_begin(self, logs):
        self.losses = []


recording = Recording()
g.compile(loss="mse", optimizer="sgd")
g.fit(np.ones((2, 5)), np.ones((2, 3)), verbose=0, callbacks=[recording])
print(recording.losses)
