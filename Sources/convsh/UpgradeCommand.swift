import Language
import Library
import LineEditing

/// `convsh upgrade FILE`: a Keras 1 or 2 script in Keras 3, on standard output; what could not be decided on standard error.
enum UpgradeCommand {
    /// Runs it and answers the exit status.
    static func run(_ arguments: [String]) -> Int32 {
        guard arguments.count == 1, let path = arguments.first, !path.hasPrefix("-") else {
            FileOutput.complain("Usage: convsh upgrade FILE")
            return 2
        }
        let source: SourceText
        do { source = SourceText(name: path, try ScriptFile.read(path: path)) } catch {
            FileOutput.complain("convsh: \(error)")
            return 2
        }
        do throws(SyntaxFailure) {
            let upgrade = try Upgrade(source)
            _ = FileOutput.write(upgrade.text)
            for remark in upgrade.remarks { FileOutput.complain("\(path):\(remark.line): \(remark.message)") }
            return 0
        } catch {
            let (line, column) = source.position(of: error.span.start)
            FileOutput.complain("\(path):\(line):\(column): \(error.className): \(error.message)")
            return 1
        }
    }
}
