/// What became of the questions since the lesson was begun or gone on with: of each what came first, also where the person goes
/// back to it.
struct LessonTally {
    private enum Outcome { case atOnce, later, skipped }

    private var outcomes: [Int: Outcome] = [:]
    /// Whether it began with the first question.
    var isWhole = true

    /// Notes that a question was answered right.
    mutating func noteRight(_ question: Int) { note(.atOnce, question) }

    /// Notes that a question was answered wrong at first, or with help.
    mutating func noteTrouble(_ question: Int) { note(.later, question) }

    /// Notes that a question was skipped.
    mutating func noteSkip(_ question: Int) { note(.skipped, question) }

    private mutating func note(_ outcome: Outcome, _ question: Int) {
        // Who skips a question after a wrong answer has skipped it.
        if outcomes[question] == nil || (outcomes[question] == .later && outcome == .skipped) {
            outcomes[question] = outcome
        }
    }

    /// `: 5 of 7 right at once, 1 skipped`; empty where nothing was answered.
    /// - Parameter count: the questions of the lesson.
    func text(of count: Int) -> String {
        let skipped = outcomes.values.filter { $0 == .skipped }.count
        let atOnce = outcomes.values.filter { $0 == .atOnce }.count
        let questions = isWhole ? "\(count)" : "the last \(outcomes.count)"
        let parts = [
            atOnce > 0 ? "\(atOnce) of \(questions) right at once" : nil, skipped > 0 ? "\(skipped) skipped" : nil,
        ].compactMap { $0 }
        return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    }
}
