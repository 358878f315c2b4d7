# Layers by the modules Keras 2 kept them in, among whatever else a notebook imports
import sys, os, warnings, random
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
plt.style.use("bmh")

from itertools import chain
from tqdm import tqdm
from sklearn.model_selection import train_test_split
from skimage.io import imshow, imread

import tensorflow as tf
from keras.optimizers import Adam
from keras.callbacks import ReduceLROnPlateau, EarlyStopping, ModelCheckpoint
from keras.layers import Input, Activation, BatchNormalization, Dense, Dropout
from keras.layers.merge import add, concatenate
from keras.layers.pooling import GlobalMaxPool2D, MaxPooling2D
from keras.layers.convolutional import Conv2DTranspose, Conv2D
from keras.layers.core import Reshape, Lambda, RepeatVector
from keras.models import load_model, Model

warnings.filterwarnings('ignore', module='skimage', category=UserWarning)
random.seed = np.random.seed = 3

LEVELS = 2
rows, columns = 32, 48


def twice(tensor, depth, window=3, norm=True):
    for turn in range(2):
        tensor = Conv2D(filters=depth, kernel_size=(window, window), padding="same",
                        kernel_initializer="he_normal")(tensor)
        if norm and turn == 0:
            tensor = BatchNormalization()(tensor)
        tensor = Activation("relu")(tensor)
    return tensor


def labels_of(picture, base=10, drop=0.2, norm=True):
    left = {}
    flow = picture
    for level in range(LEVELS):
        left[level] = twice(flow, depth=base*2**level, norm=norm)
        flow = MaxPooling2D((2, 2))(left[level])
        if level:
            flow = Dropout(drop/2)(flow)
    flow = twice(flow, base*2**LEVELS, window=5, norm=not norm)
    for level in reversed(range(LEVELS)):
        flow = Conv2DTranspose(base*2**level, (3, 3), padding='same', strides=(2, 2))(flow)
        flow = concatenate([left[level], flow], axis=3) if level else concatenate([left[level], flow])
        flow = twice(Dropout(drop)(flow), base*2**level, norm=norm)
    return Conv2D(4, (1, 1), activation='softmax')(flow)


picture = Input((rows, columns, 3), name='aerial')
mapper = Model(inputs=[picture], outputs=[labels_of(picture, base=6)])
mapper.compile(loss="categorical_crossentropy", optimizer=Adam(), metrics=["accuracy"])
watchers = [
    ModelCheckpoint('mapper.h5', save_weights_only=True, save_best_only=True, verbose=0),
    ReduceLROnPlateau(patience=4, factor=0.3, min_lr=0.0002, verbose=0),
    EarlyStopping(verbose=0, patience=7),
]
