import numpy as np
import os
import skimage.transform as warp
import skimage.io as files
from keras.layers import *
from keras.models import *
from keras.optimizers import *
from keras import backend as keras
from keras.callbacks import LearningRateScheduler, ModelCheckpoint


def same(depth, window = 3, act = 'relu'):
	return Conv2D(depth, window, padding = 'same', activation = act, kernel_initializer = 'he_normal')


def hourglass(size = (48,80,2), depths = [6,10,18], weights = None):
	picture = Input(size)
	x, kept = picture, []
	for level,depth in enumerate(depths[:-1]):
		x = same(depth)(x)
		if(level > 0):
			x = Dropout(0.35)(x)
		kept.append((x,depth))
		x = MaxPooling2D(pool_size=(2, 2))(x)
	x = same(depths[-1], window = 5)(x)
	while kept:
		skip, depth = kept.pop()
		x = same(depth, 2)(UpSampling2D(size = (2,2))(x))
		x = same(depth)(concatenate([x,skip], axis = 3))
	mask = Conv2D(3, 1, activation = 'sigmoid')(x)
	net = Model(picture, mask)
	net.compile(optimizer = Adam(lr = 3e-3), loss = 'binary_crossentropy', metrics = ['accuracy'])
	#net.summary()
	if(weights):
		net.load_weights(weights)
	return net

net = hourglass()
