from keras import backend as K
K.set_image_dim_ordering('th')
from keras.layers import Input, Convolution2D, MaxPooling2D, Flatten, Dense, merge, BatchNormalization
from keras.models import Model

x_in = Input(shape=(3, 32, 32))
a = Convolution2D(8, 3, 3, border_mode='same', activation='relu')(x_in)
b = Convolution2D(8, 5, 5, border_mode='same', activation='relu')(x_in)
y = merge([a, b], mode='concat', concat_axis=1)
y = BatchNormalization(axis=1)(y)
y = MaxPooling2D((2, 2))(y)
y = Convolution2D(16, 3, 3, dim_ordering='th')(y)
z = merge([y, y], mode='mul')
z = Flatten()(z)
model = Model(x_in, Dense(4, activation='softmax')(z))
