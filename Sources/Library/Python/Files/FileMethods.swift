import Interpreter

/// What open files do.
enum FileMethods {
    /// The class of files of that name.
    static func type(_ name: String) -> TypeObject { types[name] ?? textFile }

    /// The names of the classes of open files.
    static let classNames = ["TextIOWrapper", "BufferedReader", "BufferedWriter", "BufferedRandom"]

    private static let types = Dictionary(
        uniqueKeysWithValues: classNames.dropFirst().map {
            ($0, TypeObject($0, module: "_io", "An open file of bytes.", attributes: table))
        })
    private static let textFile = TypeObject("TextIOWrapper", module: "_io", "An open file of text.", attributes: table)

    /// Text in memory that is read and written like a file.
    static let stringIO = TypeObject.python(
        "StringIO(initial_value='', newline='\\n')", module: "_io", "Text in memory, read and written like a file.",
        attributes: memoryTable
    ) { type, arguments, _ in
        guard let value = arguments.optional(0) else { return .host(try FileObject([], isText: true, type)) }
        guard case .string(let text) = value else {
            throw RaisedError(.typeError, "initial_value must be str or None, not \(value.typeName)")
        }
        return .host(try FileObject(Array(text.utf8), isText: true, type))
    }

    /// Bytes in memory that are read and written like a file.
    static let bytesIO = TypeObject.python(
        "BytesIO(initial_bytes=b'')", module: "_io", "Bytes in memory, read and written like a file.",
        attributes: memoryTable
    ) { type, arguments, _ in
        guard let value = arguments.given(0) else { return .host(try FileObject([], isText: false, type)) }
        guard case .bytes(let bytes) = value else {
            throw RaisedError(.typeError, "a bytes-like object is required, not '\(value.typeName)'")
        }
        return .host(try FileObject(bytes, isText: false, type))
    }

    private static let table = AttributeTable(of: FileObject.self, values + reading + writing + moving)
    private static let memoryTable = AttributeTable(
        of: FileObject.self,
        reading + writing + moving + [
            .value("closed", "Whether it is closed.") { .bool($0.isClosed) },
            .method("getvalue()", wording: .builtin, "All it holds.") { file, _, _ in
                try file.requireOpen("getvalue of")
                return try file.value(file.content)
            },
        ])

    private static var values: [HostAttribute<FileObject>] {
        [
            .value("name", "The path.") { .string($0.path ?? "") },
            .value("mode", "How it was opened.") {
                .string($0.mode.isBinary && $0.mode.reads && $0.mode.writes ? "rb+" : $0.mode.text)
            },
            .value("closed", "Whether it is closed.") { .bool($0.isClosed) },
            .value("encoding", "How text is written.", where: { $0.codec != nil }) { .string($0.encoding) },
        ]
    }

    // MARK: Reading

    private static var reading: [HostAttribute<FileObject>] {
        [
            .method("read(size=-1, /)", wording: .builtin, "So much of the rest, or all of it.") { file, arguments, _ in
                try file.requireReading("read")
                return try file.value(file.read(try arguments.optionalInt(0)))
            },
            .method("readline(size=-1, /)", wording: .builtin, "The next line.") { file, arguments, _ in
                try file.requireReading("readline")
                let (start, line) = (file.position, file.readLine())
                guard let size = try arguments.optionalInt(0), size >= 0 else { return try file.value(line) }
                file.position = start
                let part = file.read(size)
                if part.count > line.count { file.position = start + line.count }
                return try file.value(Array(part.prefix(line.count)))
            },
            .method("readlines(hint=-1, /)", wording: .builtin, "The lines that are left.") {
                file, arguments, interpreter in
                try file.requireReading("readlines")
                let hint = try arguments.optionalInt(0) ?? -1
                var (lines, size): ([Value], Int) = ([], 0)
                while hint <= 0 || size < hint {
                    let line = file.readLine()
                    if line.isEmpty { break }
                    try interpreter.requireMemory(forMoreThan: lines.count)
                    lines.append(try file.value(line))
                    size += line.count
                }
                return .list(ListObject(lines))
            },
            .method("readable()", wording: .builtin, "Whether it can be read.") { file, _, _ in
                try file.requireOpen("readable of")
                return .bool(file.mode.reads)
            },
            .method("__next__()", wording: .builtin, "The next line.") { file, _, _ in
                try file.requireReading("readline")
                let line = file.readLine()
                guard !line.isEmpty else { throw RaisedError(ExceptionObject(.stopIteration, [])) }
                return try file.value(line)
            },
        ]
    }

    // MARK: Writing

    private static var writing: [HostAttribute<FileObject>] {
        [
            .method("write(text, /)", wording: .builtin, "Writes text, or bytes.") { file, arguments, _ in
                .int(try write(arguments[0], to: file))
            },
            .method("writelines(lines, /)", wording: .builtin, "Writes the items one after the other.") {
                file, arguments, interpreter in
                for line in try interpreter.items(of: arguments[0]) { _ = try write(line, to: file) }
                return .none
            },
            .method("writable()", wording: .builtin, "Whether it can be written.") { file, _, _ in
                try file.requireOpen("writable of")
                return .bool(file.mode.writes)
            },
            .method("flush()", wording: .builtin, "Writes what has not been written yet.") { file, _, _ in
                try file.requireOpen("flush of")
                try file.flush()
                return .none
            },
            .method("close()", wording: .builtin, "Closes it.") { file, _, _ in
                try file.close()
                return .none
            },
            .method("__enter__()", wording: .builtin, "The file itself.") { file, _, _ in
                try file.requireOpen("")
                return .host(file)
            },
            .method("__exit__(*exc_details)", wording: .builtin, "Closes it.") { file, _, _ in
                try file.close()
                return .none
            },
        ]
    }

    /// Writes a value and answers how many characters or bytes it has.
    private static func write(_ value: Value, to file: FileObject) throws(RaisedError) -> Int {
        try file.requireOpen("write to")
        guard file.mode.writes else {
            throw RaisedError(.unsupportedOperation, file.codec == nil ? "write" : "not writable")
        }
        guard let codec = file.codec else {
            guard case .bytes(let bytes) = value else {
                throw RaisedError(.typeError, "a bytes-like object is required, not '\(value.typeName)'")
            }
            try requireFileSize(file.position + bytes.count)
            try file.write(bytes)
            return bytes.count
        }
        guard case .string(let text) = value else {
            throw RaisedError(
                .typeError,
                file.path == nil
                    ? "string argument expected, got '\(value.typeName)'"
                    : "write() argument must be str, not \(value.typeName)")
        }
        try requireFileSize(file.position + text.utf8.count)
        // What the encoding lacks is refused here, not when the file is closed.
        _ = try codec.bytes(of: text)
        let ended = file.newline.map { $0.utf8.first == 13 ? text.replacing("\n", with: $0) : text } ?? text
        try file.write(Array(ended.utf8))
        return text.unicodeScalars.count
    }

    // MARK: Moving

    private static var moving: [HostAttribute<FileObject>] {
        [
            .method("seek(offset, whence=0, /)", wording: .builtin, "Goes to a place.") { file, arguments, _ in
                try file.requireOpen("seek of")
                file.position = try place(try arguments.int(0), try arguments.int(1), in: file)
                return .int(file.position)
            },
            .method("tell()", wording: .builtin, "The place it has come to.") { file, _, _ in
                try file.requireOpen("tell of")
                return .int(file.position)
            },
            .method("truncate(size=None, /)", wording: .builtin, "Cuts it off.") { file, arguments, _ in
                try file.requireOpen("truncate of")
                guard file.mode.writes else { throw RaisedError(.unsupportedOperation, "truncate") }
                let size = try arguments.optionalInt(0) ?? file.position
                guard size >= 0 else { throw RaisedError.system(22, file.path ?? "") }
                try requireFileSize(size)
                file.truncate(to: size)
                return .int(size)
            },
            .method("seekable()", wording: .builtin, "True.") { _, _, _ in .bool(true) },
            .method("isatty()", wording: .builtin, "False.") { _, _, _ in .bool(false) },
        ]
    }

    /// Bytes beyond which a script cannot make a file longer.
    private static let largestFile = 1 << 28

    private static func requireFileSize(_ size: Int) throws(RaisedError) {
        guard size <= largestFile else {
            throw RaisedError(.memoryError, "a file of \(size) bytes does not fit in memory")
        }
    }

    private static func place(_ offset: Int, _ whence: Int, in file: FileObject) throws(RaisedError) -> Int {
        let origin: Int
        switch whence {
        case 0: origin = 0
        case 1: origin = file.position
        case 2: origin = file.content.count
        default:
            throw RaisedError(
                .valueError,
                file.codec == nil && file.path != nil
                    ? "whence value \(whence) unsupported" : "invalid whence (\(whence), should be 0, 1 or 2)")
        }
        if file.codec != nil, whence > 0, offset != 0 {
            throw RaisedError(
                .unsupportedOperation, "can't do nonzero \(whence == 1 ? "cur" : "end")-relative seeks")
        }
        let (place, overflow) = origin.addingReportingOverflow(offset)
        if place < 0 || overflow {
            if file.codec != nil { throw RaisedError(.valueError, "negative seek position \(place)") }
            throw RaisedError(ExceptionObject(.osError, [.int(22), .string("Invalid argument")]))
        }
        try requireFileSize(place)
        return place
    }
}
