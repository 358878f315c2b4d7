import Inspection
import Interpreter
import Layers
import Network
import TensorEngine

/// Reads which element of a tensor a call means: `(t, row, col, channel)`.
struct ElementArguments {
    /// The parameters, as the signature of a function has them.
    static let signature = "*position, step=None, depth=None, row=None, col=None, channel=None, sample=0"

    /// The element's index along each axis after the batch axis.
    let place: [Int]
    /// The sample of the batch.
    let sample: Int
    /// Whether the place is that of the largest value of the channel, because none was given.
    let isLargest: Bool

    /// - Parameters:
    ///   - tensor: the tensor.
    ///   - sizes: the sizes of its value.
    ///   - value: the value itself, asked for where no place is given.
    /// - Throws: an IndexError for what is not there, a TypeError for another number of indices.
    init(
        _ arguments: Arguments, of function: String, _ tensor: SymbolicTensor, _ value: Tensor,
        _ format: DataFormat
    ) throws(RaisedError) {
        let sizes = Array(value.shape.dims.dropFirst())
        let axes = ElementAxes(sizes, format)
        var given = try ElementArguments.positional(arguments, of: function, axes, tensor.shownName)
        for (index, axis) in axes.all.enumerated() {
            guard arguments.takes(axis.keyword), let number = try arguments.optionalInt(axis.keyword) else { continue }
            guard given[index] == nil else {
                throw RaisedError(.typeError, "\(function)() got multiple values for argument '\(axis.keyword)'")
            }
            given[index] = number
        }
        for name in ["step", "depth", "row", "col"]
        where arguments.optional(name) != nil && !axes.all.contains(where: { $0.keyword == name }) {
            throw RaisedError(
                .typeError, "'\(tensor.shownName)' has the shape \(tensor.shape) and no \(name)",
                hint: axes.hint(function, tensor.shownName))
        }
        let samples = value.shape.dims.first ?? 1
        let wanted = try arguments.int("sample")
        sample = wanted < 0 ? wanted + samples : wanted
        guard (0..<samples).contains(sample) else {
            throw RaisedError(
                .indexError, "there is no sample \(wanted)", hint: "there are \(samples) samples, numbered from 0")
        }
        for (index, axis) in axes.all.enumerated() {
            guard let number = given[index] else { continue }
            given[index] = number < 0 ? number + axis.size : number
            guard (0..<axis.size).contains(given[index] ?? -1) else {
                let range = axis.size == 0 ? "there are none" : "they run from 0 to \(axis.size - 1)"
                throw RaisedError(
                    .indexError,
                    "\(axis.name) \(number) is out of range: '\(tensor.shownName)' has the shape \(tensor.shape)",
                    hint: "\(axis.plural): \(range)" + (axis.size == 0 ? "" : ", or from -\(axis.size) to -1"))
            }
        }
        guard value.count > 0 else {
            throw RaisedError(.valueError, "'\(tensor.shownName)' has no elements")
        }
        isLargest = axes.spatial.indices.allSatisfy { given[$0] == nil }
        if isLargest, !axes.spatial.isEmpty {
            let channel = given[axes.spatial.count] ?? 0
            let found = Tracer.largest(
                in: FeatureMaps(value, dataFormat: format, sample: sample), channel: channel)
            let all =
                ElementArguments.unfolded(found.slice, axes.spatial.dropLast(2).map(\.size))
                + (axes.spatial.count > 1 ? [found.row] : []) + [found.column]
            for (index, number) in all.enumerated() { given[index] = number }
        }
        let indices = axes.all.indices.map { given[$0] ?? 0 }
        place =
            axes.hasChannels && format == .channelsFirst && !axes.spatial.isEmpty
            ? [indices[indices.count - 1]] + indices.dropLast() : indices
    }

    /// The indices given by position: all of them, or all but the channel. Some may stand in a tuple: `(row, col), channel`.
    private static func positional(
        _ arguments: Arguments, of function: String, _ axes: ElementAxes, _ name: String
    ) throws(RaisedError) -> [Int: Int] {
        let rest = arguments.rest.flatMap { value in if case .tuple(let items) = value { items } else { [value] } }
        var given: [Int: Int] = [:]
        guard rest.isEmpty || rest.count == axes.all.count || rest.count == axes.spatial.count else {
            throw RaisedError(
                .typeError,
                "\(function)() takes \(axes.all.map(\.keyword).joined(separator: ", ")) here, not \(rest.count) "
                    + (rest.count == 1 ? "index" : "indices"), hint: axes.hint(function, name))
        }
        for (index, value) in rest.enumerated() { given[index] = try value.wholeNumber() }
        return given
    }

    private static func unfolded(_ index: Int, _ sizes: [Int]) -> [Int] {
        var rest = index
        return sizes.reversed().map { size in
            defer { rest /= max(1, size) }
            return rest % max(1, size)
        }.reversed()
    }
}

/// The axes of an element's index, as a person counts them: the channel comes last.
private struct ElementAxes {
    struct Axis {
        let name: String
        let plural: String
        let keyword: String
        let size: Int
    }

    let all: [Axis]
    let spatial: [Axis]
    let hasChannels: Bool

    init(_ sizes: [Int], _ format: DataFormat) {
        hasChannels = !sizes.isEmpty
        let isFirst = format == .channelsFirst && sizes.count > 1
        let pixels = hasChannels ? Array(isFirst ? sizes.dropFirst() : sizes.dropLast()) : []
        let names: [(String, String, String)] =
            switch pixels.count {
            case 1: [("step", "steps", "step")]
            case 2: [("row", "rows", "row"), ("column", "columns", "col")]
            case 3: [("slice", "slices", "depth"), ("row", "rows", "row"), ("column", "columns", "col")]
            default: pixels.indices.map { ("index", "indices", "axis \($0 + 1)") }
            }
        spatial = zip(names, pixels).map { Axis(name: $0.0, plural: $0.1, keyword: $0.2, size: $1) }
        let channels = isFirst ? sizes.first : sizes.last
        all =
            spatial + (channels.map { [Axis(name: "channel", plural: "channels", keyword: "channel", size: $0)] } ?? [])
    }

    func hint(_ function: String, _ name: String) -> String {
        let numbers = all.map { String($0.size / 2) }.joined(separator: ", ")
        return all.isEmpty ? "there is one element only" : "for example \(function)(\(name), \(numbers))"
    }
}
