import Interpreter

/// What `name_scope` and `device` answer: something to stand behind `with`. Names and devices are as they are without it.
final class ScopeObject: HostObject {
    private let name: Value

    init(_ name: Value) { self.name = name }

    private static let scopeType = TypeObject("name_scope", module: "keras", "Groups what stands in it.")
    var typeObject: TypeObject { ScopeObject.scopeType }
    var attributeNames: [String] { ["name"] }

    func attribute(_ attribute: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch attribute {
        case "name": name
        case "__enter__": .builtin(.python("__enter__()", "The name.") { [name] _, _ in name })
        default: nil
        }
    }

    /// A function that makes one, by the name that scripts know.
    static func function(_ name: String) -> BuiltinFunction {
        .python("\(name)(name, *args, **kwargs)", "Groups what stands in it; names stay as they are.") { arguments, _ in
            .host(ScopeObject(arguments[0]))
        }
    }
}
