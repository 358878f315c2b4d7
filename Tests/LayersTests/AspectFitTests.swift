import TensorEngine
import Testing

@testable import Layers

/// Borders by which an image gets the aspect ratio of the size it is brought to; values are compared by LinesRefereeTests.
@Suite struct AspectFitTests {
    @Test func stretchedImagesKeepTheirBorders() {
        #expect(AspectFit.stretch.borders(input: [8, 3], output: [4, 4]).map(\.before) == [0, 0])
    }

    @Test func croppedImagesHaveTheAspectRatioOfTheNewSize() {
        let borders = AspectFit.crop.borders(input: [8, 12], output: [4, 4])
        #expect(borders.map(\.before) == [0, -2])
        #expect(borders.map(\.after) == [0, -2])
    }

    @Test func anOddPixelIsCutOffAtTheEnd() {
        let borders = AspectFit.crop.borders(input: [8, 11], output: [4, 4])
        #expect(borders.map(\.before) == [0, -1])
        #expect(borders.map(\.after) == [0, -2])
    }

    @Test func paddedImagesGetAsMuchOnEitherSide() {
        let borders = AspectFit.pad(0).borders(input: [8, 12], output: [4, 4])
        #expect(borders.map(\.before) == [2, 0])
        #expect(borders.map(\.after) == [2, 0])
    }
}
