import Interpreter
import Language
import Layers
import Workbench

/// Everything a script can call, read from the registries of a session.
struct Callables {
    /// Something that stands before the parentheses of a call.
    struct Callable {
        /// Its name, or that of a method with the point before it.
        let name: String
        /// Its parameters, as far as they are known.
        let parameters: [String]
        /// What a method may be called on; empty for functions.
        var receivers: [String] = []
    }

    /// A layer, with words for the arguments it needs.
    struct CallableLayer {
        let name: String
        /// Parameters that must be given, each with a valid value.
        let required: [(name: String, value: String)]
        let parameters: [String]
    }

    /// Functions and classes of the language and of all modules.
    let functions: [Callable]
    /// Methods and attributes of the values that scripts use.
    let methods: [Callable]
    let layers: [CallableLayer]

    /// Kinds of values whose methods are called, each as several expressions.
    static let receivers = [
        ["'a'", "''", "'aé\\U0001F600b'", "'{} {0}'", "'a b\\tc\\n'", "'%s'"],
        ["[1, 2, 3]", "[]", "rings", "[[1], 'a']"],
        ["{'a': 1}", "{}"], ["{1, 2}", "set()"], ["(1, 2)", "()"], ["5", "-2**63", "10**30", "True"],
        ["0.5", "1e308", "float('nan')"],
        ["range(5)", "range(2**62)", "range(0)", "range(-2**63, 2**63-1)"],
        ["slice(None, 2**63-1, -2**63)", "slice(1)"],
        ["b'ab'"], Values.arrays, Values.tensors, ["np.random.RandomState(1)"], ["np.random.default_rng(1)"],
        ["np.float32(2)"], ["Sequential([Dense(2)])", "Model(t3, Conv2D(2, 3)(t3))"], ["Conv2D(2, 3)", "Dense(2)"],
        ["collections.Counter('ab')"], ["collections.deque([1, 2])"], ["collections.OrderedDict(a=1)"],
        ["keras.initializers.GlorotUniform()"], ["keras.backend.variable(np.ones((2, 3)))"], ["random.Random(1)"],
        ["t3.shape"], ["itertools.count(2**63-1)"], ["lambda v: v"], ["ValueError(1)"],
    ]

    /// What stands before scripts of calls, so that all that is called has a name.
    static let beginning = """
        import collections, copy, functools, itertools, keras, math, operator, random, time
        import numpy as np
        import tensorflow as tf
        from keras import backend as K
        from keras.layers import *
        from keras.models import *
        rings = []
        rings.append(rings)
        t0, t1, t2, t3 = Input(()), Input((5,)), Input((8, 3)), Input((8, 8, 3))
        t4, t9 = Input((4, 4, 4, 2)), Input((None, None, 2))

        """

    /// Modules that scripts import, with the names of `beginning`; those inside are found.
    private static let modules = [
        ("keras", "keras"), ("numpy", "np"), ("tensorflow", "tf"), ("keras.backend", "K"), ("math", "math"),
        ("random", "random"),
        ("itertools", "itertools"), ("functools", "functools"), ("operator", "operator"),
        ("collections", "collections"),
        ("copy", "copy"), ("time", "time"),
    ]

    /// Functions that end the session, read its input, or wait for as long as they are told.
    private static let left: Set<String> = ["input", "exit", "quit", "sleep"]

    init(_ session: Session) {
        let interpreter = session.interpreter
        var functions: [Callable] = []
        for name in interpreter.builtinNames + interpreter.commandWords.sorted() where !Callables.left.contains(name) {
            if let value = interpreter.builtin(name), let callable = Callables.callable(name, value) {
                functions.append(callable)
            }
        }
        for (module, name) in Callables.modules {
            guard let found = interpreter.findModule(module) else { continue }
            Callables.collect(found, name, depth: 2, into: &functions)
        }
        self.functions = functions
        methods = Callables.receivers.flatMap { Callables.methods(of: $0, session) }
        layers = Catalogue.layers.definitions.map { layer in
            CallableLayer(
                name: layer.name,
                required: layer.parameters.filter { $0.default == nil }.map { ($0.name, Callables.harmless($0.kind)) },
                parameters: layer.parameters.map(\.name))
        }
    }

    private static func collect(_ module: ModuleObject, _ path: String, depth: Int, into functions: inout [Callable]) {
        for name in module.memberNames where !left.contains(name) {
            guard let value = module[name] else { continue }
            if case .module(let inner) = value {
                if depth > 0 { collect(inner, "\(path).\(name)", depth: depth - 1, into: &functions) }
            } else if let callable = callable("\(path).\(name)", value) {
                functions.append(callable)
            }
        }
    }

    private static func callable(_ name: String, _ value: Value) -> Callable? {
        switch value {
        case .builtin(let function): Callable(name: name, parameters: function.signature.keywords)
        case .type(let type): Callable(name: name, parameters: type.signature?.keywords ?? [])
        case .host: Callable(name: name, parameters: [])
        default: nil
        }
    }

    /// The methods that the values of these expressions have.
    private static func methods(of expressions: [String], _ session: Session) -> [Callable] {
        let script = beginning + "receiver = \(expressions[0])\n"
        _ = session.run(SourceText(name: "receivers", bytes: Array(script.utf8)))
        guard let value = session.interpreter.globals["receiver"] else { return [] }
        return session.interpreter.attributeNames(of: value)
            .map { Callable(name: ".\($0)", parameters: [], receivers: expressions) }
    }

    /// A value that a parameter of a kind takes.
    private static func harmless(_ kind: ParameterKind) -> String {
        switch kind {
        case .choice(let names), .padding(let names, _): names.first.map { "'\($0)'" } ?? "None"
        case .shape, .maskShape: "(4, 4)"
        case .optional(let inner): harmless(inner)
        case .bool, .strictBool: "True"
        case .name: "'a'"
        case .activation: "'relu'"
        default: "2"
        }
    }
}
