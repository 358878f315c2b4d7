import Arrays
import Interpreter
import TensorEngine

/// The module `numpy.random`: numpy's own numbers for the same seeds.
///
/// Without a seed, the generators begin as `seed(0)` would, so that a script replays exactly.
enum NumpyRandom {
    /// - Parameter generator: the one that `numpy.random.seed` seeds.
    static func make(_ generator: LegacyGenerator) -> ModuleObject {
        let module = ModuleObject("numpy.random", documentation: "Random numbers, the same for the same seed.")
        let legacy = GeneratorObject(GeneratorObject.legacy, generator)
        for name in GeneratorObject.legacy.attributeNames {
            guard let method = GeneratorObject.legacy.attribute(name) else { continue }
            module[name] = method.bound(to: .host(legacy)).map(Value.builtin)
        }
        module["RandomState"] = .type(GeneratorObject.legacy)
        module["Generator"] = .type(GeneratorObject.modern)
        module.add([
            .python("seed(seed=None)", "Begins anew with a seed.") { arguments, _ in
                generator.state = LegacyGenerator(seed: try legacySeed(arguments[0])).state
                return .none
            },
            .python("default_rng(seed=None)", "A generator of the new kind.") { arguments, _ in
                .host(GeneratorObject(GeneratorObject.modern, ModernGenerator(seed: try digits(arguments[0]))))
            },
        ])
        return module
    }

    fileprivate static func legacySeed(_ value: Value?) throws(RaisedError) -> UInt32 {
        switch value {
        case nil, .none?: return 0
        case let seed?:
            guard let seed = UInt32(exactly: try NumpyCreation.integer(seed)) else {
                throw RaisedError(.valueError, "Seed must be between 0 and 2**32 - 1")
            }
            return seed
        }
    }

    /// The 32-bit digits of a seed from the lowest up.
    private static func digits(_ value: Value?) throws(RaisedError) -> [UInt32] {
        switch value {
        case nil, .none?: return [0]
        case let seed?:
            let number = try NumpyCreation.integer(seed)
            guard number >= 0 else { throw RaisedError(.valueError, "expected non-negative integer") }
            let (low, high) = (UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32))
            return high == 0 ? [low] : [low, high]
        }
    }
}

/// A generator of random numbers as a script sees it.
final class GeneratorObject: HostObject {
    let typeObject: TypeObject
    var generator: any RandomArrays

    /// The class of generators of the new kind.
    static let modern = TypeObject(
        "Generator", module: "numpy.random", "A generator of random numbers.", attributes: modernTable)
    /// The class of generators of the old kind.
    static let legacy = TypeObject.python(
        "RandomState(seed=None)", module: "numpy.random", "A generator of random numbers of the old kind.",
        attributes: legacyTable
    ) { type, arguments, _ in
        .host(GeneratorObject(type, LegacyGenerator(seed: try NumpyRandom.legacySeed(arguments[0]))))
    }

    init(_ type: TypeObject, _ generator: any RandomArrays) {
        typeObject = type
        self.generator = generator
    }

    func repr() -> String { typeObject === GeneratorObject.modern ? "Generator(PCG64)" : "RandomState(MT19937)" }

    // MARK: Methods

    private typealias Method = HostAttribute<GeneratorObject>

    /// The methods of generators of the new kind.
    private static let modernTable = AttributeTable(
        of: GeneratorObject.self,
        [
            drawing("random(size=None, dtype=None, !out=None)") { $0.generator.unit() },
            drawing("standard_normal(size=None, dtype=None, !out=None)") { $0.generator.normal() }, uniform, normal,
            integers("integers(low, high=None, size=None, dtype=None, endpoint=False)"),
            choice("choice(a, size=None, replace=True, p=None, !axis=0, !shuffle=True)"),
            permutation("permutation(x, !axis=0)"), shuffle("shuffle(x, !axis=0)"),
        ])

    /// The methods of generators of the old kind.
    private static let legacyTable = AttributeTable(
        of: GeneratorObject.self,
        [
            drawing("random(size=None)") { $0.generator.unit() },
            drawing("random_sample(size=None)") { $0.generator.unit() },
            drawing("ranf(size=None)") { $0.generator.unit() }, drawing("sample(size=None)") { $0.generator.unit() },
            drawing("standard_normal(size=None)") { $0.generator.normal() },
            drawing("rand(*size)") { $0.generator.unit() }, drawing("randn(*size)") { $0.generator.normal() }, uniform,
            normal, integers("randint(low, high=None, size=None, dtype=None)"),
            choice("choice(a, size=None, replace=True, p=None)"), permutation("permutation(x)"), shuffle("shuffle(x)"),
        ])

    /// A method whose arguments are only the shape: `rand(2, 3)`, or `random((2, 3))`.
    private static func drawing(_ text: String, _ draw: @escaping (GeneratorObject) -> Double) -> Method {
        .method(text, wording: .builtin, "Random numbers.") { object, arguments, _ in
            let isBare = text.contains("*size")
            let size: Value = isBare ? (arguments.rest.isEmpty ? .none : .tuple(arguments.rest)) : arguments["size"]
            let numbers = try object.filled(size) { draw(object) }
            return try typed(numbers, arguments.takes("dtype") ? arguments.optional("dtype") : nil)
        }
    }

    private static var uniform: Method {
        scaled("uniform(low=0.0, high=1.0, size=None)") { $1 + ($2 - $1) * $0.generator.unit() }
    }

    private static var normal: Method {
        scaled("normal(loc=0.0, scale=1.0, size=None)") { $1 + $2 * $0.generator.normal() }
    }

    private static func scaled(
        _ text: String, _ draw: @escaping (GeneratorObject, Double, Double) -> Double
    ) -> Method {
        .method(text, wording: .builtin, "Random numbers.") { object, arguments, _ in
            let (first, second) = (try arguments.number(0), try arguments.number(1))
            if arguments.name == "normal", second < 0 { throw RaisedError(.valueError, "scale < 0") }
            return try object.filled(arguments["size"]) { draw(object, first, second) }
        }
    }

    private func filled(_ size: Value, _ draw: () -> Double) throws(RaisedError) -> Value {
        guard let shape = try GeneratorObject.shape(size) else { return .float(draw()) }
        return .host(
            ArrayObject(
                try raising {
                    try NumericArray(shape: shape, doubles: GeneratorObject.drawn(shape, draw))
                }))
    }

    private static func integers(_ text: String) -> Method {
        .method(text, wording: .builtin, "Random whole numbers.") { object, arguments, _ in
            let name = arguments.name
            var low = try arguments.int("low")
            var high = low
            if let second = try arguments.optionalInt("high") {
                high = second
            } else {
                low = 0
            }
            if arguments.takes("endpoint"), try arguments.bool("endpoint") {
                guard high < .max else { throw RaisedError(.valueError, "high is out of bounds for int64") }
                high += 1
            }
            guard low < high else { throw RaisedError(.valueError, "low >= high") }
            if let type = arguments.optional("dtype"), try TypeNameObject.type(type) != .int64 {
                throw RaisedError(
                    .notImplementedError, "\(name) draws int64 here, not \(type.str)",
                    hint: "convert them: \(name)(…).astype(\(type.repr))")
            }
            let largest = UInt64(bitPattern: Int64(high &- 1 &- low))
            let draw = { low &+ Int(truncatingIfNeeded: object.generator.whole(upTo: largest)) }
            guard let shape = try GeneratorObject.shape(arguments["size"]) else { return .int(draw()) }
            return .host(ArrayObject(try GeneratorObject.wholes(shape, draw)))
        }
    }

    // MARK: Choices

    private static func choice(_ text: String) -> Method {
        .method(text, wording: .builtin, "Random items.") { object, arguments, interpreter in
            if let objects = try ObjectArray.made(of: arguments["a"], type: .none, interpreter) {
                // The places are drawn, and the objects stand there.
                let places = [("size", arguments["size"]), ("replace", arguments["replace"]), ("p", arguments["p"])]
                let chosen = try interpreter.call(
                    try interpreter.attribute("choice", of: .host(object)),
                    CallArguments([.int(objects.items.count)], keywords: places))
                return try objects.item(chosen, interpreter) ?? .none
            }
            let pool = try object.pool(arguments["a"], interpreter)
            guard let count = pool.shape.first, count > 0 else {
                throw RaisedError(.valueError, "a cannot be empty unless no samples are taken")
            }
            let shape = try GeneratorObject.shape(arguments["size"])
            let replaces = try arguments.bool("replace")
            var draw = { Int(truncatingIfNeeded: object.generator.whole(upTo: UInt64(count - 1))) }
            if let weights = arguments.optional("p") {
                draw = try object.weighted(try ArrayObject.array(from: weights, interpreter), count)
                guard replaces else { throw RaisedError(.notImplementedError, "choice() with p needs replace=True") }
            }
            if !replaces {
                _ = try raising { try NumericArray.checkedCount([count]) }
                let size = try raising { try NumericArray.checkedCount(shape ?? []) }
                guard size <= count else {
                    throw RaisedError(
                        .valueError, "Cannot take a larger sample than population when replace is False")
                }
                let chosen = object.generator.distinct(size, of: count)
                try raising { try Interrupt.check() }
                let indices = try raising { try NumericArray(shape: shape ?? [], ints: chosen) }
                return .host(ArrayObject(try raising { try pool.taking(indices) }))
            }
            let indices = try GeneratorObject.wholes(shape ?? [], draw)
            let taken = ArrayObject(try raising { try pool.taking(indices) })
            return shape == nil ? try taken.number() ?? .host(taken) : .host(taken)
        }
    }

    /// Draws by a search in the sums of the weights.
    private func weighted(_ weights: NumericArray, _ count: Int) throws(RaisedError) -> () -> Int {
        let values = weights.doubles
        guard values.count == count else { throw RaisedError(.valueError, "'a' and 'p' must have same size") }
        guard values.allSatisfy({ $0 >= 0 }) else {
            throw RaisedError(.valueError, "probabilities are not non-negative")
        }
        guard abs(values.reduce(0, +) - 1) < 1e-8 else {
            throw RaisedError(.valueError, "probabilities do not sum to 1")
        }
        var sums: [Double] = []
        for value in values { sums.append((sums.last ?? 0) + value) }
        let total = sums.last ?? 1
        return {
            let point = self.generator.unit()
            // The first sum above the point.
            var (low, high) = (0, count - 1)
            while low < high {
                let middle = (low + high) / 2
                if point < sums[middle] / total { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }

    private func pool(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> NumericArray {
        let array = try ArrayObject.array(from: value, interpreter)
        guard array.shape.isEmpty else { return array }
        let count = try NumpyCreation.integer(value)
        guard count > 0 else { throw RaisedError(.valueError, "a must be greater than 0 unless no samples are taken") }
        var next = -1
        return try GeneratorObject.wholes([count]) {
            next += 1
            return next
        }
    }

    private static func permutation(_ text: String) -> Method {
        .method(text, wording: .builtin, "The items in another order.") { object, arguments, interpreter in
            if case .host(let array as ArrayObject) = arguments["x"], let table = array.table {
                return .host(ArrayObject(try object.shuffled(table)))
            }
            return .host(ArrayObject(try object.shuffled(try object.pool(arguments["x"], interpreter))))
        }
    }

    private static func shuffle(_ text: String) -> Method {
        .method(text, wording: .builtin, "Puts the items in another order.") { object, arguments, _ in
            switch arguments["x"] {
            case .list(let list):
                let order = object.generator.permutation(list.items.count)
                try raising { try Interrupt.check() }
                list.items = order.map { list.items[$0] }
            case .host(let array as ArrayObject) where array.table != nil:
                if let table = array.table { try array.store(try object.shuffled(table)) }
            case .host(let array as ArrayObject): try array.store(try object.shuffled(array.array))
            default: throw RaisedError(.typeError, "shuffle() takes a list or an array")
            }
            return .none
        }
    }

    private func shuffled(_ table: RowTable) throws(RaisedError) -> RowTable {
        let order = generator.permutation(table.places.count)
        return try raising { try RowTable(rows: table.rows, places: order.map { table.places[$0] }) }
    }

    private func shuffled(_ array: NumericArray) throws(RaisedError) -> NumericArray {
        // Of rows without elements there may be any number.
        let count = try raising { try NumericArray.checkedCount([array.shape.first ?? 0]) }
        let order = generator.permutation(count)
        try raising { try Interrupt.check() }
        return try raising { try array.taking(try NumericArray(shape: [order.count], ints: order)) }
    }

    // MARK: Shapes

    private static func shape(_ value: Value) throws(RaisedError) -> [Int]? {
        guard !value.isNone else { return nil }
        return try ArrayObject.sizes(value)
    }

    private static func wholes(_ shape: [Int], _ draw: () -> Int) throws(RaisedError) -> NumericArray {
        try raising {
            try NumericArray(shape: shape, ints: drawn(shape, draw))
        }
    }

    /// As many numbers as a shape has elements.
    private static func drawn<Number>(_ shape: [Int], _ draw: () -> Number) throws(EngineError) -> [Number] {
        let count = try NumericArray.checkedCount(shape)
        var numbers: [Number] = []
        numbers.reserveCapacity(count)
        for place in 0..<count {
            if place & 0xFFFF == 0xFFFF { try Interrupt.check() }
            numbers.append(draw())
        }
        return numbers
    }

    private static func typed(_ value: Value, _ type: Value?) throws(RaisedError) -> Value {
        guard let type, case .host(let object) = value, let array = object as? ArrayObject else { return value }
        return .host(ArrayObject(try NumpyCreation.typed(array.array, type)))
    }
}
