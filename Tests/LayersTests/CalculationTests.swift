import TensorEngine
import Testing

@testable import Layers

/// How elements are said to be calculated, against what the engine computes.
@Suite struct CalculationTests {
    /// Layers of each kind that are tried; more with CONVSH_CASES.
    private static let count = TestCases.count(15)

    @Test(arguments: RandomWindowLayer.layers) func theTermsOfAWindowComeToTheEnginesValue(layer: String) throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<CalculationTests.count {
            guard let case_ = RandomWindowLayer(layer, using: &random),
                (try? case_.operation.outputShape(for: [case_.input])) != nil
            else { continue }
            let operation = try #require(case_.operation as? any CalculatedOperation, "\(layer)")
            try check(operation, [case_.input.dims.compactMap(\.known)], "\(case_)")
        }
    }

    /// Compares every element of the output with its calculation.
    private func check(_ operation: any CalculatedOperation, _ sizes: [[Int]], _ what: String) throws {
        var random = RandomStream(seed: 5)
        let inputs = try sizes.map { try random.tensor(Shape($0), low: -1, high: 1) }
        let weights = try operation.weights(for: sizes.map { BatchShape($0) }).map {
            try random.tensor(Shape($0.shape), low: $0.name.contains("variance") ? 0.1 : -1, high: 1)
        }
        let output = try operation.forward(inputs, OperationContext(LayerState(weights: weights)))[0]
        let size = output.count / max(1, output.shape.dims[0])
        for index in 0..<output.count {
            let place = Shape(Array(output.shape.dims.dropFirst())).indices(of: index % size)
            let calculation = try operation.calculation(of: place, inputs: sizes)
            let element = calculation.evaluated(inputs: inputs, sample: index / size, weights: weights)
            var value = element.result
            if let activation = calculation.activation {
                value = Double(try activation.apply(try Tensor([1, 1], [Float(value)]))[flat: 0])
            }
            let difference = abs(value - Double(output[flat: index]))
            #expect(
                difference <= 1e-6 * max(element.magnitude, 0.01),
                "\(what) at \(place): \(value), and the engine has \(output[flat: index])")
        }
    }
}
