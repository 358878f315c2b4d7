import keras, numpy as np
from keras.callbacks import Callback, EarlyStopping, ModelCheckpoint, LearningRateScheduler

class GANMonitor(keras.callbacks.Callback):
    def __init__(self, num_img=3, latent_dim=4):
        self.num_img = num_img
        self.latent_dim = latent_dim
        self.log = []
    def on_epoch_end(self, epoch, logs=None):
        z = np.zeros((self.num_img, self.latent_dim), "float32")
        img = self.model.generator(z)
        self.log.append((epoch, tuple(img.shape)))

class StopAt(Callback):
    def __init__(self, value, monitor="loss"):
        super().__init__()
        self.value, self.monitor = value, monitor
    def on_epoch_end(self, epoch, logs={}):
        if logs.get(self.monitor) < self.value:
            print("stop at", epoch)
            self.model.stop_training = True

class GAN(keras.Model):
    def __init__(self):
        super().__init__()
        self.generator = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Reshape((2, 4))])
    def call(self, z):
        return self.generator(z)

def schedule(epoch, lr):
    return lr if epoch < 2 else lr * 0.5

g = GAN()
g.compile("adam", "mse")
cb = GANMonitor(num_img=2)
cb.set_model(g)
for e in range(2):
    cb.on_epoch_end(e)
print(cb.log)
s = StopAt(0.3)
s.set_model(g)
g.stop_training = False
for e, l in enumerate([0.5, 0.4, 0.2, 0.1]):
    s.on_epoch_end(e, {"loss": l})
    if g.stop_training:
        break
print(e, g.stop_training)
es = EarlyStopping(monitor="val_loss", patience=3, restore_best_weights=True)
print(es.monitor, es.patience, [round(schedule(i, 0.1), 3) for i in range(4)])
cbs = [es, ModelCheckpoint("x.keras", save_best_only=True), LearningRateScheduler(schedule), cb]
print([type(c).__name__ for c in cbs], isinstance(cb, Callback))
