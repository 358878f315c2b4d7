import CImages

/// Images as JPEG files.
public enum JPEG {
    /// The file of a grey or colour image, with the usual subsampling of colours; nil for other modes, and sizes beyond 65,500.
    /// - Parameter quality: 1…95; 75 is what Pillow takes.
    public static func encode(_ raster: Raster, quality: Int = 75) -> [UInt8]? {
        guard raster.mode == .grey || raster.mode == .rgb else { return nil }
        var image = ci_image()
        var file: UnsafeMutablePointer<UInt8>?
        var count = 0
        let status = raster.bytes.withUnsafeBufferPointer {
            ci_jpeg_write(
                $0.baseAddress, UInt32(raster.width), UInt32(raster.height), Int32(raster.mode.channels),
                Int32(quality), &file, &count, &image)
        }
        guard status == CI_OK, let file else { return nil }
        defer { ci_free(file) }
        return Array(UnsafeBufferPointer(start: file, count: count))
    }
}
