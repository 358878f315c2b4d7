import TensorEngine
import Testing

@testable import Arrays

/// The files of MNIST's kind.
@Suite struct IdxFormatTests {
    /// A gzip file of two pictures of one row and two columns, written by Python's gzip.
    private let file: [UInt8] = [
        31, 139, 8, 8, 0, 0, 0, 0, 2, 255, 116, 114, 97, 105, 110, 45,
        105, 109, 97, 103, 101, 115, 0, 99, 96, 224, 96, 102, 96, 96, 96, 2,
        98, 70, 16, 205, 200, 196, 252, 31, 0, 40, 147, 238, 251, 20, 0, 0,
        0,
    ]

    @Test func picturesAreRead() throws {
        let array = try IdxFormat.decode(compressed: file)
        #expect(array.shape == [2, 1, 2] && array.type == .uint8 && array.ints == [1, 2, 3, 255])
    }

    @Test func damagedFilesAreRefused() {
        for count in 0..<file.count {
            #expect(throws: EngineError.self) { _ = try IdxFormat.decode(compressed: Array(file.prefix(count))) }
        }
    }
}
