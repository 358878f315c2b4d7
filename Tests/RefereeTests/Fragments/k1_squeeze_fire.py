from keras.layers import Input, Convolution2D, MaxPooling2D, Activation, merge, Dropout, GlobalAveragePooling2D
from keras.models import Model

sq1x1 = "squeeze1x1"
exp1x1 = "expand1x1"
exp3x3 = "expand3x3"
relu = "relu_"


def fire_module(x, fire_id, squeeze=16, expand=64):
    s_id = 'fire' + str(fire_id) + '/'
    x = Convolution2D(squeeze, 1, 1, border_mode='valid', name=s_id.replace('/', '_') + sq1x1)(x)
    x = Activation('relu', name='%s_%s' % (s_id[:-1], relu + sq1x1))(x)

    left = Convolution2D(expand, 1, 1, border_mode='valid', name=s_id.replace('/', '_') + exp1x1)(x)
    left = Activation('relu')(left)

    right = Convolution2D(expand, 3, 3, border_mode='same', name=s_id.replace('/', '_') + exp3x3)(x)
    right = Activation('relu')(right)

    x = merge([left, right], mode='concat', concat_axis=-1, name='fire' + str(fire_id) + '_concat')
    return x


image = Input(shape=(227, 227, 3))
x = Convolution2D(64, 3, 3, subsample=(2, 2), border_mode='valid', name='conv1')(image)
x = Activation('relu', name='relu_conv1')(x)
x = MaxPooling2D(pool_size=(3, 3), strides=(2, 2), name='pool1')(x)
x = fire_module(x, fire_id=2, squeeze=16, expand=64)
x = fire_module(x, 3, 16, 64)
x = MaxPooling2D(pool_size=(3, 3), strides=(2, 2), name='pool3')(x)
x = fire_module(x, fire_id=4, squeeze=32, expand=128)
x = Dropout(0.5, name='drop9')(x)
x = Convolution2D(100, 1, 1, border_mode='valid', name='conv10')(x)
x = Activation('relu', name='relu_conv10')(x)
x = GlobalAveragePooling2D()(x)
out = Activation('softmax', name='loss')(x)
model = Model(image, out, name='squeezenet')
