import keras
from keras import ops

k = keras.KerasTensor((None, 3))
print(k.shape, k.dtype, isinstance(k, keras.KerasTensor), k.name)
print(keras.KerasTensor((2, 3), dtype="int32").dtype, keras.KerasTensor((2,), name="q").name)
print(ops.add(k, 1).shape, keras.layers.Dense(2)(k).shape)
print(keras.layers.Dense(3).compute_output_spec(keras.KerasTensor((None, 4))).shape)
print(keras.Input((3,)).name)
d = keras.layers.Dense(2)
d.build((None, 3))
try:
    d.build((None, 3))
except ValueError as error:
    print(error)
