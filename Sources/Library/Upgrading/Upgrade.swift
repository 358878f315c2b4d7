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
        let statements = try Parser.parse(source, readsShellLines: false)
        var rewriter = CallRewriter(source: source)
        var edits: [Edit] = []
        Upgrade.visit(statements.map(\.statement)) { statement in
            for expression in statement.expressions { edits += rewriter.edits(in: expression) }
        }
        let mergeFunctions = rewriter.mergeFunctions
        Upgrade.visit(statements.map(\.statement)) { statement in
            edits += ImportRewriter.edits(for: statement, mergeFunctions: mergeFunctions)
        }
        text = Edit.applied(edits, to: source, within: Span(0, source.bytes.count))
        remarks = rewriter.remarks.sorted { $0.line < $1.line }
    }

    private static func visit(_ statements: [Statement], _ body: (Statement) -> Void) {
        for statement in statements {
            body(statement)
            visit(statement.statements, body)
        }
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
