import LineEditing
import Workbench

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The lessons that come with the program, and the record of what a person has done in them.
enum LessonFolder {
    /// Lessons in the first folder that has any; progress in `$XDG_STATE_HOME/convsh/lessons`.
    static func shelf() -> LessonShelf {
        let record = UserFiles.state("lessons").map { SharedFile(path: $0, purpose: "the progress in lessons") }
        var shelf = LessonShelf(
            files: { folders().lazy.map(lessons).first { !$0.isEmpty } ?? [] },
            records: { (try? record?.load()) ?? "" },
            add: { try record?.append($0 + "\n") })
        shelf.keepsRecords = record != nil
        return shelf
    }

    /// Where lessons may be: `$CONVSH_LESSONS`; share/convsh/lessons beside the program's bin; Scripts/lessons of the
    /// repository in which the program was built.
    private static func folders() -> [String] {
        var folders = Terminal.variable("CONVSH_LESSONS").map { [$0] } ?? []
        guard let program = programPath() else { return folders }
        var parts = program.split(separator: "/").map(String.init).dropLast()
        if parts.last == "bin" {
            folders.append("/" + (parts.dropLast() + ["share/convsh/lessons"]).joined(separator: "/"))
        }
        while !parts.isEmpty {
            folders.append("/" + (parts + ["Scripts/lessons"]).joined(separator: "/"))
            parts.removeLast()
        }
        return folders
    }

    private static func programPath() -> String? {
        #if os(Linux)
            let link = "/proc/self/exe"
        #else
            let link = CommandLine.arguments[0]
        #endif
        guard let path = realpath(link, nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// The lessons of a folder: files that end in `.conv`, in the order of their names.
    private static func lessons(in folder: String) -> [(name: String, path: String)] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var files: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".conv") { files.append(name) }
        }
        return files.sorted().map { (LessonName.of($0), "\(folder)/\($0)") }
    }
}
