import Language

/// What a function or a class annotates. It is worked out when something first asks for it, so that annotations cost nothing
/// and may name what is not there.
public final class Annotations {
    private let compute: () throws(RaisedError) -> [(String, Value)]
    private var known: DictObject?

    init(_ compute: @escaping () throws(RaisedError) -> [(String, Value)]) { self.compute = compute }

    /// The annotations by name, as `__annotations__` answers them.
    func dictionary() throws(RaisedError) -> DictObject {
        if let known { return known }
        let made = DictObject(try compute())
        known = made
        return made
    }
}

extension Compiler {
    /// Code that makes the annotations of a function or a class; nil where there are none.
    func annotations(_ written: [Annotation]) throws(RaisedError) -> ((Frame) -> Annotations)? {
        guard !written.isEmpty else { return nil }
        var parts: [(name: String, text: String, evaluate: Evaluate)] = []
        for annotation in written {
            let expression = annotation.expression
            let evaluate = located(expression.span, try compile(expression))
            parts.append((annotation.name, source.text(of: expression.span), evaluate))
        }
        let (namespace, list) = (namespace, parts)
        return { frame in
            Annotations { () throws(RaisedError) in
                var result: [(String, Value)] = []
                for part in list {
                    let value = namespace.keepsAnnotationTexts ? Value.string(part.text) : try part.evaluate(frame)
                    result.append((part.name, value))
                }
                return result
            }
        }
    }
}
