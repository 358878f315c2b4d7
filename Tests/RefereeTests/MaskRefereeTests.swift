import Foundation
import Interpreter
import Language
import Testing
import Workbench

/// Models with masks against what Keras computes, and which masks hang on it; FORMAT.md tells the keys.
@Suite struct MaskRefereeTests {
    static func all() throws -> [RandomCase] { try RandomCase.all("masks") }

    @Test(arguments: try all()) func valuesAndMasksAreThoseOfKeras(recorded: RandomCase) throws {
        let session = Session()
        for code in [try RandomCase.text("Scripts/referee/cases/masks.py"), recorded.program] {
            for statement in try session.interpreter.parse(SourceText(name: "case", code)) {
                _ = try session.interpreter.run(statement)
            }
        }
        let kept = try #require(KeptArray.all(session.interpreter.globals["kept"]))
        #expect(kept.count == recorded.arrays.count)
        for (index, (found, wanted)) in zip(kept, recorded.arrays).enumerated() {
            #expect(found.kind == wanted.kind)
            #expect(found.shape == wanted.shape)
            #expect(found.isEqual(to: wanted), "\(index): \(found.numbers), not \(wanted.numbers)")
        }
    }
}
