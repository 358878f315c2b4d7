/// A class of exceptions.
public final class ExceptionType: Sendable {
    /// The name it is found by.
    public let name: String
    /// The class it derives from; nil for the root.
    public let parent: ExceptionType?

    init(_ name: String, _ parent: ExceptionType?) {
        self.name = name
        self.parent = parent
    }

    /// Whether this class is `other` or derives from it.
    public func isKind(of other: ExceptionType) -> Bool {
        self === other || parent?.isKind(of: other) == true
    }

    /// Python's `BaseException`.
    public static let baseException = ExceptionType("BaseException", nil)
    /// Python's `Exception`.
    public static let exception = ExceptionType("Exception", baseException)
    /// Python's `KeyboardInterrupt`.
    public static let keyboardInterrupt = ExceptionType("KeyboardInterrupt", baseException)
    /// Python's `SystemExit`.
    public static let systemExit = ExceptionType("SystemExit", baseException)
    /// Python's `ArithmeticError`.
    public static let arithmeticError = ExceptionType("ArithmeticError", exception)
    /// Python's `ZeroDivisionError`.
    public static let zeroDivisionError = ExceptionType("ZeroDivisionError", arithmeticError)
    /// Python's `OverflowError`.
    public static let overflowError = ExceptionType("OverflowError", arithmeticError)
    /// Python's `AssertionError`.
    public static let assertionError = ExceptionType("AssertionError", exception)
    /// Python's `AttributeError`.
    public static let attributeError = ExceptionType("AttributeError", exception)
    /// Python's `ImportError`.
    public static let importError = ExceptionType("ImportError", exception)
    /// Python's `ModuleNotFoundError`.
    public static let moduleNotFoundError = ExceptionType("ModuleNotFoundError", importError)
    /// Python's `LookupError`.
    public static let lookupError = ExceptionType("LookupError", exception)
    /// Python's `IndexError`.
    public static let indexError = ExceptionType("IndexError", lookupError)
    /// Python's `KeyError`.
    public static let keyError = ExceptionType("KeyError", lookupError)
    /// Python's `MemoryError`.
    public static let memoryError = ExceptionType("MemoryError", exception)
    /// Python's `NameError`.
    public static let nameError = ExceptionType("NameError", exception)
    /// Python's `UnboundLocalError`.
    public static let unboundLocalError = ExceptionType("UnboundLocalError", nameError)
    /// Python's `OSError`.
    public static let osError = ExceptionType("OSError", exception)
    /// Python's `FileNotFoundError`.
    public static let fileNotFoundError = ExceptionType("FileNotFoundError", osError)
    /// Python's `PermissionError`.
    public static let permissionError = ExceptionType("PermissionError", osError)
    /// Python's `IsADirectoryError`.
    public static let isADirectoryError = ExceptionType("IsADirectoryError", osError)
    /// Python's `RuntimeError`.
    public static let runtimeError = ExceptionType("RuntimeError", exception)
    /// Python's `NotImplementedError`.
    public static let notImplementedError = ExceptionType("NotImplementedError", runtimeError)
    /// Python's `RecursionError`.
    public static let recursionError = ExceptionType("RecursionError", runtimeError)
    /// Python's `StopIteration`.
    public static let stopIteration = ExceptionType("StopIteration", exception)
    /// Python's `SyntaxError`.
    public static let syntaxError = ExceptionType("SyntaxError", exception)
    /// Python's `IndentationError`.
    public static let indentationError = ExceptionType("IndentationError", syntaxError)
    /// Python's `TypeError`.
    public static let typeError = ExceptionType("TypeError", exception)
    /// Python's `ValueError`.
    public static let valueError = ExceptionType("ValueError", exception)
    /// Python's `UnicodeError`.
    public static let unicodeError = ExceptionType("UnicodeError", valueError)
    /// Python's `Warning`.
    public static let warning = ExceptionType("Warning", exception)
    /// Python's `UserWarning`.
    public static let userWarning = ExceptionType("UserWarning", warning)
    /// Python's `DeprecationWarning`.
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
