import Foundation
import Language
import Layers
import Presentation
import Testing
import Workbench

/// What the inspection functions say of layers inside of layers and models whose classes scripts define.
@Suite struct InsideTests {
    private static let classes = """
        class Block(layers.Layer):
            def __init__(self, f, **kwargs):
                super().__init__(**kwargs)
                self.first = layers.Conv2D(f, 3, strides=2, padding="same")
                self.second = layers.Conv2D(f, 3, padding="same")
            def call(self, x):
                return self.second(self.first(x)) + self.first(x)

        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.stem = layers.Conv2D(4, 3, padding="same")
                self.stages = [Block(4), Block(8)]
                self.pool = layers.GlobalAveragePooling2D()
                self.head = layers.Dense(3)
            def call(self, x):
                x = self.stem(x)
                for stage in self.stages:
                    x = stage(x)
                return self.head(self.pool(x))

        class Scale(layers.Layer):
            def build(self, shape):
                self.b = self.add_weight(shape=(shape[-1],), initializer="ones", name="b")
                self.w = self.add_weight(shape=(shape[-1], 2), initializer="ones", name="w")
            def call(self, x):
                return ops.matmul(x + self.b, self.w)

        net = Net()
        x = Input((16, 16, 3))
        y = net(x)
        b = net.stages[1]

        """

    private func shown(_ code: String) -> [[String: Any]] { shownJSON(Self.classes + code) }
    private func error(_ code: String) -> String? { shown(code).last?["message"] as? String }

    @Test(arguments: [
        "explain", "field", "trace", "summary", "diagnose", "sizes", "plan", "explore", "animate", "frameworks",
        "impulse",
    ]) func aLayerInsideIsLookedAtByItsCallThere(function: String) {
        for part in ["b.second", "b.first", "net.stem"] {
            let last = shown("\(function)(\(part))").last
            #expect(last?["kind"] as? String != "error", "\(function)(\(part)): \(last ?? [:])")
        }
    }

    @Test(arguments: [
        "explain", "field", "trace", "summary", "diagnose", "sizes", "plan", "explore", "animate", "show",
    ])
    func aBlockInsideIsLookedInto(function: String) {
        for part in ["b", "net"] {
            let last = shown("\(function)(\(part))").last
            #expect(last?["kind"] as? String != "error", "\(function)(\(part)): \(last ?? [:])")
        }
    }

    @Test func theFieldOfALayerInsideIsThatInTheModelsInput() {
        // 3, then 3 + 2 = 5, and 5 + 2·2 = 9 behind the first block, 9 + 2·2 = 13.
        #expect(
            shown("print(net.stem.receptive_field, b.first.receptive_field)").last?["text"] as? String
                == "(3, 3) (13, 13)\n")
    }

    @Test func severalCallsInsideAreSaidAndMayBeChosen() throws {
        let items = shown("explain(b.first)")
        let note = try #require(items.first { $0["kind"] as? String == "note" }?["text"] as? String)
        #expect(note.contains("called 2 times") && note.contains("inside(b.first, 1)"))
        #expect(shown("explain(inside(b.first, 1))").last?["kind"] as? String == "explanation")
        #expect(error("inside(b.first, 2)") == "'conv2d_3' has no call 2")
    }

    @Test func theTensorInsideCanBeTheOutputOfAModel() {
        #expect(
            shown("m = Model(x, inside(b.second))\nprint(m.predict(np.ones((1, 16, 16, 3)), verbose=0).shape)").last?[
                "text"]
                as? String == "(1, 4, 4, 8)\n")
    }

    @Test func itsValueIsTheOneThatTheModelComputes() {
        let code = """
            data = np.ones((1, 16, 16, 3), "float32")
            m = Model(x, inside(net.pool))
            print(bool(np.allclose(net.head(m(data)), net(data), atol=1e-5)))
            """
        #expect(shown(code).last?["text"] as? String == "True\n")
    }

    @Test func aWayIsFollowedThroughTheLayersInside() throws {
        let trace = try #require(shown("trace(b.second, 2, 2, 0, to=x)").last)
        let path = try #require(trace["path"] as? [[String: Any]])
        #expect(path.last?["name"] as? String == "x" && path.count >= 5)
    }

    @Test func aModelThatWasCalledOnDataOnlyIsLookedIntoAsWell() throws {
        let code = "other = Net()\n_ = other(np.ones((2, 16, 16, 3)))\nexplain(other.stages[0].second)"
        let shapes = try #require(shown(code).last?["output_shapes"] as? [[Any]])
        #expect(shapes[0].first is NSNull && shapes[0].dropFirst().compactMap { $0 as? Int } == [8, 8, 4])
    }

    @Test func whatWasNotCalledAnywhereSaysSo() {
        #expect(error("c = Net()\nexplain(c.stem)") == "the layer 'conv2d_5' has not been called on anything yet")
    }

    @Test func exploringAModelShowsItsLastWindow() throws {
        let items = shown("explore(net)")
        let note = try #require(items.first { $0["kind"] as? String == "note" }?["text"] as? String)
        #expect(note.contains("the last layer of net that moves a window") && note.contains("explore(net.stem)"))
    }

    @Test func aWeightIsAmongTheTermsOfASum() throws {
        let trace = try #require(shown("s = Scale()\nz = s(Input((3,)))\ntrace(Input((3,)) + s.b, 2)").last)
        let terms = try #require(trace["terms"] as? [[String: Any]])
        #expect(terms.map { $0["input"] as? String } == ["input_layer_2", "scale/b"])
        #expect(terms.map { $0["position"] as? [Int] } == [[2], [2]])
        #expect(terms[1]["value"] as? Double == 1)
    }

    @Test func aWeightIsAmongTheFactorsOfAProductOfMatrices() throws {
        let trace = try #require(shown("s = Scale()\nz = s(Input((3,)))\ntrace(z, 1)").last)
        let terms = try #require(trace["terms"] as? [[String: Any]])
        let factors = try #require(terms[2]["terms"] as? [[String: Any]])
        #expect(factors.last?["input"] as? String == "scale/w")
        #expect(factors[1]["position"] as? [Int] == [2, 1])
        #expect(trace["agrees"] as? Bool == true)
    }

    @Test func aWeightRepeatsBesideASmallerTensor() {
        let code = "v = keras.Variable(np.ones((4,), \"float32\"))\nprint((Input((3, 1)) + v).shape)"
        #expect(shown(code).last?["text"] as? String == "(None, 3, 4)\n")
    }

    @Test func instancesOfOnesOwnClassesAreComparedOnAnInput() throws {
        let report = try #require(shown("compare(Block(4), Block(8), Input((8, 8, 3)))").last)
        #expect(report["kind"] as? String == "comparison")
        let differences = try #require(report["differences"] as? [[String: Any]])
        #expect(differences.count == 2)
    }

    @Test func comparingGivesTheWeightsBack() {
        let code = """
            one, two = Block(4), Block(4)
            a, c = one(x), two(x)
            before = two.get_weights()[0].sum()
            compare(one, two)
            print(bool(two.get_weights()[0].sum() == before))
            """
        #expect(shown(code).last?["text"] as? String == "True\n")
    }

    @Test(arguments: [
        ("Pos()", 32, ["H is 32–39", "W is 32–39"]),
        ("Odd()", 16, ["H is 1, 4, 7, 10, 13, …, of those tried, 1 to 64", "W is 1–64, of those tried, 1 to 64"]),
        ("Flat()", 16, ["H is 16", "W is 16"]),
    ]) func sizesOfOnesOwnModelsAreThoseThatCanBeBuilt(call: String, size: Int, rules: [String]) throws {
        let code = """
            class Pos(layers.Layer):
                def __init__(self):
                    super().__init__()
                    self.c = layers.Conv2D(4, 8, strides=8)
                    self.r = layers.Reshape((-1, 4))
                    self.p = layers.Embedding(16, 4)
                def call(self, x):
                    return self.r(self.c(x)) + self.p(np.arange(16))
            class Odd(layers.Layer):
                def call(self, x):
                    if x.shape[1] % 3 == 1: return x
                    raise ValueError("no")
            class Flat(keras.Model):
                def __init__(self):
                    super().__init__()
                    self.c = layers.Conv2D(4, 3)
                    self.d = layers.Dense(2)
                def call(self, x):
                    return self.d(layers.Flatten()(self.c(x)))
            m = \(call)
            q = m(Input((\(size), \(size), 3)))

            """
        for subject in ["m", "q"] {
            let sizes = try #require(shown(code + "sizes(\(subject))").last?["sizes"] as? [[String: Any]])
            #expect(sizes.map { $0["rule"] as? String } == rules, "\(subject)")
        }
    }

    @Test func aScriptThatIsTriedForSizesPrintsNothing() {
        let code = """
            class Loud(layers.Layer):
                def call(self, x):
                    print("called")
                    return x
            q = Loud()(x)
            sizes(q)
            """
        #expect(shown(code).count { $0["text"] as? String == "called\n" } == 1)
    }

    @Test func sizesThatDoNotFitTogetherAreNotSaidToFit() {
        let code = "m = Model(v := Input((16, 16, 1)), layers.Reshape((256,))(v))\nsizes(m, 32, 4)"
        let sizes = shown(code).last?["sizes"] as? [[String: Any]]
        #expect(sizes?.map { $0["next"] as? Int } == [32, 8])
    }

    @Test(arguments: [
        "ops.mean(x, axis=1)", "ops.transpose(x, (0, 2, 1, 3))", "x[:, 0]", "layers.Reshape((-1, 3))(x)",
        "ops.einsum('bijc,bikc->bjk', x, x)", "layers.EinsumDense('bijc,cd->bid', output_shape=(16, 4))(x)",
        "layers.MultiHeadAttention(2, 4)(layers.Reshape((256, 3))(x), layers.Reshape((256, 3))(x))", "Block(4)(x)",
        "ops.concatenate([x, x], axis=1)", "ops.stack([x, x], axis=1)", "ops.split(x, 2, axis=1)[1]",
        "layers.Lambda(lambda t: t[:, ::2])(x)",
        "ops.max(x, axis=(1, 2))", "ops.expand_dims(x, 1)", "layers.Conv2D(3, 3, padding='same')(x)",
    ]) func everyShapeInANetworkHasAReason(call: String) throws {
        try requireReasons(Self.classes + "explain(Model(x, \(call)))")
    }

    @Test func everyLayerOfTheCatalogueHasAReason() throws {
        for definition in Catalogue.layers.definitions {
            guard let example = definition.example, !example.contains("\n") else { continue }
            try requireReasons("t = \(example)\nexplain(Model(keras.utils.get_source_inputs(t), t))")
        }
    }

    /// That no line of the last table has nothing in the column `Why`.
    private func requireReasons(_ code: String) throws {
        var texts: [String] = []
        let session = Session { texts.append(TextWriter(renderer: .plain(width: 400), showsPlaces: false).text($0)) }
        _ = session.run(SourceText(name: "test", code))
        let rows = try #require(texts.last?.split(separator: "\n").map(String.init))
        let header = try #require(rows.first { $0.contains("Why") }, "\(code)\n\(texts.last ?? "")")
        let start = header.distance(from: header.startIndex, to: try #require(header.range(of: "Why")).lowerBound)
        for row in rows.drop(while: { !$0.contains("──") }).dropFirst() {
            let why = row.dropFirst(start)
            #expect(!why.isEmpty && why.first != " ", "\(code)\n\(row)")
        }
    }

    @Test func layersOfNestedModelsHaveRowsInTheSummary() throws {
        let code = """
            class Outer(keras.Model):
                def __init__(self):
                    super().__init__()
                    self.net = net
                    self.last = layers.Dense(2)
                def call(self, x):
                    return self.last(self.net(x))
            outer = Outer()
            _ = outer(x)
            summary(outer, expand_nested=True)
            """
        let summary = try #require(shown(code).last)
        let rows = try #require(summary["layers"] as? [[String: Any]])
        // Blocks are layers, which Keras does not look into.
        #expect(rows.map { $0["name"] as? String }.prefix(3) == ["net", "conv2d", "block"] && rows.count == 7)
    }
}
