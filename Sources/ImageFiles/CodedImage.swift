import CImages

/// Files that a library decodes.
struct CodedImage {
    private let head: @Sendable (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<ci_image>) -> ci_status
    private let pixels:
        @Sendable (
            UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<ci_image>, UnsafeMutablePointer<UInt8>?, ci_stop
        ) -> ci_status
    private let mode: @Sendable (ci_image) -> Raster.Mode
    /// The pixels that one byte of a file may hold at most; nil where there is no bound.
    private let mostBytesPerByte: Int?

    static let png = CodedImage(
        head: { ci_png_head($0, $1, $2) }, pixels: { ci_png_read($0, $1, $2, $3, $4) },
        mode: { image in
            if image.has_palette != 0 { return .palette }
            switch (image.channels, image.depth) {
            case (1, 1): return .bilevel
            case (1, 16): return .grey16
            case (1, _): return .grey
            case (2, 16): return .rgba
            case (2, _): return .greyAlpha
            case (3, _): return .rgb
            default: return .rgba
            }
        },
        // Deflate stores at most 258 bytes in two bits.
        mostBytesPerByte: 1032)

    static let jpeg = CodedImage(
        head: { ci_jpeg_head($0, $1, $2) }, pixels: { ci_jpeg_read($0, $1, $2, $3, $4) },
        mode: { $0.channels == 1 ? .grey : ($0.channels == 3 ? .rgb : .cmyk) }, mostBytesPerByte: nil)

    /// The image, and a fault that was read over.
    func read(_ bytes: [UInt8], _ limits: ImageFile.Limits) throws -> (Raster, fault: String?) {
        var image = ci_image()
        try check(bytes.withUnsafeBufferPointer { head($0.baseAddress, $0.count, &image) }, image)
        let (width, height) = (Int(image.width), Int(image.height))
        let (pixelCount, isTooMany) = width.multipliedReportingOverflow(by: height)
        let (count, isTooLong) = pixelCount.multipliedReportingOverflow(by: Int(image.pixel_bytes))
        let (all, overflow) = count.addingReportingOverflow(Int(clamping: image.working_bytes))
        guard !isTooMany, !isTooLong, !overflow else {
            throw ImageError.bad("it claims to have \(width)×\(height) pixels")
        }
        // What cannot be in the file need not be made room for.
        if let most = mostBytesPerByte, pixelCount / 8 > bytes.count * most {
            throw ImageError.bad("the file is truncated: it claims to have \(width)×\(height) pixels")
        }
        try limits.requireMemory(all)
        var status = CI_BAD
        let pixels = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            status = bytes.withUnsafeBufferPointer {
                self.pixels($0.baseAddress, $0.count, &image, target.baseAddress, limits.isStopped)
            }
            filled = status == CI_OK ? count : 0
        }
        try check(status, image)
        let mode = mode(image)
        let fault = image.warnings > 0 ? CodedImage.message(image) : nil
        return (Raster(mode, width: width, height: height, bytes: pixels, palette: CodedImage.palette(image)), fault)
    }

    private func check(_ status: ci_status, _ image: ci_image) throws {
        if status == CI_STOPPED { throw ImageError.stopped }
        if status != CI_OK { throw ImageError.bad(CodedImage.message(image)) }
    }

    private static func message(_ image: ci_image) -> String {
        let text = withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        return text.isEmpty ? "the file is damaged" : text
    }

    private static func palette(_ image: ci_image) -> Raster.Palette {
        guard image.has_palette != 0 else { return Raster.Palette() }
        return Raster.Palette(
            colours: withUnsafeBytes(of: image.palette) { Array($0.prefix(3 * Int(image.palette_count))) },
            opacities: withUnsafeBytes(of: image.opacities) { Array($0.prefix(Int(image.opacity_count))) })
    }
}
