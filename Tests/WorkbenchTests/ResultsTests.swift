import Language
import Testing

@testable import Workbench

@Suite struct ResultsTests {
    private func shown(_ code: String, _ change: (inout Session.Options) -> Void = { _ in }) -> [String] {
        var options = Session.Options()
        change(&options)
        var shown: [String] = []
        let session = Session(options: options)
        session.receive = { shown.append(TextWriter(renderer: .plain(), showsPlaces: false).text($0)) }
        for line in code.split(separator: "\n") { _ = session.run(SourceText(name: "test", String(line))) }
        return shown
    }

    @Test func underscoresAreTheLastValues() {
        #expect(shown("3\n4\n_ + __ * 10") == ["3\n", "4\n", "34\n"])
        #expect(shown("3\n4\n5\n___") == ["3\n", "4\n", "5\n", "3\n"])
    }

    @Test func numbersAreThoseOfTheHistory() {
        #expect(shown("a = 1\n7\nb = 2\n_2") == ["7\n", "7\n"])
        #expect(shown("a = 1\n_1").last?.contains("'_1' is not defined") == true)
        #expect(shown("a = 1\n_1").last?.contains("entry 1 has no result") == true)
        #expect(shown("a = 1\n_7").last?.contains("1 entry has been typed so far") == true)
    }

    @Test func whatWasTypedIsInIn() {
        var shown: [String] = []
        let session = Session()
        session.isInteractive = true
        session.receive = { shown.append(TextWriter(renderer: .plain(), showsPlaces: false).text($0)) }
        for line in ["a = 1", "In[1]", "In = 3", "In"] { _ = session.take(SourceText(name: "typed", line)) }
        #expect(shown == ["'a = 1'\n", "3\n"])
    }

    @Test func aHiddenResultIsKept() {
        #expect(shown("6 * 7;\n_") == ["42\n"])
    }

    @Test func noneIsNoResult() {
        #expect(shown("5\nNone\n_") == ["5\n", "5\n"])
    }

    @Test func aVariableOfThatNameIsLeftAlone() {
        #expect(shown("_ = 1\n5\n_") == ["5\n", "1\n"])
        #expect(shown("5\nfor _ in range(3): 0\n_") == ["5\n", "2\n"])
    }

    @Test func lastShowsAllOfAnArray() {
        #expect(shown("np.arange(2000)\n%last").first?.contains("...") == true)
        let whole = shown("np.arange(2000)\n%last").last ?? ""
        #expect(whole.contains(" 999,") && whole.contains("1000,") && !whole.contains("..."))
    }

    @Test func lastShowsWhatAFunctionFound() {
        let shown = shown("x = Input((28, 28, 1))\nsummary(x)\n%last")
        #expect(shown.count == 3 && shown[1] == shown[2])
    }

    /// In a script that goes on, the same mistake is explained once.
    @Test func aHintIsSaidOnceInARun() {
        var hints = 0
        var options = Session.Options()
        options.keepsGoing = true
        let session = Session(options: options)
        session.receive = { item in
            if TextWriter(renderer: .plain(), showsPlaces: false).text(item).contains("hint: ") { hints += 1 }
        }
        let code = "x = Input((8, 8, 1));\nConv2D(8, 3, padding=same)(x)\nConv2D(4, 3, padding=same)(x)\nConv2d(8, 3)\n"
        _ = session.run(SourceText(name: "test", code))
        #expect(hints == 2)
        _ = session.run(SourceText(name: "test", "Conv2D(4, 3, padding=same)(x)"))
        #expect(hints == 3)
    }

    @Test func resetForgetsResults() {
        #expect(shown("5\n%reset\n_").last?.contains("not defined") == true)
    }

    @Test func resultsAreNumberedOnRequest() {
        #expect(shown("%set numbering on\na = 1\na + 1") == ["Out[3]: 2\n"])
    }

    @Test func statementsAfterAFailureAreCounted() {
        let shown = shown("a = 1; 1/0; b = 2; c = 3") { $0.countsSkipped = true }
        #expect(shown.last == "note: 2 statements not run\n")
        #expect(self.shown("1/0; b") { $0.countsSkipped = true }.last == "note: 1 statement not run\n")
        #expect(self.shown("a = 1; 1/0") { $0.countsSkipped = true }.count == 1)
    }

    @Test func aTensorKnowsTheWeightsOfItsLayer() {
        let setup = "x = Input(8, 8, 2);\nc = Conv2D(4, 3)(x);\n"
        #expect(shown(setup + "[w.shape for w in c.weights]") == ["[TensorShape([3, 3, 2, 4]), TensorShape([4])]\n"])
        #expect(shown(setup + "c.kernel.shape, c.bias.shape") == ["(TensorShape([3, 3, 2, 4]), TensorShape([4]))\n"])
        #expect(shown(setup + "MaxPooling2D()(x).weights") == ["[]\n"])
    }
}
