import Foundation
import Language
import Layers
import Network
import TensorEngine
import Testing
import Workbench

@testable import Inspection

/// Formulas of sizes, and which sizes fit, against building networks for concrete sizes.
@Suite struct SizesTests {
    private func session(_ code: String) -> Session? {
        var hasFailed = false
        let session = Session { if case .failure = $0 { hasFailed = true } }
        session.options.showsResults = false
        _ = session.run(SourceText(name: "test", code))
        return hasFailed ? nil : session
    }

    private func model(_ code: String) throws -> Model? {
        guard let session = session(code), let x = PerturbedNetwork.tensor("x", session),
            let y = PerturbedNetwork.tensor("y", session)
        else { return nil }
        return try Model(inputs: [x], outputs: [y], name: "m", context: session.library.network)
    }

    /// The output's sizes for an input of these sizes; nil where the network cannot be built for them: where a layer refuses, or a
    /// size is less than 1.
    private func build(_ model: Model, _ shape: BatchShape) -> BatchShape? {
        guard let calls = try? model.calls(for: [shape]) else { return nil }
        for call in calls {
            if call.outputs.contains(where: { $0.perSample.contains { ($0.known ?? 0) < 1 } }) { return nil }
        }
        return calls.last?.outputs.first ?? shape
    }

    /// How many concrete sizes the formulas are tried for: more with `CONVSH_SIZE_CASES=10000`.
    private static let count =
        ProcessInfo.processInfo.environment["CONVSH_SIZE_CASES"].flatMap(Int.init) ?? 1500

    @Test func formulasHoldForConcreteSizes() throws {
        var random = RandomStream(seed: 31)
        var checked = 0
        while checked < SizesTests.count {
            let code = RandomNetwork.code(&random, hasKnownSizes: false)
            guard let model = try model(code) else { continue }
            let requirements = try SizeRequirements(of: model)
            let input = requirements.inputs[0]
            for _ in 0..<20 {
                checked += 1
                var (shape, sizes) = (input, [SizeSymbol: Int]())
                for axis in requirements.axes {
                    let size = 1 + random.below(40)
                    sizes[axis.symbol] = size
                    shape.dims[axis.axis] = Dim(size)
                }
                let built = build(model, shape)
                let fits = requirements.requirements.allSatisfy { $0.condition.holds(sizes) }
                #expect(fits == (built != nil), "\(code)\n\(shape)")
                guard let built, fits else { continue }
                let values = requirements.outputs[0].perSample.map { $0.known ?? $0.formula?.value(sizes) }
                // A size without a formula says nothing; one with a formula is right.
                for (value, size) in zip(values, built.perSample) where value != nil {
                    #expect(value == size.known, "\(code)\n\(shape): \(requirements.outputs[0].formulaText)")
                }
            }
        }
    }

    private static let networks = [
        "y = MaxPooling2D(2)(MaxPooling2D(2)(Conv2D(1, 3)(x)))",
        "p = MaxPooling2D(2)(x)\ny = Concatenate()([x, UpSampling2D(2)(p)])",
        "p = MaxPooling2D(2)(x)\nq = MaxPooling2D(2)(p)\nu = Concatenate()([p, UpSampling2D(2)(q)])\n"
            + "y = Concatenate()([x, UpSampling2D(2)(u)])",
        "a = Conv2D(1, 3)(x)\nq = MaxPooling2D(2)(a)\nb = Conv2D(1, 3)(q)\n"
            + "y = Concatenate()([Cropping2D(2)(a), UpSampling2D(2)(b)])",
        "a = Conv2D(2, 3, strides=2)(x)\ny = Concatenate()([x[:, :-1, :-1], Conv2DTranspose(2, 2, strides=2)(a)])",
        "y = Conv2D(1, 7, dilation_rate=3)(MaxPooling2D(3)(x))",
        "a = Conv2D(2, 3, strides=3, padding='same')(x)\ny = Concatenate()([x, UpSampling2D(3)(a)])",
        "y = Concatenate()([Cropping2D(((0, 1), (0, 1)))(x), UpSampling2D(2)(MaxPooling2D(2)(x))])",
        "y = Concatenate()([UpSampling2D(2)(x), ZeroPadding2D(5)(x)])",
        "y = Add()([x, Cropping2D(1)(x)])", "y = MaxPooling2D(2)(x) + MaxPooling2D(2, padding='same')(x)",
        "y = Conv2D(1, 3)(Add()([Conv2D(1, 3)(x), x]))", "y = MaxPooling2D(2)(Add()([Cropping2D(2)(x), x]))",
        "y = Conv2D(1, 2)(Multiply()([MaxPooling2D(4)(x), UpSampling2D(2)(MaxPooling2D(8)(x))]))",
        "y = Conv2D(1, 2)(Add()([Conv2D(1, 3)(x) + x, MaxPooling2D(3)(x)]))",
    ]

    @Test(arguments: networks)
    func setsOfSizesAreThoseThatCanBeBuilt(code: String) throws {
        let built = try #require(try model("x = Input((None, None, 1))\n\(code)"))
        let report = try SizesReport(built)
        // The other axis has a size that fits.
        let other = try #require(report.axes[1].set?.minimum)
        let set = try #require(report.axes[0].set)
        for size in 1...600 {
            let isBuilt = build(built, BatchShape([nil, size, other, 1].map { Dim($0) })) != nil
            #expect(set.contains(size) == isBuilt, "\(code): \(size), \(set.text("H"))")
            if isBuilt { #expect(set.next(from: size) == size) }
        }
    }

    @Test(arguments: [
        (0, "H ≥ 6"), (1, "H is even"), (2, "H is a multiple of 4"), (3, "H ≥ 8 and even"), (5, "H ≥ 57"),
        (6, "H is a multiple of 3"), (7, "H ≥ 3 and odd"), (8, "H is 10"), (9, "H is 3"),
        (10, "H is 2–3, or ≥ 4 and even"),
    ])
    func rulesAreInWords(number: Int, text: String) throws {
        let built = try #require(try model("x = Input((None, None, 1))\n\(SizesTests.networks[number])"))
        #expect(try SizesReport(built).axes[0].set?.text("H") == text)
    }

    @Test func conditionsAreThoseOfTheUsersVariables() throws {
        var reports: [SizesReport] = []
        let session = Session {
            if case .report(let report) = $0 { reports += [report as? SizesReport].compactMap(\.self) }
        }
        _ = session.run(
            SourceText(
                name: "test",
                """
                x = Input((None, None, 1))
                joined = Concatenate()([x, UpSampling2D(2)(MaxPooling2D(2)(x))])
                sizes(Conv2D(2, 3)(joined))
                """))
        #expect(reports.first?.reasons.map(\.layer) == ["joined", "joined"])
    }

    @Test func weightsFixTheSizesTheyWereMadeFor() throws {
        let built = try #require(
            try model("x = Input((30, 20, 1))\ny = Dense(2)(Flatten()(MaxPooling2D(4)(x)))"))
        let report = try SizesReport(built)
        #expect(report.axes[0].set?.text("H") == "H is 28–31")
        #expect(report.axes[1].set?.text("W") == "W is 20–23")
        #expect(report.axes[0].others.map(\.size) == [20])
    }

    @Test func theNextSizesThatFitAreFound() throws {
        let built = try #require(try model("x = Input((64, 64, 1))\n\(SizesTests.networks[2])"))
        #expect(try SizesReport(built, wanted: [350, 525]).axes.map(\.next) == [352, 528])
    }

    @Test func whatIsTooLargeForTheWeightsIsToBeCut() throws {
        let built = try #require(try model("x = Input((32, 32, 1))\ny = Dense(2)(Flatten()(x))"))
        #expect(try SizesReport(built, wanted: [64, 64]).axes.map(\.previous) == [32, 32])
        #expect(try SizesReport(built, wanted: [32, 32]).axes.map(\.previous) == [nil, nil])
    }

    @Test(arguments: [
        ("x = Input((None, None, 3))", "(None, H, W, 3)"), ("x = Input((None, 4))", "(None, L, 4)"),
        ("x = Input((None, None, None, 1))", "(None, D, H, W, 1)"), ("x = Input((None,))", "(None, L)"),
        ("x = Conv2D(8, 3, strides=2)(Input((None, None, 3)))", "(None, ⌊(H−3)/2⌋+1, ⌊(W−3)/2⌋+1, 8)"),
        ("x = Conv2D(8, 3)(Input((None, 9, 3)))", "(None, H−2, 7, 8)"),
    ])
    func shapesHaveFormulas(code: String, text: String) throws {
        let made = try #require(session(code))
        let tensor = try #require(PerturbedNetwork.tensor("x", made))
        #expect(tensor.shape.formulaText == text)
        #expect(!tensor.shape.description.contains("H") && !tensor.shape.description.contains("L"))
    }

    @Test func inputsThatMayDifferSayForWhichSizesTheyAgree() throws {
        let made = try #require(
            session("x = Input((None, 4))\ny = Concatenate()([x, UpSampling1D(2)(MaxPooling1D(2)(x))])"))
        let tensor = try #require(PerturbedNetwork.tensor("y", made))
        #expect(SizeAgreement.all(of: tensor.node).map(\.text) == ["fits where L = 2⌊L/2⌋, that is L is even"])
    }

    @Test func whatComesBeforeAMergeCountsToo() throws {
        let made = try #require(
            session(
                "x = Input((None, 4))\nc = ZeroPadding1D(3)(Cropping1D(3)(x))\n"
                    + "y = Concatenate()([c, UpSampling1D(2)(MaxPooling1D(2)(x))])"))
        let tensor = try #require(PerturbedNetwork.tensor("y", made))
        #expect(SizeAgreement.all(of: tensor.node).map(\.text) == ["fits where L = 2⌊L/2⌋, that is L ≥ 8 and even"])
    }

    @Test func sizesThatRepeatAreSaid() throws {
        let built = try #require(
            try model("x = Input((None, None, 1))\ny = Add()([Conv2D(1, 3)(x), x])"))
        let report = try SizesReport(built)
        #expect(report.reasons.first.map(report.text(of:)) == "H−2 = H or one of them is 1")
    }

    @Test(arguments: ["[x, z]", "[z, x]"]) func aSizeOfOneRepeats(order: String) throws {
        let code = "x = Input((8, 2))\nz = Input((1, 2))\nsizes(Conv1D(1, 3)(Add()(\(order))))"
        let sizes = try #require(shownJSON(code).last?["sizes"] as? [[String: Any]])
        let rules = Dictionary(uniqueKeysWithValues: sizes.map { ($0["size"] as? String, $0["rule"] as? String) })
        #expect(
            rules == (order == "[x, z]" ? ["L": "L ≥ 3", "L2": "L2 is 1 or 8"] : ["L": "L is 1 or 8", "L2": "L2 ≥ 3"]))
    }

    @Test func sizesThatDependOnOthersSaySo() throws {
        let shown = shownJSON("x = Input((None, 4))\nz = Input((None, 4))\nsizes(Add()([x, z]))")
        let sizes = try #require(shown.last?["sizes"] as? [[String: Any]])
        #expect(sizes.map { $0["depends_on"] as? [String] } == [["L2"], ["L"]])
    }

    @Test func sizesOfTwoInputsAreNotTakenToBeEqual() throws {
        let made = try #require(session("x = Input((None, 4))\nz = Input((None, 4))\ny = Add()([x, z])"))
        let tensor = try #require(PerturbedNetwork.tensor("y", made))
        #expect(SizeAgreement.all(of: tensor.node).map(\.text) == ["fits where L = L2 or one of them is 1"])
    }

    @Test func namedSizesAreEqualWhereverTheyStand() throws {
        let made = try #require(
            session(
                "x = Input((\"N\", \"W\", 3))\nz = Input(\"N\", \"W\", 3)\ny = Add()([Conv2D(3, 3)(x), z[:, 1:-1, 1:-1]])"
            ))
        let tensor = try #require(PerturbedNetwork.tensor("y", made))
        #expect(tensor.shape.formulaText == "(None, N−2, W−2, 3)")
        #expect(SizeAgreement.all(of: tensor.node).isEmpty)
    }

    @Test(arguments: ["Input((\"\", 3))", "Input((\"3H\", 3))", "Input(\"H\")"])
    func whatIsNoNameIsRefused(code: String) { #expect(session("x = \(code)") == nil) }
}
