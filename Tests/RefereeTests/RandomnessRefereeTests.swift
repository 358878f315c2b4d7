import Foundation
import Interpreter
import Language
import Testing
import Workbench

/// convsh's random numbers against those of Keras on TensorFlow; FORMAT.md tells the keys.
@Suite struct RandomnessRefereeTests {
    @Test(arguments: try RandomCase.all()) func numbersAreThoseOfKeras(recorded: RandomCase) throws {
        let session = Session()
        for code in [try RandomCase.prologue(), recorded.program] {
            for statement in try session.interpreter.parse(SourceText(name: "case", code)) {
                _ = try session.interpreter.run(statement)
            }
        }
        let kept = try #require(KeptArray.all(session.interpreter.globals["kept"]))
        #expect(kept.count == recorded.arrays.count)
        for (index, (array, wanted)) in zip(kept, recorded.arrays).enumerated() {
            #expect(array.shape == wanted.shape)
            #expect(array.isEqual(to: wanted), "array \(index): \(array.numbers), not \(wanted.numbers)")
        }
    }
}

/// An array that a case kept: how closely it must agree, its shape, and some of its elements.
struct KeptArray: Sendable {
    let kind: String
    let shape: String
    let numbers: [Double]

    /// Whether the elements are equal, or as close as the recorded array demands.
    func isEqual(to wanted: KeptArray) -> Bool {
        let largest = wanted.numbers.map(\.magnitude).max() ?? 0
        let tolerance =
            switch wanted.kind {
            case "exact": 0.0
            case "close": 2e-6
            default: 1e-5 * max(1, largest)
            }
        return numbers.count == wanted.numbers.count
            && zip(numbers, wanted.numbers).allSatisfy { abs($0 - $1) <= tolerance }
    }

    /// The list `kept` of a program.
    static func all(_ value: Value?) -> [KeptArray]? {
        guard case .list(let list)? = value else { return nil }
        return list.items.compactMap { item in
            guard case .list(let parts) = item, parts.items.count == 3, case .string(let kind) = parts.items[0],
                case .string(let shape) = parts.items[1], case .list(let numbers) = parts.items[2]
            else { return nil }
            return KeptArray(
                kind: kind, shape: shape,
                numbers: numbers.items.compactMap { if case .float(let number) = $0 { number } else { nil } })
        }
    }
}

/// A program, and the arrays that it kept in Keras.
struct RandomCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let program: String
    let arrays: [KeptArray]

    var testDescription: String { name }

    private enum Key: String, CodingKey { case n, c, v }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        name = try container.decode(String.self, forKey: .n)
        program = try container.decode(String.self, forKey: .c)
        var list = try container.nestedUnkeyedContainer(forKey: .v)
        var arrays: [KeptArray] = []
        while !list.isAtEnd {
            var parts = try list.nestedUnkeyedContainer()
            arrays.append(
                KeptArray(
                    kind: try parts.decode(String.self), shape: try parts.decode(String.self),
                    numbers: try parts.decode([Double].self)))
        }
        self.arrays = arrays
    }

    /// All cases of a recorded file.
    static func all(_ name: String = "randomness") throws -> [RandomCase] {
        try text("Tests/RefereeTests/Recorded/\(name).jsonl").split(separator: "\n").map {
            try JSONDecoder().decode(RandomCase.self, from: Data($0.utf8))
        }
    }

    /// What runs before every program.
    static func prologue() throws -> String { try text("Scripts/referee/cases/randomness.py") }

    static func text(_ path: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}
