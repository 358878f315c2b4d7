import Language

/// A method of a class whose text is being typed: what its first parameter, usually `self`, has.
struct TypedMethod {
    /// The code of the bases of the class.
    let bases: [String]
    /// The attributes that the text sets or reads on the object, in their order.
    let fields: [String]
    /// The names of the methods in the text.
    let methods: [String]

    /// The method around a place where an attribute of an object is being typed.
    /// - Parameter object: the code before the dot; nil is returned where it is no method's first parameter.
    init?(in place: CompletionPlace, of object: String) {
        let typed = place.typed
        let words = typed.words.filter { $0.kind != .lineEnd && $0.span.end <= place.start }
        let texts = words.map { typed.text(of: $0) }
        guard let start = texts.lastIndex(of: "class"), start + 1 < texts.count,
            let method = texts.lastIndex(of: "def"), method > start, method + 3 < texts.count,
            texts[method + 3] == object
        else { return nil }
        bases = TypedMethod.bases(texts[(start + 2)...])
        let inside = start..<texts.count
        methods = inside.filter { texts[$0] == "def" && $0 + 1 < texts.count }.map { texts[$0 + 1] }
            .filter { !$0.hasPrefix("__") }
        // The last dot is the one behind which is being typed.
        fields = inside.filter { texts[$0] == object && $0 + 2 < texts.count - 1 && texts[$0 + 1] == "." }
            .map { texts[$0 + 2] }
    }

    /// The bases in `(layers.Layer, Mixin):`.
    private static func bases(_ texts: ArraySlice<String>) -> [String] {
        guard texts.first == "(" else { return [] }
        let inside = texts.dropFirst().prefix { $0 != ")" }
        return inside.split(separator: ",").map { $0.joined() }.filter { !$0.isEmpty && !$0.contains("=") }
    }
}
