import Language

/// Runs statements of the language. All its state is in here, so that several can live side by side.
public final class Interpreter {
    /// The variables at the top level.
    public let globals = GlobalTable()
    /// Takes what `print` writes.
    public var output: (String) -> Void
    /// Finds a module by its dotted name; nil where there is none.
    public var findModule: (String) -> ModuleObject? = { _ in nil }
    /// The names of the modules there are, for did-you-mean.
    public var moduleNames: () -> [String] = { [] }
    /// Finds a name that is neither a variable nor a builtin of the language, such as `Conv2D` without an import.
    public var findName: (String) -> Value? = { _ in nil }
    /// Names, beside variables and builtins, that did-you-mean considers.
    public var knownNames: () -> [String] = { [] }
    /// What to write instead of a name that is not defined; nil to suggest the nearest name.
    public var hintForName: (String) -> String? = { _ in nil }
    /// Whether an interrupt has been asked for; checked in every loop and call.
    public var isInterrupted: () -> Bool = { false }
    /// Names that are called without parentheses: `show c1`.
    public var commandWords: Set<String> = []
    /// Counts the changes of classes that scripts define.
    var classVersion = 0
    /// The library that this interpreter is a part of.
    public weak var host: AnyObject?
    /// Told of decorators that were ignored, and the like.
    public var notice: (String) -> Void = { _ in }

    /// Function calls that are under way.
    var callDepth = 0
    /// Calls beyond which a RecursionError is raised, as in Python.
    let callDepthLimit = 1000
    var stack = StackGuard()
    var memory = MemoryGuard()
    /// The exception being handled, which a bare `raise` raises again.
    var handledExceptions: [ExceptionObject] = []
    private(set) var builtins: [String: Value] = [:]
    /// Classes of iterators that no builtin names, made when they are first asked for.
    var iteratorTypes: [String: TypeObject] = [:]

    /// - Parameter output: takes what `print` writes.
    public init(output: @escaping (String) -> Void = { _ in }) {
        self.output = output
        for (name, value) in BuiltinRegistry.values() { builtins[name] = value }
    }

    /// The names of the builtins, sorted.
    public var builtinNames: [String] { builtins.keys.sorted() }

    /// What a name means where no variable has it; nil if nothing.
    public func builtin(_ name: String) -> Value? { builtins[name] ?? findName(name) }

    /// The value of a name at the top level; nil if it means nothing.
    public func lookUp(_ name: String) -> Value? { globals[name] ?? builtin(name) }

    /// Reads a script.
    /// - Throws: `SyntaxFailure`.
    public func parse(_ source: SourceText) throws(SyntaxFailure) -> [TopLevelStatement] {
        try Parser.parse(source, commandWords: commandWords)
    }

    /// Runs one statement.
    /// - Returns: what the shell may show: a value, or what was bound.
    /// - Throws: `RaisedError`, with where it happened and the calls it went through.
    public func run(_ statement: TopLevelStatement) throws(RaisedError) -> StatementResult {
        stack = StackGuard()
        callDepth = 0
        handledExceptions = []
        let compiler = Compiler(interpreter: self, source: statement.source)
        let frame = Frame(slotCount: 0, parent: nil)
        do {
            let result = try compiler.compileTopLevel(statement.statement)(frame)
            // Asked for while a function ran that does not look.
            try checkInterrupt()
            return result
        } catch {
            throw error.located(statement.source, statement.statement.span)
        }
    }

    /// Does something with each item, and looks at the interrupt now and then.
    public func forEach<Items: Sequence>(
        _ items: Items, _ body: (Items.Element) throws(RaisedError) -> Void
    ) throws(RaisedError) {
        var count = 0
        for item in items {
            if count & 0xFFF == 0xFFF { try checkInterrupt() }
            count += 1
            try body(item)
        }
    }

    /// Raises KeyboardInterrupt if an interrupt has been asked for.
    @inline(__always)
    public func checkInterrupt() throws(RaisedError) {
        if isInterrupted() { throw RaisedError(.keyboardInterrupt, "") }
    }
}

/// What a statement left behind for the shell to show.
public enum StatementResult {
    case nothing
    /// The value of an expression.
    case value(Value)
    /// Names that were bound by an assignment, with their values.
    case bound([(name: String, value: Value)])
}

/// The variables at the top level, in slots, so that compiled code finds them without a search.
public final class GlobalTable {
    private var indices: [String: Int] = [:]
    private(set) var names: [String] = []
    var values: ContiguousArray<Value?> = []

    /// A table without variables.
    public init() {}

    /// The slot of a name, made if there is none yet.
    func slot(of name: String) -> Int {
        if let index = indices[name] { return index }
        indices[name] = names.count
        names.append(name)
        values.append(nil)
        return names.count - 1
    }

    /// A variable; nil where it has no value.
    public subscript(name: String) -> Value? {
        get { indices[name].flatMap { values[$0] } }
        set { values[slot(of: name)] = newValue }
    }

    /// The names that have a value, in the order in which they were first mentioned.
    public var definedNames: [String] { names.indices.filter { values[$0] != nil }.map { names[$0] } }
}
