import Arrays
import Interpreter

/// numpy's functions that write arrays to files and read them.
enum NumpyFiles {
    static func all(_ library: LibraryContext) -> [BuiltinFunction] {
        [
            BuiltinFunction("save", parameters: ["file", "arr"], documentation: "Writes an array to a .npy file.") {
                arguments, interpreter throws(RaisedError) in
                let path = try path(try arguments.required(0, "file", of: "save"), ending: ".npy")
                let array = try ArrayObject.array(from: try arguments.required(1, "arr", of: "save"), interpreter)
                try library.write(try raising { try NpyFormat.encode(array) }, to: path)
                return .none
            },
            archiving(library, "savez", "Writes arrays to a .npz file.", isCompressed: false),
            archiving(library, "savez_compressed", "Writes arrays to a compressed .npz file.", isCompressed: true),
            BuiltinFunction("load", parameters: ["file"], documentation: "Reads a .npy or .npz file.") {
                arguments, _ throws(RaisedError) in
                let path = try path(try arguments.required(0, "file", of: "load"), ending: "")
                let bytes = try library.bytes(of: path)
                return try raising {
                    guard bytes.starts(with: Array("PK".utf8)) else {
                        return .host(ArrayObject(try NpyFormat.decode(bytes)))
                    }
                    return .host(ArchiveObject(path, try ZipArchive.decode(bytes)))
                }
            },
        ]
    }

    private static func archiving(
        _ library: LibraryContext, _ name: String, _ documentation: String, isCompressed: Bool
    ) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["file"], documentation: documentation) {
            arguments, interpreter throws(RaisedError) in
            let path = try path(try arguments.required(0, "file", of: name), ending: ".npz")
            var members: [ZipArchive.Member] = []
            let unnamed = arguments.positional.dropFirst().enumerated().map { (name: "arr_\($0)", value: $1) }
            for (name, value) in unnamed + arguments.keywords.filter({ $0.name != "file" }) {
                let array = try ArrayObject.array(from: value, interpreter)
                members.append(.init(name: name + ".npy", bytes: try raising { try NpyFormat.encode(array) }))
            }
            try library.write(
                try raising { try ZipArchive.encode(members, isCompressed: isCompressed) }, to: path)
            return .none
        }
    }

    private static func path(_ value: Value, ending: String) throws(RaisedError) -> String {
        guard case .string(let path) = value else {
            throw RaisedError(.typeError, "a file is given by its name, not by '\(value.typeName)'")
        }
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

    private static let archiveType = TypeObject("NpzFile", module: "numpy", "Arrays in a file.")
    var typeObject: TypeObject { ArchiveObject.archiveType }
    private var names: [String] { members.map { $0.name.hasSuffix(".npy") ? String($0.name.dropLast(4)) : $0.name } }
    func repr() -> String { "NpzFile '\(path)' with keys: \(names.joined(separator: ", "))" }
    var attributeNames: [String] { ["files", "keys", "values", "items", "close"] }
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

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard name != "files" else { return .list(ListObject(names.map(Value.string))) }
        guard attributeNames.contains(name) else { return nil }
        return .builtin(
            BuiltinFunction(name) { [self] _, interpreter throws(RaisedError) in
                if name == "close" { return .none }
                var result: [Value] = []
                for key in names.map(Value.string) {
                    let value = name == "keys" ? .none : try item(key, interpreter) ?? .none
                    result.append(name == "keys" ? key : (name == "values" ? value : .tuple([key, value])))
                }
                return .list(ListObject(result))
            })
    }
}
