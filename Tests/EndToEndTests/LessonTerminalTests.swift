import Foundation
import Testing

/// Lessons as a person at a terminal meets them.
@Suite struct LessonTerminalTests {
    private let home: TemporaryFolder
    private let lesson: String

    init() throws {
        home = try TemporaryFolder()
        lesson = home.path + "/small.conv"
        try """
        # A small lesson
        x = Input((28, 28, 1));
        a = Conv2D(8, 3)(x);
        ask("Rows?", a.shape[1])
        task("Make 14 rows.", lambda y: y.shape[1] == 14, "MaxPooling2D(2)(x)")

        """.write(toFile: lesson, atomically: true, encoding: .utf8)
    }

    private func start(_ prompt: String) throws -> PseudoTerminal {
        let terminal = PseudoTerminal(.convsh, home: home.path, environment: ["NO_COLOR": "1"])
        try terminal.expect("conv> ")
        terminal.enter("%lesson \(lesson)")
        try terminal.expect(prompt)
        try terminal.expect("answer> ")
        return terminal
    }

    @Test func theSolutionStandsInThePromptUntilItIsEntered() throws {
        let terminal = try start("Rows?")
        terminal.enter("26")
        try terminal.expect("right: 26")
        try terminal.expect("answer> ")
        terminal.enter("solution")
        try terminal.expect("answer> MaxPooling2D(2)(x)")
        terminal.enter("")
        try terminal.expect("right: that does it")
        try terminal.expect("conv> ")
    }

    @Test func controlCAtAQuestionTellsHowToLeave() throws {
        let terminal = try start("Rows?")
        terminal.press(.controlC)
        try terminal.expect("quit leaves the lesson, skip goes on")
        try terminal.expect("answer> ")
    }

    @Test func controlDLeavesTheLessonAndNothingElse() throws {
        let terminal = try start("Rows?")
        terminal.press(.controlD)
        try terminal.expect("left the lesson")
        try terminal.expect("conv> ")
        terminal.enter("5")
        // An empty line would come between the end of bracketed paste and the result.
        try terminal.expect("\u{1B}[?2004l\r5\r\n")
    }

    @Test func progressSurvivesAKill() throws {
        var terminal = try start("Rows?")
        terminal.enter("26")
        try terminal.expect("task: Make 14 rows.")
        try terminal.expect("answer> ")
        kill(terminal.process, SIGKILL)
        terminal = try start("1 of 2 questions")
        terminal.enter("MaxPooling2D(2)(x)")
        try terminal.expect("right: that does it")
    }

    @Test func aLessonRunsWhereProgressCannotBeKept() throws {
        let file = home.path + "/file"
        try "".write(toFile: file, atomically: true, encoding: .utf8)
        let terminal = PseudoTerminal(
            .convsh, home: home.path, environment: ["NO_COLOR": "1", "XDG_STATE_HOME": file])
        try terminal.expect("conv> ")
        terminal.enter("%lesson \(lesson)")
        try terminal.expect("answer> ")
        terminal.enter("26")
        try terminal.expect("progress is not kept")
        try terminal.expect("answer> ")
    }

    @Test func aHintLeavesTheQuestionOpen() throws {
        let terminal = try start("Rows?")
        terminal.enter("hint")
        try terminal.expect("hint: output = size")
        try terminal.expect("answer> ")
        terminal.enter("26")
        try terminal.expect("right: 26")
    }

    @Test func backAsksTheQuestionBeforeAgain() throws {
        let terminal = try start("Rows?")
        terminal.enter("skip")
        try terminal.expect("= 26")
        try terminal.expect("task: Make 14 rows.")
        try terminal.expect("answer> ")
        terminal.enter("back")
        try terminal.expect("? Rows?")
        try terminal.expect("answer> ")
        terminal.enter("26")
        try terminal.expect("right: 26")
        try terminal.expect("task: Make 14 rows.")
    }

    @Test func shellsAtTheSameTimeKeepEachOthersProgress() throws {
        let other = home.path + "/other.conv"
        try FileManager.default.copyItem(atPath: lesson, toPath: other)
        let first = try start("Rows?")
        let second = PseudoTerminal(.convsh, home: home.path, environment: ["NO_COLOR": "1"])
        try second.expect("conv> ")
        second.enter("%lesson \(other)")
        try second.expect("answer> ")
        for terminal in [first, second] { terminal.enter("26") }
        for terminal in [first, second] {
            try terminal.expect("task: Make 14 rows.")
            try terminal.expect("answer> ")
            kill(terminal.process, SIGKILL)
        }
        let third = try start("1 of 2 questions")
        third.press(.controlD)
        try third.expect("conv> ")
        third.enter("%lesson \(other)")
        try third.expect("1 of 2 questions")
    }

    @Test func predictAsksForTheShapeBeforeALayerIsShown() throws {
        let terminal = PseudoTerminal(.convsh, home: home.path, environment: ["NO_COLOR": "1"])
        try terminal.expect("conv> ")
        terminal.enter("x = Input((28, 28, 1))")
        try terminal.expect("conv> ")
        terminal.enter("%predict on")
        try terminal.expect("predict: on")
        try terminal.expect("conv> ")
        terminal.enter("a = Conv2D(4, 3)(x)")
        try terminal.expect("The shape of a?")
        terminal.enter("(26, 26, 4)")
        try terminal.expect("right")
        try terminal.expect("conv> ")
    }

    @Test func undoTakesTheLastStatementBack() throws {
        let terminal = PseudoTerminal(.convsh, home: home.path, environment: ["NO_COLOR": "1"])
        try terminal.expect("conv> ")
        for line in ["a = 41", "a = 52", "%undo"] {
            terminal.enter(line)
            try terminal.expect("conv> ")
        }
        terminal.enter("a + 1")
        try terminal.expect("\u{1B}[?2004l\r42\r\n")
    }
}
