import Interpreter
import Layers

/// Policies of types: which type layers compute in, and which their weights have. Here both are float32.
enum KerasPolicies {
    /// The module `keras.mixed_precision`.
    static func make() -> ModuleObject {
        let module = ModuleObject("keras.mixed_precision", documentation: "Types of layers: float32.")
        module["Policy"] = .type(policyClass)
        module["DTypePolicy"] = .type(policyClass)
        module.add([
            current("global_policy"), current("dtype_policy"), setter("set_global_policy"), setter("set_dtype_policy"),
            setter("set_policy"),
        ])
        return module
    }

    /// The module `keras.dtype_policies`.
    static func classes() -> ModuleObject {
        let module = ModuleObject("keras.dtype_policies", documentation: "Types of layers: float32.") {
            Placeholder.member($0, of: "keras.dtype_policies")
        }
        module["DTypePolicy"] = .type(policyClass)
        module.add([
            .python("get(identifier)", "The policy of that name.") { arguments, _ in try policy(arguments[0]) }
        ])
        return module
    }

    /// `dtype_policy()`, under a name.
    static func current(_ name: String) -> BuiltinFunction {
        .python("\(name)()", "The policy of layers: float32.") { _, _ in .host(PolicyObject()) }
    }

    /// `set_dtype_policy(policy)`, under a name; it takes float32.
    static func setter(_ name: String) -> BuiltinFunction {
        .python("\(name)(policy)", "Sets the type of layers; it takes float32, in which layers compute.") {
            arguments, _ in
            _ = try policy(arguments[0])
            return .none
        }
    }

    static let policyClass = TypeObject.python(
        "DTypePolicy(name='float32')", module: "keras", "The type that layers compute in: float32.",
        attributes: PolicyObject.table
    ) { _, arguments, _ in try policy(arguments[0]) }

    private static func policy(_ value: Value) throws(RaisedError) -> Value {
        if case .host(let object) = value, object is PolicyObject { return value }
        if case .string("float32") = value { return .host(PolicyObject()) }
        if case .none = value { return .host(PolicyObject()) }
        throw RaisedError(
            .notImplementedError, "Layers compute in float32 here, and in no other type. Received: \(value.repr)",
            hint: "leave the call out; keras.ops.cast gives data another type")
    }

    /// The policy float32 as a script sees it.
    final class PolicyObject: HostObject {
        static let table = AttributeTable(
            of: PolicyObject.self,
            [
                .value("name", "The name.") { _ in .string("float32") },
                .value("compute_dtype", "The type that layers compute in.") { _ in .string("float32") },
                .value("variable_dtype", "The type of weights.") { _ in .string("float32") },
                .method("DTypePolicy.get_config()", "The arguments, as a dict.") { _, _, _ in
                    .dict(DictObject([("name", .string("float32"))]))
                },
            ])

        var typeObject: TypeObject { KerasPolicies.policyClass }
        func repr() -> String { "<DTypePolicy \"float32\">" }
    }
}
