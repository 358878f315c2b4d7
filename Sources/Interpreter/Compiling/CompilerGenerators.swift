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
}

extension GeneratorSlots {
    /// What made the generator go on.
    fileprivate func signal(in frame: Frame) -> GeneratorObject.Signal {
        if case .exception(let exception)? = frame.take(thrown) { return .error(RaisedError(exception)) }
        return .value(frame.take(sent) ?? Value.none)
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
