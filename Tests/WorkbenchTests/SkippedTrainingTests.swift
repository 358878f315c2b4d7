import Testing

@testable import Workbench

/// Training is skipped: scripts go on with values that are not there.
@Suite struct SkippedTrainingTests {
    private let model = """
        import numpy as np
        import keras
        m = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2)])
        m.compile("adam", "mse", metrics=["accuracy"])
        x, y = np.zeros((8, 4)), np.zeros((8, 2))

        """

    private func printed(_ code: String, strict: Bool = false) -> String {
        DatasetTests.printed(model + code, strict: strict)
    }

    private let skipped = "left out: fit: nothing is trained yet; what it returns has no values\n"

    @Test func fitReturnsAHistoryWithoutValues() {
        #expect(
            printed(
                "h = m.fit(x, y, epochs=2, validation_split=0.5)\nprint(h.history)\nprint(type(h).__name__, h.epoch)")
                == skipped
                + "{'accuracy': [not computed, not computed], 'loss': [not computed, not computed], 'val_accuracy': "
                + "[not computed, not computed], 'val_loss': [not computed, not computed]}\nHistory [0, 1]\n")
    }

    @Test func eachKindOfCallIsNotedOnce() {
        let text = printed("for i in range(3):\n    m.fit(x, y)\n    m.train_on_batch(x, y)")
        #expect(text == skipped + "left out: train_on_batch: nothing is trained yet; what it returns has no values\n")
    }

    @Test func historyHasTheNamesOfOlderKerasToo() {
        let text = printed(
            "h = m.fit(x, y, nb_epoch=3)\nprint(len(h.history['acc']), 'acc' in h.history, list(h.history))")
        #expect(text == skipped + "3 False ['accuracy', 'loss']\n")
    }

    @Test func valuesThatAreNotThereStayAbsent() {
        let text = printed(
            """
            loss, score = m.evaluate(x, y)
            print(score, score * 100 - 1, -score, abs(score), round(score, 2), float(score), int(score), max([loss, score]))
            print("%.2f%% %5d" % (score * 100, loss), f"{score:.4f}", "{:8.3f}|".format(loss), str(score))
            print(np.mean([loss, score]), np.argmax([score]), np.add(loss, 1), score is None, score == None, score > 1)
            """)
        #expect(
            text.hasSuffix(
                """
                not computed not computed not computed not computed not computed not computed not computed not computed
                not computed% not computed not computed not computed| not computed
                not computed not computed not computed False False not computed

                """))
    }

    @Test func decisionsByAbsentValuesAreErrors() {
        #expect(
            printed("if m.evaluate(x, y)[0] < 1: pass").hasSuffix(
                "ValueError: whether it is true is not known: the value was not computed, as evaluate is skipped\n"))
    }

    @Test func evaluateReturnsWhatWasCompiled() {
        #expect(
            printed("print(m.evaluate(x, y, return_dict=True))").hasSuffix(
                "{'accuracy': not computed, 'loss': not computed}\n"))
        #expect(
            printed("m.compile('sgd', 'mse')\nprint(m.evaluate(x, y), m.metrics_names)").hasSuffix(
                "not computed ['loss']\n"))
    }

    @Test func severalOutputsHaveTheirNamesInTheHistory() {
        let text = printed(
            """
            i = keras.Input((4,))
            n = keras.Model(i, [keras.layers.Dense(1, name="a")(i), keras.layers.Dense(1, name="b")(i)])
            n.compile("adam", ["mse", "mae"], metrics={"b": ["mae", keras.metrics.AUC()]})
            print(list(n.fit(x, [y, y]).history))
            """)
        #expect(text.hasSuffix("['a_loss', 'b_auc', 'b_loss', 'b_mae', 'loss']\n"))
    }

    @Test func weightedMetricsHaveNamesOfTheirOwn() {
        let text = printed(
            """
            m.compile("sgd", "mse", metrics=["mae", "mae"], weighted_metrics=["mae", "mse", "mae"])
            print(list(m.evaluate(x, y, return_dict=True)), m.metrics_names)
            """)
        #expect(
            text.hasSuffix(
                "['loss', 'mae', 'mae_1', 'mse', 'weighted_mae', 'weighted_mae_1'] ['loss', 'compile_metrics']\n"))
    }

    @Test(arguments: ["metrics", "weighted_metrics"]) func metricsThatThereAreNoneOfAreRefused(argument: String) {
        #expect(
            printed("m.compile('sgd', 'mse', \(argument)=['nope'])\nm.evaluate(x, y)").hasSuffix(
                "ValueError: Could not interpret metric identifier: nope\n"))
    }

    @Test func strictSessionsRefuseTraining() {
        #expect(
            printed("m.fit(x, y)", strict: true)
                == "NotImplementedError: `fit` cannot be done: nothing is trained yet\n")
    }

    @Test func whatKerasRefusesIsRefused() {
        #expect(
            printed("keras.Sequential([keras.layers.Dense(1)]).fit(x, y)")
                == "ValueError: You must call `compile()` before calling `fit()`.\n")
        #expect(printed("m.fit(x, y, epoch=3)").contains("TypeError"))
    }

    @Test func fitBuildsAModelForTheData() {
        let text = printed(
            """
            n = keras.Sequential([keras.layers.Dense(3), keras.layers.Dense(1)])
            n.compile("adam", "mse")
            n.fit(x, y)
            print(n.count_params(), n.input_shape)
            """)
        #expect(text == skipped + "19 (None, 4)\n")
    }

    @Test func aSavedModelIsLoadedWithItsWeights() {
        let text = printed(
            """
            x = np.ones((3, 4))
            m.save("model.h5")
            n = keras.models.load_model("model.h5")
            print(n is m, np.array_equal(n.predict(x), m.predict(x)), n.loss)
            m.set_weights([np.zeros((4, 2)), np.ones(2)])
            keras.models.save_model(m, "other.keras")
            print(keras.saving.load_model("other.keras").predict(x[:1]))
            """)
        #expect(text.contains("False True mse\n") && text.hasSuffix("[[1. 1.]]\n"))
    }

    @Test func aModelOfAFileIsNotKnown() {
        let text = printed("n = keras.models.load_model('model.h5')\nprint(n.predict(x), n.summary())")
        #expect(
            text == "left out: load_model: files of models are not read; nothing is known of the model in model.h5\n"
                + "not computed not computed\n")
    }

    @Test func weightsThatAreNotReadStay() {
        let text = printed(
            "w = m.get_weights()[0]\nm.load_weights('w.h5', by_name=True)\nprint((w == m.get_weights()[0]).all())")
        #expect(
            text
                == "left out: load_weights: files of weights are not read; the weights stay as they were, without those "
                + "in w.h5\nTrue\n")
    }

    @Test func predictComputesWhatStandsInManyRowsOnce() {
        let text = printed(
            """
            from keras.datasets import mnist
            (a, _), (b, _) = mnist.load_data()
            n = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(2)])
            p = n.predict(b / 255)
            print(p.shape, np.array_equal(p[:20], n.predict(np.array((b[:20] / 255).tolist()))))
            """)
        #expect(text.hasSuffix("(10000, 2) True\n"))
    }

    @Test func predictTakesBatchesOfGeneratorsAndSequences() {
        let text = printed(
            """
            class Data(keras.utils.Sequence):
                def __len__(self): return 3
                def __getitem__(self, i): return np.full((2, 4), i), np.zeros(2)
            def batches():
                while True: yield np.ones((5, 4))
            print(m.predict(Data()).shape, m.predict(batches(), steps=2).shape, m.predict_generator(Data(), 2).shape)
            """)
        #expect(text.hasSuffix("(6, 2) (10, 2) (4, 2)\n"))
    }

    @Test func callbacksAreObjectsOfKerassClasses() {
        let text = printed(
            """
            from keras.callbacks import *
            c = [EarlyStopping(patience=3), ModelCheckpoint("best.h5", save_best_only=True), CSVLogger("log.csv")]
            print(all(isinstance(one, Callback) for one in c), c[0].patience, c[1].filepath, c[0].monitor)
            class Mine(ModelCheckpoint):
                def on_epoch_end(self, epoch, logs=None): print("never")
            m.fit(x, y, callbacks=c + [Mine("a")])
            """)
        #expect(text == "True 3 best.h5 val_loss\n" + skipped)
    }
}
