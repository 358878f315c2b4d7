import TensorEngine

extension Pooling: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let motion = try motion(over: BatchShape(inputs[0]))
        let (pixel, channel) = motion.parts(of: place)
        let terms = motion.terms(of: pixel, channels: channel..<channel + 1) { _, _ in nil }
        return Calculation(combining: kind == .max ? .largest : .mean, terms: terms)
    }
}

extension GlobalPooling: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let channel = place[keepsAxes && format == .channelsLast ? rank : 0]
        let spatial = Shape(format.spatialAxes(rank: rank + 2).map { inputs[0][$0] })
        let terms = (0..<spatial.dims.reduce(1, *)).map { index in
            let pixel = spatial.indices(of: index)
            return Calculation.Term(
                source: .input(0), place: format == .channelsLast ? pixel + [channel] : [channel] + pixel)
        }
        return Calculation(combining: kind == .max ? .largest : .mean, terms: terms)
    }
}

extension AdaptivePooling: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let axes = Array(format.spatialAxes(rank: rank + 2))
        var places = [place]
        for (axis, size) in zip(axes, size) {
            let bin = IndexRange.binned(input: inputs[0][axis], output: size).indices(of: place[axis - 1])
            places = places.flatMap { place in
                bin.map { index in
                    var place = place
                    place[axis - 1] = index
                    return place
                }
            }
        }
        return Calculation(
            combining: kind == .max ? .largest : .mean,
            terms: places.map { Calculation.Term(source: .input(0), place: $0) })
    }
}

extension Bordering: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let motion = try motion(over: BatchShape(inputs[0]))
        let (pixel, channel) = motion.parts(of: place)
        return Calculation(terms: motion.terms(of: pixel, channels: channel..<channel + 1) { _, _ in nil })
    }
}

extension UpSampling: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let axes = Array(format.spatialAxes(rank: rank + 2))
        let sizes = zip(axes, factors).map { (input: inputs[0][$0], output: inputs[0][$0] * $1) }
        return Calculation(terms: interpolation.terms(of: place, axes: axes.map { $0 - 1 }, sizes, antialias: false))
    }
}

extension ResizingOperation: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let axes = Array(format.spatialAxes(rank: 4))
        let lengths = axes.map { inputs[0][$0] }
        let borders = fit == .stretch ? lengths.map { _ in (0, 0) } : fit.borders(input: lengths, output: size)
        let sizes = zip(zip(lengths, borders), size).map { (input: $0.0 + $0.1.0 + $0.1.1, output: $1) }
        let terms = interpolation.terms(of: place, axes: axes.map { $0 - 1 }, sizes, antialias: antialias)
        return Calculation(
            terms: terms.map { term in
                var term = term
                for (place, axis) in axes.enumerated() {
                    term.place[axis - 1] -= borders[place].0
                    let isInside = (0..<lengths[place]).contains(term.place[axis - 1])
                    if case .pad(let value) = fit, !isInside { term.source = .constant(Double(value)) }
                }
                return term
            })
    }
}

extension CenterCropping: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        guard let starts = starts(BatchShape(inputs[0])) else {
            return try resizing.calculation(of: place, inputs: inputs)
        }
        var source = place
        for (axis, start) in zip(format.spatialAxes(rank: 4), starts) { source[axis - 1] += start }
        return .copy(of: source)
    }
}

extension RandomAugmentation: CalculatedOperation {
    /// At inference images are passed on.
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation { .copy(of: place) }
}

extension Interpolation {
    /// The pixels that a pixel of a resized image is mixed from, each with its share.
    /// - Parameters:
    ///   - axes: which of the place's indices are resized.
    ///   - sizes: the sizes of these axes before and after.
    fileprivate func terms(
        of place: [Int], axes: [Int], _ sizes: [(input: Int, output: Int)], antialias: Bool
    ) -> [Calculation.Term] {
        var terms = [Calculation.Term(source: .input(0), place: place)]
        for (axis, size) in zip(axes, sizes) {
            let mixture = self.mixture(
                of: place[axis], input: size.input, output: size.output, antialias: antialias)
            terms = terms.flatMap { term in
                mixture.weights.enumerated().map { tap, weight in
                    var part = term
                    part.place[axis] = mixture.first + tap
                    part.factor *= Double(weight)
                    return part
                }
            }
        }
        return terms
    }
}
