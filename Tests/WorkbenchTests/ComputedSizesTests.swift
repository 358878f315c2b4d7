import Foundation
import Testing

/// Layers of scripts whose `call` computes with sizes that are not known, looked into.
@Suite struct ComputedSizesTests {
    private static let heads = """
        from keras import ops

        class Heads(keras.layers.Layer):
            def __init__(self):
                super().__init__()
                self.project = keras.layers.Dense(8)

            def call(self, x):
                batch, length = ops.shape(x)[0], ops.shape(x)[1]
                y = ops.transpose(ops.reshape(self.project(x), (batch, -1, 2, 4)), (0, 2, 1, 3))
                return ops.reshape(ops.transpose(y, (0, 2, 1, 3)), (batch, length, 8))

        x = keras.Input((None, 6))
        y = Heads()(keras.layers.Conv1D(6, 3, padding="same")(x))
        z = Heads()(keras.layers.Conv1D(6, 3)(keras.Input((5, 6))))

        """

    private func text(_ code: String) -> String { shownJSON(Self.heads + code).last?["text"] as? String ?? "" }

    @Test func whatReshapesKeepsIsSeenInTheInput() {
        #expect(text("print(y.shape, y.receptive_field, z.receptive_field)") == "(None, None, 8) (3,) (3,)\n")
    }

    @Test func aSizeThatIsLeftHasAFormula() throws {
        let layers = try #require(shownJSON(Self.heads + "explain(y)").last?["layers"] as? [[String: Any]])
        let split = try #require(layers.first { $0["name"] as? String == "reshape" })
        #expect(split["reason"] as? String == "(L, 8) becomes (L, 2, 4)")
    }

    @Test func anElementIsFollowedThroughAReshape() throws {
        let trace = try #require(shownJSON(Self.heads + "trace(z, 1, 2)").last)
        #expect(trace["kind"] as? String == "trace")
    }

    @Test func whatIsDecidedByAValueIsRefused() {
        let code = """
            class Choosing(keras.layers.Layer):
                def call(self, x):
                    return x if ops.sum(x) > 0 else -x
            Choosing()(x)
            """
        #expect(shownJSON(Self.heads + code).last?["class"] as? String == "TypeError")
    }
}
