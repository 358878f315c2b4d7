import Language
import Layers

/// Writes imports of old modules and old names anew.
struct ImportRewriter {
    let source: SourceText
    /// What the rewritten calls need.
    let needs: Needs
    /// What the script's names stand for.
    let scriptNames: ScriptNames

    /// What the rest of the script needs imported.
    struct Needs {
        /// The functions that take the place of `merge`.
        var mergeFunctions: [String] = []
        /// Names of layers under which calls were left, and those under which they were written anew.
        var keptNames: Set<String> = []
        var renamed: [String: String] = [:]
        /// The name by which `keras.ops` is wanted; nil where it is not.
        var operations: String?
        /// Whether `keras` itself is wanted.
        var wantsKeras = false
    }

    /// What an import asks for that is nowhere any more.
    func remarks(on statement: Statement) -> [Upgrade.Remark] {
        if case .importing(let modules) = statement.kind {
            return modules.compactMap { gone($0.path, $0.span) ?? engine($0) }
        }
        guard case .importingFrom(let module, let names, _) = statement.kind, module.contains("keras") else {
            return []
        }
        if let gone = gone(module, statement.span) { return [gone] }
        return names.filter { OldModules.gone.contains($0.name) }.map {
            Upgrade.Remark(line: source.lineNumber(of: $0.span.start), message: "Keras 3 has no \($0.name)")
        }
    }

    /// The remark on a module that is gone as a whole; nil for others.
    private func gone(_ module: String, _ span: Span) -> Upgrade.Remark? {
        guard module.contains("keras"),
            let gone = OldModules.goneModules.first(where: { module.hasSuffix("." + $0.key) })
        else { return nil }
        return Upgrade.Remark(
            line: source.lineNumber(of: span.start), message: "Keras 3 has no keras.\(gone.key): \(gone.value)")
    }

    /// The remark on `import keras.engine`, whose names are in several modules today; nil for others.
    private func engine(_ imported: ImportedModule) -> Upgrade.Remark? {
        guard "\(imported.path).".contains("keras.engine.") else { return nil }
        return Upgrade.Remark(
            line: source.lineNumber(of: imported.span.start),
            message: "Keras 3 has no keras.engine: its names are in keras.layers, keras.models and keras.utils")
    }

    /// The edits of an import; none for other statements.
    func edits(for statement: Statement) -> [Edit] {
        switch statement.kind {
        case .importing(let modules): return edits(statement, modules)
        case .importingFrom(let module, let names, let all): return edits(statement, module, names, all)
        default: return []
        }
    }

    /// The edits of `import keras.layers.core, keras.utils.np_utils as np_utils`: no module is left twice.
    private func edits(_ statement: Statement, _ imported: [ImportedModule]) -> [Edit] {
        let old = imported.map { source.text(of: $0.span) }
        let modern = imported.map { modern in
            let path = OldModules.modernPath(modern.path)
            return path == modern.path
                ? source.text(of: modern.span) : modern.alias.map { "\(path) as \($0)" } ?? path
        }
        if modern == old { return [] }
        var seen: Set<String> = []
        let names = modern.filter { seen.insert($0).inserted }
        return [Edit(span: statement.span, replacement: "import \(names.joined(separator: ", "))")]
    }

    private func edits(_ statement: Statement, _ module: String, _ names: [ImportedName], _ all: Bool) -> [Edit] {
        guard module.hasPrefix("keras") || module.hasPrefix("tensorflow") else { return [] }
        if all {
            let modern = OldModules.place(of: "", in: module).module
            return modern == module ? [] : [moduleEdit(statement, module, modern)]
        }
        var places: [(module: String, old: ImportedName, names: [String])] = []
        for item in names {
            let (target, name) = OldModules.place(of: item.name, in: module)
            places.append((target, item, written(item, as: name)))
        }
        let isSame = places.allSatisfy { $0.module == module && $0.names == [ImportRewriter.text($0.old)] }
        if isSame { return [] }
        let modules = Set(places.map(\.module))
        if modules.count == 1, let target = modules.first, places.allSatisfy({ !$0.names.isEmpty }) {
            return (target == module ? [] : [moduleEdit(statement, module, target)])
                + editsInPlace(places.map { ($0.old, $0.names) }, statement)
        }
        return [Edit(span: statement.span, replacement: lines(places, indent: indent(of: statement)))]
    }

    /// The edits of names that stay in one statement; a name that is there already goes, with its comma and what is written
    /// between it and the next one.
    private func editsInPlace(_ items: [(old: ImportedName, names: [String])], _ statement: Statement) -> [Edit] {
        var seen: Set<String> = []
        var edits: [Edit] = []
        for (index, item) in items.enumerated() {
            let names = item.names.filter { seen.insert($0).inserted }
            let span = item.old.span
            if !names.isEmpty {
                guard names != [ImportRewriter.text(item.old)] else { continue }
                edits.append(Edit(span: span, replacement: inPlace(item.old, names)))
            } else if index + 1 < items.count {
                edits.append(Edit(span: Span(span.start, items[index + 1].old.span.start), replacement: ""))
            } else {
                edits.append(Edit(span: lastSpan(items.map(\.old), statement), replacement: ""))
            }
        }
        return edits
    }

    /// What goes with the last name: in brackets the comma behind it, where a comment may follow, else the comma before it.
    private func lastSpan(_ items: [ImportedName], _ statement: Statement) -> Span {
        let last = items[items.count - 1].span
        let rest = source.bytes[last.end..<statement.span.end]
        guard rest.contains(UInt8(ascii: ")")) else { return Span(items[items.count - 2].span.end, last.end) }
        let comma = rest.firstIndex { ![0x20, 0x09].contains($0) }.flatMap {
            rest[$0] == UInt8(ascii: ",") ? $0 + 1 : nil
        }
        return Span(last.start, comma ?? last.end)
    }

    /// The names that take an old one's place; an alias behind it stays where it is.
    private func inPlace(_ old: ImportedName, _ names: [String]) -> String {
        let text = names.joined(separator: ", ")
        guard let alias = old.alias, source.text(of: old.span) == old.name, text.hasSuffix(" as \(alias)") else {
            return text
        }
        return String(text.dropLast(alias.count + 4))
    }

    private static func text(_ item: ImportedName) -> String {
        item.alias.map { "\(item.name) as \($0)" } ?? item.name
    }

    /// The names to import for one old name.
    private func written(_ item: ImportedName, as modern: String) -> [String] {
        if OldModules.gone.contains(item.name) { return [] }
        if item.name == "merge" { return needs.mergeFunctions }
        let local = item.alias ?? item.name
        var names: [String] = []
        if let renamed = needs.renamed[local] {
            names.append(item.alias.map { "\(renamed) as \($0)" } ?? renamed)
            if !needs.keptNames.contains(local) { return names }
        }
        let isOld =
            OldNames.goneNames.contains(item.name)
            || Catalogue.layers[item.name]?.oldSignatures.contains { $0.name == item.name } ?? false
        if names.isEmpty, isOld, !needs.keptNames.contains(local), !scriptNames.used.contains(local),
            let definition = Catalogue.layers[item.name], definition.name != item.name
        {
            return [item.alias.map { "\(definition.name) as \($0)" } ?? definition.name]
        }
        if modern != item.name, let alias = item.alias, alias != modern {
            let name = modern.split(separator: " ").first.map(String.init) ?? modern
            return names + ["\(name) as \(alias)"]
        }
        let last = modern == item.name ? ImportRewriter.text(item) : modern
        return names.contains(last) ? names : names + [last]
    }

    private func lines(_ places: [(module: String, old: ImportedName, names: [String])], indent: String) -> String {
        var order: [String] = []
        var byModule: [String: [String]] = [:]
        var seen: Set<[String]> = []
        for place in places {
            if byModule[place.module] == nil {
                order.append(place.module)
                byModule[place.module] = []
            }
            for name in place.names where seen.insert([place.module, name]).inserted {
                byModule[place.module, default: []].append(name)
            }
        }
        let texts = order.compactMap { module -> String? in
            let names = byModule[module] ?? []
            return names.isEmpty ? nil : "from \(module) import \(names.joined(separator: ", "))"
        }
        return texts.isEmpty ? "pass" : texts.joined(separator: "\n" + indent)
    }

    private func moduleEdit(_ statement: Statement, _ old: String, _ new: String) -> Edit {
        Edit(span: span(of: old, in: statement), replacement: new)
    }

    /// Where the module of an import is written, which may be with blanks around its dots or on several lines.
    private func span(of module: String, in statement: Statement) -> Span {
        var start: Int?
        var end = statement.span.start + "from".utf8.count
        for byte in module.utf8 {
            guard let place = source.bytes[end...].firstIndex(of: byte) else { break }
            start = start ?? place
            end = place + 1
        }
        return Span(start ?? end, end)
    }

    private func indent(of statement: Statement) -> String {
        let blanks = source.bytes[source.lineStart(at: statement.span.start)...].prefix { [0x20, 0x09].contains($0) }
        return String(decoding: blanks, as: UTF8.self)
    }
}
