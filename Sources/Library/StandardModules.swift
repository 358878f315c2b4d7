import Interpreter

/// The parts of Python's standard library that stand at the head of model scripts.
enum StandardModules {
    /// The module of that name; nil where there is none.
    static func make(_ name: String) -> ModuleObject? {
        switch name {
        case "typing": typing()
        case "functools": functools()
        case "itertools": itertools()
        case "collections": collections()
        case "copy": copying()
        case "os": operatingSystem()
        case "os.path": paths()
        case "warnings": silent(name, ["warn", "filterwarnings", "simplefilter"])
        case "logging": logging()
        default: nil
        }
    }

    private static func function(
        _ name: String, _ parameters: [String] = [], _ body: @escaping BuiltinFunction.Body
    ) -> Value { .builtin(BuiltinFunction(name, parameters: parameters, body)) }

    /// A module of functions that have nothing to do here.
    private static func silent(_ name: String, _ functions: [String]) -> ModuleObject {
        let module = ModuleObject(name, documentation: "Nothing is shown here that it could silence.")
        for one in functions { module[one] = function(one) { _, _ throws(RaisedError) in .none } }
        return module
    }

    // MARK: typing

    private static func typing() -> ModuleObject {
        let module = ModuleObject("typing", documentation: "Names for annotations, which are not checked.")
        for name in [
            "Any", "Callable", "ClassVar", "Dict", "Final", "FrozenSet", "Generator", "Iterable", "Iterator", "List",
            "Literal", "Mapping", "NamedTuple", "Optional", "Sequence", "Set", "Text", "Tuple", "Type", "Union",
        ] { module[name] = .host(AnnotationName(name)) }
        module["TYPE_CHECKING"] = .bool(false)
        module["cast"] = function("cast", ["type", "value"]) { arguments, _ throws(RaisedError) in
            try arguments.required(1, "value", of: "cast")
        }
        module["TypeVar"] = function("TypeVar", ["name"]) { _, _ throws(RaisedError) in .host(AnnotationName("TypeVar"))
        }
        return module
    }

    // MARK: functools and itertools

    private static func functools() -> ModuleObject {
        let module = ModuleObject("functools", documentation: "Functions of functions.")
        module["reduce"] = function("reduce", ["function", "iterable", "initial"]) {
            arguments, interpreter throws(RaisedError) in
            let step = try arguments.required(0, "function", of: "reduce")
            let items = try interpreter.iterator(over: try arguments.required(1, "iterable", of: "reduce"))
            var first = arguments.value(2, "initial")
            if first == nil { first = try items.next() }
            guard var result = first else {
                throw RaisedError(.typeError, "reduce() of empty iterable with no initial value")
            }
            while let item = try items.next() { result = try interpreter.call(step, CallArguments([result, item])) }
            return result
        }
        module["partial"] = function("partial", ["function"]) { arguments, _ throws(RaisedError) in
            let target = try arguments.required(0, "function", of: "partial")
            let (first, keywords) = (Array(arguments.positional.dropFirst()), arguments.keywords)
            return function("partial") { later, interpreter throws(RaisedError) in
                let own = keywords.filter { keyword in !later.keywords.contains { $0.name == keyword.name } }
                return try interpreter.call(
                    target, CallArguments(first + later.positional, keywords: own + later.keywords))
            }
        }
        for name in ["wraps", "lru_cache", "cache"] {
            module[name] = function(name) { arguments, interpreter throws(RaisedError) in
                // As a decorator itself, or as something that makes one: the function stays as it is.
                if name != "wraps", let first = arguments.positional.first, interpreter.isCallable(first) {
                    return first
                }
                return function(name) { arguments, _ throws(RaisedError) in
                    try arguments.required(0, "function", of: name)
                }
            }
        }
        return module
    }

    private static func itertools() -> ModuleObject {
        let module = ModuleObject("itertools", documentation: "Iterators.")
        module["chain"] = function("chain") { arguments, interpreter throws(RaisedError) in
            var rest = arguments.positional[...]
            var current: IteratorObject?
            return .iterator(
                IteratorObject("itertools.chain") { () throws(RaisedError) in
                    while true {
                        if let item = try current?.next() { return item }
                        guard let next = rest.popFirst() else { return nil }
                        current = try interpreter.iterator(over: next)
                    }
                })
        }
        module["product"] = function("product", ["iterables", "repeat"]) { arguments, interpreter throws(RaisedError) in
            var pools: [[Value]] = []
            for value in arguments.positional { pools.append(try interpreter.items(of: value)) }
            if case .int(let times)? = arguments.keywords.first(where: { $0.name == "repeat" })?.value {
                pools = Array((0..<min(max(times, 0), 64)).map { _ in pools }.joined())
            }
            return combinations(of: pools)
        }
        module["count"] = function("count", ["start", "step"]) { arguments, interpreter throws(RaisedError) in
            var next = arguments.value(0, "start") ?? .int(0)
            let step = arguments.value(1, "step") ?? .int(1)
            return .iterator(
                IteratorObject("itertools.count") { () throws(RaisedError) in
                    let current = next
                    next = try interpreter.binary(.add, next, step)
                    return current
                })
        }
        module["repeat"] = function("repeat", ["object", "times"]) { arguments, _ throws(RaisedError) in
            let value = try arguments.required(0, "object", of: "repeat")
            var left: Int?
            if case .int(let times)? = arguments.value(1, "times") { left = times }
            return .iterator(
                IteratorObject("itertools.repeat") { () throws(RaisedError) in
                    if let count = left {
                        guard count > 0 else { return nil }
                        left = count - 1
                    }
                    return value
                })
        }
        return module
    }

    /// Tuples of one item of each pool, the last pool changing fastest.
    private static func combinations(of pools: [[Value]]) -> Value {
        var indices: [Int]? = pools.contains(where: \.isEmpty) ? nil : pools.map { _ in 0 }
        return .iterator(
            IteratorObject("itertools.product") { () throws(RaisedError) in
                guard var current = indices else { return nil }
                let tuple = Value.tuple(zip(pools, current).map { $0[$1] })
                indices = nil
                for place in pools.indices.reversed() {
                    current[place] += 1
                    if current[place] < pools[place].count {
                        indices = current
                        break
                    }
                    current[place] = 0
                }
                return tuple
            })
    }

    // MARK: collections and copy

    private static func collections() -> ModuleObject {
        let module = ModuleObject("collections", documentation: "Containers.")
        module["OrderedDict"] = function("OrderedDict", ["mapping"]) { arguments, interpreter throws(RaisedError) in
            guard let dict = interpreter.builtin("dict") else { return .none }
            return try interpreter.call(dict, arguments)
        }
        return module
    }

    private static func copying() -> ModuleObject {
        let module = ModuleObject("copy", documentation: "Copies of containers.")
        module["copy"] = function("copy", ["x"]) { arguments, interpreter throws(RaisedError) in
            let value = try arguments.required(0, "x", of: "copy")
            switch value {
            case .list, .dict, .set:
                guard let copy = try interpreter.attributeIfPresent("copy", of: value) else { return value }
                return try interpreter.call(copy, CallArguments())
            default: return value
            }
        }
        module["deepcopy"] = function("deepcopy", ["x"]) { arguments, _ throws(RaisedError) in
            var known: [ObjectIdentifier: Value] = [:]
            return try deepCopy(try arguments.required(0, "x", of: "deepcopy"), &known, depth: 0)
        }
        return module
    }

    private static func deepCopy(
        _ value: Value, _ known: inout [ObjectIdentifier: Value], depth: Int
    ) throws(RaisedError) -> Value {
        guard depth < 500 else { throw RaisedError(.recursionError, "maximum recursion depth exceeded") }
        switch value {
        case .list(let list):
            if let copy = known[ObjectIdentifier(list)] { return copy }
            let copy = ListObject()
            known[ObjectIdentifier(list)] = .list(copy)
            for item in list.items { copy.items.append(try deepCopy(item, &known, depth: depth + 1)) }
            return .list(copy)
        case .dict(let dict):
            if let copy = known[ObjectIdentifier(dict)] { return copy }
            let copy = DictObject()
            known[ObjectIdentifier(dict)] = .dict(copy)
            for (key, item) in dict.entries { copy.entries[key] = try deepCopy(item, &known, depth: depth + 1) }
            return .dict(copy)
        case .tuple(let items):
            var copies: [Value] = []
            for item in items { copies.append(try deepCopy(item, &known, depth: depth + 1)) }
            return .tuple(copies)
        case .set(let set): return .set(SetObject(set.members, isFrozen: set.isFrozen))
        default: return value
        }
    }

    // MARK: os and logging

    private static func operatingSystem() -> ModuleObject {
        let module = ModuleObject("os", documentation: "Variables that scripts set, and names of files.")
        module["environ"] = .dict(DictObject())
        module["path"] = .module(paths())
        module["sep"] = .string("/")
        module["makedirs"] = function("makedirs") { _, _ throws(RaisedError) in
            throw RaisedError(
                .runtimeError, "folders are outside this language", hint: "%save and %record write files")
        }
        module["getenv"] = function("getenv", ["key", "default"]) { arguments, _ throws(RaisedError) in
            arguments.value(1, "default") ?? .none
        }
        return module
    }

    private static func paths() -> ModuleObject {
        let module = ModuleObject("os.path", documentation: "Names of files.")
        func text(_ arguments: CallArguments, _ index: Int, _ name: String) throws(RaisedError) -> String {
            guard case .string(let text) = try arguments.required(index, "path", of: name) else {
                throw RaisedError(.typeError, "expected str, not \(arguments.positional[index].typeName)")
            }
            return text
        }
        module["join"] = function("join", ["path"]) { arguments, _ throws(RaisedError) in
            var result = try text(arguments, 0, "join")
            for index in arguments.positional.indices.dropFirst() {
                let part = try text(arguments, index, "join")
                if part.hasPrefix("/") || result.isEmpty {
                    result = part
                } else {
                    result += (result.hasSuffix("/") ? "" : "/") + part
                }
            }
            return .string(result)
        }
        module["basename"] = function("basename", ["path"]) { arguments, _ throws(RaisedError) in
            let path = try text(arguments, 0, "basename")
            return .string(path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path)
        }
        module["dirname"] = function("dirname", ["path"]) { arguments, _ throws(RaisedError) in
            let path = try text(arguments, 0, "dirname")
            guard let slash = path.lastIndex(of: "/") else { return .string("") }
            return .string(slash == path.startIndex ? "/" : String(path[..<slash]))
        }
        return module
    }

    private static func logging() -> ModuleObject {
        let module = silent(
            "logging", ["basicConfig", "debug", "info", "warning", "error", "critical", "disable", "captureWarnings"])
        for (name, level) in [("DEBUG", 10), ("INFO", 20), ("WARNING", 30), ("ERROR", 40), ("CRITICAL", 50)] {
            module[name] = .int(level)
        }
        module["getLogger"] = function("getLogger", ["name"]) { _, _ throws(RaisedError) in
            .module(silent("logging", ["setLevel", "debug", "info", "warning", "error", "addHandler"]))
        }
        return module
    }
}

/// A name of `typing`, which may be subscripted as annotations do it.
private final class AnnotationName: HostObject {
    let typeName = "typing._SpecialForm"
    private let name: String

    init(_ name: String) { self.name = name }

    func repr() -> String { "typing.\(name)" }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? { .host(self) }
}
