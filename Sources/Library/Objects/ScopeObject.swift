import Interpreter

/// What `name_scope` and `device` answer: something to stand behind `with`. Names and devices are as they are without it.
final class ScopeObject: HostObject {
    private let name: Value

    init(_ name: Value) { self.name = name }

    private static let scopeType = TypeObject(
        "name_scope", module: "keras", "Groups what stands in it.",
        attributes: AttributeTable(
            of: ScopeObject.self,
            [
                .value("name", "The name.") { $0.name },
                .method("name_scope.__enter__()", "The name.") { scope, _, _ in scope.name },
                .method("name_scope.__exit__(*args)", "Nothing.") { _, _, _ in .none },
            ]))
    var typeObject: TypeObject { ScopeObject.scopeType }

    /// A function that makes one, by the name that scripts know.
    static func function(_ name: String) -> BuiltinFunction {
        .python("\(name)(name, *args, **kwargs)", "Groups what stands in it; names stay as they are.") { arguments, _ in
            .host(ScopeObject(arguments[0]))
        }
    }
}
