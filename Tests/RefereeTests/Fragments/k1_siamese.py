import random
from itertools import product
from keras.models import Sequential, Model
from keras.layers import Input, Lambda, Dense, Flatten, Convolution2D, MaxPooling2D
from keras import backend as K
from keras.optimizers import RMSprop


def euclidean_distance(vects):
    x, y = vects
    return K.sqrt(K.maximum(K.sum(K.square(x - y), axis=1, keepdims=True), K.epsilon()))


def eucl_dist_output_shape(shapes):
    shape1, shape2 = shapes
    return (shape1[0], 1)


def contrastive_loss(y_true, y_pred):
    margin = 1
    return K.mean(y_true * K.square(y_pred) + (1 - y_true) * K.square(K.maximum(margin - y_pred, 0)))


def create_base_network(input_shape):
    seq = Sequential()
    seq.add(Convolution2D(16, 3, 3, input_shape=input_shape, activation='relu'))
    seq.add(MaxPooling2D())
    seq.add(Convolution2D(32, 3, 3, activation='relu'))
    seq.add(Flatten())
    seq.add(Dense(64, activation='relu'))
    return seq


base_network = create_base_network((28, 28, 1))
input_a = Input(shape=(28, 28, 1))
input_b = Input(shape=(28, 28, 1))
processed_a = base_network(input_a)
processed_b = base_network(input_b)
distance = Lambda(euclidean_distance, output_shape=eucl_dist_output_shape)([processed_a, processed_b])
model = Model(input=[input_a, input_b], output=distance)
rms = RMSprop()
model.compile(loss=contrastive_loss, optimizer=rms)
