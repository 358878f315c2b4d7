import Library

/// The names of layers and the random numbers of a lesson. They are apart from those of the person, whose layers are named and
/// filled as if there had been no lesson, so that they are the same when the session is saved and run again.
final class LessonState {
    private let library: LibraryContext
    /// The state after the last statement of the lesson; nil before the first one.
    private var own: LibraryContext.Snapshot?

    init(_ library: LibraryContext) { self.library = library }

    /// Runs something in the lesson's state.
    func apart<Answer>(_ body: () -> Answer) -> Answer {
        let before = library.snapshot
        if let own { library.restore(own) }
        defer {
            own = library.snapshot
            library.restore(before)
        }
        return body()
    }
}
