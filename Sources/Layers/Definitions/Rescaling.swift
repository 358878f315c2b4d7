extension LayerDefinition {
    /// Rescaling: x · scale + offset.
    static let rescaling = layer(
        "Rescaling",
        summary: "x · scale + offset.",
        parameters: [
            Parameter("scale", .any, "Factor, or one per channel."),
            Parameter("offset", .any, default: .float(0), "Added afterwards."),
        ]
    ) { arguments throws(Refusal) in
        func numbers(_ name: String) throws(Refusal) -> [Float] {
            let items = arguments[name].items ?? [arguments[name]]
            let values = items.compactMap { (item: Argument) -> Float? in
                switch item {
                case .int(let value): Float(value)
                case .float(let value): Float(value)
                default: nil
                }
            }
            guard values.count == items.count, !values.isEmpty else {
                throw Refusal(
                    argument: name, "`\(name)` must be a number or a list of numbers.",
                    received: "\(name)=\(arguments[name])")
            }
            return values
        }
        return RescalingOperation(scale: try numbers("scale"), offset: try numbers("offset"))
    }
}
