import PythonText

/// A column that a summary has only where it was asked for.
public enum SummaryColumn: String, CaseIterable, Sendable {
    /// The size of the layer's window.
    case kernel
    /// How far the window moves.
    case strides
    /// What is added at the borders.
    case padding
    /// Multiply-accumulates for one sample.
    case macs
    /// Bytes of the layer's outputs for one sample.
    case activationBytes = "activation_bytes"
    /// What one pixel of the output sees of the model's input.
    case receptiveField = "receptive_field"
    /// The layer's share of the model's parameters.
    case share

    /// The column of a name; case, blanks, `-` and `_` make no difference.
    public init?(spelling: String) {
        let name = SummaryColumn.plain(spelling)
        let others: [String: SummaryColumn] = [
            "kernelsize": .kernel, "stride": .strides, "activations": .activationBytes, "bytes": .activationBytes,
            "field": .receptiveField, "shareofparameters": .share, "shareofparams": .share, "parametershare": .share,
        ]
        guard
            let column = SummaryColumn.allCases.first(where: { SummaryColumn.plain($0.rawValue) == name })
                ?? others[name]
        else { return nil }
        self = column
    }

    /// The column that a name most likely means.
    public static func nearest(to name: String) -> SummaryColumn? {
        nearestName(to: name, in: allCases.map(\.rawValue)).flatMap(SummaryColumn.init(rawValue:))
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().filter { $0 != "_" && $0 != " " && $0 != "-" }
    }
}
