"""Records what Keras prints for expressions, for Tests/RefereeTests: configs with their keys in order, values, classes of errors.

    python3 Scripts/referee/lines.py      # needs Keras 3.15 on TensorFlow; writes Tests/RefereeTests/Recorded/lines.jsonl

A case is an expression, or a program that binds `answer`; of an error the class is recorded.
"""

import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras import layers, ops  # noqa: E402

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Tests", "RefereeTests", "Recorded", "lines.jsonl")

# Layers whose configs are compared as text.
CONFIGS = [
    'layers.Conv1D(4,3)',
    'layers.Conv2D(4,3)',
    'layers.Conv3D(4,3)',
    'layers.Conv1DTranspose(4,3)',
    'layers.Conv2DTranspose(4,3)',
    'layers.Conv3DTranspose(4,3)',
    'layers.DepthwiseConv1D(3)',
    'layers.DepthwiseConv2D(3)',
    'layers.SeparableConv1D(4,3)',
    'layers.SeparableConv2D(4,3)',
    'layers.MaxPooling1D(2)',
    'layers.MaxPooling2D(2)',
    'layers.MaxPooling3D(2)',
    'layers.AveragePooling1D(2)',
    'layers.AveragePooling2D(2)',
    'layers.AveragePooling3D(2)',
    'layers.GlobalMaxPooling1D()',
    'layers.GlobalMaxPooling2D()',
    'layers.GlobalMaxPooling3D()',
    'layers.GlobalAveragePooling1D()',
    'layers.GlobalAveragePooling2D()',
    'layers.GlobalAveragePooling3D()',
    'layers.AdaptiveAveragePooling1D(2)',
    'layers.AdaptiveAveragePooling2D(2)',
    'layers.AdaptiveAveragePooling3D(2)',
    'layers.AdaptiveMaxPooling1D(2)',
    'layers.AdaptiveMaxPooling2D(2)',
    'layers.AdaptiveMaxPooling3D(2)',
    'layers.Dense(3)',
    'layers.Embedding(10, 3)',
    'layers.Flatten()',
    'layers.Reshape((2,3))',
    'layers.Permute((2,1))',
    'layers.RepeatVector(3)',
    'layers.ZeroPadding1D(1)',
    'layers.ZeroPadding2D(1)',
    'layers.ZeroPadding3D(1)',
    'layers.Cropping1D(1)',
    'layers.Cropping2D(1)',
    'layers.Cropping3D(1)',
    'layers.UpSampling1D(2)',
    'layers.UpSampling2D(2)',
    'layers.UpSampling3D(2)',
    'layers.BatchNormalization()',
    'layers.LayerNormalization()',
    'layers.GroupNormalization(2)',
    'layers.UnitNormalization()',
    'layers.RMSNormalization()',
    'layers.LayerNormalization(axis=-1)',
    'layers.LayerNormalization(axis=[-1])',
    'layers.LayerNormalization(axis=(1,2))',
    'layers.UnitNormalization(axis=[1,2])',
    'layers.RMSNormalization(axis=-2)',
    'layers.BatchNormalization(axis=1)',
    'layers.Dropout(0.5)',
    'layers.SpatialDropout1D(0.5)',
    'layers.SpatialDropout2D(0.5)',
    'layers.SpatialDropout3D(0.5)',
    'layers.GaussianNoise(0.5)',
    'layers.GaussianDropout(0.5)',
    'layers.AlphaDropout(0.5)',
    'layers.ReLU()',
    'layers.LeakyReLU()',
    'layers.ELU()',
    'layers.PReLU()',
    'layers.Softmax()',
    'layers.Activation("relu")',
    'layers.Add()',
    'layers.Subtract()',
    'layers.Multiply()',
    'layers.Average()',
    'layers.Maximum()',
    'layers.Minimum()',
    'layers.Concatenate()',
    'layers.Dot(1)',
    'layers.Rescaling(2.0)',
    'layers.Resizing(3, 4)',
    'layers.Identity()',
    'layers.Dropout(0.5, noise_shape=(None, 1, 3), seed=3)',
    'layers.PReLU(shared_axes=[1, 2])',
    'layers.Softmax(axis=[1,2])',
    'layers.Cropping2D(((1,2),(3,4)))',
    'layers.ZeroPadding2D((1,2))',
    'layers.UpSampling2D((2,3), interpolation="bilinear")',
    'layers.Resizing(3,4,crop_to_aspect_ratio=True)',
    'layers.Rescaling([1.,2.], offset=[1, 2])',
    'layers.Permute([2,1])',
    'layers.Reshape([2,-1])',
    'layers.Dot((1,2), normalize=True)',
    'layers.Embedding(5,2, mask_zero=True)',
    'layers.Input((3,))',
    'layers.InputLayer((3,))',
    'layers.Conv1D(4, 3, padding="causal")',
    'layers.Conv2D(4, [3, 2], strides=[1, 2], activation=None)',
    'layers.Conv2D(4, 3, trainable=False, dtype="float32")',
    'layers.Conv2DTranspose(4, 3, output_padding=1, strides=2)',
    'layers.GlobalAveragePooling2D(keepdims=True)',
    'layers.RepeatVector(2, name="abc")',
    'layers.Conv2D(4, 3, kernel_regularizer="l2", bias_constraint="non_neg", kernel_initializer=keras.initializers.HeNormal(seed=3))',
    'layers.Conv2D(4, 3, kernel_regularizer=keras.regularizers.L1L2(0.1, 0.2), activity_regularizer=keras.regularizers.L2(0.5))',
    'layers.Dense(3, activation=keras.activations.gelu)',
    'layers.Dense(3, kernel_initializer="zeros", bias_initializer=keras.initializers.Constant(2.))',
    'layers.Activation(keras.activations.relu)',
    'layers.Dense(3, kernel_initializer=keras.initializers.RandomNormal(stddev=0.01, seed=1))',
    'layers.Dense(3, kernel_initializer=keras.initializers.Orthogonal(seed=1))',
    'layers.Dense(3, kernel_initializer=keras.initializers.VarianceScaling(2.0, seed=1))',
    'layers.Dense(3, kernel_constraint=keras.constraints.MaxNorm(2, axis=0))',
    'layers.Dense(3, kernel_constraint=keras.constraints.MinMaxNorm())',
    'layers.Dense(3, kernel_constraint="unit_norm")',
    'layers.PReLU(shared_axes=(1, 2))',
    'layers.PReLU(shared_axes=1)',
    'layers.UnitNormalization((1, 2))',
    'layers.Softmax((1, 2))',
    'layers.RMSNormalization((1, 2))',
    'layers.Dot([1, 2])',
    'layers.MaxPooling2D(2, activity_regularizer="l2")',
    'layers.Flatten(activity_regularizer="l1")',
    'layers.LeakyReLU(alpha=0.4)',
    'layers.LeakyReLU(0.1, alpha=0.4)',
    'layers.LeakyReLU(alpha=0.4, negative_slope=0.2)',
    'layers.Resizing(3, 4, pad_to_aspect_ratio=True, fill_value=2)',
    'layers.Conv2D(4, 3, dtype=keras.DTypePolicy("float32"))',
    'layers.Dense(2, activity_regularizer=keras.regularizers.L1(0.1))',
]

# The keyword arguments of calls that are written in a model's config.
CALLS = [
    "layers.Conv2D(3, 3)(x, training=True)", "layers.Conv2D(3, 3)(x)", "layers.Dropout(0.5)(x)", "layers.Dropout(0.5)(x, training=True)",
    "layers.Dropout(0.5)(x, training=None)", "layers.BatchNormalization()(x)", "layers.BatchNormalization()(x, training=True)",
    "layers.BatchNormalization()(x, training=False)", "layers.Softmax()(x)", "layers.Lambda(lambda t: t * 2)(x)", "layers.Resizing(4, 4)(x)",
    "layers.Resizing(4, 4)(x, training=False)", "layers.SpatialDropout2D(0.5)(x)", "layers.GaussianNoise(0.5)(x)", "layers.AlphaDropout(0.5)(x)",
    "layers.Add()([x, x], training=True)", "layers.Add()([x, x])", "layers.Rescaling(2.0)(x)", "layers.GroupNormalization(1)(x)",
    "keras.Sequential([keras.Input((8, 8, 3)), layers.ReLU()])(x)", "keras.Sequential([keras.Input((8, 8, 3)), layers.ReLU()])(x, training=True)",
    "keras.Model(x, layers.ReLU()(x))(x)", "keras.Model(x, layers.ReLU()(x))(x, training=True)",
]

# Images brought to a size, cropped or padded first.
RESIZED = [
    f"layers.Resizing({size}, {options})(np.arange(96.0).reshape(1, {shape}, 1).astype('float32'))"
    for size, shape in [("4, 8", "8, 12"), ("3, 7", "12, 8"), ("6, 6", "6, 16"), ("5, 2", "16, 6")]
    for options in ["crop_to_aspect_ratio=True", "pad_to_aspect_ratio=True, fill_value=5", "crop_to_aspect_ratio=True, interpolation='nearest'"]
]

# Programs that bind `answer`.
PROGRAMS = [
    "i = keras.Input((8, 8, 1))\nb = layers.BatchNormalization()\nm = keras.Model(i, b(layers.Resizing(4, 4)(i)))\n"
    "m(np.ones((1, 8, 8, 1), 'float32'))\nanswer = [round(float(v), 4) for v in b.moving_mean.numpy()]",
    "x = keras.Input((4,))\nm = keras.Model(x, layers.Dropout(0.5, seed=1)(x, training=True))\nk = keras.Model.from_config(m.get_config())\n"
    "answer = sorted(set(np.array(k(np.ones((1, 100 // 25), 'float32'))).reshape(-1).tolist()))",
    "keras.config.set_dtype_policy('float32')\nanswer = keras.config.dtype_policy().name, repr(keras.config.dtype_policy()), "
    "layers.Dense(2).dtype_policy.compute_dtype, keras.mixed_precision.dtype_policy().name",
]


# Unusual arguments, merges, types, models: expressions behind SETTING.
EXPRESSIONS = [
    'layers.Conv2D(4, 3, padding="SAME")(x).shape',
    'layers.Conv2D(4, (3,3), strides=[2, 1])(x).shape',
    'layers.Conv2D(4, np.array([3, 2]))(x).shape',
    'layers.Conv2D(np.int64(4), 3)(x).shape',
    'layers.Dense(3.0)(v).shape',
    'layers.Dense(True)(v).shape',
    'layers.Dropout(1.5)',
    'layers.Dropout(-0.1)',
    'layers.Dropout("a")',
    'layers.Dropout(0.5, seed="a")',
    'layers.Dropout(0.5, noise_shape=3)',
    'layers.Flatten("channels_first")(x).shape',
    'layers.Flatten(data_format="foo")',
    'layers.Reshape((-1, 2))(v).shape',
    'layers.Reshape((-1, -1))(v).shape',
    'layers.Reshape((5, 1))(v).shape',
    'layers.Reshape(5)(v).shape',
    'layers.Permute((1, 3, 2))(x).shape',
    'layers.Permute((0, 1, 2))',
    'layers.Permute((1, 2))(x).shape',
    'layers.RepeatVector(0)(v).shape',
    'layers.RepeatVector(2.5)',
    'layers.RepeatVector(3)(x).shape',
    'layers.Embedding(10, 4)(Input((3,), dtype="int32")).shape',
    'layers.Embedding(-1, 4)',
    'layers.BatchNormalization(axis=5)(x).shape',
    'layers.BatchNormalization(axis=[1])(x).shape',
    'layers.BatchNormalization(momentum=2)(x).shape',
    'layers.GroupNormalization(2)(x).shape',
    'layers.GroupNormalization(-1)(x).shape',
    'layers.GroupNormalization(groups=4, axis=1)(x).shape',
    'layers.ZeroPadding2D(((1, 0), 2))(x).shape',
    'layers.Cropping2D(4)(x).shape',
    'layers.Cropping2D(5)(x).shape',
    'layers.MaxPooling2D((2, 1), strides=(1, 3), padding="same")(x).shape',
    'layers.MaxPooling2D(9)(x).shape',
    'layers.GlobalAveragePooling2D(keepdims=1)(x).shape',
    'layers.GlobalAveragePooling1D()(x).shape',
    'layers.Activation("relu6")(x).shape',
    'layers.Activation(max)(x).shape',
    'layers.ELU(alpha=-1)(v).shape',
    'layers.Conv2DTranspose(4, 3, strides=2, output_padding=2)(x).shape',
    'layers.Conv2DTranspose(4, 3, strides=2, output_padding=1, padding="same")(x).shape',
    'layers.Conv1D(4, 3, padding="causal", strides=2)(Input((9, 2))).shape',
    'layers.DepthwiseConv2D((3, 2), strides=2)(x).shape',
    'layers.Lambda(lambda t, k: t * k, arguments={"k": 3})(v).shape',
    'layers.Lambda(3)',
    'layers.InputLayer((3,), batch_size=2).batch_shape',
    'Input((3,), batch_shape=(2, 3)).shape',
    'Input(batch_shape=(2, None, 3)).shape',
    'layers.Add()([x, z]).shape',
    'layers.Add()([x]).shape',
    'layers.Add()(x).shape',
    'layers.Add()([x, v]).shape',
    'layers.Add()([Input((8, 1, 3)), x]).shape',
    'layers.Concatenate(axis=1)([x, z]).shape',
    'layers.Concatenate()([x, z]).shape',
    'layers.Concatenate()([x]).shape',
    'layers.Concatenate(axis=0)([x, x]).shape',
    'layers.Subtract()([x, x, x]).shape',
    'layers.Dot(1)([Input((3, 4)), Input((3, 5))]).shape',
    'layers.Dot((1, 2))([Input((3, 4)), Input((3, 5))]).shape',
    'layers.Dot(1)([v, v]).shape',
    'layers.Maximum()([x, Input((8, 8, 1))]).shape',
    'layers.Average()([x, 3]).shape',
    'layers.Multiply()([one, one * 2]).shape',
    'layers.add([x, x]).shape',
    'layers.concatenate([x, z], axis=-1).shape',
    '(x + z).shape',
    '(x + v).shape',
    '(x * np.ones(3)).shape',
    '(x @ z).shape',
    '(x[0]).shape',
    '(x[:, 9]).shape',
    '(x[..., None, 0]).shape',
    '(x[:, 1:3, ::2, -1:]).shape',
    'bool(x)',
    'len(x)',
    'float(x)',
    'x == x',
    'ops.cast(x, "int8").dtype',
    '(ops.cast(v, "int32") + 1).dtype',
    '(ops.cast(v, "int32") / 2).dtype',
    'ops.mean(ops.cast(v, "int32")).dtype',
    'ops.sum(ops.cast(v, "uint8")).dtype',
    '(v > 0).dtype',
    'ops.argmax(v).dtype',
    'ops.cast(v, "bool").dtype',
    'layers.Add()([ops.cast(v, "int32"), v]).dtype',
    'ops.concatenate([ops.cast(v, "int32"), ops.cast(v, "bool")]).dtype',
    'np.array(ops.cast([300, -1], "uint8")).tolist()',
    'np.array(ops.cast([1e10, -1e10], "int32")).tolist()',
    'np.array(ops.cast([0.0, 0.5], "bool")).tolist()',
    'ops.one_hot(ops.cast(v, "int32"), 4).dtype',
    'Input((2,), dtype="int64").dtype',
    'Input((2,), dtype="foo")',
    'layers.Embedding(4, 2)(v).dtype',
    'layers.Flatten()(Input((2, 2), dtype="int32")).dtype',
    'layers.Rescaling(2)(Input((2, 2), dtype="int32")).dtype',
    'ops.round(v).dtype',
    'ops.sqrt(ops.cast(v, "int32")).dtype',
    'ops.abs(ops.cast(v, "int32")).dtype',
    'ops.maximum(ops.cast(v, "int32"), 1.5).dtype',
    '(ops.cast(v, "int32") * 2.5).dtype',
    'Model(v, layers.Dense(1)(x)).count_params()',
    'Model(v, [v, v]).output_shape',
    'Model([v, x], [layers.Dense(1)(v), x]).output_shape',
    'Model(v, layers.Dense(1)(v)).predict(np.ones((2, 4)), verbose=0)',
    'Model(v, layers.Dense(1)(v)).get_layer("foo")',
    'Model(v, layers.Dense(1)(v)).layers[5]',
    'Sequential([Input((3,)), layers.Dense(2), layers.Dense(2)]).layers[1].output.shape',
    'Sequential([layers.Dense(2)]).summary(print_fn=lambda t: None)',
    'Sequential([Input((3,)), layers.Dense(2)]).input_shape',
    'Sequential(layers.Dense(2))',
    'Sequential([Input((3,)), layers.Dense(2)]).add(layers.Dense(2))',
    'Sequential([Input((3,)), Sequential([layers.Dense(2)])]).output_shape',
]
SETTING = ("from keras import Input, Model, Sequential\nx, z, v = Input((8, 8, 3)), Input((8, 8, 4)), Input((5,))\n"
           "one = np.ones((1, 8, 8, 3), 'float32')\nanswer = ")


def programs():
    for constructor in CONFIGS:
        yield f"{constructor}.get_config()"
    for call in CALLS:
        yield f"x = keras.Input((8, 8, 3))\nm = keras.Model(x, {call})\nanswer = m.get_config()['layers'][-1]['inbound_nodes'][0]['kwargs']"
    for expression in RESIZED:
        yield f"np.round(np.array({expression}).reshape(-1), 3).tolist()"
    yield from PROGRAMS
    yield from (SETTING + expression for expression in EXPRESSIONS)


def answer(program):
    keras.backend.clear_session()
    scope = {"keras": keras, "layers": layers, "ops": ops, "np": np}
    try:
        if "answer = " not in program:
            return str(eval(program, scope))
        exec(program, scope)
        return str(scope["answer"])
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    with open(FILE, "w") as file:
        for program in programs():
            file.write(json.dumps({"c": program, "o": answer(program)}, separators=(",", ":")) + "\n")
    print(sum(1 for _ in programs()), "lines with", keras.__version__)
