import Language
import Presentation
import Testing

@testable import Workbench

/// What errors and notes say: names that the user gave, the layer of a model at fault, what there is instead.
@Suite struct MessageTests {
    /// What the last statement shows.
    private func shown(_ code: String) -> String {
        var texts: [String] = []
        let session = Session()
        session.options.previewSeconds = 0
        session.options.keepsGoing = true
        session.receive = { texts.append(TextWriter(renderer: .plain(width: 400), showsPlaces: true).text($0)) }
        _ = session.run(SourceText(name: "test", code))
        return texts.last ?? ""
    }

    @Test(arguments: [
        ("x = Input((4, 4, 1))\nshow(x)", "x  (None, 4, 4, 1)"),
        ("x = Input((4, 4, 1))\nc1 = Conv2D(2, 3)(x)\nshow(c1)", "c1  (None, 2, 2, 2)"),
        ("x = Input((4, 4, 1))\nshow(Conv2D(2, 3)(x))", "conv2d  (None, 2, 2, 2)"),
        ("x = Input((4, 4, 1))\nc1 = Conv2D(2, 3)(x)\nshow([x, c1])", "x #0 4×4"),
        ("x = Input((4, 4, 1))\nc1 = Conv2D(2, 3)(x)\nplan(c1)", "c1 (Conv2D)"),
        ("x = Input((4, 4, 1))\nx", "x  Input"),
        ("x = Input((None, 4, 1))\nshow(Conv2D(2, 3)(x))", "x.feed(np.zeros((1, 32, 4, 1)))"),
        ("x = Input((4, 4, 1))\nx.feed(np.ones((3, 3)))", "The data fed to 'x' must"),
        ("x = Input((4, 4, 1))\nm = Model(Input((3,)), Conv2D(2, 3)(x))", "the tensor 'x', which"),
        ("d = Dense(3)\nd.count_params()", "call d.build(shape)"),
        ("d = Dense(3)\nd.kernel", "or d.build(input_shape)"),
        ("d = Dense(3)\nshow(d)", "y = d(x)"), ("d = Add()\nd(Input((3,)), Input((3,)))", "d([a, b])"),
        ("d = Dense(3)\nd(Input((3,)), Input((3,)))", "d(Concatenate()([a, b]))"),
    ])
    func whatTheUserNamedIsCalledByItsVariable(code: String, text: String) {
        let shown = shown(code)
        #expect(shown.contains(text), "\(shown)")
    }

    @Test(arguments: [
        ("Conv2D(1, 2, input_length=3)", "Unrecognized keyword argument `input_length`"),
        ("Dense(1, input_length=3)", "Unrecognized keyword argument `input_length`"),
        ("MaxPooling2D(2, 3, 'same', 'channels_last', 'nm', 5)", "takes at most 5 positional arguments"),
        ("[0] * (3 * 10 ** 7)", "convsh makes collections of at most 16777216 items"),
        ("'a' * 8000001", "convsh makes strings of at most 8000000 bytes"),
        ("solve(Input((4, 4, 1)), (2000000000, 3, 3))", "sizes of at most 1000000000. Received: 2000000000"),
        ("solve(Input((4, 4, 1)), (0, 3, 3))", "sizes of at least 1"),
        ("Input((4, 4, 1)).feed('catt')", "or give an image file, as in 'cat.png'"),
        ("Conv2D(1, 1, activation=layers.ReLU)(Input((2, 2, 1))).numpy()", "is a class, and calling it makes a layer"),
    ])
    func whatIsWrongIsSaid(code: String, text: String) {
        let shown = shown(code)
        #expect(shown.contains(text), "\(shown)")
    }

    /// Arguments that Keras 3 refuses are read as Keras 1 and 2 read them, with what to write today.
    @Test(arguments: [
        (
            "Conv2D(1, 2, weights=[np.ones((2, 2, 1, 1)), np.ones(1)])",
            "Keras 3: Conv2D(1, (2, 2)), and set_weights after it is built"
        ),
        ("Embedding(9, 2, input_length=3)", "Keras 3: Embedding(9, 2, input_shape=(3,))"),
        ("Conv1D(1, 2, input_length=3, input_dim=4)", "Keras 3: Conv1D(1, (2,), input_shape=(3, 4))"),
        ("LSTM(4, input_dim=3, input_length=7)", "Keras 3: LSTM(4, input_shape=(7, 3))"),
    ])
    func oldArgumentsAreNoted(code: String, note: String) {
        let shown = everything(code)
        #expect(shown.contains(note), "\(shown)")
    }

    @Test func theWeightsOfAnEmbeddingAreNoOldArgument() {
        let text = everything("e = Embedding(2, 1, weights=[np.ones((2, 1))])\ne.build((None, 3))\nlen(e.weights)")
        #expect(!text.contains("Keras 3") && text.hasSuffix("1\n"), "\(text)")
    }

    @Test func layersThatHaveTheirNameAmongTheirOwnParametersTakeItByPosition() {
        for call in [
            "MaxPooling2D(2, 3, 'same', 'channels_last', 'nm')", "AveragePooling1D(2, 3, 'same', None, 'nm')",
            "SpatialDropout1D(0.5, 3, 'nm')", "SpatialDropout2D(0.5, None, 3, 'nm')", "RandomCrop(2, 2, 1, None, 'nm')",
        ] {
            #expect(shown("print(\(call).name)") == "nm\n", "\(call)")
        }
    }

    @Test func classesAreTakenAsActivationsUntilTheyAreApplied() {
        #expect(shown("print(Conv2D(3, 3, activation=layers.ReLU)(Input((5, 5, 1))).shape)") == "(None, 3, 3, 3)\n")
    }

    @Test func aSizeOfTwoAxesIsNamedOnce() {
        let text = shown("x = Input(('N', 'N', 1))\nsizes(Concatenate()([x, UpSampling2D(2)(MaxPooling2D(2)(x))]))")
        #expect(text.contains("N is even") && !text.contains("N and N"), "\(text)")
    }

    @Test func codeForPyTorchCopiesTheWeights() {
        let text = shown("frameworks(Conv2D(2, 3)(Input((9, 9, 1))))")
        #expect(
            text.contains("layer.weight.data = torch.from_numpy(kernel.transpose(3, 2, 0, 1).copy())"), "\(text)")
        #expect(text.contains("layer.bias.data = torch.from_numpy(bias.copy())"))
    }

    @Test func frameworksNameTheKerasThatTheyMean() {
        let grouped = shown("frameworks(Conv2D(2, 3, groups=2)(Input((9, 9, 2))))")
        #expect(grouped.contains("Keras 1 on Theano") && grouped.contains("Keras 3"), "\(grouped)")
        let local = shown("frameworks(LocallyConnected2D(2, 3)(Input((9, 9, 2))))")
        #expect(!local.contains("Keras 3"), "\(local)")
        #expect(local.contains("border_mode=\"valid\""), "\(local)")
    }

    /// Everything that the statements show.
    private func everything(_ code: String) -> String {
        var text = ""
        let session = Session()
        session.receive = { text += TextWriter(renderer: .plain(width: 400), showsPlaces: true).text($0) }
        _ = session.run(SourceText(name: "test", code))
        return text
    }

    private let chain =
        "[\n    Input((28, 28, 1)),\n    Conv2D(8, 3),\n    Flatten(),\n    Conv2D(16, 3),\n    Dense(10),\n]"

    @Test func aFailureInASequentialPointsAtTheItem() {
        let text = shown("Sequential(\(chain))")
        #expect(text.hasPrefix("test:5:5: ValueError"), "\(text)")
        #expect(
            text.contains("At layers[2] of 'sequential', Conv2D 'conv2d_1', on an input of shape (None, 5408)"),
            "\(text)")
        #expect(text.contains("\n      Conv2D(16, 3),\n      ^^^^^^^^^^^^^\n"), "\(text)")
        #expect(shown("m = Sequential([Dense(2), 5])").hasPrefix("test:1:27:"))
        #expect(shown("items = \(chain)\nSequential(items)").hasPrefix("test:8:1: ValueError"))
    }

    @Test(arguments: [
        (
            "s = Sequential([Conv2D(8, 3), Flatten(), Conv2D(16, 3)])\ns.build((None, 8, 8, 1))",
            "At layers[2] of 'sequential'"
        ),
        (
            "s = Sequential([Conv2D(8, 3), Flatten(), Conv2D(16, 3)])\ns(np.ones((1, 8, 8, 1)))",
            "input of shape (1, 288)"
        ),
        ("s = Sequential([Input((8, 8, 1)), Flatten()])\ns.add(Conv2D(16, 3))", "At layers[1] of 'sequential'"),
        (
            "z = Input((None, None, 3))\nq = Model(z, Conv2D(4, 3)(Conv2D(4, 3)(z)))\nq(Input((4, 9, 3)))",
            "At layers[2] of 'functional', Conv2D 'conv2d', on an input of shape (None, 2, 7, 4)"
        ),
    ])
    func aFailureInAModelNamesTheLayer(code: String, text: String) {
        let shown = shown(code)
        #expect(shown.contains(text), "\(shown)")
    }

    @Test(arguments: [
        ("implementation=2", "NotImplementedError: Only `implementation=1` is implemented."),
        ("implementation=4", "ValueError: Unrecognized implementation mode: 4."),
        ("padding='same'", "only `padding='valid'` is supported if `implementation` is 1."),
    ])
    func aLocallyConnectedLayerHasOneImplementation(argument: String, text: String) {
        for rank in 1...2 {
            let shown = shown("LocallyConnected\(rank)D(2, 3, \(argument))")
            #expect(shown.contains(text), "\(shown)")
        }
    }

    @Test(arguments: [
        ("l = LocallyConnected1D(4, 3)", "note: Keras 3 has no LocallyConnected1D: none of its layers"),
        ("l = ThresholdedReLU(2.0)", "ReLU(threshold=theta) does the same"),
        (
            "l = Convolution2D(8, 3, 3, border_mode='full', atrous_rate=2)",
            "Keras 3: ZeroPadding2D(4), then Conv2D(8, (3, 3)"
        ),
        ("l = Convolution2D(8, 3, 5, border_mode='full')", "Keras 3: ZeroPadding2D((2, 4)), then Conv2D(8, (3, 5))"),
        ("l = MaxPooling2D(2, border_mode='full')", "no padding=\"full\" in MaxPooling2D, and no equivalent"),
    ])
    func aNoteSaysWhatToWriteInsteadOfWhatIsGone(code: String, text: String) {
        var notes: [String] = []
        let session = Session()
        session.receive = {
            if case .note = $0 { notes.append(TextWriter(renderer: .plain(width: 400), showsPlaces: false).text($0)) }
        }
        _ = session.run(SourceText(name: "test", code))
        #expect(notes.joined().contains(text), "\(notes)")
    }

    /// Zeros around the input before a valid convolution give what "full" gives.
    @Test func zerosBeforeAConvolutionAreFullPadding() {
        let text = shown(
            """
            data = np.arange(60.0).reshape(1, 6, 5, 2)
            a = Convolution2D(3, 2, 3, border_mode='full', subsample=(2, 1))
            b = Conv2D(3, (2, 3), strides=(2, 1))
            want = a(data)
            b.build((None, 8, 9, 2))
            b.set_weights(a.get_weights())
            np.array_equal(b(ZeroPadding2D((1, 2))(data)), want)
            """)
        #expect(text == "True\n")
    }

    @Test(arguments: [
        ("c1 = Conv2D(2, 3)(Input((9, 9, 1)))\ntrace c1[6, 6, 0]", "trace(c1, row, col, channel)"),
        ("Conv2D(8, 3)(28, 28, 1)", "x = Input((28, 28, 1)) makes one"),
        ("Conv2D(8, 3)((28, 28, 1))", "x = Input((28, 28, 1)) makes one"),
        ("compare(Input((3,)), 3)", "compare(c1, c2)"), ("explain Conv2D", "made and called on a tensor first"),
        ("model.add(3)", "model = Sequential()"), ("from keras.layer import Conv2D", "did you mean 'keras.layers'?"),
        ("import keras.utlis", "did you mean 'keras.utils'?"),
        ("x = Input((4, 4, 1))\nshow x, x", "several tensors stand in a list: show([a, b])"),
        ("Conv2D(4, 3, groups=2)(Input((16, 16, 3)))", "groups may be 1\n"),
        ("Conv2D(6, 3, groups=2)(Input((16, 16, 3)))", "groups may be 1, 3\n"),
        ("c = Conv2D(4, 3)(Input((9, 9, 1)))\ntrace(c, 1)", "trace(c, 3, 3, 2)"),
        ("show(Input((4, 4, 2)), channels='some')", "numbers, a list, a range, a slice or \"all\""),
    ])
    func theHintSaysWhatToType(code: String, text: String) {
        let shown = shown(code)
        #expect(shown.contains(text), "\(shown)")
    }

    @Test(arguments: [
        ("import decimal\ndecimal.Decimal('1.1')", "of Python's modules, convsh has abc, argparse, ast, base64"),
        ("layers.StringLookup()", "not among the layers"), ("layers.MelSpectrogram()", "not among the layers"),
        ("ops.stft(1, 2, 3, 4)", "of Keras, convsh has"), ("ops.image.rgb_to_grayscale(1)", "of Keras, convsh has"),
        ("import pandas\npandas.read_csv('x')", "does not run Python's packages"),
        ("import torch.nn as nn\nnn.Conv2d(3, 8, 3)", "in Keras it is Conv2D(filters, kernel_size)(x)"),
        ("from torch import nn\nnn.Linear(3, 8)", "in Keras it is Dense(units)(x)"),
        ("import torch\ntorch.zeros(3)", "here a layer is written as in Keras"),
        ("keras.utils.HDF5Matrix('x', 'y')", "does not read or write Keras's files"),
        ("K.gradients(1, 2)", "computes no derivatives"), ("tf.io.read_file('x')", "of TensorFlow, convsh has"),
    ])
    func whatIsNotImplementedSaysWhy(code: String, text: String) {
        let shown = shown(code)
        #expect(shown.contains("NotImplementedError") && shown.contains(text), "\(shown)")
    }

    private static let network = "x = Input((8, 8, 2))\nc = Conv2D(3, 3)(x)\nm = Model(x, c)\n"

    @Test(arguments: [
        ("trace(c, to=5)", "`to` of trace() takes a tensor"), ("impulse(c, input='x')", "`input` of impulse() takes"),
        ("compare(c, c, 3)", "`input` of compare() takes"), ("sweep(c, [1])", "`x` of sweep() takes"),
        ("explain(c.layer, 3)", "`input` of explain() takes"), ("save([c, x], 'l.npy')", "np.savez(\"l.npz\""),
        ("explain(m, [x, x])", "'m' takes 1 input, received 2"), ("explain(c, x)", "a layer or a model first"),
        ("explain(m, Input((2, 2, 2)))", "did you mean padding='same'"),
        ("trace c 1 2", "arguments have commas between them: trace c, 1, 2"),
        ("show c[0] x", "commas between them: show c[0], x"),
        ("impulse(Conv3D(2, 2)(Input((4, 5, 6, 1))))", "field() and reaches() take volumes"),
        ("impulse(Flatten()(c))", "before a Flatten"), ("impulse(Conv2D(2, 3)(Input((None, 8, 1))))", "its sizes"),
        ("solve(x, (6, 6, 8), layers=['Conv2d'])", "did you mean Conv2D?"),
        ("solve(x, (6, 6, 8), layers=[3])", "layers=[Conv2D, MaxPooling2D]"),
    ])
    func aFunctionThatExplainsSaysWhatItTakes(code: String, text: String) {
        let shown = shown(MessageTests.network + code)
        #expect(shown.contains(text), "\(shown)")
    }

    @Test func aModelIsExplainedForAnotherInput() {
        let shown = shown(MessageTests.network + "explain(m, Input((12, 9, 2)))")
        #expect(shown.contains("(10, 7, 3)"), "\(shown)")
    }
}
