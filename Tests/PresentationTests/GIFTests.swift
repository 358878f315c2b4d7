import Testing

@testable import Presentation

/// GIF files, read back by a decoder of their own.
@Suite struct GIFTests {
    private func image(_ width: Int, _ height: Int, _ pixel: (Int) -> UInt32) -> PixelImage {
        var image = PixelImage(width: width, height: height)
        for index in 0..<width * height { image.set(index % width, index / width, pixel(index)) }
        return image
    }

    @Test(arguments: [(1, 1, 1), (7, 5, 2), (16, 16, 3), (40, 30, 17), (120, 90, 255), (300, 200, 4)])
    func picturesComeBackAsTheyWere(width: Int, height: Int, colours: Int) throws {
        var random = SystemRandomNumberGenerator()
        let palette = (0..<colours).map { _ in UInt32.random(in: 0..<0x100_0000, using: &random) }
        var last = image(width, height) { _ in palette[0] }
        let images = (0..<4).map { number -> PixelImage in
            // A part changes from one picture to the next.
            let from = Int.random(in: 0..<width * height, using: &random)
            last = image(width, height) { index in
                number == 0 || index < from ? palette.randomElement(using: &random) ?? 0 : last.pixels[index]
            }
            return last
        }
        let file = try GIFDecoder(GIF.encode(images.enumerated().map { GIF.Frame($1, delay: 3 + $0) }))
        #expect(file.width == width && file.height == height)
        #expect(file.frames == images.map(\.pixels))
        #expect(file.delays == [3, 4, 5, 6])
        #expect(file.isEndless)
    }

    @Test func equalPicturesChangeNothing() throws {
        let picture = image(9, 9) { UInt32($0 % 5) }
        let file = try GIFDecoder(GIF.encode([GIF.Frame(picture, delay: 4), GIF.Frame(picture, delay: 9)]))
        #expect(file.frames == [picture.pixels, picture.pixels])
    }

    @Test func rareColoursBecomeTheNearestOfTheFrequentOnes() throws {
        // 300 greys and blues, of which 255 are kept; the first ones are the most frequent.
        let picture = image(400, 3) { index in index < 900 ? UInt32(index % 200) * 0x01_0101 : UInt32(index - 900) }
        let file = try GIFDecoder(GIF.encode([GIF.Frame(picture, delay: 4)]))
        let shown = file.frames[0]
        #expect(Array(shown.prefix(900)) == Array(picture.pixels.prefix(900)))
        // Colours that were not kept are shown as the nearest of those that were.
        func distance(_ a: UInt32, _ b: UInt32) -> Int {
            [UInt32(16), 8, 0].reduce(0) { sum, shift in
                let difference = Int(a >> shift & 255) - Int(b >> shift & 255)
                return sum + difference * difference
            }
        }
        let kept = Set(shown)
        #expect(kept.count == 255)
        let areNearest = zip(shown, picture.pixels).allSatisfy { shown, pixel in
            kept.allSatisfy { distance($0, pixel) >= distance(shown, pixel) }
        }
        #expect(areNearest)
    }

    @Test func nothingIsWrittenOfNoPictures() { #expect(GIF.encode([]).isEmpty) }
}
