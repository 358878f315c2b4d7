import Layers
import TensorEngine
import Testing

@testable import Network

/// Building networks, and what they compute.
@Suite struct NetworkTests {
    private let context = NetworkContext()

    private func layer(_ name: String, _ positional: [Argument] = [], _ keywords: [CallSite.Keyword] = []) throws
        -> CatalogueLayer
    {
        let definition = try #require(Catalogue.layers[name])
        return CatalogueLayer(try definition.make(CallSite(positional, keywords: keywords)), context: context)
    }

    private func input(_ sizes: Int?...) throws -> InputLayer {
        try InputLayer(shape: BatchShape([.unknown] + sizes.map { Dim($0) }), context: context)
    }

    @Test(arguments: [
        ("Conv2D", "conv2d"), ("Conv2DTranspose", "conv2d_transpose"), ("PReLU", "p_re_lu"), ("ReLU", "re_lu"),
        ("BatchNormalization", "batch_normalization"), ("ELU", "elu"), ("GlobalMaxPooling1D", "global_max_pooling1d"),
    ])
    func classNamesBecomeAutomaticNames(className: String, name: String) { #expect(snakeCase(className) == name) }

    @Test func automaticNamesAreNumbered() throws {
        #expect(try layer("Conv2D", [.int(1), .int(1)]).name == "conv2d")
        #expect(try layer("Conv2D", [.int(1), .int(1)]).name == "conv2d_1")
    }

    @Test func buildingALargeNetworkAllocatesNoWeights() throws {
        var tensor = try input(224, 224, 3).output
        var layers: [CatalogueLayer] = []
        for filters in [64, 512, 4096] {
            let next = try layer("Conv2D", [.int(filters), .int(3)])
            tensor = try next.call([tensor])[0]
            layers.append(next)
        }
        #expect(layers.allSatisfy { $0.weights.allSatisfy { !$0.isAllocated } })
        #expect(layers.reduce(0) { $0 + $1.parameterCount } == 1792 + 295_424 + 18_878_464)
    }

    @Test func weightsDoNotDependOnTheOrderOfLooking() throws {
        func kernels(_ order: [Int]) throws -> [[Float]] {
            let context = NetworkContext()
            let definition = try #require(Catalogue.layers["Dense"])
            let layers = try (0..<2).map { _ in
                CatalogueLayer(try definition.make(CallSite([.int(3)])), context: context)
            }
            for layer in layers { try layer.build([BatchShape([.unknown, 4])]) }
            var values = [[Float]](repeating: [], count: 2)
            for index in order { values[index] = try layers[index].weights[0].value().values }
            return values
        }
        #expect(try kernels([0, 1]) == kernels([1, 0]))
    }

    @Test func aModelComputesWhatItsLayersCompute() throws {
        let start = try input(6, 6, 2)
        let conv = try layer("Conv2D", [.int(3), .int(3)])
        let flat = try layer("Flatten")
        let output = try flat.call(try conv.call([start.output]))
        let model = try Model(inputs: [start.output], outputs: output, name: nil, context: context)
        let data = try Probe.noise.tensor(sizes: [2, 6, 6, 2], dataFormat: .channelsLast)
        let byLayers = try flat.forward(try conv.forward([data]))[0]
        #expect(try model.forward([data])[0].values == byLayers.values)
        #expect(model.layers.map(\.name) == ["input_layer", "conv2d", "flatten"])
    }

    @Test func branchesMeetInKerasOrder() throws {
        let start = try input(8, 8, 4)
        let left = try layer("Conv2D", [.int(4), .int(1)], [.init("name", .string("left"))])
        let right = try layer("Conv2D", [.int(4), .int(1)], [.init("name", .string("right"))])
        let sum = try layer("Add")
        let output = try sum.call([try left.call([start.output])[0], try right.call([start.output])[0]])
        let model = try Model(inputs: [start.output], outputs: output, name: nil, context: context)
        #expect(model.layers.map(\.name) == ["input_layer", "left", "right", "add"])
    }

    @Test func aDisconnectedModelIsRefused() throws {
        let (a, b) = (try input(4), try input(4))
        #expect(throws: Refusal.self) {
            try Model(inputs: [a.output], outputs: [b.output], name: nil, context: context)
        }
    }

    @Test func sequentialsBuildWhenTheirInputIsKnown() throws {
        let chain = try Sequential([try layer("Dense", [.int(3)]), try layer("Dense", [.int(2)])], context: context)
        #expect(!chain.isBuilt)
        try chain.build([BatchShape([.unknown, 4])])
        #expect(chain.parameterCount == 15 + 8)
        try chain.pop()
        #expect(chain.parameterCount == 15)
    }

    @Test func clonesShareNamesButNoWeights() throws {
        let start = try input(4)
        let shared = try layer("Dense", [.int(4)])
        let middle = try shared.call([start.output])
        let model = try Model(inputs: [start.output], outputs: try shared.call(middle), name: nil, context: context)
        let copy = try #require(try model.cloned() as? Model)
        // Keras names the new input after the tensor of the old one.
        #expect(copy.layers.map(\.name) == [start.output.name, shared.name])
        #expect(copy.parameterCount == model.parameterCount && copy.weights[0] !== model.weights[0])
        try copy.setWeights(try model.weights.map { try $0.value() })
        let data = try Tensor([1, 4], [1, -2, 3, 0.5])
        #expect(try copy.forward([data])[0].values == model.forward([data])[0].values)
    }

    @Test func aModelRefusesInputsItWasNotMadeFor() throws {
        let start = try input(8, 8, 3)
        let output = try layer("GlobalMaxPooling2D").call([start.output])
        let model = try Model(inputs: [start.output], outputs: output, name: nil, context: context)
        #expect(try model.outputShapes(for: [BatchShape([5, 8, 8, 3])]) == [BatchShape([5, 3])])
        #expect(throws: Refusal.self) { try model.outputShapes(for: [BatchShape([5, 9, 8, 3])]) }
    }

    @Test func feedingOtherDataForgetsOldMaps() throws {
        let start = try input(4, 4, 1)
        let output = try layer("Conv2D", [.int(1), .int(1)]).call([start.output])[0]
        let first = try Evaluator(context).value(of: output)
        try start.setFeed(.probe(.impulse))
        #expect(try Evaluator(context).value(of: output).values != first.values)
    }

    @Test func dataOfAnotherShapeAreRefused() throws {
        let start = try input(4, 4, 1)
        #expect(throws: Refusal.self) { try start.setFeed(.tensor(try Tensor(zeros: [1, 5, 4, 1]))) }
    }

    @Test func deepNetworksNeedNoDeepStack() throws {
        var tensor = try input(2).output
        for _ in 0..<3000 { tensor = try layer("Identity").call([tensor])[0] }
        #expect(try Evaluator(context).value(of: tensor).shape.dims == [1, 2])
    }

    @Test func dataOfAnotherRankThanALayerWasMadeForAreRefused() throws {
        let sum = CatalogueLayer(
            .function("Sum", FunctionOperation(ElementwiseRule()) { [try reduce($0[0], .sum)] }), context: context,
            isFunction: true)
        let flat = try layer("Flatten").call(try sum.call([try input(4).output]))[0]
        #expect(throws: Refusal.self) { try Evaluator(context).value(of: flat) }
    }

    @Test func aFunctionMustGiveAsManyOutputsAsTheNetworkHas() throws {
        let nothing = CatalogueLayer(
            .function("Nothing", FunctionOperation(ElementwiseRule()) { _ in [] }), context: context, isFunction: true)
        let output = try nothing.call([try input(4).output])[0]
        #expect(throws: Refusal.self) { try Evaluator(context).value(of: output) }
    }

    @Test func anInputWithoutAxesHasData() throws {
        #expect(try InputLayer(shape: BatchShape([Int]()), context: context).data().shape == [])
    }

    @Test func weightsThatNoMachineHoldsAreRefused() throws {
        let norm = try layer("BatchNormalization")
        do {
            try norm.build([BatchShape([.unknown, Dim(1 << 62)])])
            Issue.record("a weight of 2^62 values was made")
        } catch {
            #expect(error.kind == .memoryError)
        }
        try norm.build([BatchShape([.unknown, Dim(1 << 40)])])
        #expect(norm.parameterCount == 1 << 42)
    }

    @Test func aSequentialIsNoLayerOfItself() throws {
        let inner = try Sequential(context: context)
        let outer = try Sequential([inner], context: context)
        #expect(throws: Refusal.self) { try inner.add(inner) }
        #expect(throws: Refusal.self) { try inner.add(outer) }
        #expect(inner.layers.isEmpty)
    }

    @Test func modelsInOneAnotherAreLimited() throws {
        var model = try Sequential(context: context)
        #expect(throws: Refusal.self) {
            for _ in 0..<1000 { model = try Sequential([model], context: context) }
        }
    }

    @Test func poolingCostsTheReadingOfItsWindows() throws {
        let pooled = try layer("MaxPooling1D", [.int(10), .int(1)]).call([try input(109, 2).output])[0]
        #expect(PendingCost(of: pooled, context)?.multiplyAccumulates == 109 * 2 + 100 * 2 * 10)
    }

    /// An operation of two outputs, which counts its training steps in a weight.
    private struct HalvesOperation: Layers.Operation {
        func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
            guard let zeros = Catalogue.initializers["zeros"] else { return [] }
            return [WeightSpec("steps", shape: [], initializer: try zeros.makeDefault(), isTrainable: false)]
        }

        func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
            Array(repeating: BatchShape([inputs[0].dims[0], inputs[0].dims[1].floorDivided(by: 2)]), count: 2)
        }

        func forward(_ inputs: [Tensor], _ context: OperationContext) throws -> [Tensor] {
            if context.isTraining {
                try context.update(0, to: try combine(context.weights[0], try Tensor(scalar: 1), .add))
            }
            let half = inputs[0].shape[1] / 2
            return [
                try inputs[0].slice(axis: 1, range: 0..<half), try inputs[0].slice(axis: 1, range: half..<2 * half),
            ]
        }

        func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim { 0 }

        func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
            inputs.map { .unknown($0) }
        }
    }

    private func halves() -> CatalogueLayer {
        CatalogueLayer(.function("Halves", HalvesOperation()), context: context, isFunction: true)
    }

    @Test func aLayerMayHaveSeveralOutputs() throws {
        let start = try input(4)
        let outputs = try halves().call([start.output])
        #expect(outputs.map(\.shape.description) == ["(None, 2)", "(None, 2)"])
        try start.setFeed(.tensor(try Tensor([1, 4], [1, 2, 3, 4])))
        #expect(try Evaluator(context).value(of: outputs[1]).values == [3, 4])
    }

    @Test func anOperationMayUpdateItsWeightsInTraining() throws {
        let layer = halves()
        let data = try Tensor([1, 2], [1, 2])
        _ = try layer.callOnData([data], training: .given(true))
        _ = try layer.callOnData([data], training: .given(false))
        _ = try layer.callOnData([data], training: .given(true))
        #expect(try layer.weights[0].value().values == [2])
    }
}
