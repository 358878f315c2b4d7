import Inspection
import Layers
import Presentation
import TensorEngine

/// The sizes that a model takes: one line for each, or for several that have the same rule.
extension SizesReport: DisplayedReport {
    /// The shapes by formulas, the rules, the reasons, and the next sizes that fit.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        var lines = renderer.items([
            "sizes of \(name, .name)", "\(text(inputs), .shape)\(" → ", .dim)\(text(outputs), .shape)",
        ])
        if axes.isEmpty { lines += renderer.sentence(StyledText("  there is no size to choose", .dim)) }
        for group in groups { lines += renderer.sentence("  \(group, .strong)") }
        let reasons = differentReasons
        for reason in reasons.prefix(SizesReport.mostReasons) {
            lines += renderer.sentence("  \(reason.layer, .name) needs \(text(of: reason))")
        }
        if reasons.count > SizesReport.mostReasons {
            lines.append(StyledText("  … and \(reasons.count - SizesReport.mostReasons) more conditions", .dim))
        }
        if let advice { lines += renderer.sentence("  \(advice)") }
        return lines
    }

    private static let mostReasons = 5

    /// The reasons without those that are another one's along another axis.
    private var differentReasons: [SizeRequirements.Requirement] {
        var seen: Set<String> = []
        return reasons.filter { seen.insert("\($0.layer) \($0.condition.anonymousText)").inserted }
    }

    private func text(_ shapes: [BatchShape]) -> String {
        let names = SizeFormula.names(for: inputs.reduce(into: []) { $0.formUnion($1.symbols) })
        return shapes.map { $0.formulaText(names) }.joined(separator: ", ")
    }

    /// `H and W ≥ 64 and a multiple of 32`
    private var groups: [String] {
        var groups: [(names: [String], set: SizeSet?, tried: TriedSizes?, others: String)] = []
        for axis in axes {
            let others =
                axis.unknown.isEmpty
                ? axis.others.map { "\($0.name) = \($0.size)" }.joined(separator: ", ") : SizesReport.unknown(axis)
            if let same = groups.firstIndex(where: { $0.set == axis.set && $0.others == others }), others.isEmpty,
                axis.tried == nil
            {
                if !groups[same].names.contains(axis.name) { groups[same].names.append(axis.name) }
            } else {
                groups.append(([axis.name], axis.set, axis.tried, others))
            }
        }
        return groups.map { group in
            let names = group.names.joined(separator: group.names.count == 2 ? " and " : ", ")
            if let tried = group.tried {
                return tried.text(names) + (group.others.isEmpty ? "" : "   (for \(group.others))")
            }
            guard let set = group.set else {
                return group.others.isEmpty ? "\(names): the conditions have too many cases to list" : group.others
            }
            let rule = set.text(names, isPlural: group.names.count > 1)
            return group.others.isEmpty ? rule : "\(rule)   (for \(group.others))"
        }
    }

    private static func unknown(_ axis: Axis) -> String {
        "\(axis.name) depends on \(axis.unknown.joined(separator: " and "))"
    }

    /// `for 350×525 pad to 352×544`
    private var advice: StyledText? {
        let wanted = axes.compactMap(\.wanted)
        guard !wanted.isEmpty, wanted.count == axes.count else { return nil }
        let text = wanted.map(String.init).joined(separator: "×")
        let next = axes.compactMap(\.next)
        guard next.count == wanted.count else {
            let previous = axes.compactMap(\.previous)
            if previous.count == wanted.count {
                return
                    "for \(text, .number) crop or resize to \(previous.map(String.init).joined(separator: "×"), .number)"
            }
            return nextWasTried
                ? "\(text, .number) does not fit, nor does what is up to 64 larger"
                : "\(text, .number) is too large: no size from there on fits"
        }
        if next == wanted { return "\(text, .number) fits" }
        return "for \(text, .number) pad to \(next.map(String.init).joined(separator: "×"), .number)"
    }

    /// Kind `sizes`: one object for each size.
    public var json: JSONText.Members {
        let list = axes.map { axis -> JSONText in
            .object([
                ("size", .string(axis.name)),
                ("rule", (axis.set?.text(axis.name) ?? axis.tried?.text(axis.name)).map(JSONText.string) ?? .null),
                ("minimum", .optional(axis.set?.minimum)), ("period", .optional(axis.set?.period)),
                (
                    "tried",
                    axis.tried.map { tried in
                        .object([
                            ("last", .int(tried.last)), ("fitting", .array(tried.fitting.map(JSONText.int))),
                        ])
                    } ?? .null
                ),
                ("remainders", axis.set.map { .array($0.remainders.map(JSONText.int)) } ?? .null),
                ("depends_on", .array(axis.unknown.map(JSONText.string))), ("wanted", .optional(axis.wanted)),
                ("next", .optional(axis.next)),
            ])
        }
        let conditions = reasons.map { reason -> JSONText in
            .object([("layer", .string(reason.layer)), ("needs", .string(text(of: reason)))])
        }
        return [
            ("kind", .string("sizes")), ("model", .string(name)),
            ("inputs", .array(inputs.map { .string($0.formulaText) })),
            ("outputs", .array(outputs.map { .string($0.formulaText) })), ("sizes", .array(list)),
            ("conditions", .array(conditions)),
        ]
    }
}
