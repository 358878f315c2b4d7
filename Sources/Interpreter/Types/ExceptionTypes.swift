/// A class of exceptions: `BaseException`, or one that derives from it.
public typealias ExceptionType = TypeObject

extension TypeObject {
    /// Whether its values are exceptions.
    public var isException: Bool { isKind(of: .baseException) }

    private static func derived(_ name: String, _ base: TypeObject) -> TypeObject {
        TypeObject(name, "An exception.", bases: [base])
    }

    private static let exceptionDeclaration: Declaration = Declaration("BaseException(*args, **kwargs)")

    /// Python's `BaseException`.
    public static let baseException: TypeObject = TypeObject(
        "BaseException", "An exception.", attributes: ExceptionMethods.table, declaration: exceptionDeclaration
    ) { type, arguments, _ throws(RaisedError) in
        for (name, _) in arguments.keywordRest where !type.exceptionKeywords.contains(name) {
            throw RaisedError(
                .typeError,
                type.exceptionKeywords.isEmpty
                    ? "\(type.name)() takes no keyword arguments"
                    : "'\(name)' is an invalid keyword argument for \(type.name)()")
        }
        let exception = ExceptionObject(type.exceptionClass(for: arguments.rest), arguments.rest)
        exception.takeFilenames()
        for (name, value) in arguments.keywordRest { exception.attributes[name] = value }
        return .exception(exception)
    }
    /// Python's `Exception`.
    public static let exception: TypeObject = derived("Exception", baseException)
    /// Python's `KeyboardInterrupt`.
    public static let keyboardInterrupt: TypeObject = derived("KeyboardInterrupt", baseException)
    /// Python's `SystemExit`.
    public static let systemExit: TypeObject = derived("SystemExit", baseException)
    /// Python's `ArithmeticError`.
    public static let arithmeticError: TypeObject = derived("ArithmeticError", exception)
    /// Python's `ZeroDivisionError`.
    public static let zeroDivisionError: TypeObject = derived("ZeroDivisionError", arithmeticError)
    /// Python's `OverflowError`.
    public static let overflowError: TypeObject = derived("OverflowError", arithmeticError)
    /// Python's `AssertionError`.
    public static let assertionError: TypeObject = derived("AssertionError", exception)
    /// Python's `AttributeError`.
    public static let attributeError: TypeObject = derived("AttributeError", exception)
    /// Python's `ImportError`.
    public static let importError: TypeObject = derived("ImportError", exception)
    /// Python's `ModuleNotFoundError`.
    public static let moduleNotFoundError: TypeObject = derived("ModuleNotFoundError", importError)
    /// Python's `LookupError`.
    public static let lookupError: TypeObject = derived("LookupError", exception)
    /// Python's `IndexError`.
    public static let indexError: TypeObject = derived("IndexError", lookupError)
    /// Python's `KeyError`.
    public static let keyError: TypeObject = derived("KeyError", lookupError)
    /// Python's `MemoryError`.
    public static let memoryError: TypeObject = derived("MemoryError", exception)
    /// Python's `NameError`.
    public static let nameError: TypeObject = derived("NameError", exception)
    /// Python's `UnboundLocalError`.
    public static let unboundLocalError: TypeObject = derived("UnboundLocalError", nameError)
    /// Python's `OSError`.
    public static let osError: TypeObject = derived("OSError", exception)
    /// Python's `FileNotFoundError`.
    public static let fileNotFoundError: TypeObject = derived("FileNotFoundError", osError)
    /// Python's `PermissionError`.
    public static let permissionError: TypeObject = derived("PermissionError", osError)
    /// Python's `IsADirectoryError`.
    public static let isADirectoryError: TypeObject = derived("IsADirectoryError", osError)
    /// Python's `RuntimeError`.
    public static let runtimeError: TypeObject = derived("RuntimeError", exception)
    /// Python's `NotImplementedError`.
    public static let notImplementedError: TypeObject = derived("NotImplementedError", runtimeError)
    /// Python's `RecursionError`.
    public static let recursionError: TypeObject = derived("RecursionError", runtimeError)
    /// Python's `StopIteration`.
    public static let stopIteration: TypeObject = derived("StopIteration", exception)
    /// Python's `SyntaxError`.
    public static let syntaxError: TypeObject = derived("SyntaxError", exception)
    /// Python's `IndentationError`.
    public static let indentationError: TypeObject = derived("IndentationError", syntaxError)
    /// Python's `TypeError`.
    public static let typeError: TypeObject = derived("TypeError", exception)
    /// Python's `ValueError`.
    public static let valueError: TypeObject = derived("ValueError", exception)
    /// Python's `UnicodeError`.
    public static let unicodeError: TypeObject = derived("UnicodeError", valueError)
    /// Python's `Warning`.
    public static let warning: TypeObject = derived("Warning", exception)
    /// Python's `UserWarning`.
    public static let userWarning: TypeObject = derived("UserWarning", warning)
    /// Python's `DeprecationWarning`.
    public static let deprecationWarning: TypeObject = derived("DeprecationWarning", warning)

    /// Python's `FloatingPointError`.
    public static let floatingPointError: TypeObject = derived("FloatingPointError", arithmeticError)
    /// Python's `EOFError`.
    public static let eofError: TypeObject = derived("EOFError", exception)
    /// Python's `BufferError`.
    public static let bufferError: TypeObject = derived("BufferError", exception)
    /// Python's `ReferenceError`.
    public static let referenceError: TypeObject = derived("ReferenceError", exception)
    /// Python's `SystemError`.
    public static let systemError: TypeObject = derived("SystemError", exception)
    /// Python's `StopAsyncIteration`.
    public static let stopAsyncIteration: TypeObject = derived("StopAsyncIteration", exception)
    /// Python's `GeneratorExit`.
    public static let generatorExit: TypeObject = derived("GeneratorExit", baseException)
    /// Python's `TabError`.
    public static let tabError: TypeObject = derived("TabError", indentationError)
    /// Python's `UnicodeDecodeError`.
    public static let unicodeDecodeError: TypeObject = derived("UnicodeDecodeError", unicodeError)
    /// Python's `UnicodeEncodeError`.
    public static let unicodeEncodeError: TypeObject = derived("UnicodeEncodeError", unicodeError)
    /// Python's `UnicodeTranslateError`.
    public static let unicodeTranslateError: TypeObject = derived("UnicodeTranslateError", unicodeError)
    /// Python's `FileExistsError`.
    public static let fileExistsError: TypeObject = derived("FileExistsError", osError)
    /// Python's `NotADirectoryError`.
    public static let notADirectoryError: TypeObject = derived("NotADirectoryError", osError)
    /// Python's `InterruptedError`.
    public static let interruptedError: TypeObject = derived("InterruptedError", osError)
    /// Python's `TimeoutError`.
    public static let timeoutError: TypeObject = derived("TimeoutError", osError)
    /// Python's `BlockingIOError`.
    public static let blockingIOError: TypeObject = derived("BlockingIOError", osError)
    /// Python's `ChildProcessError`.
    public static let childProcessError: TypeObject = derived("ChildProcessError", osError)
    /// Python's `ProcessLookupError`.
    public static let processLookupError: TypeObject = derived("ProcessLookupError", osError)
    /// Python's `ConnectionError`.
    public static let connectionError: TypeObject = derived("ConnectionError", osError)
    /// Python's `BrokenPipeError`.
    public static let brokenPipeError: TypeObject = derived("BrokenPipeError", connectionError)
    /// Python's `ConnectionAbortedError`.
    public static let connectionAbortedError: TypeObject = derived("ConnectionAbortedError", connectionError)
    /// Python's `ConnectionRefusedError`.
    public static let connectionRefusedError: TypeObject = derived("ConnectionRefusedError", connectionError)
    /// Python's `ConnectionResetError`.
    public static let connectionResetError: TypeObject = derived("ConnectionResetError", connectionError)
    /// Python's `RuntimeWarning`.
    public static let runtimeWarning: TypeObject = derived("RuntimeWarning", warning)
    /// Python's `FutureWarning`.
    public static let futureWarning: TypeObject = derived("FutureWarning", warning)
    /// Python's `SyntaxWarning`.
    public static let syntaxWarning: TypeObject = derived("SyntaxWarning", warning)
    /// Python's `ImportWarning`.
    public static let importWarning: TypeObject = derived("ImportWarning", warning)
    /// Python's `PendingDeprecationWarning`.
    public static let pendingDeprecationWarning: TypeObject = derived("PendingDeprecationWarning", warning)
    /// Python's `ResourceWarning`.
    public static let resourceWarning: TypeObject = derived("ResourceWarning", warning)
    /// Python's `UnicodeWarning`.
    public static let unicodeWarning: TypeObject = derived("UnicodeWarning", warning)
    /// Python's `BytesWarning`.
    public static let bytesWarning: TypeObject = derived("BytesWarning", warning)

    /// Every class of exceptions that a script can name.
    public static let exceptions: [TypeObject] = [
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

    /// The class of exceptions of that name.
    public static func exceptionClass(named name: String) -> TypeObject? { exceptionsByName[name] }

    private static let exceptionsByName = Dictionary(uniqueKeysWithValues: exceptions.map { ($0.name, $0) })

    /// The keywords that exceptions of the class take.
    private var exceptionKeywords: Set<String> {
        if isKind(of: .importError) { return ["name", "path"] }
        if isKind(of: .attributeError) { return ["name", "obj"] }
        return isKind(of: .nameError) ? ["name"] : []
    }

    /// The class of `OSError(number, message)`, which depends on the number.
    private func exceptionClass(for arguments: [Value]) -> TypeObject {
        guard self === TypeObject.osError, arguments.count > 1, case .int(let number) = arguments[0] else {
            return self
        }
        switch number {
        case 1, 13: return .permissionError
        case 2: return .fileNotFoundError
        case 17: return .fileExistsError
        case 20: return .notADirectoryError
        case 21: return .isADirectoryError
        case 32: return .brokenPipeError
        case 110: return .timeoutError
        default: return self
        }
    }
}
