import TensorEngine

extension NumericArray {
    /// Replaces elements, without a copy of the others where nothing else holds the array.
    /// - Parameters:
    ///   - positions: where the elements are, in row-major order.
    ///   - values: as many elements, which are converted to this array's type.
    public mutating func replace(positions: [Int], with values: NumericArray) throws(EngineError) {
        let new = try values.converted(to: type)
        // While the elements are written, the array itself does not hold them, so that they are not copied.
        switch storage {
        case .bool(var own):
            storage = .bool([])
            if case .bool(let new) = new.storage { write(&own, positions, new) }
            storage = .bool(own)
        case .int8(var own):
            storage = .bool([])
            if case .int8(let new) = new.storage { write(&own, positions, new) }
            storage = .int8(own)
        case .int16(var own):
            storage = .bool([])
            if case .int16(let new) = new.storage { write(&own, positions, new) }
            storage = .int16(own)
        case .int32(var own):
            storage = .bool([])
            if case .int32(let new) = new.storage { write(&own, positions, new) }
            storage = .int32(own)
        case .int64(var own):
            storage = .bool([])
            if case .int64(let new) = new.storage { write(&own, positions, new) }
            storage = .int64(own)
        case .uint8(var own):
            storage = .bool([])
            if case .uint8(let new) = new.storage { write(&own, positions, new) }
            storage = .uint8(own)
        case .uint16(var own):
            storage = .bool([])
            if case .uint16(let new) = new.storage { write(&own, positions, new) }
            storage = .uint16(own)
        case .uint32(var own):
            storage = .bool([])
            if case .uint32(let new) = new.storage { write(&own, positions, new) }
            storage = .uint32(own)
        case .uint64(var own):
            storage = .bool([])
            if case .uint64(let new) = new.storage { write(&own, positions, new) }
            storage = .uint64(own)
        case .float16(var own):
            storage = .bool([])
            if case .float16(let new) = new.storage { write(&own, positions, new) }
            storage = .float16(own)
        case .float64(var own):
            storage = .bool([])
            if case .float64(let new) = new.storage { write(&own, positions, new) }
            storage = .float64(own)
        case .float32(var own):
            storage = .bool([])
            if case .float32(let new) = new.storage {
                for (place, position) in positions.enumerated() { own[flat: position] = new[flat: place] }
            }
            storage = .float32(own)
        }
    }
}

private func write<Element>(_ own: inout [Element], _ positions: [Int], _ new: [Element]) {
    for (place, position) in positions.enumerated() { own[position] = new[place] }
}
