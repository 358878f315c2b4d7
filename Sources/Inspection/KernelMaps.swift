import TensorEngine

/// Where the kernels of a layer's filters lie in a weight: one picture for each filter and each channel it reads, over all
/// spatial axes.
public struct KernelMaps: Sendable {
    /// The weight.
    public let tensor: Tensor
    /// The number of filters; of a depthwise kernel, the channels it makes.
    public let filterCount: Int
    /// The channels that a filter reads.
    public let channelCount: Int
    /// Sizes of the spatial axes.
    private let sizes: [Int]
    /// Strides of the spatial axes.
    private let strides: [Int]
    private let filterStride: Int
    private let channelStride: Int
    /// Whether each place has filters of its own.
    private let isPerPlace: Bool

    /// The kernels of a weight; nil for a weight that holds none.
    /// - Parameters:
    ///   - name: the weight's name: `kernel`, `depthwise_kernel`.
    ///   - layer: the class of the layer.
    ///   - kernelSize: the layer's `kernel_size`, from which a locally connected kernel has its axes.
    public init?(_ tensor: Tensor, name: String, layer: String, kernelSize: [Int]? = nil) {
        let shape = tensor.shape.dims
        guard name.hasSuffix("kernel"), shape.count >= 2, tensor.count > 0 else { return nil }
        self.tensor = tensor
        isPerPlace = layer.hasPrefix("LocallyConnected")
        let last = shape[shape.count - 1]
        let before = shape[shape.count - 2]
        if isPerPlace {
            // (places, patch, filters), the patch being (spatial…, channels): a kernel for each place and filter.
            guard let kernelSize, shape.count == 3, kernelSize.reduce(1, *) > 0 else { return nil }
            channelCount = before / kernelSize.reduce(1, *)
            filterCount = shape[0] * last
            sizes = kernelSize
            (filterStride, channelStride) = (1, last)
            strides = KernelMaps.strides(of: kernelSize, innermost: channelCount * last)
            return
        }
        sizes = Array(shape.dropLast(2))
        strides = KernelMaps.strides(of: sizes, innermost: before * last)
        if layer.hasPrefix("Depthwise") || name == "depthwise_kernel" {
            // (spatial…, channels, multiplier): each channel has kernels of its own.
            (channelCount, filterCount) = (1, before * last)
            (channelStride, filterStride) = (1, 1)
        } else if layer.hasSuffix("Transpose") {
            // (spatial…, filters, channels)
            (channelCount, filterCount) = (last, before)
            (channelStride, filterStride) = (1, last)
        } else {
            // (spatial…, channels, filters)
            (channelCount, filterCount) = (before, last)
            (channelStride, filterStride) = (last, 1)
        }
    }

    private static func strides(of sizes: [Int], innermost: Int) -> [Int] {
        var stride = innermost
        var result: [Int] = []
        for size in sizes.reversed() {
            result.insert(stride, at: 0)
            stride *= size
        }
        return result
    }

    /// How many maps there are in all; the colour picture of three of them is none of its own.
    public var total: Int {
        switch sizes.count {
        case 0: 1
        case 1: filterCount
        default: filterCount * channelCount * sizes.dropLast(2).reduce(1, *)
        }
    }

    /// Whether the three channels are shown as a colour picture, too.
    private var isColour: Bool { sizes.count == 2 && channelCount == 3 }

    /// The maps.
    /// - Parameters:
    ///   - filters: the filters, which exist; nil for all.
    ///   - limit: how many maps there are at most.
    ///   - name: what stands before the maps' labels, where there are kernels of several layers; nil for nothing.
    public func groups(filters: [Int]? = nil, limit: Int, name: String? = nil) -> [MapsReport.Group] {
        let filters = filters ?? Array(0..<min(filterCount, limit))
        guard let name else { return groups(filters, limit) }
        return groups(filters, limit).map { group in
            MapsReport.Group(
                group.panels.map { panel in
                    MapsReport.Panel(sizes.isEmpty ? name : "\(name) \(panel.label)", panel.content)
                })
        }
    }

    private func groups(_ filters: [Int], _ limit: Int) -> [MapsReport.Group] {
        switch sizes.count {
        // A matrix has no spatial axes: it is one map, channels by units.
        case 0: return [MapsReport.Group([MapsReport.Panel("kernel", .map(matrix))])]
        case 1:
            return [
                MapsReport.Group(filters.prefix(limit).map { MapsReport.Panel(filterLabel($0), .map(rows(of: $0))) })
            ]
        default: return planes(filters, limit)
        }
    }

    /// The map by which a filter reads a channel: of a line one row. Nil for a weight without spatial axes, and for what
    /// does not exist.
    /// - Parameter slice: of a kernel with three axes.
    public func map(filter: Int, channel: Int, slice: Int = 0) -> MapView? {
        guard !sizes.isEmpty, (0..<filterCount).contains(filter), (0..<channelCount).contains(channel),
            (0..<sizes.dropLast(2).reduce(1, *)).contains(slice)
        else { return nil }
        guard sizes.count == 1 else { return view(filter, channel, slice: slice) }
        return MapView(
            tensor, offset: start(filter) + channel * channelStride, rows: 1, columns: sizes[0],
            rowStride: channelStride, columnStride: strides[0])
    }

    private func planes(_ filters: [Int], _ limit: Int) -> [MapsReport.Group] {
        var groups: [MapsReport.Group] = []
        var room = limit
        if isColour {
            groups.append(
                MapsReport.Group(
                    filters.prefix(room).map { filter in
                        let views = (0..<3).map { view(filter, $0, slice: 0) }
                        return MapsReport.Panel("\(filterLabel(filter)) rgb", .colour(views[0], views[1], views[2]))
                    }))
            room -= groups[0].panels.count
        }
        let slices = sizes.dropLast(2).reduce(1, *)
        var flat: [MapsReport.Panel] = []
        for filter in filters where room > 0 {
            for channel in 0..<channelCount where room > 0 {
                let panels = (0..<min(slices, room)).map { slice in
                    MapsReport.Panel(label(filter, channel, slice, slices), .map(view(filter, channel, slice: slice)))
                }
                room -= panels.count
                flat += panels
                if slices > 1 {
                    groups.append(MapsReport.Group(flat))
                    flat = []
                }
            }
            if channelCount > 1, !flat.isEmpty {
                groups.append(MapsReport.Group(flat))
                flat = []
            }
        }
        return flat.isEmpty ? groups : groups + [MapsReport.Group(flat)]
    }

    /// `#3`; `place 2 #3` where each place has filters of its own.
    private func filterLabel(_ filter: Int) -> String {
        guard isPerPlace else { return "#\(filter)" }
        let filters = tensor.shape[2]
        return "place \(filter / filters) #\(filter % filters)"
    }

    /// `#3`, `#3 c0` for one of several channels, `#3 z1` for a slice.
    private func label(_ filter: Int, _ channel: Int, _ slice: Int, _ slices: Int) -> String {
        filterLabel(filter) + (channelCount > 1 ? " c\(channel)" : "") + (slices > 1 ? " z\(slice)" : "")
    }

    /// The place of a filter's first number.
    private func start(_ filter: Int) -> Int {
        guard isPerPlace else { return filter * filterStride }
        // Filters are numbered place by place.
        let filters = tensor.shape[2]
        return filter / filters * tensor.shape[1] * filters + filter % filters
    }

    private func view(_ filter: Int, _ channel: Int, slice: Int) -> MapView {
        let axes = sizes.count
        var offset = start(filter) + channel * channelStride
        var rest = slice
        for axis in (0..<axes - 2).reversed() {
            offset += rest % sizes[axis] * strides[axis]
            rest /= sizes[axis]
        }
        return MapView(
            tensor, offset: offset, rows: sizes[axes - 2], columns: sizes[axes - 1], rowStride: strides[axes - 2],
            columnStride: strides[axes - 1])
    }

    /// The channels of a filter with one spatial axis, one a row.
    private func rows(of filter: Int) -> MapView {
        MapView(
            tensor, offset: start(filter), rows: channelCount, columns: sizes[0], rowStride: channelStride,
            columnStride: strides[0])
    }

    private var matrix: MapView {
        MapView(
            tensor, offset: 0, rows: channelCount, columns: filterCount, rowStride: channelStride,
            columnStride: filterStride)
    }
}
