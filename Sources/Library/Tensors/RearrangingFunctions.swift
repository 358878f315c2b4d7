import Arrays
import Interpreter
import Layers
import TensorEngine

/// Tensor functions that reduce, rearrange, cut and join.
enum RearrangingFunctions {
    static func all(_ numpy: ModuleObject, _ library: LibraryContext) -> [String: TensorFunction] {
        var functions: [String: TensorFunction] = [:]
        for name in [
            "mean", "sum", "max", "min", "amax", "amin", "prod", "std", "var", "any", "all", "argmax", "argmin",
        ] { functions[name] = .numpy(numpy, name, ["x", "axis", "keepdims"], .reduction(axis: 1, keepsAxes: 2)) }
        let renamed: [(String, [String], [String], KnownRule)] = [
            ("expand_dims", ["x", "axis"], ["a", "axis"], .axisOrder(expanded)),
            ("squeeze", ["x", "axis"], ["a", "axis"], .squeeze),
            ("transpose", ["x", "axes"], ["a", "axes"], .axisOrder(transposed)),
            ("flip", ["x", "axis"], ["m", "axis"], .flip),
            ("swapaxes", ["x", "axis1", "axis2"], ["a", "axis1", "axis2"], .swappedAxes),
            ("moveaxis", ["x", "source", "destination"], ["a", "source", "destination"], .movedAxes),
            ("roll", ["x", "shift", "axis"], ["a", "shift", "axis"], .roll),
            ("tile", ["x", "repeats"], ["A", "reps"], .tile),
            ("repeat", ["x", "repeats", "axis"], ["a", "repeats", "axis"], repetition),
            ("ravel", ["x"], ["a"], .reshape),
            ("sort", ["x", "axis"], ["a", "axis"], .mixing(axis: 1, or: -1)),
            ("argsort", ["x", "axis"], ["a", "axis"], .mixing(axis: 1, or: -1)),
            ("take_along_axis", ["x", "indices", "axis"], ["arr", "indices", "axis"], .unknown),
            ("broadcast_to", ["x", "shape"], ["array", "shape"], .broadcast),
            ("concatenate", ["xs", "axis"], ["arrays", "axis"], .joining(axis: 1, or: 0)),
            ("stack", ["x", "axis"], ["arrays", "axis"], .stacking(axis: 1, or: 0)),
            ("matmul", ["x1", "x2"], ["x1", "x2"], .contraction(ContractionRule.matrixProduct)),
            ("dot", ["x1", "x2"], ["a", "b"], .contraction(ContractionRule.dotProduct)),
            ("cumsum", ["x", "axis"], ["a", "axis"], .running),
        ]
        for (name, parameters, keywords, rule) in renamed {
            functions[name] = .numpy(numpy, name, parameters, passing: keywords, rule)
        }
        functions["squeeze_unknown"] = .numpy(
            numpy, "squeeze", ["x", "axis"], passing: ["a", "axis"], .squeezeUnknown)
        functions["reshape"] = reshape
        functions["concatenate_last"] = concatenateLast(numpy)
        functions["pad"] = pad(numpy)
        functions["split"] = split(numpy)
        functions["split_by_sizes"] = splitBySizes
        functions["unstack"] = unstack
        functions["take"] = take("Take", axis: nil)
        functions["gather"] = take("Gather", axis: 0)
        functions["get_item"] = TensorFunction("GetItem", ["x", "index"], slicing) {
            operands, interpreter throws(RaisedError) in
            let array = ArrayObject(try operands.array(0, interpreter))
            return try array.item(operands.values[1] ?? .none, interpreter) ?? .none
        }
        functions["batch_flatten"] = TensorFunction("Reshape", ["x"], .reshape) {
            operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let size = array.shape.dropFirst().reduce(1, *)
            return .host(ArrayObject(try raising { try array.reshaped([array.shape.first ?? 1, size]) }))
        }
        functions["normalize"] = normalize
        functions["moments"] = TensorFunction(
            "Moments", ["x", "axes", "keepdims"], .reduction(axis: 1, keepsAxes: 2, outputs: 2)
        ) {
            operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let (axes, keeps) = (try operands.sizes(1), try operands[2]?.truth() ?? false)
            return .list(
                ListObject(
                    try raising {
                        try [ArrayReduction.mean, .variance].map {
                            .host(ArrayObject(try array.reduced($0, axes: axes, keepsAxes: keeps)))
                        }
                    }))
        }
        return functions
    }

    // MARK: What is known of some in a network

    /// New axes of size 1: their places in the output.
    @Sendable private static func expanded(_ rank: Int, _ axes: [Int]?) -> [Int?]? {
        guard let axes else { return nil }
        let total = rank + axes.count
        let places = Set(axes.map { $0 < 0 ? $0 + total : $0 })
        guard places.count == axes.count, places.allSatisfy((0..<total).contains) else { return nil }
        var rest = (0..<rank).makeIterator()
        return (0..<total).map { places.contains($0) ? nil : rest.next() }
    }

    /// Axes in the order given, or from the last to the first.
    @Sendable private static func transposed(_ rank: Int, _ axes: [Int]?) -> [Int?]? {
        guard let axes else { return (0..<rank).reversed() }
        let places = axes.map { $0 < 0 ? $0 + rank : $0 }
        return places.sorted() == Array(0..<rank) ? places : nil
    }

    private static let repetition = KnownRule { operands in
        guard let times = try? operands.integer(1), let axis = operands[2].flatMap({ _ in try? operands.integer(2) })
        else { return nil }
        return RepetitionRule(times: times, along: axis)
    }

    private static let slicing = KnownRule { operands in
        guard let index = operands.values[1], let parts = try? ArrayObject.indices(index),
            let rank = operands.tensorShape(0)?.rank, let items = SlicingRule.items(parts, rank: rank)
        else { return nil }
        return SlicingRule(items)
    }

    private static let padding = KnownRule { operands in
        guard let value = operands[1], let widths = try? ArrayBuilder.array(from: value), widths.shape.last == 2,
            widths.rank == 2
        else { return nil }
        let numbers = widths.ints
        let pairs = (0..<widths.shape[0]).map { (before: numbers[2 * $0], after: numbers[2 * $0 + 1]) }
        let mode = operands.text(2)?.lowercased() ?? "constant"
        return PaddingRule(pairs, isConstant: mode == "constant")
    }

    /// Sizes may be −1, or unknown (None) where a shape was asked of the network: both stand for what is left.
    private static var reshape: TensorFunction {
        TensorFunction("Reshape", ["x", "newshape"], .reshape) { operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let shape = try operands.required(1)
            var sizes: [Int] = []
            for item in try interpreter.items(of: shape.isSequence ? shape : .tuple([shape])) {
                sizes.append(item.isNone ? -1 : try NumpyCreation.integer(item))
            }
            return .host(
                ArrayObject(
                    try raising { try array.reshaped(try NumpyShapes.resolve(sizes, count: array.count)) }))
        }
    }

    /// `K.concatenate`, whose axis is the last where none is given.
    private static func concatenateLast(_ numpy: ModuleObject) -> TensorFunction {
        TensorFunction("Concatenate", ["tensors", "axis"], .joining(axis: 1, or: -1)) {
            operands, interpreter throws(RaisedError) in
            guard let function = numpy["concatenate"] else { return .none }
            return try interpreter.call(
                function, CallArguments([try operands.required(0)], keywords: [("axis", operands[1] ?? .int(-1))]))
        }
    }

    private static func pad(_ numpy: ModuleObject) -> TensorFunction {
        TensorFunction("Pad", ["x", "pad_width", "mode", "constant_values"], padding) {
            operands, interpreter throws(RaisedError) in
            guard let function = numpy["pad"] else { return .none }
            var arguments = CallArguments([try operands.required(0), try operands.required(1)])
            // TensorFlow writes modes in capitals.
            if let mode = operands.text(2) { arguments.keywords.append(("mode", .string(mode.lowercased()))) }
            if let value = operands[3] {
                let isConstant = operands.text(2).map { $0.lowercased() == "constant" } ?? true
                if !isConstant, case .int(0) = value { return try interpreter.call(function, arguments) }
                guard isConstant else {
                    let mode = operands.text(2) ?? ""
                    throw RaisedError(
                        .valueError,
                        "Argument `constant_values` can only be provided when `mode == 'constant'`. Received: mode=\(mode)"
                    )
                }
                arguments.keywords.append(("constant_values", value))
            }
            return try interpreter.call(function, arguments)
        }
    }

    private static func split(_ numpy: ModuleObject) -> TensorFunction {
        TensorFunction("Split", ["x", "indices_or_sections", "axis"], .splitting(bySizes: false)) {
            operands, interpreter throws(RaisedError) in
            guard let function = numpy["split"] else { return .none }
            return try interpreter.call(
                function,
                CallArguments(
                    [try operands.required(0), try operands.required(1)], keywords: [("axis", operands[2] ?? .int(0))]))
        }
    }

    /// `tf.split(value, num_or_size_splits, axis)`: a list gives sizes, not the places of the cuts.
    private static var splitBySizes: TensorFunction {
        TensorFunction("Split", ["value", "num_or_size_splits", "axis"], .splitting(bySizes: true)) {
            operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let axis = try array.axis(try operands.integer(2) ?? 0)
            var sizes = try operands.sizes(1) ?? []
            if sizes.count == 1, !(try operands.required(1)).isSequence, let count = sizes.first, count > 0 {
                // Of no elements there are not more parts than one, however many are asked for.
                guard array.shape[axis] % count == 0, count <= max(array.shape[axis], 1) else {
                    throw RaisedError(.valueError, "an axis of size \(array.shape[axis]) does not split into \(count)")
                }
                try interpreter.requireCount(count, bytesPerItem: 400)
                sizes = Array(repeating: array.shape[axis] / count, count: count)
            }
            var start = 0
            var parts: [Value] = []
            for size in sizes {
                guard size <= array.shape[axis] - start, size >= -start else {
                    throw RaisedError(
                        .valueError, "an axis of size \(array.shape[axis]) does not split into parts of \(sizes)")
                }
                let range = start..<max(start, start + size)
                parts.append(.host(ArrayObject(try raising { try array.part(range, along: axis) })))
                start += size
            }
            return .list(ListObject(parts))
        }
    }

    private static var unstack: TensorFunction {
        TensorFunction("Unstack", ["x", "num", "axis"], .unstacking) { operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let axis = try array.axis(try operands.integer(2) ?? 0)
            if let count = try operands.integer(1), count != array.shape[axis] {
                throw RaisedError(
                    .valueError, "Cannot unstack an axis of size \(array.shape[axis]) into \(count) tensors.")
            }
            try interpreter.requireCount(array.shape[axis], bytesPerItem: 400)
            return .list(
                ListObject(
                    try raising {
                        try (0..<array.shape[axis]).map { place in
                            try Interrupt.check()
                            return .host(
                                ArrayObject(
                                    try array.selected(
                                        array.shape.indices.map {
                                            $0 == axis ? .index(place) : .slice(start: nil, stop: nil, step: 1)
                                        })))
                        }
                    }))
        }
    }

    /// Elements by their indices along an axis.
    /// - Parameter usual: the axis where none is given; nil for all elements as one row.
    private static func take(_ className: String, axis usual: Int?) -> TensorFunction {
        TensorFunction(className, ["x", "indices", "axis"], .taking(or: usual)) {
            operands, interpreter throws(RaisedError) in
            .host(
                ArrayObject(
                    try NumpyTaking.taken(
                        try operands.array(0, interpreter), try operands.array(1, interpreter),
                        along: try operands.integer(2) ?? usual)))
        }
    }

    /// x / ‖x‖ along axes, as `K.l2_normalize` and `ops.normalize` have it.
    private static var normalize: TensorFunction {
        TensorFunction("Normalize", ["x", "axis"], .mixing(axis: 1, or: -1)) {
            operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let axes = try operands.sizes(1) ?? [-1]
            return .host(
                ArrayObject(
                    try raising {
                        let squares = try NumericArray.combine(array, array, .multiply)
                        let sums = try squares.reduced(.sum, axes: axes, keepsAxes: true)
                        return try NumericArray.combine(array, try sums.mapped { max($0, 1e-12).squareRoot() }, .divide)
                    }))
        }
    }
}

extension SlicingRule {
    /// The items of an index of a tensor with so many axes; nil where elements are chosen by arrays.
    static func items(_ parts: [ArrayIndex], rank: Int) -> [Item]? {
        let taken = parts.filter {
            switch $0 {
            case .index, .slice: true
            default: false
            }
        }.count
        var items: [Item] = []
        for part in parts {
            switch part {
            case .index(let index): items.append(.index(index))
            case .slice(let start, let stop, let step): items.append(.slice(start: start, stop: stop, step: step))
            case .newAxis: items.append(.newAxis)
            case .ellipsis:
                items += Array(repeating: .slice(start: nil, stop: nil, step: 1), count: max(rank - taken, 0))
            case .numbers, .mask: return nil
            }
        }
        return items
    }
}
