import Arrays
import Interpreter
import Layers
import Network

/// A generator of seeds as a script sees it: Keras's `SeedGenerator`.
final class SeedGeneratorObject: HostObject {
    let generator: SeedGenerator
    private let name: String
    /// The seed it was given; nil where it drew one.
    private let givenSeed: Int?

    init(_ generator: SeedGenerator, name: String = "seed_generator", givenSeed: Int? = nil) {
        self.generator = generator
        self.name = name
        self.givenSeed = givenSeed
    }

    /// The class `keras.random.SeedGenerator(seed=None, name=None)`.
    static func type(_ library: LibraryContext) -> TypeObject {
        TypeObject(
            "SeedGenerator", parameters: ["seed", "name"],
            documentation: "Seeds for random functions: another one at every call.",
            isInstance: { if case .host(let object) = $0 { object is SeedGeneratorObject } else { false } }
        ) { arguments, _ throws(RaisedError) in
            let given = arguments.value(0, "seed").flatMap { $0.isNone ? nil : $0 }
            var name: String?
            if case .string(let text)? = arguments.value(1, "name") { name = text }
            let unique = name ?? library.network.automaticName(forClass: "SeedGenerator")
            guard let given else {
                return .host(SeedGeneratorObject(SeedGenerator(seed: library.network.drawSeed()), name: unique))
            }
            guard case .int(let seed) = given else {
                throw RaisedError(
                    .valueError, "Argument `seed` must be an integer. Received: seed=\(given.repr)")
            }
            return .host(SeedGeneratorObject(SeedGenerator(seed: seed), name: unique, givenSeed: seed))
        }
    }

    var typeName: String { "SeedGenerator" }

    func repr() -> String { "<SeedGenerator name=\(name)>" }

    var attributeNames: [String] { ["get_config", "name", "next", "state"] }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch name {
        case "name": return .string(self.name)
        case "state": return try array(generator.state.first, generator.state.second)
        case "next":
            return .builtin(
                BuiltinFunction(name, documentation: "The seed for one call, an array of two integers.") {
                    [self] _, _ throws(RaisedError) in
                    let seed = generator.next()
                    return try array(seed.first, seed.second)
                })
        case "get_config":
            return .builtin(
                BuiltinFunction(name, documentation: "The arguments, as a dict.") { [self] _, _ throws(RaisedError) in
                    .dict(
                        DictObject([
                            ("seed", givenSeed.map(Value.int) ?? .none), ("name", .string(self.name)),
                        ]))
                })
        default: return nil
        }
    }

    private func array(_ first: Int, _ second: Int) throws(RaisedError) -> Value {
        .host(ArrayObject(try raising { try NumericArray(shape: [2], ints: [first, second]) }))
    }
}
