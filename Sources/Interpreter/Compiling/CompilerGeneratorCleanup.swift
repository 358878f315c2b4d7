import Language

/// `try` and `with` in which a generator can stop.
extension Compiler {
    func resumableTry(
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

    func resumableWith(
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
