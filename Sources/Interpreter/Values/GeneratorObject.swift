/// A generator: code that stops at each `yield` and goes on from there when it is asked again.
final class GeneratorObject: IteratorObject {
    /// What makes a generator go on.
    enum Signal {
        /// The value that `yield` answers: None for `next`.
        case value(Value)
        /// An exception that is raised at the `yield`.
        case error(RaisedError)
    }

    /// How far it went.
    enum Step {
        case value(Value)
        /// The end, with what the code returned.
        case finished(Value)
    }

    /// Runs the code up to the next `yield`, or to its end.
    typealias Advance = (Signal) throws(RaisedError) -> Step

    /// The name of the function.
    let name: String
    /// The name with those of the functions around it.
    let qualifiedName: String
    private let interpreter: Interpreter
    /// The code and its variables; nil once it has ended.
    private var advance: Advance?
    /// Whether there is something to do when it is dropped halfway: a `finally` or the end of a `with`.
    private let hasCleanup: Bool
    private var isStarted = false
    /// Whether its code is running now.
    private(set) var isRunning = false
    private var returned = Value.none

    init(
        _ name: String, _ qualifiedName: String, _ interpreter: Interpreter, hasCleanup: Bool = false,
        _ advance: @escaping Advance
    ) {
        self.name = name
        self.qualifiedName = qualifiedName
        self.interpreter = interpreter
        self.hasCleanup = hasCleanup
        self.advance = advance
        super.init("generator") { () throws(RaisedError) in nil }
    }

    deinit { if hasCleanup, isStarted, let advance { interpreter.abandon(advance) } }

    /// Whether it has yielded and not ended.
    var isSuspended: Bool { isStarted && !isRunning && advance != nil }

    /// What the code returned, told once.
    override var result: Value {
        defer { returned = .none }
        return returned
    }

    override func next() throws(RaisedError) -> Value? { try resume(.value(.none)) }

    /// Goes on to the next `yield`; nil at the end.
    func resume(_ signal: Signal) throws(RaisedError) -> Value? {
        guard !isRunning else { throw RaisedError(.valueError, "generator already executing") }
        guard let advance else {
            returned = .none
            if case .error(let error) = signal { throw error }
            return nil
        }
        if !isStarted { try requireStart(signal) }
        try interpreter.enter()
        (isStarted, isRunning) = (true, true)
        defer {
            isRunning = false
            interpreter.callDepth -= 1
        }
        let step: Step
        do throws(RaisedError) { step = try advance(signal) } catch {
            self.advance = nil
            throw GeneratorObject.leaving(error)
        }
        switch step {
        case .value(let value): return value
        case .finished(let value):
            self.advance = nil
            returned = value
            return nil
        }
    }

    /// Before the first `yield` there is nothing that could take a value or an exception.
    private func requireStart(_ signal: Signal) throws(RaisedError) {
        switch signal {
        case .value(.none): return
        case .value: throw RaisedError(.typeError, "can't send non-None value to a just-started generator")
        case .error(let error):
            advance = nil
            throw error
        }
    }

    /// An exception as it leaves a generator, which must not end the loop around it by accident.
    private static func leaving(_ error: RaisedError) -> RaisedError {
        guard error.exception.type.isKind(of: .stopIteration) else { return error }
        let result = RaisedError(.runtimeError, "generator raised StopIteration")
        (result.exception.cause, result.exception.context) = (error.exception, error.exception)
        result.exception.location = error.exception.location
        return result
    }

    /// Ends it: its code runs on with a GeneratorExit.
    func close() throws(RaisedError) {
        guard advance != nil || isRunning else { return }
        do throws(RaisedError) {
            guard try resume(.error(RaisedError(ExceptionObject(.generatorExit, [])))) == nil else {
                throw RaisedError(.runtimeError, "generator ignored GeneratorExit")
            }
        } catch {
            guard error.exception.type.isKind(of: .generatorExit) || error.exception.type.isKind(of: .stopIteration)
            else { throw error }
        }
        _ = result
    }
}

extension Interpreter {
    /// Whether a generator was dropped halfway that has something to put in order.
    @inline(__always)
    var hasAbandoned: Bool { !abandoned.isEmpty }

    /// Remembers what a generator that nobody holds any more has to put in order. Its code cannot run at once: what let go of the
    /// generator may be about to change the same variable.
    func abandon(_ advance: @escaping GeneratorObject.Advance) { abandoned.append(advance) }

    /// Ends the generators that were dropped halfway; what they raise is lost, as in Python.
    func closeAbandoned() {
        // Each may drop others.
        while !abandoned.isEmpty {
            let advance = abandoned.removeFirst()
            _ = try? advance(.error(RaisedError(ExceptionObject(.generatorExit, []))))
        }
    }
}
