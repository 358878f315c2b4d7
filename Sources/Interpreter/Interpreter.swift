import Language

/// Runs statements of the language. All its state is in here, so that several can live side by side.
public final class Interpreter {
    /// The script itself, and its variables.
    let main = Namespace(name: "__main__", package: nil)
    /// The variables at the top level of the script.
    public var globals: GlobalTable { main.globals }
    /// The modules that are files.
    public let fileModules = FileModules()
    /// Takes what `print` writes.
    public var output: (String) -> Void
    /// What a script has put in the place of `sys.stdout`, to which `print` writes; nil where it has put nothing there.
    public var replacedOutput: () -> Value? = { nil }
    /// Where the script writes what it has to say beside its results, `sys.stderr`; nil where that is the same place.
    public var errorOutput: ((String) -> Void)?
    /// Finds a module by its dotted name; nil where there is none.
    public var findModule: (String) -> ModuleObject? = { _ in nil }
    /// The names of the modules there are, for did-you-mean.
    public var moduleNames: () -> [String] = { [] }
    /// Finds a name that is neither a variable nor a builtin of the language, such as `Conv2D` without an import.
    public var findName: (String) -> Value? = { _ in nil }
    /// Names, beside variables and builtins, that did-you-mean considers.
    public var knownNames: () -> [String] = { [] }
    /// What a script types for an object, for hints; nil where that is not known.
    public var typedText: (Value) -> String? = { _ in nil }
    /// What to write instead of a name that is not defined; nil to suggest the nearest name.
    public var hintForName: (String) -> String? = { _ in nil }
    /// Whether an interrupt has been asked for; checked in every loop and call.
    public var isInterrupted: () -> Bool = { false }
    /// Names that are called without parentheses: `show c1`.
    public var commandWords: Set<String> = []
    /// The path of the script, which `__file__` gives.
    public var scriptPath = "<script>" { didSet { builtins["__file__"] = .string(scriptPath) } }
    /// Counts the changes of classes that scripts define.
    var classVersion = 0
    /// How many objects have been asked for the hash of their identity.
    private var identityHashes = 0
    /// What a `__repr__` or `__str__` raised where nothing can be raised; the builtin that asked for the text raises it.
    var waitingError: RaisedError?
    /// The library that this interpreter is a part of.
    public weak var host: AnyObject?
    /// Told of decorators that were ignored, and the like.
    public var notice: (String) -> Void = { _ in }

    /// Function calls that are under way.
    var callDepth = 0
    /// Calls beyond which a RecursionError is raised, as in Python.
    public let callDepthLimit = 1000
    var stack = StackGuard()
    var memory = MemoryGuard()
    /// The exception being handled, which a bare `raise` raises again.
    var handledExceptions: [ExceptionObject] = []

    /// The exception being handled; nil outside of `except`.
    public var handledException: ExceptionObject? { handledExceptions.last }

    /// What generators that were dropped halfway have to put in order.
    var abandoned: [GeneratorObject.Advance] = []
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
        // What the shell shows of a value is no part of the program: what that raised has been seen in the text.
        waitingError = nil
        let compiler = Compiler(interpreter: self, source: statement.source, namespace: main)
        let frame = Frame.make(slotCount: 0, parent: nil)
        do {
            let result = try compiler.compileTopLevel(statement.statement)(frame)
            if hasAbandoned { closeAbandoned() }
            // Asked for while a function ran that does not look.
            try checkInterrupt()
            return result
        } catch {
            throw error.located(statement.source, statement.statement.span)
        }
    }

    /// The value of an expression among the script's own variables, as of an annotation that is a string.
    public func value(of text: String) throws(RaisedError) -> Value {
        let source = SourceText(name: "<string>", text)
        let statements: [TopLevelStatement]
        do { statements = try parse(source) } catch { throw RaisedError(error, in: source) }
        guard statements.count == 1, case .expression(let expression) = statements[0].statement.kind else {
            throw RaisedError(.syntaxError, "Forward reference must be an expression -- got \(Value.string(text).repr)")
        }
        let compiler = Compiler(interpreter: self, source: source, namespace: main)
        return try compiler.compile(expression)(Frame.make(slotCount: 0, parent: nil))
    }

    /// Runs all statements of a module.
    /// - Throws: `RaisedError`, a SyntaxError among them.
    func run(_ source: SourceText, in namespace: Namespace) throws(RaisedError) {
        let statements: [TopLevelStatement]
        do { statements = try parse(source) } catch { throw RaisedError(error, in: source) }
        let frame = Frame.make(slotCount: 0, parent: nil)
        for statement in statements {
            try checkInterrupt()
            let compiler = Compiler(interpreter: self, source: statement.source, namespace: namespace)
            do {
                _ = try compiler.compile(statement.statement)(frame)
                if hasAbandoned { closeAbandoned() }
            } catch {
                throw error.located(statement.source, statement.statement.span)
            }
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

extension Interpreter {
    /// The hash of an object that is equal to itself alone: numbers as addresses are, the same in each run of a script.
    func nextIdentityHash() -> Int {
        identityHashes += 1
        return 8_000_000_000_000 + identityHashes * 3
    }
}
