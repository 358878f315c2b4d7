import Inspection
import Presentation

/// A report that can be shown: in lines for a person, and as an object for programs.
///
/// Each type of report conforms in one file of this folder.
public protocol DisplayedReport: Report {
    /// The lines, in the renderer's characters and within its width where that is possible.
    func lines(_ renderer: Renderer) -> [StyledText]

    /// The members of its object in JSON; `kind` comes first.
    var json: JSONText.Members { get }
}
