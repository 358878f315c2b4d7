import Language
import Testing

@testable import Workbench

/// What is said of masks, and what is refused.
@Suite struct MaskTests {
    private static let words = """
        i = Input((4,), name="i", dtype="int32")
        e = Embedding(6, 2, mask_zero=True, name="e")(i)

        """

    private func items(_ code: String) -> [OutcomeItem] {
        var items: [OutcomeItem] = []
        let session = Session { items.append($0) }
        session.options.showsResults = false
        _ = session.run(SourceText(name: "test", MaskTests.words + code))
        return items
    }

    private func notes(_ code: String) -> String {
        let writer = TextWriter(renderer: .plain(width: 400), showsPlaces: false)
        return items(code).map { writer.text($0) }.joined()
    }

    private func error(_ code: String) -> String? {
        for case .failure(let failure) in items(code) { return "\(failure.className): \(failure.message)" }
        return nil
    }

    @Test func aNoteSaysWhereAMaskEnds() {
        #expect(notes("Conv1D(2, 2, name='c')(e)").contains("the mask of e ends here: c does not support masking"))
        #expect(!notes("Dropout(0.5)(e)").contains("mask"))
        #expect(!notes("LSTM(2)(e)").contains("mask"))
    }

    @Test func aMaskedLayerIsExplainedByItsInput() {
        #expect(notes("explain(LSTM(3, name='l')(e))").contains("l  LSTM  (None, 4, 2) → (None, 3)"))
        #expect(notes("sizes(Model(i, LSTM(3)(e)))").contains("there is no size to choose"))
    }

    @Test func aNoteSaysThatAnInitialStateKeepsTheMaskAway() {
        let text = notes("LSTM(2, name='l')(e, initial_state=[Input((2,)), Input((2,))])")
        #expect(text.contains("the mask of e does not reach l: Keras hands none on beside `initial_state`"))
    }

    @Test func aNoteSaysThatAttentionDoesNotUseTheQuerysMask() {
        let text = notes("x = np.ones((1, 2, 2))\nMultiHeadAttention(1, 2)(x, x, query_mask=np.ones((1, 2)) > 0)")
        #expect(text.contains("MultiHeadAttention does not use `query_mask`"))
    }

    @Test(arguments: [
        ("Dense(2)(e, mask=e._keras_mask)", "TypeError: Dense.call() got an unexpected keyword argument 'mask'"),
        (
            "LSTM(2)(e, mask=np.ones((1, 4)))",
            "NotImplementedError: `mask` of a layer in a network has to be made of tensors of the network, not of arrays"
        ),
        (
            "GRU(2)(np.ones((1, 4, 2)), mask=np.ones((1, 3)))",
            "ValueError: The `mask` must have the shape (batch, steps) of the sequences. Received: mask.shape=(1, 3)"
        ),
        (
            "GRU(2)(np.ones((1, 4, 2)), initial_state=[np.ones((1, 3))])",
            "ValueError: The `initial_state` must be a tensor of the shape (batch, units). Received: shapes (1, 3)"
        ),
        (
            "LSTM(2, stateful=True)(e)",
            "ValueError: When using `stateful=True` in a RNN, the batch size must be static. Found dynamic batch size: "
                + "sequence.shape=(None, 4, 2)"
        ),
        (
            "r = GRU(2, stateful=True)\nr(np.ones((2, 4, 2)))\nr(np.ones((3, 4, 2)))",
            "ValueError: If an RNN is stateful, the batch size of the input sequences must be the same as the batch size of the "
                + "initial state. Received: a batch of 3, where it was 2"
        ),
        (
            "ConvLSTM1D(2, 2, stateful=True)",
            "NotImplementedError: states that are kept from call to call are implemented for SimpleRNN, LSTM and GRU, not for "
                + "ConvLSTM"
        ),
    ]) func whatCannotBeMaskedIsRefused(call: String, message: String) { #expect(error(call) == message) }

    @Test func aValueThatIsOnlyLookedAtChangesNoState() {
        let code = """
            j = Input(batch_shape=(1, 2, 2))
            r = GRU(2, stateful=True)
            y = r(j)
            j.feed(np.ones((1, 2, 2)))
            y.numpy()
            assert r.states is None
            r(np.ones((1, 2, 2)))
            assert r.states is not None
            """
        #expect(error(code) == nil)
    }

    @Test func aKeptMapKeepsItsMask() {
        let code = """
            i.feed(np.array([[3, 0, 5, 0]]))
            m = Multiply()([e, Conv1D(2, 1)(e)])
            e.numpy()
            assert np.allclose(m.numpy(), Model(i, m)(np.array([[3, 0, 5, 0]])))
            """
        #expect(error(code) == nil)
    }
}
