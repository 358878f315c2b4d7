/// What a person may say to a lesson.
enum LessonWord: String, CaseIterable {
    case hint, solution, skip, back

    /// `hint, solution, skip or back`
    static var list: String {
        let words = allCases.map(\.rawValue)
        return "\(words.dropLast().joined(separator: ", ")) or \(words[words.count - 1])"
    }
}
