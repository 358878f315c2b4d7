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
        guard case .importingFrom(let module, let names, _) = statement.kind, module.contains("keras") else {
            return []
        }
        if let gone = OldModules.goneModules.first(where: { module.hasSuffix("." + $0.key) }) {
            let line = source.lineNumber(of: statement.span.start)
            return [Upgrade.Remark(line: line, message: "Keras 3 has no keras.\(gone.key): \(gone.value)")]
        }
        return names.filter { OldModules.gone.contains($0.name) }.map {
            Upgrade.Remark(line: source.lineNumber(of: $0.span.start), message: "Keras 3 has no \($0.name)")
        }
    }

    /// The edits of an import; none for other statements.
    func edits(for statement: Statement) -> [Edit] {
        switch statement.kind {
        case .importing(let modules): return modules.compactMap(edit)
        case .importingFrom(let module, let names, let all): return edits(statement, module, names, all)
        default: return []
        }
    }

    private func edit(_ imported: ImportedModule) -> Edit? {
        guard imported.path.hasPrefix("keras."), imported.alias != nil else { return nil }
        let modern = "keras." + OldModules.modern(String(imported.path.dropFirst("keras.".count)))
        return modern == imported.path ? nil : Edit(span: imported.span, replacement: modern)
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
        let written = places.flatMap(\.names)
        if modules.count == 1, let target = modules.first, places.allSatisfy({ !$0.names.isEmpty }),
            Set(written).count == written.count
        {
            return (target == module ? [] : [moduleEdit(statement, module, target)])
                + places.filter { $0.names != [ImportRewriter.text($0.old)] }
                .map { Edit(span: $0.old.span, replacement: inPlace($0.old, $0.names)) }
        }
        return [Edit(span: statement.span, replacement: lines(places, indent: indent(of: statement)))]
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
