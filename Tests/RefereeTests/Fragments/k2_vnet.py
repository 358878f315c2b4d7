from keras import backend as K
from keras.models import Model
from keras.layers import Input, Conv3D, MaxPooling3D, Conv3DTranspose, BatchNormalization, UpSampling3D, Activation
from keras.layers import concatenate, PReLU, add, SpatialDropout3D, Cropping3D, ZeroPadding3D
from keras.optimizers import Adam


def create_convolution_block(input_layer, n_filters, batch_normalization=False, kernel=(3, 3, 3), activation=None,
                             padding='same', strides=(1, 1, 1)):
    layer = Conv3D(n_filters, kernel, padding=padding, strides=strides)(input_layer)
    if batch_normalization:
        layer = BatchNormalization(axis=-1)(layer)
    if activation is None:
        return Activation('relu')(layer)
    else:
        return activation()(layer)


def get_up_convolution(n_filters, pool_size, kernel_size=(2, 2, 2), strides=(2, 2, 2), deconvolution=False):
    if deconvolution:
        return Conv3DTranspose(filters=n_filters, kernel_size=kernel_size, strides=strides)
    else:
        return UpSampling3D(size=pool_size)


inputs = Input((16, 32, 32, 2))
current_layer = inputs
levels = list()
for layer_depth in range(3):
    layer1 = create_convolution_block(input_layer=current_layer, n_filters=8*(2**layer_depth), batch_normalization=True)
    layer2 = create_convolution_block(input_layer=layer1, n_filters=8*(2**layer_depth)*2)
    if layer_depth < 2:
        current_layer = MaxPooling3D(pool_size=(2, 2, 2))(layer2)
        levels.append([layer1, layer2, current_layer])
    else:
        current_layer = layer2
        levels.append([layer1, layer2])
for layer_depth in range(1, -1, -1):
    up_convolution = get_up_convolution(pool_size=(2, 2, 2), deconvolution=layer_depth == 1,
                                        n_filters=current_layer._keras_shape[-1])(current_layer)
    concat = concatenate([up_convolution, levels[layer_depth][1]], axis=-1)
    current_layer = create_convolution_block(n_filters=levels[layer_depth][1]._keras_shape[-1], input_layer=concat,
                                             activation=PReLU)
    current_layer = SpatialDropout3D(rate=0.3)(current_layer)
final_convolution = Conv3D(3, (1, 1, 1))(current_layer)
act = Activation('sigmoid')(final_convolution)
model = Model(inputs=inputs, outputs=act)
