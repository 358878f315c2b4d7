import Library
import LineEditing

/// Finds and reads the user's `keras.json`.
enum KerasConfigurationFile {
    /// The folder of the user's Keras.
    static var folder: String? { Terminal.variable("KERAS_HOME") ?? Terminal.variable("HOME").map { $0 + "/.keras" } }

    /// The configuration, after warnings about it went to standard error; nil where there is no such file.
    static func read() -> KerasConfiguration? {
        guard let path = folder.map({ $0 + "/keras.json" }), DataFile.isFile(path) else { return nil }
        let configuration: KerasConfiguration
        do { configuration = KerasConfiguration(try ScriptFile.read(path: path)) } catch {
            FileOutput.complain("convsh: \(error); the defaults are used")
            return nil
        }
        for warning in configuration.warnings { FileOutput.complain("convsh: \(path): \(warning)") }
        return configuration
    }
}
