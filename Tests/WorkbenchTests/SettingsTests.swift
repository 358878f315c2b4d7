import Language
import Presentation
import Testing

@testable import Workbench

@Suite struct SettingsTests {
    private func run(_ code: String) -> (session: Session, shown: [String]) {
        var shown: [String] = []
        let session = Session()
        session.receive = { shown.append(TextWriter(renderer: .plain(), showsPlaces: false).text($0)) }
        _ = session.run(SourceText(name: "test", code))
        return (session, shown)
    }

    @Test func setChangesHowPicturesAreDrawn() {
        let (session, _) = run("%set colours magma\n%set pixels sixel\n%set background light")
        let renderer = session.display.applied(to: .plain())
        #expect(renderer.colourMap.name == "magma")
        #expect(renderer.pictureStyle == .sixel)
        #expect(renderer.background == .light)
    }

    @Test func setAloneListsAllSettings() {
        let (_, shown) = run("%set")
        let text = shown.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for setting in Setting.all { #expect(text.contains("\(setting.name) ")) }
        #expect(text.contains("colours auto The colours of data without a sign. (auto, viridis, magma, cividis, grey,"))
    }

    @Test func unknownNamesAndValuesAreRefused() {
        #expect(run("%set colour magma").shown.first?.contains("did you mean 'colours'?") == true)
        #expect(run("%set colours magna").shown.first?.contains("did you mean 'magma'?") == true)
        #expect(run("%set colours magma grey").shown.first?.contains("one value") == true)
    }

    @Test func autoTakesAChoiceBack() {
        let (session, _) = run("%set pixels kitty\n%set pixels auto")
        #expect(session.display == DisplaySettings())
    }
}
