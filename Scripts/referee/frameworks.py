"""Evaluates the code that `frameworks` prints, in real PyTorch and ONNX Runtime, and compares the numbers with real Keras's.

    pip install keras==3.15.1 tensorflow-cpu==2.21.0 torch onnx onnxruntime
    python Scripts/referee/frameworks.py CONVSH [COUNT [SEED]]   # writes Tests/RefereeTests/Recorded/frameworks.jsonl

Layers, their arguments and the sizes of their inputs are drawn at random. CONVSH is the program; COUNT is the number of layers to try,
of which the first 300 are recorded. Differences are listed. See Tests/RefereeTests/FORMAT.md.
"""

import json
import os
import random
import re
import subprocess
import sys

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))
FILE = os.path.join(HERE, "..", "..", "Tests", "RefereeTests", "Recorded", "frameworks.jsonl")
RECORDED = 300

KINDS = [
    "Conv1D", "Conv2D", "Conv3D", "DepthwiseConv1D", "DepthwiseConv2D", "SeparableConv1D", "SeparableConv2D",
    "Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose", "MaxPooling1D", "MaxPooling2D", "MaxPooling3D",
    "AveragePooling1D", "AveragePooling2D", "AveragePooling3D", "ZeroPadding1D", "ZeroPadding2D", "ZeroPadding3D",
    "Cropping1D", "Cropping2D", "Cropping3D", "UpSampling1D", "UpSampling2D", "UpSampling3D",
]
ACTIVATIONS = [
    "relu", "relu6", "elu", "selu", "celu", "gelu", "silu", "softplus", "softsign", "sigmoid", "hard_sigmoid",
    "hard_silu", "tanh", "log_sigmoid", "exponential", "mish", "softmax", "log_softmax", "leaky_relu", "linear",
]


def draw(rng, kind):
    """A constructor as it is typed, and the shape of its input."""
    rank = int(re.search(r"\dD", kind).group()[0])
    family = re.sub(r"\dD", "", kind)

    def sizes(low, high):
        if rank == 1 or rng.random() < 0.5:
            return rng.randint(low, high)
        return tuple(rng.randint(low, high) for _ in range(rank))

    channels = rng.choice([2, 4])
    shape = [rng.randint(1, 6 if rank == 3 else 13) for _ in range(rank)] + [channels]
    parts = []
    if family in ("ZeroPadding", "Cropping"):
        pairs = [tuple(rng.randint(0, 2) for _ in range(2)) for _ in range(rank)]
        parts = [repr(pairs[0] if rank == 1 else tuple(pairs))]
    elif family == "UpSampling":
        parts = [repr(sizes(1, 3))]
        if rank == 2:
            parts.append(f"interpolation={rng.choice(['nearest', 'bilinear'])!r}")
    elif "Pooling" in family:
        parts = [repr(sizes(1, 4)), f"padding={rng.choice(['valid', 'same'])!r}"]
        if rng.random() < 0.7:
            parts.append(f"strides={sizes(1, 3)!r}")
    else:
        if not family.startswith("Depthwise"):
            parts.append(repr(rng.choice([2, 4])))
        parts.append(repr(sizes(1, 3 if rank == 3 else 5)))
        paddings = ["valid", "same"] + (["causal"] if kind == "Conv1D" else [])
        parts.append(f"padding={rng.choice(paddings)!r}")
        equal = family.startswith(("Depthwise", "Separable"))
        strides = rng.randint(1, 3) if equal else sizes(1, 3)
        if rng.random() < 0.6:
            parts.append(f"strides={strides!r}")
        elif not family.endswith("Transpose") or rank < 3:
            parts.append(f"dilation_rate={rng.randint(1, 3)!r}")
        if family == "Conv" and rng.random() < 0.3:
            parts.append("groups=2")
        if equal and rng.random() < 0.5:
            parts.append("depth_multiplier=2")
        if family.endswith("Transpose") and "strides" in parts[-1] and rng.random() < 0.5:
            extra = min(strides) if isinstance(strides, tuple) else strides
            parts.append(f"output_padding={rng.randint(0, extra - 1)!r}")
        if rng.random() < 0.3:
            parts.append(f"activation={rng.choice(ACTIVATIONS)!r}")
        if rng.random() < 0.3:
            parts.append("use_bias=False")
    return f"{kind}({', '.join(parts)})", shape


def ask(program, cases):
    """What convsh says of each layer; None where it refuses it."""
    lines = [f"frameworks({code}(Input({tuple(shape)!r})));" for code, shape in cases]
    run = subprocess.run(
        [program, "--json", "--quiet", "--keep-going"], input="\n".join(lines) + "\n", capture_output=True, text=True)
    answers = []
    for line in run.stdout.splitlines():
        answer = json.loads(line)
        if answer["kind"] == "frameworks":
            answers.append(answer)
        elif answer["kind"] == "error":
            answers.append(None)
    assert len(answers) == len(cases), (len(answers), len(cases), run.stderr[:500])
    return answers


def first(array):
    """Channels first."""
    return np.moveaxis(array, -1, 1)


def keras_answer(code, shape, rng):
    """Keras's output for random data, with the channels first, and the weights by name; None where Keras refuses.

    TensorFlow's 3-D layers on a CPU shift windows that are smaller than their stride under "same", against its own rule; such layers are
    left out.
    """
    try:
        layer = eval(code, vars(keras.layers))
        if "3D" in code and getattr(layer, "padding", None) == "same" and "Transpose" not in code:
            window = layer.pool_size if "Pooling" in code else layer.kernel_size
            if any(stride > size for size, stride in zip(window, layer.strides)):
                return None
        layer.build((None, *shape))
    except Exception:
        return None
    for weight in layer.weights:
        weight.assign(rng.standard_normal(weight.shape))
    x = rng.standard_normal((2, *shape)).astype(np.float32)
    try:
        y = np.asarray(layer(x))
    except Exception:
        return None
    return x, first(y), {weight.name: np.asarray(weight) for weight in layer.weights}


def torch_answer(answer, x, weights):
    names = {"nn": nn, "F": F, "torch": torch, "x": torch.from_numpy(np.ascontiguousarray(first(x)))}
    if answer["pytorch"]:
        names["layer"] = eval(answer["pytorch"], names)
    with torch.no_grad():
        for target, value in answer["pytorch_weights"].items():
            array = np.ascontiguousarray(eval(value, dict(weights)))
            eval(target, names).copy_(torch.from_numpy(array))
        return eval(answer["pytorch_call"], names).numpy()


def onnx_answer(answer, x, weights):
    """What ONNX Runtime computes with the node; weights laid out as PyTorch's."""
    node = answer["onnx"]
    inputs, initializers = ["x"], []
    for target, value in answer["pytorch_weights"].items():
        name = target.split(".")[-1]
        initializers.append(onnx.numpy_helper.from_array(np.ascontiguousarray(eval(value, dict(weights))), name))
        inputs.append(name)
    attributes = {name: eval(value) for name, value in node["attributes"].items()}
    made = onnx.helper.make_node(node["op"], inputs, ["y"], **attributes)
    data = np.ascontiguousarray(first(x))
    graph = onnx.helper.make_graph(
        [made], "one", [onnx.helper.make_tensor_value_info("x", onnx.TensorProto.FLOAT, data.shape)],
        [onnx.helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, None)], initializers)
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {"x": data})[0]


def usual_torch(answer, code, x, weights):
    """What PyTorch computes with the padding that people write; None where that is no single layer."""
    spelling = next(row for row in answer["paddings"] if row["framework"] == "PyTorch")
    constructor = answer["pytorch"]
    if not constructor or "Sequential" in constructor or "Pad" in constructor or "Upsample" in constructor:
        return None
    plain = re.sub(r", (padding|ceil_mode|count_include_pad|output_padding)=(\([^)]*\)|[^,)]*)", "", constructor)
    usual = plain[:-1] + (f", {spelling['spelling']}" if spelling["spelling"] else "") + ")"
    changed = dict(answer, pytorch=usual, pytorch_call="layer(x)")
    try:
        return torch_answer(changed, x, weights), spelling["differing"], spelling["output"]
    except Exception:
        return None


def close(a, b):
    return a.shape == b.shape and np.allclose(a, b, rtol=1e-4, atol=1e-4 * max(1.0, float(np.abs(b).max(initial=0))))


def check_usual(usual, y, code):
    """Where convsh says that people's padding differs, and where it says that it does not."""
    values, differing, output = usual
    assert list(values.shape[2:]) == output, (values.shape, output)
    same = [np.array([i for i in range(n) if i not in axis], dtype=int) for n, axis in zip(y.shape[2:], differing)]
    picked = np.ix_(range(y.shape[0]), range(y.shape[1]), *same)
    assert np.allclose(values[picked], y[picked], rtol=1e-3, atol=1e-3), "pixels that are said to be the same differ"
    if "Pooling" in code:
        return
    for axis, indices in enumerate(differing):
        for index in indices:
            if index >= values.shape[2 + axis]:
                continue
            if any(size == 0 for size in y.shape):
                continue
            mine, other = np.take(y, index, 2 + axis), np.take(values, index, 2 + axis)
            common = tuple(slice(0, min(a, b)) for a, b in zip(mine.shape, other.shape))
            if mine[common].size == 0:
                continue
            assert not np.allclose(mine[common], other[common]), f"axis {axis}, index {index} is the same"


def compare(code, answer, mine, tally):
    """Compares one layer in all ways there are; counts them in `tally`."""
    x, y, weights = mine
    if answer.get("pytorch_call"):
        assert close(torch_answer(answer, x, weights), y), "PyTorch differs"
        tally["torch"] += 1
    if "activation" in code:
        return
    if answer["onnx"]:
        assert close(onnx_answer(answer, x, weights), y), "ONNX differs"
        tally["onnx"] += 1
    if usual := usual_torch(answer, code, x, weights):
        check_usual(usual, y, code)
        tally["usual"] += 1


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 600
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    rng = random.Random(seed)
    numbers = np.random.default_rng(seed)
    cases = [draw(rng, KINDS[index % len(KINDS)]) for index in range(count)]
    recorded, tally, failures = [], {"torch": 0, "onnx": 0, "usual": 0, "refused": 0}, []
    for (code, shape), answer in zip(cases, ask(program, cases)):
        mine = keras_answer(code, shape, numbers)
        if answer is None or mine is None:
            tally["refused"] += 1
            continue
        try:
            compare(code, answer, mine, tally)
        except Exception as error:
            failures.append(f"{code} on {shape}: {answer['pytorch']} {answer.get('pytorch_call')} {answer['onnx']}: {error!r}")
        if len(recorded) < RECORDED:
            keys = ["pytorch", "pytorch_call", "pytorch_weights", "onnx", "paddings"]
            recorded.append({"c": code, "i": shape, **{key: answer.get(key) for key in keys}})
    print(tally)
    if failures:
        sys.exit("\n".join(failures[:20] + [f"{len(failures)} failures"]))
    if seed == 7:
        with open(FILE, "w") as file:
            for case in recorded:
                file.write(json.dumps(case, separators=(",", ":"), ensure_ascii=False) + "\n")


main()
