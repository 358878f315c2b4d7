from keras.models import Model, Sequential
from keras.layers import Input, Conv2D, MaxPooling2D, Flatten, Dense, Lambda
from keras.regularizers import l2
from keras import backend as K

size = (41, 41, 1)
tower = Sequential()
tower.add(Conv2D(6, (6, 6), activation="relu", input_shape=size, kernel_regularizer=l2(2e-4)))
tower.add(MaxPooling2D())
tower.add(Conv2D(10, (5, 5), activation="relu", kernel_regularizer=l2(2e-4)))
tower.add(MaxPooling2D())
tower.add(Flatten())
tower.add(Dense(32, activation="sigmoid", kernel_regularizer=l2(1e-3)))

one, two = Input(size), Input(size)
apart = Lambda(lambda pair: K.abs(pair[0] - pair[1]), output_shape=(32,))([tower(one), tower(two)])
alike = Dense(1, activation="sigmoid")(apart)
twins = Model(inputs=[one, two], outputs=alike)
