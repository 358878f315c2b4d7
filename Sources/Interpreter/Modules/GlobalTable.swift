/// The variables at the top level, in slots, so that compiled code finds them without a search.
public final class GlobalTable {
    private var indices: [String: Int] = [:]
    private(set) var names: [String] = []
    var values: ContiguousArray<Value?> = []

    /// A table without variables.
    public init() {}

    /// The slot of a name, made if there is none yet.
    func slot(of name: String) -> Int {
        if let index = indices[name] { return index }
        indices[name] = names.count
        names.append(name)
        values.append(nil)
        return names.count - 1
    }

    /// A variable; nil where it has no value.
    public subscript(name: String) -> Value? {
        get { indices[name].flatMap { values[$0] } }
        set { values[slot(of: name)] = newValue }
    }

    /// The names that have a value, in the order in which they were first mentioned.
    public var definedNames: [String] { names.indices.filter { values[$0] != nil }.map { names[$0] } }
}
