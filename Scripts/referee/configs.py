"""Records the JSON text of models of many kinds, as Keras writes it, for Tests/RefereeTests.

    python3 Scripts/referee/configs.py      # needs Keras 3.15 on TensorFlow; writes Tests/RefereeTests/Recorded/configs.jsonl
"""

import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras  # noqa: E402

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Tests", "RefereeTests", "Recorded", "configs.jsonl")
PROLOGUE = "import keras\nfrom keras import layers, ops\n"

MODELS = [
    # chains
    "model = keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(4, 3, activation='relu'), layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10, activation='softmax')], name='chain')",
    "model = keras.Sequential([layers.Dense(3), layers.Dropout(0.5, seed=3)], name='not_built')",
    "model = keras.Sequential([layers.Conv1D(3, 5, strides=2, padding='causal', dilation_rate=1, kernel_initializer='he_normal', kernel_regularizer='l2', bias_constraint='non_neg')], name='options')\nmodel.build((None, 20, 2))",
    "model = keras.Sequential([keras.Input((6, 6, 6, 2), batch_size=4, name='volume'), layers.Conv3D(2, 3), layers.GlobalAveragePooling3D()], name='volume_chain')",
    "model = keras.Sequential([keras.Input((8, 8, 4)), layers.DepthwiseConv2D(3, depth_multiplier=2), layers.SeparableConv2D(5, 3), layers.BatchNormalization(), layers.ReLU(max_value=6), layers.UpSampling2D(2), layers.ZeroPadding2D(((1, 2), (0, 1))), layers.Cropping2D(1), layers.Conv2DTranspose(3, 3, strides=2, padding='same')], name='images')",
    "model = keras.Sequential([keras.Input((6,)), layers.Reshape((2, 3)), layers.Permute((2, 1)), layers.RepeatVector(1) if False else layers.Flatten(), layers.LeakyReLU(), layers.PReLU(), layers.ELU(alpha=0.5), layers.Activation('gelu'), layers.Softmax(), layers.GaussianNoise(0.1), layers.Rescaling(2.0, offset=1.0)], name='plain')",
    "model = keras.Sequential([keras.Input((4, 6)), layers.GroupNormalization(2), layers.UnitNormalization(), layers.AveragePooling1D(2), layers.SpatialDropout1D(0.2), layers.ZeroPadding1D(1), layers.Cropping1D(1), layers.Identity()], name='lines')",
    "model = keras.Sequential([keras.Input((5,)), layers.Embedding(10, 4), layers.GlobalMaxPooling1D()], name='words')",
    "model = keras.Sequential([keras.Input((3,)), layers.Dense(2, kernel_initializer=keras.initializers.RandomNormal(stddev=0.1, seed=1), kernel_constraint=keras.constraints.MaxNorm(3), activity_regularizer=None, trainable=False)], name='objects')",
    "model = keras.Sequential([keras.Sequential([keras.Input((4,)), layers.Dense(3)], name='inner'), layers.Dense(2)], name='outer')",
    # networks
    "x = keras.Input((8, 8, 3), name='x')\ny = layers.Conv2D(3, 3, padding='same')(x)\nmodel = keras.Model(x, layers.Add()([x, y]), name='skip')",
    "x = keras.Input((8, 8, 3), name='x')\nshared = layers.Conv2D(3, 3, padding='same', name='shared')\nmodel = keras.Model(x, layers.Concatenate()([shared(x), shared(shared(x))]), name='sharing')",
    "a = keras.Input((4,), name='a')\nb = keras.Input((4,), name='b')\nmodel = keras.Model([a, b], [layers.Multiply()([a, b]), layers.Average()([a, b])], name='several')",
    "a = keras.Input((4,), name='a')\nb = keras.Input((4,), name='b')\nmodel = keras.Model({'a': a, 'b': b}, {'sum': layers.Add()([a, b])}, name='dicts')",
    "x = keras.Input((4,), name='x')\ninner = keras.Model(x, layers.Dense(3, name='d')(x), name='inner')\nz = keras.Input((4,), name='z')\nmodel = keras.Model(z, inner(z), name='nested')",
    "a = keras.Input((4,), name='a')\nb = keras.Input((4,), name='b')\ninner = keras.Model([a, b], layers.Subtract()([a, b]), name='inner')\nx = keras.Input((4,), name='x')\nmodel = keras.Model(x, inner([x, layers.Dense(4)(x)]), name='nested_pair')",
    "x = keras.Input((4, 4), name='x')\nmodel = keras.Model(x, layers.Dot(axes=1)([x, x]), name='products')",
    "x = keras.Input((None, None, 3), name='x')\nmodel = keras.Model(x, layers.GlobalAveragePooling2D(keepdims=True)(x), name='open_sizes')",
    # functions of tensors
    "x = keras.Input((8, 8, 3), name='x')\nmodel = keras.Model(x, ops.relu(x * 2 + 1.5) - x / 2, name='operators')",
    "x = keras.Input((8, 8, 3), name='x')\nmodel = keras.Model(x, [x[:, ::2], x[..., 0], x[:, 1:3, None]], name='slices')",
    "x = keras.Input((8, 8, 3), name='x')\nmodel = keras.Model(x, [ops.mean(x, axis=[1, 2], keepdims=True), ops.max(x, axis=-1), ops.sum(x), ops.var(x, axis=1)], name='reductions')",
    "x = keras.Input((8, 8, 4), name='x')\nmodel = keras.Model(x, [ops.reshape(x, (-1, 4)), ops.transpose(x, (0, 3, 1, 2)), ops.expand_dims(x, 1), ops.concatenate([x, x], axis=-1), ops.stack([x, x], axis=1)], name='shapes')",
    "x = keras.Input((8, 8, 4), name='x')\nmodel = keras.Model(x, [ops.softmax(x), ops.leaky_relu(x, 0.1), ops.gelu(x), ops.sigmoid(x), ops.elu(x, alpha=0.5)], name='activations')",
    "x = keras.Input((8, 8, 4), name='x')\nmodel = keras.Model(x, [keras.activations.relu(x, negative_slope=0.1), keras.activations.tanh(x), keras.activations.softmax(x), keras.activations.exponential(x)], name='named_activations')",
    "x = keras.Input((8, 8, 4), name='x')\nmodel = keras.Model(x, [ops.max_pool(x, 2), ops.average_pool(x, 2, 2, 'same'), ops.image.resize(x, (4, 4)), ops.clip(x, 0, 1), ops.where(x > 0, x, 0.0)], name='images_as_functions')",
    "x = keras.Input((8, 8, 4), name='x')\nmodel = keras.Model(x, [-x, abs(x), x ** 2, 2 ** x, 1 / x, x // 2, x % 2, x != x, ops.maximum(x, 0.0), ops.sqrt(x)], name='signs')",
    "x = keras.Input((8, 6), name='x')\nmodel = keras.Model(x, [ops.einsum('bij,bkj->bik', x, x), ops.matmul(x, ops.transpose(x, (0, 2, 1))), ops.split(x, 2, axis=-1)[1], ops.flip(x, axis=1), ops.tile(x, (1, 2, 1)), ops.repeat(x, 2, axis=1)], name='algebra')",
]


def main():
    with open(FILE, "w") as file:
        for code in MODELS:
            keras.backend.clear_session()
            scope = {}
            exec(PROLOGUE + code, scope)
            file.write(json.dumps({"p": code, "o": scope["model"].to_json()}, separators=(",", ":")) + "\n")
    print(len(MODELS), "models with", keras.__version__)


if __name__ == "__main__":
    main()
