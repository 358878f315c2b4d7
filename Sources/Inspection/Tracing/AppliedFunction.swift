import Layers
import TensorEngine

/// The function that a layer applies to a sum, ready to be applied to one value.
struct AppliedFunction {
    private let function: ActivationFunction?
    /// The values along the axis that the function looks at, this one among them; nil for one that takes each by itself.
    private let line: (values: [Float], place: Int, shape: Shape)?
    private let rank: Int

    /// - Parameter function: nil for none.
    /// - Throws: as the engine.
    init(_ function: ActivationFunction?, _ call: TracedCall, place: [Int], sample: Int) throws {
        self.function = function
        rank = call.output.shape.rank
        guard case .axis(let axis)? = function?.mixing else {
            line = nil
            return
        }
        let along = axis < 0 ? axis + rank : axis
        guard along > 0, let before = try call.unactivated() else {
            line = nil
            return
        }
        var shape = [Int](repeating: 1, count: rank)
        shape[along] = before.shape[along]
        let values = (0..<before.shape[along]).map { index -> Float in
            var other = place
            other[along - 1] = index
            return before[flat: call.flat(other, sample)]
        }
        line = (values, place[along - 1], Shape(shape))
    }

    /// How many values the function looks at together.
    var count: Int { line?.values.count ?? 1 }

    /// The function of a value; nil where it is not known to work on single values.
    func value(of number: Double) throws -> Double? {
        guard let function else { return number }
        if var line {
            line.values[line.place] = Float(number)
            return Double(try function.apply(try Tensor(line.shape, line.values))[flat: line.place])
        }
        guard function.mixing == .none else { return nil }
        let one = Shape(Array(repeating: 1, count: rank))
        return Double(try function.apply(try Tensor(one, [Float(number)]))[flat: 0])
    }
}
