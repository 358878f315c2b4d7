import Language

/// Finds the names that a function's body binds, which are its local variables.
struct BoundNames {
    private(set) var names: [String] = []
    private(set) var globals: Set<String> = []
    private(set) var nonlocals: Set<String> = []
    private var seen: Set<String> = []

    /// The names bound by statements, in the order in which they appear.
    init(in body: [Statement]) {
        for statement in body { visit(statement) }
    }

    /// The names that an expression binds by `:=`.
    init(in expression: Expression) { search(expression) }

    /// The names that a target binds.
    init(target: Expression) { bind(target) }

    private mutating func add(_ name: String) { if seen.insert(name).inserted { names.append(name) } }

    private mutating func visit(_ body: [Statement]) { for statement in body { visit(statement) } }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .expression(let value): search(value)
        case .assign(let targets, let value):
            targets.forEach { bind($0) }
            search(value)
        case .augmented(let target, _, let value):
            bind(target)
            search(value)
        case .annotated(let target, let value, _):
            bind(target)
            if let value { search(value) }
        case .conditional(let branches, let otherwise):
            for branch in branches {
                search(branch.test)
                visit(branch.body)
            }
            visit(otherwise)
        case .whileLoop(let test, let body, let otherwise):
            search(test)
            visit(body)
            visit(otherwise)
        case .forLoop(let target, let iterable, let body, let otherwise):
            bind(target)
            search(iterable)
            visit(body)
            visit(otherwise)
        case .function(let function): add(function.name)
        case .classDefinition(let definition): add(definition.name)
        case .returning(let value): if let value { search(value) }
        case .importing(let modules):
            for module in modules { add(module.alias ?? String(module.path.prefix { $0 != "." })) }
        case .importingFrom(_, let imported, _): for item in imported { add(item.alias ?? item.name) }
        case .global(let list): globals.formUnion(list)
        case .nonlocal(let list): nonlocals.formUnion(list)
        case .delete(let targets): targets.forEach { bind($0) }
        case .assert(let test, let message):
            search(test)
            if let message { search(message) }
        case .trying(let body, let clauses, let otherwise, let finally):
            visit(body)
            for clause in clauses {
                if let name = clause.name { add(name) }
                visit(clause.body)
            }
            visit(otherwise)
            visit(finally)
        case .with(let items, let body):
            for item in items {
                search(item.context)
                if let target = item.target { bind(target) }
            }
            visit(body)
        case .raising(let error, let cause):
            if let error { search(error) }
            if let cause { search(cause) }
        case .pass, .breaking, .continuing, .shell: break
        }
    }

    private mutating func bind(_ target: Expression) {
        switch target.kind {
        case .name(let name): add(name)
        case .tuple(let items), .list(let items): items.forEach { bind($0) }
        case .starred(let inner): bind(inner)
        default: search(target)
        }
    }

    /// Looks for `name := value` in an expression; functions and lambdas inside it have their own names.
    private mutating func search(_ expression: Expression) {
        switch expression.kind {
        case .named(let name, let value):
            add(name)
            search(value)
        case .tuple(let items), .list(let items), .set(let items), .boolean(_, let items): items.forEach { search($0) }
        case .dict(let items):
            for item in items {
                if let key = item.key { search(key) }
                search(item.value)
            }
        case .unary(_, let a), .not(let a), .starred(let a), .attribute(let a, _, _): search(a)
        case .binary(_, let a, let b), .subscripted(let a, let b):
            search(a)
            search(b)
        case .comparison(let first, let rest):
            search(first)
            for (_, operand) in rest { search(operand) }
        case .conditional(let test, let then, let otherwise):
            search(test)
            search(then)
            search(otherwise)
        case .call(let callee, let arguments):
            search(callee)
            for argument in arguments { search(argument.value) }
        case .yieldFrom(let a): search(a)
        case .yield(let a): if let a { search(a) }
        case .slice(let a, let b, let c): for part in [a, b, c] { if let part { search(part) } }
        case .comprehension(_, let element, let value, let clauses):
            search(element)
            if let value { search(value) }
            for clause in clauses {
                search(clause.iterable)
                clause.conditions.forEach { search($0) }
            }
        default: break
        }
    }
}
