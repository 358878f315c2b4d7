import Presentation
import Testing

@Suite struct TableTests {
    private let summary = Table(
        columns: [
            .init("Layer (type)", minimumWidth: 20), .init("Output Shape", minimumWidth: 18),
            .init("Param #", alignment: .right, minimumWidth: 9),
        ],
        rows: [
            ["x (InputLayer)", "(None, 72, 14, 1)", "0"],
            ["c1 (Conv2D)", "(None, 72, 14, 64)", "5,248"],
        ],
        border: .keras, separatesRows: true)

    @Test func kerasBorderLooksLikeKerasSummary() {
        #expect(
            Renderer.plain().render(summary) == """
                ┏━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━┓
                ┃ Layer (type)         ┃ Output Shape       ┃   Param # ┃
                ┡━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━┩
                │ x (InputLayer)       │ (None, 72, 14, 1)  │         0 │
                ├──────────────────────┼────────────────────┼───────────┤
                │ c1 (Conv2D)          │ (None, 72, 14, 64) │     5,248 │
                └──────────────────────┴────────────────────┴───────────┘

                """)
    }

    @Test func whereWordsWouldBeCutSmallEachRowIsAParagraph() {
        var table = summary
        table.stacksWhenNarrow = true
        let expected = """
            x (InputLayer)
              Output Shape
                (None, 72, 14,
                1)
              Param # 0
            c1 (Conv2D)
              Output Shape
                (None, 72, 14,
                64)
              Param # 5,248

            """
        #expect(Renderer.plain(width: 20).render(table) == expected)
        #expect(Renderer.plain().render(table) == Renderer.plain().render(summary))
    }

    @Test func asciiTerminalsGetAnASCIIFrame() {
        #expect(
            Renderer(unicode: false).render(summary) == """
                +----------------------+--------------------+-----------+
                | Layer (type)         | Output Shape       |   Param # |
                +======================+====================+===========+
                | x (InputLayer)       | (None, 72, 14, 1)  |         0 |
                +----------------------+--------------------+-----------+
                | c1 (Conv2D)          | (None, 72, 14, 64) |     5,248 |
                +----------------------+--------------------+-----------+

                """)
    }

    @Test func narrowTerminalWrapsTheWidestCells() {
        #expect(
            Renderer.plain(width: 40).render(summary) == """
                ┏━━━━━━━━━━━━━━┳━━━━━━━━━━━━━┳━━━━━━━━━┓
                ┃ Layer (type) ┃ Output      ┃ Param # ┃
                ┃              ┃ Shape       ┃         ┃
                ┡━━━━━━━━━━━━━━╇━━━━━━━━━━━━━╇━━━━━━━━━┩
                │ x            │ (None, 72,  │       0 │
                │ (InputLayer) │ 14, 1)      │         │
                ├──────────────┼─────────────┼─────────┤
                │ c1 (Conv2D)  │ (None, 72,  │   5,248 │
                │              │ 14, 64)     │         │
                └──────────────┴─────────────┴─────────┘

                """)
    }

    @Test func columnsThatStayWholeAreBrokenLast() {
        let table = Table(
            columns: [Table.Column("Layer"), Table.Column("Shape", staysWhole: true)],
            rows: [["batch_normalization_45", "(None, 112, 112, 64)"]], border: .none)
        #expect(
            Renderer.plain(width: 38).render(table) == """
                Layer             Shape
                ────────────────  ────────────────────
                batch_normalizat  (None, 112, 112, 64)
                ion_45

                """)
    }

    @Test func tableWithoutBorderAlignsColumns() {
        let table = Table(
            columns: [.init("name"), .init("params", alignment: .right)], rows: [["c1", "5,248"], ["c2", "80"]],
            border: .none)
        #expect(
            Renderer.plain().render(table) == """
                name  params
                ────  ──────
                c1     5,248
                c2        80

                """)
    }

    @Test func missingCellsAreEmpty() {
        let table = Table(columns: [.init("a"), .init("b")], rows: [["1"]], showsHeader: false)
        #expect(
            Renderer.plain().render(table) == """
                ┌───┬───┐
                │ 1 │   │
                └───┴───┘

                """)
    }

    @Test func wideCharactersKeepTheFrameStraight() {
        let table = Table(columns: [.init("名"), .init("b")], rows: [["卷积", "1"], ["x", "2"]])
        #expect(
            Renderer.plain().render(table) == """
                ┌──────┬───┐
                │ 名   │ b │
                ├──────┼───┤
                │ 卷积 │ 1 │
                │ x    │ 2 │
                └──────┴───┘

                """)
    }
}
