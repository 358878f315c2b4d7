import Interpreter

/// What `name_scope` and `device` answer: something to stand behind `with`. Names and devices are as they are without it.
final class ScopeObject: HostObject {
    private let name: Value

    init(_ name: Value) { self.name = name }

    var typeName: String { "name_scope" }
    var attributeNames: [String] { ["name"] }

    func attribute(_ attribute: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch attribute {
        case "name": name
        case "__enter__": .builtin(BuiltinFunction(attribute) { [name] _, _ throws(RaisedError) in name })
        default: nil
        }
    }

    /// A function that makes one, by the name that scripts know.
    static func function(_ name: String) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["name"], documentation: "Groups what stands in it; ignored.") {
            arguments, _ throws(RaisedError) in .host(ScopeObject(arguments.positional.first ?? .none))
        }
    }
}
