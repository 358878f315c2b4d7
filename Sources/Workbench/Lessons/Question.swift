import Interpreter
import Library
import Network

/// A question whose answer is a value: `ask("Height now?", c1.shape[1])`.
struct Question {
    /// What is asked.
    let text: String
    /// The right answer.
    let answer: Value
    /// Values that are right, too, such as the whole shape where one size is asked for.
    var alternatives: [Value] = []
    /// Wrong answers that are known, and why somebody would give them.
    var mistakes: [Mistake] = []
    /// What helps to find the answer.
    var hint: String?
    /// The variable whose shape is asked for, which `explain` explains after a wrong answer.
    var subject: String?
    /// What leads to the answer, but for the result; empty where nothing is known.
    var working: [String] = []
    /// Whether that variable may not be asked: it was made by the statement that is asked about.
    var hidesSubject = false

    /// A wrong answer.
    struct Mistake {
        /// The answer.
        let value: Value
        /// Why somebody would give it.
        let reason: String
    }

    /// What an answer is.
    enum Verdict: Equatable {
        case right
        /// Wrong, and why where that is known.
        case wrong(reason: String?)
        /// Of another kind than what is asked for, and what that is.
        case unfit(String)
        /// No answer: something of the session that was looked at.
        case look
    }

    /// Checks an answer by its value.
    func verdict(on value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Verdict {
        for right in [answer] + alternatives where try interpreter.areAlike(value, right) { return .right }
        // A shape of one size is that number.
        if answer.number != nil, let sizes = value.members, !sizes.isEmpty {
            // Rows and columns that are the same, as in `c1.receptive_field`.
            let equal = Array(repeating: answer, count: sizes.count)
            if try interpreter.areAlike(value, .tuple(equal)) { return .right }
        }
        if value.number != nil {
            for case let sizes? in alternatives.map(\.members) where sizes.count == 1 {
                if try interpreter.areAlike(value, sizes[0]) { return .right }
            }
        }
        for mistake in mistakes where try interpreter.areAlike(value, mistake.value) {
            return .wrong(reason: mistake.reason)
        }
        if answer.members != nil, value.number != nil {
            return .unfit("that is one number; the whole shape is asked for")
        }
        if case .string = value, answer.number != nil { return .unfit("a number is asked for, without quotes") }
        if value.members != nil, answer.number != nil {
            return .unfit("those are several numbers; one is asked for")
        }
        return .wrong(reason: nil)
    }
}

/// Something to do: `task("Make 14 rows with stride 2.", lambda y: y.shape[1] == 14, "Conv2D(…)(x)")`.
struct LessonTask {
    /// What is to be done.
    let text: String
    /// A function that tells whether a result is right.
    let check: Value
    /// A statement that does it.
    let solution: String
    /// What helps to find it.
    let hint: String?
    /// Whether it has to be done in the words of Keras 3.
    var refusesOldWords = false
    /// What the check is made of, where that is known.
    var conditions: TaskConditions?

    /// Whether a result is right; a result with which the check fails is not.
    func isSolved(by value: Value, _ interpreter: Interpreter) -> Bool {
        guard !(refusesOldWords && value.isInOldWords) else { return false }
        guard let answer = try? interpreter.call(check, CallArguments([value])) else { return false }
        return (try? answer.truth()) ?? false
    }

    /// Whether a result is of the kind that the task is about: what the check cannot look at is something else that was tried.
    func concerns(_ value: Value, _ interpreter: Interpreter) -> Bool {
        if case .host(let object) = value, let tensor = (object as? TensorObject)?.tensor, !tensor.node.inputs.isEmpty {
            return true
        }
        return (try? interpreter.call(check, CallArguments([value]))) != nil
    }

    /// What a result lacks that does not solve the task.
    func lack(of value: Value, _ interpreter: Interpreter) -> String {
        if let lack = conditions?.lack(of: value, interpreter) { return lack }
        return refusesOldWords && value.isInOldWords ? "those are words of Keras 1" : text
    }
}

extension Interpreter {
    /// Whether two values are equal; a list equals the tuple with its items, and numbers equal to six digits are.
    fileprivate func areAlike(_ left: Value, _ right: Value) throws(RaisedError) -> Bool {
        if let a = left.members, let b = right.members {
            guard a.count == b.count else { return false }
            for (x, y) in zip(a, b) where !(try areAlike(x, y)) { return false }
            return true
        }
        if case .string(let a) = left, case .string(let b) = right { return a.plainWord == b.plainWord }
        if case .float(let b) = right, let a = left.number { return abs(a - b) <= 1e-6 * max(abs(b), 1) }
        return try areEqual(left, right)
    }
}

extension Value {
    /// Whether it was made by a layer that was called in the words of Keras 1.
    fileprivate var isInOldWords: Bool {
        guard case .host(let object) = self, let layer = (object as? TensorObject)?.tensor.layer as? CatalogueLayer
        else {
            return false
        }
        return layer.made.arguments.translation != nil
    }

    fileprivate var members: [Value]? {
        switch self {
        case .tuple(let items): items
        case .list(let list): list.items
        default: nil
        }
    }

    var number: Double? {
        switch self {
        case .int(let number): Double(number)
        case .float(let number): number
        default: nil
        }
    }
}

extension String {
    /// An answer in words without what may be said with it: `The number of filters` as `filter`.
    fileprivate var plainWord: String {
        var word = String(lowercased().map { "_-".contains($0) ? " " : $0 })
        for beginning in ["the ", "a ", "number of "] where word.hasPrefix(beginning) {
            word = String(word.dropFirst(beginning.count))
        }
        return word.hasSuffix("s") ? String(word.dropLast()) : word
    }
}
