import Interpreter
import Signatures

/// The module `contextlib`: what `with` enters and leaves.
enum ContextlibModule {
    /// - Parameter prelude: where the functions are that are written in the language.
    static func make(_ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "contextlib", documentation: "What `with` enters and leaves.", memberNames: Prelude.names(of: "contextlib")
        ) { prelude?.member($0, of: "contextlib") ?? Placeholder.member($0, of: "contextlib") }
        module.add([contextManager, closing, suppress, nullContext])
        return module
    }

    /// `@contextmanager` makes of a generator function one that answers a context: what comes before its `yield` enters it, the rest leaves it.
    private static var contextManager: BuiltinFunction {
        .python("contextmanager(func)", "Makes contexts of the generators of a function.") { arguments, interpreter in
            let function = arguments[0]
            let signature = interpreter.signature(of: function) ?? Signature("helper(*args, **kwds)")
            return .host(
                NativeMethod(
                    BuiltinFunction(signature: signature, "Makes a context.") {
                        call, interpreter throws(RaisedError) in
                        .host(try GeneratorContext(function, call, interpreter))
                    }))
        }
    }

    private static var closing: BuiltinFunction {
        .python("closing(thing)", "A context that closes a thing when it is left.") { arguments, _ in
            let thing = arguments[0]
            return .host(
                PlainContext("closing", entered: thing) { _, interpreter throws(RaisedError) in
                    _ = try interpreter.call(try interpreter.attribute("close", of: thing), CallArguments())
                    return false
                })
        }
    }

    private static var suppress: BuiltinFunction {
        .python("suppress(*exceptions)", "A context that takes exceptions of some classes.") { arguments, _ in
            let types = arguments.rest
            return .host(
                PlainContext("suppress", entered: .none) { exception, _ throws(RaisedError) in
                    guard let exception else { return false }
                    return types.contains {
                        if case .type(let type) = $0 { exception.type.isKind(of: type) } else { false }
                    }
                })
        }
    }

    private static var nullContext: BuiltinFunction {
        .python("nullcontext(enter_result=None)", "A context that does nothing.") { arguments, _ in
            .host(PlainContext("nullcontext", entered: arguments[0]) { _, _ throws(RaisedError) in false })
        }
    }
}

/// A context of the library, which `with` enters and leaves.
private protocol LibraryContextManager: HostObject {
    func enter(_ interpreter: Interpreter) throws(RaisedError) -> Value
    /// Leaves it, perhaps with an exception.
    /// - Returns: whether it took the exception.
    func exit(_ exception: ExceptionObject?, _ interpreter: Interpreter) throws(RaisedError) -> Bool
}

extension LibraryContextManager {
    fileprivate static var table: AttributeTable {
        AttributeTable(
            of: Self.self,
            [
                .method("__enter__()", "Enters it.") { context, _, interpreter in try context.enter(interpreter) },
                .method("__exit__(typ, value, traceback)", "Leaves it.") { context, arguments, interpreter in
                    var exception: ExceptionObject?
                    if case .exception(let raised) = arguments[1] { exception = raised }
                    return .bool(try context.exit(exception, interpreter))
                },
            ])
    }
}

/// A context that answers a value and does something when it is left.
private final class PlainContext: LibraryContextManager {
    typealias Exit = (ExceptionObject?, Interpreter) throws(RaisedError) -> Bool

    let typeObject: TypeObject
    private let entered: Value
    private let leave: Exit

    init(_ name: String, entered: Value, leave: @escaping Exit) {
        typeObject = TypeObject(name, module: "contextlib", attributes: PlainContext.table)
        self.entered = entered
        self.leave = leave
    }

    func enter(_ interpreter: Interpreter) throws(RaisedError) -> Value { entered }

    func exit(_ exception: ExceptionObject?, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        try leave(exception, interpreter)
    }
}

/// A context made of a generator, which is also a decorator: a function below it runs inside such a context.
private final class GeneratorContext: LibraryContextManager {
    private static let type = TypeObject(
        "_GeneratorContextManager", module: "contextlib", "A context made of a generator.",
        attributes: GeneratorContext.table)

    let typeObject = GeneratorContext.type
    private let function: Value
    private let arguments: CallArguments
    private let generator: Value

    init(_ function: Value, _ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) {
        self.function = function
        self.arguments = arguments
        generator = try interpreter.call(function, arguments)
    }

    func enter(_ interpreter: Interpreter) throws(RaisedError) -> Value {
        guard let value = try interpreter.iterator(over: generator).next() else {
            throw RaisedError(.runtimeError, "generator didn't yield")
        }
        return value
    }

    func exit(_ exception: ExceptionObject?, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        guard let exception else {
            guard try interpreter.iterator(over: generator).next() == nil else {
                throw RaisedError(.runtimeError, "generator didn't stop")
            }
            return false
        }
        do throws(RaisedError) {
            let method = try interpreter.attribute("throw", of: generator)
            _ = try interpreter.call(method, CallArguments([.exception(exception)]))
        } catch {
            let raised = error.exception
            if raised.type.isKind(of: .stopIteration) { return raised !== exception }
            // A StopIteration leaves a generator as the cause of a RuntimeError.
            let isItself = exception.type.isKind(of: .stopIteration) && raised.cause === exception
            if raised === exception || isItself { return false }
            throw error
        }
        throw RaisedError(.runtimeError, "generator didn't stop after throw()")
    }

    var isCallable: Bool { true }

    /// The function below it, run inside a new context each time.
    func call(_ call: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        guard let inner = call.positional.first, interpreter.isCallable(inner) else {
            throw RaisedError(.typeError, "'\(typeName)' object needs a function to decorate")
        }
        let signature = interpreter.signature(of: inner) ?? Signature("inner(*args, **kwds)")
        let (function, arguments) = (self.function, self.arguments)
        return .host(
            NativeMethod(
                BuiltinFunction(signature: signature, "Runs inside a context.") {
                    call, interpreter throws(RaisedError) in
                    let context = try GeneratorContext(function, arguments, interpreter)
                    _ = try context.enter(interpreter)
                    let result: Value
                    do throws(RaisedError) { result = try interpreter.call(inner, call) } catch {
                        guard try context.exit(error.exception, interpreter) else { throw error }
                        return .none
                    }
                    _ = try context.exit(nil, interpreter)
                    return result
                }))
    }
}
