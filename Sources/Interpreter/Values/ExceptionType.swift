/// A class of exceptions.
public final class ExceptionType: Sendable {
    public let name: String
    public let parent: ExceptionType?

    init(_ name: String, _ parent: ExceptionType?) {
        self.name = name
        self.parent = parent
    }

    /// Whether this class is `other` or derives from it.
    public func isKind(of other: ExceptionType) -> Bool {
        self === other || parent?.isKind(of: other) == true
    }

    public static let baseException = ExceptionType("BaseException", nil)
    public static let exception = ExceptionType("Exception", baseException)
    public static let keyboardInterrupt = ExceptionType("KeyboardInterrupt", baseException)
    public static let systemExit = ExceptionType("SystemExit", baseException)
    public static let arithmeticError = ExceptionType("ArithmeticError", exception)
    public static let zeroDivisionError = ExceptionType("ZeroDivisionError", arithmeticError)
    public static let overflowError = ExceptionType("OverflowError", arithmeticError)
    public static let assertionError = ExceptionType("AssertionError", exception)
    public static let attributeError = ExceptionType("AttributeError", exception)
    public static let importError = ExceptionType("ImportError", exception)
    public static let moduleNotFoundError = ExceptionType("ModuleNotFoundError", importError)
    public static let lookupError = ExceptionType("LookupError", exception)
    public static let indexError = ExceptionType("IndexError", lookupError)
    public static let keyError = ExceptionType("KeyError", lookupError)
    public static let memoryError = ExceptionType("MemoryError", exception)
    public static let nameError = ExceptionType("NameError", exception)
    public static let unboundLocalError = ExceptionType("UnboundLocalError", nameError)
    public static let osError = ExceptionType("OSError", exception)
    public static let fileNotFoundError = ExceptionType("FileNotFoundError", osError)
    public static let permissionError = ExceptionType("PermissionError", osError)
    public static let isADirectoryError = ExceptionType("IsADirectoryError", osError)
    public static let runtimeError = ExceptionType("RuntimeError", exception)
    public static let notImplementedError = ExceptionType("NotImplementedError", runtimeError)
    public static let recursionError = ExceptionType("RecursionError", runtimeError)
    public static let stopIteration = ExceptionType("StopIteration", exception)
    public static let syntaxError = ExceptionType("SyntaxError", exception)
    public static let indentationError = ExceptionType("IndentationError", syntaxError)
    public static let typeError = ExceptionType("TypeError", exception)
    public static let valueError = ExceptionType("ValueError", exception)
    public static let unicodeError = ExceptionType("UnicodeError", valueError)
    public static let warning = ExceptionType("Warning", exception)
    public static let userWarning = ExceptionType("UserWarning", warning)
    public static let deprecationWarning = ExceptionType("DeprecationWarning", warning)

    /// Every class a script can name.
    public static let all: [ExceptionType] = [
        baseException, exception, keyboardInterrupt, systemExit, arithmeticError, zeroDivisionError, overflowError,
        assertionError, attributeError, importError, moduleNotFoundError, lookupError, indexError, keyError,
        memoryError, nameError, unboundLocalError, osError, fileNotFoundError, permissionError, isADirectoryError,
        runtimeError, notImplementedError, recursionError, stopIteration, syntaxError, indentationError, typeError,
        valueError, unicodeError, warning, userWarning, deprecationWarning,
    ]

    /// The class of that name.
    public static func named(_ name: String) -> ExceptionType? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
