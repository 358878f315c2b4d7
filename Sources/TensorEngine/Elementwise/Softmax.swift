import CKernels

/// Activations that look at all elements along an axis.
public enum AxisActivation: String, CaseIterable, Sendable {
    /// e^(xᵢ − max) / Σ e^(xⱼ − max)
    case softmax
    /// xᵢ − max − log Σ e^(xⱼ − max)
    case logSoftmax
    /// The nearest point of the probability simplex: max(xᵢ − τ, 0), which sum to 1.
    case sparsemax
    /// The first half times the sigmoid of the second half; the axis becomes half as long.
    case glu
}

/// Applies an activation along one axis.
/// - Throws: `invalidArgument` for an axis that is not there, or for `glu` on an odd one; `outOfMemory`; `interrupted`.
public func activate(_ tensor: Tensor, _ activation: AxisActivation, axis: Int = -1) throws(EngineError) -> Tensor {
    let axis = try tensor.shape.axis(axis)
    if axis != tensor.shape.rank - 1 {
        var order = Array(0..<tensor.shape.rank)
        order.swapAt(axis, tensor.shape.rank - 1)
        return try activate(try tensor.transposed(order), activation, axis: -1).transposed(order)
    }
    let length = tensor.shape[axis]
    if activation == .glu { return try gatedLinearUnit(tensor, axis: axis) }
    let output = try Tensor(uninitialized: tensor.shape)
    guard length > 0 else { return output }
    let (source, target, kernels) = (tensor.storage.base, output.storage.base, Processor.kernels)
    let rows = tensor.count / length
    let perChunk = max(1, 8192 / length)
    Parallel.run(chunks: (rows + perChunk - 1) / perChunk, operations: tensor.count &* 16) { chunk, _ in
        for row in chunk * perChunk..<min((chunk + 1) * perChunk, rows) {
            let line = AxisLine(
                input: UnsafeBufferPointer(start: source + row * length, count: length),
                output: UnsafeMutableBufferPointer(start: target + row * length, count: length), kernels: kernels)
            switch activation {
            case .softmax: line.softmax()
            case .logSoftmax: line.logSoftmax()
            case .sparsemax: line.sparsemax()
            case .glu: break
            }
        }
    }
    withExtendedLifetime(tensor) {}
    try Interrupt.check()
    return output
}

private func gatedLinearUnit(_ tensor: Tensor, axis: Int) throws(EngineError) -> Tensor {
    let length = tensor.shape[axis]
    guard length % 2 == 0 else {
        throw .invalidArgument("axis size must be divisible by 2, received an axis of size \(length)")
    }
    let value = try tensor.slice(axis: axis, range: 0..<length / 2)
    let gate = try tensor.slice(axis: axis, range: length / 2..<length)
    return try combine(value, activate(gate, .sigmoid), .multiply)
}

/// One row of numbers along the axis.
private struct AxisLine {
    let input: UnsafeBufferPointer<Float>
    let output: UnsafeMutableBufferPointer<Float>
    let kernels: UnsafePointer<ck_kernels>

    private var largest: Float { input.reduce(-.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 } }

    /// Writes e^(x − max); gives their sum.
    private func exponentials() -> Double {
        guard let from = input.baseAddress, let to = output.baseAddress else { return 0 }
        var shift = largest
        kernels.pointee.combine(CK_SUBTRACT, from, 1, &shift, 0, to, Int64(input.count))
        ElementFunction(CK_EXP).apply(kernels, to, to, count: input.count)
        return output.reduce(0.0) { $0 + Double($1) }
    }

    func softmax() {
        let sum = exponentials()
        for index in output.indices { output[index] = Float(Double(output[index]) / sum) }
    }

    func logSoftmax() {
        let largest = largest
        let logSum = PortableMath.log(exponentials())
        for index in output.indices { output[index] = Float(Double(input[index]) - Double(largest) - logSum) }
    }

    /// Sorted z₁ ≥ z₂ ≥ …: k is the largest with 1 + k·zₖ > z₁ + … + zₖ, τ = (z₁ + … + zₖ − 1) / k.
    /// As Keras computes it: its threshold adds up all cumulative sums of the support, where the paper takes the last.
    func sparsemax() {
        let sorted = input.sorted(by: >)
        var sum = 0.0
        var sumOfSums = 0.0
        var supported = 0.0
        for (index, value) in sorted.enumerated() {
            sum += Double(value)
            guard Double(value) - (sum - 1) / Double(index + 1) > 0 else { continue }
            sumOfSums += sum
            supported += 1
        }
        let threshold = (sumOfSums - 1) / supported
        for index in output.indices { output[index] = Float(max(Double(input[index]) - threshold, 0)) }
    }
}
