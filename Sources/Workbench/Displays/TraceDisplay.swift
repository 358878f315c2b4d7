import Inspection
import Layers
import Network
import Presentation
import TensorEngine

/// One value by hand: what the window reads ⊛ its weights = the products, their sum, the bias, the function.
extension Trace: DisplayedReport {
    /// The lines.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        let margin = min(2, renderer.width / 20)
        var inner = renderer
        inner.width = max(1, renderer.width - margin)
        let texts = (listLines + pathLines).map { inner.encoded($0) }.flatMap {
            inner.foldsSentences ? $0.wrapped(to: inner.width, indent: 4) : [$0]
        }
        let indented = (TracePictures(self, inner).lines + texts).map { line in
            line.isEmpty ? line : StyledText(String(repeating: " ", count: margin)) + line
        }
        return renderer.items([heading, where_]) + indented
    }

    private var heading: StyledText {
        let number = NumberText.compact(Double(engineValue), digits: 6)
        return
            "\(name, .name)\(place.isEmpty ? "" : TraceText.place(place)) = \(number, .number)  \(layer, .layer) \(shape.description, .shape)"
    }

    private var where_: StyledText {
        var parts: [String] = []
        if isLargest { parts.append("the largest value of its channel") }
        if sample > 0 { parts.append("sample \(sample)") }
        return StyledText(parts.joined(separator: ", "), .dim)
    }

    // MARK: Terms

    /// Terms beyond which they are listed by their contributions.
    private static let fewTerms = 32
    /// Terms that are listed.
    private static let listed = 8

    /// Whether the pictures show every term.
    private var areAllDrawn: Bool {
        !planes.isEmpty && planes.allSatisfy { $0.factor == nil && max($0.rows.count, $0.columns.count) <= 8 }
            && planes.reduce(0) { $0 + $1.products.count } == element.terms.count
    }

    /// The terms, those that contribute most first where there are many.
    private var listLines: [StyledText] {
        guard !isCopy, statistics == nil, !areAllDrawn, !element.terms.isEmpty else { return [] }
        let isMean = calculation.combining == .mean
        let products = element.terms.map { isMean ? $0.product / Double(max(1, element.counted)) : $0.product }
        var order = Array(element.terms.indices)
        let isShort = order.count <= Trace.listed
        if !isShort { order.sort { (-abs(products[$0]), $0) < (-abs(products[$1]), $1) } }
        let shown = order.prefix(Trace.listed)
        let places = shown.map { TraceText.source(of: calculation.terms[$0], in: self) }
        let width = places.map(\.count).max() ?? 0
        let values = NumberColumn(shown.map { element.terms[$0].value })
        let weights = NumberColumn(shown.map { element.terms[$0].weight ?? 1 })
        let results = NumberColumn(shown.map { products[$0] })
        let hasWeights = shown.contains { element.terms[$0].weight != nil }
        var lines = zip(shown, places).map { index, place -> StyledText in
            let term = element.terms[index]
            let name = place + String(repeating: " ", count: width - place.count)
            var line: StyledText = "\(name, .dim)  \(values.text(term.value), .number)"
            if case .lookedUp(let row, let column) = calculation.combining {
                line +=
                    "\(" → row \(row) of the table, number \(column): ", .dim)\(results.text(products[index]), .number)"
                return line
            }
            if hasWeights { line += "\(" × ", .dim)\(weights.text(term.weight ?? 1), .number)" }
            if isMean { line += "\(" / \(element.counted)", .dim)" }
            if hasWeights || isMean { line += "\(" = ", .dim)\(results.text(products[index]), .number)" }
            if index == element.chosen { line += StyledText("  ← chosen", .hint) }
            return line
        }
        if !isShort {
            let rest = order.dropFirst(Trace.listed)
            let sum = rest.reduce(0) { $0 + products[$1] }
            let more = "… \(NumberText.grouped(rest.count)) more \(rest.count == 1 ? "term" : "terms")"
            let together =
                [.sum, .mean].contains(calculation.combining)
                ? ", together \(NumberText.compact(sum, digits: 4))" : ""
            lines.append(StyledText(more + together, .dim))
            lines.insert(StyledText("the largest of \(NumberText.grouped(order.count)) terms", .dim), at: 0)
        }
        return (planes.isEmpty ? [] : [StyledText()]) + lines
    }

    // MARK: The way back

    private var pathLines: [StyledText] {
        guard let first = path.first else { return [] }
        let rest = path.dropFirst()
        let names = path.map { $0.name + ($0.place.isEmpty ? "" : TraceText.place($0.place)) }
        let width = names.map(\.count).max() ?? 0
        let values = NumberColumn(path.map(\.value))
        let weights = NumberColumn(rest.compactMap(\.weight))
        let parts = NumberColumn(rest.compactMap(\.contribution))
        func padded(_ index: Int) -> String {
            names[index] + String(repeating: " ", count: width - names[index].count)
        }
        var lines = [
            StyledText(), StyledText("back by the largest contributions", .dim),
            "  \(padded(0), .name)  \(values.text(first.value), .number)",
        ]
        for (index, step) in rest.enumerated() {
            var line: StyledText = "\("← ", .dim)\(padded(index + 1), .name)  \(values.text(step.value), .number)"
            if let weight = step.weight, let part = step.contribution {
                line += "\(" × ", .dim)\(weights.text(weight), .number)\(" = ", .dim)\(parts.text(part), .number)"
            }
            if step.count > 1 { line += StyledText("  of \(NumberText.grouped(step.count))", .dim) }
            lines.append(line)
        }
        return lines
    }

    // MARK: JSON

    /// Kind `trace`: the terms, their sum, the bias, the function and both values.
    public var json: JSONText.Members {
        [
            ("kind", .string("trace")), ("name", .string(name)), ("layer", .string(layer)),
            ("shape", .shape(shape)), ("position", TraceText.json(place)), ("sample", .int(sample)),
            ("combining", .string(TraceText.name(of: calculation.combining))),
            ("terms", .array(terms(calculation, element))),
            ("combined", .number(element.combined)), ("bias", element.bias.map(JSONText.number) ?? .null),
            ("sum", .number(element.result)),
            ("activation", activation.map(JSONText.string) ?? .null),
            ("value", value.map(JSONText.number) ?? .null), ("engine_value", .number(Double(engineValue))),
            ("agrees", .bool(agrees)), ("path", .array(path.map(\.json))),
        ]
    }

    private func terms(_ calculation: Calculation, _ element: CalculatedElement) -> [JSONText] {
        zip(calculation.terms, element.terms).map { term, numbers in
            var members: JSONText.Members = []
            switch term.source {
            case .input(let input): members.append(("input", .string(inputs[input].name)))
            case .padding: members.append(("input", .string("padding")))
            case .constant: members.append(("input", .string("constant")))
            case .variable(let name, _): members.append(("input", .string(name)))
            case .step: members.append(("input", .string("step")))
            }
            members += [("position", TraceText.json(term.place)), ("taps", TraceText.json(term.taps))]
            members += [
                ("value", .number(numbers.value)), ("weight", numbers.weight.map(JSONText.number) ?? .null),
                ("product", .number(numbers.product)),
            ]
            if case .step(let step) = term.source, let inner = numbers.step {
                members.append(("terms", .array(terms(step, inner))))
            }
            return .object(members)
        }
    }
}

extension TraceStep {
    fileprivate var json: JSONText {
        .object([
            ("name", .string(name)), ("layer", .string(layer)), ("position", TraceText.json(place)),
            ("value", .number(value)), ("weight", weight.map(JSONText.number) ?? .null),
            ("contribution", contribution.map(JSONText.number) ?? .null), ("of", .int(count)),
        ])
    }
}

/// How places and rules are written.
enum TraceText {
    /// `[12, 7, 3]`
    static func place(_ indices: [Int]) -> String { "[\(indices.map(String.init).joined(separator: ", "))]" }

    static func json(_ indices: [Int]) -> JSONText { .array(indices.map(JSONText.int)) }

    /// What a term reads: `input_layer[12, 7, 3]`.
    static func source(of term: Calculation.Term, in trace: Trace) -> String {
        switch term.source {
        case .input(let input): trace.inputs[input].name + place(term.place)
        case .padding: "padding"
        case .constant: "constant"
        case .variable(let name, _): name + place(term.place)
        case .step(let step) where step.combining == .product:
            step.terms.map { source(of: $0, in: trace) }.joined(separator: " × ")
        case .step(let step) where step.combining == .sum && trace.calculation.combining != .quotient:
            "depthwise" + place(term.place)
        case .step(let step): "\(phrase(step.combining)) \(step.terms.count)"
        }
    }

    /// `sum of`, before the number of terms.
    static func phrase(_ combining: Calculation.Combining) -> String {
        switch combining {
        case .largest: "largest of"
        case .smallest: "smallest of"
        case .function(let function): "\(snakeCase(function.name)) of"
        case .sum, .product, .quotient, .length, .mean, .leaky, .lookedUp, .normalized: "\(name(of: combining)) of"
        }
    }

    static func name(of combining: Calculation.Combining) -> String {
        switch combining {
        case .sum: "sum"
        case .product: "product"
        case .quotient: "quotient"
        case .length: "length"
        case .function(let function): snakeCase(function.name)
        case .largest: "max"
        case .smallest: "min"
        case .mean: "mean"
        case .leaky: "leaky"
        case .lookedUp: "row"
        case .normalized: "normalized"
        }
    }
}
