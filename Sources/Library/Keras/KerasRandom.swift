import Interpreter
import Layers

/// The module `keras.random`: arrays of random numbers, the same in every run.
enum KerasRandom {
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("keras.random", documentation: "Random numbers, the same in every run.") {
            $0 == "SeedGenerator"
                ? .host(Placeholder("keras.random.SeedGenerator", isQuiet: true))
                : Placeholder.member($0, of: "keras.random")
        }
        for name in ["normal", "truncated_normal", "uniform"] { module[name] = .builtin(function(name, name, library)) }
        return module
    }

    /// A distribution by its initializer's arguments and the values they have here.
    private static let distributions: [String: (initializer: String, parameters: [(name: String, usual: Double)])] = [
        "normal": ("random_normal", [("mean", 0), ("stddev", 1)]),
        "truncated_normal": ("truncated_normal", [("mean", 0), ("stddev", 1)]),
        "uniform": ("random_uniform", [("minval", 0), ("maxval", 1)]),
    ]

    /// A function that draws an array: `normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None)`.
    /// - Parameters:
    ///   - name: what the namespace calls it.
    ///   - distribution: `normal`, `truncated_normal` or `uniform`.
    static func function(_ name: String, _ distribution: String, _ library: LibraryContext) -> BuiltinFunction {
        let known = distributions[distribution]
        let parameters = ["shape"] + (known?.parameters.map(\.name) ?? []) + ["dtype", "seed"]
        return BuiltinFunction(name, parameters: parameters, documentation: "Random numbers, the same in every run.") {
            arguments, interpreter throws(RaisedError) in
            guard let known, let definition = Catalogue.initializers[known.initializer] else { return .none }
            var sizes: [Int] = []
            for item in try interpreter.items(of: try arguments.required(0, "shape", of: name)) {
                sizes.append(item.isNone ? 1 : try NumpyCreation.integer(item))
            }
            var site = CallSite()
            for (place, parameter) in known.parameters.enumerated() {
                let value = try arguments.value(place + 1, parameter.name).map { (value) throws(RaisedError) in
                    try NumpyCreation.number(value)
                }
                site.keywords.append(.init(parameter.name, .float(value ?? parameter.usual)))
            }
            if case .int(let seed)? = arguments.value(known.parameters.count + 2, "seed") {
                site.keywords.append(.init("seed", .int(seed)))
            }
            let call = site
            return .host(
                ArrayObject(
                    try raising { try definition.make(call).product.values(sizes, library.network.seed) }))
        }
    }
}
