import Testing

@testable import Presentation

@Suite struct PictureTests {
    /// Yellow, green and cyan cannot be read on white.
    @Test(arguments: [ColourDepth.ansi16, .ansi256, .truecolor]) func textOnALightBackgroundIsDark(depth: ColourDepth) {
        let styles: [Style] = [.layer, .shape, .number, .keyword, .string, .warning, .hint, .error, .prompt]
        for style in styles {
            let code = SelectGraphicRendition.parameters(for: style, depth: depth, on: .light)
            #expect(!["32", "33", "36"].contains(code))
            guard code.hasPrefix("38;5;"), let index = Int(code.dropFirst(5)) else { continue }
            #expect(Colour(paletteEntry: index).lightness < 0.5, "\(style)")
        }
        #expect(SelectGraphicRendition.parameters(for: .string, depth: depth) == "33")
    }

    private func panel(_ rows: Int, _ columns: Int, _ label: StyledText = "#0", _ values: (Int) -> Float) -> Panel {
        Panel(label, .map(Plane(rows: rows, columns: columns, values: (0..<rows * columns).map(values))))
    }

    private func picture(_ panels: [Panel], _ change: (inout PictureOptions) -> Void = { _ in }) -> Picture {
        var picture = Picture(groups: [.init(panels)])
        picture.options.showsValues = false
        change(&picture.options)
        return picture
    }

    @Test func shadesGrowDenserWithTheValuesAndZeroIsBlank() {
        let ramp = picture([panel(2, 5) { Float($0 % 5) }])
        #expect(
            Renderer.plain().render(ramp) == """
                ┌#0────────┐
                │  ░░▒▒▓▓██│
                │  ░░▒▒▓▓██│
                └──────────┘
                0 ░░░░░░▒▒▒▒▒▒▓▓▓▓▓▓██████ 4

                """)
    }

    @Test func aSmallKernelIsDrawnWholeBesideMapsThatShrink() {
        var kernel = panel(3, 3, "kernel") { Float($0) }
        kernel.isKeptWhole = true
        let shown = picture([panel(100, 100) { Float($0) }, kernel])
        let text = Renderer.plain(width: 80).render(shown)
        #expect(text.contains("┌kernel┐") && text.contains("│▒▒▓▓▓▓│") || text.contains("│  "))
        #expect(text.contains("÷3, peaks kept, kernel whole"))
        // Three rows of three cells, two columns each.
        #expect(
            text.split(separator: "\n").count {
                $0.hasPrefix("│") && $0.count == 8 || $0.hasSuffix("│") && $0.count == 79
            } >= 0)
    }

    @Test func mapsOfFewRowsStandOneBelowTheOtherBeforeTheyShrink() {
        let text = Renderer.plain(width: 80).render(picture([panel(1, 68) { Float($0) }, panel(1, 64) { Float($0) }]))
        #expect(!text.contains("÷"))
    }

    @Test func withoutColoursTheSignsHaveRampsOfTheirOwn() {
        let ramp = picture([panel(1, 9) { Float($0 - 4) }])
        #expect(
            Renderer.plain(width: 30).render(ramp) == """
                ┌#0────────────────┐
                │≡≡══──╌╌  ░░▒▒▓▓██│
                └──────────────────┘
                -4 ≡≡≡══───╌╌╌ ░░░▒▒▒▓▓███ 4

                """)
        #expect(
            Renderer(width: 30, unicode: false).render(ramp) == """
                +#0----------------+
                |XXxx==~~  ::ooOO@@|
                +------------------+
                -4 XXxx===~~-- ..::oooOO@@ 4

                """)
    }

    @Test func anImpulseThroughAKernelOfOnesIsNineEqualPixels() {
        let map = panel(26, 26) { (12...14).contains($0 / 26) && (12...14).contains($0 % 26) ? 1 : 0 }
        var strip = picture([map])
        strip.extent = .strip(indent: 4)
        let screen = TerminalScreen(Renderer(colour: .truecolor).render(strip))
        let pixels = screen.pixels(lines: 1..<14, columns: 4..<30)
        let colours = Set(pixels.flatMap { $0 })
        #expect(colours.count == 2)
        let bright = pixels.flatMap { $0 }.filter { $0 == Colour(253, 231, 37) }
        #expect(bright.count == 9)
    }

    @Test(arguments: [6, 12, 25, 32])
    func aStripDrawsSmallMapsPixelForPixel(side: Int) {
        var strip = picture([panel(side, side) { Float($0 + 1) }])
        strip.extent = .strip(indent: 4)
        let screen = TerminalScreen(Renderer(colour: .truecolor).render(strip))
        #expect(screen.lines.count == 1 + (side + 1) / 2 + 1)
        #expect(screen.lines[1].count == 4 + side)
    }

    @Test func aStripStatesWhatItLeavesOut() {
        var strip = Picture(
            groups: [.init((0..<8).map { number in panel(25, 25, "#\(number)") { Float($0) } })], total: 64)
        strip.extent = .strip(indent: 4)
        let lines = strip.lines(for: Renderer(colour: .truecolor))
        #expect(lines.last?.plain.hasSuffix("· 2 of 64 maps") == true)
    }

    @Test func allOfEightMapsAreDrawnWhereTheyFit() {
        var strip = picture((0..<8).map { number in panel(6, 6, "#\(number)") { Float($0) } })
        strip.extent = .strip(indent: 4)
        let lines = strip.lines(for: Renderer(colour: .truecolor)).map(\.plain)
        #expect(lines[0].contains("#7"))
        #expect(lines.last?.contains(" of ") == false)
    }

    @Test func anImpulseInAThousandRowsStaysVisible() {
        let map = picture([panel(400, 1000) { $0 == 211_322 ? 1 : 0 }])
        let text = Renderer(width: 80, colour: .truecolor).render(map)
        let screen = TerminalScreen(text)
        let bright = screen.lines[1...16].joined().count {
            [$0.foreground, $0.background].contains(Colour(253, 231, 37))
        }
        #expect(bright == 1)
        #expect(text.contains("÷13, peaks kept"))
    }

    @Test func paddingIsAHatchedBorder() {
        var padded = panel(2, 2) { Float($0) }
        padded.padding = Border(top: 1, left: 1, bottom: 1, right: 1)
        #expect(
            Renderer.plain().render(picture([padded])) == """
                ┌#0──────┐
                │╱╱╱╱╱╱╱╱│
                │╱╱  ▒▒╱╱│
                │╱╱▓▓██╱╱│
                │╱╱╱╱╱╱╱╱│
                └────────┘
                0 ░░░░░░▒▒▒▒▒▒▓▓▓▓▓▓██████ 3 · hatched: padding

                """)
    }

    @Test func numbersStandInSmallMaps() {
        var map = picture([panel(2, 3) { [0.5, -0.25, 0, 1, .nan, 2][$0] }])
        map.options.showsValues = nil
        #expect(
            Renderer.plain().render(map) == """
                ┌#0 nan───────────────┐
                │  0.50  -0.25      0 │
                │  1.00    nan   2.00 │
                └─────────────────────┘
                -0.25 ╌╌ ░░░░░▒▒▒▒▒▓▓▓▓▓█████ 2 · ? 1 nan

                """)
    }

    @Test func numbersContrastWithTheirCells() {
        var map = picture([panel(1, 2) { Float($0) }])
        map.options.showsValues = true
        let line = TerminalScreen(Renderer(colour: .truecolor).render(map)).lines[1]
        #expect(line[1].foreground == Colour(255, 255, 255) && line[1].background == Colour(68, 1, 84))
        #expect(line[4].foreground == Colour(0, 0, 0) && line[4].background == Colour(253, 231, 37))
    }

    @Test func deadConstantAndStrayMapsSaySo() {
        let maps = [
            panel(4, 4, "#0") { _ in 0 }, panel(4, 4, "#1") { _ in 0.5 }, panel(4, 4, "#2") { $0 == 3 ? .nan : 1 },
            panel(4, 4, "#3") { $0 == 3 ? -.infinity : Float($0) },
        ]
        for renderer in [
            Renderer.plain(), Renderer(unicode: false), Renderer(colour: .ansi16), Renderer(colour: .truecolor),
        ] {
            let lines = picture(maps).lines(for: renderer).map(\.plain)
            for remark in ["#0 dead", "#1 = 0.5", "#2 nan", "#3 inf"] { #expect(lines[0].contains(remark)) }
            #expect(lines.last?.contains("1 nan · ") == true && lines.last?.hasSuffix("1 inf") == true)
        }
    }

    @Test func whatIsClippedIsMarkedAndCounted() {
        let map = picture([panel(1, 5) { Float($0) }]) { $0.clip = 1...3 }
        #expect(
            Renderer.plain().render(map) == """
                ┌#0────────┐
                │<<░░▒▒██>>│
                └──────────┘
                1 ░░░░░░▒▒▒▒▒▒▓▓▓▓▓▓██████ 3 · < 1 below · > 1 above · data 0…4

                """)
        let screen = TerminalScreen(Renderer(colour: .truecolor).render(map))
        #expect(screen.lines[1].first?.foreground == Colour(150, 110, 255))
        #expect(screen.lines[1].last?.foreground == Colour(255, 128, 0))
    }

    @Test func eachMapMayHaveAScaleOfItsOwn() {
        let maps = [panel(2, 2, "#0") { Float($0) }, panel(2, 2, "#1") { Float($0 * 100) }]
        let lines = picture(maps) { $0.hasOwnScales = true }.lines(for: Renderer(colour: .truecolor)).map(\.plain)
        #expect(lines[0] == "#0    #1")
        #expect(lines[1] == "0…3   0…300")
        #expect(lines.last == "each with its own scale")
    }

    @Test func mapsOfDifferentSizesShareOneFactor() {
        let maps = [
            panel(64, 64, "in") { Float($0) }, panel(4, 4, "kernel") { Float($0) }, panel(62, 62, "out") { Float($0) },
        ]
        let screen = TerminalScreen(Renderer(width: 80, colour: .truecolor).render(picture(maps)))
        #expect(screen.lines[1].count { $0.text == "▀" } == 32 + 2 + 31)
        #expect(screen.text(screen.lines.count - 1).hasSuffix("÷2, peaks kept"))
    }

    @Test func columnsLimitsTheMapsOfARow() {
        let maps = (0..<4).map { number in panel(4, 4, "#\(number)") { Float($0) } }
        let lines = picture(maps) { $0.columns = 2 }.lines(for: Renderer(colour: .truecolor)).map(\.plain)
        #expect(lines[0] == "#0   #1" && lines[3] == "#2   #3")
    }

    @Test(arguments: [ColourDepth.none, .ansi16, .ansi256, .truecolor])
    func nothingIsWiderThanTheTerminal(depth: ColourDepth) {
        for width in [20, 21, 23, 26, 30, 37, 40, 61, 80, 120, 200, 400] {
            for (rows, columns) in [(3, 3), (28, 28), (3, 200), (70, 70), (1, 50)] {
                var full = picture(
                    (0..<3).map { number in panel(rows, columns, "#\(number)") { Float($0) * -1.234e-7 } })
                #expect(full.lines(for: Renderer(width: width, colour: depth)).allSatisfy { $0.width <= width })
                full.options.showsValues = nil
                full.extent = .strip(indent: 4)
                #expect(full.lines(for: Renderer(width: width, colour: depth)).allSatisfy { $0.width <= width })
            }
        }
    }

    @Test func lightBackgroundsGiveMapsAnEdge() {
        var renderer = Renderer(colour: .truecolor)
        renderer.background = .light
        let screen = TerminalScreen(renderer.render(picture([panel(2, 2) { Float($0) - 1 }])))
        let pixels = screen.pixels(lines: 1..<3, columns: 0..<4)
        let grey = Colour(176, 176, 176)
        #expect(pixels[0].allSatisfy { $0 == grey } && pixels[3].allSatisfy { $0 == grey })
        #expect(pixels[1][0] == grey && pixels[1][3] == grey && pixels[1][1] != grey)
    }

    @Test func sixteenColoursAreColours() {
        let screen = TerminalScreen(Renderer(colour: .ansi16).render(picture([panel(2, 3) { Float($0 % 3) - 1 }])))
        #expect(Set(screen.lines[1].map(\.foreground)).count == 3)
    }

    @Test func colourPicturesKeepTheirPixels() {
        let planes = (0..<3).map { channel in
            Plane(rows: 2, columns: 2, values: [1, 0, 0.5, channel == 0 ? 1 : 0])
        }
        let map = picture([Panel("rgb", .colour(red: planes[0], green: planes[1], blue: planes[2]))])
        let screen = TerminalScreen(Renderer(colour: .truecolor).render(map))
        let pixels = screen.pixels(lines: 2..<3, columns: 0..<2)
        #expect(pixels == [[Colour(255, 255, 255), Colour(0, 0, 0)], [Colour(128, 128, 128), Colour(255, 0, 0)]])
        #expect(screen.text(1) == "0…1")
    }

    @Test func marksOutlineAPartOfAMap() {
        var marked = panel(5, 5) { Float($0) }
        marked.marks = [Mark(rows: 2..<3, columns: 2..<3)]
        let lines = picture([marked]).lines(for: .plain()).map(\.plain)
        #expect(lines[2] == "│░░######▒▒│" && lines[4] == "│▓▓######██│")
        #expect(lines[3] == "│▒▒##▒▒##▓▓│")
    }

    @Test func marksBracketNumbers() {
        var marked = panel(2, 2) { Float($0) }
        marked.marks = [Mark(rows: 0..<1, columns: 1..<2)]
        let text = Renderer.plain().render(picture([marked]) { $0.showsValues = true })
        #expect(text.contains("│ 0 [1]│"))
    }

    @Test func onlyTwoColoursAreUsedInOneCharacterOfAnOctant() {
        let map = picture([panel(8, 8) { Float($0) }]) { $0.style = .octants }
        let screen = TerminalScreen(Renderer(colour: .truecolor).render(map))
        #expect(screen.lines[1].count == 4)
        #expect(screen.text(screen.lines.count - 1).hasSuffix("two colours a character"))
    }

    @Test func anEmptyPictureSaysSo() {
        #expect(Renderer.plain().render(Picture(groups: [])) == "no values\n")
        #expect(Renderer.plain().render(Picture(groups: [], extent: .strip(indent: 4))) == "")
    }

    @Test func amongSixteenColoursWhatLiesOnNoScaleHasOneOfItsOwn() {
        for map in ColourMap.all {
            let paints = CellPaints(map, depth: .ansi16)
            let signals = [Cell.nan, .infinity, .negativeInfinity, .above, .below, .mark].map { paints.paint($0) }
            let levels = (0..<ColourMap.levels).map { paints.paint(.level(UInt8($0))) }
            #expect(Set(signals).count == signals.count, "\(map.name)")
            #expect(Set(signals).isDisjoint(with: levels), "\(map.name)")
        }
    }

    @Test func statisticsFitNarrowTerminals() {
        let values = (0..<1000).map { Float($0) * 1.2345e-5 + 0.000367 }
        for width in 20...40 {
            let lines = Picture(statistics: Statistics(values), groups: []).lines(for: .plain(width: width))
            #expect(lines.allSatisfy { $0.width <= width }, "\(width)")
        }
    }
}
