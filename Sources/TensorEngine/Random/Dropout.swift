/// Sets a part of the elements to zero, chosen at random, and scales the others by 1 / (1 − rate).
///
/// An element stays where a number in [0, 1) of the seed's stream is at least `rate`. Source: TensorFlow's `stateless_dropout`.
/// - Parameters:
///   - rate: the part that is dropped, from 0 to 1.
///   - noiseShape: the shape of the random numbers, which are broadcast; nil sizes are those of the tensor, nil as a whole
///     gives every element its own number.
/// - Throws: `shapeMismatch` where the numbers cannot be broadcast to the tensor, `outOfMemory`, `interrupted`.
public func dropout(
    _ tensor: Tensor, rate: Double, noiseShape: [Int?]? = nil, seed: RandomSeed
) throws(EngineError) -> Tensor {
    guard rate > 0 else { return tensor }
    guard rate < 1 else { return try Tensor(zeros: tensor.shape) }
    let scale = Float(1 / (1 - rate))
    return try selecting(tensor, rate: rate, noiseShape: noiseShape, seed: seed) { $0 ? $1 * scale : 0 }
}

/// Dropout that keeps mean and variance of inputs that are normally distributed: dropped elements take a negative value, and
/// all are scaled and shifted.
///
/// Source: Klambauer et al. 2017, https://arxiv.org/abs/1706.02515; Keras's `AlphaDropout`.
/// - Throws: as `dropout`.
public func alphaDropout(
    _ tensor: Tensor, rate: Double, noiseShape: [Int?]? = nil, seed: RandomSeed
) throws(EngineError) -> Tensor {
    guard rate > 0 else { return tensor }
    let dropped = -1.6732632423543772848170429916717 * 1.0507009873554804934193349852946
    let scale = 1 / ((1 - rate) * (1 + rate * dropped * dropped)).squareRoot()
    let (a, b, value) = (Float(scale), Float(-scale * dropped * rate), Float(dropped))
    return try selecting(tensor, rate: rate, noiseShape: noiseShape, seed: seed) { a * ($0 ? $1 : value) + b }
}

/// A value for each element and for whether it stays.
private func selecting(
    _ tensor: Tensor, rate: Double, noiseShape: [Int?]?, seed: RandomSeed, _ value: (Bool, Float) -> Float
) throws(EngineError) -> Tensor {
    var sizes = tensor.shape.dims
    if let noiseShape {
        sizes = []
        for (axis, size) in noiseShape.enumerated() {
            guard let known = size ?? (axis < tensor.shape.rank ? tensor.shape[axis] : nil) else {
                throw .shapeMismatch("the noise shape has more axes than the tensor of shape \(tensor.shape)")
            }
            sizes.append(known)
        }
    }
    var numbers = try Tensor.uniform(Shape(sizes), seed: seed)
    let shape = try tensor.shape.broadcast(with: numbers.shape)
    let zeros = try Tensor(zeros: shape)
    if numbers.shape != shape { numbers = try combine(numbers, zeros, .add) }
    let input = tensor.shape == shape ? tensor : try combine(tensor, zeros, .add)
    let output = try Tensor(uninitialized: shape)
    let threshold = Float(rate)
    for index in 0..<output.count {
        if index % 65536 == 0 { try Interrupt.check() }
        output.storage.base[index] = value(
            numbers.storage.base[index] >= threshold, input.storage.base[index])
    }
    return output
}
