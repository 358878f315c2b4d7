import Foundation
import Interpreter
import Language
import Testing
import Workbench

/// convsh against what real Keras answered to small programs; FORMAT.md tells the keys.
@Suite struct ProgramRefereeTests {
    private struct Program: Decodable {
        let c: String
        let v: String?
        let e: String?
        let n: [String]?
    }

    @Test func programsAnswerAsInKeras() throws {
        let programs = try Self.lines("Tests/RefereeTests/Recorded/programs.jsonl").map {
            try JSONDecoder().decode(Program.self, from: Data($0.utf8))
        }
        #expect(programs.count >= 3500)
        #expect(programs.filter { $0.e != nil }.count >= 2500)
        let session = Session()
        let prologue = try Self.lines("Scripts/referee/cases/prologue.py").joined(separator: "\n")
        try run("def num(value): return value\n" + prologue, in: session)
        for program in programs { try check(program, in: session) }
    }

    private func check(_ program: Program, in session: Session) throws {
        let body = program.c.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        do {
            try run("keras.backend.clear_session()\ndef case():\n\(body)\nanswer = show(case())", in: session)
            guard case .string(let answer)? = session.interpreter.globals["answer"] else { return }
            guard let wanted = program.v else {
                Issue.record("\(program.c) was taken; Keras raises \(program.e ?? "")")
                return
            }
            #expect(
                TextWithNumbers(answer).isClose(to: TextWithNumbers(wanted)), "\(program.c): \(answer), not \(wanted)")
        } catch {
            let exception = RaisedError(refereed: error).exception
            #expect(exception.type.name == program.e, "\(program.c): \(exception.message)")
            let isNamed = (program.n ?? []).isEmpty || (program.n ?? []).contains { exception.message.contains($0) }
            #expect(isNamed, "\(program.c): Keras names \(program.n ?? []), not \(exception.message)")
        }
    }

    private func run(_ code: String, in session: Session) throws {
        for statement in try session.interpreter.parse(SourceText(name: "case", code)) {
            _ = try session.interpreter.run(statement)
        }
    }

    private static func lines(_ path: String) throws -> [String] {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).filter {
            !path.hasSuffix("jsonl") || !$0.isEmpty
        }
    }
}

/// A text whose fractions are compared as numbers, everything else to the letter.
private struct TextWithNumbers {
    private var words: [String] = []
    private var numbers: [Double] = []

    init(_ text: String) {
        var word = ""
        for character in text + " " {
            if "[](){},: ".contains(character) {
                if let number = Double(word), word.contains(where: { ".e".contains($0) }) {
                    numbers.append(number)
                    words.append("#")
                } else {
                    words.append(word)
                }
                words.append(String(character))
                word = ""
            } else {
                word.append(character)
            }
        }
    }

    /// Relative error below 1e-4; for small numbers relative to a part of the largest.
    func isClose(to other: TextWithNumbers) -> Bool {
        guard words == other.words, numbers.count == other.numbers.count else { return false }
        let scale = other.numbers.map(\.magnitude).max() ?? 0
        return zip(numbers, other.numbers).allSatisfy { number, wanted in
            (number - wanted).magnitude <= 1e-4 * max(wanted.magnitude, 0.1 * scale) + 1e-7
        }
    }
}
