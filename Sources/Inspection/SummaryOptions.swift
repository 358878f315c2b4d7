import Layers
import Network

/// What a summary shows of a model, and how wide: the options of Keras's `Model.summary`.
public struct SummaryOptions: Equatable, Sendable {
    /// The width of the table in columns of text; nil for what the content needs.
    public var lineLength: Int?
    /// Where each column of the table ends, as a share of its width; nil for Keras's usual places.
    public var positions: [Double]?
    /// Whether the layers of nested models get rows of their own.
    public var expandsNested = false
    /// Whether a column says what training may change.
    public var showsTrainable = false
    /// Patterns for the names of the first and the last layer that are shown; nil for all layers.
    public var layerRange: (first: String, last: String)?
    /// Columns besides Keras's, in the order in which they stand.
    public var columns: [SummaryColumn] = []

    /// The options of a plain summary.
    public init() {}

    /// Whether two ask for the same.
    public static func == (a: SummaryOptions, b: SummaryOptions) -> Bool {
        a.lineLength == b.lineLength && a.positions == b.positions && a.expandsNested == b.expandsNested
            && a.showsTrainable == b.showsTrainable && a.layerRange?.first == b.layerRange?.first
            && a.layerRange?.last == b.layerRange?.last && a.columns == b.columns
    }

    /// The layers that the range names: from the first that matches one of its patterns to the last that matches the
    /// other, whichever comes first.
    /// - Throws: `Refusal` where a pattern matches no layer or is invalid.
    func chosen(_ layers: [Layer]) throws(Refusal) -> ArraySlice<Layer> {
        guard let layerRange else { return layers[...] }
        let first = try places(layerRange.first, in: layers)
        let last = try places(layerRange.last, in: layers)
        guard let firstLow = first.first, let firstHigh = first.last, let lastLow = last.first, let lastHigh = last.last
        else {
            throw Refusal(
                argument: "layer_range", "Passed layer_names do not match the layer names in the model.",
                received: "['\(layerRange.first)', '\(layerRange.last)']",
                remedy: "the layers are: \(layers.map(\.name).joined(separator: ", "))")
        }
        return firstLow > lastHigh ? layers[lastLow...firstHigh] : layers[firstLow...lastHigh]
    }

    /// Refuses a width, or positions, that leave a column no room, as Keras does.
    /// - Parameter columns: the columns without the one that says what training may change.
    func check(columns: Int) throws(Refusal) {
        if let lineLength, !(1...10_000).contains(lineLength) {
            throw Refusal(
                argument: "line_length", "Insufficient console width to print summary.", received: "\(lineLength)")
        }
        guard let positions else { return }
        guard positions.count >= columns else {
            throw Refusal(
                .indexError, argument: "positions",
                "list index out of range: `positions` needs \(columns) entries, one for each column.",
                received: "\(positions.count) entries")
        }
        let length = Double(lineLength ?? 100)
        let ends = [0] + positions.prefix(columns).map { $0 * length }
        guard ends.allSatisfy(\.isFinite), zip(ends.dropFirst(), ends).allSatisfy({ $0 - $1 >= 4 && $0 <= 10_000 })
        else {
            throw Refusal(
                argument: "positions", "Insufficient console width to print summary.", received: "\(positions)")
        }
    }

    /// Where the layers stand whose names begin as a pattern says.
    private func places(_ pattern: String, in layers: [Layer]) throws(Refusal) -> [Int] {
        let expression: Regex<AnyRegexOutput>
        do { expression = try Regex(pattern) } catch {
            throw Refusal(
                argument: "layer_range", "`layer_range` holds no regular expression.", received: "'\(pattern)'")
        }
        return layers.indices.filter { (try? expression.prefixMatch(in: layers[$0].name)) != nil }
    }
}
