import Language
import Signatures

extension Compiler {
    /// Code that makes the function of a `lambda`.
    func lambda(_ parameters: Parameters, _ body: Expression, _ span: Span) throws(RaisedError) -> Evaluate {
        let inside = Scope(parent: scope)
        for name in parameters.names { inside.declare(name) }
        if body.containsYield {
            let statements = try hoisted { () throws(SyntaxFailure) in try YieldHoisting.hoisted(body) }
            for name in BoundNames(in: statements).names { inside.declare(name) }
            let value = try generator("<lambda>", statements, inside)
            return try makeFunction("<lambda>", nil, parameters, span, inside, value)
        }
        for name in BoundNames(in: body).names { inside.declare(name) }
        let value = try inner(inside, named: "<lambda>").compile(body)
        return try makeFunction("<lambda>", nil, parameters, span, inside, value)
    }

    /// Code that makes the function of a `def` and binds it.
    func function(_ definition: FunctionDefinition, _ span: Span) throws(RaisedError) -> Execute {
        let inside = Scope(parent: scope)
        for name in definition.parameters.names { inside.declare(name) }
        let isGenerator = definition.isGenerator
        var statements = definition.body
        if isGenerator {
            statements = try hoisted { () throws(SyntaxFailure) in try YieldHoisting.hoisted(definition.body) }
        }
        let bound = BoundNames(in: statements)
        for name in bound.globals { inside.declareGlobal(name) }
        for name in bound.nonlocals where !inside.isKnownOutside(name) {
            throw failure("no binding for nonlocal '\(name)' found", span)
        }
        for name in bound.names where !bound.globals.contains(name) && !bound.nonlocals.contains(name) {
            inside.declare(name)
        }
        let evaluate =
            isGenerator
            ? try generator(definition.name, statements, inside)
            : try body(definition.name, statements, inside)
        let make = try makeFunction(
            definition.name, definition.documentation, definition.parameters, span, inside, evaluate,
            annotations: try annotations(definition.annotations))
        var decorators: [Evaluate] = []
        for decorator in definition.decorators { decorators.append(located(decorator.span, try compile(decorator))) }
        let store = store(definition.name)
        let interpreter = self.interpreter
        return { frame throws(RaisedError) in
            var callables: [Value] = []
            for decorator in decorators { callables.append(try decorator(frame)) }
            var function = try make(frame)
            for decorator in callables.reversed() {
                let result = try interpreter.call(decorator, CallArguments([function]))
                // What a decorator of the library registers stays the function it was.
                if case .none = result, !decorator.isFunction { continue }
                function = result
            }
            try store(frame, function)
            return .normal
        }
    }

    /// Code for the body of a function that is no generator.
    private func body(_ name: String, _ statements: [Statement], _ inside: Scope) throws(RaisedError) -> Evaluate {
        let body = try inner(inside, named: name).compile(statements)
        return { frame throws(RaisedError) in
            if case .returning(let value) = try body(frame) { return value }
            return .none
        }
    }

    private func makeFunction(
        _ name: String, _ documentation: String?, _ parameters: Parameters, _ span: Span, _ inside: Scope,
        _ body: @escaping (Frame) throws(RaisedError) -> Value, annotations: ((Frame) -> Annotations)? = nil
    ) throws(RaisedError) -> Evaluate {
        var defaults: [Evaluate?] = []
        for parameter in parameters.positional + parameters.keywordOnly {
            if let value = parameter.defaultValue { defaults.append(try compile(value)) } else { defaults.append(nil) }
        }
        let isTopLevel = scope == nil
        let (qualifiedName, module) = (qualification + name, namespace.name)
        let signature = Signature(name, parameters, in: source)
        let code = SourceLocation(source: source, span: span)
        return { frame throws(RaisedError) in
            var values: [Value?] = []
            for evaluate in defaults {
                if let evaluate { values.append(try evaluate(frame)) } else { values.append(nil) }
            }
            return .function(
                FunctionObject(
                    name: name, qualifiedName: qualifiedName, module: module, documentation: documentation, code: code,
                    signature: signature, defaults: values,
                    slotCount: inside.slotCount, enclosing: isTopLevel ? nil : frame,
                    annotations: annotations?(frame), body: body))
        }
    }

    // MARK: Comprehensions

    /// Code for a comprehension, which is a function of its own as far as names go.
    func comprehension(
        _ kind: ComprehensionKind, _ element: Expression, _ value: Expression?, _ clauses: [ComprehensionClause]
    ) throws(RaisedError) -> Evaluate {
        let inside = Scope(parent: scope, isComprehension: true)
        for clause in clauses { for name in BoundNames(target: clause.target).names { inside.declare(name) } }
        let code = inner(inside, named: kind.functionName)
        // The first iterable belongs to the scope outside.
        let first = try compile(clauses[0].iterable)
        let loop = try code.loop(clauses)
        let element = try code.compile(element)
        let isTopLevel = scope == nil
        let interpreter = self.interpreter
        let qualifiedName = qualification + kind.functionName
        func begin(_ frame: Frame) throws(RaisedError) -> Pull {
            let iterator = try interpreter.iterator(over: try first(frame))
            return loop(Frame.make(slotCount: inside.slotCount, parent: isTopLevel ? nil : frame), iterator)
        }
        switch kind {
        case .generator:
            return { frame throws(RaisedError) in
                let pull = try begin(frame)
                return .iterator(
                    GeneratorObject("<genexpr>", qualifiedName, interpreter) { signal throws(RaisedError) in
                        if case .error(let error) = signal { throw error }
                        guard let inner = try pull() else { return .finished(.none) }
                        return .value(try element(inner))
                    })
            }
        case .list:
            return { frame throws(RaisedError) in
                let pull = try begin(frame)
                let result = ListObject()
                while let inner = try pull() {
                    try interpreter.requireMemory(forMoreThan: result.items.count)
                    result.items.append(try element(inner))
                }
                return .list(result)
            }
        case .set:
            return { frame throws(RaisedError) in
                let pull = try begin(frame)
                let result = SetObject()
                while let inner = try pull() {
                    try interpreter.add(HashKey(try element(inner)), to: &result.members)
                }
                return .set(result)
            }
        case .dict:
            guard let value else { throw failure("dict comprehension without a value", clauses[0].target.span) }
            let compiled = try code.compile(value)
            return { frame throws(RaisedError) in
                let pull = try begin(frame)
                let result = DictObject()
                while let inner = try pull() {
                    try interpreter.requireMemory(
                        forMoreThan: result.entries.count, bytesPerItem: 4 * MemoryLayout<Value>.stride)
                    let key = try HashKey(try element(inner))
                    result.entries[key] = try compiled(inner)
                }
                return .dict(result)
            }
        }
    }

    /// Moves to the next round of a comprehension; answers its frame, or nil at the end.
    private typealias Pull = () throws(RaisedError) -> Frame?

    /// The nested loops of a comprehension, as something that is pulled round by round.
    private func loop(_ clauses: [ComprehensionClause]) throws(RaisedError) -> (Frame, IteratorObject) -> Pull {
        var levels: [(iterable: Evaluate?, store: Store, conditions: [(Frame) throws(RaisedError) -> Bool])] = []
        for (index, clause) in clauses.enumerated() {
            var conditions: [(Frame) throws(RaisedError) -> Bool] = []
            for test in clause.conditions { conditions.append(try condition(test)) }
            let iterable = index == 0 ? nil : located(clause.iterable.span, try compile(clause.iterable))
            levels.append((iterable, try target(clause.target), conditions))
        }
        let interpreter = self.interpreter
        return { frame, first in
            var iterators = [first]
            return { () throws(RaisedError) in
                while let current = iterators.last {
                    try interpreter.checkInterrupt()
                    let level = levels[iterators.count - 1]
                    guard let value = try current.next() else {
                        iterators.removeLast()
                        continue
                    }
                    try level.store(frame, value)
                    var isWanted = true
                    for test in level.conditions where isWanted { isWanted = try test(frame) }
                    guard isWanted else { continue }
                    if iterators.count == levels.count { return frame }
                    guard let iterable = levels[iterators.count].iterable else { return nil }
                    iterators.append(try interpreter.iterator(over: try iterable(frame)))
                }
                return nil
            }
        }
    }
}

extension Value {
    /// Whether it is a function written in the language.
    fileprivate var isFunction: Bool { if case .function = self { true } else { false } }
}

extension ComprehensionKind {
    /// The name of the function that a comprehension is to Python.
    fileprivate var functionName: String {
        switch self {
        case .list: "<listcomp>"
        case .set: "<setcomp>"
        case .dict: "<dictcomp>"
        case .generator: "<genexpr>"
        }
    }
}
