import CKernels

extension Tensor {
    /// The axes in another order: axis i of the result is axis `axes[i]` of this tensor.
    /// - Throws: `invalidArgument` if `axes` is not a permutation; `outOfMemory`.
    public func transposed(_ axes: [Int]) throws(EngineError) -> Tensor {
        guard axes.sorted() == Array(0..<shape.rank) else {
            throw .invalidArgument("axes must be a permutation of the \(shape.rank) axes, received \(axes)")
        }
        let output = try Tensor(uninitialized: Shape(axes.map { shape[$0] }))
        let strides = axes.map { shape.strides[$0] }
        output.fill(from: storage.base, strides: strides)
        withExtendedLifetime(self) {}
        try Interrupt.check()
        return output
    }

    /// [N, C, spatial…] → [N, spatial…, C].
    public func channelsLast() throws(EngineError) -> Tensor {
        guard shape.rank >= 2 else { throw .shapeMismatch("a batch of images has at least 2 axes, received \(shape)") }
        return try swapPlanes(
            rows: shape[1], columns: Shape(Array(shape.dims[2...])).elementCount(),
            to: Shape([shape[0]] + shape.dims[2...] + [shape[1]]))
    }

    /// [N, spatial…, C] → [N, C, spatial…].
    public func channelsFirst() throws(EngineError) -> Tensor {
        guard shape.rank >= 2 else { throw .shapeMismatch("a batch of images has at least 2 axes, received \(shape)") }
        let channels = shape[shape.rank - 1]
        let spatial = Array(shape.dims[1..<shape.rank - 1])
        return try swapPlanes(
            rows: Shape(spatial).elementCount(), columns: channels, to: Shape([shape[0], channels] + spatial))
    }

    /// Transposes the rows × columns matrix of each sample.
    private func swapPlanes(rows: Int, columns: Int, to shape: Shape) throws(EngineError) -> Tensor {
        let output = try Tensor(uninitialized: shape)
        guard count > 0 else { return output }
        let (source, target, kernels) = (storage.base, output.storage.base, Processor.kernels)
        let band = 64
        let bands = (rows + band - 1) / band
        Parallel.run(chunks: shape[0] * bands, operations: count) { chunk, _ in
            let (sample, first) = (chunk / bands, chunk % bands * band)
            let place = sample * rows * columns
            kernels.pointee.transpose(
                source + place + first * columns, Int64(columns), target + place + first, Int64(rows),
                Int64(min(band, rows - first)), Int64(columns))
        }
        withExtendedLifetime(self) {}
        try Interrupt.check()
        return output
    }

    /// Sets every element from memory whose element (i, j, …) lies at i·strides[0] + j·strides[1] + ….
    private func fill(from source: UnsafePointer<Float>, strides: [Int]) {
        guard count > 0 else { return }
        guard let last = shape.dims.last, let step = strides.last else {
            storage.base[0] = source[0]
            return
        }
        var index = [Int](repeating: 0, count: shape.rank)
        var place = 0
        for row in 0..<count / last {
            if row % 1024 == 0 && Interrupt.isRequested { return }
            let target = storage.base + row * last
            for column in 0..<last { target[column] = source[place + column * step] }
            for axis in stride(from: shape.rank - 2, through: 0, by: -1) {
                index[axis] += 1
                place += strides[axis]
                if index[axis] < shape[axis] { break }
                place -= strides[axis] * shape[axis]
                index[axis] = 0
            }
        }
    }

    /// The part of the tensor that lies in a range along one axis.
    /// - Throws: `invalidArgument` if the axis or the range is outside; `outOfMemory`.
    public func slice(axis: Int, range: Range<Int>) throws(EngineError) -> Tensor {
        let axis = try shape.axis(axis)
        guard range.lowerBound >= 0, range.upperBound <= shape[axis] else {
            throw .invalidArgument("the range \(range) is out of bounds for axis \(axis) of size \(shape[axis])")
        }
        var dims = shape.dims
        dims[axis] = range.count
        let output = try Tensor(uninitialized: Shape(dims))
        let (outer, inner) = shape.split(at: axis)
        for index in 0..<outer {
            if index % 4096 == 0 { try Interrupt.check() }
            (output.storage.base + index * range.count * inner).update(
                from: storage.base + (index * shape[axis] + range.lowerBound) * inner, count: range.count * inner)
        }
        withExtendedLifetime(self) {}
        return output
    }

    /// Tensors one after another along one axis.
    /// - Throws: `shapeMismatch` if another axis differs; `invalidArgument` for no tensors; `outOfMemory`.
    public static func concatenated(_ tensors: [Tensor], axis: Int) throws(EngineError) -> Tensor {
        guard let first = tensors.first else { throw .invalidArgument("there is nothing to concatenate") }
        let axis = try first.shape.axis(axis)
        var dims = first.shape.dims
        dims[axis] = 0
        for tensor in tensors {
            var other = tensor.shape.dims
            guard other.count == dims.count else {
                throw .shapeMismatch("cannot concatenate the shapes \(first.shape) and \(tensor.shape)")
            }
            let (length, overflow) = dims[axis].addingReportingOverflow(other[axis])
            if overflow { throw .sizeOverflow("the length of axis \(axis)") }
            other[axis] = dims[axis]
            guard other == dims else {
                throw .shapeMismatch(
                    "cannot concatenate the shapes \(first.shape) and \(tensor.shape) along axis \(axis)")
            }
            dims[axis] = length
        }
        let output = try Tensor(uninitialized: Shape(dims))
        let (outer, inner) = output.shape.split(at: axis)
        var start = 0
        for tensor in tensors {
            let run = tensor.shape[axis] * inner
            for index in 0..<outer {
                if index % 4096 == 0 { try Interrupt.check() }
                (output.storage.base + index * dims[axis] * inner + start).update(
                    from: tensor.storage.base + index * run, count: run)
            }
            start += run
        }
        withExtendedLifetime(tensors) {}
        return output
    }

    /// The tensor with a border of one value around it.
    /// - Parameters:
    ///   - before: elements before the first, per axis.
    ///   - after: elements after the last, per axis.
    /// - Throws: `shapeMismatch` for lists of the wrong length, `invalidArgument` for negative amounts; `sizeOverflow`,
    ///   `outOfMemory`.
    public func padded(before: [Int], after: [Int], value: Float = 0) throws(EngineError) -> Tensor {
        guard before.count == shape.rank, after.count == shape.rank else {
            throw .shapeMismatch("padding needs two amounts for each of the \(shape.rank) axes")
        }
        var dims: [Int] = []
        for axis in 0..<shape.rank {
            guard before[axis] >= 0, after[axis] >= 0 else {
                throw .invalidArgument("padding must not be negative, received \(before) and \(after)")
            }
            let (some, overflow1) = shape[axis].addingReportingOverflow(before[axis])
            let (all, overflow2) = some.addingReportingOverflow(after[axis])
            if overflow1 || overflow2 { throw .sizeOverflow("the padded length of axis \(axis)") }
            dims.append(all)
        }
        let output = try Tensor(filling: value, Shape(dims))
        copyRegion(of: shape.dims, fromOrigin: Array(repeating: 0, count: shape.rank), to: output, origin: before)
        return output
    }

    /// The tensor without some of its border.
    /// - Throws: as `padded`; `invalidArgument` if nothing is left.
    public func cropped(before: [Int], after: [Int]) throws(EngineError) -> Tensor {
        guard before.count == shape.rank, after.count == shape.rank else {
            throw .shapeMismatch("cropping needs two amounts for each of the \(shape.rank) axes")
        }
        var dims: [Int] = []
        for axis in 0..<shape.rank {
            guard before[axis] >= 0, after[axis] >= 0, before[axis] <= shape[axis],
                after[axis] <= shape[axis] - before[axis]
            else { throw .invalidArgument("cropping \(before) and \(after) does not fit in the shape \(shape)") }
            dims.append(shape[axis] - before[axis] - after[axis])
        }
        let output = try Tensor(uninitialized: Shape(dims))
        copyRegion(of: dims, fromOrigin: before, to: output, origin: Array(repeating: 0, count: shape.rank))
        return output
    }

    /// Copies a box of elements, row by row along the last axis.
    private func copyRegion(of size: [Int], fromOrigin: [Int], to target: Tensor, origin: [Int]) {
        guard size.allSatisfy({ $0 > 0 }) else { return }
        let run = size.last ?? 1
        let rows = size.dropLast().reduce(1, *)
        let (sourceStrides, targetStrides) = (shape.strides, target.shape.strides)
        for row in 0..<rows {
            var rest = row
            var from = fromOrigin.last ?? 0
            var to = origin.last ?? 0
            for axis in stride(from: size.count - 2, through: 0, by: -1) {
                let index = rest % size[axis]
                rest /= size[axis]
                from += (index + fromOrigin[axis]) * sourceStrides[axis]
                to += (index + origin[axis]) * targetStrides[axis]
            }
            (target.storage.base + to).update(from: storage.base + from, count: run)
        }
    }
}

extension Shape {
    /// The number of elements before an axis, and of those after it.
    func split(at axis: Int) -> (outer: Int, inner: Int) {
        (dims[..<axis].reduce(1, &*), dims[(axis + 1)...].reduce(1, &*))
    }
}
