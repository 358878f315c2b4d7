import Language
import Testing

@testable import Workbench

/// The modules of `keras.applications`: how their names are found, what they check, and what becomes of images.
@Suite struct ApplicationsTests {
    /// What a script prints, with the notes and the error it ends with.
    private func printed(_ code: String) -> String {
        var text = ""
        let session = Session { item in
            switch item {
            case .printed(let printed): text += printed
            case .note(.text(let note)): text += "note: \(note)\n"
            case .failure(let failure): text += "\(failure.className): \(failure.message)"
            default: break
            }
        }
        _ = session.run(SourceText(name: "test", code))
        return text
    }

    @Test(arguments: [
        "import keras.applications\nm = keras.applications.MobileNet(weights=None)",
        "from keras.applications import MobileNet\nm = MobileNet(weights=None)",
        "from keras.applications.mobilenet import MobileNet, preprocess_input\nm = MobileNet(weights=None)",
        "from tensorflow.keras.applications.mobilenet import MobileNet as N\nm = N(weights=None)",
        "import tensorflow as tf\nm = tf.keras.applications.MobileNet(weights=None)",
        "from keras import applications\nm = applications.mobilenet.MobileNet(weights=None)",
        "m = keras.applications.MobileNet(weights=None)",
        "from keras.applications import *\nm = MobileNet(weights=None)",
    ])
    func networksAreFoundByEachWayOfImporting(code: String) {
        #expect(printed(code + "\nprint(m.name, m.count_params())") == "mobilenet_1.00_224 4253864\n")
    }

    @Test func namesThatKerasHasNotAreRefused() {
        #expect(printed("from keras.applications import VGG18").hasPrefix("ImportError: cannot import name 'VGG18'"))
        #expect(printed("import keras.applications.vgg18").hasPrefix("ModuleNotFoundError: No module named"))
        #expect(printed("from keras.applications.vgg16 import VGG19").hasPrefix("ImportError: cannot import name"))
    }

    @Test func trainedWeightsAreNotedAsMissing() {
        let shown = printed("m = keras.applications.MobileNet()\nprint(m.count_params())")
        #expect(shown.hasPrefix("note: mobilenet_1.00_224 has random weights") && shown.hasSuffix("4253864\n"))
        #expect(!printed("m = keras.applications.MobileNet(weights=None)").contains("note"))
    }

    @Test(arguments: [
        (
            "VGG16(weights='vgg16.weights.h5')",
            "The `weights` argument should be either `None` (random initialization), 'imagenet' (pre-training on "
                + "ImageNet), or the path to the weights file to be loaded.  Received: weights=vgg16.weights.h5"
        ),
        (
            "VGG16(classes=10)",
            "If using `weights='imagenet'` with `include_top=True`, `classes` should be 1000.  Received classes=10"
        ),
        (
            "VGG16(input_shape=(64, 64, 3))",
            "When setting `include_top=True` and loading `imagenet` weights, `input_shape` should be (224, 224, 3).  "
                + "Received: input_shape=(64, 64, 3)"
        ),
        (
            "VGG16(weights=None, input_shape=(16, 64, 3))",
            "Input size must be at least 32x32; Received: input_shape=(16, 64, 3)"
        ),
        ("VGG16(weights=None, input_shape=(64, 64))", "`input_shape` must be a tuple of three integers."),
        (
            "VGG16(include_top=False, input_shape=(64, 64, 1))",
            "The input must have 3 channels; Received `input_shape=(64, 64, 1)`"
        ),
        (
            "VGG16(weights=None, input_shape=(None, None, 3))",
            "If `include_top` is True, you should specify a static `input_shape`. Received: "
                + "input_shape=(None, None, 3)"
        ),
        (
            "MobileNetV2(alpha=0.6)",
            "If imagenet weights are being loaded, alpha must be one of `0.35`, `0.50`, `0.75`, `1.0`, `1.3` or `1.4` "
                + "only; Received `alpha=0.6`"
        ),
    ])
    func argumentsAreCheckedAsInKeras(call: String, message: String) {
        #expect(printed("from keras.applications import *\n\(call)") == "ValueError: \(message)")
    }

    @Test func errorsPointToTheCallInTheScript() {
        var failure: Failure?
        let session = Session { if case .failure(let found) = $0 { failure = found } }
        _ = session.run(SourceText(name: "test", "x = 1\nkeras.applications.VGG16(weights='a')"))
        #expect(failure?.location?.source.name == "test" && failure?.trace.isEmpty == true)
        #expect(failure?.location.map { $0.source.lineNumber(of: $0.span.start) } == 2)
    }

    @Test(arguments: [
        ("vgg16", "[-97.939, -112.779, -121.68] [-94.939, -109.779, -118.68]"),
        ("mobilenet", "[-0.984, -0.969, -0.953] [-0.961, -0.945, -0.929]"),
        ("densenet", "[-2.084, -1.966, -1.7] [-2.032, -1.913, -1.648]"),
        ("mobilenet_v3", "[2.0, 4.0, 6.0] [5, 7, 9]"),
    ])
    func imagesArePreparedAsInKeras(module: String, values: String) {
        let code = """
            import numpy as np
            from keras import ops
            from keras.applications.\(module) import preprocess_input
            def rounded(x):
                return [round(v, 3) for v in np.array(x).reshape(-1).tolist()]
            first = np.array([2.0, 4.0, 6.0]).reshape(1, 1, 1, 3)
            second = np.array([5, 7, 9]).reshape(1, 1, 3)
            print(rounded(preprocess_input(first)), rounded(preprocess_input(second)))
            x = np.arange(24.0, dtype="float32").reshape(2, 3, 2, 2)
            one = preprocess_input(x.copy(), data_format="channels_first")
            two = preprocess_input(ops.convert_to_tensor(x), data_format="channels_first")
            print(np.allclose(one, two, atol=1e-5))
            """
        #expect(printed(code) == values + "\nTrue\n")
    }

    @Test func namesOfClassesAreNotHere() {
        let code = "import numpy as np\nfrom keras.applications.vgg16 import decode_predictions\n"
        #expect(printed(code + "decode_predictions(np.zeros((1, 9)))").contains("Received array with shape: (1, 9)"))
        #expect(
            printed(code + "print(decode_predictions(np.eye(1000)[[207]], top=1)[0][0][:2])").hasPrefix(
                "('class 207', 'class 207')"))
    }
}
