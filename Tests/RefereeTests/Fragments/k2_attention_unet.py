from keras.models import Model
from keras.layers import Input, Conv2D, UpSampling2D, Activation, add, multiply, Lambda, concatenate, MaxPooling2D
from keras.layers import BatchNormalization, Conv2DTranspose
from keras import backend as K


def expend_as(tensor, rep, name):
    my_repeat = Lambda(lambda x, repnum: K.repeat_elements(x, repnum, axis=3), arguments={'repnum': rep},
                       name='psi_up' + name)(tensor)
    return my_repeat


def AttnGatingBlock(x, g, inter_shape, name):
    shape_x = K.int_shape(x)
    shape_g = K.int_shape(g)
    theta_x = Conv2D(inter_shape, (2, 2), strides=(2, 2), padding='same', name='xl' + name)(x)
    shape_theta_x = K.int_shape(theta_x)
    phi_g = Conv2D(inter_shape, (1, 1), padding='same')(g)
    upsample_g = Conv2DTranspose(inter_shape, (3, 3),
                                 strides=(shape_theta_x[1] // shape_g[1], shape_theta_x[2] // shape_g[2]),
                                 padding='same', name='g_up' + name)(phi_g)
    concat_xg = add([upsample_g, theta_x])
    act_xg = Activation('relu')(concat_xg)
    psi = Conv2D(1, (1, 1), padding='same', name='psi' + name)(act_xg)
    sigmoid_xg = Activation('sigmoid')(psi)
    shape_sigmoid = K.int_shape(sigmoid_xg)
    upsample_psi = UpSampling2D(size=(shape_x[1] // shape_sigmoid[1], shape_x[2] // shape_sigmoid[2]))(sigmoid_xg)
    upsample_psi = expend_as(upsample_psi, shape_x[3], name)
    y = multiply([upsample_psi, x], name='q_attn' + name)
    result = Conv2D(shape_x[3], (1, 1), padding='same', name='q_attn_conv' + name)(y)
    return BatchNormalization(name='q_attn_bn' + name)(result)


inputs = Input(shape=(32, 32, 1))
c1 = Conv2D(8, 3, padding='same', activation='relu')(inputs)
p1 = MaxPooling2D()(c1)
center = Conv2D(16, 3, padding='same', activation='relu')(p1)
g1 = Activation('relu')(Conv2D(16, (1, 1), strides=(1, 1), padding='same')(center))
attn1 = AttnGatingBlock(c1, g1, 8, '_1')
up = Conv2DTranspose(8, (3, 3), strides=(2, 2), padding='same', activation='relu')(center)
up = concatenate([up, attn1], name='up1')
model = Model(inputs, Conv2D(1, 1, activation='sigmoid')(up))
