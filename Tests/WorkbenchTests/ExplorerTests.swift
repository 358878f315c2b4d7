import Inspection
import Language
import Layers
import Presentation
import TensorEngine
import Testing

@testable import Workbench

/// What keys make of an explorer; the terminal itself is tested in EndToEndTests.
@Suite struct ExplorerTests {
    private struct Missing: Error {}

    private func explorer(_ layer: String, of input: String = "Input((9, 7, 2))", at place: String = "") throws
        -> Explorer
    {
        var found: Explorer?
        let session = Session { item in
            if case .report(let report) = item, let exploration = report as? Exploration {
                found = Explorer(exploration)
            }
        }
        session.options.showsResults = false
        _ = session.run(SourceText(name: "test", "y = \(layer)(\(input))\nexplore(y\(place))"))
        guard let found else { throw Missing() }
        return found
    }

    private func pressed(_ explorer: Explorer, _ keys: [Explorer.Key]) -> Explorer {
        keys.reduce(into: explorer) { $0.press($1) }
    }

    private func typed(_ explorer: Explorer, _ text: String) -> Explorer {
        pressed(explorer, text.map { .character($0) })
    }

    @Test func arrowsMoveTheOutputPixelWithinItsBorders() throws {
        let start = try explorer("Conv2D(4, 3)", at: ", 3, 2, 1")
        #expect(start.cell == LayerScene.Cell(pixel: [3, 2], channel: 1))
        #expect(pressed(start, [.up, .left]).cell.pixel == [2, 1])
        #expect(pressed(start, [.down, .right]).cell.pixel == [4, 3])
        #expect(pressed(start, [.home]).cell.pixel == [0, 0])
        #expect(pressed(start, [.home, .up, .left]).cell.pixel == [0, 0])
        #expect(pressed(start, [.end, .down, .right]).cell.pixel == [6, 4])
    }

    @Test func tabGoesThroughOutputInputAndKernel() throws {
        let start = try explorer("Conv2D(4, 3)")
        #expect(pressed(start, [.tab]).focus == .input)
        #expect(pressed(start, [.tab, .tab]).focus == .kernel)
        #expect(pressed(start, [.tab, .tab, .tab]).focus == .output)
        #expect(pressed(start, [.backTab]).focus == .kernel)
        // Without a window there is nothing to move over.
        #expect(pressed(try explorer("ZeroPadding2D(1)"), [.tab, .tab]).focus == .output)
    }

    @Test func theInputPixelGoesIntoThePadding() throws {
        let start = try explorer("Conv2D(4, 3, padding='same')", at: ", 0, 0, 0")
        #expect(pressed(start, [.tab, .up, .up, .left]).inputPixel == [-1, -1])
        #expect(pressed(start, [.tab, .end, .down, .down]).inputPixel == [9, 6])
    }

    @Test func theTapStaysInTheKernel() throws {
        let start = try explorer("Conv2D(4, (3, 5))")
        #expect(start.tap == [1, 2])
        #expect(pressed(start, [.tab, .tab, .home, .left, .down]).tap == [1, 0])
        #expect(pressed(start, [.tab, .tab, .end, .right]).tap == [2, 4])
    }

    @Test func channelsGoRound() throws {
        let start = try explorer("Conv2D(4, 3)", at: ", 1, 1, 0")
        #expect(typed(start, "<").cell.channel == 3)
        #expect(typed(start, ">").cell.channel == 1)
        #expect(typed(pressed(start, [.tab]), ">").inputChannel == 1)
        #expect(typed(pressed(start, [.tab]), ">>").inputChannel == 0)
        // A channel that is read alone changes with the output's.
        #expect(typed(try explorer("DepthwiseConv2D(3)", at: ", 1, 1, 0"), ">").inputChannel == 1)
    }

    @Test(arguments: [
        ("Conv2D(4, 3)", "k", "kernel_size", [4, 4]), ("Conv2D(4, 3)", "K", "kernel_size", [2, 2]),
        ("Conv2D(4, 3)", "ss", "strides", [3, 3]), ("Conv2D(4, 3)", "d", "dilation_rate", [2, 2]),
        ("Conv2D(4, 3, strides=2)", "S", "strides", [1, 1]), ("MaxPooling2D(2)", "k", "pool_size", [3, 3]),
        ("MaxPooling2D(2)", "s", "strides", [3, 3]), ("UpSampling2D(2)", "k", "size", [3, 3]),
        ("Conv2DTranspose(4, 3)", "s", "strides", [2, 2]), ("SeparableConv2D(4, 3)", "k", "kernel_size", [4, 4]),
        ("LocallyConnected2D(2, 3)", "K", "kernel_size", [2, 2]), ("DepthwiseConv2D(3)", "d", "dilation_rate", [2, 2]),
    ]) func aKeyChangesAnArgument(layer: String, keys: String, argument: String, sizes: [Int]) throws {
        let explorer = typed(try explorer(layer), keys)
        #expect(explorer.message == nil)
        #expect(explorer.scene.made.arguments.ints(argument) == sizes)
        #expect(explorer.isChanged)
        // The picture is that of the changed layer.
        #expect(explorer.scene.sizes == explorer.scene.motion.axes.compactMap(\.output.known))
        let original = typed(explorer, "r")
        #expect(!original.isChanged && original.scene.output == original.original.output)
    }

    @Test func paddingChangesInTurn() throws {
        let start = try explorer("Conv2D(4, 3)")
        #expect(typed(start, "p").scene.sizes == [9, 7])
        #expect(typed(start, "pp").scene.sizes == [7, 5])
        let line = try explorer("Conv1D(2, 3)", of: "Input((9, 1))")
        #expect(typed(line, "pp").scene.made.arguments.string("padding") == "causal")
        #expect(typed(try explorer("ZeroPadding2D(1)"), "k").scene.sizes == [13, 11])
    }

    @Test(arguments: [
        ("Conv2D(4, 3, strides=2)", "d", "`strides > 1` not supported in conjunction with `dilation_rate > 1`."),
        ("Conv2D(4, 1)", "K", "`kernel_size` is 1 already."),
        ("MaxPooling2D(2)", "d", "MaxPooling2D has no dilation to change."),
        ("UpSampling2D(2)", "p", "UpSampling2D has no padding to change."),
        ("Conv2D(4, 3)", "x", "'x' is none of the keys below"),
        ("Conv2D(4, 3)", "[", "there are no slices"),
    ]) func whatCannotBeDoneIsSaid(layer: String, key: String, message: String) throws {
        let start = try explorer(layer)
        let after = typed(start, key)
        #expect(after.message == message)
        #expect(after.scene.made.description == start.scene.made.description)
        #expect(pressed(after, [.tab]).message == nil)
    }

    @Test func aWindowThatBecomesTooLargeIsRefused() throws {
        var explorer = try explorer("Conv2D(1, 3)", of: "Input((4, 4, 1))")
        explorer = typed(explorer, "kk")
        #expect(explorer.message != nil)
        #expect(explorer.scene.made.arguments.ints("kernel_size") == [4, 4])
    }

    @Test func aLargerKernelKeepsTheWeightsInItsMiddle() throws {
        let explorer = typed(try explorer("Conv2D(1, 3, padding='same')", of: "Input((6, 6, 1))"), "kk")
        #expect(explorer.scene.weights[0].shape == [5, 5, 1, 1])
        for (a, b) in zip(explorer.scene.output.values, explorer.original.output.values) {
            #expect(abs(a - b) < 1e-6)
        }
    }

    @Test func spacePinsAndUnpins() throws {
        let start = try explorer("Conv2D(4, 3)", at: ", 3, 2, 1")
        let pinned = pressed(start, [.character(" "), .right])
        #expect(pinned.pins == [start.cell])
        #expect(pressed(pinned, [.left, .character(" ")]).pins.isEmpty)
        // A pin outside of a smaller output falls away.
        #expect(typed(pressed(start, [.end, .character(" ")]), "sss").pins.isEmpty)
    }

    @Test func qLeaves() throws { #expect(typed(try explorer("Conv2D(4, 3)"), "q").isFinished) }

    @Test func slicesAreMovedThroughByBrackets() throws {
        let start = try explorer("Conv3D(2, 2)", of: "Input((4, 5, 6, 1))", at: ", 1, 2, 3, 0")
        #expect(typed(start, "]").cell.pixel == [2, 2, 3])
        #expect(typed(start, "[[").cell.pixel == [0, 2, 3])
    }

    /// Many keys on many layers: the page fits, and what it says is what the engine computes.
    @Test(arguments: [
        "Conv2D(4, 3, activation='relu')", "Conv2D(4, (2, 3), padding='same', groups=2)",
        "DepthwiseConv2D(3, depth_multiplier=2)",
        "SeparableConv2D(3, 2)", "Conv2DTranspose(2, 3, strides=2)", "LocallyConnected2D(2, 2)", "MaxPooling2D(2)",
        "AveragePooling2D(3, padding='same')", "ZeroPadding2D(1)", "Cropping2D(1)", "UpSampling2D(2)",
        "UpSampling2D(2, interpolation='bilinear')",
    ]) func anyKeysLeaveAPageThatFits(layer: String) throws {
        var random = RandomStream(seed: 11)
        var explorer = try explorer(layer)
        let characters = "<>[]kKsSdDp rx?".map { Explorer.Key.character($0) }
        let keys: [Explorer.Key] = [.up, .down, .left, .right, .home, .end, .tab, .backTab] + characters
        for _ in 0..<60 {
            explorer.press(keys[Int(random.next() % UInt64(keys.count))])
            let width = [20, 40, 80, 120][Int(random.next() % 4)]
            let rows = [8, 24, 50][Int(random.next() % 3)]
            let colour: ColourDepth = random.next() % 2 == 0 ? .none : .truecolor
            let page = explorer.lines(Renderer(width: width, colour: colour), rows: rows)
            #expect(page.count <= rows, "\(explorer.scene.made) at \(width)×\(rows)")
            // A frame around a number may be cut off by the screen's edge, as any picture; texts are folded.
            #expect(page.allSatisfy { $0.width <= max(width, 24) }, "\(explorer.scene.made) at \(width)×\(rows)")
            let numbers = try explorer.scene.calculation(of: explorer.cell).numbers
            if explorer.scene.made.arguments.activation() == nil {
                let difference = abs(numbers.result - Double(explorer.scene.value(at: explorer.cell)))
                #expect(difference <= 1e-6 * max(numbers.magnitude, 0.01))
            }
        }
    }

    @Test func aScreenOfThirtyLinesHasTheProductsAndTheSizes() throws {
        let explorer = try explorer("Conv2D(8, 3, strides=2, padding='same')", of: "Input((28, 28, 1))")
        let page = explorer.lines(Renderer(width: 100, colour: .truecolor), rows: 30).map(\.plain)
        #expect(page.contains { $0.contains("products") })
        #expect(page.contains { $0.contains("⌈28 / 2⌉ = 14") })
    }
}
