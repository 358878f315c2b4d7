from keras.layers import AveragePooling2D, BatchNormalization, DepthwiseConv2D
from keras.layers import Concatenate, Add, Lambda, Activation, Dense, GlobalAveragePooling2D, MaxPooling2D, Conv2D, Input
from keras.models import Model
from keras import backend as K


def dealt(tensor, piles):
    sizes = tensor.shape.as_list()[1:] if hasattr(tensor.shape, 'as_list') else tuple(tensor.shape)[1:]
    rows, columns, depth = sizes
    tensor = K.reshape(tensor, [-1, rows, columns, piles, depth // piles])
    return K.reshape(K.permute_dimensions(tensor, (0, 1, 2, 4, 3)), [-1, rows, columns, depth])


def in_piles(tensor, have, want, piles, window=1, step=1):
    options = dict(strides=step, use_bias=False, padding='same')
    if piles == 1:
        return Conv2D(want, window, **options)(tensor)
    each = have // piles
    parts = [Lambda(lambda t, start=start: t[:, :, :, start:start + each])(tensor) for start in range(0, have, each)]
    return Concatenate()([Conv2D(int(0.5 + want / piles), kernel_size=window, **options)(part) for part in parts])


picture = Input((30, 42, 2))
flow = Conv2D(18, (5, 5), strides=(3, 3), use_bias=False, padding='same', activation='relu')(picture)
for piles in (3, 1, 2):
    before = flow
    flow = Activation('relu')(BatchNormalization(axis=-1)(in_piles(flow, 18, 12, piles)))
    flow = Lambda(dealt, arguments={'piles': piles})(flow)
    flow = DepthwiseConv2D((5, 5), strides=(1, 1), use_bias=False, padding='same')(flow)
    flow = in_piles(BatchNormalization(axis=-1)(flow), 12, 18, piles=piles)
    flow = Add()([before, flow])
kinds = Dense(3, activation='softmax')(GlobalAveragePooling2D()(flow))
cards = Model(inputs=picture, outputs=kinds)
