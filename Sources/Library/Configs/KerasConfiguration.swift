import Interpreter
import Layers

/// Keras's configuration file, `~/.keras/keras.json`, as far as it concerns this program.
///
/// Source: keras/src/backend/config.py.
public struct KerasConfiguration {
    /// Where images have their channels by default; nil where the file does not say.
    public private(set) var imageDataFormat: DataFormat?
    /// What is wrong with the file or ignored in it, a sentence each.
    public private(set) var warnings: [String] = []

    /// Reads the text of the file.
    public init(_ text: String) {
        let value: Value
        do throws(RaisedError) { value = try JSONReader.value(of: text, Interpreter()) } catch {
            warnings = ["it is not valid JSON (\(error.exception.message)); the defaults are used"]
            return
        }
        guard case .dict(let settings) = value else {
            warnings = ["it is not a JSON object; the defaults are used"]
            return
        }
        for (key, value) in settings.entries {
            if case .string(let name) = key.value { take(name, value) }
        }
    }

    private mutating func take(_ name: String, _ value: Value) {
        switch name {
        case "image_data_format":
            takeFormat(name, value, ["channels_last": .channelsLast, "channels_first": .channelsFirst])
        // Keras 1's name and words.
        case "image_dim_ordering": takeFormat(name, value, ["tf": .channelsLast, "th": .channelsFirst])
        case "floatx":
            if case .string("float32") = value { return }
            warnings.append("`floatx` is \(value.repr), which is ignored: convsh computes in float32")
        default: break
        }
    }

    private mutating func takeFormat(_ name: String, _ value: Value, _ formats: [String: DataFormat]) {
        guard case .string(let word) = value, let format = formats[word] else {
            let words = formats.keys.sorted().map { "'\($0)'" }.joined(separator: " or ")
            warnings.append("`\(name)` must be \(words). Received: \(value.repr). 'channels_last' is used")
            return
        }
        // Where both are given, Keras looks at the newer name.
        if imageDataFormat == nil || name == "image_data_format" { imageDataFormat = format }
    }
}
