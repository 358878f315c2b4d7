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

    /// The class `keras.random.SeedGenerator`.
    static let seedGenerator = TypeObject.python(
        "SeedGenerator(seed=None, name=None)", module: "keras.random",
        "Seeds for random functions: another one at every call.", attributes: table
    ) { _, arguments, interpreter in
        let network = interpreter.library.network
        let name = try arguments.optionalString("name") ?? network.automaticName(forClass: "SeedGenerator")
        switch arguments["seed"] {
        case .none:
            return .host(
                SeedGeneratorObject(SeedGenerator(seed: network.drawSeed(), journal: network.journal), name: name))
        case .int(let seed):
            return .host(
                SeedGeneratorObject(SeedGenerator(seed: seed, journal: network.journal), name: name, givenSeed: seed))
        case let other:
            throw RaisedError(.valueError, "Argument `seed` must be an integer. Received: seed=\(other.repr)")
        }
    }

    private static let table = AttributeTable(
        of: SeedGeneratorObject.self,
        [
            .value("name", "The name.") { .string($0.name) },
            .value("state", "The two integers that the next seed follows from.") {
                try $0.array($0.generator.state.first, $0.generator.state.second)
            },
            .method("SeedGenerator.next(!ordered=True)", "The seed for one call, an array of two integers.") {
                object, _, _ in
                let seed = object.generator.next()
                return try object.array(seed.first, seed.second)
            },
            .method("SeedGenerator.get_config()", "The arguments, as a dict.") { object, _, _ in
                .dict(
                    DictObject([
                        ("seed", object.givenSeed.map(Value.int) ?? .none), ("name", .string(object.name)),
                    ]))
            },
        ])

    var typeObject: TypeObject { SeedGeneratorObject.seedGenerator }

    func repr() -> String { "<SeedGenerator name=\(name)>" }

    private func array(_ first: Int, _ second: Int) throws(RaisedError) -> Value {
        .host(ArrayObject(try raising { try NumericArray(shape: [2], ints: [first, second]) }))
    }
}
