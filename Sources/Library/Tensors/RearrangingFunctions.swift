import Arrays
import Interpreter
import Layers
import TensorEngine

/// Tensor functions that reduce, rearrange, cut and join.
enum RearrangingFunctions {
    static func all(_ numpy: ModuleObject, _ library: LibraryContext) -> [String: TensorFunction] {
        var functions: [String: TensorFunction] = [:]
        for name in ["mean", "sum", "max", "min", "amax", "amin", "prod", "std", "var", "any", "all"] {
            functions[name] = .numpy(numpy, name, ["x", "axis", "keepdims"])
        }
        for name in ["argmax", "argmin"] { functions[name] = .numpy(numpy, name, ["x", "axis", "keepdims"]) }
        let renamed: [(String, [String], [String])] = [
            ("expand_dims", ["x", "axis"], ["a", "axis"]), ("squeeze", ["x", "axis"], ["a", "axis"]),
            ("transpose", ["x", "axes"], ["a", "axes"]), ("flip", ["x", "axis"], ["m", "axis"]),
            ("swapaxes", ["x", "axis1", "axis2"], ["a", "axis1", "axis2"]),
            ("moveaxis", ["x", "source", "destination"], ["a", "source", "destination"]),
            ("roll", ["x", "shift", "axis"], ["a", "shift", "axis"]), ("tile", ["x", "repeats"], ["A", "reps"]),
            ("repeat", ["x", "repeats", "axis"], ["a", "repeats", "axis"]), ("ravel", ["x"], ["a"]),
            ("broadcast_to", ["x", "shape"], ["array", "shape"]),
            ("concatenate", ["xs", "axis"], ["arrays", "axis"]), ("stack", ["x", "axis"], ["arrays", "axis"]),
            ("matmul", ["x1", "x2"], ["a", "b"]), ("dot", ["x1", "x2"], ["a", "b"]),
            ("cumsum", ["x", "axis"], ["a", "axis"]),
        ]
        for (name, parameters, keywords) in renamed {
            functions[name] = .numpy(numpy, name, parameters, passing: keywords)
        }
        functions["reshape"] = reshape
        functions["concatenate_last"] = concatenateLast(numpy)
        functions["pad"] = pad(numpy)
        functions["split"] = split(numpy)
        functions["split_by_sizes"] = splitBySizes
        functions["unstack"] = unstack
        functions["take"] = take
        functions["get_item"] = TensorFunction("GetItem", ["x", "index"]) {
            operands, interpreter throws(RaisedError) in
            let array = ArrayObject(try operands.array(0, interpreter))
            return try array.item(operands.values[1] ?? .none, interpreter) ?? .none
        }
        functions["batch_flatten"] = TensorFunction("Reshape", ["x"]) { operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let size = array.shape.dropFirst().reduce(1, *)
            return .host(ArrayObject(try raising { try array.reshaped([array.shape.first ?? 1, size]) }))
        }
        functions["normalize"] = normalize
        functions["moments"] = TensorFunction("Moments", ["x", "axes", "keepdims"]) {
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

    /// Sizes may be −1, or unknown (None) where a shape was asked of the network: both stand for what is left.
    private static var reshape: TensorFunction {
        TensorFunction("Reshape", ["x", "newshape"]) { operands, interpreter throws(RaisedError) in
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
        TensorFunction("Concatenate", ["tensors", "axis"]) { operands, interpreter throws(RaisedError) in
            guard let function = numpy["concatenate"] else { return .none }
            return try interpreter.call(
                function, CallArguments([try operands.required(0)], keywords: [("axis", operands[1] ?? .int(-1))]))
        }
    }

    private static func pad(_ numpy: ModuleObject) -> TensorFunction {
        TensorFunction("Pad", ["x", "pad_width", "mode", "constant_values"]) {
            operands, interpreter throws(RaisedError) in
            guard let function = numpy["pad"] else { return .none }
            var arguments = CallArguments([try operands.required(0), try operands.required(1)])
            // TensorFlow writes modes in capitals.
            if let mode = operands.text(2) { arguments.keywords.append(("mode", .string(mode.lowercased()))) }
            if let value = operands[3] { arguments.keywords.append(("constant_values", value)) }
            return try interpreter.call(function, arguments)
        }
    }

    private static func split(_ numpy: ModuleObject) -> TensorFunction {
        TensorFunction("Split", ["x", "indices_or_sections", "axis"]) { operands, interpreter throws(RaisedError) in
            guard let function = numpy["split"] else { return .none }
            return try interpreter.call(
                function,
                CallArguments(
                    [try operands.required(0), try operands.required(1)], keywords: [("axis", operands[2] ?? .int(0))]))
        }
    }

    /// `tf.split(value, num_or_size_splits, axis)`: a list gives sizes, not the places of the cuts.
    private static var splitBySizes: TensorFunction {
        TensorFunction("Split", ["value", "num_or_size_splits", "axis"]) {
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
        TensorFunction("Unstack", ["x", "num", "axis"]) { operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let axis = try array.axis(try operands.integer(2) ?? 0)
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

    private static var take: TensorFunction {
        TensorFunction("Take", ["x", "indices", "axis"]) { operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let axis = try array.axis(try operands.integer(2) ?? 0)
            let places = try operands.required(1)
            let wanted = try operands.sizes(1) ?? []
            guard wanted.allSatisfy({ (-array.shape[axis]..<array.shape[axis]).contains($0) }) else {
                throw RaisedError(
                    .indexError, "indices \(wanted) are out of bounds for axis \(axis) with size \(array.shape[axis])")
            }
            let taken = try raising {
                try array.taking(wanted.map { $0 < 0 ? $0 + array.shape[axis] : $0 }, along: axis)
            }
            guard !places.isSequence else { return .host(ArrayObject(taken)) }
            return .host(
                ArrayObject(
                    try raising {
                        try taken.reshaped(taken.shape.indices.filter { $0 != axis }.map { taken.shape[$0] })
                    }))
        }
    }

    /// x / ‖x‖ along axes, as `K.l2_normalize` and `ops.normalize` have it.
    private static var normalize: TensorFunction {
        TensorFunction("Normalize", ["x", "axis"], keepsShape: true) { operands, interpreter throws(RaisedError) in
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
