"""Records what real Keras answers over the whole catalogue, for Tests/RefereeTests.

    python3 -m venv ~/keras && ~/keras/bin/pip install keras==3.15.1 tensorflow-cpu==2.21.0 torch
    ~/keras/bin/python Scripts/referee/layers.py            # writes Tests/RefereeTests/Recorded/*.jsonl

Cases are drawn at random from a seed: a constructor as it is typed, and the shapes of its inputs. What Keras computes becomes a value case,
what it refuses a refusal case. TensorFlow computes channels_last, torch channels_first. See Tests/RefereeTests/FORMAT.md.
"""

import json
import os
import random
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "..", "..", "Tests", "RefereeTests", "Recorded")
SEED = 20
DRAWS = 58  # constructors drawn for each family and backend


def fill(shape, salt):
    """Numbers between -1.4 and 1.4 that both sides can make: ((7919 i + 104729 salt) mod 1009 - 504) / 360."""
    import numpy as np

    count = int(np.prod(shape)) if len(shape) else 1
    i = np.arange(count, dtype=np.int64)
    return (((i * 7919 + salt * 104729) % 1009 - 504) / 360.0).astype(np.float32).reshape(shape)


class Draw:
    """Random arguments for one backend's data format."""

    def __init__(self, rng, first):
        self.rng, self.first = rng, first

    def pick(self, *options):
        return self.rng.choice(options)

    def sizes(self, rank, low, high):
        if self.rng.random() < 0.45:
            return self.rng.randint(low, high)
        values = tuple(self.rng.randint(low, high) for _ in range(rank))
        return values if rank > 1 else values[0]

    def shape(self, rank, channels=None, low=None):
        low = low or {1: 5, 2: 5, 3: 4}[rank]
        high = {1: 14, 2: 10, 3: 6}[rank]
        spatial = [self.rng.randint(low, high) for _ in range(rank)]
        channels = channels or self.rng.randint(1, 5)
        batch = self.rng.randint(1, 2)
        return [batch, channels] + spatial if self.first else [batch] + spatial + [channels]

    def call(self, name, *positional, **keywords):
        """The text of a constructor; some keywords stay at their defaults."""
        parts = [repr(p) for p in positional]
        parts += [f"{k}={v!r}" for k, v in keywords.items() if v is not None]
        return f"{name}({', '.join(parts)})"

    def some(self, probability, value):
        return value if self.rng.random() < probability else None

    def format(self):
        return "channels_first" if self.first else self.some(0.3, "channels_last")


ACTIVATIONS = ["relu", "relu6", "leaky_relu", "elu", "selu", "celu", "gelu", "silu", "swish", "softplus", "softsign", "sigmoid",
               "hard_sigmoid", "hard_silu", "hard_swish", "tanh", "tanh_shrink", "hard_tanh", "hard_shrink", "soft_shrink", "squareplus",
               "sparse_plus", "sparse_sigmoid", "log_sigmoid", "exponential", "mish", "threshold", "softmax", "log_softmax", "sparsemax",
               "linear"]


def convolution(rank):
    def draw(d):
        groups = d.pick(1, 1, 1, 2, 3)
        channels = groups * d.rng.randint(1, 3) + d.pick(0, 0, 0, 1)
        filters = groups * d.rng.randint(1, 4) + d.pick(0, 0, 0, 0, 1)
        paddings = ["valid", "same"] + (["causal"] if rank == 1 and not d.first else [])
        text = d.call(f"Conv{rank}D", filters, d.sizes(rank, 1, 4), strides=d.some(0.4, d.sizes(rank, 1, 3)),
                      padding=d.some(0.6, d.pick(*paddings)), data_format=d.format(),
                      dilation_rate=d.some(0.3, d.sizes(rank, 1, 3)), groups=groups if groups > 1 else None,
                      activation=d.some(0.4, d.pick(*[a for a in ACTIVATIONS[:27] if a != "threshold"])), use_bias=d.some(0.2, False),
                      kernel_initializer=d.some(0.1, "he_normal"), kernel_regularizer=d.some(0.1, "l2"))
        return text, [d.shape(rank, channels)]
    return draw


def transposed(rank):
    def draw(d):
        strides = d.sizes(rank, 1, 3)
        text = d.call(f"Conv{rank}DTranspose", d.rng.randint(1, 4), d.sizes(rank, 1, 4), strides=strides,
                      padding=d.some(0.6, d.pick("valid", "same")), output_padding=d.some(0.35, d.sizes(rank, 0, 2)),
                      data_format=d.format(), dilation_rate=d.some(0.12, d.sizes(rank, 1, 2)),
                      activation=d.some(0.3, d.pick("relu", "tanh")), use_bias=d.some(0.2, False))
        return text, [d.shape(rank, d.rng.randint(1, 3), low=3)]
    return draw


def depthwise(rank):
    def draw(d):
        stride = d.rng.randint(1, 3)
        text = d.call(f"DepthwiseConv{rank}D", d.sizes(rank, 1, 4), strides=d.some(0.4, stride),
                      padding=d.some(0.6, d.pick("valid", "same")), depth_multiplier=d.some(0.4, d.rng.randint(1, 3)),
                      data_format=d.format(), dilation_rate=d.some(0.2, d.rng.randint(1, 3)),
                      activation=d.some(0.3, d.pick("relu", "sigmoid")), use_bias=d.some(0.2, False))
        return text, [d.shape(rank)]
    return draw


def separable(rank):
    def draw(d):
        text = d.call(f"SeparableConv{rank}D", d.rng.randint(1, 5), d.sizes(rank, 1, 4), strides=d.some(0.4, d.rng.randint(1, 3)),
                      padding=d.some(0.6, d.pick("valid", "same")), data_format=d.format(),
                      dilation_rate=d.some(0.2, d.rng.randint(1, 3)), depth_multiplier=d.some(0.4, d.rng.randint(1, 3)),
                      activation=d.some(0.3, "relu"), use_bias=d.some(0.2, False))
        return text, [d.shape(rank)]
    return draw


def pooling(kind, rank):
    def draw(d):
        text = d.call(f"{kind}Pooling{rank}D", d.sizes(rank, 1, 4), strides=d.some(0.5, d.sizes(rank, 1, 3)),
                      padding=d.some(0.6, "valid" if kind == "Average" and d.first else d.pick("valid", "same")),
                      data_format=d.format())
        return text, [d.shape(rank)]  # torch's average counts the padding, TensorFlow's does not
    return draw


def global_pooling(kind, rank):
    def draw(d):
        return d.call(f"Global{kind}Pooling{rank}D", data_format=d.format(), keepdims=d.some(0.5, True)), [d.shape(rank)]
    return draw


def adaptive_pooling(kind, rank):
    def draw(d):
        return d.call(f"Adaptive{kind}Pooling{rank}D", d.sizes(rank, 1, 4), data_format=d.format()), [d.shape(rank)]
    return draw


def bordering(kind, word, rank):
    def draw(d):
        pairs = tuple((d.rng.randint(0, 2), d.rng.randint(0, 2)) for _ in range(rank))
        amounts = d.pick(d.rng.randint(0, 2), tuple(d.rng.randint(0, 2) for _ in range(rank)) if rank > 1 else pairs[0],
                         pairs if rank > 1 else pairs[0])
        keywords = {word: amounts}
        if rank > 1:
            keywords["data_format"] = d.format()
        return d.call(f"{kind}{rank}D", **keywords), [d.shape(rank)]
    return draw


def upsampling(rank):
    def draw(d):
        keywords = {"size": d.sizes(rank, 1, 3)}
        if rank > 1:
            keywords["data_format"] = d.format()
        if rank == 2 and not d.first:
            keywords["interpolation"] = d.some(0.7, d.pick("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5"))
        return d.call(f"UpSampling{rank}D", **keywords), [d.shape(rank)]
    return draw


def any_shape(d, low=2, high=4):
    return [d.rng.randint(1, 2)] + [d.rng.randint(2, 5) for _ in range(d.rng.randint(low, high) - 1)]


def dense(d):
    return d.call("Dense", d.rng.randint(1, 7), activation=d.some(0.6, d.pick(*ACTIVATIONS)), use_bias=d.some(0.2, False),
                  kernel_constraint=d.some(0.1, "max_norm"), activity_regularizer=d.some(0.1, "l1")), [any_shape(d)]


def shaping(d):
    shape = any_shape(d)
    count = 1
    for size in shape[1:]:
        count *= size
    divisors = [n for n in range(1, count + 1) if count % n == 0]
    first = d.rng.choice(divisors)
    options = [d.call("Flatten"), d.call("Reshape", d.pick((first, -1), (-1,), (first, count // first), (count, 1), (count + 1,))),
               d.call("Permute", tuple(d.rng.sample(range(1, len(shape)), len(shape) - 1))), d.call("Identity"),
               d.call("RepeatVector", d.rng.randint(1, 4)), d.call("Flatten", data_format=d.format()),
               d.call("Rescaling", d.pick(2, 0.5, 1 / 255), offset=d.some(0.5, d.pick(1, -0.5)))]
    return d.rng.choice(options), [shape]


def activation(d):
    options = [d.call("Activation", d.rng.choice(ACTIVATIONS)), d.call("ReLU", max_value=d.some(0.5, d.pick(1.0, 6, 0.3)),
               negative_slope=d.some(0.5, d.pick(0.1, 0.25)), threshold=d.some(0.4, d.pick(0.5, 0.1))),
               d.call("LeakyReLU", negative_slope=d.some(0.6, 0.1)), d.call("ELU", alpha=d.some(0.6, 0.5)),
               d.call("PReLU", shared_axes=d.some(0.4, [1])), d.call("Softmax", axis=d.some(0.5, d.pick(1, -1, [1, -1])))]
    return d.rng.choice(options), [any_shape(d)]


def normalization(d):
    shape = any_shape(d, 3, 4)
    channels = shape[-1]
    groups = [n for n in range(1, channels + 1) if channels % n == 0] + [-1, 7]
    options = [d.call("BatchNormalization", axis=d.some(0.4, d.pick(1, -1, 2)), epsilon=d.some(0.4, 0.01), center=d.some(0.3, False),
                      scale=d.some(0.3, False)),
               d.call("LayerNormalization", axis=d.some(0.4, d.pick(1, -1, [1, 2])), epsilon=d.some(0.4, 0.01),
                      center=d.some(0.3, False), scale=d.some(0.3, False)),
               d.call("GroupNormalization", groups=d.rng.choice(groups), epsilon=d.some(0.4, 0.01), center=d.some(0.3, False),
                      scale=d.some(0.3, False)),
               d.call("UnitNormalization", axis=d.some(0.4, d.pick(1, -1, [1, 2]))), d.call("RMSNormalization", epsilon=d.some(0.3, 0.01))]
    return d.rng.choice(options), [shape]


def noise(d):
    options = [d.call("Dropout", 0.5), d.call("Dropout", rate=d.pick(0.1, 1.5, -0.5)), d.call("GaussianNoise", 0.3),
               d.call("GaussianDropout", 0.3), d.call("AlphaDropout", 0.2)]
    rank = d.rng.randint(1, 3)
    options.append(d.call(f"SpatialDropout{rank}D", 0.5))
    text = d.rng.choice(options)
    return text, [d.shape(rank)]


def merging(d):
    shape = any_shape(d)
    name = d.pick("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot")
    count = 2 if name in ("Subtract", "Dot") else d.rng.randint(2, 3)
    shapes = [list(shape) for _ in range(count)]
    if name == "Concatenate":
        axis = d.rng.choice([-1] + list(range(1, len(shape))))
        for other in shapes[1:]:
            other[axis] = d.rng.randint(1, 4)
        if d.rng.random() < 0.15:
            shapes[1][1] += 1
        return d.call(name, axis=d.some(0.8, axis)), shapes
    if name == "Dot":
        shapes = [[2, 3, 4], [2, d.rng.randint(3, 5), 4]] if d.rng.random() < 0.7 else [[2, 4], [2, 4]]
        axes = d.pick(2, (2, 2), -1, (1, 2)) if len(shapes[0]) == 3 else 1
        return d.call(name, axes=axes, normalize=d.some(0.4, True)), shapes
    if d.rng.random() < 0.3:
        shapes[1][d.rng.randrange(1, len(shape))] = d.pick(1, 6)
    return d.call(name), shapes


def recurrent(d):
    name = d.pick("SimpleRNN", "LSTM", "GRU")
    keywords = dict(activation=d.some(0.4, d.pick("relu", "sigmoid", "linear")), use_bias=d.some(0.3, False),
                    return_sequences=d.some(0.5, True), go_backwards=d.some(0.3, True), bias_initializer=d.some(0.3, "ones"))
    if name != "SimpleRNN":
        keywords["recurrent_activation"] = d.some(0.3, d.pick("hard_sigmoid", "tanh"))
    if name == "GRU":
        keywords["reset_after"] = d.some(0.5, False)
    if name == "LSTM":
        keywords["unit_forget_bias"] = d.some(0.3, False)
    return d.call(name, d.rng.randint(1, 5), **keywords), [any_shape(d, d.pick(2, 3, 3, 3, 3), d.pick(3, 3, 3, 3, 4))]


def preparation(d):
    size = (d.rng.randint(1, 9), d.rng.randint(1, 9))
    shape = d.shape(2)
    axis = d.pick(None, -1, 1, (1, 2), (-1, 1))
    statistics = d.pick((0.5, 4.0), (0, 1), ([1.0], [0.25]), ([1, 2, 3], [1, 4, 9]), ([0.5] * shape[-1], [2.0] * shape[-1]), (1.0, None))
    options = [d.call("CenterCrop", *size, data_format=d.format()), d.call("CenterCrop", *size),
               f"Normalization(axis={axis!r}, mean={statistics[0]!r}, variance={statistics[1]!r}, invert={d.pick(True, False)})",
               f"Normalization(axis={axis!r})", d.call("ActivityRegularization", l2=0.1)]
    return d.rng.choice(options), [shape]


FAMILIES = {}
for r in (1, 2, 3):
    FAMILIES[f"conv{r}d"] = (convolution(r), 2.2)
    FAMILIES[f"conv{r}d_transpose"] = (transposed(r), 1.2)
    for k in ("Max", "Average"):
        FAMILIES[f"{k}_pooling{r}d".lower()] = (pooling(k, r), 0.8)
        FAMILIES[f"global_{k}_pooling{r}d".lower()] = (global_pooling(k, r), 0.2)
        FAMILIES[f"adaptive_{k}_pooling{r}d".lower()] = (adaptive_pooling(k, r), 0.3)
    FAMILIES[f"zero_padding{r}d"] = (bordering("ZeroPadding", "padding", r), 0.4)
    FAMILIES[f"cropping{r}d"] = (bordering("Cropping", "cropping", r), 0.4)
    FAMILIES[f"up_sampling{r}d"] = (upsampling(r), 0.5)
for r in (1, 2):
    FAMILIES[f"depthwise_conv{r}d"] = (depthwise(r), 1)
    FAMILIES[f"separable_conv{r}d"] = (separable(r), 1)
LAST_ONLY = {"dense": (dense, 1.5), "shaping": (shaping, 2), "activation": (activation, 2.5), "normalization": (normalization, 2.5),
             "noise": (noise, 0.5), "merging": (merging, 2.5), "recurrent": (recurrent, 1.5), "preparation": (preparation, 1)}


def named_arguments(message):
    """The arguments that a message names in backticks, or as `name=` behind Received."""
    return sorted(set(re.findall(r"`([a-z_]+)(?:`|=| >|\s)", message)))


def run(text, shapes):
    """One case: what Keras computes, or how it refuses."""
    import numpy as np
    from keras import layers, ops

    def call():
        layer = eval(text, {name: getattr(layers, name) for name in dir(layers)})
        inputs = [fill(shape, k + 1) for k, shape in enumerate(shapes)]
        given = inputs[0] if len(inputs) == 1 else inputs
        layer(given)
        weights = []
        for k, weight in enumerate(layer.weights):
            values = fill(weight.shape, 101 + k) * 0.5
            weights.append(np.abs(values) + 0.5 if "variance" in weight.name else values)
        layer.set_weights(weights)
        output = np.asarray(ops.convert_to_numpy(layer(given)), dtype=np.float64)
        return layer, output

    try:
        layer, output = call()
    except (ValueError, TypeError) as error:
        message = str(error)
        return {"c": text, "i": shapes, "e": type(error).__name__, "n": named_arguments(message)}
    except Exception:
        return None
    flat = output.reshape(-1)
    if flat.size == 0 or not np.isfinite(flat).all():
        return None
    step = max(1, flat.size // 20)
    samples = [float(f"{v:.7g}") for v in flat[::step][:21]]
    return {"c": text, "i": shapes, "o": list(output.shape), "p": layer.count_params(), "s": samples, "d": step,
            "t": float(f"{flat.sum():.7g}"), "a": float(f"{np.abs(flat).sum():.7g}")}


def draws(backend):
    """Every constructor to try, with its family and the shapes of its inputs."""
    first = backend == "torch"
    rng = random.Random(SEED + first)
    families = dict(FAMILIES) if first else {**FAMILIES, **LAST_ONLY}
    seen = set()
    for name, (draw, weight) in families.items():
        for _ in range(int(DRAWS * weight * (0.4 if first else 1))):
            text, shapes = draw(Draw(rng, first))
            if (text, str(shapes)) not in seen:
                seen.add((text, str(shapes)))
                yield name, text, shapes


def work(backend, start):
    """Answers the draws from `start` on, one line each, so that a crash of the backend loses one case only."""
    for index, (name, text, shapes) in enumerate(draws(backend)):
        if index >= start:
            case = run(text, shapes)
            print(json.dumps([index, {**case, "f": name} if case else None], separators=(",", ":")), flush=True)


def record(backend):
    """All cases of a backend; some constructors crash TensorFlow, which is then started anew behind them."""
    environment = {**os.environ, "KERAS_BACKEND": backend, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
    total = sum(1 for _ in draws(backend))
    cases, start = [], 0
    while start < total:
        worker = subprocess.run([sys.executable, __file__, backend, str(start)], env=environment, capture_output=True, text=True)
        answered = [json.loads(line) for line in worker.stdout.splitlines() if line.startswith("[")]
        cases += [case for _, case in answered if case]
        start = (answered[-1][0] if answered else start - 1) + (1 if worker.returncode == 0 else 2)
    return cases


def write(name, cases):
    with open(os.path.join(FOLDER, name), "w") as file:
        for case in cases:
            file.write(json.dumps(case, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        work(sys.argv[1], int(sys.argv[2]))
    else:
        cases = record("tensorflow") + record("torch")
        write("values.jsonl", [case for case in cases if "e" not in case])
        write("refusals.jsonl", [case for case in cases if "e" in case])
        print(f"{len(cases)} cases, {sum('e' in case for case in cases)} of them refusals")
