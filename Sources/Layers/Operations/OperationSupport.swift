import TensorEngine

/// The axes that a shape has, for a refusal.
func axisRange(_ shape: BatchShape) -> String {
    "axes are 0 to \(shape.rank - 1), or counted from the end -\(shape.rank) to -1"
}

/// The divisors of a number, for "groups may be 1, 2, 4".
func divisors(of number: Int) -> String {
    let all = (1...min(max(number, 1), 4096)).filter { number % $0 == 0 }
    return all.map(String.init).joined(separator: ", ")
}

/// The numbers that divide two others, for "groups may be 1, 2".
func commonDivisors(of first: Int, _ second: Int) -> String {
    var (a, b) = (first, second)
    while b > 0 { (a, b) = (b, a % b) }
    return divisors(of: a)
}

/// Axes counted from the front.
/// - Throws: `Refusal` for an axis that the shape does not have.
func axisPositions(
    _ axes: [Int], _ shape: BatchShape, kind: Refusal.Kind = .indexError
) throws(Refusal) -> [Int] {
    var result: [Int] = []
    for axis in axes {
        let place = axis < 0 ? axis + shape.rank : axis
        guard (0..<shape.rank).contains(place) else {
            throw Refusal(
                kind, argument: "axis", "The `axis` is out of range for an input with \(shape.rank) axes.",
                received: "axis=\(axis), input_shape=\(shape)", remedy: axisRange(shape))
        }
        result.append(place)
    }
    return result.sorted()
}

/// Runs engine arithmetic, turning its errors into refusals.
func refusing<Result>(_ body: () throws(EngineError) -> Result) throws(Refusal) -> Result {
    do { return try body() } catch { throw Refusal(error) }
}

extension Refusal {
    /// An error of the engine, in the words of the catalogue.
    public init(_ error: EngineError) {
        switch error {
        case .outOfMemory: self.init(.memoryError, error.description)
        case .sizeOverflow: self.init(.overflowError, error.description)
        case .unsupportedType: self.init(.typeError, error.description)
        case .interrupted: self.init(.keyboardInterrupt, "")
        default: self.init(.valueError, error.description)
        }
    }
}

extension BoundArguments {
    /// The initializer of the weight of that name; zeros where it is None, as Keras has it for a bias.
    func weightInitializer(_ weight: String) throws(Refusal) -> Made<Initializer> {
        if let made = initializer("\(weight)_initializer") { return made }
        return try Definition<Initializer>.zeros.makeDefault(settings: settings)
    }
}

extension DataFormat {
    /// The engine's name for this format.
    public var layout: TensorLayout { self == .channelsLast ? .channelsLast : .channelsFirst }
}
