import Foundation
import Testing
import Workbench

/// The rows of `sweep` for random layers, against windows that are moved pixel by pixel.
@Suite struct RandomSweepTests {
    /// Grids of each kind of layer that are tried; more with CONVSH_CASES.
    private static let count = 3 * (ProcessInfo.processInfo.environment["CONVSH_CASES"].flatMap(Int.init) ?? 1)

    @Test(arguments: [
        "Conv1D", "Conv2D", "Conv3D", "DepthwiseConv1D", "DepthwiseConv2D", "SeparableConv1D", "SeparableConv2D",
        "MaxPooling1D", "MaxPooling2D", "MaxPooling3D", "AveragePooling1D", "AveragePooling2D", "AveragePooling3D",
    ]) func sizesUnreadPixelsAndParametersAreThoseOfMovedWindows(layer: String) throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<Self.count {
            let grid = Grid(layer, using: &random)
            let report = try #require(shownJSON(grid.code).last)
            let rows = try #require(report["rows"] as? [[String: Any]], "\(grid.code)")
            let calls = grid.calls
            #expect(rows.count == calls.count, "\(grid.code)")
            for (row, call) in zip(rows, calls) {
                let place = "\(grid.code) \(call)"
                let axes = grid.input.map { call.moved(over: $0) }
                guard axes.allSatisfy({ $0.starts > 0 }) else {
                    #expect(row["error"] is String, "\(place)")
                    continue
                }
                let shape = (row["output_shape"] as? [Any])?.dropFirst().compactMap { $0 as? Int }
                #expect(shape == axes.map(\.starts) + [grid.outputChannels], "\(place)")
                #expect(row["unread"] as? [Int] == axes.map(\.unread), "\(place)")
                #expect(row["params"] as? Int == grid.parameters(call), "\(place)")
            }
        }
    }
}

/// A call of `sweep` with lists of kernel sizes, strides, dilations and paddings.
private struct Grid {
    /// One combination.
    struct Call {
        let kernel: Int
        let stride: Int
        let dilation: Int
        let padding: String

        /// Moves a window over an axis, and counts where it starts and which pixels it never touches.
        func moved(over size: Int) -> (starts: Int, unread: Int) {
            let taps = (0..<kernel).map { $0 * dilation }
            let reach = taps[kernel - 1]
            var (first, last) = (0, size - 1 - reach)
            if padding == "same" {
                // As many starts as there are strides in the axis, around its middle.
                let count = (size + stride - 1) / stride
                let missing = max(0, (count - 1) * stride + reach + 1 - size)
                first = -(missing / 2)
                last = first + (count - 1) * stride
            } else if padding == "causal" {
                (first, last) = (-reach, size - 1 - reach)
            }
            guard last >= first else { return (0, size) }
            let starts = Array(stride(from: first, through: last, by: stride))
            let read = Set(starts.flatMap { start in taps.map { start + $0 } })
            return (starts.count, (0..<size).filter { !read.contains($0) }.count)
        }

        private func stride(from first: Int, through last: Int, by step: Int) -> StrideThrough<Int> {
            Swift.stride(from: first, through: last, by: step)
        }
    }

    let layer: String
    let input: [Int]
    let channels: Int
    private let filters: Int
    private let kernels: [Int]
    private let strides: [Int]
    private let dilations: [Int]
    private let paddings: [String]

    init(_ layer: String, using random: inout some RandomNumberGenerator) {
        self.layer = layer
        let rank = layer.contains("1D") ? 1 : layer.contains("2D") ? 2 : 3
        input = (0..<rank).map { _ in Int.random(in: 1...(rank == 3 ? 6 : 12), using: &random) }
        channels = Int.random(in: 1...3, using: &random)
        filters = Int.random(in: 1...3, using: &random)
        func some(_ range: ClosedRange<Int>, _ count: Int) -> [Int] {
            Array(range.shuffled(using: &random).prefix(count))
        }
        kernels = some(1...5, 2)
        // Keras takes no stride with a dilation.
        let dilates = !layer.contains("Pooling") && Bool.random(using: &random)
        strides = dilates ? [1] : some(1...4, 2)
        dilations = dilates ? some(1...3, 2) : [1]
        paddings = layer == "Conv1D" ? ["valid", "same", "causal"] : ["valid", "same"]
    }

    private var isPooling: Bool { layer.contains("Pooling") }

    var code: String {
        let sizes = (input + [channels]).map { "\($0), " }.joined()
        let positional = isPooling || layer.hasPrefix("Depthwise") ? "" : "\(filters), "
        let dilation = isPooling ? "" : ", dilation_rate=\(dilations)"
        let kernel = isPooling ? "pool_size" : "kernel_size"
        let lists = "\(kernel)=\(kernels), strides=\(strides)\(dilation), padding=\(paddings)"
        return "x = Input((\(sizes)));\nsweep(\(layer), x, \(positional)\(lists))"
    }

    /// The combinations, the last argument varying fastest.
    var calls: [Call] {
        kernels.flatMap { kernel in
            strides.flatMap { stride in
                dilations.flatMap { dilation in
                    paddings.map { Call(kernel: kernel, stride: stride, dilation: dilation, padding: $0) }
                }
            }
        }
    }

    var outputChannels: Int { isPooling || layer.hasPrefix("Depthwise") ? channels : filters }

    func parameters(_ call: Call) -> Int {
        if isPooling { return 0 }
        let taps = input.reduce(1) { taps, _ in taps * call.kernel }
        if layer.hasPrefix("Depthwise") { return taps * channels + channels }
        if layer.hasPrefix("Separable") { return taps * channels + channels * filters + filters }
        return taps * channels * filters + filters
    }
}
