"""Records the random numbers of Keras on TensorFlow, for Tests/RefereeTests: weights, random functions, noise in training.

    ~/keras/bin/python Scripts/referee/randomness.py            # writes Tests/RefereeTests/Recorded/randomness.jsonl

Each case is a program that hands arrays to `exact` (equal to the last bit), `close` (within 2e-6) or `near` (what layers compute from
them, within 1e-5 of the largest value). SEED and COUNT draw other cases, an argument names another file. See layers.py for the environment.
"""

import json
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PROLOGUE = open(os.path.join(HERE, "cases", "randomness.py")).read()
FILE = os.path.join(HERE, "..", "..", "Tests", "RefereeTests", "Recorded", "randomness.jsonl")
SEED = int(os.environ.get("SEED", 17))
COUNT = int(os.environ.get("COUNT", 40))  # models drawn of each kind

UNIFORM = ["GlorotUniform()", "HeUniform()", "LecunUniform()", "RandomUniform()", "RandomUniform(-2.0, 3.0)",
           "VarianceScaling(distribution='uniform')", "VarianceScaling(3.0, 'fan_out', 'uniform')",
           "GlorotUniform(input_axes=[0], output_axes=[1])"]
NORMAL = ["GlorotNormal()", "HeNormal()", "LecunNormal()", "RandomNormal()", "RandomNormal(mean=1.0, stddev=0.5)",
          "TruncatedNormal()", "TruncatedNormal(mean=-1.0, stddev=0.5)", "VarianceScaling()",
          "VarianceScaling(0.5, 'fan_avg', 'untruncated_normal')", "VarianceScaling(2.0, 'fan_out', 'normal')",
          "Orthogonal()", "Orthogonal(gain=0.5)"]
FIXED = ["Zeros()", "Ones()", "Constant(0.25)", "Constant([[0.5, -1.0, 2.0]])", "Identity()", "Identity(gain=2.0)"]
NAMES = {"glorot_uniform": "exact", "he_uniform": "exact", "lecun_uniform": "exact", "random_uniform": "exact",
         "uniform": "exact", "GlorotUniform": "exact", "zero": "exact", "one": "exact", "glorot_normal": "close",
         "he_normal": "close", "lecun_normal": "close", "random_normal": "close", "normal": "close",
         "truncated_normal": "close", "variance_scaling": "close", "VarianceScaling": "close", "orthogonal": "close"}

# Layers with weights: a constructor and the shape it is built for.
LAYERS = [
    ("Dense(5)", (None, 7)), ("Dense(3, use_bias=False)", (None, 2, 4)), ("Conv1D(4, 3)", (None, 9, 2)),
    ("Conv2D(4, 3)", (None, 8, 8, 2)), ("Conv2D(6, (1, 3), groups=2)", (None, 8, 8, 4)), ("Conv3D(3, 2)", (None, 5, 5, 5, 2)),
    ("Conv1DTranspose(3, 3)", (None, 7, 2)), ("Conv2DTranspose(3, 2, strides=2)", (None, 6, 6, 4)),
    ("Conv3DTranspose(2, 2)", (None, 4, 4, 4, 3)), ("DepthwiseConv1D(3)", (None, 8, 4)),
    ("DepthwiseConv2D(3, depth_multiplier=2)", (None, 8, 8, 3)), ("SeparableConv1D(5, 3)", (None, 9, 3)),
    ("SeparableConv2D(4, 3, depth_multiplier=2)", (None, 9, 9, 3)), ("Embedding(11, 4)", (None, 3)),
    ("PReLU(alpha_initializer='random_uniform')", (None, 4, 3)),
    ("BatchNormalization(gamma_initializer='random_uniform', beta_initializer='uniform')", (None, 5)),
    ("LayerNormalization(gamma_initializer='random_uniform')", (None, 5)),
    ("GroupNormalization(2, beta_initializer='random_uniform')", (None, 4, 6)),
    ("Conv2D(3, 3, bias_initializer='random_uniform')", (None, 6, 6, 1)),
    ("SeparableConv2D(3, 3, depthwise_initializer='he_uniform', pointwise_initializer='lecun_uniform')", (None, 6, 6, 2)),
]

# Layers with an effect in training: a constructor, the shape of the data, and how closely the numbers agree.
NOISES = [
    ("Dropout(0.5)", (3, 8), "exact"), ("Dropout(0.3)", (2, 5, 4), "exact"), ("Dropout(0.3, seed=5)", (4, 7), "exact"),
    ("Dropout(0.4, noise_shape=(None, 1, 6))", (3, 5, 6), "exact"), ("Dropout(0.4, noise_shape=(4, 1))", (4, 9), "exact"),
    ("Dropout(0.0)", (3, 4), "exact"), ("Dropout(1.0)", (3, 4), "exact"), ("SpatialDropout1D(0.4)", (3, 5, 8), "exact"),
    ("SpatialDropout2D(0.4)", (2, 3, 4, 7), "exact"), ("SpatialDropout3D(0.3, seed=9)", (2, 2, 3, 2, 6), "exact"),
    ("AlphaDropout(0.3)", (3, 8), "close"), ("AlphaDropout(0.2, noise_shape=(3, 1))", (3, 8), "close"),
    ("GaussianDropout(0.3)", (4, 6), "close"), ("GaussianNoise(0.5)", (4, 6), "close"),
    ("GaussianNoise(0.1, seed=3)", (2, 3, 5), "close"), ("GaussianNoise(0.0)", (2, 3), "exact"),
]

NORMALIZATIONS = [
    ("BatchNormalization()", (6, 4)), ("BatchNormalization(momentum=0.5)", (3, 5, 5, 2)),
    ("BatchNormalization(axis=1, momentum=0.9, epsilon=0.01)", (4, 3, 5)),
    ("BatchNormalization(scale=False)", (5, 3, 2)), ("BatchNormalization(center=False, momentum=0.0)", (5, 3)),
    ("BatchNormalization(gamma_initializer='random_uniform', momentum=0.8)", (7, 3)),
]


def initializers(rng):
    shapes = [(3, 4), (3, 3, 2, 5), (7,), (2, 3, 4), (1, 1), (40, 50)]
    for kind, constructors in (("exact", UNIFORM), ("close", NORMAL), ("exact", FIXED)):
        for constructor in constructors:
            shape = rng.choice(shapes)
            if "axes" in constructor or "rthogonal" in constructor:
                shape = rng.choice([(3, 4), (6, 4), (3, 3, 2, 5)])
            if "Identity" in constructor or "[[" in constructor:
                shape = rng.choice([(3, 3), (5, 3)])
            seed = rng.randint(0, 2**31)
            yield f"initializer {constructor}", f"{kind}(initializers.{constructor}({shape}))", seed
            if kind == "exact" and "Uniform" not in constructor and "uniform" not in constructor:
                continue
            given = constructor[:-1] + (", " if constructor[-2] != "(" else "") + f"seed={rng.randint(-5, 10**9)})"
            yield f"initializer {given}", f"i = initializers.{given}\n{kind}(i({shape}), i({shape}))", seed
    for name, kind in NAMES.items():
        yield f"initializer '{name}'", (f"d = layers.Dense(6, kernel_initializer='{name}')\nd.build((None, 5))\n"
                                        f"{kind}(d.kernel)"), rng.randint(0, 10**6)



def single_layers(rng):
    for constructor, shape in LAYERS:
        for seed in (0, rng.randint(1, 2**31)):
            yield (f"layer {constructor}",
                   f"l = layers.{constructor}\nl.build({shape})\nfor w in l.weights: exact(w)", seed)
    for constructor, shape in LAYERS[:13]:
        bracket = constructor[:-1]
        name = "depthwise_initializer" if "Depthwise" in constructor or "Separable" in constructor else "kernel_initializer"
        yield (f"layer {constructor} he_normal",
               f"l = layers.{bracket}, {name}='he_normal')\nl.build({shape})\nfor w in l.weights: close(w)", rng.randint(0, 99))


SHARED = [
    ("instance in two layers", "i = initializers.GlorotUniform()\na, b = layers.Dense(3, kernel_initializer=i), layers.Dense(3, kernel_initializer=i)\n"
     "a.build((None, 4)); b.build((None, 4))\nexact(a.kernel, b.kernel)"),
    ("instance in layers of two shapes", "i = initializers.HeNormal()\na, b = layers.Dense(3, kernel_initializer=i), layers.Dense(5, kernel_initializer=i)\n"
     "a.build((None, 4)); b.build((None, 2))\nclose(a.kernel, b.kernel)"),
    ("class as initializer", "a = layers.Dense(3, kernel_initializer=initializers.HeUniform)\na.build((None, 4))\nexact(a.kernel)"),
    ("config dict", "a = layers.Dense(3, kernel_initializer={'class_name': 'HeUniform', 'config': {'seed': 8}})\na.build((None, 4))\nexact(a.kernel)"),
    ("initializers.get", "i = initializers.get('glorot_uniform')\nj = initializers.get(i)\nexact(i((2, 3)), j((2, 3)), np.array(i.seed))"),
    ("seeds of instances", "a, b = initializers.RandomNormal(), initializers.RandomNormal(seed=4)\nexact(np.array([a.seed, b.seed]))"),
    ("seed generator in an initializer", "i = initializers.RandomUniform(seed=keras.random.SeedGenerator(5))\nexact(i((3,)), i((3,)))"),
    ("seed generator in two layers", "g = keras.random.SeedGenerator(5)\nl = [layers.Dense(3, kernel_initializer=initializers.RandomUniform(seed=g)) for _ in range(2)]\n"
     "l[1].build((None, 2)); l[0].build((None, 2))\nexact(l[0].kernel, l[1].kernel, g.state)"),
    ("array as initializer", "l = layers.Dense(2, kernel_initializer=np.array([[1.0, 2.0], [3.0, 4.0]]))\nl.build((None, 2))\nexact(l.kernel)"),
    ("function with numpy's numbers", "l = layers.Dense(2, kernel_initializer=lambda shape, dtype=None: np.random.uniform(size=shape))\n"
     "l.build((None, 2))\nexact(l.kernel, np.random.uniform(size=2))"),
    ("build order does not matter", "a, b = layers.Dense(3), layers.Dense(3)\nb.build((None, 2)); a.build((None, 2))\nexact(a.kernel, b.kernel)"),
    ("python's generator is shared", "x = random.random()\na = layers.Dense(2)\ny = random.random()\na.build((None, 2))\nexact(a.kernel, np.array([x, y, random.randint(1, 100)]))"),
    ("python's seed", "random.seed(5)\na = layers.Dense(2)\na.build((None, 2))\nexact(a.kernel)"),
    ("numpy's numbers", "exact(np.random.rand(3), np.random.randint(0, 10, 4))"),
    ("activation layers draw nothing", "r = layers.ReLU(); s = layers.BatchNormalization(); t = layers.PReLU()\na = layers.Dense(2)\na.build((None, 2))\nexact(a.kernel)"),
    ("dropout draws one seed", "r = layers.Dropout(0.5); s = layers.Dropout(0.0)\na = layers.Dense(2)\na.build((None, 2))\nexact(a.kernel)"),
    ("noise draws one seed", "r = layers.GaussianNoise(0.5); s = layers.SpatialDropout2D(0.2); t = layers.GaussianDropout(0.1, seed=3)\n"
     "a = layers.Dense(2)\na.build((None, 2))\nexact(a.kernel)"),
    ("from_config draws anew", "a = layers.Conv2D(2, 3)\nb = layers.Conv2D.from_config(a.get_config())\na.build((None, 5, 5, 1)); b.build((None, 5, 5, 1))\nexact(a.kernel, b.kernel)"),
    ("from_config keeps a given seed", "a = layers.Dense(2, kernel_initializer=initializers.GlorotUniform(seed=3))\nb = layers.Dense.from_config(a.get_config())\n"
     "a.build((None, 5)); b.build((None, 5))\nexact(a.kernel, b.kernel)"),
    ("clear_session keeps the seed", "a = layers.Dense(2)\nkeras.backend.clear_session()\nb = layers.Dense(2)\na.build((None, 2)); b.build((None, 2))\nexact(a.kernel, b.kernel)"),
]

FUNCTIONS = [
    ("random.normal", "close(keras.random.normal((3, 5)), keras.random.normal((7,), mean=2.0, stddev=0.5))"),
    ("random.uniform", "exact(keras.random.uniform((3, 5)), keras.random.uniform((7,), -1.0, 4.0))"),
    ("random.truncated_normal", "close(keras.random.truncated_normal((6, 5)), keras.random.truncated_normal((7,), 1.0, 0.1))"),
    ("random.randint", "exact(keras.random.randint((9,), 0, 10), keras.random.randint((2, 3), -7, 1000000, seed=3))"),
    ("random.dropout", "exact(keras.random.dropout(np.ones((5, 6), 'float32'), 0.4), keras.random.dropout(np.ones((4, 3), 'float32'), 0.5, noise_shape=(4, 1), seed=2))"),
    ("random.shuffle", "exact(keras.random.shuffle(np.arange(12)), keras.random.shuffle(np.arange(12.0).reshape(3, 4), axis=1, seed=5))"),
    ("seeds of functions", "exact(*[keras.random.uniform((2,), seed=s) for s in (0, 1, -1, 2147483646, 2147483647, 10**12)])"),
    ("seed generator", "g = keras.random.SeedGenerator(12)\nexact(keras.random.uniform((3,), seed=g), keras.random.uniform((3,), seed=g), g.next(), g.state)"),
    ("seed generator without a seed", "g = keras.random.SeedGenerator()\nexact(np.array(g.state), keras.random.uniform((3,), seed=g))"),
    ("global generator draws a seed", "a = keras.random.uniform((2,))\nl = layers.Dense(2)\nl.build((None, 2))\nexact(a, l.kernel, keras.random.uniform((2,)))"),
]


# TensorFlow's own random operations.
OPERATIONS = [
    ("tf.random.uniform", "exact(tf.random.uniform((5,)), tf.random.uniform((3, 2), -1.0, 4.0), tf.random.uniform((3,)))"),
    ("tf.random.normal", "close(tf.random.normal((3, 5)), tf.random.normal((7,), 2.0, 0.5))"),
    ("tf.random.truncated_normal", "close(tf.random.truncated_normal((300,)), tf.random.truncated_normal((7,), 1.0, 0.5))"),
    ("tf.random.uniform of integers", "exact(tf.random.uniform((9,), 0, 10, dtype=tf.int32), tf.random.uniform((9,), -7, 1000, dtype=tf.int64))"),
    ("tf.random.shuffle", "exact(tf.random.shuffle(np.arange(11)), tf.random.shuffle(np.arange(12.0).reshape(6, 2)))"),
    ("seeds of operations", "exact(*[tf.random.uniform((n,), seed=3) for n in (5, 7, 2)], *[tf.random.uniform((2,), seed=s) for s in (0, -1, 2**31, 2**40)])"),
    ("seeds of normal operations", "close(*[tf.random.normal((n,), seed=3) for n in (5, 7, 2)], *[tf.random.truncated_normal((n,), seed=3) for n in (5, 7, 2)])"),
    ("seeds of shuffles", "exact(*[tf.random.shuffle(np.arange(n), seed=3) for n in (5, 7, 9)])"),
    ("tf.random.set_seed", "tf.random.set_seed(5)\na = tf.random.uniform((3,))\ntf.random.set_seed(5)\nexact(a, tf.random.uniform((3,)), tf.random.uniform((3,), seed=1))"),
    ("tf.random.set_seed(0)", "tf.random.set_seed(0)\nexact(tf.random.uniform((3,), seed=0), tf.random.uniform((3,)))"),
    ("stateless operations", "exact(tf.random.stateless_uniform((3,), (1, 2)))\nclose(tf.random.stateless_normal((3,), (1, 2), 2.0), tf.random.stateless_truncated_normal((3,), seed=(1, 2)))"),
    ("tf.nn.dropout", "exact(tf.nn.dropout(np.ones((4, 5), 'float32'), 0.5), tf.nn.dropout(np.ones(6, 'float32'), 0), tf.nn.dropout(np.ones((2, 3), 'float32'), 0.5, noise_shape=[2, 1], seed=3), tf.nn.dropout(np.ones(7, 'float32'), 0.2))"),
    ("tf.nn.dropout in a Lambda", "m = keras.Sequential([keras.Input((6,)), layers.Lambda(lambda x: tf.nn.dropout(x, 0.5))])\nexact(m(np.ones((2, 6), 'float32')), m(np.ones((1, 6), 'float32')))"),
]


def operations(rng):
    for name, program in OPERATIONS:
        yield name, "import tensorflow as tf\n" + program, rng.randint(0, 2**32 - 1)


def functions(rng):
    for group in (SHARED, FUNCTIONS):
        for name, program in group:
            for seed in (rng.randint(0, 1000), rng.randint(0, 2**32 - 1)):
                yield name, program, seed


def chain(rng, noisy=False):
    """Layers of a Sequential for images, in random order."""
    init = rng.choice(["", ", kernel_initializer='he_uniform'", ", kernel_initializer='random_uniform'"])
    parts, size = [], 12
    for _ in range(rng.randint(2, 5)):
        choice = rng.choice(["Conv2D", "DepthwiseConv2D", "SeparableConv2D", "BatchNormalization", "ReLU", "Dropout",
                             "MaxPooling2D", "GaussianNoise", "SpatialDropout2D", "Conv2DTranspose"])
        if choice in ("Conv2D", "Conv2DTranspose"):
            parts.append(f"layers.{choice}({rng.randint(1, 5)}, {rng.randint(1, 3)}, padding='same'{init})")
        elif choice == "DepthwiseConv2D":
            parts.append(f"layers.DepthwiseConv2D(3, padding='same', depth_multiplier={rng.randint(1, 2)})")
        elif choice == "SeparableConv2D":
            parts.append(f"layers.SeparableConv2D({rng.randint(1, 4)}, 3, padding='same')")
        elif choice == "MaxPooling2D" and size >= 6:
            parts.append("layers.MaxPooling2D()")
            size //= 2
        elif choice in ("Dropout", "SpatialDropout2D"):
            parts.append(f"layers.{choice}({rng.choice([0.1, 0.25, 0.5])})")
        elif choice == "GaussianNoise":
            parts.append("layers.GaussianNoise(0.1)")
        elif choice == "BatchNormalization":
            parts.append(f"layers.BatchNormalization(momentum={rng.choice([0.5, 0.9, 0.99])})")
        else:
            parts.append("layers.ReLU()")
    if rng.random() < 0.6:
        parts += ["layers.Flatten()", f"layers.Dense({rng.randint(1, 6)})"]
    return parts


def models(rng):
    for number in range(COUNT):
        parts = chain(rng)
        kind = rng.choice(["sequential", "add", "functional", "clone", "shared"])
        if kind == "add":
            program = "m = keras.Sequential()\nm.add(keras.Input((12, 12, 2)))\n" + "\n".join(f"m.add({p})" for p in parts)
        elif kind in ("functional", "shared"):
            program = "x = keras.Input((12, 12, 2))\ny = x\n" + "\n".join(f"y = {p}(y)" for p in parts)
            if kind == "shared":
                program = ("x = keras.Input((12, 12, 2))\nc = layers.Conv2D(2, 3, padding='same')\n"
                           "y = layers.Add()([c(x), c(layers.ReLU()(c(x)))])\n" + "\n".join(f"y = {p}(y)" for p in parts))
            program += "\nm = keras.Model(x, y)"
        else:
            program = f"m = keras.Sequential([keras.Input((12, 12, 2)), {', '.join(parts)}])"
        if kind == "clone":
            program += "\nk = keras.models.clone_model(m)\nfor w in k.weights: exact(w)"
        yield f"model {number} {kind}", program + "\nfor w in m.weights: exact(w)", rng.randint(0, 2**32 - 1)


def branches(rng):
    """Clones of networks with branches, whose layers Keras makes anew in the order of its graph."""
    for number in range(COUNT // 4):
        program = ["x = keras.Input((8, 8, 2))", "t = [x]"]
        for _ in range(rng.randint(2, 5)):
            a, b = rng.randint(-3, -1), rng.randint(-3, -1)
            if rng.random() < 0.4:
                program.append(f"t.append(layers.Concatenate()([t[max({a}, -len(t))], t[max({b}, -len(t))]]))")
            else:
                program.append(f"t.append(layers.Conv2D({rng.randint(1, 3)}, 3, padding='same')(t[max({a}, -len(t))]))")
        program += ["m = keras.Model(x, [t[-1], layers.Dense(2)(t[max(-3, -len(t))])])", "k = keras.models.clone_model(m)",
                    "for w in m.weights + k.weights: exact(w)"]
        yield f"branches {number}", "\n".join(program), rng.randint(0, 10**9)


def noise(rng):
    for constructor, shape, kind in NOISES:
        for seed in (rng.randint(0, 100), rng.randint(0, 2**31)):
            yield (f"training {constructor}",
                   f"l = layers.{constructor}\nx = filled({shape})\n{kind}(l(x, training=True), l(x), l(x, training=True), l(x, training=False))",
                   seed)
    for constructor, shape in NORMALIZATIONS:
        for mode in ("", "\nl.trainable = False\nnear(l(x, training=True))\nfor w in l.weights: near(w)"):
            yield (f"training {constructor}{' frozen' if mode else ''}",
                   f"l = layers.{constructor}\nx = filled({shape})\nnear(l(x), l(x, training=True), l(2 * x, training=True), l(x))\n"
                   f"for w in l.weights: near(w)" + mode, rng.randint(0, 2**31))
    for number in range(COUNT):
        parts = chain(rng)
        kind = rng.choice(["sequential", "functional", "nested", "always", "frozen"])
        program = f"m = keras.Sequential([keras.Input((12, 12, 2)), {', '.join(parts)}])"
        if kind == "functional":
            program = "x = keras.Input((12, 12, 2))\ny = x\n" + "\n".join(f"y = {p}(y)" for p in parts) + "\nm = keras.Model(x, y)"
        if kind == "nested":
            program += "\nx = keras.Input((12, 12, 2))\nm = keras.Model(x, layers.Dropout(0.2)(m(layers.GaussianNoise(0.2)(x))))"
        if kind == "always":
            program += ("\nx = keras.Input((12, 12, 2))\nd = layers.Dropout(0.3)\n"
                        "m = keras.Model(x, layers.Add()([m(d(x, training=True)), m(d(x, training=False), training=True)]))")
        if kind == "frozen":
            program += "\nm.trainable = False"
        program += ("\nd = filled((2, 12, 12, 2))\nnear(m(d, training=True), m.predict(d, verbose=0), m(d, training=True), m(d))"
                    "\nfor w in m.weights: near(w)")
        yield f"training model {number} {kind}", program, rng.randint(0, 2**32 - 1)


def main():
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    rng = random.Random(SEED)
    groups = [initializers, single_layers, functions, models, branches, noise, operations]
    names = {}
    exec(PROLOGUE, names)
    with open(sys.argv[1] if len(sys.argv) > 1 else FILE, "w") as file:
        for group in groups:
            for name, program, seed in group(rng):
                names["kept"].clear()
                program = f"keras.utils.set_random_seed({seed})\n{program}"
                exec(program, dict(names))
                file.write(json.dumps({"n": name, "c": program, "v": names["kept"]}) + "\n")


main()
