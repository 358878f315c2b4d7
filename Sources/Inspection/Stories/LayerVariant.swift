import Layers
import Network

/// A layer as it would be with some other arguments: to try on shapes what is suggested.
struct LayerVariant {
    /// The constructor call, with the arguments that are not defaults.
    let call: String
    /// What it would do.
    let operation: any Operation

    /// A layer with other arguments; nil where they do not go together.
    init?(_ layer: CatalogueLayer, _ changes: [(name: String, value: Argument)]) {
        let made = layer.made
        var site = CallSite()
        for (parameter, value) in made.arguments.nonDefault
        where !changes.contains(where: { $0.name == parameter.name }) && parameter.name != "name" {
            site.keywords.append(.init(parameter.name, value))
        }
        for change in changes { site.keywords.append(.init(change.name, change.value)) }
        self.init(made.definition, site, layer.context)
    }

    /// A layer of a class; nil where the arguments do not go together.
    init?(_ definition: Definition<any Operation>, _ site: CallSite, _ context: NetworkContext) {
        guard let made = try? definition.make(site, settings: context.settings) else { return nil }
        call = made.description
        operation = made.product
    }

    /// The shape that it gives; nil where it refuses the input.
    func output(for shape: BatchShape) -> BatchShape? { try? operation.outputShapes(for: [shape]).first }
}
