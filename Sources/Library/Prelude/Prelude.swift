import Interpreter

/// The parts of Keras that are written in the language itself: the classes that surround a model in training. Each
/// text is run when one of its names is first asked for.
final class Prelude {
    private weak var interpreter: Interpreter?
    private var made: [String: ModuleObject] = [:]

    init(_ interpreter: Interpreter) { self.interpreter = interpreter }

    /// The texts by the module that their names belong to.
    private static let texts = [
        "keras.losses": lossClasses, "keras.metrics": metricClasses, "keras.callbacks": callbackClasses,
        "keras.utils": datasetClasses, "keras.optimizers.schedules": scheduleClasses,
    ]

    /// The names that a module has from its text.
    static func names(of module: String) -> [String] {
        (texts[module] ?? "").split(separator: "\n").compactMap { line in
            for keyword in ["class ", "def "] where line.hasPrefix(keyword) {
                let name = line.dropFirst(keyword.count).prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                return name.hasPrefix("_") ? nil : String(name)
            }
            return nil
        }
    }

    /// What a name means in a module; nil where its text does not define it.
    func member(_ name: String, of module: String) -> Value? {
        guard let interpreter, let text = Prelude.texts[module], !name.hasPrefix("_") else { return nil }
        if made[module] == nil { made[module] = try? interpreter.carriedModule(module, text) }
        return made[module]?[name]
    }
}
