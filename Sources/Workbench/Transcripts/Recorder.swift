import Interpreter
import Presentation

/// Collects a transcript of a session while it goes on.
final class Recorder {
    /// The file it is for.
    let path: String
    /// The transcript so far.
    private(set) var text = ""
    private var marker = ResultMarker()
    private var shown = ""

    /// - Parameter entries: what the recorded statements stand on; it comes first, without results.
    init(path: String, after entries: [Session.Entry]) {
        self.path = path
        for entry in entries where entry.isRepeatable { text += entry.code + "\n" }
    }

    /// Takes what a statement shows, drawn as a person chose it.
    func add(_ item: OutcomeItem, _ display: DisplaySettings) {
        var writer = TextWriter(renderer: display.applied(to: .plain()), showsPlaces: false)
        writer.showsNumbers = false
        shown += marker.add(writer.text(item))
    }

    /// Forgets what was shown that belongs to no statement.
    func forgetShown() {
        _ = marker.finish()
        shown = ""
    }

    /// Takes back what was recorded since the transcript was this.
    func takeBack(to text: String) {
        forgetShown()
        self.text = text
    }

    /// Ends a statement: it and what it showed join the transcript, unless it failed.
    func finish(_ code: String, hasFailed: Bool) {
        shown += marker.finish()
        if !hasFailed { text += code + "\n" + shown }
        shown = ""
    }
}
