import Layers
import Network

/// The parameters of a definition, under the names of today and those of Keras 1.
struct DefinedParameters {
    let parameters: [Layers.Parameter]
    /// The order of the arguments in Keras 1, where the call uses its name.
    private let old: OldSignature?

    /// Whether the call uses a name that only Keras 1 had, as `Convolution2D`.
    var isCalledByOldName: Bool { old != nil }

    /// The parameters of a definition.
    init<Product>(_ definition: Definition<Product>, calledAs name: String) {
        parameters = definition.parameters
        old = name == definition.name ? nil : definition.oldSignatures.first { $0.name == name }
    }

    /// Those of a layer, an initializer, a regularizer, a constraint or an activation; nil where nothing has the name.
    init?(of name: String, calledAs: String) {
        if let layer = Catalogue.layers[name] {
            self.init(layer, calledAs: calledAs)
        } else if let initializer = Catalogue.initializers[name] {
            self.init(initializer, calledAs: calledAs)
        } else if let regularizer = Catalogue.regularizers[name] {
            self.init(regularizer, calledAs: calledAs)
        } else if let constraint = Catalogue.constraints[name] {
            self.init(constraint, calledAs: calledAs)
        } else if let activation = Catalogue.activations[name] {
            self.init(activation, calledAs: calledAs)
        } else {
            return nil
        }
    }

    /// The parameter of that name, which may be an old one or that of a part: `nb_row` is a part of `kernel_size`.
    func named(_ name: String) -> Layers.Parameter? {
        parameters.first { $0.name == name }
            ?? parameters.first { $0.oldNames.contains(name) || $0.oldParts.contains(name) }
    }

    /// Whether the arguments given by position are in the order of Keras 1.
    func readsOldOrder(_ call: OpenCall) -> Bool {
        old.map { $0.leadingIntegers > 0 && call.positionalCount >= $0.leadingIntegers } ?? false
    }

    /// The old name of the argument at a place, in a call in Keras 1's order.
    func oldName(atPlace place: Int) -> String? {
        guard let old, old.leadingIntegers > 0, place >= old.leadingIntegers, place < old.parameters.count else {
            return nil
        }
        return old.parameters[place]
    }

    /// The parameters that a call in Keras 1's order gives by position.
    func givenByPlace(_ call: OpenCall) -> [String] {
        guard let old, readsOldOrder(call) else { return [] }
        return old.parameters.prefix(call.positionalCount).compactMap { named($0)?.name }
    }

    /// The names that parameters had in Keras 1, without those of some parameters.
    func oldNames(without given: Set<String>) -> [String] {
        let open = parameters.filter { !given.contains($0.name) }
        let names = open.flatMap { $0.oldParts + $0.oldNames }
        // A layer of today's name takes the words that any of its old names took.
        guard let old else { return names }
        return names.filter(old.parameters.contains)
    }
}

extension Layers.Parameter {
    /// Whether it is worth an argument: some take nothing but None.
    var isOffered: Bool {
        if case .outside = kind { return false }
        return !isOldOnly
    }

    /// The strings and constants that it may be under one of its names.
    func suggestions(calledBy name: String?) -> [String] {
        guard let name, name != self.name, oldNames.contains(name) else { return kind.suggestions }
        switch kind {
        case .padding(let today, let old): return today + old
        case .dataFormat: return ["tf", "th"]
        default: return kind.suggestions
        }
    }
}
