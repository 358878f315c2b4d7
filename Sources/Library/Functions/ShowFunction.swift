import Arrays
import Inspection
import Interpreter
import Layers
import Network
import TensorEngine

/// `show(c1)`: the feature maps of a tensor, the kernels of a layer, or arrays, drawn in full.
enum ShowFunction {
    /// Maps beyond which only the first are drawn, unless they are asked for.
    private static let limit = 256
    /// Kernels beyond which only the first are drawn, unless they are asked for: they are small, and there are many.
    private static let kernelLimit = 64
    /// Maps that are drawn at most.
    fileprivate static let mostMaps = 100_000

    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "show(tensor, channels=None, \(DrawingArguments.signature))",
            "Draws the feature maps of a tensor, the kernels of a layer, an array, or a list of them. `channels` takes numbers, "
                + "a list, a range, a slice or \"all\"; `scale` is \"shared\" or \"each\"; `cmap` names the colours, `clip` "
                + "their range, and `style` the way to draw."
        ) { arguments, interpreter in
            library.emit(try report(on: arguments[0], arguments, of: "show", interpreter, library))
            return .none
        }
    }

    /// What a function that takes the arguments of `show` is to draw.
    static func report(
        on value: Value, _ arguments: Arguments, of function: String, _ interpreter: Interpreter,
        _ library: LibraryContext
    ) throws(RaisedError) -> MapsReport {
        let drawing = DrawingArguments(arguments, of: function)
        let options = try drawing.options()
        var report = try report(on: value, drawing, interpreter, library)
        report.options = options
        return report
    }

    private static func report(
        on value: Value, _ drawing: DrawingArguments, _ interpreter: Interpreter, _ library: LibraryContext
    ) throws(RaisedError) -> MapsReport {
        if let items = value.parts { return try row(items, drawing, interpreter, library) }
        if case .host(let object) = value {
            if let weight = object as? WeightObject,
                let report = try kernels([(weight.weight, weight.layer)], of: weight.layer, drawing, library)
            {
                return report
            }
            if let layer = (object as? LayerObject)?.layer, !(layer is Model),
                let report = try kernels(
                    ShowFunction.weights(of: layer), of: layer, drawing, library)
            {
                return report
            }
        }
        let data = try MapData(value, drawing, interpreter, library)
        return try report(on: data, drawing, library)
    }

    /// The maps of one tensor or array; of a tensor, its layer at work comes first.
    private static func report(
        on data: MapData, _ drawing: DrawingArguments, _ library: LibraryContext
    ) throws(RaisedError) -> MapsReport {
        let maps = data.maps
        let channels = try drawing.channels(of: maps.channelCount)
        var groups = maps.groups(channels: channels, limit: channels == nil ? limit : mostMaps)
        if channels == nil, let tensor = data.tensor, tensor.node.inputs.count == 1, maps.sample == 0 {
            let input = try raising { try Evaluator(library.network).value(of: tensor.node.inputs[0]) }
            if let row = LayerView.group(
                of: tensor, input: input, output: maps.tensor, channel: 0, dataFormat: library.dataFormat(of: tensor))
            {
                groups.insert(row, at: 0)
            }
        }
        var report = MapsReport(title: data.title, sources: [maps.source], groups: groups, total: maps.total)
        if channels == nil { report.wholeCall = "channels=\"all\"" }
        return report
    }

    /// Several tensors and arrays side by side: in row n, channel n of each. Lines do not fit beside maps: then each stands
    /// below the one before it.
    private static func row(
        _ items: [Value], _ drawing: DrawingArguments, _ interpreter: Interpreter, _ library: LibraryContext
    ) throws(RaisedError) -> MapsReport {
        var all: [MapData] = []
        for item in items { all.append(try MapData(item, drawing, interpreter, library)) }
        let most = all.map(\.maps.channelCount).max() ?? 0
        let channels = try drawing.channels(of: most) ?? Array(0..<min(most, limit))
        let areAlike = Set(all.map(\.maps.isLine)).count == 1
        let groups = (areAlike ? [all] : all.map { [$0] }).flatMap { row in
            channels.map { channel in MapsReport.Group(row.flatMap { $0.panels(ofChannel: channel) }) }
        }.filter { !$0.panels.isEmpty }
        return MapsReport(
            title: all.map(\.title).joined(separator: " · "), sources: all.map(\.maps.source), groups: groups,
            total: all.reduce(0) { $0 + $1.maps.total })
    }

    /// The weights of a layer and of those inside of it, each with the layer that has it.
    private static func weights(of layer: Layer) -> [(weight: Weight, layer: Layer?)] {
        var owners: [ObjectIdentifier: Layer] = [:]
        for inner in ComparedSide.leaves(of: layer) {
            for weight in inner.weights { owners[ObjectIdentifier(weight)] = inner }
        }
        return layer.weights.map { ($0, owners[ObjectIdentifier($0)] ?? layer) }
    }

    /// The kernels of weights; nil where none of them holds any.
    /// - Parameter owner: what they are the kernels of.
    private static func kernels(
        _ weights: [(weight: Weight, layer: Layer?)], of owner: Layer?, _ drawing: DrawingArguments,
        _ library: LibraryContext
    ) throws(RaisedError) -> MapsReport? {
        var found: [(maps: KernelMaps, weight: Weight)] = []
        for (weight, layer) in weights where weight.spec.name.hasSuffix("kernel") {
            let value = try raising { try weight.value() }
            guard
                let maps = KernelMaps(
                    value, name: weight.spec.name, layer: layer?.className ?? "", kernelSize: layer?.kernelSize)
            else { continue }
            found.append((maps, weight))
        }
        guard !found.isEmpty else { return nil }
        _ = try drawing.sample(of: 1, hint: "kernels are the same for all samples: leave `sample` out")
        var groups: [MapsReport.Group] = []
        var isLimited = false
        let names = names(of: found.map(\.weight))
        for (place, (maps, _)) in found.enumerated() {
            let filters = try drawing.channels(of: maps.filterCount)
            isLimited = filters == nil
            // Each kernel has a part of the room.
            let limit = filters == nil ? max(1, kernelLimit / found.count) : mostMaps
            groups += maps.groups(filters: filters, limit: limit, name: found.count > 1 ? names[place] : nil)
        }
        var report = MapsReport(
            title: title(of: found.map(\.weight), owner), sources: found.map { MapsReport.Source($0.maps.tensor) },
            groups: groups, total: found.reduce(0) { $0 + $1.maps.total })
        if isLimited, let owner {
            let weight = found.count == 1 && owner.weights.count { $0.spec.name.hasSuffix("kernel") } > 1
            report.wholeCall =
                "show(\(library.typedName(owner))\(weight ? ".\(found[0].weight.spec.name)" : ""), channels=\"all\")"
        }
        return report
    }

    /// The names of several weights: those of their layers, with those of the layers around them where that is not enough, and
    /// their own where these are not `kernel`.
    private static func names(of weights: [Weight]) -> [String] {
        let paths = weights.map { weight in
            Array(weight.path.split(separator: "/").dropLast(weight.spec.name == "kernel" ? 1 : 0))
        }
        func names(_ count: Int) -> [String] { paths.map { $0.suffix(count).joined(separator: "/") } }
        let longest = paths.map(\.count).max() ?? 1
        return (1...max(1, longest)).lazy.map(names).first { Set($0).count == $0.count } ?? names(longest)
    }

    private static func title(of weights: [Weight], _ owner: Layer?) -> String {
        if weights.count > 2, let owner { return "\(weights.count) kernels of \(owner.shownName)" }
        return weights.map { "\($0.path)  \(BatchShape($0.spec.shape))" }.joined(separator: " · ")
    }
}

/// One thing to draw: its numbers, and what it is called.
private struct MapData {
    let maps: FeatureMaps
    let title: String
    let name: String
    /// The tensor of a network, where it is one.
    let tensor: SymbolicTensor?

    init(
        _ value: Value, _ drawing: DrawingArguments, _ interpreter: Interpreter, _ library: LibraryContext
    ) throws(RaisedError) {
        let subject = try Subject(value, of: drawing.function, arrays: interpreter, library)
        if case .array(let array) = subject.kind {
            let samples = array.rank > 3 ? array.shape[0] : 1
            let sample = try drawing.sample(of: samples)
            let data = try raising { try array.reshaped(MapData.shape(array.shape)).tensor() }
            maps = FeatureMaps(data, dataFormat: .channelsLast, sample: sample, isPicture: array.rank >= 3)
            title = "array of shape \(BatchShape(array.shape))" + MapData.note(sample, samples)
            (name, tensor) = ("array", nil)
            return
        }
        let tensor = try subject.tensor()
        let value = try raising { try Evaluator(library.network).value(of: tensor) }
        let (data, format) = FeatureMaps.withAllAxes(value, of: tensor, library.dataFormat(of: tensor))
        let samples = data.shape.dims.first ?? 1
        let sample = try drawing.sample(of: max(1, samples))
        maps = FeatureMaps(
            data, dataFormat: format, sample: sample, isPicture: tensor.node.inputs.isEmpty || tensor.hasLostBatch)
        title = "\(tensor.shownName)  \(tensor.shape)" + MapData.note(sample, samples)
        name = tensor.shownName
        self.tensor = tensor
    }

    /// The panels of one channel, with the name of the tensor; none where there is no such channel.
    func panels(ofChannel channel: Int) -> [MapsReport.Panel] {
        guard channel < maps.channelCount else { return [] }
        let size = maps.isLine ? "" : " \(maps.size)"
        return maps.groups(channels: [channel], limit: ShowFunction.mostMaps).flatMap(\.panels).map { panel in
            MapsReport.Panel("\(name) \(panel.label)\(size)", panel.content)
        }
    }

    private static func note(_ sample: Int, _ count: Int) -> String {
        count > 1 ? "  sample \(sample) of \(count)" : ""
    }

    /// The shape with the axes of a batch of maps: (batch, spatial…, channels).
    private static func shape(_ shape: [Int]) -> [Int] {
        switch shape.count {
        case 0: [1, 1]
        case 1: [1] + shape
        case 2: [1] + shape + [1]
        case 3: [1] + shape
        default: shape
        }
    }
}

extension FeatureMaps {
    /// Rows and columns of a map: `12×12`.
    fileprivate var size: String {
        let view = view(channel: 0)
        return "\(view.rows)×\(view.columns)"
    }
}

extension Value {
    /// The members of a list that holds more than numbers; nil for anything else.
    fileprivate var parts: [Value]? {
        let items: [Value]
        switch self {
        case .list(let list): items = list.items
        case .tuple(let tuple): items = tuple
        default: return nil
        }
        let areObjects = items.allSatisfy { item in
            if case .host(let object) = item {
                object is TensorObject || object is ArrayObject || object is LayerObject || object is WeightObject
            } else {
                false
            }
        }
        return areObjects && !items.isEmpty ? items : nil
    }
}
