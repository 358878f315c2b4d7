import tensorflow as tf
import numpy as np
from tensorflow.keras.layers import Input, Conv2D, Activation, Multiply, Add, ZeroPadding2D, Cropping2D
from tensorflow.keras.models import Model
tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.ERROR)
gpus = tf.config.experimental.list_physical_devices('GPU')
np.set_printoptions(precision=3)

with tf.device('/cpu:0'):
    pic = Input(shape=(28, 28, 1))
    v = ZeroPadding2D(((1, 0), (1, 1)))(pic)
    v = Conv2D(16, (2, 3), padding='valid')(v)
    v = Cropping2D(((0, 1), (0, 0)))(ZeroPadding2D(((1, 0), (0, 0)))(v))
    h = ZeroPadding2D(((0, 0), (1, 0)))(pic)
    h = Conv2D(16, (1, 2), name='horizontal')(h)
    gate = Multiply()([Activation('tanh')(v), Activation('sigmoid')(h)])
    out = Conv2D(256, 1)(Add()([gate, Conv2D(16, 1)(pic)]))
model = Model(pic, out)
