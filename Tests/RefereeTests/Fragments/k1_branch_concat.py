from keras.models import Model
from keras.regularizers import l2
from keras.layers.normalization import BatchNormalization
from keras.layers import Activation, Dense, Dropout, Flatten, Input, merge
from keras.layers import AveragePooling2D, Convolution2D, MaxPooling2D

DECAY = 0.002


def conv(tensor, depth, window, decay=None, step=(1, 1), biased=False):
    on_kernel = on_bias = None
    if decay:
        on_kernel = l2(decay)
        on_bias = l2(decay) if biased else None
    return Convolution2D(depth, window, window, subsample=step, border_mode='same', activation='relu',
                         W_regularizer=on_kernel, b_regularizer=on_bias, bias=biased, dim_ordering='tf')(tensor)


def fan(tensor, widths, axis):
    """Branches given as lists of (depth, window); a leading None pools first."""
    ends = []
    for branch in widths:
        end = tensor
        for step in branch:
            if step is None:
                end = MaxPooling2D(pool_size=(3, 3), strides=(1, 1), border_mode='same', dim_ordering='tf')(end)
            else:
                end = conv(end, step[0], step[1], DECAY, biased=step[1] > 3)
        ends.append(end)
    return merge(ends, mode='concat', concat_axis=axis)


FANS = (
    [[(6, 1)], [(5, 1), (9, 3)], [None, (4, 1)]],
    [[(10, 1)], [(8, 1), (12, 3)], [(3, 1), (6, 5)], [None, (7, 1)]],
)
picture = Input(shape=(40, 40, 2))
flow = Convolution2D(14, 5, 5, subsample=(2, 2), init='he_normal', border_mode='same')(picture)
flow = BatchNormalization(mode=0, axis=-1, epsilon=1e-4)(flow)
flow = Activation('relu')(flow)
for widths in FANS:
    flow = fan(flow, widths, axis=3)
    flow = MaxPooling2D((2, 2), strides=(2, 2), border_mode='same')(flow)
flow = AveragePooling2D((5, 5), strides=(1, 1), border_mode='valid')(flow)
flow = Dropout(0.25)(Flatten()(flow))
kinds = Dense(output_dim=9, init='glorot_normal', activation='softmax')(flow)
sorter = Model(input=picture, output=[kinds])
