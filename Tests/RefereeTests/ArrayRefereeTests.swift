import Foundation
import Interpreter
import Language
import Testing
import Workbench

/// Expressions over arrays, with what numpy shows for them; Scripts/referee/arrays.py writes them.
@Suite struct ArrayRefereeTests {
    struct Case: Decodable {
        let p: String
        let o: String
    }

    /// What a program prints, and the class of its error.
    private func printed(_ code: String) -> String {
        var output = ""
        let session = Session { item in
            switch item {
            case .printed(let text): output += text
            case .failure(let failure):
                output += failure.className
                // Messages about types and bounds are numpy's own.
                if failure.className == "OverflowError" || failure.message.contains("same_kind") {
                    output += ": \(failure.message)"
                }
            default: break
            }
        }
        _ = session.run(SourceText(name: "test", code))
        return output
    }

    private func cases(_ name: String) throws -> [Case] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded/\(name).jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
    }

    /// Compares what programs print with what numpy printed, and tells of the first that differ.
    private func compare(_ cases: [Case], _ run: (String) -> String) {
        var disagreements = 0
        for entry in cases {
            let output = run(entry.p)
            guard output != entry.o else { continue }
            disagreements += 1
            guard disagreements <= 20 else { continue }
            Issue.record("\(entry.p)\n--- numpy\n\(entry.o)\n--- convsh\n\(output)")
        }
        #expect(disagreements == 0)
    }

    @Test func expressionsShowWhatNumpyShows() throws {
        let cases = try cases("arrays")
        #expect(cases.count >= 1000)
        compare(cases) { code in
            let output = printed("print(repr(\(code)))")
            return output.hasSuffix("\n") ? String(output.dropLast()) : output
        }
    }

    /// Programs over all types of numbers; Scripts/referee/dtypes.py writes them.
    @Test func typesAreNumpys() throws {
        let cases = try cases("dtypes")
        #expect(cases.count >= 1000)
        compare(cases) { printed($0) }
    }

    /// Tensors of a network used as numbers, arrays and sequences; Scripts/referee/symbolic.py writes them.
    @Test func tensorsOfANetworkAreNoNumbers() throws {
        let cases = try cases("symbolic")
        #expect(cases.count >= 80)
        let prologue = """
            import math
            import numpy as np
            import keras
            from keras import layers, ops
            x = keras.Input((3,), name='x')

            """
        compare(cases) { code in
            let isExpression = code.hasPrefix("value = ")
            let output = printed(prologue + code + (isExpression ? "\nprint(repr(value), end='')" : ""))
            return output.last?.isNewline == true ? String(output.dropLast()) : output
        }
    }

    /// Programs that change arrays through views of them; Scripts/referee/views.py writes them.
    @Test func changesReachWhatSharesTheNumbers() throws {
        let cases = try cases("views")
        #expect(cases.count >= 400)
        compare(cases) { printed($0) }
    }
}
