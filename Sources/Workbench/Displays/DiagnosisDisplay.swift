import Inspection
import Presentation

/// A diagnosis: two lines for each finding.
extension Diagnosis: DisplayedReport {
    /// What was found and what to do, or that nothing was found.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        let count = "\(findings.count) finding\(findings.count == 1 ? "" : "s")"
        var lines = renderer.items([
            "diagnosis of \(name, .name)", findings.isEmpty ? "nothing found" : StyledText(count),
        ])
        var shown: [Finding.Kind: Int] = [:]
        for finding in findings {
            shown[finding.kind, default: 0] += 1
            guard shown[finding.kind, default: 0] <= Diagnosis.mostOfAKind else { continue }
            lines += renderer.sentence(
                "  \(finding.place, .name)\(finding.othersText, .dim)  \(finding.text, .warning)")
            lines += renderer.sentence("    \("fix: ", .hint)\(finding.fix)")
        }
        for kind in Finding.Kind.allCases {
            let more = shown[kind, default: 0] - Diagnosis.mostOfAKind
            if more > 0 { lines += renderer.sentence(StyledText("  … and \(more) more like it: \(kind.words)", .dim)) }
        }
        if let skipped { lines += renderer.sentence(StyledText("  values were not looked at: \(skipped)", .dim)) }
        return lines
    }

    /// Findings of one kind beyond which they are counted only.
    private static let mostOfAKind = 4

    /// Kind `diagnosis`: one object for each finding.
    public var json: JSONText.Members {
        let list = findings.map { finding -> JSONText in
            .object([
                ("finding", .string(finding.kind.rawValue)), ("place", .string(finding.place)),
                ("others", .array(finding.others.map(JSONText.string))),
                ("text", .string(finding.text)), ("fix", .string(finding.fix)),
            ])
        }
        return [
            ("kind", .string("diagnosis")), ("model", .string(name)), ("findings", .array(list)),
            ("values_skipped", skipped.map(JSONText.string) ?? .null),
        ]
    }
}

extension Finding {
    /// ` and p2, p3`; ` and 51 others such as c2`
    fileprivate var othersText: String {
        let names = others.count <= 3 ? others.joined(separator: ", ") : "\(others.count) others such as \(others[0])"
        return others.isEmpty ? "" : " and \(names)" + (haveOtherNumbers ? " alike, in the first:" : "")
    }
}

extension Finding.Kind {
    /// `pixels that nothing reads`
    fileprivate var words: String {
        switch self {
        case .channelOrder: "channels in the wrong place"
        case .unreadPixels: "pixels that nothing reads"
        case .mostlyPadding: "windows over padding"
        case .gridding: "grids"
        case .checkerboard: "checkerboards"
        case .biasBeforeNormalization: "biases before a normalization"
        case .heavyDense: "heavy layers"
        case .oneClassSoftmax: "softmaxes over one class"
        case .deadMaps: "dead maps"
        case .saturated: "saturated maps"
        case .undefined: "values that are NaN"
        }
    }
}
