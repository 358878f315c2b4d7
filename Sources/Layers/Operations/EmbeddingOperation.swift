import TensorEngine

/// Looks up one row of a table for each whole number of the input.
struct EmbeddingOperation: SingleOutputOperation, MaskedOperation {
    let rows: Int
    let size: Int
    let arguments: BoundArguments

    init(_ arguments: BoundArguments) {
        rows = arguments.int("input_dim")
        size = arguments.int("output_dim")
        self.arguments = arguments
    }

    var maskRule: MaskRule? { arguments.bool("mask_zero") ? .notZero : nil }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        [try arguments.weight("embeddings", shape: [rows, size])]
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        BatchShape(inputs[0].dims + [Dim(size)])
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let input = inputs[0]
        var output = try Tensor(zeros: Shape(input.shape.dims + [size]))
        try context.weights[0].withUnsafeBufferPointer { table in
            try output.withUnsafeMutableBufferPointer { values in
                guard let source = table.baseAddress, let target = values.baseAddress else { return }
                for place in 0..<input.count {
                    try Interrupt.check()
                    let row = try row(input[flat: place])
                    (target + place * size).update(from: source + row * size, count: size)
                }
            }
        }
        return output
    }

    /// The row that a number of the input means.
    func row(_ number: Float) throws(Refusal) -> Int {
        let row = Int(number.clamped(to: -1...Float(rows)))
        guard (0..<rows).contains(row) else {
            throw Refusal(
                argument: "inputs", "Embedding takes whole numbers from 0 to `input_dim` - 1.",
                received: "\(number), input_dim=\(rows)")
        }
        return row
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] { [.same(inputs[0])] }
}

extension Float {
    /// The number, or the nearest end of a range; −1 for NaN.
    fileprivate func clamped(to range: ClosedRange<Float>) -> Float {
        isNaN ? -1 : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
