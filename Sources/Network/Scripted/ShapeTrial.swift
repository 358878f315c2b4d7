import Layers
import TensorEngine

/// The shapes of the outputs of a script's `call`, found by running it on zeros of two sizes.
enum ShapeTrial {
    /// Sizes that stand for one that is not known: the larger also lets windows fit.
    private static let sizes = [2, 3]
    private static let largeSizes = [32, 48]

    /// The shapes; a size that differs between the two runs is not known.
    /// - Throws: `Refusal` where the script or the engine fails.
    static func outputs(of form: any ScriptedCall, for shapes: [BatchShape]) throws(Refusal) -> [BatchShape] {
        let runs: [[Tensor]]
        do {
            runs = try zip(sizes, largeSizes).map { batch, size in
                let data = try shapes.map { MaskedTensor(try zeros($0, batch: batch, size: size)) }
                return try form.outputs(for: data, training: nil).map(\.tensor)
            }
        } catch let error as Refusal { throw error } catch let error as EngineError { throw Refusal(error) } catch {
            throw Refusal("\(error)")
        }
        return zip(runs[0], runs[1]).map { first, second in
            guard first.shape.dims.count == second.shape.dims.count else {
                return BatchShape(first.shape.dims.map { _ in .unknown })
            }
            return BatchShape(zip(first.shape.dims, second.shape.dims).map { $0 == $1 ? Dim($0) : .unknown })
        }
    }

    private static func zeros(_ shape: BatchShape, batch: Int, size: Int) throws -> Tensor {
        let dims = shape.dims.enumerated().map { $1.known ?? ($0 == 0 ? batch : size) }
        return try Tensor(zeros: Shape(dims))
    }
}
