import Language
import LineEditing
import Workbench

/// The script with which every shell begins: settings, imports and functions of one's own.
enum Configuration {
    /// Runs the script, if there is one; a failure in it is shown, and the shell starts all the same.
    static func run(in session: Session, _ output: Output) {
        guard let path = UserFiles.configuration(), DataFile.isFile(path) else { return }
        let text: String
        do { text = try ScriptFile.read(path: path) } catch { return output.complain("convsh: \(error)") }
        let showsResults = session.options.showsResults
        session.options.showsResults = false
        _ = session.run(SourceText(name: path, text))
        session.options.showsResults = showsResults
        session.beginHere()
    }
}
