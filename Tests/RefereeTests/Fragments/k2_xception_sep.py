from keras import layers
from keras import models
from keras.layers import SeparableConv2D, SeparableConvolution2D
from keras.engine.topology import get_source_inputs
from keras.applications.imagenet_utils import _obtain_input_shape
from keras import backend as K

input_shape = _obtain_input_shape(None, default_size=96, min_size=71, data_format=K.image_data_format(),
                                  require_flatten=True)
img_input = layers.Input(shape=input_shape)
x = layers.Conv2D(16, (3, 3), strides=(2, 2), use_bias=False, name='block1_conv1')(img_input)
x = layers.BatchNormalization(name='block1_conv1_bn')(x)
x = layers.Activation('relu', name='block1_conv1_act')(x)
residual = layers.Conv2D(32, (1, 1), strides=(2, 2), padding='same', use_bias=False)(x)
residual = layers.BatchNormalization()(residual)
x = SeparableConv2D(32, (3, 3), padding='same', use_bias=False, name='block2_sepconv1')(x)
x = layers.BatchNormalization(name='block2_sepconv1_bn')(x)
x = layers.Activation('relu', name='block2_sepconv2_act')(x)
x = SeparableConvolution2D(32, (3, 3), padding='same', use_bias=False, depth_multiplier=2)(x)
x = layers.MaxPooling2D((3, 3), strides=(2, 2), padding='same', name='block2_pool')(x)
x = layers.add([x, residual])
x = layers.GlobalAveragePooling2D(name='avg_pool')(x)
x = layers.Dense(10, activation='softmax', name='predictions')(x)
inputs = get_source_inputs(img_input)[0]
model = models.Model(inputs, x, name='xception_small')
