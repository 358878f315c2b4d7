import Foundation
import Language
import Library
import Testing
import Workbench

/// `load(…)`, `x.feed("cat.png")`, `imageio`: images in scripts.
@Suite struct ImageScriptTests {
    /// A pixmap of 6 × 4 pixels: red grows to the right, green downwards.
    private static let pixmap: [UInt8] =
        Array("P6 6 4 255\n".utf8)
        + (0..<4).flatMap { row in (0..<6).flatMap { [UInt8(40 * $0), UInt8(60 * row), 7] } }
    private static let files: [String: [UInt8]] = [
        "cat.ppm": pixmap, "grey.pgm": Array("P5 3 2 255\n".utf8) + [0, 10, 20, 30, 40, 50],
        "deep.pgm": Array("P5 1 1 65535\n".utf8) + [0x12, 0x34], "bits.pbm": Array("P1 2 1 01".utf8),
        "text.png": Array("hello".utf8), "cut.ppm": Array(pixmap.dropLast(3)),
        "huge.ppm": Array("P6 1000000000 1000000000 255\n".utf8),
    ]

    private func run(_ code: String) -> [String] {
        var shown: [String] = []
        let writer = TextWriter(renderer: .plain(width: 200), showsPlaces: false)
        let session = Session { shown.append(writer.text($0)) }
        session.library.files.read = { path in
            guard let bytes = ImageScriptTests.files[path] else { throw CocoaError(.fileNoSuchFile) }
            return bytes
        }
        session.library.files.kind = { ImageScriptTests.files[$0] == nil ? nil : .file }
        _ = session.run(SourceText(name: "test", code))
        return shown
    }

    @Test func imagesAreArraysOfHeightWidthAndChannels() {
        #expect(
            run("a = load('cat.ppm')\na.shape, a.dtype, a[3, 5].tolist()").last
                == "((4, 6, 3), dtype('uint8'), [200, 180, 7])\n")
        #expect(run("load('grey.pgm').shape").last == "(2, 3, 1)\n")
        #expect(run("load('bits.pbm')[0, :, 0].tolist()").last == "[255, 0]\n")
        let deep = run("load('deep.pgm').tolist()")
        #expect(deep == ["note: deep.pgm has 16 bits a pixel, of which the upper 8 are kept\n", "[[[18]]]\n"])
    }

    @Test(arguments: [
        ("load('text.png')", "OSError: cannot read the image text.png: it is neither PNG, JPEG, PPM, PGM nor PBM"),
        ("load('cut.ppm')", "OSError: cannot read the image cut.ppm: the file is truncated"),
        ("load('huge.ppm')", "OSError: cannot read the image huge.ppm: the file is truncated"),
        ("load('none.png')", "FileNotFoundError"),
        ("Input(5).feed('cat.ppm')", "ValueError: an image cannot be fed to an input of shape (None, 5)"),
        ("Input(5, 5, 7).feed('cat.ppm')", "ValueError: an image cannot be fed to an input of shape (None, 5, 5, 7)"),
        ("Input(5, 5, 3).feed('catppm')", "ValueError: There is no probe named 'catppm'."),
        (
            "Input(5, 5, 3).feed(load('cat.ppm'))",
            "ValueError: The data fed to 'input_layer' must have the shape (None, 5, 5, 3)."
        ),
    ])
    func whatCannotBeReadOrFedIsRefused(code: String, message: String) {
        #expect(run(code).last?.contains(message) == true, "\(run(code))")
    }

    @Test func aFedImageIsCroppedAndResizedAndSaysSo() {
        let code = "x = Input(2, 2, 3)\nx.feed('cat.ppm');\nx.numpy()[0, :, :, 0].tolist()"
        let shown = run(code)
        let size = "cat.ppm (6×4 pixels, width×height, RGB)"
        #expect(shown.contains("note: \(size): cropped to its middle 4×4, resized to 2×2; values 0…255\n"))
        // What Pillow makes of it with box=(1, 0, 5, 4).
        #expect(shown.last == "[[60.0, 140.0], [60.0, 140.0]]\n")
        let wide = run("x = Input(4, 6, 3)\nx.feed('cat.ppm');").last
        #expect(wide == "note: \(size): as it is; values 0…255\n")
    }

    @Test func anImageIsGreyOrColouredAsTheInputNeeds() {
        #expect(run("x = Input(4, 6, 1)\nx.feed('cat.ppm');\nint(x.numpy()[0, 0, 5, 0])").last == "61\n")
        #expect(run("x = Input(4, 6)\nx.feed('cat.ppm');\nx.numpy().shape").last == "(1, 4, 6)\n")
        #expect(
            run("x = Input(2, 3, 3)\nx.feed('grey.pgm');\nx.numpy()[0, 1, 2].tolist()").last == "[50.0, 50.0, 50.0]\n")
        #expect(run("x = Input(None, None, 3)\nx.feed('cat.ppm');\nx.numpy().shape").last == "(1, 4, 6, 3)\n")
        #expect(
            run(
                "K.set_image_data_format('channels_first')\nx = Input(3, 4, 6)\nx.feed('cat.ppm');\nx.numpy()[0, 0, 0].tolist()"
            )
            .last == "[0.0, 40.0, 80.0, 120.0, 160.0, 200.0]\n")
    }

    @Test(arguments: ["(28, 28)", "(28, 28, 1)", "(1, 28, 28, 1)"])
    func anArrayWithoutBatchOrChannelIsFed(shape: String) {
        #expect(run("x = Input(28, 28, 1)\nx.feed(np.ones(\(shape)));\nx.numpy().shape").last == "(1, 28, 28, 1)\n")
    }

    @Test func batchesAreFed() {
        #expect(run("x = Input(8, 8, 1)\nx.feed(np.ones((5, 8, 8)));\nx.numpy().shape").last == "(5, 8, 8, 1)\n")
        #expect(run("x = Input(8, 8, 3)\nx.feed(np.ones((5, 8, 8, 3)));\nx.numpy().shape").last == "(5, 8, 8, 3)\n")
    }

    @Test func whatIsFedToAnInputOfUnknownSizeIsDrawn() {
        let code = "x = Input((None, None, 1))\nx.feed(np.eye(4))\ny = MaxPooling2D(2)(x)"
        #expect(run(code).last?.contains("│██  │") == true)
        #expect(run("x = Input((None, None, 1))\ny = MaxPooling2D(2)(x)").last?.contains("│") == false)
    }

    @Test func imageioAnswersArrays() {
        #expect(run("import imageio\nimageio.imread('cat.ppm').shape").last == "(4, 6, 3)\n")
        #expect(run("import imageio.v3 as iio\niio.imread('grey.pgm').shape").last == "(2, 3)\n")
        #expect(run("from imageio import imread\nimread('bits.pbm').dtype").last == "dtype('bool')\n")
    }

    @Test func anImageOfPillowIsAnArrayToOtherFunctions() {
        let code = "from PIL import Image\nim = Image.open('cat.ppm')\n"
        #expect(run(code + "im").last == "<PIL.Image.Image image mode=RGB size=6x4>\n")
        #expect(
            run(code + "im.size, im.mode, im.format, im.getbands()").last == "((6, 4), 'RGB', 'PPM', ('R', 'G', 'B'))\n"
        )
        #expect(run(code + "np.mean(im.convert('L')) > 0").last == "np.True_\n")
        #expect(run(code + "show(im)").last?.contains("array of shape (4, 6, 3)") == true)
        #expect(run(code + "im.resize((0, 3))").last?.contains("ValueError") == true)
        #expect(run(code + "im.crop((0, 0, 7, 2)).size").last == "(7, 2)\n")
    }

    @Test func imagesArePutTogetherAndChangedInPlace() {
        let code = "from PIL import Image\nim = Image.new('RGB', (3, 2), 'red')\n"
        #expect(run(code + "im.putpixel((-1, 0), (1, 2, 300))\nim.getpixel((2, 0))").last == "(1, 2, 255)\n")
        #expect(run(code + "im.thumbnail((2, 2))\nim.size").last == "(2, 1)\n")
        #expect(run(code + "im.getextrema()").last == "((255, 255), (0, 0), (0, 0))\n")
        #expect(run(code + "Image.merge('RGB', im.split()[::-1]).getpixel((0, 0))").last == "(0, 0, 255)\n")
        #expect(run(code + "im.rotate(90, expand=True).size").last == "(2, 3)\n")
    }

    @Test func whatPillowRefusesIsRefused() {
        let code = "from PIL import Image\nim = Image.new('RGB', (3, 2))\n"
        #expect(run(code + "im.getpixel((3, 0))").last?.contains("IndexError: image index out of range") == true)
        #expect(run(code + "im.rotate(30, Image.LANCZOS)").last?.contains("LANCZOS cannot be used") == true)
        #expect(run(code + "im.paste(Image.new('L', (2, 2)), (0, 0, 3, 3))").last?.contains("do not match") == true)
        #expect(run(code + "Image.new('RGB', (3, 2), 'rde')").last?.contains("did you mean 'red'?") == true)
        #expect(run(code + "Image.new('RGB', (1000000, 1000000))").last?.contains("MemoryError") == true)
    }
}
