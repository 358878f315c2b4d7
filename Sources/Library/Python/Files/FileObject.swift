import Interpreter

/// An open file, or a text or bytes in memory that are read and written like one. What it holds is read when it is opened, and written
/// when it is closed, and after each statement.
final class FileObject: HostObject {
    let typeObject: TypeObject
    let mode: OpenMode
    /// How text is written; nil for a file of bytes.
    let codec: TextCodec?
    /// The name of that encoding.
    let encoding: String
    /// What ends lines: nil translates the ends that there are, an empty text leaves them.
    let newline: String?
    /// The path; nil in memory.
    let path: String?
    /// What it holds: text as UTF-8.
    private(set) var content: [UInt8] = []
    var position = 0
    private(set) var isClosed = false
    private var isChanged = false
    private let library: LibraryContext?

    /// A text or bytes in memory.
    init(_ content: [UInt8], isText: Bool, _ type: TypeObject) throws(RaisedError) {
        typeObject = type
        mode = try OpenMode(isText ? "r+" : "rb+")
        codec = isText ? try TextCodec() : nil
        (encoding, newline, path, library) = ("utf-8", "", nil, nil)
        self.content = content
    }

    /// Opens a file.
    /// - Throws: what the system refuses, as Python words it.
    init(
        _ path: String, _ mode: OpenMode, encoding: String?, errors: String?, newline: String?,
        _ library: LibraryContext
    ) throws(RaisedError) {
        typeObject = FileMethods.type(mode.className)
        self.mode = mode
        codec = mode.isBinary ? nil : try TextCodec(encoding ?? "utf-8", errors: errors ?? "strict")
        self.encoding = encoding ?? "UTF-8"
        self.newline = newline
        self.path = path
        self.library = library
        try load(from: path, library)
        library.opened(self)
    }

    /// A file that nobody holds any more is written; where that fails, there is nobody to be told but the person.
    deinit {
        do throws(RaisedError) { try flush() } catch {
            library?.note(.text("\(path ?? "") was not written: \(error.exception.message)"))
        }
    }

    private func load(from path: String, _ library: LibraryContext) throws(RaisedError) {
        let kind = library.files.kind(path)
        if kind == .folder { throw RaisedError.system(21, path) }
        if mode.creates, kind != nil { throw RaisedError.system(17, path) }
        if kind == .file, !mode.truncates {
            let bytes: [UInt8]
            do { bytes = try library.files.read(path) } catch { throw RaisedError.refused(error, path) }
            content = try text(of: bytes)
        } else if !mode.writes {
            throw RaisedError.system(2, path)
        } else {
            try store([], at: path, library)
        }
        if mode.appends { position = content.count }
    }

    /// The bytes of a file as they are held, with the ends of lines translated.
    private func text(of bytes: [UInt8]) throws(RaisedError) -> [UInt8] {
        guard let codec else { return bytes }
        let text = Array(try codec.text(of: bytes).utf8)
        guard newline == nil, text.contains(13) else { return text }
        var result: [UInt8] = []
        for (place, byte) in text.enumerated() where !(byte == 10 && place > 0 && text[place - 1] == 13) {
            result.append(byte == 13 ? 10 : byte)
        }
        return result
    }

    private func store(_ bytes: [UInt8], at path: String, _ library: LibraryContext) throws(RaisedError) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        if folder != ".", library.files.kind(folder) == nil { throw RaisedError.system(2, path) }
        do { try library.files.write(path, bytes) } catch { throw RaisedError.refused(error, path) }
    }

    // MARK: Reading

    /// The next bytes, at most so many: characters where it is text.
    func read(_ count: Int?) -> [UInt8] {
        guard position < content.count else { return [] }
        var end = content.count
        if let count, count >= 0 {
            end = position
            if codec == nil {
                end = min(content.count, position + min(count, content.count))
            } else {
                for _ in 0..<min(count, content.count) where end < content.count { end = nextCharacter(after: end) }
            }
        }
        defer { position = end }
        return Array(content[position..<end])
    }

    private func nextCharacter(after place: Int) -> Int {
        var next = place + 1
        while next < content.count, content[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }

    /// The next line with its end; empty where there is none.
    func readLine() -> [UInt8] {
        guard position < content.count else { return [] }
        var end = content[position...].firstIndex { $0 == 10 || $0 == 13 && codec != nil } ?? content.count - 1
        // Where ends are left as they are, a carriage return ends a line too.
        if content[end] == 13, end + 1 < content.count, content[end + 1] == 10 { end += 1 }
        defer { position = end + 1 }
        return Array(content[position...end])
    }

    // MARK: Writing

    /// Writes bytes, text as UTF-8, in place of what is there.
    func write(_ bytes: [UInt8]) throws(RaisedError) {
        if mode.appends { position = content.count }
        if position > content.count { content += [UInt8](repeating: 0, count: position - content.count) }
        let end = min(content.count, position + bytes.count)
        content.replaceSubrange(position..<end, with: bytes)
        position += bytes.count
        isChanged = true
    }

    func truncate(to size: Int) {
        content = Array(content.prefix(size)) + [UInt8](repeating: 0, count: max(0, size - content.count))
        isChanged = true
    }

    /// Writes what was changed to the file.
    func flush() throws(RaisedError) {
        guard isChanged, let path, let library else { return }
        isChanged = false
        var bytes = content
        if let codec { bytes = try codec.bytes(of: String(decoding: content, as: UTF8.self)) }
        try store(bytes, at: path, library)
    }

    func close() throws(RaisedError) {
        guard !isClosed else { return }
        isClosed = true
        library?.closed(self)
        try flush()
    }

    /// Refuses what cannot be done with a closed file.
    /// - Parameter action: what is done, as Python names it for files of bytes.
    func requireOpen(_ action: String) throws(RaisedError) {
        guard isClosed else { return }
        if path == nil {
            throw RaisedError(.valueError, "I/O operation on closed file" + (codec == nil ? "." : ""))
        }
        throw RaisedError(.valueError, codec == nil ? "\(action) closed file" : "I/O operation on closed file.")
    }

    // MARK: As a value

    func repr() -> String {
        guard let path else { return "<\(typeObject.qualifiedName) object>" }
        let name = "<_io.\(typeObject.name) name=\(Value.string(path).repr)"
        return codec == nil ? name + ">" : "\(name) mode='\(mode.text)' encoding='\(encoding)'>"
    }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        try requireOpen("readline of")
        return IteratorObject(typeObject.name) { () throws(RaisedError) in
            try self.requireReading("readline")
            let line = self.readLine()
            return line.isEmpty ? nil : try self.value(line)
        }
    }

    /// What reading answers.
    /// - Throws: MemoryError for a text that is longer than a string may be.
    func value(_ bytes: [UInt8]) throws(RaisedError) -> Value {
        if codec == nil { return .bytes(bytes) }
        try requireText(bytes.count)
        return .string(String(decoding: bytes, as: UTF8.self))
    }

    /// Refuses to read what is closed or was opened for writing.
    func requireReading(_ name: String) throws(RaisedError) {
        try requireOpen("\(name) of")
        guard mode.reads else {
            throw RaisedError(.unsupportedOperation, codec == nil ? name : "not readable")
        }
    }
}

extension LibraryContext {
    /// Remembers a file that a script has opened.
    fileprivate func opened(_ file: FileObject) {
        guard file.mode.writes else { return }
        openFiles[ObjectIdentifier(file)] = WeakFile(file: file)
    }

    fileprivate func closed(_ file: FileObject) { openFiles[ObjectIdentifier(file)] = nil }

    /// Writes what was written to files that are still open.
    /// - Throws: OSError where one cannot be written.
    public func flushFiles() throws(RaisedError) {
        guard !openFiles.isEmpty else { return }
        openFiles = openFiles.filter { $0.value.file != nil }
        for (_, open) in openFiles { try open.file?.flush() }
    }
}

/// A file that lives as long as somebody else holds it.
struct WeakFile {
    weak var file: FileObject?
}

extension ExceptionType {
    /// Python's `io.UnsupportedOperation`.
    static let unsupportedOperation = TypeObject(
        "UnsupportedOperation", module: "io", "What a file cannot do.", bases: [.osError, .valueError])
}

extension RaisedError {
    /// What the system says by a number.
    /// - Parameter target: where something was to be moved.
    static func system(_ number: Int, _ path: String, to target: String? = nil) -> RaisedError {
        let (type, words): (ExceptionType, String) =
            switch number {
            case 1: (.permissionError, "Operation not permitted")
            case 2: (.fileNotFoundError, "No such file or directory")
            case 13: (.permissionError, "Permission denied")
            case 17: (.fileExistsError, "File exists")
            case 18: (.osError, "Invalid cross-device link")
            case 20: (.notADirectoryError, "Not a directory")
            case 21: (.isADirectoryError, "Is a directory")
            case 22: (.osError, "Invalid argument")
            case 28: (.osError, "No space left on device")
            case 30: (.osError, "Read-only file system")
            case 36: (.osError, "File name too long")
            case 39: (.osError, "Directory not empty")
            default: (.osError, "Input/output error")
            }
        let exception = ExceptionObject(type, [.int(number), .string(words)])
        exception.filename = path
        exception.target = target
        return RaisedError(exception)
    }

    /// What a refusal of `FileAccess` is to a script.
    static func refused(_ error: any Error, _ path: String) -> RaisedError {
        let reason = "\(error)"
        if reason.contains("Permission denied") { return system(13, path) }
        if reason.contains("No such file") { return system(2, path) }
        return RaisedError(.osError, reason)
    }
}
