from keras.layers import Input, Concatenate, Dropout, UpSampling2D, Conv2D, BatchNormalization, LeakyReLU
from keras.initializers import RandomNormal
from keras.models import Model


def define_discriminator(image_shape):
    init = RandomNormal(stddev=0.02)
    in_src_image = Input(shape=image_shape)
    in_target_image = Input(shape=image_shape)
    merged = Concatenate()([in_src_image, in_target_image])
    d = Conv2D(64, (4, 4), strides=(2, 2), padding='same', kernel_initializer=init)(merged)
    d = LeakyReLU(alpha=0.2)(d)
    for width in (128, 256):
        d = Conv2D(width, (4, 4), strides=(2, 2), padding='same', kernel_initializer=init)(d)
        d = BatchNormalization()(d)
        d = LeakyReLU(alpha=0.2)(d)
    patch_out = Conv2D(1, (4, 4), padding='same', kernel_initializer=init, activation='sigmoid')(d)
    return Model([in_src_image, in_target_image], patch_out)


def build_generator(shape=(64, 64, 3), gf=16):
    def conv2d(layer_input, filters, f_size=4, bn=True):
        d = Conv2D(filters, kernel_size=f_size, strides=2, padding='same')(layer_input)
        d = LeakyReLU(alpha=0.2)(d)
        if bn:
            d = BatchNormalization(momentum=0.8)(d)
        return d

    def deconv2d(layer_input, skip_input, filters, f_size=4, dropout_rate=0):
        u = UpSampling2D(size=2)(layer_input)
        u = Conv2D(filters, kernel_size=f_size, strides=1, padding='same', activation='relu')(u)
        if dropout_rate:
            u = Dropout(dropout_rate)(u)
        u = BatchNormalization(momentum=0.8)(u)
        u = Concatenate()([u, skip_input])
        return u

    d0 = Input(shape=shape)
    d1 = conv2d(d0, gf, bn=False)
    d2 = conv2d(d1, gf*2)
    d3 = conv2d(d2, gf*4)
    u1 = deconv2d(d3, d2, gf*2, dropout_rate=0.1)
    u2 = deconv2d(u1, d1, gf)
    u3 = UpSampling2D(size=2)(u2)
    output_img = Conv2D(3, kernel_size=4, strides=1, padding='same', activation='tanh')(u3)
    return Model(d0, output_img)


d_model = define_discriminator((64, 64, 3))
model = build_generator()
