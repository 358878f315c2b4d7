import Inspection
import Presentation

/// An effective field: where it lies, and the maps.
extension ImpulseReport: DisplayedReport {
    /// Two sentences and the maps.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        var lines = renderer.items([
            "impulse in \(inputName, .name)\(FieldText.place(source)) → \(name, .name)  \(shape, .shape)",
            text(responseSpread, one: "pixel responds", several: "pixels respond"),
        ])
        if let effectSpread {
            lines += renderer.items([
                "effect on \(name, .name)\(FieldText.place(place))",
                text(effectSpread, one: "pixel changes it", several: "pixels change it"),
            ])
        } else {
            lines += renderer.sentence(
                StyledText(
                    "the effect of each pixel is left out: it takes \(NumberText.scaled(effectCost)) MACs", .dim))
        }
        return lines + picture.picture(.full).lines(for: renderer)
    }

    /// `25 pixels respond, half of it within 3×3, 95 % within 5×5`
    private func text(_ spread: Spread, one: String, several: String) -> StyledText {
        guard let half = spread.half, let most = spread.most else {
            let count = spread.undefined
            return StyledText(
                count > 0 ? "\(count) \(count == 1 ? "pixel is" : "pixels are") NaN or infinite" : "nothing changes",
                .warning)
        }
        let what = spread.pixels == 1 ? one : several
        func square(_ side: Int) -> String { place.count > 1 ? "\(side)×\(side)" : "\(side)" }
        return
            "\(NumberText.grouped(spread.pixels), .number) \(what), half of it within \(square(half), .number), 95 % within \(square(most), .number)"
    }

    /// Kind `impulse`, with all values.
    public var json: JSONText.Members {
        func members(_ spread: Spread?) -> JSONText {
            guard let spread else { return .null }
            return .object([
                ("pixels", .int(spread.pixels)), ("half", .optional(spread.half)), ("most", .optional(spread.most)),
            ])
        }
        return [
            ("kind", .string("impulse")), ("name", .string(name)), ("shape", .shape(shape)),
            ("input", .string(inputName)), ("pixel", .array(place.map(JSONText.int))),
            ("source", .array(source.map(JSONText.int))), ("response_spread", members(responseSpread)),
            ("response_shape", .array(response.shape.dims.map(JSONText.int))),
            ("response", .array(response.values.map { .number(Double($0)) })),
            ("effect_spread", members(effectSpread)),
            ("effect", effect.map { .array($0.values.map { .number(Double($0)) }) } ?? .null),
        ]
    }
}
