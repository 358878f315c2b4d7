import Inspection
import Interpreter
import Language

/// `upgrade("old.py")`: a Keras 1 or 2 script in Keras 3.
enum UpgradeFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(
            "upgrade", parameters: ["file"],
            documentation: "Shows a Keras 1 or 2 script in Keras 3, and lists what could not be decided."
        ) { arguments, _ throws(RaisedError) in
            guard case .string(let path) = try arguments.required(0, "file", of: "upgrade") else {
                throw RaisedError(.typeError, "upgrade() takes the name of a file")
            }
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
