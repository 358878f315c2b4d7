import Interpreter
import Language
import Library
import Signatures
import Testing
import Workbench

/// Everything that a script can call refuses an unknown keyword, and one positional argument too many.
struct CallableTests {
    /// Something to call, and how a failure names it.
    private struct Callable {
        let path: String
        let value: Value
        let signature: Signature
    }

    private let session = Session()
    private var interpreter: Interpreter { session.interpreter }

    /// Values whose attributes are walked: one of every class that scripts have to do with.
    private static let receivers = """
        import argparse, collections, functools, itertools, random
        import numpy as np
        import tensorflow as tf
        from keras import backend as K
        x = Input((8, 8, 3))
        c = Conv2D(2, 3)
        y = c(x)
        p = collections.namedtuple('P', 'a b')(1, 2)
        receivers = {
            'str': 'a', 'list': [1], 'dict': {'a': 1}, 'set': {1}, 'frozenset': frozenset([1]), 'tuple': (1,), 'int': 1,
            'float': 1.5, 'range': range(3), 'slice': slice(1), 'exception': ValueError(1), 'function': lambda v: v,
            'array': np.ones((2, 3)), 'scalar': np.float32(1), 'dtype': np.ones(2).dtype, 'tensor': x, 'result': y,
            'layer': c, 'dense': Dense(2), 'input': Sequential([x]).layers, 'model': Model(x, y),
            'sequential': Sequential([Dense(2)]), 'weight': c.kernel, 'initializer': keras.initializers.HeNormal(),
            'regularizer': keras.regularizers.L2(0.1), 'constraint': keras.constraints.MaxNorm(),
            'activation': keras.activations.relu, 'counter': collections.Counter('ab'), 'deque': collections.deque([1]),
            'ordered': collections.OrderedDict(a=1), 'default': collections.defaultdict(int), 'named': p,
            'generator': np.random.default_rng(1), 'random state': np.random.RandomState(1),
            'parser': argparse.ArgumentParser(), 'partial': functools.partial(len), 'items': {}.items(),
            'iterator': iter([1]), 'shape': y.get_shape(), 'scope': tf.name_scope('a'),
            'options': argparse.ArgumentParser().parse_args([]),
        }
        """

    init() {
        _ = session.run(SourceText(name: "receivers", bytes: Array(CallableTests.receivers.utf8)))
    }

    /// All callables by their paths: builtins, the members of all modules and what is in them, and methods.
    private var callables: [Callable] {
        var found: [Callable] = []
        var seen: Set<ObjectIdentifier> = []
        func add(_ path: String, _ value: Value, depth: Int) {
            if case .module(let module) = value {
                guard depth > 0, seen.insert(ObjectIdentifier(module)).inserted else { return }
                for name in module.memberNames {
                    if let member = module[name] { add("\(path).\(name)", member, depth: depth - 1) }
                }
                return
            }
            if interpreter.isCallable(value), let signature = interpreter.signature(of: value) {
                found.append(Callable(path: path, value: value, signature: signature))
            }
            guard case .type(let type) = value, !path.contains("()") else { return }
            for name in type.attributeNames where !name.hasPrefix("__") {
                guard let member = try? interpreter.attributeIfPresent(name, of: value) else { continue }
                // A method asked for at its class is the one that its objects have, which are walked themselves.
                if interpreter.isCallable(member), let signature = interpreter.signature(of: member),
                    signature.parameters.first?.name != "self"
                {
                    found.append(Callable(path: "\(path).\(name)", value: member, signature: signature))
                }
            }
        }
        for name in interpreter.builtinNames + interpreter.commandWords.sorted() {
            if let value = interpreter.builtin(name) { add(name, value, depth: 0) }
        }
        for name in interpreter.moduleNames() {
            if let module = interpreter.findModule(name) { add(name, .module(module), depth: 4) }
        }
        for (path, receiver) in receivers {
            for name in interpreter.attributeNames(of: receiver) where name != "__class__" {
                guard let member = try? interpreter.attributeIfPresent(name, of: receiver) else { continue }
                add("(\(path)).\(name)", member, depth: 0)
            }
        }
        return found
    }

    private var receivers: [(String, Value)] {
        guard case .dict(let dict)? = interpreter.globals["receivers"] else { return [] }
        return dict.entries.map { ($0.key.value.str, $0.value) }
    }

    /// The error of a call; nil where it succeeds.
    private func error(_ callable: Callable, _ arguments: CallArguments) -> RaisedError? {
        do throws(RaisedError) {
            _ = try interpreter.call(callable.value, arguments)
            return nil
        } catch { return error }
    }

    /// What a call needs at least: None for each required parameter.
    private func leastArguments(_ signature: Signature) -> CallArguments {
        let required = signature.parameters.filter { $0.kind == .keywordOnly && $0.isRequired }
        return CallArguments(
            Array(repeating: .none, count: signature.requiredPositionalCount),
            keywords: required.map { ($0.name, .none) })
    }

    @Test func receiversAreThere() { #expect(receivers.count > 30) }

    @Test func unknownKeywordsAreRefused() {
        var checked = 0
        for callable in callables where callable.signature.keywordRestPlace == nil {
            var arguments = leastArguments(callable.signature)
            arguments.keywords.append(("unknown_keyword", .int(1)))
            checked += 1
            guard let error = error(callable, arguments) else {
                Issue.record("\(callable.path)(unknown_keyword=1) is accepted")
                continue
            }
            let message = error.exception.message
            // Layers of Keras refuse keywords with a ValueError of their own.
            let isKeras = error.exception.type === TypeObject.valueError && message.contains("Unrecognized keyword")
            #expect(error.exception.type === TypeObject.typeError || isKeras, "\(callable.path): \(message)")
            #expect(
                message.contains("unknown_keyword") || message.contains("no keyword arguments")
                    || message.contains("no arguments") || message.contains("takes at most")
                    || message.contains("takes exactly"),
                "\(callable.path): \(message)")
        }
        print("callables that refuse an unknown keyword: \(checked)")
        #expect(checked > 1000)
    }

    @Test func surplusPositionalArgumentsAreRefused() {
        var checked = 0
        for callable in callables where callable.signature.restPlace == nil {
            let count = callable.signature.positionalCount + 1
            checked += 1
            guard let error = error(callable, CallArguments(Array(repeating: .string("surplus"), count: count)))
            else {
                Issue.record("\(callable.path) accepts \(count) positional arguments")
                continue
            }
            #expect(
                error.exception.type === TypeObject.typeError, "\(callable.path): \(error.exception.message)")
        }
        print("callables that refuse a surplus positional argument: \(checked)")
        #expect(checked > 1000)
    }

    /// Functions that take any keyword because their keywords are names that the caller makes up, or are handed on.
    private static let open: Set<String> = [
        "dict", "format", "update", "subtract", "partial", "Counter", "OrderedDict", "defaultdict", "savez",
        "savez_compressed", "set_defaults", "_replace", "name_scope", "device", "variable_scope", "call", "__call__",
        "add_metric", "plot_model", "plot", "model_to_dot", "print_summary", "save_img", "save", "sweep", "Layer",
        "__init__", "apply_along_axis", "reader", "writer", "register_dialect", "new", "basicConfig", "debug", "info",
        "warning", "warn", "error", "critical", "fatal", "exception", "log", "pp", "wrap", "fill", "shorten",
        "type", "replace", "dataclass_transform", "add_argument", "add_subparsers",
        "_optional", "_positional", "fromfunction", "piecewise", "assert_raises", "assert_raises_regex",
        "assert_no_warnings",
        "create_connection", "socket",
    ]

    @Test func onlyFunctionsWithNamesOfTheCallersTakeAnyKeyword() {
        for callable in callables where callable.signature.keywordRestPlace != nil {
            let name = String(callable.path.split(separator: ".").last ?? "")
            let documentation =
                switch callable.value {
                case .builtin(let function): function.documentation
                case .type(let type): type.documentation
                default: ""
                }
            // What classes that are written in the language hand on, `Layer.__init__` looks at.
            if case .type(let type) = callable.value, type.userClass != nil { continue }
            // Exceptions name what they take themselves, and what is remembered for training is not looked at.
            let isException = if case .type(let type) = callable.value { type.isException } else { false }
            let isOutside = ["Not implemented", "Outside", "Read and remembered"].contains {
                documentation.hasPrefix($0)
            }
            #expect(CallableTests.open.contains(name) || isException || isOutside, "\(callable.path) takes any keyword")
        }
    }

    @Test func everyListedAttributeExistsAndEveryAttributeIsListed() throws {
        for (path, receiver) in receivers {
            let names = interpreter.attributeNames(of: receiver)
            #expect(Set(names).count == names.count, "\(path) lists names twice")
            for name in names {
                do throws(RaisedError) {
                    let found = try interpreter.attributeIfPresent(name, of: receiver)
                    #expect(found != nil, "\(path).\(name) is listed and does not exist")
                } catch {
                    // What is not known yet, such as the input of a layer that was never called, says so.
                    #expect(
                        error.exception.type.isKind(of: .attributeError), "\(path).\(name): \(error.exception.message)")
                }
            }
            let listed = Set(names)
            let type = interpreter.typeOf(receiver)
            for name in type.attributeNames where type.attribute(name)?.isPresent(in: receiver) == true {
                #expect(listed.contains(name), "\(path).\(name) exists and is not listed")
            }
        }
    }
}
