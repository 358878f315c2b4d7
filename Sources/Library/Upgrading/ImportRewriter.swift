import Language

/// Writes imports of old modules and old names anew.
enum ImportRewriter {
    private static let layerModules = [
        "keras.layers.convolutional", "keras.layers.core", "keras.layers.pooling", "keras.layers.normalization",
        "keras.layers.advanced_activations", "keras.layers.local", "keras.layers.merge", "keras.layers.noise",
    ]

    /// The edits of an import; none for other statements.
    static func edits(for statement: Statement, mergeFunctions: [String]) -> [Edit] {
        guard case .importingFrom(let module, let names, let all) = statement.kind, module.hasPrefix("keras") else {
            return []
        }
        let newModule = layerModules.contains(module) ? "keras.layers" : module
        var written: [String] = []
        for item in names {
            let modern = item.name == "merge" ? mergeFunctions : OldNames.imports[item.name] ?? [item.name]
            for name in modern where !written.contains(name) {
                written.append(item.alias.map { $0 == item.name ? name : "\(name) as \($0)" } ?? name)
            }
        }
        let list = all ? "*" : written.joined(separator: ", ")
        let text = "from \(newModule) import \(list)"
        let isChanged = newModule != module || names.contains { OldNames.imports[$0.name] != nil || $0.name == "merge" }
        return isChanged ? [Edit(span: statement.span, replacement: text)] : []
    }
}
