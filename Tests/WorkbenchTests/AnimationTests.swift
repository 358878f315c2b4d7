import Foundation
import Inspection
import Language
import Library
import Presentation
import Testing

@testable import Workbench

/// `animate`: the pictures, and the files they go to.
@Suite struct AnimationTests {
    private final class Files: @unchecked Sendable { var written: [String: [UInt8]] = [:] }

    private func items(_ code: String, _ files: Files = Files()) -> [OutcomeItem] {
        var items: [OutcomeItem] = []
        let session = Session { items.append($0) }
        session.options.showsResults = false
        session.library.files.write = { files.written[$0] = $1 }
        _ = session.run(SourceText(name: "test", code))
        return items
    }

    private func animation(_ code: String) throws -> Animation {
        for case .report(let report) in items(code) { if let animation = report as? Animation { return animation } }
        throw Missing()
    }

    private struct Missing: Error {}

    private func error(_ code: String) -> String? {
        for case .failure(let failure) in items(code) { return "\(failure.className): \(failure.message)" }
        return nil
    }

    @Test func everyOutputPixelHasItsPicture() throws {
        let animation = try animation("animate(Conv2D(2, 3)(Input((6, 5, 1))))")
        #expect(animation.pixels == Array(0..<12))
        #expect(animation.excerpt(3) == [0, 5, 11])
    }

    @Test func manyPixelsAreShownInSteps() throws {
        let animation = try animation("animate(MaxPooling2D(2)(Input((80, 80, 1))))")
        #expect(animation.pixels.count <= 241)
        #expect(animation.pixels.first == 0 && animation.pixels.last == 1599)
    }

    @Test func onlyWhatIsComputedIsDrawn() throws {
        let animation = try animation("animate(Conv2D(1, 3)(Input((5, 5, 1))))")
        let pages = (0..<animation.frameCount).map { index in
            animation.frame(index, Renderer(width: 100), rows: nil).map(\.plain).joined(separator: "\n")
        }
        for (index, page) in pages.enumerated() {
            // A dot for each pixel of the output that is still to come; the ramp has none.
            #expect(page.filter { $0 == "·" }.count == 8 - index, "\(page)")
        }
    }

    @Test(arguments: [
        "Conv1D(2, 3, padding='causal')(Input((9, 2)))", "Conv3D(1, 2)(Input((3, 4, 5, 1)))",
        "Conv2DTranspose(2, 3, strides=2)(Input((4, 4, 1)))", "LocallyConnected2D(1, 2)(Input((4, 4, 1)))",
        "SeparableConv2D(2, 2)(Input((4, 4, 2)))", "AveragePooling2D(2)(Input((6, 6, 3)))",
        "UpSampling2D(2, interpolation='bilinear')(Input((3, 3, 1)))", "ZeroPadding2D(1)(Input((3, 3, 1)))",
        "Cropping2D(1)(Input((5, 5, 1)))", "Conv2D(2, 3, data_format='channels_first')(Input((2, 5, 5)))",
    ]) func everyLayerThatMovesAWindowIsAnimated(call: String) throws {
        let animation = try animation("animate(\(call), channel=-1)")
        for index in animation.excerpt(3) { #expect(!animation.frame(index, Renderer(width: 80), rows: nil).isEmpty) }
    }

    @Test(arguments: [40, 50, 70, 100]) func theTitleIsNotCut(width: Int) throws {
        let animation = try animation("c = Conv2D(2, 3, strides=2)(Input((60, 60, 1)))\nanimate(c)")
        for index in animation.excerpt(3) {
            let page = animation.frame(index, Renderer(width: width), rows: 24)
            let title = page.prefix { !$0.plain.contains("60×60") }
            #expect(title.allSatisfy { $0.width <= width })
            #expect(title.map(\.plain).joined(separator: " ").contains("shrunk, peaks kept"))
        }
    }

    @Test(arguments: [5, 12, 24, 40]) func aPictureFitsTheScreen(rows: Int) throws {
        let animation = try animation("c = Conv2D(2, 3)(Input((60, 60, 1)))\nanimate(c)")
        let lines = animation.frame(animation.frameCount - 1, Renderer(width: 80), rows: rows)
        #expect(lines.count < max(rows, 2))
        // All of the output is there: its frame has a lower edge.
        if rows > 10 { #expect(lines.last?.plain.contains("└") == true || lines.last?.plain.contains("▀") == true) }
    }

    @Test(arguments: [
        ("animate(Dense(3)(Input((4,))))", "ValueError: 'dense' moves no window: it is a Dense."),
        (
            "animate(Conv2D(2, 3)(Input((5, 5, 1))), channel=2)",
            "IndexError: channel 2 is out of range: 'conv2d' has the shape (None, 3, 3, 2)"
        ),
        (
            "animate(Conv2D(2, 3)(Input((5, 5, 1))), 'a.mp4')",
            "ValueError: animate() does not know how to write 'a.mp4'"
        ),
        ("animate(Conv2D(2, 3)(Input((5, 5, 1))), 3)", "TypeError: a file is given by its name, not by 'int'"),
    ]) func whatCannotBeAnimatedIsRefused(code: String, message: String) { #expect(error(code) == message) }

    @Test func aRecordingIsLinesOfJSON() throws {
        let files = Files()
        _ = items("animate(Conv2D(1, 3)(Input((5, 5, 1))), 'demo.cast')", files)
        let text = String(decoding: files.written["demo.cast"] ?? [], as: UTF8.self)
        let lines = try text.split(separator: "\n").map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
        let head = try #require(lines.first as? [String: Any])
        #expect(head["version"] as? Int == 2)
        let events = lines.dropFirst().compactMap { $0 as? [Any] }
        // One for each picture, and one that shows the cursor again.
        #expect(events.count == 10)
        #expect(events.allSatisfy { $0[1] as? String == "o" })
        let times = events.compactMap { $0[0] as? Double }
        #expect(times == times.sorted() && times.count == 10)
        let height = try #require(head["height"] as? Int)
        for event in events { #expect(((event[2] as? String) ?? "").filter { $0 == "\r\n" }.count < height) }
    }

    @Test func aGIFIsWritten() throws {
        let files = Files()
        let shown = items("animate(Conv2D(1, 3, name='c')(Input((4, 4, 1))), 'demo.gif')", files)
        let file = files.written["demo.gif"] ?? []
        #expect(String(decoding: file.prefix(6), as: UTF8.self) == "GIF89a" && file.last == 0x3B)
        guard case .report(let report)? = shown.last else { throw Missing() }
        #expect((report as? SavedReport)?.sizes.first == 4)
    }
}
