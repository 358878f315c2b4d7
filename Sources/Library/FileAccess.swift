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
