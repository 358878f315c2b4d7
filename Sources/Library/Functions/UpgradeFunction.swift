import Inspection
import Interpreter
import Language
import Upgrading

/// `upgrade("old.py")`: a Keras 1 or 2 script in Keras 3.
enum UpgradeFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "upgrade(file)", "Shows a Keras 1 or 2 script in Keras 3, and lists what could not be decided."
        ) { arguments, _ in
            let path = try arguments.string(0)
            let source = SourceText(name: path, try library.text(of: path))
            do throws(SyntaxFailure) {
                let upgrade = try Upgrade(source)
                library.emit(TextReport(upgrade.text))
                for remark in upgrade.remarks { library.note(.text("\(path):\(remark.line): \(remark.message)")) }
            } catch { throw RaisedError(error, in: source) }
            return .none
        }
    }
}
