import Inspection
import Interpreter
import Library
import Presentation
import TensorEngine

extension PictureFile {
    /// The file of some maps.
    /// - Throws: a MemoryError for a picture that is too large.
    func drawn(_ report: MapsReport, _ settings: DisplaySettings) throws(RaisedError) -> Drawn {
        // How a terminal draws pictures does not matter to a file; the colours do.
        var settings = settings
        settings.pixels = DisplaySettings.automatic
        let chosen = background ?? settings.background
        let background = Background(rawValue: chosen) ?? .light
        settings.background = background.rawValue
        let lines = report.lines(settings.applied(to: .sheet(on: background)))
        let size = PixelSheet.size(of: lines)
        let (bytes, overflow) = size.width.multipliedReportingOverflow(by: size.height * 16)
        guard !overflow, bytes < Memory.available() else {
            throw RaisedError(
                .memoryError, "a picture of \(size.width)×\(size.height) pixels does not fit in memory",
                hint: "channels=range(64) draws some of the maps")
        }
        switch format {
        case .png:
            let image = PixelSheet.image(of: lines, on: background)
            return Drawn(bytes: image.pngFile, width: size.width, height: size.height)
        case .svg:
            let text = SVGSheet.text(of: lines, on: background)
            return Drawn(bytes: Array(text.utf8), width: size.width, height: size.height)
        }
    }
}
