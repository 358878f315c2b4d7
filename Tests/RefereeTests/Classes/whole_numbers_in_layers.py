import numpy as np
import keras
from keras import layers
line, image = np.arange(24).reshape(1, 4, 6), np.arange(32).reshape(1, 4, 4, 2)
cases = [(layers.Flatten(), line), (layers.Reshape((24,)), line), (layers.Permute((2, 1)), line), (layers.RepeatVector(2), line[0]),
    (layers.ZeroPadding1D(1), line), (layers.ZeroPadding2D(1), image), (layers.Cropping1D(1), line), (layers.UpSampling2D(2), image),
    (layers.MaxPooling1D(2), line), (layers.MaxPooling2D(2), image), (layers.GlobalMaxPooling1D(), line), (layers.Dropout(0.5), line),
    (layers.GaussianNoise(0.5), line), (layers.Identity(), line), (layers.Activation("relu"), line), (layers.Activation("linear"), line), (layers.ReLU(), line),
    (layers.Add(), [line, line]), (layers.Subtract(), [line, line]), (layers.Multiply(), [line, line]), (layers.Maximum(), [line, line]),
    (layers.Concatenate(), [line, line]), (layers.LeakyReLU(), line), (layers.Embedding(30, 2), line), (layers.Rescaling(2.0), line)]
for layer, data in cases:
    for kind in ["int32", "int64", "uint8", "float32"]:
        given = [part.astype(kind) for part in data] if isinstance(data, list) else data.astype(kind)
        output = np.array(layer(given))
        print(type(layer).__name__, kind, output.dtype, output.shape, output.sum() if kind != "float32" and "int" in str(output.dtype) else "")
print(np.array(layers.Flatten()(np.array([[True, False]]))), np.array(layers.Flatten()(np.array([[1, 2]]))))
