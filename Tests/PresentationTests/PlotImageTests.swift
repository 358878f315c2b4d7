import Testing

@testable import Presentation

/// Plots as pixels.
@Suite struct PlotImageTests {
    private func drawn(
        _ values: [Float], width: Int = 60, options: PictureOptions = PictureOptions(), background: Background = .dark
    ) -> PixelImage? {
        var renderer = Renderer(width: width, colour: .truecolor, pictureStyle: .kitty)
        renderer.background = background
        let panel = Panel("#0", .plot(Plane(rows: 1, columns: values.count, values: values)))
        for line in Picture(groups: [.init([panel])], options: options).lines(for: renderer) {
            for case .image(let image) in line.spans.map(\.style) { return image.pixels }
        }
        return nil
    }

    /// The rows in a column of pixels that have a colour.
    private func rows(_ image: PixelImage, _ column: Int, _ colour: Colour) -> [Int] {
        (0..<image.height).filter { image.pixels[$0 * image.width + column] == colour.hex }
    }

    @Test func everyNumberIsDrawnAtItsHeight() throws {
        var random = RandomNumbers(seed: 5)
        let line = Theme.of(.dark).colour(of: .shape)
        for _ in 0..<60 {
            let count = Int.random(in: 2...1500, using: &random)
            let values = (0..<count).map { _ in Float.random(in: -3...5, using: &random) }
            let image = try #require(drawn(values))
            let (low, high) = (values.min() ?? 0, values.max() ?? 0)
            let labels = LinePlot.labelWidth(low: low, high: high)
            let frame = PlotImage.Frame(labelWidth: labels, cell: .usual, isSmall: false)
            let room = 600 - frame.left
            let factor = (count + room - 1) / room
            let blocks = (count + factor - 1) / factor
            let step = max(1, min(32, min(room, 480) / blocks))
            for block in 0..<blocks {
                let part = values[block * factor..<min(count, (block + 1) * factor)]
                let place = frame.left + block * step + step - 1
                func row(_ value: Float) -> Int {
                    let share = (Double(high) - Double(value)) / (Double(high) - Double(low))
                    return frame.top + Int((share * Double(frame.height - 2)).rounded())
                }
                let drawn = rows(image, place, line)
                #expect(drawn.contains(row(part.max() ?? 0)) && drawn.contains(row(part.min() ?? 0)))
                // Past the join, a piece of one number is as thick as the line and no thicker.
                if factor == 1, step > 2 { #expect(drawn == [row(part[block]), row(part[block]) + 1]) }
            }
        }
    }

    @Test func aPeakAmongThousandsStaysVisible() throws {
        let image = try #require(drawn((0..<100_000).map { $0 == 54_321 ? 1 : 0 }))
        let line = Theme.of(.dark).colour(of: .shape)
        #expect((0..<image.width).filter { rows(image, $0, line).count > 20 }.count >= 1)
    }

    @Test func whatIsNotFiniteHasTheColoursOfTheLegend() throws {
        let image = try #require(drawn([0, .nan, 1, .infinity, -.infinity, 2]))
        for cell in [Cell.nan, .infinity, .negativeInfinity] {
            let colour = try #require(cell.signalColour)
            #expect(image.pixels.contains(colour.hex))
        }
    }

    @Test func whatIsBeyondTheAskedRangeIsMarked() throws {
        var options = PictureOptions()
        options.clip = -1...1
        let image = try #require(drawn([0, 5, 0, -5, 0.5], options: options))
        for cell in [Cell.above, .below] {
            #expect(image.pixels.contains(try #require(cell.signalColour).hex))
        }
    }

    @Test func plotsAreAsWideAsTheColumnsTheyTake() throws {
        for width in [10, 20, 40, 80, 200, 400] {
            for count in [1, 2, 7, 100, 5000] {
                let image = try #require(drawn((0..<count).map { Float($0 % 13) }, width: width))
                #expect(image.width % 10 == 0 && image.width <= max(width, 10) * 10, "\(width) \(count)")
            }
        }
    }
}
