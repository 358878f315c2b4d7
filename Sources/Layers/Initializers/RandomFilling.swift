import TensorEngine

extension Tensor {
    /// A tensor of random values drawn one after the other in row-major order.
    /// - Parameters:
    ///   - shape: its sizes.
    ///   - seed: fixes the values.
    ///   - draw: draws one value.
    /// - Throws: `EngineError` if the tensor is too large, or after an interrupt.
    static func random(
        _ shape: [Int], seed: UInt64, draw: (inout RandomStream) -> Double
    ) throws -> Tensor {
        var tensor = try Tensor(zeros: Shape(shape))
        var stream = RandomStream(seed: seed)
        let finished = try tensor.withUnsafeMutableBufferPointer { values in
            for start in stride(from: 0, to: values.count, by: 1 << 16) {
                if Interrupt.isRequested { return false }
                for index in start..<min(start + 1 << 16, values.count) { values[index] = Float(draw(&stream)) }
            }
            return true
        }
        guard finished else { throw EngineError.interrupted }
        return tensor
    }
}
