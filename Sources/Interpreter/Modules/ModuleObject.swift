import OrderedCollections

/// A named collection of values: `keras.layers`, whose members are made when they are first asked for, or a file that is
/// imported, whose members are its variables.
public final class ModuleObject {
    /// The name it is found by.
    public let name: String
    /// One sentence for help.
    public let documentation: String
    /// The file's variables; nil for a module that is no file.
    let globals: GlobalTable?
    /// The folder of a package; nil for anything else.
    let folder: String?
    /// Whether the file's statements are under way.
    var isLoading = false
    private var listed: [String]
    private var members: [String: Value] = [:]
    private let make: (String) -> Value?

    /// - Parameters:
    ///   - name: the dotted name.
    ///   - documentation: one sentence.
    ///   - memberNames: the names there are.
    ///   - make: makes a member when it is first asked for; nil where there is none of that name.
    public init(
        _ name: String, documentation: String = "", memberNames: [String] = [],
        make: @escaping (String) -> Value? = { _ in nil }
    ) {
        self.name = name
        self.documentation = documentation
        listed = memberNames
        self.make = make
        (globals, folder) = (nil, nil)
    }

    /// A file that is imported.
    /// - Parameter folder: the folder of a package.
    init(_ namespace: Namespace, folder: String?) {
        name = namespace.name
        documentation = "A module of the script's."
        globals = namespace.globals
        self.folder = folder
        listed = []
        make = { _ in nil }
    }

    /// The names that `dir` and completion list, in their order.
    public var memberNames: [String] { globals?.definedNames ?? listed }

    /// The member of that name.
    public subscript(name: String) -> Value? {
        get {
            if let globals { return globals[name] }
            if let member = members[name] { return member }
            guard let made = make(name) else { return nil }
            members[name] = made
            return made
        }
        set {
            if let globals { return globals[name] = newValue }
            if newValue != nil, !listed.contains(name) { listed.append(name) }
            members[name] = newValue
        }
    }

    /// What a module holds at some time, with the items of its lists and dicts.
    public struct Contents {
        fileprivate let members: [String: Value]
        fileprivate let listed: [String]
        fileprivate let lists: [(list: ListObject, items: [Value])]
        fileprivate let dicts: [(dict: DictObject, entries: OrderedDictionary<HashKey, Value>)]
    }

    /// What it holds now: members that were asked for or set, not the variables of a file.
    public var contents: Contents {
        Contents(
            members: members, listed: listed,
            lists: members.values.compactMap { if case .list(let list) = $0 { (list, list.items) } else { nil } },
            dicts: members.values.compactMap { if case .dict(let dict) = $0 { (dict, dict.entries) } else { nil } })
    }

    /// Makes it hold what it held before.
    public func restore(_ contents: Contents) {
        (members, listed) = (contents.members, contents.listed)
        for (list, items) in contents.lists { list.items = items }
        for (dict, entries) in contents.dicts { dict.entries = entries }
    }
}
