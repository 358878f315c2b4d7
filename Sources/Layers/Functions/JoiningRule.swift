import TensorEngine

/// Tensors joined along an axis: `concatenate`.
public struct JoiningRule: UncountedRule {
    private let axis: Int

    /// - Parameter axis: the axis, which may be counted from the end.
    public init(along axis: Int) { self.axis = axis }

    /// Nil: the shape is found by calling the function, which refuses shapes that do not go together.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// `axis 1: 3 + 4 = 7`
    func reason(_ inputs: [BatchShape], _ output: BatchShape) -> String? {
        let place = axis < 0 ? axis + output.rank : axis
        guard inputs.count > 1, output.dims.indices.contains(place), inputs.allSatisfy({ $0.rank == output.rank })
        else {
            return nil
        }
        let sizes = inputs.map { $0.dims[place].text }.joined(separator: " + ")
        return "axis \(place): \(sizes) = \(output.dims[place].text)"
    }

    /// Each input's elements from its start in the output on.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        Positions.joined(inputs, along: axis < 0 ? axis + outputs[output].rank : axis)
    }
}

/// Tensors as the elements of a new axis: `stack`.
public struct StackingRule: UncountedRule {
    private let axis: Int

    /// - Parameter axis: the new axis, which may be counted from the end.
    public init(along axis: Int) { self.axis = axis }

    /// Nil: the shape is found by calling the function, which refuses shapes that do not go together.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// The same position along the other axes; a bound, as an element comes from one of the inputs.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        let place = axis < 0 ? axis + outputs[output].rank : axis
        return inputs.map { input in Positions((0..<input.rank).map { .bound(.same, along: $0 < place ? $0 : $0 + 1) })
        }
    }
}

/// A tensor cut into parts along an axis: `split`.
public struct SplittingRule: UncountedRule {
    private let axis: Int

    /// - Parameter axis: the axis, which may be counted from the end.
    public init(along axis: Int) { self.axis = axis }

    /// Nil: the shapes are found by calling the function.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// The elements from the part's start on.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            let place = axis < 0 ? axis + input.rank : axis
            guard (0..<input.rank).contains(place), outputs.allSatisfy({ $0.rank == input.rank }) else {
                return .unknown(input)
            }
            var positions = Positions.same(input)
            let start = Dim.sum(outputs[..<output].map { $0.dims[place] })
            positions.axes[place] = .exact(
                .window(taps: 1, stride: 1, dilation: 1, paddingBefore: start.known.map { -$0 }), along: place)
            return positions
        }
    }
}
