import TensorEngine

/// Keras's `SeedGenerator`: every call gives a new seed, whose second number counts the calls.
public final class SeedGenerator: @unchecked Sendable {
    // A session runs on one thread at a time.

    /// The seed for the next call.
    public private(set) var state: RandomSeed
    private let journal: Journal?

    /// A generator that begins with `(seed, 0)`.
    /// - Parameter journal: keeps the state from before a statement; nil outside of a session.
    public init(seed: Int, journal: Journal? = nil) {
        state = RandomSeed(seed)
        self.journal = journal
    }

    /// Goes back to a state.
    public func restore(_ state: RandomSeed) { self.state = state }

    private func keepState() {
        let before = state
        journal?.keep(self) { self.state = before }
    }

    /// The seed for this call.
    public func next() -> RandomSeed {
        keepState()
        defer { state = RandomSeed(state.first, state.second &+ 1) }
        return state
    }

    /// The seed for this call; the state then takes a leap, as that of Keras's global generator does.
    public func nextLeaping() -> RandomSeed {
        keepState()
        func leap(_ number: Int) -> Int { (number &+ 1) &* 5387 % 933_199 }
        defer { state = RandomSeed(leap(state.first), leap(state.second)) }
        return state
    }
}

/// Where the random numbers of an initializer come from.
public enum SeedSource: Sendable {
    /// A number: the same values at every call.
    case number(Int)
    /// A generator: other values at every call.
    case generator(SeedGenerator)

    /// The seed for one call.
    func next() -> RandomSeed {
        switch self {
        case .number(let number): RandomSeed(number)
        case .generator(let generator): generator.next()
        }
    }
}
