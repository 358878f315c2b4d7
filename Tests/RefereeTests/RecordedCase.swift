import Foundation
import Interpreter
import Language
import Library
import Network
import TensorEngine
import Workbench

/// One recorded answer of Keras; FORMAT.md tells the keys.
struct RecordedCase: Decodable {
    let c: String
    let i: [[Int]]
    let f: String
    let o: [Int]?
    let p: Int?
    let s: [Double]?
    let d: Int?
    let t: Double?
    let a: Double?
    let e: String?
    let n: [String]?

    /// All cases of a file.
    static func all(_ name: String) throws -> [RecordedCase] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Recorded")
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(RecordedCase.self, from: Data($0.utf8)) }
    }

    /// What convsh makes of the constructor and the inputs.
    func answer(in session: Session) throws -> (output: Tensor, parameters: Int) {
        let statements = try session.interpreter.parse(SourceText(name: "case", "L = " + c))
        for statement in statements { _ = try session.interpreter.run(statement) }
        guard case .host(let object)? = session.interpreter.globals["L"], let layer = (object as? LayerObject)?.layer
        else {
            throw NoLayer()
        }
        let inputs = try i.enumerated().map { try Self.filled($1, salt: $0 + 1) }
        _ = try layer.callOnData(inputs)
        let weights = try layer.weights.enumerated().map { index, weight in
            var values = try Self.filled(weight.spec.shape, salt: 101 + index).values.map { $0 * 0.5 }
            if weight.spec.name.contains("variance") { values = values.map { $0.magnitude + 0.5 } }
            return try Tensor(Shape(weight.spec.shape), values)
        }
        try layer.setWeights(weights)
        return (try layer.callOnData(inputs)[0], layer.parameterCount)
    }

    struct NoLayer: Error {}

    private static func filled(_ shape: [Int], salt: Int) throws -> Tensor {
        let count = shape.reduce(1, *)
        return try Tensor(
            Shape(shape), (0..<count).map { Float(Double(($0 * 7919 + salt * 104729) % 1009 - 504) / 360) })
    }
}
