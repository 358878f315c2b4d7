from keras.models import Sequential
from keras.layers import Dense, Dropout, Activation, Embedding
from keras.layers import Convolution1D, MaxPooling1D, Flatten

max_features = 5000
maxlen = 400
embedding_dims = 50
nb_filter = 250
filter_length = 3
hidden_dims = 250

model = Sequential()
model.add(Embedding(max_features, embedding_dims, input_length=maxlen))
model.add(Dropout(0.2))
model.add(Convolution1D(nb_filter=nb_filter,
                        filter_length=filter_length,
                        border_mode='valid',
                        activation='relu',
                        subsample_length=1))
model.add(MaxPooling1D(pool_length=2))
model.add(Convolution1D(64, 5, activation='tanh', border_mode='same'))
model.add(MaxPooling1D(pool_length=model.output_shape[1]))
model.add(Flatten())
model.add(Dense(hidden_dims))
model.add(Dropout(0.2))
model.add(Activation('relu'))
model.add(Dense(1))
model.add(Activation('sigmoid'))
