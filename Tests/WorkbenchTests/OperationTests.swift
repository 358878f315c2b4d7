import Language
import Testing
import Workbench

/// Functions of tensors, in networks and on arrays; names as Keras gives them.
@Suite struct OperationTests {
    private func printed(_ code: String) -> [String] {
        var text = ""
        let session = Session {
            if case .printed(let part) = $0 { text += part }
            if case .failure(let failure) = $0 { text += "\(failure.className): \(failure.message)\n" }
        }
        _ = session.run(SourceText(name: "test", code))
        return text.split(separator: "\n").map(String.init)
    }

    @Test(arguments: [
        ("x + y", "add", "(None, 8, 8, 4)"), ("1 - x", "subtract", "(None, 8, 8, 4)"),
        ("x / 2", "true_divide", "(None, 8, 8, 4)"), ("-x", "negative", "(None, 8, 8, 4)"),
        ("abs(x)", "absolute", "(None, 8, 8, 4)"), ("x[:, ::2]", "get_item", "(None, 4, 8, 4)"),
        ("x[..., 0]", "get_item", "(None, 8, 8)"), ("x > 0", "greater", "(None, 8, 8, 4)"),
        ("ops.mean(x)", "mean", "()"), ("ops.mean(x, axis=[1, 2])", "mean", "(None, 4)"),
        ("ops.reshape(x, (-1, 64, 4))", "reshape", "(None, 64, 4)"),
        ("ops.transpose(x, (0, 3, 1, 2))", "transpose", "(None, 4, 8, 8)"),
        ("ops.concatenate([x, y], axis=-1)", "concatenate", "(None, 8, 8, 8)"),
        ("ops.swish(x)", "silu", "(None, 8, 8, 4)"), ("ops.max_pool(x, 2)", "max_pool", "(None, 4, 4, 4)"),
        ("ops.image.resize(x, (16, 16))", "resize", "(None, 16, 16, 4)"),
        ("ops.depth_to_space(x, 2)", "depth_to_space", "(None, 16, 16, 1)"),
        ("ops.expand_dims(x, 1)", "expand_dims", "(None, 1, 8, 8, 4)"),
        ("keras.activations.relu(x)", "re_lu", "(None, 8, 8, 4)"),
        ("keras.activations.exponential(x)", "exp", "(None, 8, 8, 4)"),
        ("K.concatenate([x, y])", "concatenate", "(None, 8, 8, 8)"),
        ("tf.reduce_mean(x, axis=1, keepdims=True)", "mean", "(None, 1, 8, 4)"),
    ])
    func aFunctionOfTensorsJoinsTheNetwork(code: String, name: String, shape: String) {
        let script = "x = Input(8, 8, 4)\ny = Input(8, 8, 4)\nz = \(code)\nprint(z.layer.name)\nprint(z.shape)\n"
        #expect(printed(script) == [name, shape])
    }

    @Test(arguments: [
        "ops.split(x, 1, axis=1)", "ops.array_split(x, 1, axis=1)", "ops.hsplit(x, 1)", "tf.split(x, 1, axis=2)",
    ])
    func onePartIsAListToo(code: String) {
        #expect(
            printed("x = Input((8, 8, 4))\nz = \(code)\nprint(type(z), z[0].shape)") == [
                "<class 'list'> (None, 8, 8, 4)"
            ])
    }

    @Test func unstackingOneGivesAList() {
        #expect(printed("x = Input((8, 1))\nprint(ops.unstack(x, axis=2)[0].shape)") == ["(None, 8)"])
    }

    /// With a type as Keras 2 and 3 call it, without as Keras 1 did; the shape must be the weight's.
    @Test func functionsMakeWeights() {
        let script = """
            def halves(shape, dtype=None): return np.ones(shape) / 2
            def old(shape, name=None): return K.variable(np.ones(shape) * 3, name=name)
            def wrong(shape, dtype=None): return np.ones((2, 2))
            x = Input(5, 5, 2)
            for initializer in [halves, old, wrong]:
                layer = Conv2D(4, 3, kernel_initializer=initializer)
                layer(x)
                print(layer.kernel_initializer, layer.get_weights()[0].mean())
            """
        #expect(
            printed(script) == [
                "<function halves> 0.5", "<function old> 3.0",
                "ValueError: An initializer must give values of the shape it is asked for. "
                    + "Received: shape=(2, 2) for a weight of shape (3, 3, 2, 4)",
            ])
    }

    @Test(arguments: [
        ("Convolution2D(4, 1, 1, name='fire2/squeeze')(x)", "fire2/squeeze"),
        ("merge([x, x], mode='sum', name='a/b')", "a/b"),
        ("Conv2D(4, 1, name='a/b')(x)", "ValueError: Invalid value for argument `name` of Conv2D."),
    ])
    func onlyKeras1HasSlashesInNames(code: String, name: String) {
        let lines = printed("x = Input(8, 8, 4)\nprint(\(code).layer.name)\n")
        #expect(lines.first?.hasPrefix(name) == true)
    }

    @Test func itsValuesAreThoseOfTheArrays() {
        let script = """
            x = Input(2, 2, 1)
            x.feed(np.array([[[[1.], [2.]], [[3.], [6.]]]]))
            print(ops.mean(x * 2 + 1, axis=[1, 2]).numpy())
            print(K.sum(np.array([[1., 2.], [3., 4.]]), axis=1))
            """
        #expect(printed(script) == ["[[7.]]", "[3. 7.]"])
    }

    /// Shapes and errors as Keras 3.15 gives them.
    @Test(arguments: [
        ("x[9]", "(4, 4, 6)"), ("x[:, ::-2]", "(None, 2, 4, 6)"), ("x[:, 3:1]", "(None, 0, 4, 6)"),
        ("x[0:1, :]", "(None, 4, 4, 6)"), ("x[..., -3:9, None]", "(None, 4, 4, 3, 1)"), ("x[:, -4, 3]", "(None, 6)"),
        ("x[:, 9]", "ValueError"), ("x[..., -7]", "ValueError"), ("x[0, 0, 0, 0, 0]", "ValueError"),
        ("x[0, 0, 0, 0, 0, ...]", "ValueError"), ("x[..., 0, ...]", "ValueError"),
        ("ops.squeeze(Input((1, 4, 1)), (1, 3))", "(None, 4)"), ("ops.squeeze(Input((3, 4)), 1)", "ValueError"),
        ("ops.squeeze(Input((None, 4)), -2)", "ValueError"), ("ops.squeeze(Input((1,)), 0)", "ValueError"),
    ])
    func partsOfATensor(code: String, shown: String) {
        let lines = printed("from keras import ops\nx = Input((4, 4, 6))\nprint((\(code)).shape)\n")
        #expect(lines.first?.prefix { $0 != ":" } == shown[...])
    }

    @Test func noActivationIsTheLinearOne() {
        let script = "l = Activation(None)\nprint(l(np.array([[-2., 7.]])), l.get_config()['activation'])\n"
        #expect(printed("import numpy as np\n" + script) == ["[[-2.  7.]] linear"])
    }

    /// Keras 3.15.1 takes whatever can be called, and fails where it is called with numbers.
    @Test func aClassIsTakenForAnActivationUntilItMeetsNumbers() {
        #expect(printed("print(Activation(ReLU)(Input((3,))).shape)\n") == ["(None, 3)"])
        let error = printed("Activation(ReLU)(np.ones((1, 3)))\n")[0]
        #expect(error.hasPrefix("ValueError: <class 'keras.layers.ReLU'> is a class"))
    }

    @Test func imagesShrinkWithoutAliases() {
        let script = """
            import numpy as np, tensorflow as tf
            x = np.arange(4.).reshape(1, 4, 1, 1)
            print(keras.ops.image.resize(x, (1, 1), antialias=True).item(), tf.image.resize(x, (1, 1), antialias=True).numpy().item())
            print(Resizing(1, 1)(x * x).numpy().item(), round(Resizing(1, 1, antialias=True)(x * x).numpy().item(), 4))
            """
        #expect(printed(script) == ["1.5 1.5", "2.5 3.3333"])
    }

    @Test func layersOfAModelAreWithoutThem() {
        let script = "x = Input(4)\nm = Model(x, Dense(2)(x * 2))\nprint([l.name for l in m.layers])\n"
        #expect(printed(script) == ["['input_layer', 'dense']"])
    }

    /// Types and values as Keras 3.15 on TensorFlow gives them.
    @Test(arguments: [
        ("ops.cast([1.7, -1.7], 'int32').tolist()", "[1, -1]"),
        ("ops.cast(np.array([300.7]), 'uint8').tolist()", "[44]"),
        ("ops.mean(np.array([1, 2])).dtype", "float32"), ("ops.sum(np.array([1], 'uint8')).dtype", "uint32"),
        ("(Input((3,)) > 0).dtype", "bool"), ("ops.argmax(Input((3,)), axis=-1).dtype", "int32"),
        ("Input((3,), dtype='uint8').dtype", "uint8"), ("Flatten()(Input((3, 2), dtype='int32')).dtype", "int32"),
        ("Dense(2)(Input((3,), dtype='uint8')).dtype", "float32"),
        ("keras.activations.get('relu') == keras.activations.relu", "True"),
        ("keras.activations.get('relu') != Dense(1, 'selu').activation", "True"),
        ("(Input((3,), dtype='uint8') + 1.5).dtype", "float32"), ("(Input((3,), dtype='int32') + 1).dtype", "int32"),
        ("ops.cast(Input((3,)), 'int32').numpy().tolist() == np.trunc(Input((3,)).numpy()).tolist()", "True"),
    ])
    func tensorsCarryTheirType(code: String, shown: String) {
        #expect(printed("import numpy as np\nfrom keras import ops\nprint(\(code))\n") == [shown])
    }

    @Test func aTensorCannotBeGoneThrough() {
        #expect(
            printed("for c in Input(4):\n    pass\n")[0].hasPrefix("NotImplementedError: Iterating over a symbolic"))
    }

    @Test(arguments: [
        "import pandas\npandas.read_csv('a')", "import cv2\ncv2.VideoCapture(0)",
        "import pickle\npickle.dumps({})",
        "from keras.layers.merge import _Merge\n_Merge()",
    ])
    func whatIsOutsideFailsAtItsCall(code: String) {
        let lines = printed(code)
        #expect(lines.count == 1 && lines[0].hasPrefix("NotImplementedError: `") && lines[0].contains("` is not "))
    }

    @Test func namesThatEditorsImportAreNumpys() {
        #expect(printed("from numpy.core.fromnumeric import prod\nprint(prod([2, 3]))\n") == ["6"])
    }

    @Test func optimizersAreKeptUnderLegacyToo() {
        #expect(
            printed("from keras.optimizers.legacy import SGD\nprint(SGD(0.5).get_config()['learning_rate'])\n") == [
                "0.5"
            ])
        #expect(printed("print(keras.optimizers.legacy.Adam().beta_1)\n") == ["0.9"])
    }

    @Test func aGeneratorCanBeAContext() {
        let script = """
            from contextlib import contextmanager, suppress
            @contextmanager
            def tag(name):
                print("<", name)
                try: yield name
                finally: print(">", name)
            with tag("a") as a, suppress(KeyError): raise KeyError(a)
            @tag("b")
            def f(x): return x
            print(f(3), tag.__name__)

            """
        #expect(printed(script) == ["< a", "> a", "< b", "> b", "3 tag"])
    }

    @Test func aMisspeltModuleIsRefusedAtItsImport() {
        #expect(printed("import kears")[0] == "ModuleNotFoundError: No module named 'kears'")
    }

    @Test func whatScriptsImportAroundModelsWorks() {
        let script = """
            import os, sys, argparse, warnings, random, functools, itertools, collections, operator, copy
            warnings.filterwarnings("ignore")
            os.environ["CUDA_VISIBLE_DEVICES"] = "0"
            parser = argparse.ArgumentParser()
            parser.add_argument("--batch-size", type=int, default=8)
            parser.add_argument("--fast", action="store_true")
            print(parser.parse_args())
            print(parser.parse_args(["--batch-size", "4", "--fast"]).batch_size)
            print(functools.reduce(operator.mul, [1, 2, 3, 4]), functools.partial(int, base=2)("101"))
            print(list(itertools.product("ab", [1])), os.path.join("a", "b.h5"), os.path.splitext("b.h5"))
            Args = collections.namedtuple("Args", ["a", "b"])
            print(Args(1, b=2)._replace(a=5), collections.Counter("aab")["a"])
            """
        #expect(
            printed(script) == [
                "Namespace(batch_size=8, fast=False)", "4", "24 5",
                "[('a', 1), ('b', 1)] a/b.h5 ('b', '.h5')", "Args(a=5, b=2) 2",
            ])
    }
}
