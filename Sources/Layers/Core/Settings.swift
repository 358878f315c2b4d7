/// What a session has settled for all layers: how old names are read, and the default data format.
public struct Settings: Sendable, Equatable {
    /// How `Convolution2D(64, 9, 9)` is read.
    public enum Dialect: String, Sendable, CaseIterable {
        /// Old names as Keras 1 has them, new names as Keras 3 has them.
        case auto
        /// Every name as Keras 1 has it.
        case keras1
        /// Every name as Keras 3 has it.
        case keras3
    }

    /// How old names are read.
    public var dialect: Dialect
    /// Where `data_format=None` puts the channels.
    public var imageDataFormat: DataFormat

    /// Settings; by default names are read as they are written, and channels come last.
    public init(dialect: Dialect = .auto, imageDataFormat: DataFormat = .channelsLast) {
        self.dialect = dialect
        self.imageDataFormat = imageDataFormat
    }
}
