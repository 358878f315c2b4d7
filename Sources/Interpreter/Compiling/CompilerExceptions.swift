import Language

extension Compiler {
    /// Code for `raise`, perhaps `from` a cause.
    func raising(_ error: Expression?, _ cause: Expression?, _ span: Span) throws(RaisedError) -> Execute {
        let source = self.source
        let interpreter = self.interpreter
        guard let error else {
            return { _ throws(RaisedError) in
                guard let current = interpreter.handledExceptions.last else {
                    throw RaisedError(.runtimeError, "No active exception to reraise").located(source, span)
                }
                throw RaisedError(current)
            }
        }
        let value = try compile(error)
        var from: Evaluate?
        if let cause { from = try compile(cause) }
        let origin = from
        return { frame throws(RaisedError) in
            let raised = try value(frame)
            do throws(RaisedError) {
                let exception = try interpreter.exception(
                    from: raised, orElse: "exceptions must derive from BaseException")
                if let origin {
                    let cause = try origin(frame)
                    exception.isContextHidden = true
                    if case .none = cause {
                        exception.cause = nil
                    } else {
                        exception.cause = try interpreter.exception(
                            from: cause, orElse: "exception causes must derive from BaseException")
                    }
                }
                if !source.isCarried || exception.cause != nil { exception.isFinal = true }
                throw RaisedError(exception)
            } catch { throw error.located(source, span) }
        }
    }

    /// Code for `try`.
    func trying(
        _ body: [Statement], _ clauses: [ExceptClause], _ otherwise: [Statement], _ finally: [Statement]
    ) throws(RaisedError) -> Execute {
        let (body, otherwise, finally) = (try compile(body), try compile(otherwise), try compile(finally))
        let handlers = try self.handlers(clauses)
        let interpreter = self.interpreter
        func handled(_ frame: Frame) throws(RaisedError) -> Flow {
            let flow: Flow
            do throws(RaisedError) { flow = try body(frame) } catch {
                let place = try interpreter.handler(of: error, handlers, frame)
                return try interpreter.run(handlers[place], for: error.exception, frame)
            }
            guard case .normal = flow else { return flow }
            return try otherwise(frame)
        }
        return { frame throws(RaisedError) in
            let flow: Flow
            do throws(RaisedError) { flow = try handled(frame) } catch {
                let ending = try interpreter.run(finally, during: error.exception, frame)
                guard case .normal = ending else { return ending }
                throw error
            }
            let ending = try finally(frame)
            guard case .normal = ending else { return ending }
            return flow
        }
    }

    /// Code for the `except` clauses of a `try`.
    func handlers(_ clauses: [ExceptClause]) throws(RaisedError) -> [Handler] {
        var handlers: [Handler] = []
        for clause in clauses {
            var type: Evaluate?
            if let expression = clause.type { type = try compile(expression) }
            handlers.append(
                Handler(
                    type: type, store: clause.name.map { store($0) }, forget: clause.name.map { forget($0) },
                    body: try compile(clause.body)))
        }
        return handlers
    }

    /// Code for `with`: the context's `__enter__` and `__exit__` are called where it has them.
    func with(_ items: [WithItem], _ body: [Statement]) throws(RaisedError) -> Execute {
        let contexts = try contexts(items)
        let body = try compile(body)
        let interpreter = self.interpreter
        return { frame throws(RaisedError) in
            var exits: [Value] = []
            do throws(RaisedError) {
                for context in contexts { try interpreter.enter(context, &exits, frame) }
                let flow = try body(frame)
                if let error = interpreter.leave(&exits, with: nil) { throw error }
                return flow
            } catch {
                if let error = interpreter.leave(&exits, with: error) { throw error }
                return .normal
            }
        }
    }

    /// Code for the contexts of a `with`.
    func contexts(_ items: [WithItem]) throws(RaisedError) -> [Context] {
        var contexts: [Context] = []
        for item in items {
            let span = item.context.span
            let value = located(span, try compile(item.context))
            var store: Store?
            if let target = item.target { store = try self.target(target) }
            contexts.append(Context(value: value, store: store, place: SourceLocation(source: source, span: span)))
        }
        return contexts
    }
}

/// One context of a `with`.
struct Context {
    let value: Evaluate
    /// Takes what entering it answers.
    let store: Store?
    let place: SourceLocation
}

/// One `except` of a `try`.
struct Handler {
    let type: Evaluate?
    let store: Store?
    /// Takes the name away again, as Python does.
    let forget: ((Frame) -> Void)?
    let body: Execute
}

extension Interpreter {
    /// The place of the first handler that takes an error; raises the error again if none does.
    func handler(of error: RaisedError, _ handlers: [Handler], _ frame: Frame) throws(RaisedError) -> Int {
        if hasAbandoned { closeAbandoned() }
        // An interrupt ends the statement, whatever it catches.
        if error.exception.type === ExceptionType.keyboardInterrupt, isInterrupted() { throw error }
        if let current = handledExceptions.last { error.exception.happened(during: current) }
        for (place, handler) in handlers.enumerated() {
            guard let type = handler.type else { return place }
            if try matches(error.exception, try type(frame)) { return place }
        }
        throw error
    }

    /// Runs a handler, or goes on with it where a generator stopped in it.
    func run(
        _ handler: Handler, for exception: ExceptionObject, _ frame: Frame, isResumed: Bool = false
    ) throws(RaisedError) -> Flow {
        if !isResumed { try handler.store?(frame, .exception(exception)) }
        handledExceptions.append(exception)
        defer { handledExceptions.removeLast() }
        do throws(RaisedError) {
            let flow = try handler.body(frame)
            if case .suspended = flow { return flow }
            handler.forget?(frame)
            return flow
        } catch let later {
            handler.forget?(frame)
            later.exception.happened(during: exception)
            throw later
        }
    }

    /// Runs a `finally` while an exception is on its way.
    func run(_ finally: Execute, during exception: ExceptionObject?, _ frame: Frame) throws(RaisedError) -> Flow {
        guard let exception else { return try finally(frame) }
        handledExceptions.append(exception)
        defer { handledExceptions.removeLast() }
        do throws(RaisedError) { return try finally(frame) } catch {
            error.exception.happened(during: exception)
            throw error
        }
    }

    /// Enters a context and adds what leaves it again to a list.
    func enter(_ context: Context, _ exits: inout [Value], _ frame: Frame) throws(RaisedError) {
        let value = try context.value(frame)
        let enter = try attributeIfPresent("__enter__", of: value)
        let exit = try attributeIfPresent("__exit__", of: value)
        // What the library offers may be left without ceremony.
        let isOptional = if case .host(let object) = value { object.instance == nil } else { false }
        guard isOptional || enter != nil && exit != nil else {
            let missed = enter == nil ? "" : " (missed __exit__ method)"
            throw RaisedError(
                .typeError, "'\(value.typeName)' object does not support the context manager protocol\(missed)"
            ).located(context.place.source, context.place.span)
        }
        var entered = value
        if let enter { entered = try call(enter, CallArguments(), at: context.place) }
        if let exit { exits.append(exit) }
        try context.store?(frame, entered)
    }

    /// Leaves what was entered, innermost first, with the error that is on its way.
    /// - Returns: the error, unless one of them took it.
    func leave(_ exits: inout [Value], with raised: RaisedError?) -> RaisedError? {
        var error = raised
        while let exit = exits.popLast() {
            var arguments: [Value] = [.none, .none, .none]
            if let exception = error?.exception {
                arguments = [.type(exception.type), .exception(exception), .none]
                handledExceptions.append(exception)
            }
            let isHandling = error != nil
            defer { if isHandling { handledExceptions.removeLast() } }
            do throws(RaisedError) {
                let answer = try call(exit, CallArguments(arguments))
                if error != nil, try answer.truth() { error = nil }
            } catch let other {
                if let before = error { other.exception.happened(during: before.exception) }
                error = other
            }
        }
        return error
    }

    /// The exception that `raise value` raises: the value itself, or a new one of the class it is.
    fileprivate func exception(from value: Value, orElse message: String) throws(RaisedError) -> ExceptionObject {
        switch value {
        case .exception(let exception): return exception
        case .type(let type):
            if type.isException { return ExceptionObject(type, []) }
        default: break
        }
        throw RaisedError(.typeError, message)
    }

    private func matches(_ exception: ExceptionObject, _ type: Value) throws(RaisedError) -> Bool {
        try requireRoom()
        switch type {
        case .tuple(let types):
            for type in types where try matches(exception, type) { return true }
            return false
        case .type(let type):
            if type.isException { return exception.type.isKind(of: type) }
        default: break
        }
        throw RaisedError(.typeError, "catching classes that do not inherit from BaseException is not allowed")
    }
}
