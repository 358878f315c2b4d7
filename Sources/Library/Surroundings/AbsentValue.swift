import Interpreter
import Language

/// A value that is not there, because what would compute it was left out: the accuracy of a model that was not trained.
///
/// Whatever is computed from it is not there either. Only a decision cannot be made by it.
final class AbsentValue: HostObject {
    /// Why it is not there: "fit is skipped".
    let reason: String

    init(_ reason: String) { self.reason = reason }

    /// The class.
    static let absentType = TypeObject("NotComputed", module: "convsh", "A value that was not computed.")

    /// What is shown in its place.
    private static let text = "not computed"

    var typeObject: TypeObject { AbsentValue.absentType }
    var isAbsent: Bool { true }
    var isSilent: Bool { true }
    func repr() -> String { AbsentValue.text }
    func format(_ specification: String) throws(RaisedError) -> String? {
        // The width is kept, so that columns stay columns.
        let width = Int(specification.drop { "<>^+- 0,_#".contains($0) }.prefix { $0.isNumber }) ?? 0
        return AbsentValue.text + String(repeating: " ", count: max(0, min(width, 200) - AbsentValue.text.count))
    }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        name.hasPrefix("__") && !["__round__", "__abs__"].contains(name) ? nil : .host(self)
    }

    func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool { true }
    func setItem(_ index: Value, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool { true }
    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? { .host(self) }
    var isCallable: Bool { true }
    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value { .host(self) }

    func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        // Texts and lists are not computed with.
        switch other.plain {
        case .string, .list, .tuple, .dict: nil
        default: .host(self)
        }
    }

    func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? { .host(self) }

    func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        switch (op, other) {
        case (.equal, .none): .bool(false)
        case (.notEqual, .none): .bool(true)
        default: .host(self)
        }
    }

    func truth() throws(RaisedError) -> Bool { throw unknown("whether it is true") }
    func length() throws(RaisedError) -> Int? { throw unknown("how many items it has") }
    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? { throw unknown("what is in it") }
    func contains(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool? {
        throw unknown("what is in it")
    }

    func number(convertedTo type: String) throws(RaisedError) -> Value? { throw unknown("its number") }

    private func unknown(_ what: String) -> RaisedError {
        RaisedError(.valueError, "\(what) is not known: the value was not computed, as \(reason)")
    }
}

extension CallArguments {
    /// The first value among the arguments, or in a list among them, that is not there.
    var absent: Value? {
        for argument in positional + keywords.map(\.value) {
            if argument.isAbsent { return argument }
            switch argument {
            case .list(let list): if let first = list.items.first, first.isAbsent { return first }
            case .tuple(let items): if let first = items.first, first.isAbsent { return first }
            default: break
            }
        }
        return nil
    }
}

extension BuiltinFunction {
    /// The same function, whose result is not there where an argument is not.
    func passingAbsence() -> BuiltinFunction {
        BuiltinFunction(of: self) { [self] arguments, interpreter throws(RaisedError) in
            if let absent = arguments.absent { return absent }
            return try call(arguments, interpreter)
        }
    }
}
