import Language
import Library
import Network
import Testing
import Workbench

/// Layers and models whose classes scripts define: what is said of them looks through their `call`.
@Suite struct ScriptedLayerTests {
    private static let block = """
        class Block(layers.Layer):
            def __init__(self, f, **kwargs):
                super().__init__(**kwargs)
                self.first = layers.Conv2D(f, 3, strides=2, padding="same", name="first")
                self.second = layers.Conv2D(f, 3, padding="same", name="second")

            def call(self, x):
                return layers.ReLU()(self.second(self.first(x)))
        x = Input(28, 28, 1)
        block = Block(4)
        y = block(x)

        """

    /// What a script prints after the block was defined and called; of an error its message.
    private func printed(_ code: String) -> String {
        var text = ""
        let session = Session { item in
            switch item {
            case .printed(let part): text += part
            case .failure(let error): text += "\(error.className): \(error.message)\n"
            default: break
            }
        }
        _ = session.run(SourceText(name: "test", Self.block + code))
        return text
    }

    @Test func costsAndFieldsAreThoseOfTheLayersInside() {
        // 14·14·(3·3·1·4 + 3·3·4·4) multiply-accumulates; 3 + 2·(3 − 1) = 7 pixels.
        #expect(printed("print(y.macs, y.receptive_field, block.macs)") == "35280 (7, 7) 35280\n")
    }

    @Test func aValueIsCalculatedInsideOfTheCall() {
        #expect(printed("trace(y, 5, 5, 0)") == "")
    }

    @Test func theFirstCallWithDataBuildsTheLayersInside() {
        #expect(
            printed("b = Block(2)\nprint(b.built, b(np.ones((1, 8, 8, 3))).shape, b.built, b.count_params())")
                == "False (1, 4, 4, 2) True 94\n")
    }

    @Test func weightsThatAreReplacedTakeEffect() {
        let code = """
            before = model.predict(data, verbose=0).sum()
            block.set_weights([w * 0 for w in block.get_weights()])
            print(before != 0, model.predict(data, verbose=0).sum(), model(data).sum())
            """
        let text = printed("model = Model(x, y)\ndata = np.ones((1, 28, 28, 1))\n" + code)
        #expect(text == "True 0.0 0.0\n")
    }

    /// `call` of a part of a layer reads the weights of another layer, as those of ConvLSTM do.
    @Test(arguments: ["ops.conv(x, self.k)", "x * (self.k[0, 0, 0] * 2)", "ops.separable_conv(x, self.k, self.p)"])
    func weightsThatACallReadsOfAnotherLayerTakeEffect(result: String) {
        let code = """
            class Part(layers.Layer):
                def build(self, s):
                    self.k = self.add_weight(shape=(1, 1, 1, 1), name="k", initializer="ones")
                    self.p = self.add_weight(shape=(1, 1, 1, 1), name="p", initializer="ones")

                def call(self, x):
                    return \(result)

            class Whole(layers.Layer):
                def __init__(self):
                    super().__init__()
                    self.part = Part()

                def build(self, s):
                    self.part.build(s)

                def call(self, x):
                    return self.part.call(x)

            x = Input((1, 1, 1))
            x.feed(np.ones((1, 1, 1, 1)))
            whole = Whole()
            y = whole(x)
            m = Model(x, y)
            first = y.numpy().sum()
            whole.set_weights([w * 3 for w in whole.get_weights()])
            print(y.numpy().sum() == whole(x).numpy().sum() == m(np.ones((1, 1, 1, 1))).sum(), y.numpy().sum() > 2 * first)
            """
        #expect(printed(code) == "True True\n")
    }

    @Test func anAttributeThatIsChangedTakesEffect() {
        let code = """
            class Scale(layers.Layer):
                def __init__(self):
                    super().__init__()
                    self.factor = 2
                def call(self, x):
                    return x * self.factor
            scale = Scale()
            m = Model(x, scale(x))
            data = np.ones((1, 28, 28, 1))
            print(m(data).max())
            scale.factor = 3
            print(m(data).max())
            """
        #expect(printed(code) == "2.0\n3.0\n")
    }

    @Test func aCallHasANetworkInside() {
        let session = Session()
        _ = session.run(SourceText(name: "test", Self.block))
        guard case .host(let object)? = session.interpreter.globals["y"], let tensor = object as? TensorObject else {
            Issue.record("no tensor y")
            return
        }
        #expect(tensor.tensor.node.network?.layers.map(\.name) == ["inputs", "first", "second", "re_lu_1"])
    }

    @Test func layersThatHoldEachOtherEndInAnError() {
        let code = """
            class Holder(layers.Layer):
                def __init__(self):
                    super().__init__()
                    self.other = None
                def call(self, x):
                    return self.other(x)
            a, b = Holder(), Holder()
            a.other, b.other = b, a
            print(len(a.weights))
            a.trainable = False
            try:
                a(np.ones((1, 2)))
            except RecursionError:
                print("RecursionError")
            """
        #expect(printed(code) == "0\nRecursionError\n")
    }

    @Test func modelsLieInOneAnotherDeep() {
        let code = """
            class Nest(keras.Model):
                def __init__(self, depth):
                    super().__init__()
                    self.inner = Nest(depth - 1) if depth else layers.Dense(1)
                def call(self, x):
                    return self.inner(x)
            nest = Nest(40)
            print(nest(np.ones((1, 3))).shape, nest.count_params(), nest(Input((3,))).shape)
            """
        #expect(printed(code) == "(1, 1) 4 (None, 1)\n")
    }

    @Test func errorsInsideOfACallKeepTheirClassAndPlace() {
        let code = """
            class Mine(Exception): pass
            class Bad(layers.Layer):
                def call(self, x):
                    raise Mine("here")
            try:
                Bad()(x)
            except Mine as error:
                print("caught", error)
            """
        #expect(printed(code) == "caught here\n")
    }

    @Test func previewsUseUpNoRandomNumbers() {
        let code = """
            class Noisy(layers.Layer):
                def __init__(self):
                    super().__init__()
                    self.seed = keras.random.SeedGenerator(3)
                def call(self, x):
                    return x + keras.random.normal((1, 28, 28, 1), seed=self.seed)
            noisy = Noisy()
            z = noisy(x)
            print(noisy(np.zeros((1, 28, 28, 1))).sum() == keras.random.normal((1, 28, 28, 1), seed=keras.random.SeedGenerator(3)).sum())
            """
        #expect(printed(code) == "True\n")
    }
}
