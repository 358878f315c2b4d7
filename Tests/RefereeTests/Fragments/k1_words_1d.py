from keras.layers import Flatten, MaxPooling1D, Convolution1D
from keras.layers import Embedding, Activation, Dropout, Dense
from keras.models import Sequential

vocabulary, length, size = 300, 90, 14
net = Sequential()
net.add(Embedding(vocabulary, size, input_length=length))
net.add(Convolution1D(20, 7, border_mode='same', activation='tanh'))
net.add(MaxPooling1D(pool_length=3))
net.add(Dropout(0.35))
net.add(Convolution1D(activation='relu', border_mode='valid', filter_length=4, nb_filter=26,
                      subsample_length=2))
net.add(MaxPooling1D(pool_length=net.output_shape[1]))
net.add(Flatten())
for units, act in [(16, 'relu'), (4, 'sigmoid')]:
    net.add(Dense(units))
    net.add(Activation(act))
