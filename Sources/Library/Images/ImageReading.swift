import Arrays
import ImageFiles
import Interpreter
import TensorEngine

extension LibraryContext {
    /// Reads an image file.
    /// - Throws: FileNotFoundError, OSError for a file that is no image or a damaged one, MemoryError for one that is too large.
    func image(at path: String) throws(RaisedError) -> ImageFile {
        try image(try bytes(of: path), path)
    }

    /// Reads the bytes of an image file, and says what is remarkable about it.
    func image(_ bytes: [UInt8], _ path: String) throws(RaisedError) -> ImageFile {
        let file: ImageFile
        do { file = try ImageFile(bytes, limits: .ofProgram) } catch let error as ImageError {
            if error == .stopped { throw RaisedError(converting: EngineError.interrupted) }
            throw RaisedError(.osError, "cannot read the image \(path): \(error.reason)")
        } catch { throw RaisedError(converting: error) }
        if let fault = file.fault { note(.text("\(path) is damaged (\(fault)); what could be read is shown")) }
        if file.orientation > 1 {
            note(
                .text(
                    "\(path) asks viewers to turn it (EXIF orientation \(file.orientation)); it is read as it is stored"
                ))
        }
        return file
    }
}

extension ImageFile.Limits {
    /// What this program allows: memory that is there, until Ctrl-C.
    fileprivate static let ofProgram = ImageFile.Limits(
        // What is read is held once more as an array, and again in another mode or size.
        requireMemory: { bytes in
            let (all, overflow) = bytes.multipliedReportingOverflow(by: 3)
            try Memory.check(bytes: overflow ? Int.max : all)
        },
        isStopped: { Interrupt.isRequested ? 1 : 0 })
}

extension Raster {
    /// The pixels as numpy has them: (height, width) or (height, width, channels); bool for black and white, uint16 or int32
    /// for 16 bits, uint8 for all others.
    func array() throws(EngineError) -> NumericArray {
        let shape = [height, width] + (mode.channels > 1 ? [mode.channels] : [])
        switch mode {
        case .bilevel: return try NumericArray(shape: shape, bools: bytes.map { $0 != 0 })
        case .grey16, .integer:
            let values = stride(from: 0, to: bytes.count, by: 2).map { Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8 }
            return try NumericArray(shape: shape, ints: values).converted(to: mode == .grey16 ? .uint16 : .int32)
        default: return try NumericArray(shape: shape, bytes: bytes)
        }
    }

    /// Colours instead of places in a palette, with opacities where it has some; other images as they are.
    var withColours: Raster {
        guard mode == .palette else { return self }
        return converted(to: palette.opacities.isEmpty ? .rgb : .rgba) ?? self
    }

    /// An image of an array as `numpy` has it.
    /// - Returns: nil for shapes and types that images do not have.
    init?(_ array: NumericArray) {
        guard array.rank == 2 || array.rank == 3, !array.shape.contains(0) else { return nil }
        let channels = array.rank == 3 ? array.shape[2] : 1
        let (height, width) = (array.shape[0], array.shape[1])
        switch (array.storage, array.rank) {
        case (.bool(let truths), 2):
            self.init(.bilevel, width: width, height: height, bytes: truths.map { $0 ? 255 : 0 })
        case (.uint8(let bytes), _):
            let modes: [Int: Mode] = array.rank == 2 ? [1: .grey] : [2: .greyAlpha, 3: .rgb, 4: .rgba]
            guard let mode = modes[channels] else { return nil }
            self.init(mode, width: width, height: height, bytes: bytes)
        case (.uint16, 2), (.int32, 2):
            let values = array.ints
            guard values.allSatisfy({ (0...65535).contains($0) }) else { return nil }
            self.init(
                array.type == .uint16 ? .grey16 : .integer, width: width, height: height,
                bytes: values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
        default: return nil
        }
    }
}
