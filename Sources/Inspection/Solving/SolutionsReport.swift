import Layers

/// Layers that give a wanted shape, each as a line to type.
public struct SolutionsReport: Report {
    /// What is asked: `solve` or `restore`.
    public enum Question: String, Sendable {
        case solve, restore
    }

    /// What is asked.
    public let question: Question
    /// What the layers are called on, by the name that it has in the script.
    public let input: String
    /// Its shape.
    public let inputShape: BatchShape
    /// The sizes wanted, without the batch; nil where any will do.
    public let target: [Int?]
    /// The layers, the simplest first.
    public let solutions: [VerifiedChain]
    /// Whether they give the sizes; otherwise those that come nearest.
    public let areExact: Bool

    /// A report on layers that were found.
    public init(
        _ question: Question, input: String, inputShape: BatchShape, target: [Int?], solutions: [VerifiedChain],
        areExact: Bool
    ) {
        self.question = question
        self.input = input
        self.inputShape = inputShape
        self.target = target
        self.solutions = solutions
        self.areExact = areExact
    }
}
