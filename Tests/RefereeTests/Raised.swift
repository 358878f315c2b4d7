import Interpreter
import Layers
import TensorEngine

extension RaisedError {
    /// An error of any stage, as the shell would show it.
    init(refereed error: any Error) {
        switch error {
        case let raised as RaisedError: self = raised
        case let refusal as Refusal:
            self.init(TypeObject.exceptionClass(named: refusal.kind.rawValue) ?? .valueError, refusal.message)
        case let error as EngineError:
            let refusal = Refusal(error)
            self.init(TypeObject.exceptionClass(named: refusal.kind.rawValue) ?? .valueError, refusal.message)
        default: self.init(.runtimeError, "\(error)")
        }
    }
}
