import Library

/// Files and folders whose path begins with what was typed.
enum FileCandidates {
    /// The candidates, folders with a slash behind their name, of which nothing follows.
    /// - Parameters:
    ///   - text: what was typed of the path.
    ///   - suffix: what follows a file's name.
    static func words(_ text: String, suffix: Character?, _ files: FileAccess) -> [Completions.Word] {
        let cut = text.lastIndex(of: "/").map { text.index(after: $0) } ?? text.startIndex
        let (folder, beginning) = (String(text[..<cut]), text[cut...])
        let names = files.names(folder.isEmpty ? "." : folder) ?? []
        return names.filter { $0.hasPrefix(beginning) && ($0.hasPrefix(".") == beginning.hasPrefix(".")) }.sorted().map
        {
            name in
            let isFolder = files.kind(folder + name) == .folder
            return Completions.Word(
                folder + name + (isFolder ? "/" : ""), suffix: isFolder ? nil : suffix,
                shown: name + (isFolder ? "/" : ""))
        }
    }
}
