import keras.backend as K
from keras import layers, Input, Model
from keras.layers import Conv1D
from keras.regularizers import l2

nb_output_bins = 64
dilation_depth = 4
nb_stacks = 2
use_bias = False
res_l2 = 0.
fragment_length = 256


def residual_block(x):
    original_x = x
    tanh_out = Conv1D(nb_filters, 2, dilation_rate=2 ** i, padding='causal', use_bias=use_bias,
                      name='dilated_conv_%d_tanh_s%d' % (2 ** i, s), activation='tanh',
                      kernel_regularizer=l2(res_l2))(x)
    sigm_out = Conv1D(nb_filters, 2, dilation_rate=2 ** i, padding='causal', use_bias=use_bias,
                      name='dilated_conv_%d_sigm_s%d' % (2 ** i, s), activation='sigmoid',
                      kernel_regularizer=l2(res_l2))(x)
    x = layers.Multiply(name='gated_activation_%d_s%d' % (i, s))([tanh_out, sigm_out])
    res_x = layers.Conv1D(nb_filters, 1, padding='same', use_bias=use_bias, kernel_regularizer=l2(res_l2))(x)
    skip_x = layers.Conv1D(nb_filters, 1, padding='same', use_bias=use_bias, kernel_regularizer=l2(res_l2))(x)
    res_x = layers.Add()([original_x, res_x])
    return res_x, skip_x


nb_filters = 24
input = Input(shape=(fragment_length, nb_output_bins), name='input_part')
out = input
skip_connections = []
out = Conv1D(nb_filters, 2, dilation_rate=1, padding='causal', name='initial_causal_conv')(out)
for s in range(nb_stacks):
    for i in range(0, dilation_depth + 1):
        out, skip_out = residual_block(out)
        skip_connections.append(skip_out)
out = layers.Add()(skip_connections)
out = layers.Activation('relu')(out)
out = layers.Conv1D(nb_output_bins, 1, padding='same')(out)
out = layers.Activation('softmax', name="output_softmax")(out)
model = Model(input, out)
receptive_field = nb_stacks * (2 ** dilation_depth * 2) - (nb_stacks - 1)
