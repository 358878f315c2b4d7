import Interpreter

/// What a script asks for and does not get, such as training: it is said, and the script goes on. A strict session refuses
/// instead.
final class Omissions {
    /// Whether what cannot be done is an error.
    var isStrict = false
    /// Takes what is said at once.
    var note: (Note) -> Void = { _ in }
    /// What has been said.
    var state = State()

    /// What has been said, and what is still to be.
    struct State {
        fileprivate var said: Set<String> = []
        fileprivate var unsaid: [String] = []
    }

    /// Leaves something out that a script goes on without; says so the first time.
    /// - Parameters:
    ///   - name: what is left out: `fit`.
    ///   - reason: why, in a few words: "nothing is trained yet".
    ///   - instead: what the script finds in its place.
    /// - Throws: NotImplementedError in a strict session.
    func leaveOut(_ name: String, because reason: String, instead: String) throws(RaisedError) {
        guard !isStrict else {
            throw RaisedError(
                .notImplementedError, "`\(name)` cannot be done: \(reason)",
                hint: "without --strict, the script goes on")
        }
        if state.said.insert(name).inserted { note(.omission("\(name): \(reason); \(instead)")) }
    }

    /// Says something once.
    func remark(_ text: String) {
        if state.said.insert(text).inserted { note(.omission(text)) }
    }

    /// Leaves something out that changes no value, such as a picture on the screen; it is only listed at the end.
    func pass(over name: String) throws(RaisedError) {
        guard !isStrict else {
            throw RaisedError(
                .notImplementedError, "`\(name)` does nothing here", hint: "without --strict, the script goes on")
        }
        if state.said.insert(name).inserted { state.unsaid.append(name) }
    }

    /// One line on what was passed over since the last time; nil for nothing.
    func summary() -> String? {
        guard !state.unsaid.isEmpty else { return nil }
        defer { state.unsaid = [] }
        let draws = state.unsaid.contains { ["plt.imshow", "plt.matshow", "plt.plot"].contains($0) }
        return "these calls did nothing: \(state.unsaid.joined(separator: ", "))"
            + (draws ? "; show(x) draws an array or a tensor" : "")
    }
}

extension LibraryContext {
    /// Whether what cannot be done is an error, instead of being left out.
    public var isStrict: Bool {
        get { omissions.isStrict }
        set { omissions.isStrict = newValue }
    }

    /// Says, at the end of a script, which calls did nothing.
    public func noteOmissions() {
        if let text = omissions.summary() { note(.omission(text)) }
    }
}
