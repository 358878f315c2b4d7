import Interpreter

/// The files a script may read and write; whoever makes the session decides how.
public struct FileAccess: Sendable {
    /// What is at a path.
    public enum Kind: Sendable { case file, folder }

    /// What is at a path; nil for nothing.
    public var kind: @Sendable (_ path: String) -> Kind?
    /// The names of what is in a folder; nil where there is no such folder.
    public var names: @Sendable (_ folder: String) -> [String]?
    /// Reads all bytes of a file.
    public var read: @Sendable (_ path: String) throws -> [UInt8]
    /// Reads a file of UTF-8 text.
    public var readText: @Sendable (_ path: String) throws -> String
    /// Writes a file, in place of one that is there.
    public var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void

    /// A change of what there is, apart from writing.
    public enum Change: Sendable {
        case makeFolder(String, mode: Int)
        case removeFile(String)
        case removeFolder(String)
        case move(String, to: String)
    }

    /// What is known of a file or folder.
    public struct Facts: Sendable {
        /// Its bytes.
        public let size: Int
        /// When it was last changed, in seconds since 1970.
        public let modified: Double
        /// The system's number for its kind and permissions.
        public let mode: Int

        /// Facts as the system has them.
        public init(size: Int, modified: Double, mode: Int) {
            (self.size, self.modified, self.mode) = (size, modified, mode)
        }
    }

    /// Makes a change. Answers the system's error number; 0 where it is done, 1 where nothing may be changed.
    public var change: @Sendable (Change) -> Int32 = { _ in 1 }
    /// What is known of what is at a path; nil where there is nothing.
    public var facts: @Sendable (_ path: String) -> Facts? = { _ in nil }
    /// Whether what is at a path may be read (4), written (2), run (1), or is there at all (0).
    public var mayUse: @Sendable (_ path: String, _ mode: Int) -> Bool = { _, _ in false }
    /// A person's own folder; nil where there is none.
    public var home: @Sendable () -> String? = { nil }
    /// The variables of the environment.
    public var environment: @Sendable () -> [String: String] = { [:] }
    /// The folder from which relative paths count.
    public var folder: @Sendable () -> String = { "." }
    /// The folder of a person's Keras, `~/.keras`; nil where there is none.
    public var kerasFolder: @Sendable () -> String? = { nil }
    /// Goes to another folder; `~` stands for home.
    public var changeFolder: @Sendable (_ path: String) throws -> Void = { _ in throw FilesAreUnavailable() }

    /// Files as the functions have them.
    public init(
        kind: @escaping @Sendable (_ path: String) -> Kind?,
        names: @escaping @Sendable (_ folder: String) -> [String]? = { _ in nil },
        read: @escaping @Sendable (_ path: String) throws -> [UInt8],
        readText: @escaping @Sendable (_ path: String) throws -> String,
        write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
    ) {
        self.kind = kind
        self.names = names
        self.read = read
        self.readText = readText
        self.write = write
    }

    /// No files at all.
    public static let none = FileAccess(
        kind: { _ in nil }, read: { _ in throw FilesAreUnavailable() }, readText: { _ in throw FilesAreUnavailable() },
        write: { _, _ in throw FilesAreUnavailable() })
}

/// The error for sessions without access to files.
private struct FilesAreUnavailable: Error, CustomStringConvertible {
    var description: String { "files cannot be read here" }
}

extension LibraryContext {
    /// Reads a text file.
    /// - Throws: FileNotFoundError with the system's reason.
    public func text(of path: String) throws(RaisedError) -> String {
        do { return try files.readText(path) } catch { throw RaisedError(.fileNotFoundError, "\(error)") }
    }

    /// Reads the bytes of a file.
    /// - Throws: FileNotFoundError with the system's reason.
    public func bytes(of path: String) throws(RaisedError) -> [UInt8] {
        do { return try files.read(path) } catch { throw RaisedError(.fileNotFoundError, "\(error)") }
    }

    /// Writes a file.
    /// - Throws: OSError with the system's reason.
    public func write(_ bytes: [UInt8], to path: String) throws(RaisedError) {
        do { try files.write(path, bytes) } catch { throw RaisedError(.osError, "\(error)") }
    }
}
