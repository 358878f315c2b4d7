"""Measures convsh's layers beside PyTorch, ONNX Runtime and ncnn in one run, alternating. Called by Scripts/bench --peers.

The layers come from `convsh-bench --list`. Each library gets its weights and its input ready beforehand; PyTorch is
measured in both memory formats and the faster one counts. The peers add the bias only; convsh adds a ReLU as well.

Where CONVSH_ISA forces an instruction set, PyTorch is held to it by the switches of oneDNN, ATen and MKL, which are read
when they are loaded. ONNX Runtime and ncnn have no such switch.
"""
import argparse, json, math, os, subprocess, tempfile, time

PYTORCH_SWITCHES = ("ONEDNN_MAX_CPU_ISA", "ATEN_CPU_CAPABILITY", "MKL_ENABLE_INSTRUCTIONS")
PYTORCH_LEVELS = {
    "baseline": ("SSE41", "default", "SSE4_2"),
    "avx2": ("AVX2", "avx2", "AVX2"),
    "avx512": ("AVX512_CORE", "avx512", "AVX512"),
}
FORCED = os.environ.get("CONVSH_ISA", "").lower()
if FORCED in PYTORCH_LEVELS:
    os.environ.update(zip(PYTORCH_SWITCHES, PYTORCH_LEVELS[FORCED]))

import numpy as np
import torch
import onnx
import onnxruntime
import ncnn

ROUNDS, SECONDS = 4, 0.12


def shortest(run):
    """The shortest of as many runs as fit in SECONDS, at least two, in milliseconds."""
    best, runs, end = math.inf, 0, time.perf_counter() + SECONDS
    while runs < 2 or time.perf_counter() < end:
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
        runs += 1
    return best * 1000


def pads(layer):
    """Zeros before and after along each axis, as Keras has it."""
    result = []
    for size, kernel, stride in zip(layer["input"], layer["kernel"], layer["strides"]):
        extent = (kernel - 1) * layer["dilation"] + 1
        total = max((-(-size // stride) - 1) * stride + extent - size, 0) if layer["same"] else 0
        result.append((total // 2, total - total // 2))
    return result


def random(*shape):
    return np.random.default_rng(1).uniform(-1, 1, shape).astype(np.float32)


class Torch:
    def __init__(self, layer, threads):
        torch.set_num_threads(threads)
        self.threads = threads
        self.runs = [self.prepare(layer, last) for last in ((False, True) if len(layer["input"]) > 1 else (False,))]

    def prepare(self, layer, channels_last):
        rank, kind = len(layer["input"]), layer["kind"]
        image = torch.from_numpy(random(layer["batch"], layer["channels"], *layer["input"]))
        before_after = [amount for pair in reversed(pads(layer)) for amount in pair]
        symmetric = all(before == after for before, after in pads(layer))
        padding = [before for before, _ in pads(layer)] if symmetric else 0
        Pad = getattr(torch.nn, f"ConstantPad{rank}d", None)
        if kind == "convolution":
            module = getattr(torch.nn, f"Conv{rank}d")(
                layer["channels"], layer["filters"], layer["kernel"], layer["strides"], padding, layer["dilation"],
                layer["groups"])
        elif kind == "transposed":
            cut = [(k - s) // 2 for k, s in zip(layer["kernel"], layer["strides"])]
            module = getattr(torch.nn, f"ConvTranspose{rank}d")(
                layer["channels"], layer["filters"], layer["kernel"], layer["strides"], cut)
            symmetric = True
        elif kind == "dense":
            module = torch.nn.Linear(layer["channels"], layer["filters"])
        else:
            pool = "MaxPool" if kind == "maxPooling" else "AvgPool"
            module = getattr(torch.nn, f"{pool}{rank}d")(layer["kernel"], layer["strides"], padding)
        if not symmetric and kind != "maxPooling":
            module = torch.nn.Sequential(Pad(before_after, 0.0), module)
        elif not symmetric:
            module = torch.nn.MaxPool2d(layer["kernel"], layer["strides"], ceil_mode=True)
        if channels_last and rank in (2, 3):
            memory = torch.channels_last if rank == 2 else torch.channels_last_3d
            module, image = module.to(memory_format=memory), image.contiguous(memory_format=memory)
        module.eval()
        return lambda: module(image)

    def measure(self):
        torch.set_num_threads(self.threads)
        with torch.inference_mode():
            return min(shortest(run) for run in self.runs)


class OnnxRuntime:
    def __init__(self, layer, threads):
        rank, kind = len(layer["input"]), layer["kind"]
        onnx_pads = [b for b, _ in pads(layer)] + [a for _, a in pads(layer)]
        common = {"kernel_shape": layer["kernel"], "strides": layer["strides"], "pads": onnx_pads}
        weights = []
        if kind == "convolution":
            weights = [random(layer["filters"], layer["channels"] // layer["groups"], *layer["kernel"]),
                       random(layer["filters"])]
            node = onnx.helper.make_node("Conv", ["x", "w0", "w1"], ["y"], group=layer["groups"],
                                         dilations=[layer["dilation"]] * rank, **common)
        elif kind == "transposed":
            weights = [random(layer["channels"], layer["filters"], *layer["kernel"]), random(layer["filters"])]
            cut = [(k - s) // 2 for k, s in zip(layer["kernel"], layer["strides"])]
            node = onnx.helper.make_node("ConvTranspose", ["x", "w0", "w1"], ["y"],
                                         **{**common, "pads": cut + cut})
        elif kind == "dense":
            weights = [random(layer["channels"], layer["filters"]), random(layer["filters"])]
            node = onnx.helper.make_node("Gemm", ["x", "w0", "w1"], ["y"])
        else:
            node = onnx.helper.make_node("MaxPool" if kind == "maxPooling" else "AveragePool", ["x"], ["y"], **common)
        shape = [layer["batch"], layer["channels"], *layer["input"]]
        graph = onnx.helper.make_graph(
            [node], "layer", [onnx.helper.make_tensor_value_info("x", onnx.TensorProto.FLOAT, shape)],
            [onnx.helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, None)],
            [onnx.numpy_helper.from_array(w, f"w{i}") for i, w in enumerate(weights)])
        model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=9)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"])
        self.input = {"x": random(*shape)}

    def measure(self):
        return shortest(lambda: self.session.run(None, self.input))


class Ncnn:
    def __init__(self, layer, threads):
        rank, kind = len(layer["input"]), layer["kind"]
        if layer["batch"] != 1:
            raise NotImplementedError("ncnn has no batches")
        suffix = {0: "", 1: "1D", 2: "", 3: "3D"}[rank]
        c, f, p = layer["channels"], layer["filters"], pads(layer)
        kernel, stride = layer["kernel"][::-1], layer["strides"][::-1]
        at = {"kernel": (1, 11, 21), "dilation": (2, 12, 22), "stride": (3, 13, 23), "pad": (4, 14, 24)}
        sizes = "".join(f" {at['kernel'][i]}={kernel[i]} {at['stride'][i]}={stride[i]}" for i in range(rank))
        self.weights = []
        if kind in ("convolution", "transposed"):
            name = ("Convolution" if kind == "convolution" else "Deconvolution") + suffix
            cut = [b for b, _ in p][::-1]
            if kind == "transposed":
                cut = [(k - s) // 2 for k, s in zip(kernel, stride)]
            if any(before != after for before, after in p) and kind == "convolution":
                cut = [-233] * rank
            count = c // layer["groups"] * f * math.prod(kernel)
            text = f"0={f} 5=1 6={count}{sizes}"
            text += "".join(f" {at['dilation'][i]}={layer['dilation']} {at['pad'][i]}={cut[i]}" for i in range(rank))
            if layer["groups"] > 1:
                name, text = "ConvolutionDepthWise" + suffix, text + f" 7={layer['groups']}"
            self.weights = [np.zeros(1, np.float32), random(count), random(f)]
        elif kind == "dense":
            name, text = "InnerProduct", f"0={f} 1=1 2={c * f}"
            self.weights = [np.zeros(1, np.float32), random(c * f), random(f)]
        else:
            name = "Pooling" + suffix
            text = f"0={int(kind != 'maxPooling')} 1={kernel[0]} 2={stride[0]} 5=2"
        self.net = ncnn.Net()
        self.net.opt.num_threads = threads
        self.net.opt.use_fp16_packed = self.net.opt.use_fp16_storage = self.net.opt.use_fp16_arithmetic = False
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "param"), "w") as file:
                file.write(f"7767517\n2 2\nInput in 0 1 in\n{name} layer 1 1 in out {text}\n")
            with open(os.path.join(folder, "bin"), "wb") as file:
                file.write(b"".join(w.tobytes() for w in self.weights))
            self.net.load_param(os.path.join(folder, "param"))
            self.net.load_model(os.path.join(folder, "bin"))
        self.input = ncnn.Mat(random(c, *layer["input"]))

    def run(self):
        extractor = self.net.create_extractor()
        extractor.input("in", self.input)
        status, _ = extractor.extract("out")
        if status != 0:
            raise RuntimeError("ncnn refused the layer")

    def measure(self):
        return shortest(self.run)


class Convsh:
    def __init__(self, bench):
        self.process = subprocess.Popen([bench, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def measure(self, number, threads):
        self.process.stdin.write(f"{threads} {SECONDS} {number}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


def measure(convsh, number, layer, threads):
    """The shortest time of each library over several rounds."""
    peers = {}
    for name, make in (("pytorch", Torch), ("onnxruntime", OnnxRuntime), ("ncnn", Ncnn)):
        try:
            peers[name] = make(layer, threads)
            peers[name].measure()
        except Exception:
            peers.pop(name, None)  # this library does not have this layer
    best = {name: math.inf for name in ["convsh", *peers]}
    for _ in range(ROUNDS):
        time.sleep(0.02)  # the peers' threads spin for a while after their work
        best["convsh"] = min(best["convsh"], convsh.measure(number, threads))
        for name, peer in peers.items():
            best[name] = min(best[name], peer.measure())
    return best


def note():
    """What the peers may use when an instruction set is forced."""
    if FORCED not in PYTORCH_LEVELS:
        return ""
    switches = ", ".join(f"{name}={os.environ[name]}" for name in PYTORCH_SWITCHES)
    return (f"{FORCED} is forced. PyTorch is held to it ({switches}); ONNX Runtime and ncnn have no switch and use all "
            "that the processor has.\n")


def mean(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else math.nan


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("names", nargs="*")
    options = parser.parse_intermixed_args()
    layers = json.loads(subprocess.run([options.bench, "--list"], capture_output=True, text=True, check=True).stdout)
    convsh = Convsh(options.bench)
    columns = ["convsh", "pytorch", "onnxruntime", "ncnn"]
    if not options.json:
        if note():
            print(note())
        print(f"{'layer, ms':34}{'threads':>8}" + "".join(f"{name:>13}" for name in columns)
              + f"{'to pytorch':>12}{'to fastest':>12}")
    to_torch, to_fastest = [], []
    for number, layer in enumerate(layers):
        if options.names and not any(name in layer["name"] for name in options.names):
            continue
        for threads in map(int, options.threads.split(",")):
            best = measure(convsh, number, layer, threads)
            torch_ratio = best.get("pytorch", math.nan) / best["convsh"]
            fastest_ratio = min(best[name] for name in best if name != "convsh") / best["convsh"]
            to_torch.append(torch_ratio)
            to_fastest.append(fastest_ratio)
            if options.json:
                print(json.dumps({"layer": layer["name"], "threads": threads, "ms": best}, ensure_ascii=False))
            else:
                print(f"{layer['name']:34}{threads:8}"
                      + "".join(f"{best[name]:13.3f}" if name in best else f"{'—':>13}" for name in columns)
                      + f"{torch_ratio:12.2f}{fastest_ratio:12.2f}", flush=True)
    if not options.json:
        print(f"\ngeometric mean of the ratios: {mean(to_torch):.2f} to PyTorch, {mean(to_fastest):.2f} to the fastest")


main()
