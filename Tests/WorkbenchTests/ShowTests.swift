import Language
import Presentation
import Testing

@testable import Workbench

@Suite struct ShowTests {
    /// What the statements show, each statement's text on its own.
    private func run(_ code: String, width: Int = 80, folds: Bool = false) -> [String] {
        var shown: [String] = []
        let session = Session()
        var renderer = Renderer.plain(width: width)
        renderer.foldsSentences = folds
        session.receive = { item in
            shown.append(TextWriter(renderer: renderer, showsPlaces: false, foldsLines: folds).text(item))
        }
        session.options.keepsGoing = true
        _ = session.run(SourceText(name: "test", code))
        return shown
    }

    private func last(_ code: String) -> String { run(code).last ?? "" }

    @Test(arguments: [
        ("channels=[2, 0]", ["#2", "#0"]), ("channels=range(1, 3)", ["#1", "#2"]),
        ("channels=slice(None, 2)", ["#0", "#1"]),
        ("channels=-1", ["#3"]), ("channels=slice(None, None, -2)", ["#3", "#1"]),
        ("channels=\"all\"", ["#0", "#1", "#2", "#3"]),
    ])
    func channelsChoosesMaps(argument: String, labels: [String]) {
        let text = last("show(np.ones((2, 2, 4)), \(argument))")
        let found = text.split { !"#0123456789".contains($0) }.map(String.init).filter { $0.hasPrefix("#") }
        #expect(found == labels)
    }

    @Test func theColoursOfAKernelAreShadesBesideItsNumbers() {
        let code = """
            k = Conv2D(1, (1, 2), use_bias=False)
            k.build((None, 4, 4, 3))
            k.set_weights([np.array([1.0, 1, 1, -1, -1, -1]).reshape((1, 2, 3, 1))])
            show(k.kernel)
            """
        #expect(last(code).contains("│████░░░░│"))
    }

    @Test func sampleChoosesAMemberOfABatch() {
        #expect(last("show(np.arange(8).reshape((2, 2, 2, 1)), sample=1)").contains("│ 4  5 │"))
        #expect(last("show(np.ones((2, 2, 2, 1)), sample=2)").contains("there are 2 samples, numbered from 0"))
    }

    @Test func aNarrowPictureHasATitleThatCanBeRead() {
        #expect(last("show(np.ones((2, 2)), width=5)").contains("array of shape"))
    }

    @Test(arguments: ["c.kernel, sample=2", "c, sample=-2", "Dense(2)(x).layer, sample=9"])
    func kernelsHaveNoSamples(arguments: String) {
        let text = last("x = Input((4, 4, 1))\nc = Conv2D(2, 3)(x).layer\nshow(\(arguments))")
        #expect(text.contains("there is no sample") && text.contains("leave `sample` out"), "\(text)")
        #expect(last("show(Conv2D(2, 3)(Input((4, 4, 1))).kernel, sample='1')").contains("must be a whole number"))
    }

    @Test(arguments: [
        ("channel=1", "did you mean 'channels'?"), ("cmap=\"virids\"", "did you mean 'viridis'?"),
        ("style=\"sixels\"", "did you mean 'sixel'?"), ("scale=\"none\"", "one of shared, each"),
        ("clip=(1, 0)", "clip=(-1, 1)"), ("width=0", "from 1 to 10000"), ("values=1", "True or False"),
        ("channels=[9]", "there is one, number 0"),
    ])
    func wrongArgumentsAreRefused(argument: String, hint: String) {
        #expect(last("show(np.ones((2, 2)), \(argument))").contains(hint))
    }

    @Test(arguments: [
        "np.arange(4)", "np.ones((2, 3))", "np.ones((2, 3, 2))", "np.ones((1, 2, 3, 2))", "np.ones((1, 2, 2, 3, 1))",
        "[[1, 2], [3, 4]]", "3",
    ])
    func arraysOfOneToFiveAxesAreDrawn(array: String) {
        #expect(!last("show(\(array))").contains("Error"))
    }

    @Test func severalTensorsStandSideBySide() {
        let lines = last("x = Input(6, 6, 1)\np = MaxPooling2D(2)(x)\nshow([x, p])").split(separator: "\n")
        #expect(lines.contains { $0.contains("x #0 6×6") && $0.contains("p #0 3×3") })
    }

    @Test func linesStandBelowMaps() {
        let shown = last("x = Input((6, 6, 1))\nl = Conv1D(2, 3)(Input((9, 2)))\nshow([l, x, np.arange(4)])")
        let places = ["l #0", "l #1", "x #0 6×6", "array #0"].compactMap { shown.range(of: $0)?.lowerBound }
        #expect(places.count == 4 && places == places.sorted(), "\(shown)")
    }

    @Test func oneSampleOfATensorIsDrawnAsAMap() {
        #expect(last("x = Input(6, 6, 1)\nshow x[0]").contains("┌#0"))
    }

    @Test(arguments: [
        "Conv1D(2, 3)(Input(9, 1))", "Conv2D(2, 3)(Input(9, 9, 1))", "Conv3D(2, 3)(Input(5, 5, 5, 1))",
        "DepthwiseConv2D(3)(Input(9, 9, 2))", "SeparableConv2D(2, 3)(Input(9, 9, 2))",
        "Conv2D(4, 3, groups=2)(Input(9, 9, 4))", "Conv2DTranspose(2, 3)(Input(4, 4, 1))",
        "LocallyConnected2D(2, 2)(Input(4, 4, 1))", "Dense(3)(Input(4))", "Conv2D(2, 3)(Input(9, 9, 3))",
    ])
    func kernelsOfEachLayerAreDrawn(layer: String) {
        let text = last("y = \(layer)\nshow y.layer")
        #expect(text.contains("kernel") && text.contains("┌"))
        #expect(!text.contains("Error"))
    }

    @Test func theKernelOfATensorIsThatOfItsLayer() {
        let texts = run("y = Conv2D(2, 3)(Input(9, 9, 1))\nshow(y.kernel)\nshow(y.layer.kernel)\nshow y.layer")
        #expect(texts.count == 4 && texts[1] == texts[2] && texts[2] == texts[3])
    }

    @Test func kernelsOfSeveralLayersHaveTheirNames() {
        let text = last(
            "m = Sequential([Input((4,)), Dense(3, name='one'), Dense(2, name='two')])\nl = layers.Bidirectional(layers.LSTM(2))\nl(Input((3, 2)))\nshow(l)"
        )
        #expect(text.contains("forward_lstm") && text.contains("backward_lstm") && text.contains("recurrent_kernel"))
    }

    @Test func whatIsLeftOutIsSaidAndDrawnWhenAskedFor() {
        let code = "c = Conv2D(32, 3)\nc.build((None, 8, 8, 32));\n"
        let text = last(code + "show(c)")
        #expect(
            text.contains("64 of 1,024 maps")
                && text.contains("960 more are left out: show(c, channels=\"all\") draws all"))
        #expect(
            last("y = Conv2D(32, 3)(Input((8, 8, 32)))\nshow(y.kernel)").contains(
                "left out: show(y.layer, channels=\"all\")"))
        #expect(last(code + "show(c, channels=\"all\")").split(separator: "\n").count { $0.contains("#31 c31") } == 1)
    }

    @Test(arguments: [
        "a, s = layers.MultiHeadAttention(3, 4)(x, x, return_attention_scores=True)",
        "q = layers.Reshape((5, 3, 4))(Dense(12)(x))\ns = layers.Softmax()(ops.einsum('bihd,bjhd->bhij', q, q) / 2)",
        "h = ops.transpose(layers.Reshape((5, 3, 4))(Dense(12)(x)), (0, 2, 1, 3))\ns = layers.Dropout(0.1)(ops.softmax(ops.matmul(h, ops.transpose(h, (0, 1, 3, 2)))))",
    ]) func scoresOfAttentionAreDrawnByHeads(code: String) {
        let text = last("x = Input((5, 8))\n\(code)\nshow(s, values=False)")
        #expect(text.contains("┌#2") && !text.contains("┌#3"), "\(text)")
        #expect(text.split(separator: "\n").count { $0.hasPrefix("│") } == 5)
    }

    @Test func aSoftmaxOverTheChannelsOfAnImageIsNoAttention() {
        #expect(last("x = Input((6, 6, 1))\nshow(layers.Softmax()(Conv2D(4, 3)(x)), values=False)").contains("┌#3"))
    }

    @Test func aLayerThatWasNotCalledSaysSo() {
        #expect(run("layer = Conv2D(8, 3)")[0].contains("not called yet"))
        #expect(!run("layer = Conv2D(8, 3)\ny = layer(Input(9, 9, 1))\nlayer").last!.contains("not called yet"))
        #expect(last("layer = Conv2D(8, 3);\nshow layer").contains("has not been called"))
    }

    @Test func aLayerAtWorkIsDrawnToScaleWithItsPadding() {
        let lines = last("x = Input(9, 9, 1)\ny = Conv2D(1, 3, strides=2, padding=\"same\")(x)\nshow(y, values=False)")
            .split(separator: "\n")
        let row = lines.first { $0.contains("input 9×9") } ?? ""
        #expect(row.contains("kernel 3×3") && row.contains("output #0 5×5"))
        #expect(lines.contains { $0.hasPrefix("│" + String(repeating: "╱", count: 22) + "│") })
    }

    @Test func inputsAndFeedsDrawTheData() {
        #expect(run("x = Input(6, 6, 1)")[0].contains("┌#0"))
        #expect(last("x = Input(6, 6, 1)\nx.feed(\"impulse\")").contains("██"))
        #expect(run("x = Input(6, 6, 3)")[0].contains("┌rgb"))
    }

    @Test func whatIsDrawnDependsOnTheTimeItTakes() {
        let first = run("x = Input(224, 224, 3);\nConv2D(1, 3, padding=\"same\")(x)").last ?? ""
        #expect(first.contains("÷14, peaks kept"))
        let dense = run("x = Input(7, 7, 512);\nDense(4096)(Flatten()(x))").last ?? ""
        #expect(dense.contains("draws its maps"))
    }

    @Test func aResultLineKeepsNumbersAndUnitsTogether() {
        let code = "x = Input(72,14,1);\nc1 = Conv2D(64,(9,9),activation=\"relu\",padding=\"same\")(x)"
        let line = run(code, folds: true)[0].split(separator: "\n")[0]
        #expect(line == "c1  Conv2D  (72, 14, 1) → (72, 14, 64)  5,248 params  5.23 M MACs  sees 9×9")
        for width in 20...100 {
            let lines = run(code, width: width, folds: true)[0].split(separator: "\n").map(String.init)
            for part in ["5,248 params", "5.23 M MACs", "sees 9×9"] {
                #expect(lines.contains { $0.contains(part) }, "\(part) at \(width)")
            }
            #expect(lines.allSatisfy { $0.count <= width })
        }
    }
}
