import TensorEngine

extension BoundArguments {
    /// The number, the nested lists of numbers, or the array that an argument is, as a tensor to broadcast.
    /// - Throws: `Refusal` for what is none of them, or has rows of different lengths.
    func factor(_ name: String) throws(Refusal) -> Tensor {
        if case .tensor(let tensor) = self[name] { return tensor }
        var shape: [Int] = []
        var level = self[name]
        while let items = level.items, let first = items.first {
            shape.append(items.count)
            level = first
        }
        var values: [Float] = []
        guard collect(self[name], shape[...], &values), let tensor = try? Tensor(Shape(shape), values) else {
            throw Refusal(
                argument: name, "`\(name)` must be a number, nested lists of numbers or an array.",
                received: "\(name)=\(self[name])")
        }
        return tensor
    }

    /// Appends the numbers in row-major order; false where the lists do not have the shape.
    private func collect(_ value: Argument, _ shape: ArraySlice<Int>, _ values: inout [Float]) -> Bool {
        if let count = shape.first {
            guard let items = value.items, items.count == count else { return false }
            return items.allSatisfy { collect($0, shape.dropFirst(), &values) }
        }
        switch value {
        case .int(let number): values.append(Float(number))
        case .float(let number): values.append(Float(number))
        case .bool(let truth): values.append(truth ? 1 : 0)
        default: return false
        }
        return true
    }
}
