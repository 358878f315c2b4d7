import Interpreter
import Language
import Testing
import Workbench

/// Names and random numbers over the statements of a session.
@Suite struct RandomStateTests {
    /// The text of an expression after some statements, those that fail included.
    private func answer(_ expression: String, after statements: String...) throws -> String {
        var options = Session.Options()
        options.keepsGoing = true
        options.showsResults = false
        let session = Session(options: options)
        for statement in statements { _ = session.run(SourceText(name: "test", statement)) }
        _ = session.run(SourceText(name: "test", "answer = \(expression)"))
        return try #require(session.interpreter.globals["answer"]).repr
    }

    private let layer = "d = Dense(2); d.build((None, 3)); k = d.kernel.numpy().tolist()"

    @Test func aSessionStartsAsAfterSeedZero() throws {
        #expect(
            try answer("k", after: layer)
                == answer("k", after: "keras.utils.set_random_seed(0)", layer))
        #expect(try answer("np.random.rand()") == answer("np.random.rand()", after: "keras.utils.set_random_seed(0)"))
    }

    @Test func equalLayersAfterTheSameSeedAreEqual() throws {
        let seed = "keras.utils.set_random_seed(3)"
        #expect(try answer("k == first", after: seed, layer, "first = k", seed, layer) == "True")
        #expect(try answer("k == first", after: seed, layer, "first = k", layer) == "False")
    }

    @Test func layersWithTheSameNameHaveTheirOwnWeights() throws {
        let named = layer.replacing("Dense(2)", with: "Dense(2, name='a')")
        #expect(try answer("k == first", after: named, "first = k", named) == "False")
    }

    @Test func aCloneDrawsAnewAndKeepsGivenSeeds() throws {
        let model =
            "m = Sequential([Input((3,)), Dense(2), Dense(2, kernel_initializer=initializers.HeNormal(seed=1))])"
        let clone = "c = keras.models.clone_model(m)"
        func equal(_ index: Int) throws -> String {
            try answer("np.array_equal(m.get_weights()[\(index)], c.get_weights()[\(index)])", after: model, clone)
        }
        #expect(try equal(0) == "False")
        #expect(try equal(2) == "True")
    }

    @Test func valuesDoNotDependOnWhichWeightIsLookedAtFirst() throws {
        let layers = "a = Dense(2); b = Dense(2); a.build((None, 3)); b.build((None, 3))"
        #expect(
            try answer("a.kernel.numpy().tolist()", after: layers, "x = b.kernel.numpy()")
                == answer("a.kernel.numpy().tolist()", after: layers, "x = a.kernel.numpy()"))
    }

    @Test(arguments: [
        "Conv2D(2, 3)(Input((2, 2, 1)))", "Sequential([Dense(2), Dense('a')])",
        "x = [Dense(3), np.random.rand(), 1 / 0]",
        "keras.utils.set_random_seed(8); x = missing", "keras.random.normal((2,)); missing",
    ])
    func aStatementThatFailsLeavesNoTrace(statement: String) throws {
        let import_ = "import random"
        let look =
            "(Conv2D(1, 1).name, Dense(1).name, random.random(), np.random.rand(), keras.random.uniform((2,)).tolist(), k)"
        // Where several statements stand in a line, those before the failing one count.
        let kept = statement.split(separator: ";").dropLast().joined(separator: ";")
        #expect(try answer(look, after: import_, statement, layer) == answer(look, after: import_, kept, layer))
    }

    @Test func aStatementThatFailsGivesBackWeightsAndSeedGenerators() throws {
        let changes = [
            "d.kernel.assign(np.ones((3, 2))) + missing", "[d.set_weights([np.ones((3, 2)), np.ones(2)]), missing]",
            "[keras.random.uniform((2,), seed=g), missing]", "[o(np.ones((1, 9)), training=True), missing]",
            "[b(np.ones((4, 3)), training=True), 1 / 0]",
        ]
        let setting =
            "g = keras.random.SeedGenerator(3); o = Dropout(0.5); b = BatchNormalization(); b.build((None, 3))"
        let look =
            "(d.get_weights()[0].tolist(), g.state.tolist(), o(np.ones((1, 9)), training=True).tolist(), "
            + "b.moving_mean.numpy().tolist(), d(np.ones((1, 3))).tolist())"
        let untouched = try answer(look, after: layer, setting)
        for change in changes {
            #expect(try answer(look, after: layer, setting, change) == untouched, "\(change)")
        }
    }

    @Test func whatAStatementChangedStaysWhenALaterOneFails() throws {
        let assigned = "d.kernel.assign(np.ones((3, 2)))"
        #expect(
            try answer("d.kernel.numpy().tolist()", after: layer, assigned, "missing")
                == "[[1.0, 1.0], [1.0, 1.0], [1.0, 1.0]]")
    }

    @Test func clearingTheSessionBeginsNamesAnewAndGoesOnWithTheRandomNumbers() throws {
        #expect(try answer("Dense(1).name", after: layer, "keras.backend.clear_session()") == "'dense'")
        #expect(try answer("k == first", after: layer, "first = k", "keras.backend.clear_session()", layer) == "False")
    }

    @Test(arguments: ["-1", "2**32", "1.5", "'a'"]) func aSeedThatIsNoneIsRefused(seed: String) throws {
        let program =
            "import keras\ntry:\n    keras.utils.set_random_seed(\(seed))\nexcept ValueError as e:\n    m = str(e)"
        #expect(try answer("len(m) > 0", after: program) == "True")
    }
}
