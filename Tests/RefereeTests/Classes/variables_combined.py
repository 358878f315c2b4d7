import keras
import numpy as np

a, b = keras.Variable([1.0, 2.0]), keras.Variable([3.0, 4.0])
print(np.array(a * b), np.array(a + b), np.array(b - a), np.array(b / a), np.array(a @ b), np.array(a**b))
c = keras.Variable([[1.0, 2.0], [3.0, 4.0]])
print(np.array(c * a), np.array(a * c), np.array(c @ c), np.array(a < b), np.array(b >= a))
print(np.array(a * a), np.array(2.0 * a + b))
n = keras.Variable([1, 2], dtype="int32")
print(np.array(n + n), np.array(n * n).dtype)
