import math
import numpy as np
import keras
from keras.utils import PyDataset

class ImageSeq(keras.utils.Sequence):
    def __init__(self, n, batch, shuffle=True):
        self.x = np.arange(n * 4).reshape(n, 2, 2, 1).astype("float32")
        self.y = np.arange(n)
        self.batch = batch
        self.shuffle = shuffle
        self.indices = np.arange(n)
        self.on_epoch_end()
    def __len__(self):
        return int(np.ceil(len(self.x) / float(self.batch)))
    def __getitem__(self, index):
        idx = self.indices[index * self.batch:(index + 1) * self.batch]
        return self.x[idx] / 255.0, keras.utils.to_categorical(self.y[idx], 8)
    def on_epoch_end(self):
        if self.shuffle:
            np.random.seed(1)
            self.indices = self.indices[::-1].copy()

class Pairs(PyDataset):
    def __init__(self, a, b, **kwargs):
        super().__init__(**kwargs)
        self.a, self.b = a, b
    def __len__(self):
        return math.ceil(len(self.a) / 2)
    def __getitem__(self, i):
        s = slice(i * 2, i * 2 + 2)
        return (self.a[s], self.b[s]), (self.a[s].sum(axis=1) > self.b[s].sum(axis=1)).astype("int")

s = ImageSeq(5, 2)
print(len(s), s.indices.tolist())
x, y = s[0]
print(x.shape, y.shape, y.argmax(1).tolist(), np.round(x[0].ravel(), 4).tolist())
x, y = s[2]
print(x.shape, y.sum())
p = Pairs(np.arange(12).reshape(6, 2), np.ones((6, 2)) * 5, workers=2)
print(len(p), p.workers, p.use_multiprocessing)
(a, b), t = p[1]
print(a.tolist(), b.tolist(), t.tolist())
print([bt[1].tolist() for bt in (p[i] for i in range(len(p)))])
m = keras.Sequential([keras.Input((2, 2, 1)), keras.layers.Flatten(), keras.layers.Dense(8, kernel_initializer="ones")])
print(np.round(np.array(m(s[1][0]))[:, 0], 4).tolist())
print(isinstance(s, PyDataset), issubclass(Pairs, PyDataset))
