"""Compares the networks of keras.applications with real Keras, and records what Tests/RefereeTests compares.

    python3 Scripts/referee/applications.py record          # needs Keras 3.15 on TensorFlow; records all networks
    python3 Scripts/referee/applications.py record VGG      # only those whose calls contain a word
    python3 Scripts/referee/applications.py compare         # builds them with convsh and compares; a word as above
    python3 Scripts/referee/applications.py table 'VGG16(weights=None)'    # the table of one network

Of each network: the number of its operations, its parameters, those that are trained, and a hash of the table of name, class,
output shape and parameters of all operations in their order. Both sides run the program `TABLE`.
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
FILE = os.path.join(ROOT, "Tests", "RefereeTests", "Recorded", "applications.jsonl")

TABLE = """
from keras.applications import *
import keras

def count(weights):
    total = 0
    for w in weights:
        size = 1
        for n in w.shape:
            size *= n
        total += size
    return total

def row(layer):
    parameters = layer.count_params() if isinstance(layer, keras.layers.Layer) else 0
    return f"{layer.name} {type(layer).__name__} {tuple(layer.output.shape)} {parameters}"

def table(model):
    rows = [f"{model.name} {type(model).__name__} {tuple(model.output.shape)}"]
    rows += [row(layer) for layer in model.operations]
    return rows + [f"{count(model.weights)} {count(model.trainable_weights)}"]
"""

# The first of each list is built by the tests too, but for `LARGE`.
NETWORKS = {
    "VGG16": ["classes=10, input_shape=(64, 64, 3)", "", "include_top=False", "include_top=False, pooling='avg'",
              "include_top=False, pooling='max', input_shape=(48, 32, 1)"],
    "VGG19": ["include_top=False", "", "include_top=False, pooling='avg', input_shape=(32, 32, 3)"],
    "ResNet50": ["", "include_top=False", "include_top=False, pooling='avg', input_shape=(64, 96, 3)",
                 "include_top=False, pooling='max'", "classes=10, input_shape=(33, 47, 1), name='mine'",
                 "classifier_activation=None"],
    "ResNet101": ["", "include_top=False"],
    "ResNet152": ["", "include_top=False, pooling='max'"],
    "ResNet50V2": ["classes=10", "", "include_top=False", "include_top=False, pooling='avg', input_shape=(96, 96, 3)"],
    "ResNet101V2": ["", "include_top=False"],
    "ResNet152V2": ["", "include_top=False, pooling='avg'"],
    "MobileNet": ["", "alpha=0.25, classes=10, input_shape=(128, 128, 3)", "alpha=1.5, depth_multiplier=2, dropout=0.5",
                  "include_top=False", "include_top=False, pooling='avg', input_shape=(64, 65, 3)",
                  "include_top=False, pooling='max', alpha=0.5"],
    "MobileNetV2": ["", "alpha=0.35, input_shape=(96, 96, 3)", "alpha=1.4, classes=10", "include_top=False",
                    "include_top=False, pooling='avg', input_shape=(65, 99, 3)", "include_top=False, pooling='max'"],
    "MobileNetV3Small": ["", "minimalistic=True", "alpha=0.75, include_preprocessing=False", "include_top=False",
                         "include_top=False, pooling='avg', input_shape=(64, 65, 3)", "classes=10, dropout_rate=0",
                         "alpha=1.5, input_shape=(96, 96, 3)"],
    "MobileNetV3Large": ["minimalistic=True, alpha=0.5", "", "alpha=1.25", "include_top=False, pooling='max'"],
    "DenseNet121": ["classes=10", "", "include_top=False", "include_top=False, pooling='avg', input_shape=(64, 64, 1)"],
    "DenseNet169": ["", "include_top=False, pooling='max'"],
    "DenseNet201": ["", "include_top=False"],
    "InceptionV3": ["", "include_top=False", "include_top=False, pooling='avg', input_shape=(75, 139, 3)",
                    "include_top=False, pooling='max'", "classes=10"],
    "Xception": ["", "include_top=False", "include_top=False, pooling='avg', input_shape=(71, 100, 3)",
                 "include_top=False, pooling='max'", "classes=10"],
    "InceptionResNetV2": ["include_top=False, pooling='avg'", "", "include_top=False, input_shape=(75, 80, 3)",
                          "include_top=False, pooling='max'", "classes=10"],
    "EfficientNetB0": ["", "include_top=False", "include_top=False, pooling='avg', input_shape=(65, 96, 3)",
                       "include_top=False, pooling='max'", "classes=10, input_shape=(64, 64, 1)"],
    "EfficientNetB1": [""], "EfficientNetB2": ["include_top=False"], "EfficientNetB3": [""], "EfficientNetB4": [""],
    "EfficientNetB5": [""], "EfficientNetB6": [""], "EfficientNetB7": ["", "include_top=False"],
    "EfficientNetV2B0": ["", "include_top=False", "include_top=False, pooling='avg', input_shape=(64, 96, 3)",
                         "include_top=False, pooling='max'", "classes=10, include_preprocessing=False",
                         "input_shape=(64, 64, 1)"],
    "EfficientNetV2B1": [""], "EfficientNetV2B2": [""], "EfficientNetV2B3": ["include_top=False"],
    "EfficientNetV2S": ["", "include_top=False"], "EfficientNetV2M": [""], "EfficientNetV2L": [""],
    "NASNetMobile": ["", "include_top=False", "include_top=False, pooling='avg', input_shape=(65, 96, 3)",
                     "include_top=False, pooling='max'", "classes=10"],
    "NASNetLarge": ["", "include_top=False"],
    "ConvNeXtTiny": ["", "include_top=False", "include_top=False, pooling='avg', input_shape=(64, 96, 3)",
                     "include_top=False, pooling='max'", "classes=10, include_preprocessing=False, name='mine'",
                     "input_shape=(64, 64, 1)"],
    "ConvNeXtSmall": [""], "ConvNeXtBase": [""], "ConvNeXtLarge": [""], "ConvNeXtXLarge": ["include_top=False"],
}

# Networks that the tests do not build, as they take long.
LARGE = {
    "ResNet101", "ResNet152", "ResNet101V2", "ResNet152V2", "DenseNet169", "DenseNet201", "InceptionResNetV2",
    "EfficientNetB1", "EfficientNetB2", "EfficientNetB3", "EfficientNetB4", "EfficientNetB5", "EfficientNetB6",
    "EfficientNetB7", "EfficientNetV2B1", "EfficientNetV2B2", "EfficientNetV2B3", "EfficientNetV2S", "EfficientNetV2M",
    "EfficientNetV2L", "NASNetLarge", "ConvNeXtSmall", "ConvNeXtBase", "ConvNeXtLarge", "ConvNeXtXLarge",
}

# Calls that say something else than that no weights are wanted.
OTHERS = [
    "VGG16(weights=None, input_tensor=keras.layers.Input((40, 40, 3), name='picture'), classes=5)",
    "MobileNetV2(weights=None, input_tensor=keras.layers.Input((96, 96, 3)), include_top=False)",
    "ResNet50(weights=None, input_tensor=keras.layers.Conv2D(3, 3, name='before')(keras.layers.Input((70, 70, 5))))",
    "keras.applications.resnet50.ResNet50(True, None, classes=3)",
    "NASNetMobile(weights=None, input_tensor=keras.layers.Input((None, None, 3)), include_top=False)",
    "MobileNet(alpha=0.5, include_top=False, input_shape=(160, 96, 3))",
    "MobileNetV2(include_top=False, input_shape=(96, 96, 3))",
    "EfficientNetB0()",
    "ConvNeXtTiny(include_top=False)",
    "(keras.config.set_image_data_format('channels_first'), MobileNet(weights=None))[1]",
    "(keras.config.set_image_data_format('channels_first'), MobileNetV2(weights=None, include_top=False))[1]",
    "(keras.config.set_image_data_format('channels_first'), MobileNetV3Small(weights=None))[1]",
    "(keras.config.set_image_data_format('channels_first'), ResNet50V2(weights=None, input_shape=(1, 64, 96)))[1]",
    "(keras.config.set_image_data_format('channels_first'), EfficientNetB0(weights=None))[1]",
    "(keras.config.set_image_data_format('channels_first'), EfficientNetV2B0(weights=None, include_top=False))[1]",
    "(keras.config.set_image_data_format('channels_first'), Xception(weights=None))[1]",
    "keras.Model(x := keras.layers.Input((8, 8, 3)), keras.applications.vgg16.preprocess_input(x))",
    "keras.Model(x := keras.layers.Input((8, 8, 3)), keras.applications.mobilenet.preprocess_input(x))",
    "keras.Model(x := keras.layers.Input((3, 8, 8)), keras.applications.resnet.preprocess_input(x, 'channels_first'))",
]


def cases():
    for name, variants in NETWORKS.items():
        for number, arguments in enumerate(variants):
            call = f"{name}(weights=None, {arguments})" if arguments else f"{name}(weights=None)"
            yield call, number == 0 and name not in LARGE
    for call in OTHERS:
        yield call, not any(name in call for name in LARGE | {"NASNetMobile", "ConvNeXtTiny", "Xception", "EfficientNetV2B0"})


def fingerprint(rows):
    """The 64-bit FNV-1a hash of the table's text."""
    value = 0xCBF29CE484222325
    for byte in "\n".join(rows).encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def summary(call, rows):
    total, trainable = map(int, rows[-1].split())
    return {"c": call, "total": total, "trainable": trainable, "operations": len(rows) - 2, "hash": fingerprint(rows)}


def of_keras(call):
    import keras
    from keras.src.utils import file_utils

    # Trained weights are neither loaded nor wanted: what `weights="imagenet"` changes of the layers is.
    file_utils.get_file = lambda *arguments, **options: None
    keras.Model.load_weights = lambda *arguments, **options: None
    keras.backend.clear_session()
    keras.config.set_image_data_format("channels_last")
    names = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(TABLE + f"rows = table({call})", names)
    return names["rows"]


def of_convsh(calls):
    """The tables of several calls, each in a session as good as new."""
    program = TABLE + "".join(
        f"keras.backend.clear_session()\nkeras.config.set_image_data_format('channels_last')\ntry:\n    print('\\n'.join(table({call})))\n"
        f"except Exception as e:\n    print(type(e).__name__, e)\nprint('----')\n" for call in calls)
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(program)
        file.flush()
        convsh = os.environ.get("CONVSH", os.path.join(ROOT, ".build", "debug", "convsh"))
        ran = subprocess.run([convsh, "--quiet", file.name], capture_output=True, text=True)
    answers = ran.stdout.split("----\n")
    if len(answers) != len(calls) + 1:
        sys.exit(f"convsh stopped:\n{ran.stdout[-2000:]}{ran.stderr[-2000:]}")
    return [answer.splitlines() for answer in answers[:-1]]


def recorded_entries():
    if not os.path.exists(FILE):
        return {}
    with open(FILE) as file:
        return {entry["c"]: entry for entry in map(json.loads, file)}


def record(wanted):
    before = recorded_entries()
    entries = []
    for call, tested in cases():
        if call in before and wanted not in call:
            entry = before[call]
        else:
            entry = summary(call, of_keras(call))
            print(entry, flush=True)
        entries.append({**entry, "tested": tested})
    with open(FILE, "w") as file:
        for entry in entries:
            file.write(json.dumps(entry, separators=(",", ":")) + "\n")


def compare(wanted):
    recorded = [entry for entry in recorded_entries().values() if wanted in entry["c"]]
    wrong = 0
    for entry, rows in zip(recorded, of_convsh([entry["c"] for entry in recorded])):
        if fingerprint(rows) == entry["hash"]:
            continue
        wrong += 1
        print("differs:", entry["c"])
        theirs = of_keras(entry["c"])
        differences = [(a, b) for a, b in zip(rows, theirs) if a != b]
        print(f"    {len(rows)} rows, not {len(theirs)}")
        for own, other in differences[:4]:
            print(f"    {own}\n    not {other}")
    print(f"{len(recorded)} networks, {wrong} differ")
    return wrong


def main():
    action, word = (sys.argv[1:] + ["", ""])[:2]
    if action == "record":
        record(word)
    elif action == "compare":
        sys.exit(compare(word) > 0)
    elif action == "table":
        print("\n".join(of_convsh([word])[0]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
