import Language

/// Branches and loops in which a generator can stop.
extension Compiler {
    func resumable(
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

    func resumableWhile(
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

    func resumableFor(
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
}

/// Where a loop has stopped.
private enum LoopPlace: Int { case start, body, otherwise }
