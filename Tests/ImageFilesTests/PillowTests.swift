import Foundation
import Testing

@testable import ImageFiles

/// What `Scripts/referee/images.py` recorded of Pillow.
struct Recorded: Decodable {
    struct File: Decodable {
        let name: String
        let file: Data
        let mode: String
        let size: [Int]
        let pixels: Data
        let converted: [String: Data]
    }

    struct Resized: Decodable {
        struct Result: Decodable {
            let filter: String
            let size: [Int]
            let box: [Int]?
            let pixels: Data
        }

        let mode: String
        let size: [Int]
        let pixels: Data
        let results: [Result]
    }

    struct Written: Decodable {
        let mode: String
        let size: [Int]
        let pixels: Data
        let decoded: Data
    }

    let files: [File]
    let resized: [Resized]
    let written: [Written]

    static let all: Result<Recorded, any Error> = Result {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try JSONDecoder().decode(
            Recorded.self, from: Data(contentsOf: folder.appendingPathComponent("Recorded/images.json")))
    }
}

extension ImageFile.Limits {
    /// No limits.
    static let none = ImageFile.Limits(requireMemory: { _ in }, isStopped: { 0 })
}

/// Pixels are those of Pillow.
@Suite struct PillowTests {
    @Test func filesOfAllKindsHaveThePixelsOfPillow() throws {
        let files = try Recorded.all.get().files
        #expect(files.count > 100)
        for file in files {
            let image = try ImageFile(Array(file.file), limits: .none)
            #expect(image.raster.mode.rawValue == file.mode, "\(file.name)")
            #expect([image.raster.width, image.raster.height] == file.size, "\(file.name)")
            #expect(image.raster.bytes == Array(file.pixels), "\(file.name)")
            #expect(image.fault == nil, "\(file.name): \(image.fault ?? "")")
            #expect(image.orientation == (file.name.hasSuffix("turned") ? 6 : 1), "\(file.name)")
        }
    }

    @Test func conversionsAreThoseOfPillow() throws {
        for file in try Recorded.all.get().files {
            let raster = try ImageFile(Array(file.file), limits: .none).raster
            for (name, pixels) in file.converted {
                let mode = try #require(Raster.Mode(rawValue: name))
                #expect(raster.converted(to: mode)?.bytes == Array(pixels), "\(file.name) to \(name)")
            }
        }
    }

    @Test func sizesAreChangedAsInPillow() throws {
        for source in try Recorded.all.get().resized {
            let mode = try #require(Raster.Mode(rawValue: source.mode))
            let raster = Raster(mode, width: source.size[0], height: source.size[1], bytes: Array(source.pixels))
            for result in source.results {
                let filter = try #require(Resampling(rawValue: result.filter))
                let box = result.box.map {
                    CropBox(left: $0[0], top: $0[1], width: $0[2] - $0[0], height: $0[3] - $0[1])
                }
                let made = raster.resized(width: result.size[0], height: result.size[1], by: filter, box: box)
                #expect(
                    made.bytes == Array(result.pixels),
                    "\(source.mode) by \(result.filter) to \(result.size) of \(result.box ?? [])")
            }
        }
    }

    @Test func writtenFilesAreReadBackAsTheyWere() throws {
        for file in try Recorded.all.get().files {
            let raster = try ImageFile(Array(file.file), limits: .none).raster
            guard let written = PNG.encode(raster) else {
                #expect(raster.mode == .cmyk)
                continue
            }
            let again = try ImageFile(written, limits: .none).raster
            #expect(again.bytes == raster.bytes, "\(file.name)")
        }
    }

    @Test func aWrittenJPEGIsAsNearAsPillows() throws {
        for image in try Recorded.all.get().written {
            let mode = try #require(Raster.Mode(rawValue: image.mode))
            let raster = Raster(mode, width: image.size[0], height: image.size[1], bytes: Array(image.pixels))
            let file = try #require(JPEG.encode(raster))
            #expect(try ImageFile(file, limits: .none).raster.bytes == Array(image.decoded), "\(image.mode)")
        }
    }
}
