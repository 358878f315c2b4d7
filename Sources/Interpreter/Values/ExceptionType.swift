/// A class of exceptions.
public final class ExceptionType: Sendable {
    /// The name it is found by.
    public let name: String
    /// The class it derives from; nil for the root.
    public let parent: ExceptionType?

    /// A class that derives from another; modules make their own.
    public init(_ name: String, _ parent: ExceptionType?) {
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

    /// Python's `FloatingPointError`.
    public static let floatingPointError = ExceptionType("FloatingPointError", arithmeticError)
    /// Python's `EOFError`.
    public static let eofError = ExceptionType("EOFError", exception)
    /// Python's `BufferError`.
    public static let bufferError = ExceptionType("BufferError", exception)
    /// Python's `ReferenceError`.
    public static let referenceError = ExceptionType("ReferenceError", exception)
    /// Python's `SystemError`.
    public static let systemError = ExceptionType("SystemError", exception)
    /// Python's `StopAsyncIteration`.
    public static let stopAsyncIteration = ExceptionType("StopAsyncIteration", exception)
    /// Python's `GeneratorExit`.
    public static let generatorExit = ExceptionType("GeneratorExit", baseException)
    /// Python's `TabError`.
    public static let tabError = ExceptionType("TabError", indentationError)
    /// Python's `UnicodeDecodeError`.
    public static let unicodeDecodeError = ExceptionType("UnicodeDecodeError", unicodeError)
    /// Python's `UnicodeEncodeError`.
    public static let unicodeEncodeError = ExceptionType("UnicodeEncodeError", unicodeError)
    /// Python's `UnicodeTranslateError`.
    public static let unicodeTranslateError = ExceptionType("UnicodeTranslateError", unicodeError)
    /// Python's `FileExistsError`.
    public static let fileExistsError = ExceptionType("FileExistsError", osError)
    /// Python's `NotADirectoryError`.
    public static let notADirectoryError = ExceptionType("NotADirectoryError", osError)
    /// Python's `InterruptedError`.
    public static let interruptedError = ExceptionType("InterruptedError", osError)
    /// Python's `TimeoutError`.
    public static let timeoutError = ExceptionType("TimeoutError", osError)
    /// Python's `BlockingIOError`.
    public static let blockingIOError = ExceptionType("BlockingIOError", osError)
    /// Python's `ChildProcessError`.
    public static let childProcessError = ExceptionType("ChildProcessError", osError)
    /// Python's `ProcessLookupError`.
    public static let processLookupError = ExceptionType("ProcessLookupError", osError)
    /// Python's `ConnectionError`.
    public static let connectionError = ExceptionType("ConnectionError", osError)
    /// Python's `BrokenPipeError`.
    public static let brokenPipeError = ExceptionType("BrokenPipeError", connectionError)
    /// Python's `ConnectionAbortedError`.
    public static let connectionAbortedError = ExceptionType("ConnectionAbortedError", connectionError)
    /// Python's `ConnectionRefusedError`.
    public static let connectionRefusedError = ExceptionType("ConnectionRefusedError", connectionError)
    /// Python's `ConnectionResetError`.
    public static let connectionResetError = ExceptionType("ConnectionResetError", connectionError)
    /// Python's `RuntimeWarning`.
    public static let runtimeWarning = ExceptionType("RuntimeWarning", warning)
    /// Python's `FutureWarning`.
    public static let futureWarning = ExceptionType("FutureWarning", warning)
    /// Python's `SyntaxWarning`.
    public static let syntaxWarning = ExceptionType("SyntaxWarning", warning)
    /// Python's `ImportWarning`.
    public static let importWarning = ExceptionType("ImportWarning", warning)
    /// Python's `PendingDeprecationWarning`.
    public static let pendingDeprecationWarning = ExceptionType("PendingDeprecationWarning", warning)
    /// Python's `ResourceWarning`.
    public static let resourceWarning = ExceptionType("ResourceWarning", warning)
    /// Python's `UnicodeWarning`.
    public static let unicodeWarning = ExceptionType("UnicodeWarning", warning)
    /// Python's `BytesWarning`.
    public static let bytesWarning = ExceptionType("BytesWarning", warning)

    /// Every class a script can name.
    public static let all: [ExceptionType] = [
        baseException, exception, keyboardInterrupt, systemExit, arithmeticError, zeroDivisionError, overflowError,
        assertionError, attributeError, importError, moduleNotFoundError, lookupError, indexError, keyError,
        memoryError, nameError, unboundLocalError, osError, fileNotFoundError, permissionError, isADirectoryError,
        runtimeError, notImplementedError, recursionError, stopIteration, syntaxError, indentationError, typeError,
        valueError, unicodeError, warning, userWarning, deprecationWarning,
        floatingPointError, eofError, bufferError, referenceError, systemError, stopAsyncIteration, generatorExit,
        tabError, unicodeDecodeError, unicodeEncodeError, unicodeTranslateError, fileExistsError, notADirectoryError,
        interruptedError, timeoutError, blockingIOError, childProcessError, processLookupError, connectionError,
        brokenPipeError, connectionAbortedError, connectionRefusedError, connectionResetError, runtimeWarning,
        futureWarning, syntaxWarning, importWarning, pendingDeprecationWarning, resourceWarning, unicodeWarning,
        bytesWarning,
    ]

    /// The class of that name.
    public static func named(_ name: String) -> ExceptionType? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
