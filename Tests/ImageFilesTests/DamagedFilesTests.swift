import Foundation
import Testing

@testable import ImageFiles

/// Files that are damaged, or lie about their size: a picture or an error, never more memory than was allowed.
@Suite struct DamagedFilesTests {
    /// Refuses more than was allowed, and remembers nothing.
    private struct TooMuch: Error {}
    private static let allowance = 64 << 20
    private static let limits = ImageFile.Limits(
        requireMemory: { if $0 > allowance { throw TooMuch() } }, isStopped: { 0 })

    private func chunk(_ kind: String, _ body: [UInt8]) -> [UInt8] {
        func number(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
        let part = Array(kind.utf8) + body
        var check: UInt32 = 0xFFFF_FFFF
        for byte in part {
            check ^= UInt32(byte)
            for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
        }
        return number(UInt32(body.count)) + part + number(~check)
    }

    private func png(width: [UInt8], height: [UInt8], depth: UInt8 = 8, colour: UInt8 = 2) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", width + height + [depth, colour, 0, 0, 0]) + chunk("IDAT", [0x78, 0x9C, 0x03, 0])
            + chunk("IEND", [])
    }

    private func error(_ bytes: [UInt8]) -> ImageError? {
        do {
            _ = try ImageFile(bytes, limits: DamagedFilesTests.limits)
            return nil
        } catch { return error as? ImageError }
    }

    @Test func aTruncatedFileIsRefusedAtEveryLength() throws {
        for name in [
            "png colour 2 depth 8 9x7", "jpeg 420 quality 75", "jpeg 444 quality 30 progressive", "pgm text", "ppm",
        ] {
            let file = try #require(try Recorded.all.get().files.first { $0.name == name })
            let needed =
                name.hasPrefix("png") ? file.file.count - 12 - 12 : file.file.count - (name == "pgm text" ? 2 : 0)
            for length in stride(from: 0, to: needed, by: max(1, needed / 60)) {
                #expect(error(Array(file.file.prefix(length))) != nil, "\(name) of \(length) bytes")
            }
        }
    }

    @Test func absurdSizesAreRefusedBeforeMemoryIsTaken() {
        let billion: [UInt8] = [0x3B, 0x9A, 0xCA, 0]
        #expect(error(png(width: billion, height: billion))?.reason.contains("1000000000×1000000000 pixels") == true)
        #expect(
            error(png(width: [0, 0, 0x40, 0], height: [0, 0, 0x40, 0]))?.reason.hasPrefix("the file is truncated")
                == true)
        #expect(error(Array("P6 1000000000 1000000000 255\n".utf8))?.reason == "the file is truncated")
        #expect(
            error(Array("P3 99999999999999999999 1 255\n".utf8))?.reason
                == "the width is no number from 1 to 2147483647")
        #expect(error(png(width: [0, 0, 0, 0], height: [0, 0, 0, 1])) != nil)
        #expect(throws: TooMuch.self) {
            try ImageFile(
                png(width: [0, 0, 0x20, 0], height: [0, 0, 0x20, 0]) + [UInt8](repeating: 0, count: 100_000),
                limits: DamagedFilesTests.limits)
        }
    }

    @Test func otherFilesAreNoImages() {
        for text in ["", "P", "P9 1 1", "GIF89a", "BM", "hello"] { #expect(error(Array(text.utf8)) == .unknownFormat) }
    }

    @Test func readingStopsWhenItIsAskedTo() throws {
        let file = try #require(try Recorded.all.get().files.first { $0.name == "jpeg 420 quality 75" })
        for name in ["jpeg 420 quality 75", "png colour 2 depth 8 9x7", "ppm"] {
            let file = try #require(try Recorded.all.get().files.first { $0.name == name })
            #expect(throws: ImageError.stopped) {
                try ImageFile(Array(file.file), limits: .init(requireMemory: { _ in }, isStopped: { 1 }))
            }
        }
        #expect(file.file.count > 0)
    }

    /// `CONVSH_DAMAGED_FILES` says how many; 600 without it.
    @Test func damagedFilesGiveAPictureOrAnError() throws {
        let count = ProcessInfo.processInfo.environment["CONVSH_DAMAGED_FILES"].flatMap(Int.init) ?? 600
        let files = try Recorded.all.get().files.map { Array($0.file) }
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func random(_ limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(max(1, limit)))
        }
        var pictures = 0
        for _ in 0..<count {
            var bytes = files[random(files.count)]
            for _ in 0...random(6) {
                guard !bytes.isEmpty else { break }
                let place = random(bytes.count)
                switch random(6) {
                case 0: bytes[place] ^= 1 << UInt8(random(8))
                case 1: bytes[place] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF][random(6)]
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + random(9)))
                case 3:
                    bytes.insert(
                        contentsOf: bytes[place..<min(bytes.count, place + random(40))], at: random(bytes.count))
                case 4: bytes.replaceSubrange(place..<min(bytes.count, place + 4), with: [0x7F, 0xFF, 0xFF, 0xFF])
                default: bytes.removeSubrange(place...)
                }
            }
            // Checksums would stop most of these; right ones let the damage through.
            if random(2) == 0 { repairChecksums(&bytes) }
            do {
                let image = try ImageFile(bytes, limits: DamagedFilesTests.limits)
                pictures += 1
                for mode in [Raster.Mode.grey, .rgba] { _ = image.raster.converted(to: mode) }
            } catch is ImageError {} catch is TooMuch {}
        }
        #expect(pictures > count / 50)
    }

    private func repairChecksums(_ bytes: inout [UInt8]) {
        guard bytes.starts(with: [0x89, 0x50]) else { return }
        var place = 8
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - place - 12 else { return }
            let body = Array(bytes[place + 8..<place + 8 + length])
            let kind = String(decoding: bytes[place + 4..<place + 8].map { $0 & 0x7F }, as: UTF8.self)
            let whole = chunk(kind, body)
            if whole.count == 12 + length { bytes.replaceSubrange(place..<place + 12 + length, with: whole) }
            place += 12 + length
        }
    }
}
