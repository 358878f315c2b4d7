import Testing

@testable import TensorEngine

@Suite struct PlannerTests {
    static func plan(
        _ size: Int, _ kernel: Int, channels: Int, filters: Int, stride: Int = 1, groups: Int = 1
    ) throws -> ConvolutionPath {
        let geometry = try ConvolutionGeometry(
            input: [size, size], kernel: [kernel, kernel], strides: [stride, stride], dilation: [1, 1], padding: .same,
            groups: groups, channels: channels, filters: filters)
        let plan = ConvolutionPlanner.plan(geometry)
        #expect(!plan.reason.isEmpty)
        return plan.path
    }

    @Test func largeLayersOf3x3TakeWinograd() throws {
        #expect(try Self.plan(56, 3, channels: 256, filters: 256) == .winograd)
        #expect(try Self.plan(112, 3, channels: 16, filters: 16) == .winograd)
        #expect(try Self.plan(56, 3, channels: 256, filters: 256, stride: 2) == .direct)
    }

    @Test func smallLayersStayExact() throws {
        #expect(try Self.plan(9, 3, channels: 256, filters: 256) != .winograd)
        #expect(try Self.plan(28, 3, channels: 3, filters: 64) != .winograd)
        #expect(try Self.plan(28, 3, channels: 32, filters: 32) != .winograd)
    }

    @Test func imagesStayExact() throws {
        for channels in 1...4 { #expect(try Self.plan(224, 3, channels: channels, filters: 64) == .direct) }
    }

    @Test func kernelsOfOnePixelAndOneChannel() throws {
        #expect(try Self.plan(28, 1, channels: 64, filters: 32) == .pointwise)
        #expect(try Self.plan(28, 3, channels: 64, filters: 64, groups: 64) == .depthwise)
    }

    @Test func tilesOfAnImageOfAnySizeAreCounted() throws {
        let geometry = try ConvolutionGeometry(
            input: [100_000_000_001, 8], kernel: [3, 3], strides: [1, 1], dilation: [1, 1], padding: .same, channels: 8,
            filters: 16)
        #expect(WinogradTiles.count(geometry) == 25_000_000_001 * 2)
    }
}
