import Foundation
import Testing

@testable import LineEditing

@Suite struct PlainLineSourceTests {
    /// A source over a file of the given bytes.
    private func source(_ bytes: [UInt8], limit: Int = PlainLineSource.defaultLineLimit) throws -> PlainLineSource {
        let path = FileManager.default.temporaryDirectory.path + "/convsh-tests-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let descriptor = open(path, O_RDONLY)
        unlink(path)
        return PlainLineSource(descriptor: descriptor, lineLimit: limit)
    }

    private func entries(_ source: PlainLineSource, isIncomplete: (String) -> Bool = { _ in false }) -> [Entry] {
        var result: [Entry] = []
        while true {
            let entry = source.readEntry(isIncomplete: isIncomplete)
            if entry == .end { return result }
            result.append(entry)
        }
    }

    @Test func linesComeOneByOne() throws {
        let found = entries(try source(Array("a\r\n\nb".utf8)))
        #expect(found == [.text("a", firstLine: 1), .text("", firstLine: 2), .text("b", firstLine: 3)])
    }

    @Test func incompleteEntriesTakeFurtherLines() throws {
        let found = entries(try source(Array("f(1,\n2)\ng".utf8))) { $0.hasSuffix(",") }
        #expect(found == [.text("f(1,\n2)", firstLine: 1), .text("g", firstLine: 3)])
    }

    @Test func anIncompleteEntryEndsWithTheText() throws {
        #expect(entries(try source(Array("f(".utf8))) { _ in true } == [.text("f(", firstLine: 1)])
    }

    @Test func aLineOfManyPiecesIsWhole() throws {
        let long = String(repeating: "ab", count: 100_000)
        #expect(
            entries(try source(Array((long + "\nx").utf8))) == [.text(long, firstLine: 1), .text("x", firstLine: 2)])
    }

    @Test func anEndlessLineIsRefused() throws {
        let bytes = [UInt8](repeating: 65, count: 200_000)
        #expect(entries(try source(bytes, limit: 100_000)) == [.failure(.lineTooLong(line: 1, limit: 100_000))])
    }

    @Test func badUTF8IsReportedAndReadingGoesOn() throws {
        let found = entries(try source(Array("é".utf8) + [0xFF, 10] + Array("b".utf8)))
        #expect(found == [.failure(.invalidUTF8(line: 1, byte: 3)), .text("b", firstLine: 2)])
    }

    @Test func aByteOrderMarkIsDropped() throws {
        #expect(entries(try source([0xEF, 0xBB, 0xBF, 97, 10])) == [.text("a", firstLine: 1)])
        #expect(try source([0xEF, 0xBB, 0xBF, 97, 10]).readText() == "a\n")
    }

    @Test func aWholeTextTellsWhereItIsNotUTF8() throws {
        let broken = try source(Array("a\nbc".utf8) + [0xC0, 10])
        #expect(throws: LineError.invalidUTF8(line: 2, byte: 3)) { try broken.readText() }
    }

    @Test func nulBytesAreText() throws {
        #expect(entries(try source([97, 0, 98, 10])) == [.text("a\0b", firstLine: 1)])
    }

    @Test func aMissingFileSaysSo() {
        #expect(throws: LineError.system("cannot read /nowhere", reason: "No such file or directory")) {
            try ScriptFile.read(path: "/nowhere")
        }
        #expect(throws: LineError.system("cannot read /tmp", reason: "Is a directory")) {
            try ScriptFile.read(path: "/tmp")
        }
    }
}
