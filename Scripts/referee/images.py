#!/usr/bin/env python3
"""Record what Pillow makes of image files, Tests/ImageFilesTests/Recorded/images.json, and what Keras's functions of images answer,
Tests/RefereeTests/Recorded/images.json.

usage: images.py            needs pillow, numpy and keras

PNG files of all colour types, depths, with and without interlacing and transparency are written by the code below, since Pillow does not write all of them;
JPEG files of all subsamplings, progressive, grey and CMYK, and portable maps come from Pillow or are text. Each is decoded, converted and resized by Pillow.
"""
import base64, io, json, os, struct, zlib
import numpy as np
from PIL import Image

OUT = os.path.join(os.path.dirname(__file__), "../../Tests/ImageFilesTests/Recorded/images.json")
KERAS_OUT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../Tests/RefereeTests/Recorded/images.json"))
random = np.random.default_rng(7)


def b64(data): return base64.b64encode(bytes(data)).decode()


def chunk(kind, body): return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def packed(samples, depth, filter_type):
    """Rows of samples (rows, columns, channels) as PNG has them, each with a filter."""
    rows = []
    before = None
    for row in samples:
        flat = row.reshape(-1)
        if depth == 16: line = b"".join(struct.pack(">H", int(v)) for v in flat)
        elif depth == 8: line = bytes(int(v) for v in flat)
        else:
            bits = "".join(format(int(v), f"0{depth}b") for v in flat)
            bits += "0" * (-len(bits) % 8)
            line = bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))
        size = max(1, samples.shape[2] * depth // 8)
        zero = bytes(len(line))
        up = before or zero
        left = zero[:size] + line[:-size] if len(line) > size else zero[:len(line)]
        corner = (zero[:size] + up[:-size] if len(line) > size else zero[:len(line)]) if before else zero
        def paeth(a, b, c):
            p = a + b - c
            return min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
        kind = len(rows) % 5 if filter_type is None else filter_type
        predicted = [zero, left, up, bytes((a + b) // 2 for a, b in zip(left, up)), bytes(paeth(a, b, c) for a, b, c in zip(left, up, corner))][kind]
        rows.append(bytes([kind]) + bytes((v - p) & 255 for v, p in zip(line, predicted)))
        before = line
    return b"".join(rows)


def png(samples, depth, colour, interlaced, extra=b""):
    height, width, _ = samples.shape
    if interlaced:
        data = b""
        for x, y, dx, dy in ADAM7:
            part = samples[y::dy, x::dx]
            if part.size: data += packed(part, depth, None)
    else: data = packed(samples, depth, None)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, int(interlaced))) + extra
            + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b""))


def pixels(image):
    array = np.asarray(image)
    if image.mode == "1": return (array.astype(np.uint8) * 255).tobytes()
    if image.mode in ("I", "I;16"): return array.astype("<u2").tobytes()
    return array.tobytes()


def photo(width, height):
    y, x = np.mgrid[0:height, 0:width]
    colours = np.stack([128 + 100 * np.sin(x / 3), 128 + 100 * np.cos(y / 4), 128 + 90 * np.sin((x + y) / 5)], -1)
    return Image.fromarray((colours + random.integers(-20, 20, colours.shape)).clip(0, 255).astype(np.uint8))


def files():
    for colour, channels, depths in [(0, 1, [1, 2, 4, 8, 16]), (2, 3, [8, 16]), (3, 1, [1, 2, 4, 8]), (4, 2, [8, 16]), (6, 4, [8, 16])]:
        for depth in depths:
            for interlaced in (False, True):
                for width, height in [(9, 7), (1, 1)]:
                    samples = random.integers(0, 1 << depth, (height, width, channels))
                    extra = b""
                    entries = min(1 << depth, 200)
                    if colour == 3:
                        samples %= entries
                        extra = chunk(b"PLTE", random.integers(0, 256, 3 * entries, dtype=np.uint8).tobytes())
                    name = f"png colour {colour} depth {depth} {'interlaced ' if interlaced else ''}{width}x{height}"
                    yield name, png(samples, depth, colour, interlaced, extra)
                    if colour == 3 and width > 1:
                        clear = chunk(b"tRNS", random.integers(0, 256, max(1, entries // 2), dtype=np.uint8).tobytes())
                        yield name + " transparent", png(samples, depth, colour, interlaced, extra + clear)
                    if colour in (0, 2) and width > 1:
                        key = struct.pack(">H", int(samples[0, 0, 0])) if colour == 0 else b"".join(struct.pack(">H", int(v)) for v in samples[0, 0])
                        yield name + " key", png(samples, depth, colour, interlaced, chunk(b"tRNS", key))
    short = chunk(b"PLTE", bytes([10, 20, 30, 40, 50, 60]))
    yield "png beyond its palette", png(np.array([[[0], [1], [2], [200]]]), 8, 3, False, short)

    def saved(image, form, **options):
        out = io.BytesIO()
        image.save(out, form, **options)
        return out.getvalue()
    picture = photo(37, 29)
    for quality in (30, 75, 95):
        for name, subsampling in [("444", 0), ("422", 1), ("420", 2)]:
            for progressive in (False, True):
                yield (f"jpeg {name} quality {quality}{' progressive' if progressive else ''}",
                       saved(picture, "JPEG", quality=quality, subsampling=subsampling, progressive=progressive))
    yield "jpeg grey", saved(picture.convert("L"), "JPEG")
    yield "jpeg grey progressive", saved(picture.convert("L"), "JPEG", progressive=True)
    yield "jpeg CMYK", saved(picture.convert("CMYK"), "JPEG")
    yield "jpeg CMYK progressive", saved(picture.convert("CMYK"), "JPEG", progressive=True)
    yield "jpeg restarts", saved(picture, "JPEG", restart_marker_blocks=2)
    yield "jpeg optimized", saved(picture, "JPEG", optimize=True)
    yield "jpeg 1x1", saved(photo(1, 1), "JPEG")
    yield "jpeg RGB", saved(picture, "JPEG", keep_rgb=True)
    exif = Image.Exif()
    exif[0x0112] = 6
    yield "jpeg turned", saved(picture, "JPEG", exif=exif)
    yield "png turned", saved(picture.crop((0, 0, 5, 4)), "PNG", exif=exif)

    yield "pbm text", b"P1\n# a comment\n5 2\n1 0 1 0 1\n01010\n"
    yield "pgm text", b"P2 3 2 15\n0 5 15\n7 8 9\n"
    yield "ppm text", b"P3 2 1 255\n0 128 255  1 2 3\n"
    yield "pbm", b"P4 11 2\n" + bytes([0xA5, 0x40, 0x5A, 0xA0])
    yield "pgm", b"P5 3 2 255\n" + bytes(range(6))
    yield "pgm 100", b"P5 3 2 100\n" + bytes([0, 1, 33, 50, 99, 100])
    yield "pgm 16", b"P5 2 2 65535\n" + bytes([0, 1, 2, 3, 255, 254, 253, 252])
    yield "pgm 1000", b"P5 2 2 1000\n" + struct.pack(">4H", 0, 1, 500, 1000)
    yield "ppm", b"P6 2 2 255\n" + bytes(range(12))
    yield "ppm 16", b"P6 2 1 65535\n" + struct.pack(">6H", 0, 1, 128, 129, 65534, 65535)


cases = []
for name, data in files():
    image = Image.open(io.BytesIO(data))
    image.load()
    case = {"name": name, "file": b64(data), "mode": image.mode, "size": image.size, "pixels": b64(pixels(image)), "converted": {}}
    # What convert() makes of a colour that stands for transparency is not read.
    if "key" not in name and not name.startswith("jpeg 4"):
        for mode in ("L", "LA", "RGB", "RGBA"):
            if mode != image.mode and not (image.mode == "CMYK" and mode in ("LA", "RGBA")) and not (image.mode == "I" and mode == "LA"):
                case["converted"][mode] = b64(pixels(image.convert(mode)))
    cases.append(case)

filters = {"nearest": 0, "lanczos": 1, "bilinear": 2, "bicubic": 3, "box": 4, "hamming": 5}
sources = {"RGB": photo(23, 17), "L": photo(23, 17).convert("L"), "1": photo(23, 17).convert("1"),
           "RGBA": Image.fromarray(random.integers(0, 256, (17, 23, 4), dtype=np.uint8)),
           "LA": Image.fromarray(random.integers(0, 256, (17, 23, 2), dtype=np.uint8))}
resized = []
for mode, image in sources.items():
    results = []
    for name, number in filters.items():
        for size, box in [((7, 5), None), ((31, 40), None), ((23, 9), None), ((8, 8), (3, 0, 20, 17)), ((1, 1), None)]:
            if mode in ("1", "LA") and name in ("lanczos", "box", "hamming"): continue
            made = image.resize(size, number, box=box)
            results.append({"filter": name, "size": size, "box": box, "pixels": b64(pixels(made))})
    resized.append({"mode": mode, "size": image.size, "pixels": b64(pixels(image)), "results": results})

written = []
for mode in ("L", "RGB"):
    image = photo(21, 15).convert(mode)
    out = io.BytesIO()
    image.save(out, "JPEG")
    written.append({"mode": mode, "size": image.size, "pixels": b64(pixels(image)), "decoded": b64(pixels(Image.open(out)))})

os.makedirs(os.path.dirname(OUT), exist_ok=True)
with open(OUT, "w") as f:
    json.dump({"files": cases, "resized": resized, "written": written}, f, indent=0, separators=(",", ":"))

# What scripts do with images: expressions that yield arrays.
import tempfile
import keras
named = {"rgb.jpg": "jpeg 420 quality 75", "grey.jpg": "jpeg grey", "palette.png": "png colour 3 depth 8 9x7 transparent",
         "alpha.png": "png colour 6 depth 8 9x7", "grey_alpha.png": "png colour 4 depth 8 9x7", "bits.png": "png colour 0 depth 1 9x7",
         "deep.png": "png colour 0 depth 16 9x7", "cmyk.jpg": "jpeg CMYK", "map.ppm": "ppm"}
contents = {name: next(c["file"] for c in cases if c["name"] == source) for name, source in named.items()}
codes = []
for name in named:
    for mode in ("grayscale", "rgb", "rgba"):
        if name == "cmyk.jpg" and mode == "rgba": continue
        codes.append(f"keras.utils.img_to_array(keras.utils.load_img('{name}', color_mode='{mode}'))")
    codes.append(f"keras.utils.img_to_array(keras.utils.load_img('{name}', target_size=(5, 8)))")
    codes.append(f"np.array(Image.open('{name}'))")
for how in ("nearest", "bilinear", "bicubic", "hamming", "box", "lanczos"):
    for keep in (False, True):
        codes.append(f"keras.utils.img_to_array(keras.utils.load_img('rgb.jpg', target_size=(9, 24), interpolation='{how}', keep_aspect_ratio={keep}))")
codes += [
    "keras.utils.img_to_array(keras.utils.load_img('rgb.jpg'), data_format='channels_first')",
    "keras.utils.img_to_array(keras.utils.load_img('rgb.jpg'), dtype='uint8')",
    "keras.preprocessing.image.img_to_array(np.arange(6).reshape(2, 3))",
    "np.array(keras.utils.array_to_img(np.arange(60).reshape(4, 5, 3)))",
    "np.array(keras.utils.array_to_img(np.sin(np.arange(60)).reshape(4, 5, 3), scale=True, dtype='float64'))",
    "np.array(keras.utils.array_to_img(np.arange(60).reshape(4, 5, 3), scale=False))",
    "np.array(keras.utils.array_to_img(np.arange(60).reshape(3, 4, 5), data_format='channels_first'))",
    "np.array(keras.utils.array_to_img(np.arange(12).reshape(3, 4, 1) * 100, scale=False))",
    "np.array(keras.utils.array_to_img(np.zeros((2, 2, 4))))",
    "np.array(keras.utils.array_to_img(np.array([[[0.1], [np.nan]]])))",
    "np.array(Image.open('rgb.jpg').convert('L').resize((7, 5)))",
    "np.array(Image.open('alpha.png').resize((4, 4), Image.BILINEAR))",
    "np.array(Image.open('rgb.jpg').crop((2, 3, 9, 8)))",
    "np.array(Image.open('rgb.jpg').resize((6, 6), resample=Image.Resampling.LANCZOS, box=(0, 0, 12, 12)))",
    "np.array(Image.fromarray(np.arange(12, dtype='uint8').reshape(2, 2, 3)))",
    "np.array(Image.fromarray(np.array([[True, False]])))",
    "np.array(Image.open('grey.jpg')).astype('float32') / 255",
]
# Turning, thumbnails, new images and parts of them.
for name, fill in [("rgb.jpg", "(9, 200, 30)"), ("grey.jpg", "77"), ("alpha.png", "(1, 2, 3, 4)"), ("grey_alpha.png", "(5, 6)"), ("bits.png", "1"),
                   ("cmyk.jpg", "(1, 2, 3, 4)")]:
    opened = f"Image.open('{name}').copy()"
    for angle in (0, 90, 180, 270, -90, 360, 30, -45, 123.4):
        codes.append(f"np.array({opened}.rotate({angle}))")
        codes.append(f"np.array({opened}.rotate({angle}, expand=True, fillcolor={fill}))")
    for how in ("BILINEAR", "BICUBIC"):
        codes.append(f"np.array({opened}.rotate(17, Image.{how}))")
        codes.append(f"np.array({opened}.rotate(-60, resample=Image.Resampling.{how}, expand=1, center=(2, 3), translate=(1, -2), fillcolor={fill}))")
    codes.append(f"np.array({opened}.rotate(40, center=(0, 0.5), translate=(2, 1)))")
    for number in range(7): codes.append(f"np.array({opened}.transpose({number}))")
    for size in ((5, 5), (3, 20), (1, 1), (20, 3), (100, 100), (7.9, 8)):
        codes.append(f"(lambda im: (im.thumbnail({size}), np.array(im))[1])({opened})")
        codes.append(f"(lambda im: (im.thumbnail({size}, Image.BILINEAR, reducing_gap=1.0), np.array(im))[1])({opened})")
    codes.append(f"(lambda im: (im.thumbnail((4, 6), Image.LANCZOS, None), np.array(im))[1])({opened})")
    codes.append(f"np.array({opened}.crop((-2, -1, 5, 4)))")
    codes.append(f"np.array({opened}.crop((3, 2, 60, 50)))")
    codes.append(f"np.array([{opened}.getpixel((2, 1))])")
    codes.append(f"(lambda im: (im.putpixel((1, 2), {fill}), np.array(im))[1])({opened})")
    codes.append(f"np.array({opened}.getextrema())")
    for other, box in (("Image.new(im.mode, (4, 3), " + fill + ")", (1, 2)), (fill, (2, 1, 4, 4)), ("im.transpose(1)", (-3, 2))):
        codes.append(f"(lambda im: (im.paste({other}, {box}), np.array(im))[1])({opened})")
    if name == "bits.png": continue
    mask = "Image.fromarray(np.arange(12, dtype='uint8').reshape(3, 4) * 23)"
    codes.append(f"(lambda im: (im.paste({fill}, (2, 1), {mask}), np.array(im))[1])({opened})")
    codes.append(f"(lambda im: (im.paste(im.crop((0, 0, 4, 3)), (3, 2), {mask}), np.array(im))[1])({opened})")
codes += [
    "np.stack([np.array(c) for c in Image.open('rgb.jpg').split()])", "np.array(Image.open('alpha.png').getchannel('A'))",
    "np.array(Image.merge('RGB', Image.open('rgb.jpg').split()[::-1]))", "np.array(Image.new('L', (3, 2)))", "np.array(Image.new('RGB', (3, 2), 'orange'))",
    "np.array(Image.new('RGB', (3, 2), '#1a2b3c'))", "np.array(Image.new('RGBA', (3, 2), '#1a2b3c4d'))", "np.array(Image.new('RGBA', (3, 2), (1, 2, 3)))",
    "np.array(Image.new('RGB', (3, 2), 255))", "np.array(Image.new('L', (3, 2), 'teal'))", "np.array(Image.new('1', (3, 2), 1))", "np.array(Image.new('LA', (3, 2), (7, 8)))",
    "np.array(Image.new('L', (3, 2), 300))", "np.array(Image.new('RGB', (3, 2), (300, -4, 7)))",
    "(lambda im: (im.paste(Image.open('alpha.png'), (3, 4), Image.open('alpha.png')), np.array(im))[1])(Image.open('rgb.jpg').copy())",
    "(lambda im: (im.paste('white', (1, 1, 8, 3)), np.array(im))[1])(Image.open('rgb.jpg').copy())",
]
answers = []
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name, data in contents.items(): open(name, "wb").write(base64.b64decode(data))
    for code in codes:
        with np.errstate(invalid="ignore"): value = eval(code)
        out = io.BytesIO()
        # Pillow's truths are bytes of 255, which numpy reads but does not write.
        np.save(out, np.ascontiguousarray(np.where(value, True, False) if value.dtype == bool else value))
        answers.append({"code": code, "npy": b64(out.getvalue())})
with open(KERAS_OUT, "w") as f: json.dump({"files": contents, "cases": answers}, f, indent=0, separators=(",", ":"))
print(len(answers), "expressions")
print(len(cases), "files", sum(len(r["results"]) for r in resized), "resizes")
