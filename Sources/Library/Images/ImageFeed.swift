import Arrays
import ImageFiles
import Interpreter
import Layers
import Network
import TensorEngine

/// Makes of an image what an input takes: `x.feed("cat.png")`.
struct ImageFeed {
    /// The batch of one image.
    let tensor: Tensor
    /// What was done, for a note.
    let summary: String

    /// - Parameters:
    ///   - path: the file.
    ///   - shape: the input's shape: (batch, rows, columns) for grey, with an axis for 1, 3 or 4 channels else.
    /// - Throws: a ValueError for an input of another shape.
    init(_ path: String, for shape: BatchShape, _ library: LibraryContext) throws(RaisedError) {
        let format = library.network.settings.imageDataFormat
        let hasChannels = shape.rank == 4
        let channelAxis = hasChannels ? format.channelAxis(rank: 4) : nil
        let channels = channelAxis.map { shape.dims[$0].known ?? 3 } ?? 1
        let modes: [Int: Raster.Mode] = [1: .grey, 3: .rgb, 4: .rgba]
        guard shape.rank == 3 || hasChannels, let mode = modes[channels] else {
            throw RaisedError(
                .valueError, "an image cannot be fed to an input of shape \(shape)",
                hint: "inputs of images are (height, width, channels) with 1, 3 or 4 channels")
        }
        let file = try library.image(at: path)
        let image = ImageObject(file.raster.upperBits)
        let spatial = (1..<shape.rank).filter { $0 != channelAxis }.map { shape.dims[$0].known }
        let (height, width) = (spatial[0] ?? image.raster.height, spatial[1] ?? image.raster.width)
        guard height > 0, width > 0 else {
            throw RaisedError(.valueError, "an image cannot be fed to an input of shape \(shape): it has no pixels")
        }
        let coloured = ImageObject(try image.converted(to: mode.rawValue))
        let box = CropBox(
            middleOf: image.raster.width, image.raster.height, withProportionsOf: width, height)
        let fitted = try coloured.resized(width: width, height: height, by: .bilinear, box: box).raster
        tensor = try raising {
            let pixels = try NumericArray(shape: [1, height, width, mode.channels], bytes: fitted.bytes)
            guard hasChannels else { return try pixels.reshaped([1, height, width]).tensor() }
            return try (format == .channelsFirst ? pixels.transposed([0, 3, 1, 2]) : pixels).tensor()
        }
        summary = ImageFeed.summary(path, file.raster, box, fitted)
    }

    /// `cat.png (640×427 pixels, width×height, RGB): turned grey, cropped to its middle 427×427, resized to 28×28; values 0…255`
    private static func summary(_ path: String, _ given: Raster, _ box: CropBox, _ fitted: Raster) -> String {
        let modes: [Raster.Mode: String] = [.grey: "turned grey", .rgb: "turned to RGB", .rgba: "turned to RGBA"]
        var steps: [String] = []
        if given.mode != fitted.mode, let word = modes[fitted.mode] { steps.append(word) }
        if (box.width, box.height) != (given.width, given.height) {
            steps.append("cropped to its middle \(box.width)×\(box.height)")
        }
        if (box.width, box.height) != (fitted.width, fitted.height) {
            steps.append("resized to \(fitted.width)×\(fitted.height)")
        }
        let made = steps.isEmpty ? "as it is" : steps.joined(separator: ", ")
        return
            "\(path) (\(given.width)×\(given.height) pixels, width×height, \(given.mode.rawValue)): \(made); values 0…255"
    }
}
