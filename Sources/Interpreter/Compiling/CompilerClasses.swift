import Language
import OrderedCollections

extension Compiler {
    /// Code that makes the class of a `class` statement and binds it.
    func classDefinition(_ definition: ClassDefinition, _ span: Span) throws(RaisedError) -> Execute {
        let inside = Scope(parent: scope, isClass: true)
        // What `super()` and `__class__` in its methods mean.
        let ownSlot = inside.declare(Scope.classCell)
        let bound = BoundNames(in: definition.body)
        for name in bound.globals { inside.declareGlobal(name) }
        let names = bound.names.filter { !bound.globals.contains($0) && !bound.nonlocals.contains($0) }
        let slots = names.map { inside.declare($0) }
        var compiler = inner(inside, named: definition.name)
        compiler.className = definition.name
        let body = try compiler.compile(definition.body)
        let keys = names.map(compiler.mangled)
        let bases = try argumentList(definition.bases)
        var decorators: [Evaluate] = []
        for decorator in definition.decorators { decorators.append(located(decorator.span, try compile(decorator))) }
        let store = store(definition.name)
        let interpreter = self.interpreter
        let isTopLevel = scope == nil
        let qualifiedName = qualification + definition.name
        let annotations = try compiler.annotations(definition.annotations)
        let module = namespace.name
        let (source, nameSpan) = (self.source, definition.nameSpan)
        return { frame throws(RaisedError) in
            var callables: [Value] = []
            for decorator in decorators { callables.append(try decorator(frame)) }
            let arguments = try bases(frame, .none)
            let inner = Frame.make(slotCount: inside.slotCount, parent: isTopLevel ? nil : frame)
            _ = try body(inner)
            var namespace: OrderedDictionary<String, Value> = [:]
            for (key, slot) in zip(keys, slots) { namespace[key] = inner.slots[slot] }
            let user = UserClass(
                qualifiedName: qualifiedName, module: module, documentation: definition.documentation,
                annotations: annotations?(inner), annotated: definition.annotations.map(\.name),
                namespace: namespace, interpreter)
            if !source.isCarried { user.code = SourceLocation(source: source, span: span) }
            var result: Value
            do throws(RaisedError) {
                result = try interpreter.makeClass(definition.name, arguments, user)
            } catch { throw error.located(source, nameSpan) }
            inner.slots[ownSlot] = result
            for decorator in callables.reversed() {
                result = try interpreter.call(decorator, CallArguments([result]))
            }
            try store(frame, result)
            return .normal
        }
    }

    /// Code for `super()` without arguments; nil outside the methods of a class.
    func superCall(_ span: Span) -> Evaluate? {
        guard let scope, !scope.isClass, case .local(let depth, let slot) = scope.place(of: Scope.classCell) else {
            return nil
        }
        let interpreter = self.interpreter
        let source = self.source
        return { frame throws(RaisedError) in
            guard case .type(let type)? = frame.ancestor(depth)?.slots[slot], let object = frame.slots[0] else {
                throw RaisedError(.runtimeError, "super(): no arguments").located(source, span)
            }
            do throws(RaisedError) { return .host(try SuperObject(behind: type, of: object, interpreter)) } catch {
                throw error.located(source, span)
            }
        }
    }

    /// Code for `del object.name`.
    func deletion(ofAttribute written: String, of object: Expression, _ span: Span) throws(RaisedError) -> Execute {
        let name = mangled(written)
        let object = try compile(object)
        let (interpreter, source) = (self.interpreter, self.source)
        return { frame throws(RaisedError) in
            let owner = try object(frame)
            do throws(RaisedError) { try interpreter.deleteAttribute(name, of: owner) } catch {
                throw error.located(source, span)
            }
            return .normal
        }
    }

    /// Code that reads a name in the body of a class: the class's own, otherwise what it means around the class.
    func loadInClass(_ name: String, _ slot: Int, _ span: Span) -> Evaluate {
        var outer = self
        outer.scope = scope?.parent
        let around = outer.load(name, span)
        let isTopLevel = scope?.parent == nil
        return { frame throws(RaisedError) in
            if let value = frame.slots[slot] { return value }
            if isTopLevel { return try around(frame) }
            guard let parent = frame.parent else { return try around(frame) }
            return try around(parent)
        }
    }
}
