import Foundation
import Interpreter
import Language
import Library
import Presentation
import Synchronization
import Testing

@testable import Workbench

/// Lessons: what they say, how answers are checked, and where they go on.
@Suite struct LessonTests {
    @Test func aLessonStopsAtItsFirstQuestion() {
        let pupil = Pupil()
        let shown = pupil.type("%lesson first")
        #expect(shown.hasPrefix("A lesson\n"))
        #expect(shown.contains("quit leaves the lesson") && shown.contains("\nText in two lines.\n"))
        #expect(shown.hasSuffix("? Rows?  (1 of 3)\n"))
        #expect(pupil.session.isAsking)
    }

    @Test func theLessonsVariablesAreItsOwn() {
        let pupil = Pupil()
        pupil.type("x = 7")
        pupil.type("%lesson first")
        pupil.type("a = 5")
        // The next question is about a layer on the lesson's own a.
        #expect(pupil.type("13").contains("? Shape?"))
        #expect(pupil.type("%undo").contains("nothing is taken back in a lesson"))
        pupil.type("quit")
        #expect(!pupil.session.isAsking)
        #expect(pupil.type("x") == "7\n")
        #expect(pupil.type("a").contains("NameError"))
        #expect(pupil.type("%save all.conv").isEmpty || !pupil.session.entries.contains { $0.code.contains("ask(") })
    }

    @Test func whatIsMadeFromTheLessonsVariablesLeavesWithIt() {
        let pupil = Pupil()
        for line in ["x = 7", "n = 1", "%lesson first", "p = Conv2D(2, 3)(a)", "q = p.shape", "n = q[1]", "own = 4"] {
            pupil.type(line)
        }
        #expect(pupil.type("quit").contains("n, p, q are gone, too: made from the lesson's variables"))
        #expect(pupil.type("p").contains("NameError"))
        #expect(pupil.type("print(x, n, own)") == "7 1 4\n")
        pupil.type("%undo")
        #expect(pupil.type("print(x, n)") == "7 1\n")
        #expect(pupil.type("own").contains("NameError"))
    }

    @Test func layersAreNamedAndFilledAsIfThereHadBeenNoLesson() {
        func layers(_ lesson: [String]) -> String {
            let pupil = Pupil()
            pupil.type("i = Input((8, 8, 1));")
            lesson.forEach { pupil.type($0) }
            pupil.type("own = Conv2D(2, 3)(i);")
            if !lesson.isEmpty { pupil.type("quit") }
            pupil.type("c = Conv2D(2, 3)(own);")
            let look = "[(t.layer.name, t.layer.kernel.numpy().sum()) for t in [own, c]]"
            let shown = pupil.type(look)
            pupil.type("q = 1")
            pupil.type("%undo")
            #expect(pupil.type(look) == shown)
            return shown
        }
        #expect(layers(["%lesson first", "13", "p = Conv2D(2, 3)(a)"]) == layers([]))
    }

    @Test func aFunctionWhoseParameterHasTheLessonsNameStays() {
        let pupil = Pupil()
        for line in ["%lesson first", "def g(a): return a * 2", "quit"] { pupil.type(line) }
        #expect(pupil.type("g(4)") == "8\n")
    }

    @Test func savedAndRecordedScriptsRunWithoutTheLesson() throws {
        let pupil = Pupil()
        let written = Mutex<[String: String]>([:])
        pupil.session.library.files.write = { path, bytes in
            written.withLock { $0[path] = String(decoding: bytes, as: UTF8.self) }
        }
        for line in [
            "%record all.txt", "v = 2", "%lesson first", "p = Conv2D(2, 3)(a)", "w = v + 1", "7 + 7", "13", "quit",
            "%save s.conv",
        ] {
            pupil.type(line)
        }
        #expect(written.withLock { $0["s.conv"] } == "v = 2\nw = v + 1\n")
        #expect(written.withLock { $0["all.txt"] } == "v = 2\nw = v + 1\n")
    }

    @Test func anotherLessonTakesThePlaceOfThisOne() {
        let pupil = Pupil()
        pupil.type("%lesson first")
        pupil.type("13")
        pupil.type("(14, 14, 8)")
        pupil.type("skip")
        #expect(!pupil.type("%lesson restart first").contains("not yet"))
    }

    @Test func modulesThatALessonImportsStay() {
        let pupil = Pupil("# L\nimport numpy as np\nx = Input((28, 28, 1));\nask('Rows?', x.shape[1])\n")
        pupil.type("%lesson first")
        pupil.type("w = np.zeros(2)")
        #expect(!pupil.type("28").contains("gone, too"))
        #expect(pupil.type("list(w)") == "[np.float64(0.0), np.float64(0.0)]\n")
        #expect(pupil.session.entries.map(\.code).prefix(2) == ["import numpy as np", "w = np.zeros(2)"])
    }

    @Test func aVariableWithAModulesNameComesBack() {
        let pupil = Pupil("# L\nimport numpy as np\nask('How many?', int(np.ones(3).sum()))\n")
        pupil.type("np = 5")
        pupil.type("%lesson first")
        pupil.type("3")
        #expect(pupil.type("np") == "5\n")
    }

    @Test func aLessonStopsBeforeItPushesAwayWhatIsToBeRead() {
        let pupil = Pupil("# L\n# Text.\nx = Input((28, 28, 1));\nshow x\n# More.\nask('Rows?', x.shape[1])\n")
        var used = 0
        pupil.session.services = ShellServices(edit: { _ in false }, editText: { _ in nil }, run: { _ in 0 })
        pupil.session.services?.screen = { (24, used) }
        pupil.session.services?.height = { item in
            if case .report(let report) = item { report.lines(.plain()).count } else { 0 }
        }
        used = 4
        let first = pupil.type("%lesson first")
        #expect(first.contains("Text.") && !first.contains("x  (None") && first.hasSuffix("\nEnter goes on\n"))
        #expect(pupil.type("1 + 1") == "2\nEnter goes on\n")
        used = 0
        #expect(pupil.type("").hasPrefix("> show x\nx  (None, 28, 28, 1)\n"))
        #expect(pupil.session.isAsking)
    }

    @Test func aWordAtAPauseIsForTheQuestionBehindIt() {
        let pupil = Pupil(
            "# L\n# Text.\nx = Input((28, 28, 1));\nshow x\n# More.\nask('Rows?', x.shape[1], hint='count')\n")
        var used = 4
        watch(pupil) { used }
        pupil.type("%lesson first")
        used = 0
        #expect(pupil.type("hint").hasSuffix("? Rows?  (1 of 1)\nhint: count\n"))
    }

    @Test func aQuestionMayBeAnsweredInPlaceOfItsExplanation() {
        let pupil = Pupil()
        var used = 0
        watch(pupil) { used }
        pupil.type("%lesson first")
        used = 20
        pupil.type("5")
        pupil.type("6")
        #expect(pupil.type("7").hasSuffix("Enter goes on\n"))
        used = 0
        #expect(pupil.type("13").contains("right: 13"))
        #expect(pupil.session.runner?.place == "2 of 3")
    }

    /// A screen of 24 lines of which some are used.
    private func watch(_ pupil: Pupil, _ used: @escaping () -> Int) {
        pupil.session.services = ShellServices(edit: { _ in false }, editText: { _ in nil }, run: { _ in 0 })
        pupil.session.services?.screen = { (24, used()) }
        pupil.session.services?.height = { item in
            if case .report(let report) = item { report.lines(.plain()).count } else { 0 }
        }
    }

    @Test func aTaskThatIsSolvedAtOnceCounts() {
        let pupil = Pupil()
        for line in ["%lesson first", "13", "(None, 13, 13, 8)"] { pupil.type(line) }
        #expect(pupil.type("Conv2D(8, 3, strides=2, padding='same')(x)").contains("3 of 3 right at once"))
    }

    private static let solution = "Conv2D(8, 3, strides=2, padding='same')(x)"

    @Test(arguments: [
        // A question that is gone back to counts once, as it was answered first.
        (["13", "back", "13", "(13, 13, 8)"], "3 of 3 right at once"),
        (["12", "13", "back", "13", "(13, 13, 8)"], "2 of 3 right at once"),
        (["13", "back", "hint", "13", "skip"], "2 of 3 right at once, 1 skipped"),
        // A step that is given a name on the way costs nothing; a wrong result does.
        (["13", "(13, 13, 8)", "s = Conv2D(8, 3)(x)"], "3 of 3 right at once"),
        (["13", "(13, 13, 8)", "Conv2D(8, 3)(x)"], "2 of 3 right at once"),
        (["13", "quit", "%lesson first", "(13, 13, 8)"], "2 of the last 2 right at once"),
        (["eleven", "13", "(13, 13, 8)"], "2 of 3 right at once"),
    ]) func theScoreCountsEachQuestionOnce(lines: [String], score: String) {
        let pupil = Pupil()
        for line in ["%lesson first"] + lines { pupil.type(line) }
        #expect(pupil.type(Self.solution).contains("That was the lesson: \(score). Its"))
    }

    @Test func whoLeavesAtTheLastWordsIsThrough() {
        let pupil = Pupil("# L\nx = Input((28, 28, 1));\nask('Rows?', x.shape[1])\nshow x\n# End.\n")
        watch(pupil) { 20 }
        pupil.type("%lesson first")
        #expect(pupil.type("28").hasSuffix("Enter goes on\n"))
        #expect(pupil.type("quit").contains("That was the lesson: 1 of 1 right at once."))
    }

    @Test func aLessonThatIsBegunAnewIsBegunAnewLater() {
        let pupil = Pupil()
        for line in ["%lesson first", "13", "quit", "%lesson restart first", "quit"] { pupil.type(line) }
        #expect(!pupil.type("%lesson first").contains("You have answered"))
    }

    @Test func weightsThatDoNotSolveATaskAreNoticed() {
        let pupil = Pupil(
            "# L\nx = Input((9, 9, 1));\ntask('Make a kernel of ones.', lambda y: y.layer.get_weights()[0].sum() == 9, "
                + "'h = Conv2D(1, 3)(x); h.layer.set_weights([np.ones((3, 3, 1, 1)), np.zeros(1)])')\n")
        pupil.type("%lesson first")
        pupil.type("h = Conv2D(1, 3)(x)")
        #expect(pupil.type("h.layer.set_weights([np.zeros((3, 3, 1, 1)), np.zeros(1)])").contains("not yet"))
        #expect(pupil.type("h.layer.set_weights([np.ones((3, 3, 1, 1)), np.zeros(1)])").contains("that does it"))
    }

    @Test(arguments: [
        "Conv2D(4, 3)(Conv2D(4, 5)(x))", "Conv2D(4, 3)(Conv2D(4, 3, dilation_rate=2)(x))",
        "Conv2D(4, 3)(MaxPooling2D(5, strides=1)(x))", "Conv2D(4, 7)(x)",
    ]) func sevenRowsAreSeenBySmallKernelsOnly(code: String) throws {
        let path = try #require(LessonTests.files.first { $0.contains("receptive-field") })
        let pupil = Pupil(try String(contentsOfFile: path, encoding: .utf8), records: "first 5 6\n")
        #expect(pupil.type("%lesson first").contains("7×7"))
        #expect(!pupil.type(code).contains("that does it"))
        #expect(pupil.type("Conv2D(8, 3)(b)").contains("that does it"))
    }

    @Test func theWordsOfLessonsAreForLessons() {
        let pupil = Pupil()
        #expect(pupil.type("hint").contains("no lesson is running"))
        pupil.type("hint = 3")
        #expect(pupil.type("hint") == "3\n")
    }

    @Test func theSolutionOfATaskBringsTheLessonsVariablesBack() {
        let pupil = Pupil()
        for line in ["%lesson first", "skip", "skip", "x = Input((8, 8, 1))"] { pupil.type(line) }
        #expect(
            pupil.type("Conv2D(8, 3, strides=2, padding='same')(x)").contains(
                "hint: x is yours now; solution and back bring the lesson's back"))
        pupil.type("solution")
        #expect(pupil.type("Conv2D(8, 3, strides=2, padding='same')(x)").contains("right: that does it"))
    }

    @Test func aTaskIsSolvedByAnyStatementWithTheRightResult() {
        let pupil = Pupil()
        pupil.type("%lesson first")
        pupil.type("skip")
        pupil.type("skip")
        #expect(pupil.type("y = Conv2D(2, 3)(x)").contains("not yet: shape[1] is 26, 14 is wanted"))
        let shown = pupil.type("any = MaxPooling2D(2)(x)")
        #expect(shown.contains("right: that does it"))
        #expect(shown.contains("The end."))
        #expect(!pupil.session.isAsking)
    }

    @Test(arguments: [
        ("Conv2D(4, 3)(x)", "not yet: the shape is (None, 26, 26, 4), (None, 14, 14, 4) is wanted"),
        ("Conv2D(4, 3, strides=2, padding='same')(x)", "not yet: kernel_size is (3, 3), (5, 5) is wanted"),
        ("Conv2D(4, 5, strides=(2, 2), padding='same', dilation_rate=1)(x)", "right: that does it"),
    ]) func whatAResultLacksIsSaid(statement: String, answer: String) {
        let check = "lambda y: y.shape == (None, 14, 14, 4) and y.layer.kernel_size == (5, 5)"
        let solution = "'Conv2D(4, 5, strides=2, padding=\\'same\\')(x)'"
        let pupil = Pupil("# L\nx = Input((28, 28, 1));\ntask('Make it.', \(check), \(solution), hint='same')\n")
        pupil.type("%lesson first")
        #expect(pupil.type(statement).contains(answer))
        if answer.hasPrefix("not yet") { #expect(pupil.type(statement).contains("hint: same")) }
    }

    @Test func aTaskIsSolvedByWhatChangesALayer() {
        let check = "lambda y: y.layer.get_weights()[0].reshape(-1).tolist() == [2]"
        let pupil = Pupil("# L\nx = Input((4, 4, 1));\ntask('Make it.', \(check), 'None')\n")
        pupil.type("import numpy as np")
        pupil.type("%lesson first")
        #expect(pupil.type("h = Conv2D(1, 1, use_bias=False)(x)").contains("not yet: the kernel is ["))
        #expect(pupil.type("h.layer.set_weights([np.full((1, 1, 1, 1), 2.0)])").contains("right: that does it"))
    }

    @Test(arguments: ["7", "explain x", "x.layer.name", "k = [1]", "x"])
    func whatATaskIsNotAboutIsNoAttempt(statement: String) {
        let task = "task('Make it.', lambda y: y.shape[1] == 26, 'Conv2D(8, 3)(x)', hint='h')"
        let pupil = Pupil("# L\nx = Input((28, 28, 1));\n\(task)\n")
        pupil.type("%lesson first")
        for _ in 0..<3 { #expect(!pupil.type(statement).contains("not yet")) }
        #expect(!pupil.type(statement).contains("hint: h"))
    }

    @Test func aLayerThatTheCheckCannotLookAtIsAnAttempt() {
        let check = "lambda y: y.layer.pool_size == (2, 2)"
        let pupil = Pupil("# L\nx = Input((4, 4, 1));\ntask('Pool it.', \(check), 'MaxPooling2D(2)(x)')\n")
        pupil.type("%lesson first")
        #expect(pupil.type("Conv2D(1, 2)(x)").hasSuffix("not yet: Pool it.\n"))
    }

    @Test func whatIsTriedAtAQuestionRunsOnce() {
        let pupil = Pupil()
        pupil.type("%lesson first")
        pupil.type("k = [1]")
        pupil.type("k.append(2)")
        #expect(pupil.type("print('once', k)") == "once [1, 2]\n")
    }

    @Test func aLessonMayBeginInAnother() throws {
        let pupil = Pupil()
        pupil.type("x = 5")
        pupil.type("%lesson first")
        #expect(pupil.type("%lesson restart first").contains("?"))
        #expect(pupil.session.isAsking)
        pupil.type("quit")
        #expect(pupil.type("x") == "5\n")
    }

    @Test func nothingIsForgottenInALesson() {
        let pupil = Pupil()
        pupil.type("v = 1")
        pupil.type("%lesson first")
        #expect(pupil.type("%reset").contains("nothing is forgotten"))
        pupil.type("quit")
        #expect(pupil.type("v") == "1\n")
    }

    @Test func aTaskMayRefuseTheWordsOfKeras1() {
        let task = "task('Make it.', lambda y: y.shape[1] == 26, 'Conv2D(8, 3)(x)', old_words=False)"
        let pupil = Pupil("# L\nx = Input((28, 28, 1));\n\(task)\n")
        pupil.type("%lesson first")
        #expect(pupil.type("Convolution2D(8, 3, 3)(x)").contains("not yet: those are words of Keras 1"))
        #expect(pupil.type("Conv2D(8, 3, border_mode='valid')(x)").contains("not yet"))
        #expect(pupil.type("Conv2D(8, 3)(x)").contains("right: that does it"))
    }

    @Test func theSolutionOfATaskStandsInThePrompt() {
        let pupil = Pupil()
        pupil.type("%lesson first")
        pupil.type("skip")
        pupil.type("skip")
        pupil.type("solution")
        #expect(pupil.session.suggestedLine == "Conv2D(8, 3, strides=2, padding='same')(x)")
        #expect(pupil.session.isAsking)
    }

    @Test func aTaskThatIsSkippedIsAnswered() {
        let pupil = Pupil()
        pupil.type("%lesson first")
        pupil.type("skip")
        pupil.type("skip")
        #expect(pupil.type("skip").hasPrefix("= Conv2D(8, 3, strides=2, padding='same')(x)\n"))
    }

    @Test func hintSolutionAndBackAreWords() {
        let pupil = Pupil()
        pupil.type("%lesson first")
        #expect(pupil.type("hint") == "hint: count\n")
        #expect(pupil.type("solution") == "hint: the answer is in the prompt: Enter gives it\n")
        #expect(pupil.session.suggestedLine == "13")
        #expect(pupil.type("skip").contains("? Shape?"))
        #expect(pupil.type("back").contains("? Rows?"))
    }

    @Test func aLessonGoesOnWhereItWasLeft() {
        let first = Pupil()
        first.type("%lesson first")
        first.type("13")
        #expect(first.progress == "first 1 3\n")
        // Half a line, as a killed program leaves it.
        let second = Pupil(records: first.progress + "fir")
        let shown = second.type("%lesson first")
        #expect(shown.contains("1 of 3 questions; on from here.\n"))
        #expect(shown.contains("x = Input((28, 28, 1))") && shown.contains("a = Conv2D(8, 3, strides=2)(x)"))
        #expect(shown.hasSuffix("? Shape?  (2 of 3)\n"))
        #expect(second.type("(None, 13, 13, 8)").contains("right"))
    }

    @Test func progressThatCannotBeKeptIsNotPromised() {
        struct Full: Error {}
        let pupil = Pupil()
        pupil.session.lessons.add = { _ in throw Full() }
        pupil.type("%lesson first")
        #expect(pupil.type("13").contains("note: progress is not kept"))
        #expect(!pupil.type("skip").contains("note: "))
        #expect(pupil.type("quit") == "left the lesson; your progress is not kept\n")
    }

    @Test func whoHasGoneBackGoesOnFromThere() {
        let pupil = Pupil()
        for line in ["%lesson first", "13", "(14, 14, 8)", "back", "back", "quit"] { pupil.type(line) }
        #expect(pupil.type("%lesson first").hasSuffix("? Rows?  (1 of 3)\n"))
    }

    @Test func aLessonMayBeCalledByItsNumber() {
        let pupil = Pupil()
        #expect(pupil.type("%lesson 1").hasPrefix("A lesson\n"))
        #expect(pupil.type("%lesson 2").contains("there is no lesson '2'"))
    }

    @Test func whoSkipsAQuestionIsToldTheCalculation() {
        let pupil = Pupil()
        pupil.type("%lesson first")
        #expect(pupil.type("skip").hasPrefix("= 13\n  height  valid, stride 2:  ⌊(28 − 3) / 2⌋ + 1 = 13\n"))
    }

    @Test func aLessonThatIsDoneStaysDone() {
        let pupil = Pupil()
        for line in ["%lesson first", "13", "skip", "skip", "%lesson restart first", "13"] { pupil.type(line) }
        #expect(pupil.type("%lesson").contains("at 2 of 3"))
        pupil.type("quit")
        #expect(pupil.type("%lesson").contains("done"))
    }

    @Test func theEndSaysHowManyWereRight() {
        let pupil = Pupil()
        for line in ["%lesson first", "13", "99", "(14, 14, 8)", "(13, 13, 8)"] { pupil.type(line) }
        #expect(
            pupil.type("skip").contains("That was the lesson: 1 of 3 right at once, 1 skipped. Its variables are gone.")
        )
    }

    @Test(arguments: ["%lesson quit", "quit", "%quit", "EXIT"]) func aLessonCanBeLeft(word: String) {
        let pupil = Pupil()
        pupil.type("%lesson first")
        #expect(pupil.type(word).contains("left the lesson"))
        #expect(!pupil.session.isAsking)
        #expect(pupil.type("13") == "13\n")
    }

    @Test func withoutAPersonALessonAnswersItself() {
        var shown: [String] = []
        let session = Session { shown.append(TextWriter(renderer: .plain(), showsPlaces: false).text($0)) }
        #expect(session.run(SourceText(name: "lesson", Pupil.lesson)) == .finished)
        #expect(shown.joined().contains("? Rows?\n= 13\n? Shape?\n= (None, 13, 13, 8)\ntask: Make 14 rows.\n"))
    }

    @Test func withoutAPersonACommandShowsTheWholeLesson() {
        let pupil = Pupil()
        pupil.session.isInteractive = false
        let shown = pupil.type("%lesson first")
        #expect(shown.hasPrefix("A lesson\n\nText in two lines.\n> x = Input((28, 28, 1))\n"))
        #expect(shown.contains("? Rows?\n= 13\n") && shown.contains("\nThe end.\n"))
        #expect(!shown.contains("ask("))
    }

    @Test func aSolutionThatDoesNotDoItsTaskIsAnError() {
        var failure: Failure?
        let session = Session { if case .failure(let found) = $0 { failure = found } }
        #expect(session.run(SourceText(name: "lesson", "task(\"Make 4.\", lambda y: y == 4, \"2 + 3\")")) == .failed)
        #expect(failure?.className == "AssertionError")
    }

    @Test func predictionsKeepScore() {
        let pupil = Pupil()
        pupil.type("%predict on")
        #expect(!pupil.type("x = Input((28, 28, 1))").contains("?"))
        #expect(pupil.type("c = Conv2D(8, 3)(x)") == "? The shape of c?\n")
        #expect(pupil.type("(28, 28, 8)").contains("the size shrinks"))
        #expect(pupil.type("q = Conv2D(2, 5)(x)").contains("q  Conv2D"))
        let shown = pupil.type("(26, 26, 8)")
        #expect(shown.hasPrefix("right: 1 of 2 answers\nc  Conv2D"))
        #expect(pupil.type("%predict").contains("1× without padding"))
    }

    @Test func predictionsAskForResultsWithoutAName() {
        let pupil = Pupil()
        pupil.type("%predict on")
        pupil.type("x = Input((28, 28, 1))")
        #expect(pupil.type("Conv2D(8, 3, name='first')(x)") == "? The shape of first?\n")
        #expect(pupil.type("(26, 26, 8)").contains("first  Conv2D"))
        pupil.type("c = _;")
        #expect(pupil.type("c").hasPrefix("c  Conv2D"))
    }

    /// The lessons that come with the program.
    private static let files: [String] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Scripts/lessons")
        let all = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return all.map(\.path).filter { $0.hasSuffix(".conv") }.sorted()
    }()

    @Test func thereAreTwelveLessons() { #expect(LessonTests.files.count >= 12) }

    @Test(arguments: files) func everyLessonRunsAndAsks(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var failures: [String] = []
        let session = Session { if case .failure(let failure) = $0 { failures.append(failure.message) } }
        let lesson = try Lesson(name: LessonName.of(path), SourceText(name: path, text), session.interpreter)
        #expect(lesson.questions.count >= 5)
        #expect(session.run(SourceText(name: path, text)) == .finished)
        #expect(failures.isEmpty)
    }

    @Test func theNameOfALessonIsThatOfItsFile() {
        #expect(LessonName.of("lessons/03-padding.conv") == "padding")
        #expect(LessonName.of("my-own.conv") == "my-own")
        #expect(LessonName.of("3d.conv") == "3d")
    }
}
