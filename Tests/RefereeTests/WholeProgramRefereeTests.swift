import Testing

/// Whole programs, against what they print under real packages.
@Suite struct WholeProgramRefereeTests {
    private static let classes = RecordedPrograms(folder: "Classes")
    private static let surroundings = RecordedPrograms(folder: "Surroundings")

    /// Programs whose classes derive from Keras's.
    @Test(arguments: classes.names)
    func classesBehaveAsUnderKeras(name: String) throws {
        #expect(try Self.classes.printed(name) == #require(try Self.classes.recorded(name)))
    }

    /// Programs that call what surrounds a model: generators of images, data sets, scikit-learn, OpenCV.
    @Test(arguments: surroundings.names)
    func surroundingsBehaveAsThePackages(name: String) throws {
        #expect(try Self.surroundings.printed(name) == #require(try Self.surroundings.recorded(name)))
    }
}
