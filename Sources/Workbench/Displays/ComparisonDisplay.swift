import Inspection
import Layers
import Presentation

/// Two sides compared: a table of what differs, the largest difference, and pictures.
extension ComparisonReport: DisplayedReport {
    /// The table, what is said of the values, the pictures.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        var lines = table.lines(for: renderer)
        if !weights.isEmpty { lines += renderer.sentence(StyledText(weights, .dim)) }
        if let values { lines += renderer.sentence(text(of: values)) }
        guard let maps else { return lines }
        var picture = maps.picture(.strip(indent: 0))
        picture.extent = .full
        return lines + picture.lines(for: renderer)
    }

    private var table: Table {
        let facts: [(name: String, text: (Side) -> String)] = [
            ("class", { $0.layer }), ("output", { $0.shape.description }),
            ("params", { NumberText.grouped($0.parameters) }), ("MACs", { $0.cost.text ?? "0" }),
            ("sees", { $0.field?.description ?? "" }),
        ]
        func row(_ fact: (name: String, text: (Side) -> String)) -> [StyledText] {
            let texts = sides.map(fact.text)
            let style: Style = texts[0] == texts[1] ? .dim : .plain
            return [StyledText(fact.name, .name)] + texts.map { StyledText($0, style) }
        }
        let arguments = differences.map { difference -> [StyledText] in
            [StyledText(difference.name, .name), cell(difference.first), cell(difference.second)]
        }
        return Table(
            columns: [Table.Column("")] + sides.map { Table.Column(StyledText($0.name)) },
            rows: [row(facts[0])] + arguments + facts.dropFirst().map(row), border: .none)
    }

    private func cell(_ text: String?) -> StyledText { text.map { StyledText($0) } ?? StyledText("−", .dim) }

    private func text(of values: ValueComparison) -> StyledText {
        guard values.shapes[0] == values.shapes[1] else {
            return StyledText("the shapes differ, so the values cannot be compared one by one", .dim)
        }
        let total = values.shapes[0].reduce(1, *)
        guard let largest = values.largest else {
            guard values.undefinedCount > 0 else { return "all values are equal" }
            let all = values.undefinedCount == total
            let count = "\(NumberText.grouped(values.undefinedCount)) of them"
            let text = all ? "all values are NaN on both sides" : "all values are equal; \(count) are NaN on both sides"
            return StyledText(text, .warning)
        }
        let numbers = [largest.difference, largest.values.first, largest.values.second].map {
            NumberText.compact(Double($0))
        }
        let place = largest.index.map(String.init).joined(separator: ", ")
        let rounding: StyledText = values.isRounding ? StyledText(" (rounding)", .dim) : StyledText()
        return
            "largest difference \(numbers[0], .number)\(rounding) at [\(place)]: \(numbers[1]) and \(numbers[2]); \(NumberText.grouped(values.count)) of \(NumberText.grouped(total)) values differ"
    }

    /// Kind `comparison`.
    public var json: JSONText.Members {
        let parts = sides.map { side -> JSONText in
            .object(
                [
                    ("name", .string(side.name)), ("layer", .string(side.layer)), ("output_shape", .shape(side.shape)),
                    ("params", .int(side.parameters)),
                ] + JSONText.cost(side.cost) + JSONText.field(side.field))
        }
        let changes = differences.map { difference -> JSONText in
            .object([
                ("name", .string(difference.name)),
                ("values", .array([difference.first, difference.second].map { $0.map(JSONText.string) ?? .null })),
            ])
        }
        return [
            ("kind", .string("comparison")), ("sides", .array(parts)), ("differences", .array(changes)),
            ("weights", .string(weights)),
            (
                "largest_difference",
                values?.largest.map { largest in
                    .object([
                        ("difference", .number(Double(largest.difference))),
                        ("index", .array(largest.index.map(JSONText.int))),
                        (
                            "values",
                            .array([.number(Double(largest.values.first)), .number(Double(largest.values.second))])
                        ),
                    ])
                } ?? .null
            ), ("equal", values.map { .bool($0.areEqual) } ?? .null),
            ("differing_values", .optional(values?.count)),
        ]
    }
}
