import Language
import Library
import Presentation

@testable import Workbench

/// A session with a lesson, and what it showed.
final class Pupil {
    /// What is taught where no other lesson is given.
    static let lesson = """
        # A lesson
        # Text in
        # two lines.

        x = Input((28, 28, 1));
        a = Conv2D(8, 3, strides=2)(x);
        ask("Rows?", a.shape[1], hint="count")
        b = Conv2D(8, 3, padding="same")(a);
        ask("Shape?", b.shape)
        task("Make 14 rows.", lambda y: y.shape[1] == 14, "Conv2D(8, 3, strides=2, padding='same')(x)")
        # The end.
        """

    let session: Session
    private(set) var shown: [String] = []
    private let records = Records()

    final class Records: @unchecked Sendable { var text = "" }

    init(_ text: String = Pupil.lesson, records: String = "") {
        session = Session()
        self.records.text = records
        session.isInteractive = true
        session.library.files.readText = { _ in text }
        session.lessons = LessonShelf(
            files: { [("first", "lessons/01-first.conv")] }, records: { [records = self.records] in records.text },
            add: { [records = self.records] in records.text += $0 + "\n" })
        session.receive = { [unowned self] item in
            shown.append(TextWriter(renderer: .plain(), showsPlaces: false).text(item))
        }
    }

    /// Types a line; answers what it showed.
    @discardableResult func type(_ line: String) -> String {
        shown = []
        _ = session.take(SourceText(name: "typed", line))
        return shown.joined()
    }

    var progress: String { records.text }
}
