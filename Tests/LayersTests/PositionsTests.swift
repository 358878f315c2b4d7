import TensorEngine
import Testing

@testable import Layers

/// What operations say that an output element depends on, against what changes when an input element is changed.
@Suite struct PositionsTests {
    /// A layer, its arguments, and the shape of one input.
    struct Example: Sendable, CustomTestStringConvertible {
        let layer: String
        var positional: [Argument] = []
        var keywords: [CallSite.Keyword] = []
        let input: [Int]
        /// Whether every element it may depend on matters, as it does in sums with random weights.
        var isTight = true

        var testDescription: String { "\(layer) of \(input)" }
    }

    static let examples: [Example] = [
        .init(
            layer: "Conv1D", positional: [.int(2), .int(3)], keywords: [.init("padding", .string("causal"))],
            input: [1, 7, 2]),
        .init(
            layer: "Conv2D", positional: [.int(2), .int(3)], keywords: [.init("strides", .int(2))], input: [1, 8, 7, 2]),
        .init(
            layer: "Conv2D", positional: [.int(2), .tuple([.int(3), .int(2)])],
            keywords: [.init("dilation_rate", .int(2)), .init("padding", .string("same"))], input: [1, 7, 6, 2]),
        .init(
            layer: "Conv2D", positional: [.int(2), .int(2)],
            keywords: [.init("strides", .int(3)), .init("padding", .string("same"))], input: [1, 8, 9, 1]),
        .init(
            layer: "Conv2D", positional: [.int(4), .int(2)], keywords: [.init("groups", .int(2))], input: [1, 4, 4, 4],
            isTight: false),
        .init(
            layer: "Conv2D", positional: [.int(2), .int(3)],
            keywords: [.init("data_format", .string("channels_first"))], input: [1, 2, 5, 4]),
        .init(
            layer: "DepthwiseConv2D", positional: [.int(3)], keywords: [.init("depth_multiplier", .int(2))],
            input: [1, 5, 5, 2]),
        .init(layer: "SeparableConv2D", positional: [.int(3), .int(3)], input: [1, 5, 5, 2]),
        .init(layer: "LocallyConnected1D", positional: [.int(2), .int(3)], input: [1, 7, 2]),
        .init(
            layer: "Conv2DTranspose", positional: [.int(2), .int(3)],
            keywords: [.init("strides", .int(2)), .init("padding", .string("same"))], input: [1, 4, 3, 2]),
        .init(
            layer: "Conv1DTranspose", positional: [.int(2), .int(2)], keywords: [.init("strides", .int(3))],
            input: [1, 4, 2]),
        .init(
            layer: "Conv1DTranspose", positional: [.int(2), .int(3)], keywords: [.init("dilation_rate", .int(2))],
            input: [1, 5, 1]),
        .init(
            layer: "AveragePooling2D", positional: [.int(3)], keywords: [.init("strides", .int(2))],
            input: [1, 7, 7, 2]),
        .init(layer: "MaxPooling2D", input: [1, 6, 5, 2], isTight: false),
        .init(layer: "AdaptiveAveragePooling1D", positional: [.int(3)], input: [1, 7, 2]),
        .init(layer: "GlobalAveragePooling2D", input: [2, 3, 3, 2]),
        .init(layer: "UpSampling2D", positional: [.int(3)], input: [1, 2, 3, 2]),
        .init(
            layer: "UpSampling2D", keywords: [.init("interpolation", .string("bilinear"))], input: [1, 4, 3, 1],
            isTight: false),
        .init(
            layer: "Resizing", positional: [.int(4), .int(3)],
            keywords: [.init("crop_to_aspect_ratio", .bool(true)), .init("interpolation", .string("nearest"))],
            input: [1, 6, 9, 1]),
        .init(
            layer: "Resizing", positional: [.int(4), .int(5)], keywords: [.init("pad_to_aspect_ratio", .bool(true))],
            input: [1, 9, 6, 1], isTight: false),
        .init(
            layer: "Resizing", positional: [.int(5), .int(3)], keywords: [.init("interpolation", .string("nearest"))],
            input: [1, 7, 8, 1]),
        .init(
            layer: "Resizing", positional: [.int(5), .int(9)], keywords: [.init("interpolation", .string("bicubic"))],
            input: [1, 8, 4, 1], isTight: false),
        .init(
            layer: "Resizing", positional: [.int(5), .int(9)], keywords: [.init("interpolation", .string("lanczos3"))],
            input: [1, 8, 4, 1], isTight: false),
        .init(
            layer: "Resizing", positional: [.int(3), .int(9)],
            keywords: [.init("interpolation", .string("bilinear")), .init("antialias", .bool(true))],
            input: [1, 8, 4, 1], isTight: false),
        .init(
            layer: "Resizing", positional: [.int(5), .int(3)],
            keywords: [.init("interpolation", .string("lanczos5")), .init("antialias", .bool(true))],
            input: [1, 12, 7, 1], isTight: false),
        .init(
            layer: "UpSampling2D", positional: [.int(2)], keywords: [.init("interpolation", .string("area"))],
            input: [1, 3, 4, 1], isTight: false),
        .init(
            layer: "ZeroPadding2D", positional: [.tuple([.tuple([.int(1), .int(2)]), .tuple([.int(0), .int(1)])])],
            input: [1, 3, 3, 2]),
        .init(layer: "Cropping1D", positional: [.int(1)], input: [1, 5, 2]),
        .init(layer: "Dense", positional: [.int(3)], input: [2, 3, 4]),
        .init(
            layer: "Dense", positional: [.int(3)], keywords: [.init("activation", .string("softmax"))],
            input: [2, 3, 4]),
        .init(layer: "Softmax", positional: [.int(1)], input: [2, 3, 4]),
        .init(layer: "BatchNormalization", input: [2, 3, 4]),
        .init(layer: "LayerNormalization", input: [2, 3, 4]),
        .init(layer: "GroupNormalization", positional: [.int(2)], input: [2, 3, 4], isTight: false),
        .init(layer: "PReLU", input: [2, 3, 4]),
        .init(layer: "Flatten", input: [2, 3, 4], isTight: false),
        .init(layer: "Reshape", positional: [.tuple([.int(3), .int(2), .int(2)])], input: [2, 3, 4], isTight: false),
        .init(layer: "Permute", positional: [.tuple([.int(2), .int(1)])], input: [2, 3, 4]),
        .init(layer: "RepeatVector", positional: [.int(3)], input: [2, 4]),
    ]

    @Test(arguments: examples) func changesAreWithinThePositions(_ example: Example) throws {
        let definition = try #require(Catalogue.layers[example.layer])
        let operation = try definition.make(
            CallSite(example.positional, keywords: example.keywords)
        ).product
        let shapes = [BatchShape(example.input)]
        var random = RandomStream(seed: 7)
        let weights = try operation.weights(for: shapes).map { try random.tensor(Shape($0.shape), low: 0.5, high: 1) }
        func output(_ input: Tensor) throws -> Tensor {
            try operation.forward([input], OperationContext(LayerState(weights: weights)))[0]
        }
        let outputs = try operation.outputShapes(for: shapes)
        let positions = operation.positions(ofOutput: 0, inputs: shapes, outputs: outputs)[0]
        let input = try random.tensor(Shape(example.input), low: 0.5, high: 1)
        let before = try output(input)
        #expect(before.shape.dims == outputs[0].known)
        var missed: [String] = []
        var idle: [String] = []
        for place in 0..<input.count {
            var changed = input
            changed[flat: place] += 0.3
            let after = try output(changed)
            let from = indices(place, input.shape)
            for target in 0..<after.count {
                let to = indices(target, after.shape)
                let claimed = covers(positions, from, to)
                let differs = before[flat: target] != after[flat: target]
                if differs, !claimed { missed.append("\(to) depends on \(from)") }
                if claimed, !differs { idle.append("\(to) does not depend on \(from)") }
            }
        }
        #expect(missed.isEmpty)
        #expect(!example.isTight || idle.isEmpty)
    }

    private func indices(_ place: Int, _ shape: Shape) -> [Int] {
        shape.strides.enumerated().map { axis, stride in place / stride % shape[axis] }
    }

    private func covers(_ positions: Positions, _ from: [Int], _ target: [Int]) -> Bool {
        zip(positions.axes, from).allSatisfy { axis, index in
            guard let (range, along) = axis.range else { return true }
            return range.isPlaced && range.indices(of: target[along]).contains(index)
        }
    }

    @Test func positionsBesideABroadcastAxisCoverIt() throws {
        let (a, b) = (BatchShape([.unknown, 8, 1]), BatchShape([.unknown, 1, 3]))
        let output = BatchShape([.unknown, 8, 3])
        #expect(Positions.broadcast(a, to: output).axes == [.same(0), .same(1), .whole])
        #expect(Positions.broadcast(b, to: output).axes == [.same(0), .whole, .same(2)])
    }

    @Test func anUnknownBatchSurvivesAReshapeOnlyIfTheSamplesStayWhole() throws {
        let images = BatchShape([.unknown, 4, 6])
        let rows = Positions.reshaped(images, to: BatchShape([.unknown, 6]), keepsBatch: false)
        #expect(rows.axes == [.unknown, .unknown, .same(1)])
        let flat = Positions.reshaped(images, to: BatchShape([.unknown, 24]), keepsBatch: false)
        #expect(flat.axes == [.same(0), .unknown, .unknown])
    }
}
