import Layers
import TensorEngine
import Testing

@testable import Inspection

@Suite struct FeatureMapsTests {
    private func ramp(_ dims: [Int]) throws -> Tensor {
        try Tensor(Shape(dims), (0..<dims.reduce(1, *)).map { Float($0) })
    }

    private func values(_ groups: [MapsReport.Group]) -> [[[Float]]] {
        groups.map { group in
            group.panels.map { panel in
                switch panel.content {
                case .map(let view), .plot(let view): view.values
                case .colour(let red, let green, let blue): red.values + green.values + blue.values
                }
            }
        }
    }

    @Test func mapsAreTheChannels() throws {
        let maps = FeatureMaps(
            try Tensor([1, 2, 2, 2], [0, 10, 1, 11, 2, 12, 3, 13]), dataFormat: .channelsLast)
        #expect(values(maps.groups(limit: 1)) == [[[0, 1, 2, 3]]])
        #expect((maps.channelCount, maps.sliceCount, maps.part) == (2, 1, 0..<8))
        let first = FeatureMaps(try ramp([1, 2, 2, 2]), dataFormat: .channelsFirst)
        #expect(values(first.groups(limit: 9)) == [[[0, 1, 2, 3], [4, 5, 6, 7]]])
    }

    @Test func oneSpatialAxisIsALine() throws {
        let maps = FeatureMaps(try ramp([1, 3, 2]), dataFormat: .channelsLast)
        #expect(maps.isLine)
        #expect(values(maps.groups(limit: 9)) == [[[0, 2, 4], [1, 3, 5]]])
        #expect(
            values(FeatureMaps(try ramp([2, 3]), dataFormat: .channelsLast, sample: 1).groups(limit: 9)) == [
                [[3, 4, 5]]
            ])
    }

    @Test func volumesAreRowsOfSlices() throws {
        let maps = FeatureMaps(try ramp([1, 2, 1, 2, 2]), dataFormat: .channelsLast)
        let groups = maps.groups(limit: 9)
        #expect(values(groups) == [[[0, 2], [4, 6]], [[1, 3], [5, 7]]])
        #expect(groups.flatMap(\.panels).map(\.label) == ["#0 z0", "#0 z1", "#1 z0", "#1 z1"])
    }

    @Test func channelsAreShownAsTheyAreAskedFor() throws {
        let maps = FeatureMaps(try ramp([1, 1, 1, 5]), dataFormat: .channelsLast)
        #expect(values(maps.groups(channels: [4, 0], limit: 9)) == [[[4], [0]]])
    }

    @Test func nothingIsDrawnOfNothing() throws {
        #expect(FeatureMaps(try Tensor(zeros: [0, 4, 4, 2]), dataFormat: .channelsLast).groups(limit: 9).isEmpty)
        #expect(FeatureMaps(try Tensor(zeros: [1, 0, 4, 2]), dataFormat: .channelsLast).groups(limit: 9).isEmpty)
    }
}
