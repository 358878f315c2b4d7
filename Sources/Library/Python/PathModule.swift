import Interpreter

/// The module `os.path`: names of files, taken apart and put together, and what is there.
enum PathModule {
    /// - Parameter prelude: where the functions are that are written in the language.
    static func make(_ library: LibraryContext, _ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "os.path", documentation: "Names of files.", memberNames: Prelude.names(of: "os.path")
        ) { prelude?.member($0, of: "os.path") ?? Placeholder.member($0, of: "os.path") }
        for (name, text) in [("sep", "/"), ("curdir", "."), ("pardir", ".."), ("extsep", "."), ("pathsep", ":")] {
            module[name] = .string(text)
        }
        module.add([
            .python("join(a, *p)", "One name behind the other.") { arguments, interpreter in
                var result = ""
                for (place, value) in arguments.allPositional.enumerated() {
                    let part = try PathText.of(value, interpreter)
                    if place == 0 || part.hasPrefix("/") {
                        result = part
                    } else {
                        result += (result.isEmpty || result.hasSuffix("/") ? "" : "/") + part
                    }
                }
                return .string(result)
            }
        ])
        module.add(
            names(library).map { signature, documentation, function in
                .python(signature, documentation) { arguments, interpreter in
                    function(try arguments.path(0, interpreter))
                }
            })
        module.add(
            questions(library).map { signature, documentation, holds in
                .python(signature, documentation) { arguments, interpreter in
                    // No file has a null character in its name.
                    if case .string(let name) = arguments[0], name.unicodeScalars.contains("\0") { return .bool(false) }
                    return .bool(holds(try arguments.path(0, interpreter)))
                }
            })
        module.add(
            facts.map { signature, documentation, fact in
                .python(signature, documentation) { arguments, interpreter in
                    let path = try arguments.path(0, interpreter)
                    guard let facts = library.files.facts(path) else { throw RaisedError.system(2, path) }
                    return fact(facts)
                }
            })
        return module
    }

    private typealias Function = (signature: String, documentation: String, body: (String) -> Value)

    /// What is read off a name.
    private static func names(_ library: LibraryContext) -> [Function] {
        [
            ("basename(p)", "The last part of a name.", { .string(split($0).name) }),
            ("dirname(p)", "The folder of a name.", { .string(split($0).folder) }),
            ("split(p)", "Folder and last part.", { .tuple([.string(split($0).folder), .string(split($0).name)]) }),
            (
                "splitext(p)", "The name without its ending, and the ending.",
                { .tuple(extensionSplit($0).map(Value.string)) }
            ),
            ("isabs(s)", "Whether a name begins at the root.", { .bool($0.hasPrefix("/")) }),
            ("abspath(path)", "The name from the root on.", { .string(absolute($0, library)) }),
            (
                "realpath(filename, *, !strict=False)", "The name from the root on.",
                { .string(absolute($0, library)) }
            ),
            ("normpath(path)", "The name without `.`, `..` and doubled slashes.", { .string(normal($0)) }),
            (
                "expanduser(path)", "The name with a person's own folder for `~`.",
                { path in
                    guard path == "~" || path.hasPrefix("~/"), let home = library.files.home() else {
                        return .string(path)
                    }
                    return .string(home + path.dropFirst())
                }
            ),
        ]
    }

    /// What is there.
    private static func questions(_ library: LibraryContext) -> [(String, String, (String) -> Bool)] {
        [
            ("exists(path)", "Whether there is such a file or folder.", { library.files.kind($0) != nil }),
            ("lexists(path)", "Whether there is such a file or folder.", { library.files.kind($0) != nil }),
            ("isfile(path)", "Whether there is such a file.", { library.files.kind($0) == .file }),
            ("isdir(s)", "Whether there is such a folder.", { library.files.kind($0) == .folder }),
        ]
    }

    private static let facts: [(String, String, @Sendable (FileAccess.Facts) -> Value)] = [
        ("getsize(filename)", "The bytes of a file.", { .int($0.size) }),
        ("getmtime(filename)", "When a file was last changed, in seconds since 1970.", { .float($0.modified) }),
    ]

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        let folder = path[...slash]
        let name = String(path[path.index(after: slash)...])
        let isRoot = folder.allSatisfy { $0 == "/" }
        return (isRoot ? String(folder) : String(folder.reversed().drop { $0 == "/" }.reversed()), name)
    }

    private static func extensionSplit(_ path: String) -> [String] {
        let name = split(path).name
        guard let dot = name.lastIndex(of: "."), !name[..<dot].allSatisfy({ $0 == "." }) else { return [path, ""] }
        let tail = String(name[dot...])
        return [String(path.dropLast(tail.count)), tail]
    }

    /// A name from the root on.
    private static func absolute(_ path: String, _ library: LibraryContext) -> String {
        normal(path.hasPrefix("/") ? path : library.files.folder() + "/" + path)
    }

    /// A name without `.`, `..` and doubled slashes.
    private static func normal(_ path: String) -> String {
        guard !path.isEmpty else { return "." }
        // Two slashes at the beginning stay, three are one.
        let slashes = path.prefix { $0 == "/" }.count
        let root = slashes == 2 ? "//" : (slashes > 0 ? "/" : "")
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." || parts.isEmpty && root.isEmpty || parts.last == ".." {
                parts.append(part)
            } else if !parts.isEmpty {
                parts.removeLast()
            }
        }
        let result = root + parts.joined(separator: "/")
        return result.isEmpty ? "." : result
    }
}
