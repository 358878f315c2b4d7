"""Reads GIF files that `animate` writes with Pillow, and compares them with what convsh says of the animation.

Needs pillow. Usage: gif.py PATH_OF_CONVSH
"""

import json
import subprocess
import sys
import tempfile

from PIL import Image

LAYERS = [
    'Conv2D(2, 3, padding="same")(Input((9, 7, 1)))',
    'MaxPooling2D(2)(Input((8, 8, 3)))',
    'Conv2DTranspose(1, 3, strides=2)(Input((4, 3, 1)))',
    'Conv1D(1, 3, dilation_rate=2, padding="causal")(Input((12, 1)))',
]


def output(convsh, code, *flags):
    return subprocess.run([convsh, *flags, "-c", code], check=True, capture_output=True, text=True).stdout


def main():
    convsh = sys.argv[1]
    for layer in LAYERS:
        with tempfile.NamedTemporaryFile(suffix=".gif") as file:
            output(convsh, f"y = {layer}; animate(y, {file.name!r})")
            items = [json.loads(line) for line in output(convsh, f"y = {layer}; animate(y)", "--json").splitlines()]
            frames = next(item for item in items if item.get("kind") == "animation")["frames"]
            image = Image.open(file.name)
            assert image.n_frames == len(frames), (layer, image.n_frames, len(frames))
            assert image.info["loop"] == 0, layer
            before = None
            for number in range(image.n_frames):
                image.seek(number)
                assert image.info["duration"] >= 40, (layer, number)
                pixels = image.convert("RGB").tobytes()
                assert pixels != before, f"{layer}: picture {number} is the one before"
                before = pixels
        print(f"{layer}: {len(frames)} pictures of {image.size[0]}x{image.size[1]}")


main()
