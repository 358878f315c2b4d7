import ArgumentParser
import Language
import Library
import LineEditing
import Upgrading

/// `convsh upgrade FILE`: a Keras 1 or 2 script in Keras 3, on standard output; what could not be decided on standard error.
struct UpgradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade", _superCommandName: "convsh",
        abstract: "Print a Keras 1 or 2 script in Keras 3, layout and comments kept.")

    @ArgumentParser.Argument(
        help: ArgumentHelp("A Keras 1 or 2 script; - for standard input.", valueName: "file"),
        completion: .file(extensions: ["py", "conv"]))
    var file: String

    mutating func run() {
        endProcess(status())
    }

    /// Prints the upgraded script and returns the exit status.
    private func status() -> Int32 {
        let source: SourceText
        do {
            source =
                file == "-"
                ? SourceText(name: "<stdin>", try PlainLineSource().readText())
                : SourceText(name: file, try ScriptFile.read(path: file))
        } catch {
            FileOutput.complain("convsh: \(error)")
            return 2
        }
        do throws(SyntaxFailure) {
            let upgrade = try Upgrade(source)
            _ = FileOutput.write(upgrade.text)
            for remark in upgrade.remarks { FileOutput.complain("\(source.name):\(remark.line): \(remark.message)") }
            return 0
        } catch {
            FileOutput.complain(error.description(in: source))
            return 1
        }
    }
}
