#!/usr/bin/env python3
"""Decode the images that convsh writes for terminals with Pillow, and compare them with its half blocks in 24 bits.

usage: pictures.py CONVSH        needs pillow; libsixel's sixel2png, where it is installed, decodes too

Maps of several sizes are drawn in all four styles. Each image is decoded (PNG by Pillow, sixel by the reader below and by libsixel), reduced
to one pixel a cell, and must have the colours of the half blocks; sixel's colours are percentages, so they may differ by 2. Plots must be the
same pixels in all three.
"""
import base64, io, random, re, shutil, subprocess, sys, tempfile
from PIL import Image

random.seed(3)
SIZES = [(5, 7), (12, 12), (32, 32), (1, 9), (26, 26)] + [(random.randint(1, 40), random.randint(1, 32)) for _ in range(15)]


def run(convsh, style, rows, columns):
    code = (f'show(np.sin(np.arange({rows * columns})).reshape(({rows}, {columns})) * 3, style="{style}", values=False)')
    return subprocess.run([convsh, "-c", code], capture_output=True, text=True, check=True).stdout


def plot(convsh, style, count):
    code = f'show(np.sin(np.arange({count}) / 7) * 3, style="{style}")'
    return subprocess.run([convsh, "-c", code], capture_output=True, text=True, check=True).stdout


def cells(output, rows, columns):
    """The colours of half blocks, two rows a line."""
    lines = [line for line in output.split("\n") if "▀" in line][: (rows + 1) // 2]
    grid = []
    for line in lines:
        front = back = None
        top, bottom = [], []
        for code, character in re.findall(r"\x1b\[([0-9;]*)m|(.)", line):
            if character:
                if character == "▀":
                    top.append(front), bottom.append(back)
                continue
            numbers = [int(n or 0) for n in code.split(";")]
            while numbers:
                number = numbers.pop(0)
                if number in (38, 48):
                    _, *colour = [numbers.pop(0) for _ in range(4)]
                    if number == 38: front = tuple(colour)
                    else: back = tuple(colour)
                elif number == 0: front = back = None
                elif number == 39: front = None
                elif number == 49: back = None
        grid += [top, bottom]
    return grid[:rows]


def png(data):
    image = Image.open(io.BytesIO(base64.b64decode(data)))
    image.load()
    return image.convert("RGBA")


def kitty(output):
    return png("".join(re.findall(r"\x1b_G[^;]*;([^\x1b]*)\x1b\\", output)))


def iterm2(output):
    return png(re.search(r"\x1b\]1337;File=[^:]*:([^\x07]*)\x07", output)[1])


def sixel(output):
    width, height, body = re.search(r"\x1bP0;1;0q\"1;1;(\d+);(\d+)(.*?)\x1b\\", output, re.S).groups()
    image = Image.new("RGBA", (int(width), int(height)))
    colours, colour, x, y = {}, None, 0, 0
    for token in re.findall(r"#\d+(?:;2;\d+;\d+;\d+)?|!\d+[?-~]|[$-]|[?-~]", body):
        if token[0] == "#":
            numbers = [int(n) for n in token[1:].split(";")]
            if len(numbers) > 1: colours[numbers[0]] = tuple(round(n * 2.55) for n in numbers[2:]) + (255,)
            colour = numbers[0]
        elif token == "$": x = 0
        elif token == "-": x, y = 0, y + 6
        else:
            count = int(token[1:-1]) if token[0] == "!" else 1
            for _ in range(count):
                for bit in range(6):
                    if (ord(token[-1]) - 63) >> bit & 1: image.putpixel((x, y + bit), colours[colour])
                x += 1
    return image


def libsixel(output):
    """What libsixel makes of it; what it leaves transparent is not told apart from black."""
    with tempfile.NamedTemporaryFile(suffix=".six") as file:
        file.write(re.search(r"\x1bP.*?\x1b\\", output, re.S)[0].encode())
        file.flush()
        made = subprocess.run(["sixel2png", "-i", file.name, "-o", "-"], capture_output=True, check=True).stdout
    return Image.open(io.BytesIO(made)).convert("RGBA")


def pixels(image): return list(zip(*[iter(image.tobytes())] * 4))


def check_plots(convsh):
    for count in (1, 7, 100, 5000):
        first = kitty(plot(convsh, "kitty", count))
        assert first.tobytes() == iterm2(plot(convsh, "iterm2", count)).tobytes(), count
        other = sixel(plot(convsh, "sixel", count))
        near = [all(abs(a - b) <= 2 for a, b in zip(p, q)) or p[3] == q[3] == 0 for p, q in zip(pixels(first), pixels(other))]
        assert first.size == other.size and all(near), (count, near.count(False))


def main():
    convsh = sys.argv[1]
    checked = 0
    decoders = [("kitty", kitty, 0), ("iterm2", iterm2, 0), ("sixel", sixel, 2)]
    if shutil.which("sixel2png"): decoders.append(("sixel", libsixel, 2))
    check_plots(convsh)
    for rows, columns in SIZES:
        wanted = cells(run(convsh, "truecolor", rows, columns), rows, columns)
        for name, decode, tolerance in decoders:
            image = decode(run(convsh, name, rows, columns))
            side = max(1, min(8, 256 // max(rows, columns)))
            for row in range(rows):
                for column in range(columns):
                    for dy in (0, side - 1):
                        for dx in (0, side - 1):
                            pixel = image.getpixel((column * side + dx, row * side + dy))
                            near = all(abs(a - b) <= tolerance for a, b in zip(pixel, wanted[row][column]))
                            assert near and pixel[3] == 255, (name, rows, columns, row, column, pixel, wanted[row][column])
                            checked += 1
    print(f"{checked} pixels of kitty, iTerm2 and sixel images are those of the half blocks ({len(decoders)} decoders)")


main()
