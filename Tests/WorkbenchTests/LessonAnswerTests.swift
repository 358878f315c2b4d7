import Testing

@testable import Workbench

/// How answers in a lesson are read, checked and explained.
@Suite struct LessonAnswerTests {
    @Test(arguments: [
        ("'filters'", "filters"), ("4640", "4,640"), ("26", "26 rows"), ("26", "26x26"), ("(28, 28, 8)", "28×28×8"),
        ("(28, 28, 8)", "28 28 8"),
        ("(28, 28, 8)", "28x28x8"), ("'padding'", "padding=\"same\""), ("'kernel_initializer'", "kernel initializer"),
    ]) func anAnswerMayBeWrittenAsPeopleWriteIt(answer: String, typed: String) {
        let pupil = Pupil("# A lesson\n\nask(\"What?\", \(answer))\n")
        pupil.type("%lesson first")
        #expect(pupil.type(typed).hasPrefix("right: "))
    }

    @Test(arguments: ["13", "26//2", "a.shape[1]", "(None, 13, 13, 8)", "(13, 13, 8)", "[None, 13, 13, 8]", "13.0"])
    func anAnswerIsCheckedByItsValue(answer: String) {
        let pupil = Pupil()
        pupil.type("%lesson first")
        #expect(pupil.type(answer).hasPrefix("right: 13\n"))
    }

    @Test(arguments: [
        ("14", "you forgot the floor"), ("12", "you forgot the + 1"), ("26", "you forgot the stride"),
        ("28", "the window stays inside"), ("99", "that is not it"),
    ]) func aWrongAnswerIsMatchedToItsMistake(answer: String, reason: String) {
        let pupil = Pupil()
        pupil.type("%lesson first")
        #expect(pupil.type(answer).contains("no: "))
        #expect(pupil.type(answer).contains(reason))
        #expect(pupil.session.isAsking)
    }

    @Test func theSecondWrongAnswerIsExplainedButForTheResultAndTheThirdWhole() {
        let pupil = Pupil()
        pupil.type("%lesson first")
        pupil.type("99")
        #expect(
            pupil.type("98").hasSuffix(
                "hint: explain a, but for the result:\n  height  valid, stride 2:  ⌊(28 − 3) / 2⌋ + 1 = ?\n"))
        let shown = pupil.type("97")
        #expect(shown.contains("> explain a\n") && shown.contains("⌊(28 − 3) / 2⌋ + 1 = 13"))
    }

    @Test(arguments: [
        ("Conv2D(8, 3, padding='same')(x)", "c.shape[1]", "  height  same:  output = size\n"),
        ("Conv2D(8, 3)(x)", "c.shape", "  height  valid:  28 − 3 + 1 = ?\n  width  valid:  28 − 3 + 1 = ?\n"),
        ("Conv2D(8, 3)(x)", "c.layer.count_params()", "  parameters  kernel 3·3·1·8 + bias 8 = ?\n"),
    ]) func theWorkingOfAnAnswerLeavesItsResultOpen(layer: String, answer: String, working: String) {
        let pupil = Pupil("# L\nx = Input((28, 28, 1));\nc = \(layer);\nask('What?', \(answer))\n")
        pupil.type("%lesson first")
        pupil.type("999")
        #expect(pupil.type("(9, 9, 9, 9)").contains("no: ") || pupil.type("998").hasSuffix(working))
        if answer == "c.shape" { #expect(pupil.type("(8, 8, 8, 8)").hasSuffix(working)) }
    }

    @Test func anAnswerOfAnotherKindIsNoAttempt() {
        let pupil = Pupil()
        pupil.type("%lesson first")
        #expect(pupil.type("(1, 2)") == "no: those are several numbers; one is asked for\n")
        #expect(pupil.type("99").contains("hint: count"))
        pupil.type("13")
        #expect(pupil.type("13") == "no: that is one number; the whole shape is asked for\n")
        #expect(!pupil.type("(1, 2, 3)").contains("but for the result"))
    }

    @Test(arguments: ["(13,)", "(13, 13)", "np.int64(13)", "np.array([13, 2])[0]", "x.shape[1] // 2 - 1"])
    func rightAnswersHaveManyForms(answer: String) {
        let pupil = Pupil()
        pupil.type("import numpy as np")
        pupil.type("%lesson first")
        #expect(pupil.type(answer).hasPrefix("right: 13\n"))
    }

    @Test func whatIsLookedAtIsNoAnswer() {
        let pupil = Pupil()
        pupil.type("mine = 7")
        pupil.type("%lesson first")
        let said = "hint: that was looked at, not taken as an answer; type the value itself\n"
        #expect(pupil.type("mine") == "7\n" + said)
        #expect(pupil.type("x.shape") == "(None, 28, 28, 1)\n")
        #expect(!pupil.type("99").contains("but for the result"))
    }

    @Test func afterAnExplanationTheQuestionIsAskedAgainAndNothingIsExplainedTwice() {
        let pupil = Pupil(
            "# L\nx = Input((28, 28, 1));\na = Conv2D(8, 3)(x);\nask('Rows?', a.shape[1])\nexplain a\n# End.\n")
        pupil.type("%lesson first")
        pupil.type("99")
        pupil.type("98")
        #expect(pupil.type("97").hasSuffix("? Rows?  (1 of 1)\n"))
        #expect(!pupil.type("26").contains("28 − 3 + 1"))
        pupil.type("%lesson restart first")
        #expect(pupil.type("26").contains("28 − 3 + 1"))
    }

    @Test func aWordIsAnAnswerWhereItIsRightThoughItNamesAVariable() {
        let pupil = Pupil("# A lesson\n\nask(\"What?\", \"padding\")\n")
        pupil.type("padding = 3")
        pupil.type("stride = 4")
        pupil.type("%lesson first")
        #expect(pupil.type("stride").hasPrefix("4\n"))
        #expect(pupil.type("padding").hasPrefix("right: "))
    }

    @Test func answersThatAreRightAsWellAreTaken() {
        let pupil = Pupil("# A lesson\n\nask(\"What?\", \"filters\", also=[\"channels\", \"kernels\"])\n")
        pupil.type("%lesson first")
        #expect(pupil.type("the kernels").hasPrefix("right: "))
    }

    @Test func aHintIsGivenOnceUnlessItIsAskedFor() {
        let pupil = Pupil()
        pupil.type("%lesson first")
        #expect(pupil.type("99").contains("hint: count"))
        #expect(!pupil.type("98").contains("hint: count"))
        #expect(pupil.type("hint").contains("hint: count"))
        pupil.type("%lesson restart first")
        pupil.type("hint")
        #expect(!pupil.type("99").contains("hint: count"))
    }

    @Test func whatIsNoAnswerRunsAsUsual() {
        let pupil = Pupil()
        pupil.type("%lesson first")
        #expect(pupil.type("z = Conv2D(4, 3)(x)").contains("z  Conv2D"))
        #expect(pupil.type("nonsense").contains("NameError"))
        #expect(pupil.type("13").contains("right"))
    }

    @Test(arguments: [
        ("Conv2D(8, 3, strides=2)(x)", "13.5", "before the floor"),
        ("Conv2D(8, 4, strides=3, padding='same')(x)", "28 / 3", "rounds up"),
    ]) func sizesThatAreNotRoundedAreKnown(layer: String, answer: String, reason: String) {
        let pupil = Pupil("# L\nx = Input((28, 28, 1))\nc = \(layer);\nask(\"Rows?\", c.shape[1])\n")
        pupil.type("%lesson first")
        #expect(pupil.type(answer).contains(reason))
    }

    @Test(arguments: [
        ("Conv2D(8, 3, dilation_rate=2)(x)", "26", "you used k instead of d·(k−1)+1"),
        ("Conv2D(8, 3, strides=2, padding='same')(x)", "28", "divides by the stride"),
        ("Conv2D(8, 3, strides=3, padding='same')(x)", "9", "rounds up"),
        ("MaxPooling2D(2)(x)", "27", "unless you give one"),
        ("Conv2DTranspose(8, 3, strides=2)(x)", "56", "is not cut"),
        ("Conv2DTranspose(8, 3, strides=2)(Conv2D(8, 3, strides=2)(x))", "28", "does not undo the floor of conv2d"),
        ("Conv2D(8, 3, strides=2)(x)", "14", "that is for padding=\"same\""),
        ("Conv2D(8, 3, strides=2)(x)", "169", "places there are in all"),
        ("Conv2DTranspose(8, 3, strides=2, padding='same')(x)", "55", "each pixel makes as many as the stride"),
        ("ZeroPadding2D(2)(x)", "30", "both sides count"),
        ("UpSampling2D(3)(x)", "28", "repeated 3 times"),
    ]) func mistakesOfEachKindAreKnown(layer: String, answer: String, reason: String) {
        let pupil = Pupil("# L\nx = Input((28, 28, 1))\nc = \(layer);\nask(\"Rows?\", c.shape[1])\n")
        pupil.type("%lesson first")
        #expect(pupil.type(answer).contains(reason))
    }
}
