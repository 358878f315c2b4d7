#!/usr/bin/env python3
"""Compare what `reaches` says of random networks with windows that are moved here, pixel by pixel.

usage: reaches.py CONVSH [COUNT [SEED]]        needs nothing but Python

Each of COUNT networks (1,000) has one to three layers of nine kinds over an input of a random size. For two of its pixels, the outputs that
read them are found by Keras's arithmetic of windows, along each axis on its own, and must be those that convsh names.
"""
import json, random, subprocess, sys, tempfile

PER_RUN = 250


def starts(length, window, stride, padding):
    """Where windows begin: before the first pixel, where there is padding."""
    if padding == "valid":
        return [o * stride for o in range((length - window) // stride + 1)]
    count = -(-length // stride)
    before = max((count - 1) * stride + window - length, 0) // 2
    return [o * stride - before for o in range(count)]


def windows(length, kernel, stride, dilation, padding):
    """The pixels that each output reads."""
    first = starts(length, (kernel - 1) * dilation + 1, stride, padding)
    reads = [[f + j * dilation for j in range(kernel)] for f in first]
    return [{i for i in pixels if 0 <= i < length} for pixels in reads]


def transposed(length, kernel, stride, padding):
    """The pixels that are spread over each output of a transposed convolution."""
    count = length * stride if padding == "same" else length * stride + max(kernel - stride, 0)
    before = max(kernel - stride, 0) // 2 if padding == "same" else 0
    return [{i for i in range(length) if 0 <= o + before - i * stride < kernel} for o in range(count)]


def window_layer(dice, lengths):
    padding = dice.choice(["valid", "same"])
    kernel = [dice.randint(1, 4), dice.randint(1, 4)]
    stride, dilation = dice.choice([(1, 1), (2, 1), (3, 1), (1, 2), (1, 3)])
    name = dice.choice(["Conv2D", "DepthwiseConv2D", "SeparableConv2D", "MaxPooling2D", "AveragePooling2D"])
    if "Pooling" in name: dilation = 1
    size = f"({kernel[0]}, {kernel[1]})"
    rest = f'strides={stride}, padding="{padding}"' + (f", dilation_rate={dilation}" if dilation > 1 else "")
    first = "2, " if name in ("Conv2D", "SeparableConv2D") else ""
    return f"{name}({first}{size}, {rest})", [
        windows(n, k, stride, dilation, padding) for n, k in zip(lengths, kernel)]


def transposed_layer(dice, lengths):
    padding, stride = dice.choice(["valid", "same"]), dice.randint(1, 3)
    kernel = [dice.randint(1, 4), dice.randint(1, 4)]
    code = f'Conv2DTranspose(2, ({kernel[0]}, {kernel[1]}), strides={stride}, padding="{padding}")'
    return code, [transposed(n, k, stride, padding) for n, k in zip(lengths, kernel)]


def upsampling(dice, lengths):
    factor = dice.randint(2, 3)
    return f"UpSampling2D({factor})", [[{o // factor} for o in range(n * factor)] for n in lengths]


def zero_padding(dice, lengths):
    pads = [(dice.randint(0, 2), dice.randint(0, 2)) for _ in lengths]
    code = f"ZeroPadding2D((({pads[0][0]}, {pads[0][1]}), ({pads[1][0]}, {pads[1][1]})))"
    return code, [[{o - a} & set(range(n)) for o in range(a + n + b)] for n, (a, b) in zip(lengths, pads)]


def cropping(dice, lengths):
    crops = [(dice.randint(0, 1), dice.randint(0, 1)) for _ in lengths]
    code = f"Cropping2D((({crops[0][0]}, {crops[0][1]}), ({crops[1][0]}, {crops[1][1]})))"
    return code, [[{i} for i in range(a, n - b)] for n, (a, b) in zip(lengths, crops)]


LAYERS = [window_layer] * 5 + [transposed_layer, upsampling, zero_padding, cropping]


def network(dice):
    """The layers' code, and for each axis the pixels that each output reads."""
    size = [dice.randint(4, 16), dice.randint(4, 16)]
    reads = [[{i} for i in range(n)] for n in size]
    code = []
    for _ in range(dice.randint(1, 3)):
        lengths = [len(axis) for axis in reads]
        if max(lengths) > 60: break
        text, steps = dice.choice(LAYERS)(dice, lengths)
        if any(not axis for axis in steps): continue
        code.append(text)
        reads = [[set().union(*(before[i] for i in pixels)) for pixels in step] for before, step in zip(reads, steps)]
    return size, code, reads


def spans(places):
    """Places in order as ranges of neighbours."""
    result = []
    for place in places:
        if result and result[-1][1] == place - 1: result[-1][1] = place
        else: result.append([place, place])
    return result


def cases(dice, count):
    for number in range(count):
        size, layers, reads = network(dice)
        if not layers: continue
        lines = [f"x{number} = Input(({size[0]}, {size[1]}, 2));", f"y{number} = x{number};"]
        lines += [f"y{number} = {layer}(y{number});" for layer in layers]
        for _ in range(2):
            pixel = [dice.randrange(size[0]), dice.randrange(size[1])]
            seeing = [spans(o for o, pixels in enumerate(axis) if p in pixels) for axis, p in zip(reads, pixel)]
            yield lines + [f"reaches(x{number}, {pixel[0]}, {pixel[1]}, y{number})"], seeing
            lines = []


def answers(convsh, lines):
    with tempfile.NamedTemporaryFile("w", suffix=".conv") as script:
        script.write("\n".join(lines) + "\n")
        script.flush()
        output = subprocess.run([convsh, "--json", script.name], capture_output=True, text=True, check=True).stdout
    return [each for each in map(json.loads, output.splitlines()) if each.get("kind") == "reaches"]


def seen(answer):
    axes = answer["tensors"][0]["axes"] if answer["tensors"] else []
    ranges = [axis["seeing"] for axis in axes]
    return ranges if all(ranges) else [[], []]


def main():
    convsh, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    compared = wrong = 0
    while count > 0:
        batch = list(cases(dice, min(PER_RUN, count)))
        count -= PER_RUN
        got = answers(convsh, [line for lines, _ in batch for line in lines])
        assert len(got) == len(batch), f"{len(got)} answers to {len(batch)} questions"
        code = []
        for (lines, expected), answer in zip(batch, got):
            code = lines if len(lines) > 1 else code[:-1] + lines
            expected = expected if all(expected) else [[], []]
            compared += 1
            if seen(answer) != expected:
                wrong += 1
                print("\n".join(code), "\n  convsh:", seen(answer), "\n  windows:", expected)
    print(f"{compared} pixels, {wrong} differ")
    sys.exit(1 if wrong else 0)


main()
