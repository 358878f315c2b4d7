"""Runs layers in the words of Keras 1 and 2 under real Keras, in the form that `convsh upgrade` gives them, and records the rows.

    ~/keras/bin/python Scripts/referee/upgrades.py            # see layers.py for the environment

Each case is a small script with the variable `model`. The test builds the old script as it stands and upgrades it twice.
"""

import json
import os
import subprocess
import tempfile

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
CONVSH = os.environ.get("CONVSH", os.path.join(ROOT, "Scripts", "run"))
HEAD = """from keras.models import Model
from keras.layers import *
from keras.regularizers import l2, l1l2
from keras.constraints import maxnorm, nonneg
"""
# The layers that are called on an input of each shape.
CALLS = {
    "(16, 20, 3)": [
        "Convolution2D(8, 3, 5)",
        "Convolution2D(8, 3, 3, 'he_normal')",
        "Convolution2D(8, 3, 3, 'he_normal', 'relu')",
        "Convolution2D(8, 3, 3, 'glorot_normal', 'relu', None, 'same')",
        "Convolution2D(8, 3, 3, 'uniform', 'tanh', None, 'same', (2, 2), 'tf')",
        "Convolution2D(8, 3, 3, 'uniform', 'tanh', None, 'valid', (2, 1), 'tf', l2(0.1), l2(0.2), None, maxnorm(2), None, False)",
        "Convolution2D(nb_filter=8, nb_row=3, nb_col=2)",
        "Convolution2D(8, nb_row=3, nb_col=2)",
        "Convolution2D(8, 3, nb_col=2)",
        "Convolution2D(nb_row=3, nb_col=2, nb_filter=8)",
        "Convolution2D(8, 3, 3, border_mode='same', subsample=(2, 2), W_regularizer=l1l2(0.1, 0.2), b_regularizer=l2(.1), bias=True, W_constraint=nonneg(), b_constraint=maxnorm(1))",
        "Convolution2D(8, (3, 3), border_mode='same')",
        "Convolution2D(8, 3, 3, activation='relu', name='first', trainable=False)",
        "Convolution2D(8, 3, 3, border_mode=\"valid\", init=\"orthogonal\", dim_ordering='default')",
        "Convolution2D(\n    8,  # filters\n    3, 3,  # window\n    border_mode='same',  # keep\n    activation='relu')",
        "Convolution2D(8, 3, 3,\n                  subsample=(2, 2), border_mode='same')",
        "Convolution2D(nb_filter=8,\n  nb_row=3,\n  nb_col=3,\n  init='he_uniform')",
        "Convolution2D(8, 3,\n 3, 'he_normal',\n 'relu')",
        "Convolution2D(8,\n nb_row=3, border_mode='same',\n nb_col=3)",
        "AtrousConvolution2D(8, 3, 3, atrous_rate=(2, 2))",
        "AtrousConvolution2D(8, 3, 3, 'he_normal', 'relu', None, 'same', (1, 1), (2, 2))",
        "AtrousConvolution2D(nb_filter=8, nb_row=3, nb_col=3, border_mode='same', atrous_rate=(3, 3), bias=False)",
        "Deconvolution2D(4, 3, 3, output_shape=(None, 32, 40, 4), subsample=(2, 2), border_mode='same')",
        "Deconvolution2D(4, 3, 3, (None, 33, 41, 4), subsample=(2, 2))",
        "Deconvolution2D(4, 5, 5,\n output_shape=(None, 20, 24, 4),\n border_mode='valid')",
        "Deconvolution2D(nb_filter=4, nb_row=2, nb_col=2, output_shape=(1, 32, 40, 4), subsample=(2, 2))",
        "SeparableConvolution2D(8, 3, 3)",
        "SeparableConvolution2D(8, 3, 3, border_mode='same', depth_multiplier=2, init='he_normal', depthwise_regularizer=l2(.1))",
        "SeparableConvolution2D(8, 3, 3, 'he_normal', 'relu', None, 'same', (2, 2), 2)",
        "SeparableConv2D(8, 3, strides=2)",
        "MaxPooling2D((2, 2), border_mode='same')",
        "MaxPooling2D((3, 3), (2, 2), 'same', 'tf')",
        "MaxPooling2D(pool_size=(2, 2), strides=(1, 1), border_mode='valid', dim_ordering='tf')",
        "AveragePooling2D(border_mode='same')",
        "AveragePooling2D((2, 2))",
        "ZeroPadding2D((1, 2))",
        "ZeroPadding2D(padding=(1, 1), dim_ordering='tf')",
        "Cropping2D(((1, 1), (2, 2)), dim_ordering='tf')",
        "UpSampling2D(size=(2, 2), dim_ordering='tf')",
        "UpSampling2D((2, 3), 'tf')",
        "BatchNormalization(mode=0, axis=-1)",
        "BatchNormalization(epsilon=1e-06, mode=0, axis=-1, momentum=0.99, weights=None, beta_init='zero', gamma_init='one')",
        "BatchNormalization(axis=3, gamma_init='one', gamma_regularizer=l2(.1))",
        "Dropout(p=0.3)",
        "Dropout(0.3)",
        "GaussianNoise(sigma=.2)",
        "GaussianDropout(p=0.4)",
        "SpatialDropout2D(p=0.5, dim_ordering='tf')",
        "SpatialDropout2D(0.5)",
        "PReLU(init='zero', weights=None)",
        "PReLU(shared_axes=[1, 2])",
        "LeakyReLU(alpha=0.1)",
        "LeakyReLU(.2)",
        "ELU(alpha=0.5)",
        "ELU()",
        "Activation('relu')",
        "Flatten()",
        "Permute((2, 1, 3))",
        "Reshape((-1, 6))",
        "GlobalAveragePooling2D(dim_ordering='tf')",
        "GlobalMaxPooling2D()",
        "Lambda(lambda t: t * 2.)",
        "Dense(output_dim=5, init='uniform', activation='relu', W_regularizer=l2(.1), b_constraint=maxnorm(1), bias=False)",
        "Dense(5, activation='tanh', init='normal')",
        "ZeroPadding2D({'top_pad': 1, 'bottom_pad': 2, 'left_pad': 3, 'right_pad': 4})",
        "AveragePooling2D(border_mode='same')",
        "Conv2D(4, 3, 3, subsample=(2, 2), bias=False)",
    ],
    "(24, 4)": [
        "Convolution1D(8, 3)",
        "Convolution1D(8, 3, 'he_normal', 'relu', None, 'same', 2)",
        "Convolution1D(nb_filter=8, filter_length=5, border_mode='same', subsample_length=2)",
        "Convolution1D(8, filter_length=3, init='he_normal', bias=False)",
        "AtrousConvolution1D(8, 3, atrous_rate=2)",
        "AtrousConvolution1D(nb_filter=8, filter_length=3, atrous_rate=4, border_mode='same')",
        "Conv1D(8, 3, padding='causal')",
        "MaxPooling1D(pool_length=2)",
        "MaxPooling1D(2, 2, 'same')",
        "MaxPooling1D(pool_length=3, stride=1, border_mode='same')",
        "AveragePooling1D(pool_length=2, stride=2)",
        "UpSampling1D(length=2)",
        "UpSampling1D(3)",
        "ZeroPadding1D(padding=2)",
        "ZeroPadding1D((1, 2))",
        "Cropping1D((1, 1))",
        "SpatialDropout1D(p=0.5)",
        "GlobalMaxPooling1D()",
        "Flatten()",
        "Activation('softmax')",
    ],
    "(8, 10, 12, 2)": [
        "Convolution3D(4, 3, 3, 3)",
        "Convolution3D(4, 3, 2, 1, border_mode='same', subsample=(2, 2, 2))",
        "Convolution3D(nb_filter=4, kernel_dim1=3, kernel_dim2=3, kernel_dim3=3, init='he_normal')",
        "Convolution3D(4, 3, 3, 3, 'he_normal', 'relu', None, 'same', (1, 2, 2), 'tf')",
        "Convolution3D(4, kernel_dim1=1,\n kernel_dim2=2, kernel_dim3=3)",
        "MaxPooling3D((2, 2, 2), border_mode='same')",
        "MaxPooling3D(pool_size=(1, 2, 2), strides=(1, 2, 2), dim_ordering='tf')",
        "AveragePooling3D(pool_size=(2, 2, 2))",
        "ZeroPadding3D((1, 1, 1))",
        "UpSampling3D(size=(2, 2, 2))",
        "Cropping3D(((1, 1), (1, 1), (1, 1)))",
        "SpatialDropout3D(0.5)",
        "GlobalAveragePooling3D()",
    ],
}
# Two branches, joined.
MERGES = [
    "merge([a, b], mode='sum')",
    "merge([a, b], 'mul')",
    "merge([a, b], mode='concat', concat_axis=3)",
    "merge([a, b], mode='concat', concat_axis=-1, name='joined')",
    "merge([a, b], mode='ave')",
    "merge([a, b], mode='max')",
    "merge([a, b])",
    "merge([a, b, a], mode='concat',\n      concat_axis=1)",
    "merge(inputs=[a, b], mode='sum')",
    "merge([a, merge([b, b], mode='sum')], mode='mul')",
    "add([a, b])",
    "concatenate([a, b], axis=-1)",
]


def scripts():
    for shape, calls in CALLS.items():
        for call in calls:
            yield HEAD + f"x = Input(shape={shape})\ny = {call}(x)\nmodel = Model(input=x, output=y)\n"
    for merge in MERGES:
        branches = "a = Convolution2D(4, 3, 3, border_mode='same')(x)\nb = Convolution2D(4, 1, 1)(x)\n"
        yield HEAD + f"x = Input(shape=(8, 8, 3))\n{branches}y = {merge}\nmodel = Model(input=[x], output=[y])\n"


def upgraded(text):
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(text)
        file.flush()
        return subprocess.run([CONVSH, "upgrade", file.name], capture_output=True, text=True, check=True).stdout


def main():
    import keras

    with open(os.path.join(ROOT, "Tests", "RefereeTests", "Recorded", "upgrades.jsonl"), "w") as file:
        for old in scripts():
            keras.backend.clear_session()
            names = {}
            exec(compile(upgraded(old), "upgraded", "exec"), names)
            rows = [[layer.name, list(layer.output.shape), layer.count_params()] for layer in names["model"].layers]
            file.write(json.dumps({"old": old, "rows": rows}, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
