import Language
import Layers

/// A Keras 1 or 2 script in Keras 3: comments and layout stay, only what is old is written anew.
public struct Upgrade {
    /// The script in Keras 3.
    public let text: String
    /// What could not be decided, each with its line.
    public let remarks: [Remark]

    /// Something a person has to look at.
    public struct Remark: Equatable, Sendable {
        /// The line of the old script.
        public let line: Int
        /// What, and why.
        public let message: String
    }

    /// Upgrades a script.
    /// - Throws: `SyntaxFailure` where it cannot be read.
    public init(_ source: SourceText) throws(SyntaxFailure) {
        let statements = try Parser.parse(source, readsShellLines: false, readsOutside: true).map(\.statement)
        var rewriter = CallRewriter(source: source, names: ScriptNames(statements))
        var edits: [Edit] = []
        Upgrade.visit(statements) { statement in edits += rewriter.edits(in: statement) }
        let imports = ImportRewriter(source: source, needs: rewriter.needs, scriptNames: rewriter.names)
        var remarks = rewriter.remarks
        Upgrade.visit(statements) { statement in
            edits += imports.edits(for: statement)
            remarks += imports.remarks(on: statement)
        }
        var lines: [String] = []
        if let operations = rewriter.needs.operations, !rewriter.names.isOperations(operations) {
            lines.append(operations == "ops" ? "from keras import ops" : "from keras import ops as \(operations)")
        }
        if rewriter.needs.wantsKeras, !rewriter.names.hasKeras { lines.append("import keras") }
        if !lines.isEmpty { edits += Upgrade.importing(lines, statements, source) }
        text = Edit.applied(edits, to: source, within: Span(0, source.bytes.count))
        self.remarks = remarks.sorted { $0.line < $1.line }
    }

    private static func visit(_ statements: [Statement], _ body: (Statement) -> Void) {
        for statement in statements {
            body(statement)
            visit(statement.statements, body)
        }
    }

    /// Imports below the last one at the top level of the script.
    private static func importing(_ lines: [String], _ statements: [Statement], _ source: SourceText) -> [Edit] {
        let imports = statements.filter {
            switch $0.kind {
            case .importing, .importingFrom: true
            default: false
            }
        }
        let text = lines.map { $0 + "\n" }.joined()
        guard let last = imports.last else { return [Edit(span: Span(0, 0), replacement: text)] }
        let end = source.bytes[last.span.end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
        let place = end ?? source.bytes.count
        return [Edit(span: Span(place, place), replacement: (end == nil ? "\n" : "") + text)]
    }
}

/// A stretch of source and what takes its place.
struct Edit {
    let span: Span
    let replacement: String

    /// The source within a span after edits that do not overlap.
    static func applied(_ edits: [Edit], to source: SourceText, within span: Span) -> String {
        var result = ""
        var at = span.start
        for edit in edits.sorted(by: { $0.span.start < $1.span.start }) where edit.span.start >= at {
            result += source.text(of: Span(at, edit.span.start)) + edit.replacement
            at = edit.span.end
        }
        return result + source.text(of: Span(at, span.end))
    }
}
