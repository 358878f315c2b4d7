import Language

extension Compiler {
    /// Code that runs statements one after the other.
    func compile(_ body: [Statement]) throws(RaisedError) -> Execute {
        var parts: [Execute] = []
        for statement in body { parts.append(try compile(statement)) }
        if parts.count == 1 { return parts[0] }
        if let generator, body.contains(where: \.containsYield) { return resumable(parts, generator) }
        let interpreter = self.interpreter
        return { frame throws(RaisedError) in
            for part in parts {
                let flow = try part(frame)
                if interpreter.hasAbandoned { interpreter.closeAbandoned() }
                if case .normal = flow { continue }
                return flow
            }
            return .normal
        }
    }

    /// Code that runs a statement.
    func compile(_ statement: Statement) throws(RaisedError) -> Execute {
        if let generator, statement.containsYield { return try resumable(statement, generator) }
        switch statement.kind {
        case .expression(let expression):
            let value = try compile(expression)
            return { frame throws(RaisedError) in
                _ = try value(frame)
                return .normal
            }
        case .assign(let targets, let value): return try assign(targets, value)
        case .augmented(let target, let op, let value): return try augmented(target, op, value, statement.span)
        case .annotated(let target, let value, _):
            guard let value else { return { _ throws(RaisedError) in .normal } }
            return try assign([target], value)
        case .conditional(let branches, let otherwise): return try conditional(branches, otherwise)
        case .whileLoop(let test, let body, let otherwise): return try whileLoop(test, body, otherwise)
        case .forLoop(let target, let iterable, let body, let otherwise):
            return try forLoop(target, iterable, body, otherwise)
        case .function(let definition): return try function(definition, statement.span)
        case .classDefinition(let definition): return try classDefinition(definition, statement.span)
        case .returning(let value):
            guard let value else { return { _ throws(RaisedError) in .returning(.none) } }
            let result = try compile(value)
            return { frame throws(RaisedError) in .returning(try result(frame)) }
        case .pass: return { _ throws(RaisedError) in .normal }
        case .breaking: return { _ throws(RaisedError) in .breaking }
        case .continuing: return { _ throws(RaisedError) in .continuing }
        case .importing(let modules): return importing(modules)
        case .importingFrom(let module, let names, let all):
            return try importingFrom(module, names, all, statement.span)
        case .global, .nonlocal: return { _ throws(RaisedError) in .normal }
        case .delete(let targets): return try deletion(targets)
        case .assert(let test, let message): return try assertion(test, message, statement.span)
        case .raising(let error, let cause): return try raising(error, cause, statement.span)
        case .trying(let body, let clauses, let otherwise, let finally):
            return try trying(body, clauses, otherwise, finally)
        case .with(let items, let body): return try with(items, body)
        case .shell(let line): throw failure("'\(line)' is for the shell, not for a script", statement.span)
        }
    }

    private func assign(_ targets: [Expression], _ value: Expression) throws(RaisedError) -> Execute {
        let value = try compile(value)
        var stores: [Store] = []
        for target in targets { stores.append(try self.target(target)) }
        if stores.count == 1 {
            let store = stores[0]
            return { frame throws(RaisedError) in
                try store(frame, try value(frame))
                return .normal
            }
        }
        return { frame throws(RaisedError) in
            let result = try value(frame)
            for store in stores { try store(frame, result) }
            return .normal
        }
    }

    private func augmented(
        _ target: Expression, _ op: BinaryOperator, _ value: Expression, _ span: Span
    ) throws(RaisedError) -> Execute {
        let right = try compile(value)
        let interpreter = self.interpreter
        let source = self.source
        func combine(_ a: Value, _ b: Value) throws(RaisedError) -> Value {
            // What loops count with.
            if case .int(let x) = a, case .int(let y) = b, op == .add {
                let (sum, overflows) = x.addingReportingOverflow(y)
                if !overflows { return .int(sum) }
            }
            do throws(RaisedError) { return try interpreter.augment(op, a, b) } catch {
                throw error.located(source, span)
            }
        }
        switch target.kind {
        case .attribute(let object, let written, _):
            let name = mangled(written)
            let object = try compile(object)
            let members = MemberCache(name, interpreter)
            return { frame throws(RaisedError) in
                let owner = try object(frame)
                let old =
                    if let own = members.value(of: owner) { own } else { try interpreter.attribute(name, of: owner) }
                let new = try combine(old, try right(frame))
                if !members.store(new, in: owner) { try interpreter.setAttribute(name, of: owner, to: new) }
                return .normal
            }
        case .subscripted(let object, let index):
            let (object, index) = (try compile(object), try compile(index))
            return { frame throws(RaisedError) in
                let (container, key) = (try object(frame), try index(frame))
                do throws(RaisedError) {
                    let old = try interpreter.item(of: container, at: key)
                    try interpreter.setItem(of: container, at: key, to: try combine(old, try right(frame)))
                } catch { throw error.located(source, span) }
                return .normal
            }
        default:
            let (read, store) = (try compile(target), try self.target(target))
            return { frame throws(RaisedError) in
                try store(frame, try combine(try read(frame), try right(frame)))
                return .normal
            }
        }
    }

    // MARK: Branches and loops

    private func conditional(
        _ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement]
    ) throws(RaisedError) -> Execute {
        var parts: [(test: (Frame) throws(RaisedError) -> Bool, body: Execute)] = []
        for branch in branches { parts.append((try condition(branch.test), try compile(branch.body))) }
        let otherwise = try compile(otherwise)
        return { frame throws(RaisedError) in
            for part in parts where try part.test(frame) { return try part.body(frame) }
            return try otherwise(frame)
        }
    }

    private func whileLoop(
        _ test: Expression, _ body: [Statement], _ otherwise: [Statement]
    ) throws(RaisedError) -> Execute {
        let (test, body, otherwise) = (try condition(test), try compile(body), try compile(otherwise))
        let interpreter = self.interpreter
        return { frame throws(RaisedError) in
            while try test(frame) {
                try interpreter.checkInterrupt()
                switch try body(frame) {
                case .normal, .continuing: continue
                case .breaking: return .normal
                case let flow: return flow
                }
            }
            return try otherwise(frame)
        }
    }

    private func forLoop(
        _ target: Expression, _ iterable: Expression, _ body: [Statement], _ otherwise: [Statement]
    ) throws(RaisedError) -> Execute {
        let (store, values) = (try self.target(target), located(iterable.span, try compile(iterable)))
        let (body, otherwise) = (try compile(body), try compile(otherwise))
        let interpreter = self.interpreter
        let (source, span) = (self.source, iterable.span)
        return { frame throws(RaisedError) in
            let iterated = try values(frame)
            if case .range(let range) = iterated {
                // Numbers need no iterator.
                for index in 0..<range.count {
                    try interpreter.checkInterrupt()
                    try store(frame, .int(range[index]))
                    switch try body(frame) {
                    case .normal, .continuing: continue
                    case .breaking: return .normal
                    case let flow: return flow
                    }
                }
                return try otherwise(frame)
            }
            let iterator: IteratorObject
            do throws(RaisedError) { iterator = try interpreter.iterator(over: iterated) } catch {
                throw error.located(source, span)
            }
            while let value = try iterator.next() {
                try interpreter.checkInterrupt()
                try store(frame, value)
                switch try body(frame) {
                case .normal, .continuing: continue
                case .breaking: return .normal
                case let flow: return flow
                }
            }
            return try otherwise(frame)
        }
    }

    // MARK: Deleting, asserting

    private func deletion(_ targets: [Expression]) throws(RaisedError) -> Execute {
        var parts: [Execute] = []
        for target in targets {
            switch target.kind {
            case .name(let name): parts.append(delete(name, target.span))
            case .subscripted(let object, let index): parts.append(try itemDeletion(object, index, target.span))
            case .attribute(let object, let name, let span):
                parts.append(try deletion(ofAttribute: name, of: object, span))
            default: throw failure("cannot delete this", target.span)
            }
        }
        return { frame throws(RaisedError) in
            for part in parts { _ = try part(frame) }
            return .normal
        }
    }

    private func itemDeletion(_ object: Expression, _ index: Expression, _ span: Span) throws(RaisedError) -> Execute {
        let container = try compile(object)
        let key = try compile(index)
        let interpreter = self.interpreter
        let delete = located(span) { frame throws(RaisedError) in
            try interpreter.deleteItem(of: try container(frame), at: try key(frame))
            return .none
        }
        return { frame throws(RaisedError) in
            _ = try delete(frame)
            return .normal
        }
    }

    private func assertion(_ test: Expression, _ message: Expression?, _ span: Span) throws(RaisedError) -> Execute {
        let test = try condition(test)
        var text: Evaluate?
        if let message { text = try compile(message) }
        let (source, explanation) = (self.source, text)
        return { frame throws(RaisedError) in
            if try test(frame) { return .normal }
            var arguments: [Value] = []
            if let explanation { arguments = [try explanation(frame)] }
            throw RaisedError(ExceptionObject(.assertionError, arguments)).located(source, span)
        }
    }
}
