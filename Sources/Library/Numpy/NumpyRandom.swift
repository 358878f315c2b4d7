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
        for name in GeneratorObject.methodNames(isLegacy: true) {
            module[name] = legacy.method(name).map(Value.builtin)
        }
        module["seed"] = .builtin(
            BuiltinFunction("seed", parameters: ["seed"], documentation: "Begins anew with a seed.") {
                arguments, _ throws(RaisedError) in
                generator.state = LegacyGenerator(seed: try legacySeed(arguments.value(0, "seed"))).state
                return .none
            })
        module["RandomState"] = .type(GeneratorObject.legacy)
        module["Generator"] = .type(GeneratorObject.modern)
        module["default_rng"] = .builtin(
            BuiltinFunction("default_rng", parameters: ["seed"], documentation: "A generator of the new kind.") {
                arguments, _ throws(RaisedError) in
                .host(
                    GeneratorObject(
                        GeneratorObject.modern, ModernGenerator(seed: try digits(arguments.value(0, "seed")))))
            })
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
    static let modern = TypeObject("Generator", module: "numpy.random", "A generator of random numbers.")
    /// The class of generators of the old kind.
    static let legacy = TypeObject.python(
        "RandomState(seed=None)", module: "numpy.random", "A generator of random numbers of the old kind."
    ) { type, arguments, _ in
        .host(GeneratorObject(type, LegacyGenerator(seed: try NumpyRandom.legacySeed(arguments[0]))))
    }

    init(_ type: TypeObject, _ generator: any RandomArrays) {
        typeObject = type
        self.generator = generator
    }

    func repr() -> String { typeObject === GeneratorObject.modern ? "Generator(PCG64)" : "RandomState(MT19937)" }

    var attributeNames: [String] { GeneratorObject.methodNames(isLegacy: typeObject === GeneratorObject.legacy) }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        attributeNames.contains(name) ? method(name).map(Value.builtin) : nil
    }

    static func methodNames(isLegacy: Bool) -> [String] {
        let shared = ["random", "uniform", "normal", "standard_normal", "choice", "permutation", "shuffle"]
        return shared + (isLegacy ? ["rand", "randn", "randint", "random_sample", "ranf", "sample"] : ["integers"])
    }

    func method(_ name: String) -> BuiltinFunction? {
        switch name {
        case "random", "random_sample", "ranf", "sample":
            return drawing(name, ["size"], sizeAt: 0) { $0.generator.unit() }
        case "standard_normal": return drawing(name, ["size"], sizeAt: 0) { $0.generator.normal() }
        case "rand": return drawing(name, ["d0"], sizeAt: nil) { $0.generator.unit() }
        case "randn": return drawing(name, ["d0"], sizeAt: nil) { $0.generator.normal() }
        case "uniform": return scaled(name, ["low", "high"], (0, 1)) { $1 + ($2 - $1) * $0.generator.unit() }
        case "normal": return scaled(name, ["loc", "scale"], (0, 1)) { $1 + $2 * $0.generator.normal() }
        case "randint", "integers": return integers(name)
        case "choice": return choice
        case "permutation": return permutation
        case "shuffle": return shuffle
        default: return nil
        }
    }

    // MARK: Numbers

    /// A function whose arguments are only the shape: `rand(2, 3)` or, with a position for it, `random((2, 3))`.
    private func drawing(
        _ name: String, _ parameters: [String], sizeAt position: Int?, _ draw: @escaping (GeneratorObject) -> Double
    ) -> BuiltinFunction {
        BuiltinFunction(name, parameters: parameters) { arguments, _ throws(RaisedError) in
            let size =
                position.map { arguments.value($0, "size") }
                ?? (arguments.positional.isEmpty ? nil : .tuple(arguments.positional))
            let numbers = try self.filled(size) { draw(self) }
            return try GeneratorObject.typed(numbers, arguments.keyword("dtype"))
        }
    }

    private func scaled(
        _ name: String, _ parameters: [String], _ usual: (Double, Double),
        _ draw: @escaping (GeneratorObject, Double, Double) -> Double
    ) -> BuiltinFunction {
        BuiltinFunction(name, parameters: parameters + ["size"]) { arguments, _ throws(RaisedError) in
            let first = try NumpyCreation.number(arguments.value(0, parameters[0]) ?? .float(usual.0))
            let second = try NumpyCreation.number(arguments.value(1, parameters[1]) ?? .float(usual.1))
            if name == "normal", second < 0 { throw RaisedError(.valueError, "scale < 0") }
            return try self.filled(arguments.value(2, "size")) { draw(self, first, second) }
        }
    }

    private func filled(_ size: Value?, _ draw: () -> Double) throws(RaisedError) -> Value {
        guard let shape = try GeneratorObject.shape(size) else { return .float(draw()) }
        return .host(
            ArrayObject(
                try raising {
                    try NumericArray(shape: shape, doubles: GeneratorObject.drawn(shape, draw))
                }))
    }

    private func integers(_ name: String) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["low", "high", "size"]) { arguments, _ throws(RaisedError) in
            var low = try NumpyCreation.integer(try arguments.required(0, "low", of: name))
            var high = low
            if let second = arguments.value(1, "high"), !second.isNone {
                high = try NumpyCreation.integer(second)
            } else {
                low = 0
            }
            if try arguments.keyword("endpoint")?.truth() ?? false {
                guard high < .max else { throw RaisedError(.valueError, "high is out of bounds for int64") }
                high += 1
            }
            guard low < high else { throw RaisedError(.valueError, name == "integers" ? "low >= high" : "low >= high") }
            if let type = arguments.keyword("dtype"), try TypeNameObject.type(type) != .int64 {
                throw RaisedError(
                    .notImplementedError, "\(name) draws int64 here, not \(type.str)",
                    hint: "convert them: \(name)(…).astype(\(type.repr))")
            }
            let largest = UInt64(bitPattern: Int64(high &- 1 &- low))
            let draw = { low &+ Int(truncatingIfNeeded: self.generator.whole(upTo: largest)) }
            guard let shape = try GeneratorObject.shape(arguments.value(2, "size")) else { return .int(draw()) }
            return .host(ArrayObject(try GeneratorObject.wholes(shape, draw)))
        }
    }

    // MARK: Choices

    private var choice: BuiltinFunction {
        BuiltinFunction("choice", parameters: ["a", "size", "replace", "p"]) {
            arguments, interpreter throws(RaisedError) in
            let pool = try self.pool(try arguments.required(0, "a", of: "choice"), interpreter)
            guard let count = pool.shape.first, count > 0 else {
                throw RaisedError(.valueError, "a cannot be empty unless no samples are taken")
            }
            let shape = try GeneratorObject.shape(arguments.value(1, "size"))
            let replaces = try arguments.value(2, "replace")?.truth() ?? true
            var draw = { Int(truncatingIfNeeded: self.generator.whole(upTo: UInt64(count - 1))) }
            if let weights = arguments.value(3, "p"), !weights.isNone {
                draw = try self.weighted(try ArrayObject.array(from: weights, interpreter), count)
                guard replaces else { throw RaisedError(.notImplementedError, "choice() with p needs replace=True") }
            }
            if !replaces {
                _ = try raising { try NumericArray.checkedCount([count]) }
                let size = try raising { try NumericArray.checkedCount(shape ?? []) }
                guard size <= count else {
                    throw RaisedError(
                        .valueError, "Cannot take a larger sample than population when replace is False")
                }
                let chosen = self.generator.distinct(size, of: count)
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

    private var permutation: BuiltinFunction {
        BuiltinFunction("permutation", parameters: ["x"]) { arguments, interpreter throws(RaisedError) in
            let pool = try self.pool(try arguments.required(0, "x", of: "permutation"), interpreter)
            return .host(ArrayObject(try self.shuffled(pool)))
        }
    }

    private var shuffle: BuiltinFunction {
        BuiltinFunction("shuffle", parameters: ["x"]) { arguments, _ throws(RaisedError) in
            switch try arguments.required(0, "x", of: "shuffle") {
            case .list(let list):
                let order = self.generator.permutation(list.items.count)
                try raising { try Interrupt.check() }
                list.items = order.map { list.items[$0] }
            case .host(let object):
                guard let array = object as? ArrayObject else { fallthrough }
                let shuffled = try self.shuffled(array.array)
                try raising { try array.store(shuffled) }
            default: throw RaisedError(.typeError, "shuffle() takes a list or an array")
            }
            return .none
        }
    }

    private func shuffled(_ array: NumericArray) throws(RaisedError) -> NumericArray {
        // Of rows without elements there may be any number.
        let count = try raising { try NumericArray.checkedCount([array.shape.first ?? 0]) }
        let order = generator.permutation(count)
        try raising { try Interrupt.check() }
        return try raising { try array.taking(try NumericArray(shape: [order.count], ints: order)) }
    }

    // MARK: Shapes

    private static func shape(_ value: Value?) throws(RaisedError) -> [Int]? {
        guard let value, !value.isNone else { return nil }
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
