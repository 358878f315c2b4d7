import Arrays
import Interpreter
import Language
import Library
import Testing

@testable import Workbench

/// `keras.datasets`: the files of a person's Keras, or data that are made up.
@Suite struct DatasetTests {
    /// What a script prints, with notes and errors.
    static func printed(_ code: String, strict: Bool = false, files: [String: [UInt8]] = [:]) -> String {
        var text = ""
        var options = Session.Options()
        options.showsResults = false
        options.isStrict = strict
        let session = Session(options: options) { item in
            switch item {
            case .printed(let printed): text += printed
            case .note(.omission(let note)): text += "left out: \(note)\n"
            case .note(.text(let note)): text += "note: \(note)\n"
            case .failure(let failure): text += "\(failure.className): \(failure.message)\n"
            default: break
            }
        }
        let folders = Set(
            files.keys.flatMap { path in path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) } })
        session.library.files = FileAccess(
            kind: { files[$0] != nil ? .file : (folders.contains($0) ? .folder : nil) },
            names: { folder in
                guard folders.contains(folder) else { return nil }
                let inside = files.keys.filter { $0.hasPrefix(folder + "/") }
                return Set(inside.map { String($0.dropFirst(folder.count + 1).prefix { $0 != "/" }) }).sorted()
            }, read: { try files[$0] ?? { throw Missing() }() },
            readText: { String(decoding: try files[$0] ?? { throw Missing() }(), as: UTF8.self) }, write: { _, _ in })
        session.library.files.kerasFolder = { "/home/.keras" }
        _ = session.run(SourceText(name: "test", code))
        return text
    }

    struct Missing: Error, CustomStringConvertible { let description = "there is no such file" }

    private func shapes(_ name: String, _ arguments: String = "") -> String {
        let code = """
            from keras.datasets import \(name)
            (a, b), (c, d) = \(name).load_data(\(arguments))
            print(a.shape, a.dtype, b.shape, b.dtype, c.shape, d.shape, b.min(), b.max())
            """
        return String(DatasetTests.printed(code).split(separator: "\n").last ?? "")
    }

    @Test func aStrictSessionRefusesTrainedWeights() {
        let code = "m = keras.applications.MobileNet()"
        #expect(Self.printed(code, strict: true).hasPrefix("NotImplementedError: `weights='imagenet'` cannot be done"))
        #expect(Self.printed("m = keras.applications.MobileNet(weights=None)", strict: true).isEmpty)
    }

    @Test func madeUpPicturesHaveTheShapesAndTypesOfTheRealOnes() {
        let digits = "(60000, 28, 28) uint8 (60000,) uint8 (10000, 28, 28) (10000,) 0 9"
        #expect(shapes("mnist") == digits)
        #expect(shapes("fashion_mnist") == digits)
        #expect(
            shapes("cifar10") == "(50000, 32, 32, 3) uint8 (50000, 1) uint8 (10000, 32, 32, 3) (10000, 1) 0 9")
        #expect(shapes("cifar100").hasSuffix("(10000, 1) 0 99"))
        #expect(shapes("cifar100", "label_mode='coarse'").hasSuffix("(10000, 1) 0 19"))
    }

    @Test func madeUpTextsHaveTheShapesAndTypesOfTheRealOnes() {
        #expect(shapes("imdb", "num_words=1000") == "(25000,) object (25000,) int64 (25000,) (25000,) 0 1")
        #expect(shapes("reuters", "num_words=1000") == "(8982,) object (8982,) int64 (2246,) (2246,) 0 45")
        #expect(shapes("reuters", "num_words=9, test_split=0.5").hasPrefix("(5614,)"))
    }

    @Test func madeUpTablesHaveTheShapesAndTypesOfTheRealOnes() {
        #expect(shapes("boston_housing").hasPrefix("(404, 13) float64 (404,) float64 (102, 13) (102,)"))
        #expect(shapes("california_housing").hasPrefix("(16512, 8) float32 (16512,) float32 (4128, 8) (4128,)"))
        #expect(shapes("california_housing", "version='small'").hasPrefix("(480, 8)"))
    }

    @Test func oneNoteSaysThatDataAreMadeUp() {
        let text = DatasetTests.printed(
            "from keras.datasets import mnist\nmnist.load_data()\nmnist.load_data()\nprint(1)")
        #expect(
            text == """
                left out: mnist.load_data: there is no ~/.keras/datasets/mnist.npz; its data are made up, with the shapes \
                and types of the real ones
                1

                """)
    }

    @Test func strictSessionsRefuseMadeUpData() {
        let text = DatasetTests.printed("from keras.datasets import mnist\nmnist.load_data()", strict: true)
        #expect(
            text == "NotImplementedError: `mnist.load_data` cannot be done: there is no ~/.keras/datasets/mnist.npz\n")
    }

    @Test func picturesUseAllValuesAndAreTheSameEachTime() {
        let text = DatasetTests.printed(
            """
            import numpy as np
            from keras.datasets import mnist
            (a, b), _ = mnist.load_data()
            (c, d), _ = mnist.load_data()
            print(a.min(), a.max(), np.array_equal(a[:50], c[:50]), np.array_equal(b, d))
            """)
        #expect(text.hasSuffix("0 255 True True\n"))
    }

    @Test func textsHonourTheirArguments() {
        let text = DatasetTests.printed(
            """
            from keras.datasets import imdb
            (x, y), (s, t) = imdb.load_data(num_words=50, skip_top=5, maxlen=100)
            words = {w for text in x[:300] for w in text}
            print(len(x) == len(y) < 25000, max(len(text) for text in x) < 100, max(words) < 50)
            print({text[0] for text in x}, words & {1, 3, 4})
            (x, y), _ = imdb.load_data(num_words=50, start_char=None, oov_char=None, index_from=0)
            print(min(w for text in x[:300] for w in text), max(w for text in x[:300] for w in text) < 50)
            x[0].append(1)
            print(len(x[0]) - 1 == len(imdb.load_data(num_words=50, start_char=None, oov_char=None, index_from=0)[0][0][0]))
            """)
        #expect(text.contains("True True True\n{2} set()\n1 True\nTrue\n"))
    }

    @Test func wrongArgumentsAreRefusedAsInKeras() {
        func error(_ call: String) -> String {
            DatasetTests.printed("from keras.datasets import cifar100, boston_housing, imdb\n\(call)")
        }
        #expect(
            error("cifar100.load_data('all')")
                == "ValueError: `label_mode` must be one of `\"fine\"`, `\"coarse\"`. Received: label_mode=all.\n")
        #expect(
            error("boston_housing.load_data(test_split=2)").hasPrefix("ValueError: Invalid `test_split` argument: 2."))
        #expect(error("imdb.load_data(words=2)").contains("got an unexpected keyword argument 'words'"))
    }

    @Test func filesOfKerasAreRead() throws {
        func member(_ name: String, _ shape: [Int], _ bytes: [UInt8]) throws -> ZipArchive.Member {
            .init(name: name + ".npy", bytes: try NpyFormat.encode(NumericArray(shape: shape, bytes: bytes)))
        }
        let archive = try ZipArchive.encode([
            member("x_train", [2, 1, 1], [7, 8]), member("y_train", [2], [0, 1]), member("x_test", [1, 1, 1], [9]),
            member("y_test", [1], [1]),
        ])
        let code =
            "from keras.datasets import mnist\n(a, b), (c, d) = mnist.load_data()\nprint(a.tolist(), b, c.shape, d)"
        let files = ["/home/.keras/datasets/mnist.npz": archive]
        #expect(DatasetTests.printed(code, strict: true, files: files) == "[[[7]], [[8]]] [0 1] (1, 1, 1) [1]\n")
    }

    @Test func filesThatCannotBeReadAreNamed() {
        let text = DatasetTests.printed(
            "from keras.datasets import imdb\nimdb.load_data()", files: ["/home/.keras/datasets/imdb.npz": [1]])
        #expect(text.contains("~/.keras/datasets/imdb.npz holds pickled objects, which are not read"))
    }

    @Test func wordIndicesComeFromTheFileWhereItIsThere() {
        // The smaller of the two indices: in the tests' own large process there is no room for many megabytes.
        let code = "from keras.datasets import reuters\nw = reuters.get_word_index()\nprint(len(w), sorted(w)[:1])"
        #expect(DatasetTests.printed(code).hasSuffix("30979 ['word1']\n"))
        let files = ["/home/.keras/datasets/reuters_word_index.json": Array(#"{"the": 1, "a": 2}"#.utf8)]
        #expect(DatasetTests.printed(code, files: files) == "2 ['a']\n")
    }

    @Test func arithmeticWithPicturesIsThatOfArrays() {
        let text = DatasetTests.printed(
            """
            import numpy as np
            from keras.datasets import mnist
            (a, y), (b, z) = mnist.load_data()
            whole = np.array(b[:200].tolist(), dtype="uint8")
            c = b.reshape(-1, 28, 28, 1).astype("float32") / 255
            d = whole.reshape(-1, 28, 28, 1).astype("float32") / 255
            print(c.shape, c.dtype, np.array_equal(c[:200], d), np.array_equal((c - 0.5)[10], d[10] - 0.5))
            c *= 2
            print(np.array_equal(c[:200], 2 * d), np.array_equal(c[5:100:7, 3], 2 * d[5:100:7, 3]))
            before = c[:20].copy()
            c[:, :, :, 0] = (c[:, :, :, 0] - 1) / 2
            print(np.allclose(c[:20], (before - 1) / 2), c.mean(axis=0).shape == (28, 28, 1))
            row = b[3]
            row[0, 0] = 17
            print(b[3][0, 0], b[:10][3, 0, 0], np.expand_dims(b, -1).shape, len(b), b.size)
            print(b[[3, 4]].shape)
            """)
        #expect(
            text.hasSuffix(
                "(10000, 28, 28, 1) float32 True True\nTrue True\nTrue True\n17 17 (10000, 28, 28, 1) 10000 7840000\n(2, 28, 28)\n"
            ))
    }
}
