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
