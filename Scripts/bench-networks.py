"""Measures whole networks, one image forward, beside Keras on TensorFlow in one run, alternating. Called by
Scripts/bench --networks.

The networks are those of Scripts/models. Keras runs the models of keras.applications with random weights in two
ways: by `predict`, as one calls it, and by `predict_on_batch`, which is no more than the compiled computation.
"""
import argparse, json, math, os, subprocess, sys, tempfile, time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
ROUNDS, RUNS = 3, 8
HERE = os.path.dirname(os.path.abspath(__file__))
NETWORKS = {"VGG16": "vgg16", "ResNet50": "resnet50", "MobileNetV2": "mobilenetv2"}
MEASURE = """
import time
import numpy as np
data = np.ones((1, 224, 224, 3));
model.predict(data);
for run in range({runs}):
    start = time.time()
    model.predict(data);
    print(time.time() - start)
"""


def script_of(network):
    with open(os.path.join(HERE, "models", NETWORKS[network] + ".conv")) as file:
        return file.read().removesuffix("model.summary()\n")


def run_convsh(binary, text):
    """What a script prints, and how long the whole process took in milliseconds."""
    with tempfile.NamedTemporaryFile("w", suffix=".conv") as file:
        file.write(text)
        file.flush()
        start = time.perf_counter()
        result = subprocess.run([binary, "--quiet", file.name], capture_output=True, text=True, check=True)
        return result.stdout, (time.perf_counter() - start) * 1000


def convsh_forward(binary, network):
    output, _ = run_convsh(binary, script_of(network) + MEASURE.format(runs=RUNS))
    return min(map(float, output.split())) * 1000


def convsh_build(binary, network):
    return min(run_convsh(binary, script_of(network) + "summary(model)\n")[1] for _ in range(5))


def shortest(call):
    best = math.inf
    for _ in range(RUNS):
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def keras_forward(network):
    """Two functions that measure Keras: by predict and by predict_on_batch."""
    import keras
    import numpy

    model = getattr(keras.applications, network)(weights=None)
    image = numpy.ones((1, 224, 224, 3), numpy.float32)
    calls = [lambda: model.predict(image, verbose=0), lambda: model.predict_on_batch(image)]
    for call in calls:
        call()
    return [lambda call=call: shortest(call) for call in calls]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("convsh")
    parser.add_argument("--networks", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    columns = ["convsh", "predict", "on batch"]
    if not options.json:
        print(f"{'network, ms':14}" + "".join(f"{name:>12}" for name in columns)
              + f"{'to predict':>14}{'to on batch':>14}{'build, summary':>17}")
    for network in NETWORKS:
        measures = [lambda: convsh_forward(options.convsh, network), *keras_forward(network)]
        best = [math.inf] * len(measures)
        for _ in range(ROUNDS):
            best = [min(before, measure()) for before, measure in zip(best, measures)]
        build = convsh_build(options.convsh, network)
        if options.json:
            print(json.dumps({"network": network, "ms": dict(zip(columns, best)), "build": build}))
        else:
            print(f"{network:14}" + "".join(f"{ms:12.1f}" for ms in best)
                  + f"{best[1] / best[0]:14.2f}{best[2] / best[0]:14.2f}{build:17.1f}", flush=True)


main()
