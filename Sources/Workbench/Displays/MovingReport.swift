import Presentation

/// A report that moves: at a terminal its pictures are shown one after the other, in one place.
public protocol MovingReport: DisplayedReport {
    /// How many pictures there are.
    var frameCount: Int { get }

    /// How long a picture is seen, in seconds.
    var secondsPerFrame: Double { get }

    /// One picture, `0 ..< frameCount`.
    /// - Parameter rows: the lines there are; nil where there are as many as it takes.
    func frame(_ index: Int, _ renderer: Renderer, rows: Int?) -> [StyledText]
}
