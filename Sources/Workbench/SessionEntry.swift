extension Session {
    /// A statement that was run.
    public struct Entry: Sendable {
        /// Its code.
        public let code: String
        /// Whether it raised an error.
        public let hasFailed: Bool
        /// What is left of it.
        var kind = Kind.statement

        /// What is left of an entry.
        enum Kind: Sendable {
            /// Something that could be taken back.
            case statement
            /// How things are shown or read from then on.
            case setting
            /// Nothing: it only showed something.
            case display
            /// Nothing once the lesson is left in which it was typed, as it stands on names of the lesson.
            case lesson
            /// Something unknown: it did not come to its end.
            case interrupted
        }

        /// Whether it runs as well when the session begins anew.
        var isRepeatable: Bool { !hasFailed && kind != .lesson }

        /// Whether it is run when the session begins anew. One that failed may have changed something before it did.
        var isRunAnew: Bool { kind != .lesson && kind != .interrupted }

        /// Whether it left something that could be taken back.
        var changedSomething: Bool { kind == .statement && !hasFailed }
    }
}
