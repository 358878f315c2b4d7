import Inspection
import Layers
import TensorEngine

/// A key that changes an argument of a layer: a larger kernel, another padding.
struct LayerChange {
    /// Keys that belong together.
    struct Keys {
        /// The keys: the small letter for more, the capital for less.
        let characters: String
        /// What they change, in a word.
        let what: String
        /// The arguments that it may be called.
        let arguments: [String]
    }

    /// All keys.
    static let keys = [
        Keys(characters: "kK", what: "kernel", arguments: ["kernel_size", "pool_size"]),
        Keys(characters: "kK", what: "size", arguments: ["size"]),
        Keys(characters: "kK", what: "amount", arguments: ["padding", "cropping"]),
        Keys(characters: "sS", what: "stride", arguments: ["strides"]),
        Keys(characters: "dD", what: "dilation", arguments: ["dilation_rate"]),
        Keys(characters: "p", what: "padding", arguments: ["padding"]),
    ]

    private let character: Character

    /// The change that a key stands for; nil for none.
    init?(_ character: Character) {
        guard LayerChange.keys.contains(where: { $0.characters.contains(character) }) else { return nil }
        self.character = character
    }

    /// The keys that do something for a layer.
    static func keys(of made: Made<any Operation>) -> [Keys] {
        keys.filter { argument(of: $0, made.arguments) != nil }
    }

    /// The argument that keys change; nil where the layer has none.
    private static func argument(of keys: Keys, _ arguments: BoundArguments) -> String? {
        keys.arguments.first { name in
            guard arguments.has(name) else { return false }
            // "same" and "valid" are a kind of padding, numbers an amount.
            return name != "padding" || (arguments.optionalString(name) != nil) == (keys.characters == "p")
        }
    }

    /// The layer with the change. Weights keep their values where they still have a place; a kernel stays in the middle,
    /// and its new taps are 0.
    /// - Throws: `Refusal` where the layer has no such argument or refuses the value.
    func applied(to scene: LayerScene) throws -> LayerScene {
        let made = try scene.made.changed(try change(scene.made))
        let shape = BatchShape(scene.input.shape.dims)
        let weights = try made.product.weights(for: [shape]).enumerated().map { index, spec -> Tensor in
            let old = index < scene.weights.count ? scene.weights[index] : nil
            if let old, old.shape == Shape(spec.shape) { return old }
            // A locally connected kernel belongs to places, which are others now.
            if spec.name.hasSuffix("kernel"), !made.definition.name.hasPrefix("Locally"),
                let kept = try old?.centred(in: spec.shape)
            {
                return kept
            }
            return try spec.initializer.product.values(spec.shape, seed: RandomSeed(0))
        }
        return try LayerScene(name: scene.name, made, input: scene.input, weights: weights, sample: scene.sample)
    }

    private func change(_ made: Made<any Operation>) throws(Refusal) -> [String: Argument] {
        let own = LayerChange.keys.filter { $0.characters.contains(character) }
        for keys in own {
            guard let name = LayerChange.argument(of: keys, made.arguments) else { continue }
            switch keys.what {
            case "padding": return [name: nextPadding(made)]
            case "amount": return [name: stepped(made.arguments[name])]
            default: return [name: try larger(name, made.arguments)]
            }
        }
        throw Refusal("\(made.definition.name) has no \(own.first?.what ?? "such argument") to change.")
    }

    private var step: Int { character.isUppercase ? -1 : 1 }

    private func larger(_ name: String, _ arguments: BoundArguments) throws(Refusal) -> Argument {
        // Pooling without strides moves by its window.
        let sizes = arguments.optionalInts(name) ?? arguments.optionalInts("pool_size") ?? [1]
        guard step > 0 || sizes.contains(where: { $0 > 1 }) else { throw Refusal("`\(name)` is 1 already.") }
        return .tuple(sizes.map { .int(max(1, $0 + step)) })
    }

    private func nextPadding(_ made: Made<any Operation>) -> Argument {
        let kinds = made.definition.name == "Conv1D" ? ["valid", "same", "causal"] : ["valid", "same"]
        let place = kinds.firstIndex(of: made.arguments.string("padding")) ?? kinds.count - 1
        return .string(kinds[(place + 1) % kinds.count])
    }

    /// Every amount one larger or smaller, within tuples of any depth.
    private func stepped(_ value: Argument) -> Argument {
        switch value {
        case .int(let number): .int(max(0, number + step))
        case .tuple(let items): .tuple(items.map(stepped))
        case .list(let items): .list(items.map(stepped))
        default: value
        }
    }

    /// What an error says, in one sentence.
    static func text(of error: any Error) -> String { (error as? Refusal)?.rule ?? "\(error)" }
}

extension Tensor {
    /// The same numbers in the middle of a tensor of other sizes: with zeros around them, or without those at the border.
    /// Nil where the number of axes differs.
    fileprivate func centred(in sizes: [Int]) throws -> Tensor? {
        guard sizes.count == shape.rank else { return nil }
        var result = try Tensor(zeros: Shape(sizes))
        let (strides, target) = (shape.strides, Shape(sizes).strides)
        // An odd kernel keeps its middle; of an even one the larger part lies after it.
        let shifts = zip(sizes, shape.dims).map { ($0 - 1) / 2 - ($1 - 1) / 2 }
        for place in 0..<count {
            var (to, isInside) = (0, true)
            for axis in sizes.indices {
                let index = place / strides[axis] % shape[axis] + shifts[axis]
                isInside = isInside && (0..<sizes[axis]).contains(index)
                to += index * target[axis]
            }
            if isInside { result[flat: to] = self[flat: place] }
        }
        return result
    }
}
