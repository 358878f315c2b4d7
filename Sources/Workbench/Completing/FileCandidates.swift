import Library

/// Files and folders whose path begins with what was typed.
enum FileCandidates {
    /// The candidates, folders with a slash behind their name, of which nothing follows.
    /// - Parameters:
    ///   - text: what was typed of the path.
    ///   - suffix: what follows a file's name.
    ///   - wanted: whether a file of that name is one; folders always are.
    static func words(
        _ text: String, suffix: Character?, _ files: FileAccess, of wanted: (String) -> Bool = { _ in true }
    ) -> [Completions.Word] {
        let cut = text.lastIndex(of: "/").map { text.index(after: $0) } ?? text.startIndex
        let (folder, beginning) = (String(text[..<cut]), text[cut...])
        let names = files.names(folder.isEmpty ? "." : folder) ?? []
        let matching = names.filter { $0.hasPrefix(beginning) && ($0.hasPrefix(".") == beginning.hasPrefix(".")) }
        return matching.sorted().compactMap { name in
            let isFolder = files.kind(folder + name) == .folder
            guard isFolder || wanted(name) else { return nil }
            let slash = isFolder ? "/" : ""
            return Completions.Word(folder + name + slash, suffix: isFolder ? nil : suffix, shown: name + slash)
        }
    }
}
