import TensorEngine

/// Zeros added around the spatial axes, or pixels cut off from them.
struct Bordering: WindowedOperation {
    let rank: Int
    let format: DataFormat
    /// Pixels added before and after each axis; negative ones are cut off.
    let before: [Int]
    let after: [Int]
    let argument: String

    /// Reads the arguments of a ZeroPadding or Cropping layer.
    /// - Parameters:
    ///   - argument: `padding` or `cropping`.
    ///   - sign: 1 to add, −1 to cut off.
    init(rank: Int, argument: String, sign: Int, _ arguments: BoundArguments) {
        self.rank = rank
        self.argument = argument
        format = arguments.has("data_format") ? arguments.dataFormat() : .channelsLast
        let given = arguments[argument].items ?? []
        let pairs = (rank == 1 ? [.tuple(given)] : given).map { pair in
            (pair.items ?? []).map { if case .int(let amount) = $0 { amount * sign } else { 0 } }
        }
        before = pairs.map { $0.first ?? 0 }
        after = pairs.map { $0.last ?? 0 }
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        var shape = inputs[0]
        try ImageInput.requireAxes(rank + 2, shape)
        for (index, axis) in format.spatialAxes(rank: rank + 2).enumerated() {
            let size = shape.dims[axis]
            guard let all = try? size + Dim(before[index]) + Dim(after[index]) else {
                throw Refusal(.overflowError, argument: argument, "`\(argument)` is too large.")
            }
            if let size = size.known, let all = all.known, all <= 0 {
                throw Refusal(
                    argument: argument,
                    "Values in `\(argument)` argument should be smaller than the corresponding spatial dimension of the input.",
                    received: "input_shape=\(inputs[0]), \(argument)=\(amounts)",
                    remedy: "cut off at most \(size - 1) pixels along axis \(axis)")
            }
            shape.dims[axis] = all
        }
        return shape
    }

    private var amounts: String {
        Argument.tuple(zip(before, after).map { .tuple([.int($0.magnitude.intValue), .int($1.magnitude.intValue)]) })
            .description
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        var (first, last) = ([Int](repeating: 0, count: rank + 2), [Int](repeating: 0, count: rank + 2))
        for (index, axis) in format.spatialAxes(rank: rank + 2).enumerated() {
            (first[axis], last[axis]) = (before[index], after[index])
        }
        if (before + after).allSatisfy({ $0 >= 0 }) { return try inputs[0].padded(before: first, after: last) }
        return try inputs[0].cropped(before: first.map { -$0 }, after: last.map { -$0 })
    }

    var dataFormat: DataFormat? { format }

    func motion(over input: BatchShape) throws(Refusal) -> WindowMotion {
        try ImageInput.requireAxes(rank + 2, input)
        var axes: [WindowAxis] = []
        for (index, axis) in format.spatialAxes(rank: rank + 2).enumerated() {
            axes.append(try .bordering(input: input.dims[axis], before: before[index], after: after[index]))
        }
        return WindowMotion(axes: axes, channels: .separate(multiplier: 1), dataFormat: format)
    }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        let spatial = zip(format.spatialAxes(rank: rank + 2), before).map { axis, before -> Positions.Axis in
            .exact(.window(taps: 1, stride: 1, dilation: 1, paddingBefore: before), along: axis)
        }
        return [.image(spatial, channels: .same(format.channelAxis(rank: rank + 2)), format)]
    }
}

extension UInt {
    fileprivate var intValue: Int { Int(clamping: self) }
}
