/// What became of the questions since the lesson was begun.
struct LessonTally {
    var atOnce = 0
    var skipped = 0

    /// `: 5 of 7 answers right at once, 1 skipped`; empty where nothing was answered.
    func text(of count: Int) -> String {
        let parts = [
            atOnce > 0 ? "\(atOnce) of \(count) right at once" : nil, skipped > 0 ? "\(skipped) skipped" : nil,
        ].compactMap { $0 }
        return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    }
}
