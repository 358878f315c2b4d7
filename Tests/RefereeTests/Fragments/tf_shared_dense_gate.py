from tensorflow.keras import backend as K
from tensorflow.keras.models import Model
from tensorflow.keras.layers import *

AXIS = 1 if K.image_data_format() == "channels_first" else -1


def weighed(tensor, less=4):
    depth = tensor.shape[AXIS]
    narrow = Dense(depth // less, use_bias=True, activation='elu', bias_initializer='zeros',
                   kernel_initializer='he_normal')
    back = Dense(depth, bias_initializer='zeros', kernel_initializer='he_normal')
    votes = []
    for pool in (GlobalMaxPooling2D, GlobalAveragePooling2D):
        vote = Reshape((1, 1, depth))(pool()(tensor))
        assert vote.shape[1:] == (1, 1, depth)
        votes.append(back(narrow(vote)))  # both pools share the two layers
    return multiply([Activation('sigmoid')(Add()(votes)), tensor])


picture = Input(shape=(18, 10, 12))
flow = picture
for window in (3, 5):
    beside = flow
    flow = weighed(Conv2D(12, window, padding='same')(flow), less=window)
    flow = LeakyReLU(0.2)(Add()([beside, flow]))
scores = Model(inputs=picture, outputs=GlobalMaxPooling2D()(flow))
