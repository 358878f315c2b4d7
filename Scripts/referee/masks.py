"""Records models with masks under Keras on TensorFlow, for Tests/RefereeTests: values, and the masks that hang on them.

    ~/keras/bin/python Scripts/referee/masks.py            # writes Tests/RefereeTests/Recorded/masks.jsonl

Each case is a program that hands values to `show` and names to `text`. SEED and COUNT draw other cases, an argument names another file. A case
that Keras refuses, or whose values are not numbers, is left out. See layers.py for the environment.
"""

import json
import os
import random
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
PROLOGUE = open(os.path.join(HERE, "cases", "masks.py")).read()
FILE = os.path.join(HERE, "..", "..", "Tests", "RefereeTests", "Recorded", "masks.jsonl")
SEED = int(os.environ.get("SEED", 5))
COUNT = int(os.environ.get("COUNT", 22))  # cases of each kind

FEATURES = 4


def ids(rng, rows, steps):
    """Whole numbers with zeros at the end, at the start, or anywhere."""
    lines = []
    for _ in range(rows):
        kind = rng.choice(["end", "end", "start", "anywhere", "full", "none"])
        line = [rng.randint(1, 8) for _ in range(steps)]
        cut = rng.randint(1, steps - 1)
        if kind == "end":
            line[cut:] = [0] * (steps - cut)
        elif kind == "start":
            line[:cut] = [0] * cut
        elif kind == "anywhere":
            line = [value if rng.random() < 0.6 else 0 for value in line]
        elif kind == "none":
            line = [0] * steps
        lines.append(line)
    return lines


def recurrent(rng, units=None, sequences=None, plain=False):
    """A call of a recurrent layer's class."""
    name = rng.choice(["SimpleRNN", "LSTM", "GRU"])
    options = [str(units or rng.randint(1, 4))]
    if rng.random() < 0.6 if sequences is None else sequences:
        options.append("return_sequences=True")
    if not plain:
        if rng.random() < 0.3:
            options.append("go_backwards=True")
        if rng.random() < 0.3:
            options.append("zero_output_for_mask=True")
        if rng.random() < 0.2:
            options.append("unroll=True")
        if rng.random() < 0.2:
            options.append("use_bias=False")
        if rng.random() < 0.2:
            options.append(f"activation={rng.choice(['relu', 'sigmoid', 'softsign'])!r}")
        if name != "SimpleRNN" and rng.random() < 0.2:
            options.append(f"recurrent_activation={rng.choice(['hard_sigmoid', 'tanh'])!r}")
        if name == "GRU" and rng.random() < 0.4:
            options.append("reset_after=False")
        if name == "LSTM" and rng.random() < 0.2:
            options.append("unit_forget_bias=False")
        if rng.random() < 0.2:
            options.append("bias_initializer='random_uniform'")
    return f"layers.{name}({', '.join(options)})"


def step(rng):
    """A layer that keeps (batch, steps, FEATURES)."""
    return rng.choice([
        lambda: f"layers.Dense({FEATURES}, activation={rng.choice([None, 'relu', 'tanh'])!r})",
        lambda: "layers.Dropout(0.3)", lambda: "layers.GaussianNoise(0.1)", lambda: "layers.Activation('tanh')",
        lambda: "layers.LayerNormalization()", lambda: "layers.BatchNormalization()", lambda: "layers.LeakyReLU()",
        lambda: "layers.Rescaling(0.5, 0.1)", lambda: "layers.UnitNormalization()", lambda: "layers.PReLU()",
        lambda: "layers.ReLU()", lambda: "layers.ELU()", lambda: "layers.Identity()",
        lambda: f"layers.TimeDistributed(layers.Dense({FEATURES}))", lambda: "Shift()", lambda: "Flip()",
        lambda: f"Block({FEATURES})", lambda: f"layers.Conv1D({FEATURES}, 2, padding='same')",
        lambda: recurrent(rng, FEATURES, True), lambda: recurrent(rng, FEATURES, True),
        lambda: f"layers.Bidirectional({recurrent(rng, FEATURES // 2, True, True)})",
        lambda: f"layers.Bidirectional({recurrent(rng, FEATURES, True, True)}, merge_mode={rng.choice(['sum', 'mul', 'ave'])!r})",
        lambda: f"layers.SpatialDropout1D(0.2)", lambda: "layers.MaxPooling1D(2, strides=1, padding='same')",
        lambda: "layers.Masking()",
    ])()


def ending(rng):
    return rng.choice([
        lambda: "layers.GlobalAveragePooling1D()", lambda: "layers.GlobalMaxPooling1D()", lambda: "layers.Flatten()",
        lambda: recurrent(rng), lambda: recurrent(rng), lambda: recurrent(rng, None, False),
        lambda: f"layers.Bidirectional({recurrent(rng, None, False, True)})", lambda: "layers.Softmax(axis=1)",
        lambda: f"layers.Bidirectional({recurrent(rng, None, True, True)}, merge_mode=None)", lambda: "layers.Identity()",
    ])()


def join(rng, a, b):
    """A layer on two tensors of the same shape."""
    return rng.choice([
        f"layers.Add()([{a}, {b}])", f"layers.Multiply()([{a}, {b}])", f"layers.Maximum()([{a}, {b}])",
        f"layers.Minimum()([{a}, {b}])", f"layers.Average()([{a}, {b}])", f"layers.Subtract()([{a}, {b}])",
        f"layers.Dense({FEATURES})(layers.Concatenate()([{a}, {b}]))", f"layers.Concatenate(axis=1)([{a}, {b}])",
        f"layers.MultiHeadAttention(2, 3)({a}, {b})", f"layers.MultiHeadAttention(1, 2)({a}, {a}, use_causal_mask=True)",
        f"layers.Attention()([{a}, {b}])", f"layers.AdditiveAttention()([{a}, {b}])", f"Pair()({a}, {b})", f"{a} + {b}",
        f"layers.Attention(use_scale=True)([{a}, {b}, {a}], use_causal_mask=True)",
    ])


def source(rng, steps):
    """The input, its data, and a masked tensor."""
    if rng.random() < 0.7:
        data = f"np.array({ids(rng, 3, steps)})"
        return f"keras.Input(({steps},), dtype='int32')", data, f"layers.Embedding(9, {FEATURES}, mask_zero=True)"
    data = f"np.repeat(np.array({ids(rng, 3, steps)}, 'float32')[..., None], {FEATURES}, axis=-1) * np.arange(1, {FEATURES + 1}) / 8"
    return f"keras.Input(({steps}, {FEATURES}))", f"({data}).astype('float32')", "layers.Masking()"


def graph(rng, first):
    """The lines that make tensors t0, t1, … of another one, and the number of the last."""
    lines = [f"t0 = {first}"]
    for number in range(1, rng.randint(2, 5)):
        if number > 1 and rng.random() < 0.4:
            lines.append(f"t{number} = {join(rng, f't{number - 1}', f't{rng.randint(0, number - 1)}')}")
        else:
            lines.append(f"t{number} = {step(rng)}(t{number - 1})")
    lines.append(f"y = {ending(rng)}(t{len(lines) - 1})")
    return lines


def functional(rng):
    for number in range(2 * COUNT):
        shape, data, first = source(rng, rng.randint(3, 6))
        lines = [f"i = {shape}", f"x = {data}"] + graph(rng, f"{first}(i)")
        lines += ["m = keras.Model(i, y)", "show(m(x))", "text([o.name for o in m.operations])"]
        if number % 3 == 0:
            lines.append("show(m.predict(x, verbose=0))")
        yield "functional", lines


def eager(rng):
    for _ in range(COUNT):
        _, data, first = source(rng, rng.randint(3, 6))
        lines = [f"x = {data}"] + graph(rng, f"{first}(x)")
        yield "eager", lines + ["show(t0, y)"]


def chains(rng):
    for number in range(COUNT):
        shape, data, first = source(rng, rng.randint(3, 6))
        inner = [first] + [step(rng) for _ in range(rng.randint(1, 3))] + [ending(rng)]
        if number % 2:
            yield "subclass", [f"x = {data}", f"m = Reader({', '.join(inner)})", "show(m(x), m.predict(x, verbose=0))"]
        else:
            start = [shape] if number % 4 else []
            yield "sequential", [f"x = {data}", f"m = keras.Sequential([{', '.join(start + inner)}])", "show(m(x))",
                                 "show(m.predict(x, verbose=0))"]


def nested(rng):
    for number in range(COUNT):
        steps = rng.randint(3, 5)
        shape, data, first = source(rng, steps)
        lines = [f"i = {shape}", f"x = {data}", f"s = keras.Input(({steps}, {FEATURES}))"]
        inside = graph(rng, "layers.Identity()(s)")[:-1]
        lines += inside + [f"inner = keras.Model(s, t{len(inside) - 1})", f"e = {first}(i)", f"y = {ending(rng)}(inner(e))",
                           "m = keras.Model(i, y)", "show(m(x), inner(np.ones((1, "
                           f"{steps}, {FEATURES}), 'float32')))"]
        if number % 3 == 1:
            lines += ["c = keras.models.clone_model(m)", "c.set_weights(m.get_weights())", "show(c(x))",
                      "text([o.name for o in c.operations])"]
        if number % 3 == 2:
            lines += ["c = keras.Model.from_config(m.get_config(), custom_objects=CUSTOM)", "c.set_weights(m.get_weights())",
                      "show(c(x))", "text([o.name for o in c.operations])"]
        yield "nested", lines


def states(rng):
    """Arguments and calls of recurrent layers."""
    for number in range(2 * COUNT):
        steps, units = rng.randint(2, 5), rng.randint(1, 3)
        call = recurrent(rng, units)
        name = call.split("(")[0]
        count = 2 if name.endswith("LSTM") else 1
        lines = [f"x = np.array({[[[round(rng.uniform(-1, 1), 2) for _ in range(3)] for _ in range(steps)] for _ in range(2)]}, 'float32')",
                 f"k = np.array({[[rng.random() < 0.6 for _ in range(steps)] for _ in range(2)]})"]
        state = ", ".join(f"np.full((2, {units}), {round(rng.uniform(-1, 1), 2)}, 'float32')" for _ in range(count))
        kind = number % 6
        if kind == 0:
            lines += [f"r = {call[:-1]}, return_state=True)", "show(r(x), r(x, mask=k))"]
        elif kind == 1:
            lines += [f"r = {call}", f"s = [{state}]", "show(r(x, initial_state=s), r(x, initial_state=s, mask=k))",
                      f"i, j = keras.Input(({steps}, 3)), [keras.Input(({units},)) for _ in s]",
                      "m = keras.Model([i, *j], r(layers.Masking()(i), initial_state=j))", "show(m([x, *s]))",
                      "text([o.name for o in m.operations])"]
        elif kind == 2:
            lines += [f"r = {call[:-1]}, stateful=True)", "show(r(x), r(x, mask=k), r(x[:, ::-1]))", "r.reset_state()", "show(r(x))",
                      "show(r.states)"]
        elif kind == 3:
            rates = rng.choice(["dropout=0.4", "dropout=0.3, recurrent_dropout=0.5", "recurrent_dropout=0.4"])
            lines += [f"r = {call[:-1]}, {rates})", "show(r(x, training=True), r(x), r(x, training=True, mask=k))"]
        elif kind == 4:
            mode = rng.choice(["'concat'", "'sum'", "'mul'", "'ave'", "None"])
            lines += [f"r = layers.Bidirectional({recurrent(rng, units, plain=True)[:-1]}, return_state={rng.random() < 0.4}), merge_mode={mode})",
                      "show(r(x), r(x, mask=k), r(layers.Masking()(x)))", "text([w.path for w in r.weights])"]
        else:
            lines += [f"r = {call}", f"i = keras.Input(batch_shape=(2, {steps}, 3))", "m = keras.Model(i, r(i, mask=ops.any(i > 0.2, axis=-1)))",
                      "show(m(x), m.predict(x, verbose=0))", "text([o.name for o in m.operations])", "text(r.get_config())"]
        yield "recurrent", lines


def attention(rng):
    for number in range(2 * COUNT):
        rows, columns = rng.randint(2, 4), rng.randint(2, 4)
        lines = [f"q = layers.Embedding(9, 4, mask_zero=True)(np.array({ids(rng, 2, rows)}))",
                 f"v = layers.Embedding(9, 4, mask_zero={rng.random() < 0.8})(np.array({ids(rng, 2, columns)}))",
                 f"k = layers.Dense({rng.choice([4, 5])})(v)"]
        options = rng.sample(["use_causal_mask=True", "return_attention_scores=True"], rng.randint(0, 2))
        if number % 2:
            own = [str(rng.randint(1, 3)), str(rng.randint(1, 3))]
            own += rng.sample(["value_dim=2", "use_bias=False", "output_shape=3", "use_gate=True", "sliding_window=2", "dropout=0.2",
                               "attention_axes=1"], rng.randint(0, 2))
            if rng.random() < 0.3:
                options.append(f"attention_mask=np.array({[[[rng.random() < 0.7 for _ in range(columns)] for _ in range(rows)] for _ in range(2)]})")
            inputs = rng.choice(["q, v", "q, v, k", "v, q", "layers.Conv1D(4, 1)(q), v"])
            if "attention_mask" in str(options):
                inputs = "q, v"
            lines += [f"a = layers.MultiHeadAttention({', '.join(own)})", f"show(a({', '.join([inputs] + options)}), q)",
                      "text([w.path for w in a.weights])", "text(a.get_config())"]
        else:
            layer = rng.choice(["Attention()", "Attention(use_scale=True)", "Attention(score_mode='concat')", "AdditiveAttention()",
                                "AdditiveAttention(use_scale=False)"])
            inputs = rng.choice(["[q, v]", "[q, v, layers.Dense(4)(v)]", "[v, q]", "[layers.Conv1D(4, 1)(q), v]"])
            lines += [f"a = layers.{layer}", f"show(a({', '.join([inputs] + options)}), q)", "text(a.get_config())"]
        yield "attention", lines


def images(rng):
    for _ in range(COUNT // 3):
        options = rng.sample(["return_sequences=True", "return_state=True", "go_backwards=True", "zero_output_for_mask=True",
                              "use_bias=False", "padding='same'"], rng.randint(1, 4))
        lines = ["x = (np.arange(2 * 3 * 5 * 2).reshape((2, 3, 5, 2)) * 37 % 11 / 11).astype('float32')",
                 f"k = np.array({[[rng.random() < 0.6 for _ in range(3)] for _ in range(2)]})",
                 f"r = layers.ConvLSTM1D(2, 3, {', '.join(options)})", "show(r(x), r(x, mask=k))"]
        yield "convolutional", lines


def others(rng):
    for _ in range(COUNT // 2):
        lines = [f"e = layers.Embedding(9, 4, mask_zero=True)(np.array({ids(rng, 3, 4)}))",
                 f"b = layers.BatchNormalization(momentum={rng.choice([0.9, 0.5])})", "show(b(e, training=True), b.moving_mean, b.moving_variance, b(e))"]
        yield "normalization", lines
        shape = rng.choice(["(2, 4)", "(1, 4)", "(4,)"])
        lines = [f"x = (np.arange(8).reshape((2, 4)) * {rng.randint(1, 9)} % 5).astype('float32')",
                 f"show(layers.Softmax()(x, mask=(np.arange(np.prod({shape})).reshape({shape}) * {rng.randint(1, 6)} % 3 > 0)))"]
        yield "softmax", lines


def main():
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    warnings.simplefilter("ignore")
    rng = random.Random(SEED)
    names = {}
    exec(PROLOGUE, names)
    refused = 0
    with open(sys.argv[1] if len(sys.argv) > 1 else FILE, "w") as file:
        for group in [functional, eager, chains, nested, states, attention, images, others]:
            for name, lines in group(rng):
                program = "\n".join([f"keras.utils.set_random_seed({rng.randint(0, 10**6)})", *lines])
                names["kept"].clear()
                names["keras"].backend.clear_session()
                try:
                    exec(program, dict(names))
                except Exception as error:
                    refused += 1
                    if "-v" in sys.argv:
                        print(program, "\n#", type(error).__name__, str(error)[:300], "\n")
                    continue
                if any(number != number for _, _, numbers in names["kept"] for number in numbers):
                    continue
                file.write(json.dumps({"n": name, "c": program, "v": names["kept"]}) + "\n")
    print(f"{refused} cases that Keras refuses")


main()
