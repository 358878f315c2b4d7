import keras
import numpy as np
from keras import ops, layers
X = np.array([[1,2,0,0],[1,2,3,4]])
MK = np.array([[True,False,False,False],[True,True,True,False]])
i = keras.Input((4,))
e = layers.Embedding(5, 1, mask_zero=True, embeddings_initializer=keras.initializers.Constant(np.arange(5.).reshape(5,1)))(i)
m = keras.Model(i, layers.GlobalAveragePooling1D()(layers.Lambda(lambda v: v, mask=MK)(e)))
print(m.predict(X, verbose=0).tolist())
for v in (ops.einsum("i,i->i", np.array([100], "int8"), np.array([100], "int8")), ops.outer(np.array([100], "int8"), 2), ops.append(np.array([100], "int8"), 200), ops.left_shift(1, np.array([7], "int8"))):
    print(v.dtype if isinstance(v.dtype, str) else v.dtype.name, np.ravel(v).tolist())
print(ops.solve(np.stack([np.eye(2),2*np.eye(2)]), np.array([[1.,2.],[3.,4.]])).shape, type(keras.losses.get(keras.losses.MeanSquaredError)).__name__)
