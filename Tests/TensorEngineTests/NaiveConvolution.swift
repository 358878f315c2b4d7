import TensorEngine

/// A convolution written straight from its definition, in doubles, sharing nothing with the engine: the oracle.
struct NaiveConvolution {
    let geometry: ConvolutionGeometry

    /// The result and, for each element, the sum of the magnitudes that went into it.
    struct Result {
        var values: [Double]
        var magnitudes: [Double]
    }

    func callAsFunction(_ input: [Float], kernel: [Float], bias: [Float]?, samples: Int) -> Result {
        let g = geometry
        let (channels, filters) = (g.channels / g.groups, g.filters / g.groups)
        var values: [Double] = []
        var magnitudes: [Double] = []
        let taps = positions(g.kernel)
        for sample in 0..<samples {
            for output in positions(g.outputSize) {
                let seen = taps.enumerated().compactMap { number, tap in
                    pixel(output, tap).map { (number, $0 + sample * g.inputSize.reduce(1, *)) }
                }
                for filter in 0..<g.filters {
                    var sum = Double(bias?[filter] ?? 0)
                    var magnitude = abs(sum)
                    for (tap, pixel) in seen {
                        for channel in 0..<channels {
                            let x = input[pixel * g.channels + filter / filters * channels + channel]
                            let w = kernel[(tap * channels + channel) * g.filters + filter]
                            sum += Double(x) * Double(w)
                            magnitude += abs(Double(x) * Double(w))
                        }
                    }
                    values.append(sum)
                    magnitudes.append(magnitude)
                }
            }
        }
        return Result(values: values, magnitudes: magnitudes)
    }

    /// The input pixel that a tap sees from an output pixel; nil in the padding.
    private func pixel(_ output: [Int], _ tap: [Int]) -> Int? {
        let g = geometry
        let at = g.kernel.indices.map { output[$0] * g.strides[$0] - g.padBefore[$0] + tap[$0] * g.dilation[$0] }
        return at.indices.allSatisfy { at[$0] >= 0 && at[$0] < g.inputSize[$0] } ? flat(at, g.inputSize) : nil
    }
}

/// All index tuples below some sizes, in row-major order.
func positions(_ sizes: [Int]) -> [[Int]] {
    sizes.reduce([[]]) { tuples, size in tuples.flatMap { tuple in (0..<size).map { tuple + [$0] } } }
}

/// The row-major place of an index tuple.
func flat(_ index: [Int], _ sizes: [Int]) -> Int { zip(index, sizes).reduce(0) { $0 * $1.1 + $1.0 } }
