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
                    if case .none = cause {
                        exception.cause = nil
                    } else {
                        exception.cause = try interpreter.exception(
                            from: cause, orElse: "exception causes must derive from BaseException")
                    }
                }
                throw RaisedError(exception)
            } catch { throw error.located(source, span) }
        }
    }

    /// Code for `try`.
    func trying(
        _ body: [Statement], _ clauses: [ExceptClause], _ otherwise: [Statement], _ finally: [Statement]
    ) throws(RaisedError) -> Execute {
        let (body, otherwise, finally) = (try compile(body), try compile(otherwise), try compile(finally))
        var handlers: [Handler] = []
        for clause in clauses {
            var type: Evaluate?
            if let expression = clause.type { type = try compile(expression) }
            handlers.append(
                Handler(
                    type: type, store: clause.name.map { store($0) }, forget: clause.name.map { forget($0) },
                    body: try compile(clause.body)))
        }
        let interpreter = self.interpreter
        func handled(_ frame: Frame) throws(RaisedError) -> Flow {
            let flow: Flow
            do throws(RaisedError) { flow = try body(frame) } catch {
                return try interpreter.handle(error, handlers, frame)
            }
            guard case .normal = flow else { return flow }
            return try otherwise(frame)
        }
        return { frame throws(RaisedError) in
            let flow: Flow
            do throws(RaisedError) { flow = try handled(frame) } catch {
                let ending: Flow
                do throws(RaisedError) { ending = try finally(frame) } catch let later {
                    later.exception.happened(during: error.exception)
                    throw later
                }
                guard case .normal = ending else { return ending }
                throw error
            }
            let ending = try finally(frame)
            guard case .normal = ending else { return ending }
            return flow
        }
    }

    /// Code for `with`: the context's `__enter__` and `__exit__` are called where it has them.
    func with(_ items: [WithItem], _ body: [Statement]) throws(RaisedError) -> Execute {
        var parts: [(context: Evaluate, store: Store?, span: Span)] = []
        let source = self.source
        for item in items {
            var store: Store?
            if let target = item.target { store = try self.target(target) }
            parts.append((located(item.context.span, try compile(item.context)), store, item.context.span))
        }
        let body = try compile(body)
        let interpreter = self.interpreter
        return { frame throws(RaisedError) in
            var exits: [Value] = []
            /// Leaves what was entered, innermost first, with the error that is on its way.
            /// - Returns: the error, unless one of them took it.
            func leave(_ raised: RaisedError?) throws(RaisedError) -> RaisedError? {
                var error = raised
                while let exit = exits.popLast() {
                    var arguments: [Value] = [.none, .none, .none]
                    if let exception = error?.exception {
                        arguments = [.type(exception.type), .exception(exception), .none]
                    }
                    do throws(RaisedError) {
                        let answer = try interpreter.call(exit, CallArguments(arguments))
                        if error != nil, try answer.truth() { error = nil }
                    } catch let other { error = other }
                }
                return error
            }
            do throws(RaisedError) {
                for part in parts {
                    let context = try part.context(frame)
                    var entered = context
                    let enter = try interpreter.attributeIfPresent("__enter__", of: context)
                    guard case .host(let object) = context, enter != nil || object.instance == nil else {
                        throw RaisedError(
                            .typeError, "'\(context.typeName)' object does not support the context manager protocol"
                        ).located(source, part.span)
                    }
                    let exit = try interpreter.attributeIfPresent("__exit__", of: context)
                    if let enter { entered = try interpreter.call(enter, CallArguments()) }
                    if let exit { exits.append(exit) }
                    try part.store?(frame, entered)
                }
                let flow = try body(frame)
                if let error = try leave(nil) { throw error }
                return flow
            } catch {
                if let error = try leave(error) { throw error }
                return .normal
            }
        }
    }
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
    /// Runs the first handler that takes an error; raises the error again if none does.
    fileprivate func handle(_ error: RaisedError, _ handlers: [Handler], _ frame: Frame) throws(RaisedError) -> Flow {
        // An interrupt ends the statement, whatever it catches.
        if error.exception.type === ExceptionType.keyboardInterrupt, isInterrupted() { throw error }
        if let current = handledExceptions.last { error.exception.happened(during: current) }
        for handler in handlers {
            if let type = handler.type {
                guard try matches(error.exception, try type(frame)) else { continue }
            }
            try handler.store?(frame, .exception(error.exception))
            handledExceptions.append(error.exception)
            defer {
                handledExceptions.removeLast()
                handler.forget?(frame)
            }
            do throws(RaisedError) { return try handler.body(frame) } catch let later {
                later.exception.happened(during: error.exception)
                throw later
            }
        }
        throw error
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
