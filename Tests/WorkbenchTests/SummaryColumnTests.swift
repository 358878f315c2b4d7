import Foundation
import Language
import Presentation
import Testing
import Workbench

/// The columns and totals of `summary`, and the same figures as attributes.
@Suite struct SummaryColumnTests {
    private static let branches = """
        x = Input((8, 8, 2))
        a = Conv2D(4, 3, strides=2, padding='same')(x)
        b = MaxPooling2D(2)(x)
        m = Model(x, Concatenate()([a, b]))

        """

    private func session(_ code: String) -> (items: [OutcomeItem], session: Session) {
        var items: [OutcomeItem] = []
        let session = Session { items.append($0) }
        _ = session.run(SourceText(name: "test", code))
        return (items, session)
    }

    private func lines(_ code: String, width: Int = 200) -> [String] {
        for case .report(let report) in session(code).items { return report.lines(.plain(width: width)).map(\.plain) }
        return []
    }

    private func printed(_ code: String) -> String {
        for case .failure(let failure) in session(code).items { return "\(failure.message) \(failure.hint ?? "")" }
        return session(code).items.map { TextWriter(renderer: .plain(), showsPlaces: false).text($0) }.joined()
    }

    @Test func eachColumnIsShownAsAsked() {
        let lines = lines(SummaryColumnTests.branches + "summary(m, columns='all')")
        #expect(lines[2].contains("Kernel") && lines[2].contains("Share"))
        let convolution = lines.first { $0.contains("conv2d") } ?? ""
        for text in ["3×3", "2×2", "same", "1,152", "256", "100 %"] { #expect(convolution.contains(text), "\(text)") }
        let pooling = lines.first { $0.contains("max_pooling2d") && $0.contains("valid") } ?? ""
        for text in ["2×2", "128", "0 %"] { #expect(pooling.contains(text), "\(text)") }
    }

    @Test func namesOfColumnsAreTakenInAnySpellingAndOthersRefused() {
        let lines = lines(SummaryColumnTests.branches + "summary(m, columns=['MACs', 'Receptive field'])")
        #expect(lines[2].contains("MACs") && lines[2].contains("Sees") && !lines[2].contains("Kernel"))
        #expect(
            printed(SummaryColumnTests.branches + "summary(m, columns=['kernal'])").contains("did you mean 'kernel'?"))
        #expect(printed(SummaryColumnTests.branches + "summary(m, columns=[3])").contains("list of names"))
    }

    @Test func thePeakIsTheLargestSumOfOutputsHeldAtOnce() {
        // The input (512 B) until the pooling has run, both branches (256 and 128) and their joint (384).
        let branches = lines(SummaryColumnTests.branches + "summary(m)")
        #expect(branches.contains { $0.contains("Peak activations: 896 B") })
        // A chain holds two neighbours: 400 + 400.
        let chain = lines(
            "m = Sequential([Input((100,)), Activation('relu'), Activation('relu'), Dense(1)])\nsummary(m)")
        #expect(chain.contains { $0.contains("Peak activations: 800 B") })
    }

    @Test func aModelInsideCountsAsItsLayers() {
        let code = """
            x = Input((100,))
            i = Model(x, Dense(10)(Activation('relu')(x)))
            y = Input((100,))
            m = Model(y, i(y))

            """
        for model in ["m", "i"] {
            #expect(lines(code + "summary(\(model))").contains { $0.contains("Peak activations: 800 B") }, "\(model)")
        }
    }

    @Test func whereThereIsNoRoomColumnsStandInFurtherTables() {
        for width in [60, 80, 100] {
            let lines = lines(SummaryColumnTests.branches + "summary(m, columns='all')", width: width)
            #expect(lines.allSatisfy { $0.count <= width || $0.contains("Peak") })
            for text in ["1,152", "Kernel", "Strides", "Share"] {
                #expect(lines.contains { $0.contains(text) }, "\(width): \(text)")
            }
        }
    }

    @Test func totalsAreLabelled() {
        let lines = lines(SummaryColumnTests.branches + "summary(m)")
        #expect(lines.contains { $0.contains("FLOPs: 2,304 (2 for each multiply-accumulate)") })
    }

    @Test func whatIsNotKnownIsNeverZero() throws {
        let code = "m = Sequential([Conv2D(4, 3)])\nsummary(m, columns='all')"
        #expect(lines(code).contains { $0.contains("Peak activations: unknown") })
        #expect(lines(code).contains { $0.contains("Multiply-accumulates: unknown") })
        let item = try #require(session(code).items.last)
        let json = JSONWriter().text(item)
        #expect(json.contains(#""peak_activation_bytes":null"#) && json.contains(#""flops":null"#))
        #expect(printed("m = Model(x := Input((None, None, 1)), Conv2D(1, 3)(x))\nprint(m.macs)").contains("None"))
    }

    @Test func modelsAndLayersTellTheirFigures() {
        let code = SummaryColumnTests.branches
        #expect(printed(code + "print(m.macs, m.layers[1].macs, a.macs)").contains("1152 1152 1152"))
        #expect(printed(code + "print(m.layers[1].receptive_field, m.receptive_field)").contains("(3, 3) (3, 3)"))
        #expect(printed("print(Conv2D(4, 3).macs)").contains("has never been called"))
    }
}
