import TensorEngine

/// How one element of an output is calculated: what is read, by which weights it is multiplied, and what becomes of the
/// products.
///
/// It holds places, not numbers: `evaluated` puts in the numbers.
public struct Calculation: Sendable {
    /// One of the values that are combined: factor · weight · what is read.
    public struct Term: Sendable {
        /// What is read.
        public var source: Source
        /// Where it is read: the index along each axis after the batch axis; outside of the input in the padding.
        public var place: [Int]
        /// The tap of the window along each spatial axis; empty where there is no window.
        public var taps: [Int] = []
        /// The weight; nil for none.
        public var weight: WeightPlace?
        /// A constant factor.
        public var factor = 1.0
        /// The sample that is read; nil for that of the output.
        public var sample: Int?
    }

    /// What a term reads.
    public enum Source: Sendable {
        /// An element of an input, by the number of the input.
        case input(Int)
        /// Padding, whose value is 0.
        case padding
        /// A number that is the same for all data.
        case constant(Double)
        /// An element of a weight that a function of tensors was given, by the name of the weight.
        case variable(String, Double)
        /// What a step before this one gives: the place is that in the output of the step.
        case step(Calculation)
    }

    /// A number among the weights of a layer.
    public struct WeightPlace: Sendable, Hashable {
        /// Which of the weights, in the order of `Operation.weights(for:)`.
        public let weight: Int
        /// The number's place in row-major order.
        public let index: Int
    }

    /// What becomes of the terms.
    public enum Combining: Sendable, Equatable {
        /// They are added.
        case sum
        /// They are multiplied.
        case product
        /// The first is divided by the others.
        case quotient
        /// The length of the vector that they are: the root of the sum of their squares, at least so much.
        case length(least: Double)
        /// A function takes them together.
        case function(AppliedTerms)
        /// The largest of those that are not padding.
        case largest
        /// The smallest of those that are not padding.
        case smallest
        /// Their mean; padding does not count.
        case mean
        /// The only term, which its weight multiplies where it is negative.
        case leaky
        /// The only term, a whole number, is the row of a table in which the result, the term's weight, stands.
        case lookedUp(row: Int, column: Int)
        /// The only term is normalised: γ · (x − mean) / √(variance + ε) + β, γ being its weight and β the bias.
        case normalized(Statistics, epsilon: Double)
    }

    /// A function of several terms.
    public struct AppliedTerms: Sendable, Equatable {
        /// The class of Keras's operation: `Std`.
        public let name: String
        /// Its value for the values of the terms, in their order.
        let value: @Sendable ([Double]) throws -> Double

        /// Functions of one name, of which a calculation has one only, are equal.
        public static func == (a: AppliedTerms, b: AppliedTerms) -> Bool { a.name == b.name }
    }

    /// Where the mean and the variance of a normalisation come from.
    public enum Statistics: Sendable, Equatable {
        /// They are weights.
        case kept(mean: WeightPlace, variance: WeightPlace)
        /// They are those of elements of the first input. Where the mean is not subtracted it counts as 0; where the variance is
        /// that about 0 it is the mean of the squares.
        case measured(over: [[Int]], subtractsMean: Bool, aboutMean: Bool)
    }

    /// What becomes of the terms.
    public var combining = Combining.sum
    /// The terms; taps in row-major order, the channels of one tap after each other.
    public var terms: [Term]
    /// The weight that is added; nil for none.
    public var bias: WeightPlace?
    /// A constant that is added.
    public var offset = 0.0
    /// The function of all that; nil for none.
    public var activation: ActivationFunction?

    /// A calculation whose result is one element of an input.
    static func copy(of place: [Int], input: Int = 0) -> Calculation {
        Calculation(terms: [Term(source: .input(input), place: place)])
    }
}

/// An operation that can say of each element of its output how it is calculated.
public protocol CalculatedOperation: Operation {
    /// How an element of the output, of any sample, is calculated.
    /// - Parameters:
    ///   - place: its index along each axis after the batch axis, which exists.
    ///   - inputs: the sizes of the inputs, batch axis included.
    /// - Throws: `Refusal` where the sizes do not fit.
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation

    /// How an element of one of several outputs is calculated, or one that has no batch axis.
    /// - Throws: `Refusal` where that is not known.
    func calculation(of element: OutputElement, inputs: [[Int]]) throws(Refusal) -> Calculation
}

extension CalculatedOperation {
    /// The same for all samples.
    public func calculation(of element: OutputElement, inputs: [[Int]]) throws(Refusal) -> Calculation {
        try calculation(of: element.place, inputs: inputs)
    }
}

/// An operation of which the values of the inputs decide how an element is calculated.
public protocol ReadingOperation: CalculatedOperation {
    /// How an element is calculated from these inputs.
    /// - Throws: `Refusal` where the values or sizes do not fit.
    func calculation(of element: OutputElement, data: [Tensor]) throws(Refusal) -> Calculation
}
