import Arrays
import Interpreter

/// numpy's functions that write arrays to files and read them.
enum NumpyFiles {
    static func all(_ library: LibraryContext) -> [BuiltinFunction] {
        [
            .python("save(file, arr, !allow_pickle=True)", "Writes an array to a .npy file.") {
                arguments, interpreter in
                let path = try path(arguments["file"], ending: ".npy", interpreter)
                let array = try ArrayObject.array(from: arguments["arr"], interpreter)
                try library.write(try raising { try NpyFormat.encode(array) }, to: path)
                return .none
            },
            archiving(library, "savez", "Writes arrays to a .npz file.", isCompressed: false),
            archiving(library, "savez_compressed", "Writes arrays to a compressed .npz file.", isCompressed: true),
            .python(
                "load(file, !mmap_mode=None, allow_pickle=False, !fix_imports=True, !encoding='ASCII', *, "
                    + "!max_header_size=10000)", "Reads a .npy or .npz file."
            ) {
                arguments, interpreter in
                let path = try path(arguments["file"], ending: "", interpreter)
                let bytes = try library.bytes(of: path)
                if let value = try value(of: bytes, path) { return value }
                return .host(ArrayObject(try raising { try NpyFormat.decode(bytes) }))
            },
        ]
    }

    /// What is in a .npy or .npz file; nil for other files.
    static func value(of bytes: [UInt8], _ path: String) throws(RaisedError) -> Value? {
        try raising {
            if bytes.starts(with: Array("PK".utf8)) {
                return .host(ArchiveObject(path, try ZipArchive.decode(bytes)))
            }
            guard bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else { return nil }
            return .host(ArrayObject(try NpyFormat.decode(bytes)))
        }
    }

    private static func archiving(
        _ library: LibraryContext, _ name: String, _ documentation: String, isCompressed: Bool
    ) -> BuiltinFunction {
        .python("\(name)(file, *args, !allow_pickle=True, **kwds)", documentation) { arguments, interpreter in
            let path = try path(arguments["file"], ending: ".npz", interpreter)
            var members: [ZipArchive.Member] = []
            let unnamed = arguments.rest.enumerated().map { (name: "arr_\($0)", value: $1) }
            for (name, value) in unnamed + arguments.keywordRest {
                let array = try ArrayObject.array(from: value, interpreter)
                members.append(.init(name: name + ".npy", bytes: try raising { try NpyFormat.encode(array) }))
            }
            try library.write(
                try raising { try ZipArchive.encode(members, isCompressed: isCompressed) }, to: path)
            return .none
        }
    }

    private static func path(
        _ value: Value, ending: String, _ interpreter: Interpreter
    ) throws(RaisedError) -> String {
        let path = try PathText.of(value, interpreter)
        return path.hasSuffix(ending) ? path : path + ending
    }
}

/// What `numpy.load` makes of a `.npz` file: arrays by name.
final class ArchiveObject: HostObject {
    private let path: String
    private let members: [ZipArchive.Member]

    init(_ path: String, _ members: [ZipArchive.Member]) {
        self.path = path
        self.members = members
    }

    private static let archiveType = TypeObject("NpzFile", module: "numpy", "Arrays in a file.", attributes: table)
    private static let table = AttributeTable(
        of: ArchiveObject.self,
        [
            .value("files", "The names of the arrays.") { .list(ListObject($0.names.map(Value.string))) },
            .method("NpzFile.keys()", "The names of the arrays.") { archive, _, _ in
                .list(ListObject(archive.names.map(Value.string)))
            },
            .method("NpzFile.values()", "The arrays.") { archive, _, _ in
                .list(ListObject(try archive.members.map { .host(ArrayObject(try NpyFormat.decode($0.bytes))) }))
            },
            .method("NpzFile.items()", "Pairs of name and array.") { archive, _, _ in
                let arrays = try archive.members.map { Value.host(ArrayObject(try NpyFormat.decode($0.bytes))) }
                return .list(ListObject(zip(archive.names, arrays).map { .tuple([.string($0), $1]) }))
            },
            .method("NpzFile.close()", "Nothing: the file is closed already.") { _, _, _ in .none },
        ])
    var typeObject: TypeObject { ArchiveObject.archiveType }
    private var names: [String] { members.map { $0.name.hasSuffix(".npy") ? String($0.name.dropLast(4)) : $0.name } }
    func repr() -> String { "NpzFile '\(path)' with keys: \(names.joined(separator: ", "))" }
    func length() throws(RaisedError) -> Int? { names.count }

    func contains(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool? {
        if case .string(let name) = value { names.contains(name) } else { false }
    }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        var rest = names[...]
        return IteratorObject("iterator") { () throws(RaisedError) in rest.popFirst().map(Value.string) }
    }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard case .string(let name) = index, let place = names.firstIndex(of: name) else {
            throw RaisedError(.keyError, "\(index.str) is not a file in the archive")
        }
        return .host(ArrayObject(try raising { try NpyFormat.decode(members[place].bytes) }))
    }
}
