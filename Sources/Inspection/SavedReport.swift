/// What was written to a file.
public struct SavedReport: Report {
    /// The file.
    public let path: String
    /// How large it is along each axis: pixels or numbers.
    public let sizes: [Int]
    /// What the sizes count: `pixels`, or the type of the numbers.
    public let unit: String

    /// Reports that a file was written.
    public init(path: String, sizes: [Int], unit: String) {
        (self.path, self.sizes, self.unit) = (path, sizes, unit)
    }
}
