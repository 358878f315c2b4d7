/// The package that a script is a file of, by the folders around it.
///
/// Python knows it where the script is started as `python -m package.script`, or where the folder above is on its path.
struct PackageAround {
    /// The dotted name of the package: `models.blocks` for `project/models/blocks/unet.py`.
    let name: String
    /// The folder that holds the package.
    let root: String

    /// The package around a folder. A folder without `__init__.py` is a package by itself.
    /// - Parameters:
    ///   - folder: the script's folder, an absolute path.
    ///   - isFile: whether there is a file at a path.
    init?(of folder: String, isFile: (String) -> Bool) {
        var (parts, rest) = ([String](), folder[...])
        repeat {
            guard let slash = rest.lastIndex(of: "/"), rest[slash...].count > 1 else { break }
            parts.insert(String(rest[rest.index(after: slash)...]), at: 0)
            rest = rest[..<slash]
        } while isFile("\(rest)/__init__.py")
        guard !parts.isEmpty else { return nil }
        name = parts.joined(separator: ".")
        root = rest.isEmpty ? "/" : String(rest)
    }

    /// The folders around a folder, the nearest first, in which its project may have packages.
    static func folders(around folder: String) -> [String] {
        var (result, rest) = ([String](), folder[...])
        while result.count < 3, let slash = rest.lastIndex(of: "/"), slash != rest.startIndex {
            rest = rest[..<slash]
            result.append(String(rest))
        }
        return result
    }
}
