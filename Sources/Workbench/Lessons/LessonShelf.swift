/// Where lessons are found, and how far a person has come in each; whoever makes the session decides how.
public struct LessonShelf: Sendable {
    /// The files of the lessons that come with the program, by name, in order.
    public var files: @Sendable () -> [(name: String, path: String)]
    /// The records of progress, one a line; empty where there are none.
    public var records: @Sendable () -> String
    /// Adds a record, a line without its end.
    public var add: @Sendable (_ record: String) throws -> Void
    /// Whether there is a place for records.
    public var keepsRecords = true

    /// Lessons and records as the functions have them.
    public init(
        files: @escaping @Sendable () -> [(name: String, path: String)],
        records: @escaping @Sendable () -> String, add: @escaping @Sendable (_ record: String) throws -> Void
    ) {
        self.files = files
        self.records = records
        self.add = add
    }

    /// No lessons, and nothing kept.
    public static let none = LessonShelf(files: { [] }, records: { "" }, add: { _ in })

    /// How far a person has come in a lesson.
    struct Progress: Equatable {
        /// Questions that are behind.
        let done: Int
        /// Questions in all.
        let count: Int
        /// Whether the person has once come to the end.
        var isComplete = false

        init(done: Int, count: Int) {
            (self.done, self.count) = (done, count)
            isComplete = done >= count
        }
    }

    /// The progress in each lesson: its last record counts, and one that it was done. Lines that are no records, such as half a line that a killed
    /// program left, are passed over.
    func progress() -> [String: Progress] {
        var result: [String: Progress] = [:]
        for line in records().split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 3, let done = Int(words[1]), let count = Int(words[2]), (0...count).contains(done)
            else {
                continue
            }
            var progress = Progress(done: done, count: count)
            if result[String(words[0])]?.isComplete == true { progress.isComplete = true }
            result[String(words[0])] = progress
        }
        return result
    }

    /// Keeps how far a person has come.
    func keep(_ progress: Progress, of lesson: String) throws {
        try add("\(lesson.filter { !$0.isWhitespace }) \(progress.done) \(progress.count)")
    }
}
