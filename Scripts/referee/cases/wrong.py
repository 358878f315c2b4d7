"""Each argument of each layer with values it should not have, and layers called as they should not be."""

IMAGES = {1: (2, 8, 4), 2: (2, 8, 7, 4), 3: (1, 5, 6, 4, 4)}


def layers():
    """Every layer with the arguments it cannot do without, the others that are tried, and the shape of an input."""
    table = {}
    for rank, shape in IMAGES.items():
        window, form = ["strides", "padding", "data_format"], ["data_format"]
        tail = ["activation", "bias_initializer", "bias_regularizer", "bias_constraint"]
        convolution = window + ["dilation_rate", "kernel_initializer", "kernel_regularizer", "kernel_constraint"] + tail
        table[f"Conv{rank}D"] = ({"filters": 4, "kernel_size": 3}, convolution + ["groups"], shape)
        table[f"Conv{rank}DTranspose"] = ({"filters": 4, "kernel_size": 3}, convolution, shape)
        if rank < 3:
            depthwise = window + ["depth_multiplier", "depthwise_initializer"] + tail
            table[f"DepthwiseConv{rank}D"] = ({"kernel_size": 3}, depthwise, shape)
            table[f"SeparableConv{rank}D"] = ({"filters": 4, "kernel_size": 3}, depthwise + ["pointwise_regularizer"], shape)
        for kind in ("Max", "Average"):
            table[f"{kind}Pooling{rank}D"] = ({"pool_size": 2}, window, shape)
            table[f"Global{kind}Pooling{rank}D"] = ({}, form, shape)
        table[f"ZeroPadding{rank}D"] = ({"padding": 1}, form if rank > 1 else [], shape)
        table[f"Cropping{rank}D"] = ({"cropping": 1}, form if rank > 1 else [], shape)
        table[f"UpSampling{rank}D"] = ({"size": 2}, form if rank > 1 else [], shape)
    axis = ["axis", "gamma_initializer", "beta_regularizer", "gamma_constraint"]
    for name in ("BatchNormalization", "LayerNormalization"):
        table[name] = ({}, axis, (2, 3, 4))
    table.update({
        "Dense": ({"units": 3}, ["activation", "kernel_initializer", "bias_regularizer", "kernel_constraint"], (2, 4)), "Flatten": ({}, ["data_format"], (2, 3, 4)),
        "Reshape": ({"target_shape": (4, 3)}, [], (2, 3, 4)), "Permute": ({"dims": (2, 1)}, [], (2, 3, 4)), "RepeatVector": ({"n": 2}, [], (2, 4)),
        "Activation": ({"activation": "'relu'"}, [], (2, 4)), "PReLU": ({}, ["alpha_initializer", "shared_axes"], (2, 4)),
        "UnitNormalization": ({}, ["axis"], (2, 3, 4)), "RMSNormalization": ({}, ["axis"], (2, 3, 4)),
        "GroupNormalization": ({"groups": 2}, axis, (2, 3, 4)), "Dropout": ({"rate": 0.5}, ["seed", "noise_shape"], (2, 4)),
        "GaussianDropout": ({"rate": 0.5}, ["seed"], (2, 4)), "AlphaDropout": ({"rate": 0.5}, ["seed"], (2, 4))})
    return table


SIZES = ["0", "-1", "2.5", "None", "'a'", "(2, 0)", "(2, 2, 2, 2)", "()", "[]", "((1, 2), 3)", "(2, None)", "(2, 'x')", "{}"]
COUNTS = ["0", "-1", "3.5", "None", "'a'", "(2,)", "[3]", "{}", "2.0"]
PAIRS = ["-1", "None", "'a'", "1.5", "(1, 2, 3)", "((1, 2),)", "(1, -1)", "((1, 2), (3, 4, 5))", "[]", "(1, None)", "((1, 2), (-1, 2))", "{}"]
NAMES = ["'foo'", "3", "[1]", "'reluu'", "{'a': 1}", "2.5"]
SHAPES = ["None", "-1", "(5, 5)", "(-1, -1)", "(0, 3)", "(7, -1)", "12"]
VALUES = {
    "filters": COUNTS, "units": COUNTS, "depth_multiplier": COUNTS, "n": COUNTS, "kernel_size": SIZES, "strides": SIZES,
    "dilation_rate": SIZES, "pool_size": SIZES, "size": ["0", "-1", "None", "'a'", "()", "[]", "{}"], "cropping": PAIRS,
    "padding": ["'foo'", "'SAMEE'", "None", "1", "'full'", "''"], "groups": ["0", "-1", "3", "None", "1.5", "'a'", "8", "-2", "7"],
    "data_format": ["'foo'", "1", "True", "'channels-last'", "'tf'", "'NHWC'", "('channels_last',)"], "target_shape": SHAPES,
    "dims": ["None", "1", "(1,)", "(0, 1)", "(1, 1)", "(2, 3)", "(1, 2, 3)", "(-1, 1)", "()", "[1]"], "noise_shape": ["(2, 1.5)", "(2, -1)", "'a'", "(0, 4)"],
    "rate": ["-0.1", "1.5", "None", "'a'", "2", "(0.5,)"], "seed": ["'a'", "1.5", "[1]"], "axis": ["5", "-5", "7", "None", "(0, 9)", "{}"],
    "shared_axes": ["5", "-5", "'a'", "1.5", "{}"], "name": ["3", "1.5", "True", "[]", "'a/b'"], "dtype": ["'foo'", "3", "'int99'", "[]"],
    "trainable": ["1", "None", "'no'"]}


def programs():
    """All programs that Keras should refuse."""
    for name, (required, optional, shape) in layers().items():
        own = ", ".join(f"{key}={value}" for key, value in required.items())
        layer = f"{name}({own})"
        for argument in list(required) + optional + ["name", "dtype", "trainable"]:
            borders = argument == "padding" and name.startswith("Zero")
            for value in PAIRS if borders else VALUES.get(argument, NAMES):
                given = ", ".join(f"{key}={known}" for key, known in {**required, argument: value}.items())
                yield f"return ev({name}({given}), {shape})"
        if required:
            yield f"return ev({name}(), {shape})"
            yield f"return {name}({list(required.values())[0]}, {own})"
        yield f"return {name}({', '.join(filter(None, [own, 'activaton=2']))})"
        yield f"return {name}({', '.join(['1'] * 30)})"
        for wrong in ((2,), (2, 4), (2, 3, 4), (2, 3, 3, 4), (2, 3, 3, 3, 4)):
            if len(wrong) < len(shape):
                yield f"return ev({layer}, {wrong})"
                yield f"return sy({layer}, {(None,) + wrong[1:]})"
        yield f"return ev({layer}, {tuple(1 for _ in shape)})"
        yield f"x = {layer}\nx(fill({shape}))\nreturn x(fill({shape[:-1] + (shape[-1] + 3,)}))"
        yield f"x = {layer}\nx(fill({shape}))\nreturn x.set_weights([fill((1, 2, 3))])"
        yield f"return {layer}()"
        yield f"return {layer}.nope"
        yield f"return {layer}.output"
    for name in ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"):
        for shapes in ("(2, 3), (2, 4)", "(2, 3, 4), (2, 3, 5)", "(2, 3), (4, 3)", "(2, 3, 4), (2, 5)"):
            yield f"return ev({name}(), {shapes})"
    yield from [
        "return ev(Subtract(), (2, 3), (2, 3), (2, 3))", "return ev(Subtract(), (2, 3))", "return ev(Dot(1), (2, 3))", "return ev(Dot(1), (2, 3), (2, 4))",
        "return ev(Dot((1, 2)), (2, 3, 4), (2, 5, 6))", "return Dot('a')", "return ev(Concatenate(), (2, 3), (2, 3, 4))",
        "return ev(Concatenate(axis=1), (2, 3, 4), (2, 3, 5))", "return ev(Conv2D(4, 3, groups=2), (2, 8, 8, 3))", "return Conv2D(5, 3, groups=2)",
        "return Conv2D(4, 3, strides=2, dilation_rate=2)", "return Conv2DTranspose(4, 3, strides=2, output_padding=2)",
        "return initializers.VarianceScaling(scale=0)", "return initializers.VarianceScaling(mode='foo')", "return initializers.HeNormal(foo=3)",
        "return initializers.HeNormal(seed='a')", "return initializers.Orthogonal()((3,))", "return regularizers.L2(-1)", "return regularizers.L1('a')",
        "return regularizers.L2(foo=1)", "return regularizers.OrthogonalRegularizer(mode='foo')", "return constraints.MinMaxNorm(foo=2)",
        "return activations.relu()", "return activations.relu(fill((2,)), foo=1)", "return activations.nope", "return activations.get('foo')",
        "return initializers.get('foo')", "return regularizers.get('foo')", "return constraints.get('foo')"]
