"""Constructors drawn at random with every argument of every layer, on data and on symbolic inputs of unknown sizes."""

ACTIVATIONS = [
    "relu", "relu6", "leaky_relu", "elu", "selu", "celu", "gelu", "silu", "swish", "softplus", "softsign", "sigmoid", "hard_sigmoid",
    "hard_silu", "tanh", "tanh_shrink", "hard_tanh", "hard_shrink", "soft_shrink", "squareplus", "sparse_plus", "sparse_sigmoid",
    "log_sigmoid", "exponential", "mish", "softmax", "log_softmax", "linear"]
INITIALIZERS = [
    "'zeros'", "'he_normal'", "'HeNormal'", "'uniform'", "'normal'", "'one'", "initializers.Constant(0.3)", "initializers.HeNormal",
    "initializers.HeNormal(seed=3)", "initializers.VarianceScaling(scale=2.0, mode='fan_out', distribution='uniform')",
    "initializers.TruncatedNormal(stddev=0.2)", "{'class_name': 'HeNormal', 'config': {'seed': None}}", "initializers.get('he_uniform')"]
REGULARIZERS = ["'l1'", "'L2'", "'L1L2'", "regularizers.L1(0.02)", "regularizers.l2(0.1)", "regularizers.l1_l2(0.01, 0.02)", "regularizers.L2"]
CONSTRAINTS = [
    "'max_norm'", "'NonNeg'", "'unit_norm'", "constraints.MaxNorm(2, axis=0)", "constraints.MinMaxNorm(0.1, 0.9, rate=0.5)", "constraints.NonNeg"]


class Draw:
    """Random arguments as they are typed; `first` for channels_first."""

    def __init__(self, rng, first):
        self.rng, self.first = rng, first

    def pick(self, *options):
        return self.rng.choice(options)

    def some(self, probability, value):
        return value if self.rng.random() < probability else None

    def call(self, layer, *positional, **keywords):
        shown = [str(p) for p in positional] + [f"{k}={v}" for k, v in keywords.items() if v is not None]
        return f"{layer}({', '.join(shown)})"

    def sizes(self, rank, low, high):
        if self.rng.random() < 0.4:
            return self.rng.randint(low, high)
        values = [self.rng.randint(low, high) for _ in range(rank)]
        return self.pick(tuple(values), values)

    def format(self):
        return "'channels_first'" if self.first else self.some(0.3, "'channels_last'")

    def padding(self):
        return self.some(0.6, self.pick("'valid'", "'same'", "'SAME'"))

    def activation(self):
        name = self.rng.choice(ACTIVATIONS)
        return self.pick(repr(name), f"activations.{name}", f"lambda t: activations.{name}(t)", "LeakyReLU(0.1)", "ELU(alpha=0.5)", "Softmax()")

    def tail(self, *weights):
        """The end of a signature: activation, bias, initializers, regularizers, constraints, and what every layer takes."""
        drawn = {"activation": self.some(0.3, self.activation()), "use_bias": self.some(0.25, False)}
        for kind, choices, share in (("initializer", INITIALIZERS, 0.2), ("regularizer", REGULARIZERS, 0.12), ("constraint", CONSTRAINTS, 0.1)):
            for weight in weights + ("bias",):
                drawn[f"{weight}_{kind}"] = self.some(share, self.rng.choice(choices))
        drawn["activity_regularizer"] = self.some(0.1, self.rng.choice(REGULARIZERS))
        return {**drawn, "name": self.some(0.1, "'some_name'"), "trainable": self.some(0.1, False), "dtype": self.some(0.05, "'float32'")}

    def image(self, rank, channels, unknown=0.0):
        spatial = [None if self.rng.random() < unknown else self.rng.randint(5 if unknown else 3, {1: 12, 2: 8, 3: 6}[rank]) for _ in range(rank)]
        batch = self.pick(None, 2) if unknown else self.pick(1, 2, 3)
        return tuple([batch, channels] + spatial if self.first else [batch] + spatial + [channels])


def convolution(d, rank):
    groups = d.pick(1, 1, 2, 3, 4)
    strides = d.some(0.4, d.sizes(rank, 1, 3))
    causal = rank == 1 and not d.first and d.rng.random() < 0.3
    return d.call(
        d.pick(f"Conv{rank}D", f"Convolution{rank}D"), groups * d.rng.randint(1, 3), d.sizes(rank, 1, 4), strides=strides,
        padding="'causal'" if causal else d.padding(), data_format=d.format(), groups=groups if groups > 1 else None,
        dilation_rate=None if strides else d.some(0.4, d.sizes(rank, 1, 3)), **d.tail("kernel")), groups * d.rng.randint(1, 3)


def transposed(d, rank):
    return d.call(
        f"Conv{rank}DTranspose", d.rng.randint(1, 4), d.sizes(rank, 1, 5), strides=d.sizes(rank, 1, 3), padding=d.padding(),
        output_padding=d.some(0.3, d.pick(0, 1, None)), data_format=d.format(), **d.tail("kernel")), d.rng.randint(1, 3)


def depthwise(d, rank):
    stride = d.rng.randint(1, 3)
    return d.call(
        f"DepthwiseConv{rank}D", d.sizes(rank, 1, 4), strides=stride, padding=d.padding(), depth_multiplier=d.some(0.4, d.rng.randint(1, 4)),
        data_format=d.format(), dilation_rate=None if stride > 1 else d.some(0.4, d.rng.randint(1, 3)), **d.tail("depthwise")), d.rng.randint(1, 5)


def separable(d, rank):
    return d.call(
        f"SeparableConv{rank}D", d.rng.randint(1, 5), d.sizes(rank, 1, 4), strides=d.rng.randint(1, 3), padding=d.padding(),
        data_format=d.format(), depth_multiplier=d.some(0.4, d.rng.randint(1, 4)), **d.tail("depthwise", "pointwise")), d.rng.randint(1, 5)


def pooling(d, rank):
    kind = d.pick("Max", "Average")
    padding = "'valid'" if kind == "Average" and d.first else d.padding()  # torch's average counts the padding
    padding = padding and padding.lower()
    text = d.call(f"{kind}Pooling{rank}D", d.sizes(rank, 1, 3), strides=d.some(0.5, d.sizes(rank, 1, 4)), padding=padding, data_format=d.format())
    other = d.call(f"Global{kind}Pooling{rank}D", data_format=d.format(), keepdims=d.some(0.5, d.pick(True, False)))
    return d.pick(text, text, other, d.call(f"Adaptive{kind}Pooling{rank}D", d.sizes(rank, 1, 5), data_format=d.format())), d.rng.randint(1, 4)


def reshaping(d, rank):
    """Borders, cuts and enlargements; those of one axis know no data format."""
    form = {"data_format": d.format()} if rank > 1 else {}
    if rank == 1 and d.first:
        return None
    kind, word = d.pick(("ZeroPadding", "padding"), ("Cropping", "cropping"))
    pairs = tuple((d.rng.randint(0, 1), d.rng.randint(0, 1)) for _ in range(rank))
    amounts = d.pick(1, pairs if rank > 1 else pairs[0], tuple(d.rng.randint(0, 1) for _ in range(max(rank, 2))))
    smooth = {"interpolation": d.some(0.7, repr(d.pick("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5")))} if rank == 2 and not d.first else {}
    size = d.sizes(rank, 1, 4) if rank > 1 else d.rng.randint(1, 4)
    return d.pick(d.call(f"{kind}{rank}D", **{word: amounts}, **form), d.call(f"UpSampling{rank}D", size, **form, **smooth)), d.rng.randint(1, 3)


def other(d):
    """Layers that take any shape, channels last."""
    shape = tuple([d.pick(1, 2)] + [d.rng.randint(1, 5) for _ in range(d.rng.randint(1, 3))])
    rank = len(shape)
    axis = d.pick(-1, d.rng.randint(1, rank - 1), [1, 2] if rank > 2 else -1)
    one = axis if isinstance(axis, int) else -1
    few = {"epsilon": d.some(0.4, d.pick(0.01, 0.1)), "center": d.some(0.3, False), "scale": d.some(0.3, False)}
    weights = {"beta_initializer": d.some(0.2, "'ones'"), "gamma_initializer": d.some(0.2, "'uniform'"), "gamma_regularizer": d.some(0.1, "'l2'")}
    groups = d.rng.choice([n for n in range(1, shape[-1] + 1) if shape[-1] % n == 0] + [-1])
    options = [
        d.call("Dense", d.rng.randint(1, 6), **d.tail("kernel")), d.call("Activation", d.activation()), d.call("Identity"),
        d.call("ReLU", max_value=d.some(0.5, d.pick(1.0, 6)), negative_slope=d.some(0.5, 0.1), threshold=d.some(0.4, 0.5)),
        d.call("PReLU", shared_axes=d.some(0.5, d.pick([1], 1)), alpha_initializer=d.some(0.3, "'ones'"), alpha_constraint=d.some(0.2, "'non_neg'")),
        d.call("Softmax", axis=axis), d.call("LeakyReLU", d.pick(0.1, 0)), d.call("ELU", alpha=d.some(0.6, 0.5)),
        d.call("BatchNormalization", axis=one, momentum=d.some(0.3, 0.9), renorm=d.some(0.15, True), **few, **weights),
        d.call("LayerNormalization", axis=axis, rms_scaling=d.some(0.1, True), **few, **weights), d.call("GroupNormalization", groups, **few, **weights),
        d.call("UnitNormalization", axis=axis), d.call("RMSNormalization", epsilon=d.some(0.3, 0.01)), d.call("Dropout", 0.5, seed=d.some(0.5, 3)),
        d.call("Flatten"), d.call("Reshape", (-1, shape[-1])), d.call("Permute", tuple(d.rng.sample(range(1, rank), rank - 1))),
        d.call("Rescaling", d.pick(0.5, [0.5] * shape[-1]), offset=d.some(0.5, 1))]
    return d.rng.choice(options), shape


def merging(d):
    shape = [2] + [d.rng.randint(1, 4) for _ in range(d.rng.randint(1, 3))]
    name = d.pick("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate")
    shapes = [list(shape) for _ in range(2 if name == "Subtract" else d.rng.randint(2, 4))]
    axis = d.rng.choice([-1] + list(range(1, len(shape))))
    if name == "Concatenate":
        for each in shapes[1:]:
            each[axis] = d.rng.randint(1, 4)
        return d.call(name, axis=axis), [tuple(each) for each in shapes]
    if len(shape) > 2 and d.rng.random() < 0.4:
        shapes[1][d.rng.randrange(1, len(shape))] = 1
    return d.call(name), [tuple(each) for each in shapes]


def programs(rng, first, count):
    """`count` programs in the data format."""
    d = Draw(rng, first)
    spatial = [convolution, convolution, transposed, pooling, reshaping, depthwise, separable]
    made = 0
    while made < count:
        made += 1
        share = rng.random()
        if first or share < 0.6:
            family = rng.choice(spatial)
            rank = rng.randint(1, 2 if family in (depthwise, separable) else 3)
            drawn = family(d, rank)
            if drawn:
                symbolic = rng.random() < 0.3
                yield f"return {'sy' if symbolic else 'ev'}({drawn[0]}, {d.image(rank, drawn[1], 0.4 if symbolic else 0)})"
        elif share < 0.9:
            text, shape = other(d)
            yield f"return ev({text}, {shape})"
        else:
            text, shapes = merging(d)
            yield f"return ev({text}, {', '.join(str(shape) for shape in shapes)})"
