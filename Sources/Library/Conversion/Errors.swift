import Interpreter
import Layers
import TensorEngine

extension RaisedError {
    /// A refusal of the catalogue as an exception of the language.
    init(_ refusal: Refusal) {
        if let raised = refusal.cause?.error as? RaisedError {
            self.init(raised.exception)
            return
        }
        self.init(
            TypeObject.exceptionClass(named: refusal.kind.rawValue) ?? .valueError, refusal.message,
            hint: refusal.remedy)
        exception.details = refusal.details
        exception.brief = refusal.brief
        exception.item = refusal.item
    }

    /// Any error of the modules below as an exception of the language.
    init(converting error: any Error) {
        switch error {
        case let raised as RaisedError: self = raised
        case let refusal as Refusal: self.init(refusal)
        case let error as EngineError: self.init(Refusal(error))
        default: self.init(.runtimeError, "\(error)")
        }
    }
}

extension Refusal {
    /// An exception of the language as a refusal, for the modules below.
    init(_ error: RaisedError) {
        let exception = error.exception
        self.init(
            Kind(rawValue: exception.type.name) ?? .valueError, exception.message, remedy: exception.hint,
            brief: exception.brief)
        details = exception.details
        isFinal = exception.isFinal
        cause = ForeignError(error)
    }
}

/// Runs code of the modules below, turning its errors into exceptions of the language.
func raising<Result>(_ body: () throws -> Result) throws(RaisedError) -> Result {
    do { return try body() } catch { throw RaisedError(converting: error) }
}
