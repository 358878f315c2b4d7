from keras.layers import Input, Convolution2D, AtrousConvolution2D, ZeroPadding2D, Dropout, Activation, Permute, Reshape
from keras.models import Model

h, w, classes = 64, 96, 19
model_in = Input(shape=(h, w, 3))
x = model_in
for width in (16, 32):
    x = Convolution2D(width, 3, 3, border_mode='same', activation='relu')(x)
for rate in (1, 2, 4):
    x = ZeroPadding2D(padding=(rate, rate))(x)
    x = AtrousConvolution2D(32, 3, 3, atrous_rate=(rate, rate), activation='relu')(x)
x = AtrousConvolution2D(64, 3, 3, 'he_uniform', 'relu', border_mode='same', atrous_rate=(8, 8))(x)
x = Dropout(p=0.5)(x)
x = Convolution2D(classes, 1, 1, activation='linear')(x)
x = Reshape((h * w, classes))(x)
x = Activation('softmax')(x)
model = Model(input=[model_in], output=[x])
