/// What a statement changes, so that one that fails can be taken back: weights and the states of seed generators.
///
/// Each object is kept once, as it was when the statement first changed it. Statements nest: a part of one may be taken back
/// alone.
public final class Journal: @unchecked Sendable {
    // A session runs on one thread at a time.
    private var open: [[ObjectIdentifier: Entry]] = []

    private struct Entry {
        /// Held, so that no other object gets its identity.
        let object: AnyObject
        let restore: () -> Void
    }

    /// A journal outside of any statement, which keeps nothing.
    public init() {}

    /// Keeps an object as it is, unless the statement has changed it before.
    /// - Parameter restore: makes the object what it is now.
    public func keep(_ object: AnyObject, _ restore: @escaping () -> Void) {
        let key = ObjectIdentifier(object)
        guard let last = open.indices.last, open[last][key] == nil else { return }
        open[last][key] = Entry(object: object, restore: restore)
    }

    /// Whether the statement has changed anything.
    public var hasChanges: Bool { open.last?.isEmpty == false }

    /// Begins a statement.
    public func begin() { open.append([:]) }

    /// Ends the statement and takes back what it changed.
    public func restore() { for entry in (open.popLast() ?? [:]).values { entry.restore() } }

    /// Ends the statement; what it changed stays, unless the statement around it is taken back.
    public func commit() {
        guard let ended = open.popLast(), let last = open.indices.last else { return }
        open[last].merge(ended) { before, _ in before }
    }
}
