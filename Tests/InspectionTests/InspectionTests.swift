import Layers
import Network
import TensorEngine
import Testing

@testable import Inspection

/// Reports on networks.
@Suite struct InspectionTests {
    private let context = NetworkContext()

    private func call(
        _ name: String, _ positional: [Argument] = [], _ keywords: [CallSite.Keyword] = [], on inputs: SymbolicTensor...
    ) throws -> SymbolicTensor {
        let definition = try #require(Catalogue.layers[name])
        let layer = CatalogueLayer(try definition.make(CallSite(positional, keywords: keywords)), context: context)
        return try layer.call(inputs)[0]
    }

    private func input(_ sizes: Int?...) throws -> SymbolicTensor {
        try InputLayer(shape: BatchShape([.unknown] + sizes.map { Dim($0) }), context: context).output
    }

    @Test func aResultLineTellsShapesAndCost() throws {
        let x = try input(72, 14, 1)
        let report = TensorReport(try call("Conv2D", [.int(64), .int(9)], [.init("padding", .string("same"))], on: x))
        #expect(report.outputShape.description == "(None, 72, 14, 64)")
        #expect(report.parameters == 5248)
        #expect(report.cost.exact == 5_225_472)
        #expect(report.receptiveField.description == "9×9")
    }

    @Test func receptiveFieldsGrowByStrideAndDilation() throws {
        let x = try input(64, 64, 1)
        let a = try call("Conv2D", [.int(1), .int(3)], [.init("strides", .int(2))], on: x)
        let b = try call("MaxPooling2D", on: a)
        let c = try call("Conv2D", [.int(1), .int(3)], [.init("dilation_rate", .int(2))], on: b)
        #expect(ReceptiveField(of: a).description == "3×3")
        #expect(ReceptiveField(of: b).description == "5×5")
        #expect(ReceptiveField(of: c).description == "21×21")
    }

    @Test func aFlattenedElementSeesWhatItsPixelSawAndADenseLayerAllOfThem() throws {
        let x = try input(8, 8, 1)
        let flat = try call("Flatten", on: try call("Conv2D", [.int(1), .int(3)], on: x))
        #expect(ReceptiveField(of: flat).description == "3×3")
        #expect(ReceptiveField(of: try call("Dense", [.int(2)], on: flat)).description == "all×all")
    }

    @Test func summariesAddUp() throws {
        let x = try input(8, 8, 2)
        let y = try call("BatchNormalization", on: try call("Conv2D", [.int(4), .int(3)], on: x))
        let summary = SummaryReport(Model(leadingTo: y))
        #expect(summary.rows.map(\.parameters) == [0, 76, 16])
        #expect((summary.totalParameters, summary.trainableParameters) == (92, 84))
        #expect(summary.isChain)
    }

    @Test func unknownSizesStayUnknown() throws {
        let report = TensorReport(try call("Conv2D", [.int(4), .int(3)], on: try input(nil, nil, 3)))
        #expect(report.outputShape.description == "(None, None, None, 4)")
        #expect(report.cost.exact == nil)
        #expect(report.parameters == 112)
    }
}
