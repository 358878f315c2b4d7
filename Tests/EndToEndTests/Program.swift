import CPty
import Foundation

/// A program that the package builds.
struct Program {
    /// Where it is.
    let path: String

    /// The program of that name beside the tests, or the one that `CONVSH_BINARIES`, a folder, has.
    init(_ name: String) {
        path = Program.folder + "/" + name
    }

    /// convsh itself.
    static let convsh = Program("convsh")
    /// The small program that only edits lines.
    static let editorProbe = Program("EditorProbe")

    private static let folder: String = {
        if let folder = ProcessInfo.processInfo.environment["CONVSH_BINARIES"] { return folder }
        for argument in CommandLine.arguments {
            if let end = argument.range(of: ".xctest"), let slash = argument[..<end.lowerBound].lastIndex(of: "/") {
                return String(argument[..<slash])
            }
        }
        return packageFolder + "/.build/debug"
    }()

    /// The repository.
    static let packageFolder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// What a run without a terminal yielded.
    struct Result: Equatable {
        /// The exit status; 256 + n if signal n ended the program.
        var status: Int32
        /// What it wrote to standard output.
        var output: String
        /// What it wrote to standard error.
        var error: String
    }

    /// Runs the program to its end, with `input` on a pipe or, if it is long, from a file.
    func run(
        _ arguments: [String] = [], input: String = "", bytes: [UInt8]? = nil, environment: [String: String] = [:]
    ) throws -> Result {
        let folder = try TemporaryFolder()
        let (output, error) = (folder.path + "/output", folder.path + "/error")
        let inputFile = folder.path + "/input"
        try Data(bytes ?? Array(input.utf8)).write(to: URL(fileURLWithPath: inputFile))
        let descriptors = [
            open(inputFile, O_RDONLY), open(output, O_WRONLY | O_CREAT, 0o600), open(error, O_WRONLY | O_CREAT, 0o600),
        ]
        let child = withArguments(arguments, environment, home: folder.path) { argv, envp in
            cpty_spawn_plain(path, argv, envp, descriptors[0], descriptors[1], descriptors[2])
        }
        descriptors.forEach { close($0) }
        let status = cpty_wait(child, 300_000)
        if status < 0 { kill(child, SIGKILL) }
        return Result(status: status, output: try read(output), error: try read(error))
    }

    /// Starts the program without a terminal, its output in files of `folder`.
    func start(_ arguments: [String], in folder: TemporaryFolder) -> pid_t {
        let null = open("/dev/null", O_RDONLY)
        let output = open(folder.path + "/output", O_WRONLY | O_CREAT, 0o600)
        defer {
            close(null)
            close(output)
        }
        return withArguments(arguments, [:], home: folder.path) { argv, envp in
            cpty_spawn_plain(path, argv, envp, null, output, output)
        }
    }

    private func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    /// The arguments and the environment as C wants them. The environment is small and the same everywhere.
    func withArguments<Answer>(
        _ arguments: [String], _ environment: [String: String], home: String,
        _ body: ([UnsafeMutablePointer<CChar>?], [UnsafeMutablePointer<CChar>?]) -> Answer
    ) -> Answer {
        var variables = ["HOME": home, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null"]
        variables.merge(environment) { $1 }
        let argv = ([path] + arguments).map { strdup($0) } + [nil]
        let envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        return body(argv, envp)
    }
}

/// A folder that is gone when its value is.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/convsh-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
