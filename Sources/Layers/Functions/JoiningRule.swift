import TensorEngine

/// Tensors joined along an axis: `concatenate`.
public struct JoiningRule: UncountedRule, Joining {
    /// The axis, which may be counted from the end.
    public let axis: Int

    /// - Parameter axis: the axis, which may be counted from the end.
    public init(along axis: Int) { self.axis = axis }

    /// Sizes that are not known fit; where all are known, the function itself refuses shapes that do not go together.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        guard let rank = inputs.first?.rank, let all = BatchShape.merged(inputs, except: axis < 0 ? axis + rank : axis)
        else { return nil }
        return [all]
    }

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
public struct StackingRule: UncountedRule, Joining {
    /// The new axis, which may be counted from the end.
    public let axis: Int

    /// - Parameter axis: the new axis, which may be counted from the end.
    public init(along axis: Int) { self.axis = axis }

    /// Sizes that are not known fit; where all are known, the function itself refuses shapes that do not go together.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        guard var all = BatchShape.merged(inputs, except: nil) else { return nil }
        let place = axis < 0 ? axis + all.rank + 1 : axis
        guard (0...all.rank).contains(place) else { return nil }
        all.dims.insert(Dim(inputs.count), at: place)
        return [all]
    }

    /// The same position along the other axes; a bound, as an element comes from one of the inputs.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        let place = axis < 0 ? axis + outputs[output].rank : axis
        return inputs.map { input in Positions((0..<input.rank).map { .bound(.same, along: $0 < place ? $0 : $0 + 1) })
        }
    }
}

/// A tensor cut into parts along an axis: `split`.
public struct SplittingRule: UncountedRule {
    /// How a tensor is cut.
    public enum Cuts: Sendable {
        /// Into so many parts of one size.
        case parts(Int)
        /// At these places, the first of which are not below 0.
        case places([Int])
        /// Into parts of these sizes.
        case sizes([Int])
    }

    private let axis: Int
    private let cuts: Cuts?

    /// - Parameters:
    ///   - axis: the axis, which may be counted from the end.
    ///   - cuts: how it is cut; nil where that is not known.
    public init(along axis: Int, _ cuts: Cuts?) { (self.axis, self.cuts) = (axis, cuts) }

    /// Those of an axis whose size is not known; elsewhere the function itself refuses parts that do not fit.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        guard let input = inputs.first, let cuts else { return nil }
        let place = axis < 0 ? axis + input.rank : axis
        guard input.dims.indices.contains(place), !input.dims[place].isKnown else { return nil }
        return sizes(cuts, of: input.dims[place])?.map { size in
            var part = input
            part.dims[place] = size
            return part
        }
    }

    private func sizes(_ cuts: Cuts, of size: Dim) -> [Dim]? {
        switch cuts {
        case .parts(let count):
            return count > 0 && count < 100_000 ? Array(repeating: size.floorDivided(by: count), count: count) : nil
        case .sizes(let sizes): return sizes.map { $0 < 0 ? .unknown : Dim($0) }
        case .places(let places):
            guard places.allSatisfy({ $0 >= 0 }) else { return nil }
            let starts = [0] + places
            guard let last = starts.last, let rest = try? size - Dim(last) else { return nil }
            return zip(starts, places).map { Dim(max(0, $1 - $0)) } + [rest]
        }
    }

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

extension BatchShape {
    /// The shape of tensors that go together, some of whose sizes are not known; nil where all are, or where they differ.
    /// - Parameter joined: the axis along which the sizes add up; nil for none.
    fileprivate static func merged(_ shapes: [BatchShape], except joined: Int?) -> BatchShape? {
        guard let first = shapes.first, shapes.contains(where: { !$0.dims.allSatisfy(\.isKnown) }),
            shapes.allSatisfy({ $0.rank == first.rank }), joined.map(first.dims.indices.contains) ?? true
        else { return nil }
        var dims: [Dim] = []
        for axis in first.dims.indices {
            let sizes = shapes.map { $0.dims[axis] }
            let known = Set(sizes.compactMap(\.known))
            if axis == joined {
                dims.append(Dim.sum(sizes))
            } else if known.count < 2 {
                dims.append(known.first.map { Dim($0) } ?? (Set(sizes).count == 1 ? sizes[0] : .unknown))
            } else {
                return nil
            }
        }
        return BatchShape(dims)
    }
}
