#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The few things the fuzzer does with files.
enum Files {
    struct Failure: Error, CustomStringConvertible { let description: String }

    static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "r") else { throw Failure(description: "cannot read \(path)") }
        defer { fclose(file) }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return result }
            result += buffer[..<count]
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        guard let file = fopen(path, "w") else { throw Failure(description: "cannot write \(path)") }
        defer { fclose(file) }
        fwrite(bytes, 1, bytes.count, file)
    }

    static func writeToOutput(_ bytes: [UInt8]) { write(bytes, 1) }

    /// Writes a line to standard error.
    static func complain(_ line: String) { write(Array((line + "\n").utf8), 2) }

    private static func write(_ bytes: [UInt8], _ descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// The scripts of a folder, in the order of their names; a file of recorded programs holds many.
    static func scripts(in folder: String) throws -> [[UInt8]] {
        guard let listing = opendir(folder) else { throw Failure(description: "cannot read the folder \(folder)") }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".conv") || name.hasSuffix(".jsonl") { names.append(name) }
        }
        return try names.sorted().flatMap { name in
            let bytes = try read("\(folder)/\(name)")
            return name.hasSuffix(".conv") ? [bytes] : programs(bytes)
        }
    }

    /// The programs of a file that has one as the string `p` of a JSON object on each line.
    private static func programs(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: 10).prefix(600).compactMap { line in
            guard line.starts(with: Array(#"{"p":""#.utf8)) else { return nil }
            var (result, rest): ([UInt8], ArraySlice<UInt8>) = ([], line.dropFirst(6))
            while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
                guard byte == UInt8(ascii: "\\"), let letter = rest.popFirst() else {
                    result.append(byte)
                    continue
                }
                switch letter {
                case UInt8(ascii: "n"): result.append(10)
                case UInt8(ascii: "t"): result.append(9)
                case UInt8(ascii: "u"): rest = rest.dropFirst(4)
                default: result.append(letter)
                }
            }
            return result
        }
    }
}

/// The system's `write`, which the functions of `Files` hide.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}
