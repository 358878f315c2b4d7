import TensorEngine
import Testing

@testable import Inspection

@Suite struct KernelMapsTests {
    private func maps(
        _ dims: [Int], _ layer: String, name: String = "kernel", kernelSize: [Int]? = nil
    ) throws -> KernelMaps {
        let tensor = try Tensor(Shape(dims), (0..<dims.reduce(1, *)).map { Float($0) })
        return try #require(KernelMaps(tensor, name: name, layer: layer, kernelSize: kernelSize))
    }

    private func views(_ groups: [MapsReport.Group]) -> [(label: String, values: [Float])] {
        groups.flatMap(\.panels).compactMap { panel in
            if case .map(let view) = panel.content { (panel.label, view.values) } else { nil }
        }
    }

    @Test func aConvolutionHasAMapForEachFilterAndChannel() throws {
        let all = views(try maps([2, 3, 2, 4], "Conv2D").groups(limit: 99))
        #expect(all.count == 8 && all[3].label == "#1 c1")
        for filter in 0..<4 {
            for channel in 0..<2 {
                let expected = (0..<6).map { (place: Int) -> Float in Float((place * 2 + channel) * 4 + filter) }
                #expect(all[filter * 2 + channel].values == expected)
            }
        }
    }

    @Test func aTransposedConvolutionHasItsFiltersBeforeItsChannels() throws {
        let all = views(try maps([2, 2, 3, 2], "Conv2DTranspose").groups(limit: 99))
        #expect(all.count == 6)
        #expect(all[5].values == [5, 11, 17, 23])
    }

    @Test func aDepthwiseConvolutionHasAMapForEachChannelItMakes() throws {
        for (layer, name) in [("DepthwiseConv2D", "kernel"), ("SeparableConv2D", "depthwise_kernel")] {
            let all = views(try maps([2, 2, 3, 2], layer, name: name).groups(limit: 99))
            #expect(all.map(\.label) == ["#0", "#1", "#2", "#3", "#4", "#5"])
            #expect(all[4].values == [4, 10, 16, 22])
        }
    }

    @Test func oneAxisHasARowForEachChannel() throws {
        let all = views(try maps([3, 2, 2], "Conv1D").groups(limit: 99))
        #expect(all.map(\.values) == [[0, 4, 8, 2, 6, 10], [1, 5, 9, 3, 7, 11]])
    }

    @Test func aVolumeIsARowOfSlices() throws {
        let groups = try maps([2, 2, 2, 1, 2], "Conv3D").groups(limit: 99)
        #expect(groups.count == 2)
        #expect(views(groups).map(\.label) == ["#0 z0", "#0 z1", "#1 z0", "#1 z1"])
        #expect(views(groups)[3].values == [9, 11, 13, 15])
    }

    @Test func aLocallyConnectedLayerHasAKernelForEachPlaceAndFilter() throws {
        let all = views(try maps([3, 4, 2], "LocallyConnected2D", kernelSize: [2, 2]).groups(limit: 99))
        #expect(all.count == 6)
        // Place 1, filter 1.
        #expect(all[3].values == [9, 11, 13, 15])
        #expect(all.map(\.label) == (0..<3).flatMap { ["place \($0) #0", "place \($0) #1"] })
    }

    @Test func aMatrixIsOneMap() throws {
        let all = views(try maps([3, 2], "Dense").groups(limit: 99))
        #expect(all.map(\.values) == [[0, 1, 2, 3, 4, 5]])
    }

    @Test func threeChannelsAreAColourPictureToo() throws {
        let maps = try maps([1, 1, 3, 2], "Conv2D")
        let groups = maps.groups(limit: 99)
        guard case .colour(let red, let green, let blue) = groups[0].panels[1].content else {
            Issue.record("no colour picture")
            return
        }
        #expect([red, green, blue].map(\.values) == [[1], [3], [5]])
        #expect(maps.total == 6)
    }

    @Test func filtersAndTheLimitChoose() throws {
        let maps = try maps([2, 2, 2, 4], "Conv2D")
        #expect(views(maps.groups(filters: [3], limit: 99)).map(\.label) == ["#3 c0", "#3 c1"])
        #expect(views(maps.groups(limit: 3)).count == 3)
    }

    @Test func otherWeightsHoldNoKernels() throws {
        #expect(KernelMaps(try Tensor(zeros: [3]), name: "bias", layer: "Conv2D") == nil)
    }
}
