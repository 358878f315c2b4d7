import Foundation
import Testing

@testable import Arrays

/// Files of several arrays, as numpy writes them.
@Suite struct ZipArchiveTests {
    /// `numpy.savez_compressed(file, q=numpy.arange(100))`
    private let written = Data(
        base64Encoded: [
            "UEsDBC0AAAAIAAAAIQD0AXDw//////////8FABQAcS5ucHkBABAAoAMAAAAAAAD/AAAAAAAAAJ3MaTNCYQDF8VtIJEt2FY/1",
            "KS5u1qSULUuLipAtV12TGSNzr/HG9Cl8YZn5+wLOm9+c8+J8Z4uZXMmmfCpfsmpYFVNGhIy+hKUq5HPd/DD1t3LdrBq/e1J/",
            "tYzmbtX0d6PZAyFNU4OqaIh/p1MhNrRjC7ZiGzqwHZ3YgX+HLuxCN3ZjD/ZiH3qwHwdwEIdwGEdwFMfQiz704zhOoMBJnMJp",
            "nMFZnEOJAQziPC6giou4hMuoYQhXcBXXcB03cBPDuIUR3MYoxnAH45jAXdzDfTzAQ0ziER7jCZ5iCtOYwSyeYQ7zWMBzvMAi",
            "XuIVXmMJb/AW7/AeH7CMj6jjE1bwB1BLAQItAy0AAAAIAAAAIQD0AXDw/wAAAKADAAAFAAAAAAAAAAAAAACAAQAAAABxLm5w",
            "eVBLBQYAAAAAAQABADMAAAA2AQAAAAA=",
        ].joined())

    @Test func whatNumpyCompressedIsRead() throws {
        let members = try ZipArchive.decode([UInt8](try #require(written)))
        #expect(members.map(\.name) == ["q.npy"])
        #expect(try NpyFormat.decode(members[0].bytes).ints == Array(0..<100))
    }

    @Test(arguments: [true, false])
    func whatIsWrittenIsReadAgain(isCompressed: Bool) throws {
        let members = ["a", "b"].map { ZipArchive.Member(name: $0, bytes: [UInt8](repeating: 7, count: 5000)) }
        let archive = try ZipArchive.encode(members, isCompressed: isCompressed)
        #expect((archive.count < 1000) == isCompressed)
        #expect(try ZipArchive.decode(archive).map(\.bytes) == members.map(\.bytes))
    }

    @Test func aDamagedFileIsRefused() throws {
        let archive = [UInt8](try #require(written))
        for place in stride(from: 40, to: archive.count - 30, by: 7) {
            var damaged = archive
            damaged[place] ^= 0x55
            // Names and dates are not checked; whatever is read must be the same or refused.
            if let members = try? ZipArchive.decode(damaged) {
                #expect(members.allSatisfy { $0.bytes.count == 928 })
            }
        }
        #expect(throws: (any Error).self) { try ZipArchive.decode(Array(archive.dropLast(30))) }
    }
}
