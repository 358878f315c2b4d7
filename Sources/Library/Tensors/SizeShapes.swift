import Interpreter
import Layers
import Network
import TensorEngine

/// The shapes of what functions give among whose arguments are sizes of tensors.
///
/// As in Keras, a size that follows from one that is not known is not known either, though here there may be a formula for it.
enum SizeShapes {
    /// The shapes of the outputs, and what is known of the inputs that are no sizes; nil where sizes are numbers like others.
    static func rule(of className: String, _ parameters: [String], _ operands: Operands) -> (
        shapes: [BatchShape], rule: (any FunctionRule)?, isBatched: Bool
    )? {
        guard let (shapes, rule) = found(className, parameters, operands) else { return nil }
        return (
            shapes.map { BatchShape($0.dims.map(\.withoutBatch)) }, rule,
            leadingSize(className, parameters, operands) == Dim(SizeSymbol.batch)
        )
    }

    /// The first size of the shape among the arguments.
    private static func leadingSize(_ className: String, _ parameters: [String], _ operands: Operands) -> Dim? {
        let place =
            ["Reshape", "BroadcastTo"].contains(className) ? 1 : parameters.firstIndex { $0 == "shape" || $0 == "dims" }
        return place.flatMap { operands[$0] }.flatMap(SizeTensors.sizes)?.first
    }

    private static func found(_ className: String, _ parameters: [String], _ operands: Operands) -> (
        [BatchShape], (any FunctionRule)?
    )? {
        func given(_ name: String) -> Value? {
            parameters.firstIndex(of: name).flatMap { operands.values.indices.contains($0) ? operands.values[$0] : nil }
        }
        switch className {
        case "Reshape":
            guard let shape = operands[1].flatMap(SizeTensors.sizes), let input = dims(operands[0]),
                let shapes = ReshapeRule(to: shape).outputShapes(for: [BatchShape(input)])
            else { return nil }
            return (shapes, ReshapeRule(to: shape))
        case "BroadcastTo":
            guard let shape = operands[1].flatMap(SizeTensors.sizes) else { return nil }
            return ([BatchShape(shape)], ElementwiseRule())
        case "Tile":
            guard let repeats = operands[1].flatMap(SizeTensors.sizes), let input = dims(operands[0]) else {
                return nil
            }
            return ([tiled(input, repeats)], nil)
        case "Arange":
            return arange(operands).map { ([BatchShape([$0])], nil) }
        case "Eye":
            guard let rows = operands[0].flatMap(SizeTensors.size) else { return nil }
            return ([BatchShape([rows, operands[1].flatMap(SizeTensors.size) ?? rows])], nil)
        case "GetItem":
            guard let input = dims(operands[0]), let index = operands.values[1] else { return nil }
            return part(of: input, index)
        default:
            guard let shape = (given("shape") ?? given("dims")).flatMap(SizeTensors.sizes) else { return nil }
            return ([BatchShape(shape)], nil)
        }
    }

    /// The sizes of a tensor or an array; nil for anything else.
    private static func dims(_ value: Value?) -> [Dim]? {
        switch value {
        case .host(let object as TensorObject)?: object.tensor.shape.dims
        case .host(let object as ArrayObject)?: object.array.shape.map { Dim($0) }
        case .host(let object as WeightObject)?: object.weight.spec.shape.map { Dim($0) }
        default: nil
        }
    }

    private static func tiled(_ input: [Dim], _ repeats: [Dim]) -> BatchShape {
        let rank = max(input.count, repeats.count)
        func filled(_ dims: [Dim]) -> [Dim] { Array(repeating: 1, count: rank - dims.count) + dims }
        return BatchShape(zip(filled(input), filled(repeats)).map { Dim.product([$0, $1]) })
    }

    /// ⌈(stop − start) / step⌉.
    private static func arange(_ operands: Operands) -> Dim? {
        guard let first = operands[0].flatMap(SizeTensors.size) else { return nil }
        let (start, stop) = operands[1].flatMap(SizeTensors.size).map { (first, $0) } ?? (0, first)
        let step = operands[2].map(SizeTensors.size) ?? 1
        guard let step = step?.known, step > 0, let span = try? stop - start else { return .unknown }
        return span.ceilDivided(by: step)
    }

    /// A part by an index in which bounds are sizes.
    private static func part(of input: [Dim], _ index: Value) -> ([BatchShape], (any FunctionRule)?)? {
        let parts: [Value] = if case .tuple(let items) = index { items } else { [index] }
        // With whole axes in the place of the slices whose bounds are not known.
        var (known, open, starts) = (parts, [Int: SliceObject](), true)
        for (place, part) in parts.enumerated() {
            guard case .slice(let slice) = part, SizeTensors.isAmong([part]) else { continue }
            open[place] = slice
            starts = starts && slice.start.isNone && slice.step.isNone
            known[place] = .slice(SliceObject(.none, .none, .none))
        }
        guard !open.isEmpty, let indices = try? ArrayObject.indices(.tuple(known)),
            let items = SlicingRule.items(indices, rank: input.count)
        else { return nil }
        let rule = SlicingRule(items)
        guard var shape = rule.outputShapes(for: [BatchShape(input)])?.first else { return nil }
        for (place, slice) in open {
            guard let (axis, target) = axes(of: place, parts, rank: input.count) else { return nil }
            shape.dims[target] = length(of: slice, input[axis])
        }
        return ([shape], starts ? rule : nil)
    }

    /// The axis of the input that a part of an index belongs to, and that of the output.
    private static func axes(of place: Int, _ parts: [Value], rank: Int) -> (Int, Int)? {
        let taken = parts.filter { part in
            switch part {
            case .none, .ellipsis: false
            default: true
            }
        }.count
        var (axis, target) = (0, 0)
        for part in parts[..<place] {
            switch part {
            case .none: target += 1
            case .ellipsis: (axis, target) = (axis + rank - taken, target + rank - taken)
            case .slice: (axis, target) = (axis + 1, target + 1)
            default: axis += 1
            }
        }
        return axis < rank ? (axis, target) : nil
    }

    /// How long a slice is: known by a formula where it is the whole axis.
    private static func length(of slice: SliceObject, _ size: Dim) -> Dim {
        let startsAtZero = slice.start.isNone || SizeTensors.size(slice.start) == 0
        guard startsAtZero, slice.step.isNone, !size.isKnown, SizeTensors.size(slice.stop) == size else {
            return .unknown
        }
        return size
    }
}
