import TensorEngine

extension DenseOperation: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let unit = place[place.count - 1]
        let before = Array(place.dropLast())
        let terms = (0..<inputs[0][place.count]).map { channel in
            Calculation.Term(
                source: .input(0), place: before + [channel], weight: .init(weight: 0, index: channel * units + unit))
        }
        return Calculation(
            terms: terms, bias: useBias ? .init(weight: 1, index: unit) : nil,
            activation: arguments.activation()?.effective)
    }
}

extension ElementwiseMerging: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let terms = inputs.enumerated().map { index, sizes in
            // An input of fewer axes is aligned at its last one; an axis of size 1 is repeated.
            let own = zip(place.suffix(sizes.count - 1), sizes.dropFirst()).map { $1 == 1 ? 0 : $0 }
            let isSubtracted = operation == .subtract && index > 0
            return Calculation.Term(source: .input(index), place: own, factor: isSubtracted ? -1 : 1)
        }
        let combining: Calculation.Combining
        switch operation {
        case .add, .subtract: combining = isMean ? .mean : .sum
        case .multiply: combining = .product
        case .maximum: combining = .largest
        case .minimum: combining = .smallest
        case .divide: throw Refusal(.notImplementedError, "The terms of a division are not known.")
        }
        return Calculation(combining: combining, terms: terms)
    }
}

extension DotProduct: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let (x, y) = try summedAxes(BatchShape(inputs[0]), BatchShape(inputs[1]))
        // The output has the left axes but the summed one, then the right ones but the summed one.
        let left = Array(place.prefix(inputs[0].count - 2))
        let right = Array(place.dropFirst(left.count).prefix(inputs[1].count - 2))
        func term(_ input: Int, _ others: [Int], _ axis: Int, _ index: Int) -> Calculation.Term {
            var place = others
            place.insert(index, at: axis - 1)
            return Calculation.Term(source: .input(input), place: place)
        }
        func length(_ input: Int, _ others: [Int], _ axis: Int) -> Calculation.Term {
            UnitNormalizing.length(of: (0..<inputs[input][axis]).map { term(input, others, axis, $0) })
        }
        let terms = (0..<inputs[0][x]).map { index in
            let factors = [term(0, left, x, index), term(1, right, y, index)]
            return Calculation.Term(source: .step(Calculation(combining: .product, terms: factors)), place: [index])
        }
        guard normalizes else { return Calculation(terms: terms) }
        let sum = Calculation.Term(source: .step(Calculation(terms: terms)), place: [])
        return Calculation(combining: .quotient, terms: [sum, length(0, left, x), length(1, right, y)])
    }
}

extension Concatenating: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let axis = (axis < 0 ? axis + place.count + 1 : axis) - 1
        guard axis >= 0 else { throw Refusal(argument: "axis", "The batch axis is joined.") }
        var place = place
        for (index, sizes) in inputs.enumerated() {
            if place[axis] < sizes[axis + 1] { return .copy(of: place, input: index) }
            place[axis] -= sizes[axis + 1]
        }
        return .copy(of: place, input: inputs.count - 1)
    }
}

extension RescalingOperation: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        func number(_ tensor: Tensor) -> Double {
            let own = zip(place.suffix(tensor.shape.rank), tensor.shape.dims).map { $1 == 1 ? 0 : $0 }
            return Double(tensor[flat: tensor.shape.place(of: own)])
        }
        guard max(scale.shape.rank, offset.shape.rank) <= place.count else {
            throw Refusal(argument: "scale", "The batch axis has factors of its own.")
        }
        var result = Calculation.copy(of: place)
        result.terms[0].factor = number(scale)
        result.offset = number(offset)
        return result
    }
}

extension ActivationOperation: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        var result = Calculation.copy(of: place)
        result.activation = function
        return result
    }
}

extension PReLUOperation: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let slopes = Shape(try weights(for: [BatchShape(inputs[0])])[0].shape)
        let own = zip(place, slopes.dims).map { $1 == 1 ? 0 : $0 }
        return Calculation(
            combining: .leaky,
            terms: [
                Calculation.Term(
                    source: .input(0), place: place, weight: .init(weight: 0, index: slopes.place(of: own)))
            ])
    }
}

extension SoftmaxOperation: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        var result = Calculation.copy(of: place)
        result.activation = ActivationFunction(mixing: axes.count == 1 ? .axis(axes[0]) : .unknown) { tensor in
            try output(of: [tensor], OperationContext(LayerState(weights: [])))
        }
        return result
    }
}

extension IdentityOperation: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation { .copy(of: place) }
}

extension NoiseOperation: CalculatedOperation {
    /// At inference the input is passed on.
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation { .copy(of: place) }
}

extension Flattening: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let sizes = Array(inputs[0].dropFirst())
        guard format == .channelsFirst, sizes.count > 1 else {
            return .copy(of: Shape(sizes).indices(of: place[0]))
        }
        // Channels go last before the axes become one.
        let moved = Shape(Array(sizes.dropFirst()) + [sizes[0]]).indices(of: place[0])
        return .copy(of: [moved[moved.count - 1]] + moved.dropLast())
    }
}

extension Reshaping: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let target = try outputShape(for: [BatchShape(inputs[0])]).perSample.compactMap(\.known)
        return .copy(of: Shape(Array(inputs[0].dropFirst())).indices(of: Shape(target).place(of: place)))
    }
}

extension Repeating: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation { .copy(of: [place[1]]) }
}

extension Permuting: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        var source = place
        for (target, axis) in order.enumerated() { source[axis - 1] = place[target] }
        return .copy(of: source)
    }
}
