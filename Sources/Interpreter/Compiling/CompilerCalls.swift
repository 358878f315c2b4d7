import Language
import Signatures

extension Compiler {
    /// Code for a call. An error that one item of a list among the arguments is at fault for points at the item.
    func call(_ callee: Expression, _ arguments: [CallArgument], _ span: Span) throws(RaisedError) -> Evaluate {
        let evaluate = try wholeCall(callee, arguments, span)
        guard let items = itemSpans(arguments) else { return evaluate }
        let source = self.source
        return { frame throws(RaisedError) in
            do throws(RaisedError) { return try evaluate(frame) } catch {
                let exception = error.exception
                if let item = exception.item, items.indices.contains(item), exception.location?.span == span {
                    exception.location = SourceLocation(source: source, span: items[item])
                    exception.item = nil
                }
                throw error
            }
        }
    }

    /// The places of the items of the first list that is written out in a call; nil where there is none.
    private func itemSpans(_ arguments: [CallArgument]) -> [Span]? {
        for argument in arguments {
            switch argument.value.kind {
            case .list(let items), .tuple(let items):
                let isPlain = items.allSatisfy { if case .starred = $0.kind { false } else { true } }
                return isPlain ? items.map(\.span) : nil
            default: continue
            }
        }
        return nil
    }

    private func wholeCall(
        _ callee: Expression, _ arguments: [CallArgument], _ span: Span
    ) throws(RaisedError) -> Evaluate {
        let site = SourceLocation(source: source, span: span)
        if case .attribute(let object, let name, let nameSpan) = callee.kind {
            return try methodCall(object, name, nameSpan, arguments, site)
        }
        if case .name("super") = callee.kind, arguments.isEmpty, let code = superCall(span) { return code }
        let function = try compile(callee)
        let interpreter = self.interpreter
        if let positional = try simpleArguments(arguments) {
            return { frame throws(RaisedError) in
                let target = try function(frame)
                if case .function(let callee) = target, callee.isSimple,
                    callee.signature.positionalCount == positional.count
                {
                    // The commonest call: arguments go straight into the slots of the parameters.
                    let inner = Frame.make(slotCount: callee.slotCount, parent: callee.enclosing)
                    for index in positional.indices { inner.slots[index] = try positional[index](frame) }
                    do throws(RaisedError) { return try interpreter.run(callee, in: inner) } catch {
                        throw interpreter.traced(error, through: callee, site)
                    }
                }
                var values: [Value] = []
                values.reserveCapacity(positional.count)
                for argument in positional { values.append(try argument(frame)) }
                return try interpreter.call(target, CallArguments(values), at: site)
            }
        }
        let evaluate = try argumentList(arguments)
        return { frame throws(RaisedError) in
            let target = try function(frame)
            return try interpreter.call(target, try evaluate(frame, target), at: site)
        }
    }

    /// A call of `object.name(…)`, which makes no bound method on the way where it can be helped.
    private func methodCall(
        _ object: Expression, _ written: String, _ nameSpan: Span, _ arguments: [CallArgument], _ site: SourceLocation
    ) throws(RaisedError) -> Evaluate {
        let name = mangled(written)
        let receiver = try compile(object)
        let positional = try simpleArguments(arguments)
        let interpreter = self.interpreter
        let source = self.source
        if name == "append", let positional, positional.count == 1 {
            return appending(receiver, positional[0], site, nameSpan)
        }
        let evaluate = if let positional { Compiler.list(positional) } else { try argumentList(arguments) }
        let (candidates, members) = (MethodCandidates(name), MemberCache(name, interpreter))
        return { frame throws(RaisedError) in
            let value = try receiver(frame)
            if case .host(let object) = value, let instance = object.instance, let method = members.method(of: instance)
            {
                if let positional, method.isSimple, method.signature.positionalCount == positional.count + 1 {
                    let inner = Frame.make(slotCount: method.slotCount, parent: method.enclosing)
                    inner.slots[0] = value
                    for index in positional.indices { inner.slots[index + 1] = try positional[index](frame) }
                    do throws(RaisedError) { return try interpreter.run(method, in: inner) } catch {
                        throw interpreter.traced(error, through: method, site)
                    }
                }
                var arguments = try evaluate(frame, .function(method))
                arguments.positional.insert(value, at: 0)
                return try interpreter.call(.function(method), arguments, at: site)
            }
            if let method = candidates.method(of: value) {
                let arguments = try evaluate(frame, value)
                do throws(RaisedError) {
                    let result = try method.call(value, arguments, interpreter)
                    if interpreter.waitingError != nil { try interpreter.raiseWaiting() }
                    return result
                } catch {
                    throw error.located(site.source, site.span)
                }
            }
            let target: Value
            do throws(RaisedError) { target = try interpreter.attribute(name, of: value) } catch {
                throw error.located(source, nameSpan)
            }
            return try interpreter.call(target, try evaluate(frame, target), at: site)
        }
    }

    /// Code for `object.append(value)`, which loops do so often that a list takes its value without a detour.
    private func appending(
        _ receiver: @escaping Evaluate, _ argument: @escaping Evaluate, _ site: SourceLocation, _ nameSpan: Span
    ) -> Evaluate {
        let interpreter = self.interpreter
        return { frame throws(RaisedError) in
            let value = try receiver(frame)
            if case .list(let list) = value {
                let item = try argument(frame)
                // Large lists are measured now and then, by the method itself.
                if list.items.count & 0xFFFF != 0xFFFF {
                    list.items.append(item)
                    return .none
                }
                let method = try interpreter.attribute("append", of: value)
                return try interpreter.call(method, CallArguments([item]), at: site)
            }
            let target: Value
            do throws(RaisedError) { target = try interpreter.attribute("append", of: value) } catch {
                throw error.located(site.source, nameSpan)
            }
            return try interpreter.call(target, CallArguments([try argument(frame)]), at: site)
        }
    }

    /// Code for arguments that are all plain positional ones; nil where they are not.
    private func simpleArguments(_ arguments: [CallArgument]) throws(RaisedError) -> [Evaluate]? {
        var result: [Evaluate] = []
        for argument in arguments {
            guard case .positional = argument.kind else { return nil }
            result.append(try compile(argument.value))
        }
        return result
    }

    /// Code that evaluates positional arguments in their order.
    private static func list(_ positional: [Evaluate]) -> (Frame, Value) throws(RaisedError) -> CallArguments {
        { frame, _ throws(RaisedError) in
            var values: [Value] = []
            values.reserveCapacity(positional.count)
            for argument in positional { values.append(try argument(frame)) }
            return CallArguments(values)
        }
    }

    /// Code that evaluates arguments in their order, for a function that errors name.
    func argumentList(
        _ arguments: [CallArgument]
    ) throws(RaisedError) -> (Frame, Value) throws(RaisedError) -> CallArguments {
        if let positional = try simpleArguments(arguments) { return Compiler.list(positional) }
        var parts: [(kind: CallArgument.Kind, value: Evaluate)] = []
        for argument in arguments { parts.append((argument.kind, located(argument.span, try compile(argument.value)))) }
        let interpreter = self.interpreter
        let (source, spans) = (self.source, arguments.map(\.span))
        return { frame, callee throws(RaisedError) in
            var result = CallArguments()
            for (index, part) in parts.enumerated() {
                let value = try part.value(frame)
                do throws(RaisedError) {
                    switch part.kind {
                    case .positional: result.positional.append(value)
                    case .keyword(let name): try interpreter.add(keyword: name, value, to: &result, callee)
                    case .unpacked: result.positional += try interpreter.unpacked(value, callee)
                    case .unpackedKeywords: try interpreter.unpackKeywords(value, into: &result, callee)
                    }
                } catch { throw error.located(source, spans[index]) }
            }
            return result
        }
    }
}

extension Interpreter {
    /// A function as errors about its arguments name it.
    private func described(_ callee: Value) -> String {
        switch callee {
        case .function(let function): "\(function.module).\(function.qualifiedName)()"
        case .builtin(let function): "\(function.name)()"
        case .type(let type): "\(type.name)()"
        default: "\(callee.typeName) object"
        }
    }

    fileprivate func unpacked(_ value: Value, _ callee: Value) throws(RaisedError) -> [Value] {
        guard try isIterable(value) else {
            throw RaisedError(
                .typeError, "\(described(callee)) argument after * must be an iterable, not \(value.typeName)")
        }
        return try items(of: value)
    }

    fileprivate func add(
        keyword name: String, _ value: Value, to result: inout CallArguments, _ callee: Value
    ) throws(RaisedError) {
        if result.keywords.contains(where: { $0.name == name }) {
            throw RaisedError(.typeError, "\(described(callee)) got multiple values for keyword argument '\(name)'")
        }
        result.keywords.append((name, value))
    }

    fileprivate func unpackKeywords(
        _ value: Value, into result: inout CallArguments, _ callee: Value
    ) throws(RaisedError) {
        guard let entries = try entriesIfMapping(value) else {
            throw RaisedError(
                .typeError, "\(described(callee)) argument after ** must be a mapping, not \(value.typeName)")
        }
        for (key, value) in entries {
            guard let name = key.value.plainText else { throw RaisedError(.typeError, "keywords must be strings") }
            try add(keyword: name, value, to: &result, callee)
        }
    }

    /// Calls a value from a place in a source; a function of the language leaves its name in the trace of an error.
    func call(_ callee: Value, _ arguments: CallArguments, at site: SourceLocation) throws(RaisedError) -> Value {
        do throws(RaisedError) {
            return try call(callee, arguments)
        } catch {
            guard case .function(let function) = callee else { throw error.located(site.source, site.span) }
            throw traced(error, through: function, site)
        }
    }

    /// An error that went through a call of a function, with the call in its trace.
    fileprivate func traced(
        _ error: RaisedError, through function: FunctionObject, _ site: SourceLocation
    ) -> RaisedError {
        if error.exception.location != nil, error.exception.trace.count < 100 {
            error.exception.trace.append(TraceEntry(function: function.name, location: site))
        }
        return error.located(site.source, site.span)
    }

    /// Calls a value.
    public func call(_ callee: Value, _ arguments: CallArguments) throws(RaisedError) -> Value {
        guard stack.hasRoom else { throw RaisedError(.recursionError, "maximum recursion depth exceeded") }
        switch callee {
        case .function(let function): return try invoke(function, arguments)
        case .builtin(let function):
            let result = try function.call(arguments, self)
            if waitingError != nil { try raiseWaiting() }
            return result
        case .type(let type):
            let made = try type.construct(arguments, self)
            if waitingError != nil { try raiseWaiting() }
            return made
        case .host(let object): return try object.call(arguments, self)
        default:
            throw RaisedError(.typeError, "'\(callee.typeName)' object is not callable", hint: callHint(callee))
        }
    }

    private func callHint(_ callee: Value) -> String? {
        // `Dense = 3; Dense(4)`
        let shadowing = globals.definedNames.first { name in
            guard builtinNames.contains(name) || findName(name) != nil, let value = globals[name] else { return false }
            return (try? areEqual(value, callee)) == true
        }
        if let shadowing { return "\(shadowing) is a variable here; `del \(shadowing)` gives back what it was before" }
        return switch callee {
        case .int, .float, .tuple, .list, .string: "perhaps a comma or an operator is missing before the bracket"
        case .module(let module): "'\(module.name)' is a module; call one of its members"
        default: nil
        }
    }

    /// Whether a value can be called.
    public func isCallable(_ value: Value) -> Bool {
        switch value {
        case .function, .builtin, .type: true
        case .host(let object): object.isCallable
        default: false
        }
    }

    /// Whether a function can be given an argument by this name.
    public func accepts(keyword: String, _ function: Value) -> Bool {
        guard let signature = signature(of: function) else { return false }
        return signature.keywordRestPlace != nil || signature.keywords.contains(keyword)
    }

    /// The signature by which a value is called; nil where it is not known.
    public func signature(of function: Value) -> Signature? {
        switch function {
        case .function(let function): function.signature
        case .builtin(let function): function.signature
        case .type(let type): type.signature
        case .host(let object): object.signature
        default: nil
        }
    }

    /// Calls a function of the language.
    private func invoke(_ function: FunctionObject, _ arguments: CallArguments) throws(RaisedError) -> Value {
        let frame = Frame.make(slotCount: function.slotCount, parent: function.enclosing)
        if function.isSimple, arguments.keywords.isEmpty,
            arguments.positional.count == function.signature.positionalCount
        {
            for (slot, value) in arguments.positional.enumerated() { frame.slots[slot] = value }
        } else {
            try function.bind(arguments, into: frame)
        }
        return try run(function, in: frame)
    }

    /// Runs a function whose arguments are in their slots.
    fileprivate func run(_ function: FunctionObject, in frame: Frame) throws(RaisedError) -> Value {
        try enter()
        defer { callDepth -= 1 }
        return try function.body(frame)
    }

    /// Goes one call deeper; `callDepth` is to be lowered after it.
    @inline(__always)
    func enter() throws(RaisedError) {
        guard callDepth < callDepthLimit, stack.hasRoom else {
            throw RaisedError(.recursionError, "maximum recursion depth exceeded")
        }
        try checkInterrupt()
        callDepth += 1
    }
}
