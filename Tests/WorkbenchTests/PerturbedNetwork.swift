import Foundation
import Interpreter
import Language
import Library
import Network
import TensorEngine
import Testing
import Workbench

@testable import Inspection

/// A network whose inputs are changed one element at a time, and its outputs compared bit by bit: what depends on what, by
/// brute force.
struct PerturbedNetwork {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let code: String
    let session: Session
    /// `y`
    let output: SymbolicTensor
    /// `x` and, where there is one, `z`
    let inputs: [SymbolicTensor]
    private let data: [Tensor]
    private let changesIndices: Bool

    /// Runs code that makes `y` from `x` and perhaps `z`, and gives every layer weights that hide nothing.
    /// - Parameter changesIndices: whether the inputs are indices, which other indices are put in place of.
    /// - Throws: a `Failure` that begins with "refused" where the code does not run.
    init(_ code: String, changesIndices: Bool = false) throws {
        var refusal: String?
        let session = Session { if case .failure(let failure) = $0 { refusal = failure.message } }
        session.options.showsResults = false
        _ = session.run(SourceText(name: "network", code))
        if let refusal { throw Failure(description: "refused: \(refusal)\n\(code)") }
        self.code = code
        self.session = session
        self.changesIndices = changesIndices
        output = try #require(PerturbedNetwork.tensor("y", session))
        inputs = ["x", "z"].compactMap { PerturbedNetwork.tensor($0, session) }
        var random = RandomStream(seed: 5)
        try PerturbedNetwork.setWeights(output, &random)
        data = try inputs.map { input in
            try Tensor(
                Shape([1] + input.shape.perSample.compactMap(\.known)),
                (0..<(input.shape.elementsPerSample.known ?? 0)).map { _ in
                    changesIndices ? Float(random.below(9)) : 0.2 + Float(random.below(1000)) / 1250
                })
        }
    }

    /// The tensor that a variable holds.
    static func tensor(_ name: String, _ session: Session) -> SymbolicTensor? {
        guard case .host(let object)? = session.interpreter.globals[name] else { return nil }
        return (object as? TensorObject)?.tensor
    }

    /// Gives every layer weights between 0.3 and 1.3, so that nothing cancels out or is cut off.
    private static func setWeights(_ output: SymbolicTensor, _ random: inout RandomStream) throws {
        for node in GraphWalk.nodes(before: [output]) {
            for weight in node.layer.weights {
                let values = (0..<weight.spec.count).map { _ in 0.3 + Float(random.below(1000)) / 1000 }
                try weight.assign(try Tensor(Shape(weight.spec.shape), values))
            }
        }
    }

    /// For each element of the output, which elements of an input change it.
    func changes(byInput index: Int) throws -> [[Bool]] {
        func values(_ input: Tensor) throws -> [Float] {
            var feeds: [ObjectIdentifier: Tensor] = [:]
            for (place, tensor) in inputs.enumerated() {
                feeds[ObjectIdentifier(tensor)] = place == index ? input : data[place]
            }
            return try Evaluator(session.library.network).values(of: [output], feeding: feeds)[0].values
        }
        let base = data[index].values
        let before = try values(data[index])
        var changed = Array(repeating: Array(repeating: false, count: base.count), count: before.count)
        for element in base.indices {
            let others: [Float] =
                changesIndices ? [base[element] == 0 ? 1 : 0] : [100, -100, base[element] + 0.3, base[element] - 0.15]
            for other in others {
                var altered = base
                altered[element] = other
                let after = try values(try Tensor(data[index].shape, altered))
                for place in before.indices where after[place].bitPattern != before[place].bitPattern {
                    changed[place][element] = true
                }
            }
        }
        return changed
    }

    /// The indices, after the batch axis, of an element by its number.
    static func indices(of element: Int, in shape: [Int]) -> [Int] {
        var (rest, indices) = (element, [Int]())
        for size in shape.reversed() {
            indices.insert(rest % max(size, 1), at: 0)
            rest /= max(size, 1)
        }
        return indices
    }

    /// How many random networks are tried: more with `CONVSH_FIELD_CASES=10000`.
    static let count = ProcessInfo.processInfo.environment["CONVSH_FIELD_CASES"].flatMap(Int.init) ?? 60

    /// Calls `check` with random networks that were accepted.
    static func forEachRandom(seed: UInt64, _ check: (PerturbedNetwork) throws -> Void) throws {
        var random = RandomStream(seed: seed)
        var checked = 0
        while checked < count {
            let code = RandomNetwork.code(&random)
            let network: PerturbedNetwork
            do { network = try PerturbedNetwork(code) } catch let failure as Failure
                where failure.description.hasPrefix("refused")
            { continue }
            try check(network)
            checked += 1
        }
    }
}
