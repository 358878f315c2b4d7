import TensorEngine
import Testing

@testable import Layers

/// How windows move, against what the engine computes when single input elements are changed.
@Suite struct WindowMotionTests {
    /// Layers of each kind that are tried; more with CONVSH_CASES.
    private static let count = TestCases.count(15)

    @Test(arguments: RandomWindowLayer.layers) func theSizeIsTheLayersOwn(layer: String) throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<10 * WindowMotionTests.count {
            guard let case_ = RandomWindowLayer(layer, using: &random) else { continue }
            let motion = try case_.operation.motion(over: case_.input)
            let output = try? case_.operation.outputShape(for: [case_.input])
            #expect(motion.fits == (output != nil), "\(case_)")
            guard let output else { continue }
            let axes = motion.dataFormat.spatialAxes(rank: output.rank)
            #expect(motion.axes.map(\.output) == axes.map { output.dims[$0] }, "\(case_)")
            #expect(motion.axes.map(\.input) == axes.map { case_.input.dims[$0] }, "\(case_)")
        }
    }

    @Test(arguments: RandomWindowLayer.layers) func theEquationComesToTheResult(layer: String) throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<10 * WindowMotionTests.count {
            guard let case_ = RandomWindowLayer(layer, using: &random) else { continue }
            for axis in try case_.operation.motion(over: case_.input).arithmetic {
                #expect(WrittenArithmetic(axis.numbers).value == axis.result.known, "\(case_): \(axis)")
            }
        }
    }

    @Test(arguments: RandomWindowLayer.layers) func outputsReadWhatTheyAreSaidToRead(layer: String) throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<WindowMotionTests.count {
            guard let case_ = RandomWindowLayer(layer, using: &random),
                let output = try? case_.operation.outputShape(for: [case_.input]), let sizes = output.known
            else { continue }
            let motion = try case_.operation.motion(over: case_.input)
            // Where the windows lie in the padding along one axis, nothing is read along the others.
            if motion.axes.contains(where: { $0.unread.count == $0.input.known }) { continue }
            let changes = try changes(case_, sizes)
            for (axis, window) in motion.axes.enumerated() {
                guard let length = window.input.known, let places = window.output.known else { continue }
                for index in 0..<length {
                    let claimed = window.outputs(reading: index)
                    #expect(claimed == changes[axis][index].sorted(), "\(case_), axis \(axis), index \(index)")
                    let reading = (0..<places).filter { window.readings(of: $0).contains { $0.index == index } }
                    #expect(claimed == reading, "\(case_), axis \(axis), index \(index)")
                }
                let unread = (0..<length).filter { changes[axis][$0].isEmpty }
                #expect(window.unread == unread, "\(case_), axis \(axis)")
            }
        }
    }

    /// For each spatial axis and each index along it, the indices of the output at which something changes when a whole
    /// slice of the input does.
    private func changes(_ case_: RandomWindowLayer, _ sizes: [Int]) throws -> [[Set<Int>]] {
        let operation = case_.operation
        let dims = case_.input.dims.compactMap(\.known)
        var random = RandomStream(seed: 3)
        let weights = try operation.weights(for: [case_.input]).map {
            try random.tensor(Shape($0.shape), low: 0.5, high: 1)
        }
        func output(_ input: Tensor) throws -> Tensor {
            try operation.forward([input], OperationContext(LayerState(weights: weights)))[0]
        }
        let input = try random.tensor(Shape(dims), low: 0.5, high: 1)
        let before = try output(input)
        return try (1..<dims.count - 1).map { axis in
            try (0..<dims[axis]).map { index in
                var changed = input
                for place in 0..<input.count where place / input.shape.strides[axis] % dims[axis] == index {
                    // More than any other element, so that a maximum changes too.
                    changed[flat: place] += 10
                }
                let after = try output(changed)
                let places = (0..<after.count).filter { before[flat: $0] != after[flat: $0] }
                return Set(places.map { $0 / after.shape.strides[axis] % sizes[axis] })
            }
        }
    }

    @Test func anUnknownSizeStaysUnknown() throws {
        let operation = try #require(
            try Catalogue.layers["Conv2D"]?.make(
                CallSite([.int(2), .int(3)], keywords: [.init("padding", .string("same")), .init("strides", .int(2))])
            ).product as? any WindowedOperation)
        let motion = try operation.motion(over: BatchShape([.unknown, .unknown, 28, 1]))
        #expect(motion.axes[0].output == .unknown)
        #expect(motion.axes[0].before == .unknown)
        #expect(motion.axes[1].before == 0 && motion.axes[1].after == 1)
    }

    @Test func theOddPixelOfPaddingGoesAfter() throws {
        let operation = try #require(
            try Catalogue.layers["Conv1D"]?.make(
                CallSite([.int(2), .int(3)], keywords: [.init("padding", .string("same")), .init("strides", .int(2))])
            ).product as? any WindowedOperation)
        let arithmetic = try operation.motion(over: BatchShape([.unknown, 28, 1])).arithmetic[0]
        #expect(arithmetic.equation == "⌈28 / 2⌉ = 14")
        #expect(
            arithmetic.notes == [
                "14 windows span (14 − 1)·2 + 3 = 29 steps: padding 29 − 28 = 1, 0 at the start, 1 at the end, where Keras puts the larger half"
            ])
    }
}
