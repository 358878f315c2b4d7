import Language

/// The slots through which a generator and its code talk to each other.
struct GeneratorSlots {
    /// What was yielded.
    let yielded: Int
    /// The value that `yield` answers.
    let sent: Int
    /// The exception that is raised at the `yield`.
    let thrown: Int
    let scope: Scope

    init(in scope: Scope) {
        self.scope = scope
        (yielded, sent, thrown) = (scope.declareHidden(), scope.declareHidden(), scope.declareHidden())
    }
}

extension Scope {
    /// Makes a slot whose name no script can write.
    func declareHidden() -> Int { declare(".hidden\(slotCount)") }
}

extension Frame {
    /// The value of a slot, which is empty afterwards.
    @inline(__always)
    func take(_ slot: Int) -> Value? {
        defer { slots[slot] = nil }
        return slots[slot]
    }

    /// The number in a slot, which is empty afterwards; 0 where it has none.
    @inline(__always)
    func takeNumber(_ slot: Int) -> Int {
        if case .int(let number)? = take(slot) { number } else { 0 }
    }
}

/// The body of a generator function is compiled to code that can stop and go on. Each statement with a `yield` in it keeps its
/// position in slots of the generator's own frame: they are empty unless the statement has stopped in the middle.
extension Compiler {
    /// Turns a failure of the rewriting into an error.
    func hoisted(_ rewrite: () throws(SyntaxFailure) -> [Statement]) throws(RaisedError) -> [Statement] {
        do throws(SyntaxFailure) { return try rewrite() } catch { throw RaisedError(error, in: source) }
    }

    /// Code that makes the generator of a call.
    func generator(_ name: String, _ statements: [Statement], _ inside: Scope) throws(RaisedError) -> Evaluate {
        let slots = GeneratorSlots(in: inside)
        var compiler = inner(inside, named: name)
        compiler.generator = slots
        let body = try compiler.compile(statements)
        let hasCleanup = statements.contains(where: \.hasCleanup)
        let interpreter = self.interpreter
        let qualifiedName = qualification + name
        return { frame throws(RaisedError) in
            .iterator(
                GeneratorObject(name, qualifiedName, interpreter, hasCleanup: hasCleanup) {
                    signal throws(RaisedError) in
                    switch signal {
                    case .value(let value): frame.slots[slots.sent] = value
                    case .error(let error): frame.slots[slots.thrown] = .exception(error.exception)
                    }
                    switch try body(frame) {
                    case .suspended: return .value(frame.take(slots.yielded) ?? .none)
                    case .returning(let value): return .finished(value)
                    default: return .finished(.none)
                    }
                })
        }
    }

    /// Code for a statement with a `yield` in it.
    func resumable(_ statement: Statement, _ generator: GeneratorSlots) throws(RaisedError) -> Execute {
        switch statement.kind {
        case .expression(let value): return try yielding(value, nil, generator)
        case .assign(let targets, let value): return try yielding(value, try target(targets[0]), generator)
        case .conditional(let branches, let otherwise): return try resumable(branches, otherwise, generator)
        case .whileLoop(let test, let body, let otherwise):
            return try resumableWhile(test, body, otherwise, generator)
        case .forLoop(let target, let iterable, let body, let otherwise):
            return try resumableFor(target, iterable, body, otherwise, generator)
        case .trying(let body, let clauses, let otherwise, let finally):
            return try resumableTry(body, clauses, otherwise, finally, generator)
        case .with(let items, let body): return try resumableWith(items, body, generator)
        default: throw failure("'yield' cannot stand here", statement.span)
        }
    }

    /// Code that runs statements one after the other.
    func resumable(_ parts: [Execute], _ generator: GeneratorSlots) -> Execute {
        let position = generator.scope.declareHidden()
        let interpreter = self.interpreter
        return { frame throws(RaisedError) in
            var index = frame.takeNumber(position)
            while index < parts.count {
                let flow = try parts[index](frame)
                if interpreter.hasAbandoned { interpreter.closeAbandoned() }
                switch flow {
                case .normal: index += 1
                case .suspended:
                    frame.slots[position] = .int(index)
                    return flow
                default: return flow
                }
            }
            return .normal
        }
    }

    // MARK: yield

    private func yielding(
        _ expression: Expression, _ store: Store?, _ generator: GeneratorSlots
    ) throws(RaisedError) -> Execute {
        switch expression.kind {
        case .yield(let value): return try yielding(value, store, expression.span, generator)
        case .yieldFrom(let value): return try delegating(value, store, expression.span, generator)
        default: throw failure("'yield' cannot stand here", expression.span)
        }
    }

    private func yielding(
        _ value: Expression?, _ store: Store?, _ span: Span, _ generator: GeneratorSlots
    ) throws(RaisedError) -> Execute {
        let isWaiting = generator.scope.declareHidden()
        let value = try value.map { expression throws(RaisedError) in try compile(expression) }
        let source = self.source
        return { frame throws(RaisedError) in
            guard frame.take(isWaiting) != nil else {
                frame.slots[generator.yielded] = try value?(frame) ?? Value.none
                frame.slots[isWaiting] = .bool(true)
                return .suspended
            }
            if case .exception(let exception)? = frame.take(generator.thrown) {
                throw RaisedError(exception).located(source, span)
            }
            let answer = frame.take(generator.sent) ?? Value.none
            try store?(frame, answer)
            return .normal
        }
    }

    private func delegating(
        _ iterable: Expression, _ store: Store?, _ span: Span, _ generator: GeneratorSlots
    ) throws(RaisedError) -> Execute {
        let running = generator.scope.declareHidden()
        let iterable = try compile(iterable)
        let (interpreter, source) = (self.interpreter, self.source)
        return { frame throws(RaisedError) in
            do throws(RaisedError) {
                let iterator: IteratorObject
                let item: Value?
                if case .iterator(let started)? = frame.take(running) {
                    iterator = started
                    item = try interpreter.resume(started, generator.signal(in: frame))
                } else {
                    iterator = try interpreter.iterator(over: try iterable(frame))
                    item = try iterator.next()
                }
                if let item {
                    frame.slots[generator.yielded] = item
                    frame.slots[running] = .iterator(iterator)
                    return .suspended
                }
                try store?(frame, iterator.result)
                return .normal
            } catch { throw error.located(source, span) }
        }
    }

    // MARK: Branches and loops

    private func resumable(
        _ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement], _ generator: GeneratorSlots
    ) throws(RaisedError) -> Execute {
        let position = generator.scope.declareHidden()
        var tests: [(Frame) throws(RaisedError) -> Bool] = []
        var bodies: [Execute] = []
        for branch in branches {
            tests.append(try condition(branch.test))
            bodies.append(try compile(branch.body))
        }
        bodies.append(try compile(otherwise))
        return { frame throws(RaisedError) in
            // Branches count from 1 where one has stopped.
            var branch = frame.takeNumber(position) - 1
            if branch < 0 {
                branch = 0
                while branch < tests.count, !(try tests[branch](frame)) { branch += 1 }
            }
            let flow = try bodies[branch](frame)
            if case .suspended = flow { frame.slots[position] = .int(branch + 1) }
            return flow
        }
    }

    private func resumableWhile(
        _ test: Expression, _ body: [Statement], _ otherwise: [Statement], _ generator: GeneratorSlots
    ) throws(RaisedError) -> Execute {
        let position = generator.scope.declareHidden()
        let (test, body, otherwise) = (try condition(test), try compile(body), try compile(otherwise))
        let interpreter = self.interpreter
        return { frame throws(RaisedError) in
            var place = LoopPlace(rawValue: frame.takeNumber(position)) ?? .start
            while place != .otherwise {
                if place == .start, !(try test(frame)) { break }
                place = .start
                try interpreter.checkInterrupt()
                switch try body(frame) {
                case .normal, .continuing: continue
                case .breaking: return .normal
                case .suspended:
                    frame.slots[position] = .int(LoopPlace.body.rawValue)
                    return .suspended
                case let flow: return flow
                }
            }
            let flow = try otherwise(frame)
            if case .suspended = flow { frame.slots[position] = .int(LoopPlace.otherwise.rawValue) }
            return flow
        }
    }

    private func resumableFor(
        _ target: Expression, _ iterable: Expression, _ body: [Statement], _ otherwise: [Statement],
        _ generator: GeneratorSlots
    ) throws(RaisedError) -> Execute {
        let (position, items) = (generator.scope.declareHidden(), generator.scope.declareHidden())
        let (store, values) = (try self.target(target), located(iterable.span, try compile(iterable)))
        let (body, otherwise) = (try compile(body), try compile(otherwise))
        let interpreter = self.interpreter
        let (source, span) = (self.source, iterable.span)
        func iterator(_ frame: Frame) throws(RaisedError) -> IteratorObject {
            if case .iterator(let started)? = frame.take(items) { return started }
            let iterated = try values(frame)
            do throws(RaisedError) { return try interpreter.iterator(over: iterated) } catch {
                throw error.located(source, span)
            }
        }
        return { frame throws(RaisedError) in
            var place = LoopPlace(rawValue: frame.takeNumber(position)) ?? .start
            if place != .otherwise {
                let iterator = try iterator(frame)
                while true {
                    if place == .start {
                        guard let value = try iterator.next() else { break }
                        try store(frame, value)
                    }
                    place = .start
                    try interpreter.checkInterrupt()
                    switch try body(frame) {
                    case .normal, .continuing: continue
                    case .breaking: return .normal
                    case .suspended:
                        frame.slots[position] = .int(LoopPlace.body.rawValue)
                        frame.slots[items] = .iterator(iterator)
                        return .suspended
                    case let flow: return flow
                    }
                }
            }
            let flow = try otherwise(frame)
            if case .suspended = flow { frame.slots[position] = .int(LoopPlace.otherwise.rawValue) }
            return flow
        }
    }

    // MARK: try and with

    private func resumableTry(
        _ body: [Statement], _ clauses: [ExceptClause], _ otherwise: [Statement], _ finally: [Statement],
        _ generator: GeneratorSlots
    ) throws(RaisedError) -> Execute {
        let scope = generator.scope
        let (position, pending) = (scope.declareHidden(), scope.declareHidden())
        let (body, otherwise, finally) = (try compile(body), try compile(otherwise), try compile(finally))
        let handlers = try self.handlers(clauses)
        let interpreter = self.interpreter

        /// Runs the handler at a place; the exception waits in a slot while it has stopped.
        func handle(_ place: Int, _ exception: ExceptionObject, _ frame: Frame, isResumed: Bool) throws(RaisedError)
            -> Flow
        {
            let flow = try interpreter.run(handlers[place], for: exception, frame, isResumed: isResumed)
            if case .suspended = flow {
                frame.slots[position] = .int(TryPlace.firstHandler + place)
                frame.slots[pending] = .exception(exception)
            }
            return flow
        }
        /// Everything but `finally`.
        func guarded(_ place: Int, _ frame: Frame) throws(RaisedError) -> Flow {
            if place >= TryPlace.firstHandler, case .exception(let exception)? = frame.take(pending) {
                return try handle(place - TryPlace.firstHandler, exception, frame, isResumed: true)
            }
            if place == TryPlace.body {
                let flow: Flow
                do throws(RaisedError) { flow = try body(frame) } catch {
                    let place = try interpreter.handler(of: error, handlers, frame)
                    return try handle(place, error.exception, frame, isResumed: false)
                }
                // An empty position is that of the body.
                guard case .normal = flow else { return flow }
            }
            let flow = try otherwise(frame)
            if case .suspended = flow { frame.slots[position] = .int(TryPlace.otherwise) }
            return flow
        }
        return { frame throws(RaisedError) in
            let place = frame.takeNumber(position)
            let ending: Ending
            if place == TryPlace.finally {
                ending = Ending(from: frame.take(pending))
            } else {
                do throws(RaisedError) { ending = .flow(try guarded(place, frame)) } catch { ending = .error(error) }
                if case .flow(.suspended) = ending { return .suspended }
            }
            let flow = try interpreter.run(finally, during: ending.exception, frame)
            switch flow {
            case .normal: return try ending.get()
            case .suspended:
                frame.slots[position] = .int(TryPlace.finally)
                frame.slots[pending] = ending.kept
                return .suspended
            default: return flow
            }
        }
    }

    private func resumableWith(
        _ items: [WithItem], _ body: [Statement], _ generator: GeneratorSlots
    ) throws(RaisedError) -> Execute {
        let entered = generator.scope.declareHidden()
        let contexts = try contexts(items)
        let body = try compile(body)
        let interpreter = self.interpreter
        return { frame throws(RaisedError) in
            var exits: [Value] = []
            do throws(RaisedError) {
                if case .tuple(let waiting)? = frame.take(entered) {
                    exits = waiting
                } else {
                    for context in contexts { try interpreter.enter(context, &exits, frame) }
                }
                let flow = try body(frame)
                if case .suspended = flow {
                    frame.slots[entered] = .tuple(exits)
                    return flow
                }
                if let error = interpreter.leave(&exits, with: nil) { throw error }
                return flow
            } catch {
                if let error = interpreter.leave(&exits, with: error) { throw error }
                return .normal
            }
        }
    }
}

extension GeneratorSlots {
    /// What made the generator go on.
    fileprivate func signal(in frame: Frame) -> GeneratorObject.Signal {
        if case .exception(let exception)? = frame.take(thrown) { return .error(RaisedError(exception)) }
        return .value(frame.take(sent) ?? Value.none)
    }
}

/// Where a loop has stopped.
private enum LoopPlace: Int { case start, body, otherwise }

/// Where a `try` has stopped; handlers count from `firstHandler` on.
private enum TryPlace {
    static let body = 0
    static let otherwise = 1
    static let finally = 2
    static let firstHandler = 3
}

/// What a `try` does once its `finally` is through.
private enum Ending {
    case flow(Flow)
    case error(RaisedError)

    /// What is done: the error is raised, the value returned.
    func get() throws(RaisedError) -> Flow {
        switch self {
        case .flow(let flow): return flow
        case .error(let error): throw error
        }
    }

    /// The exception that is on its way.
    var exception: ExceptionObject? { if case .error(let error) = self { error.exception } else { nil } }

    /// The ending as a value of the language, for a slot.
    var kept: Value {
        switch self {
        case .error(let error): .exception(error.exception)
        case .flow(.returning(let value)): .tuple([value])
        case .flow(.breaking): .bool(true)
        case .flow(.continuing): .bool(false)
        case .flow: .none
        }
    }

    init(from kept: Value?) {
        switch kept {
        case .exception(let exception)?: self = .error(RaisedError(exception))
        case .tuple(let values)? where values.count == 1: self = .flow(.returning(values[0]))
        case .bool(let isBreak)?: self = .flow(isBreak ? .breaking : .continuing)
        default: self = .flow(.normal)
        }
    }
}

extension Statement {
    /// Whether it has a `try`, a `with` or a `yield from` in which a generator can stop.
    fileprivate var hasCleanup: Bool {
        switch kind {
        case .trying, .with: containsYield
        case .expression(let value), .assign(_, let value): if case .yieldFrom = value.kind { true } else { false }
        case .function, .classDefinition: false
        default: statements.contains(where: \.hasCleanup)
        }
    }
}

extension Interpreter {
    /// Passes on to the iterator of a `yield from` what made the generator around it go on.
    fileprivate func resume(
        _ iterator: IteratorObject, _ signal: GeneratorObject.Signal
    ) throws(RaisedError) -> Value? {
        if let generator = iterator as? GeneratorObject {
            guard case .error(let error) = signal, error.exception.type.isKind(of: .generatorExit) else {
                return try generator.resume(signal)
            }
            try generator.close()
            throw error
        }
        if case .value(.none) = signal { return try iterator.next() }
        return try delegate(signal, to: iterator)
    }

    /// Passes a value or an exception on to an iterator that is no generator; an object of a script may have methods for them.
    private func delegate(
        _ signal: GeneratorObject.Signal, to iterator: IteratorObject
    ) throws(RaisedError) -> Value? {
        let object = (iterator as? InstanceItems).map { Value.host($0.object) } ?? .iterator(iterator)
        do throws(RaisedError) {
            switch signal {
            case .value(let value):
                return try call(try attribute("send", of: object), CallArguments([value]))
            case .error(let error) where error.exception.type.isKind(of: .generatorExit):
                if let close = try attributeIfPresent("close", of: object) { _ = try call(close, CallArguments()) }
                throw error
            case .error(let error):
                guard let method = try attributeIfPresent("throw", of: object) else { throw error }
                return try call(method, CallArguments([.exception(error.exception)]))
            }
        } catch {
            guard let items = iterator as? InstanceItems, error.exception.type.isKind(of: .stopIteration) else {
                throw error
            }
            return items.end(error)
        }
    }
}
