import Layers
import LineEditing

/// The user's `keras.json`, as far as it says where images have their channels.
enum KerasConfiguration {
    /// `image_data_format`, or Keras 1's `image_dim_ordering`; nil where there is no such file or it says neither.
    static func imageDataFormat() -> DataFormat? {
        let folder = Terminal.variable("KERAS_HOME") ?? Terminal.variable("HOME").map { $0 + "/.keras" }
        guard let folder, let text = try? ScriptFile.read(path: folder + "/keras.json") else { return nil }
        if let format = value(of: "image_data_format", in: text) { return DataFormat(rawValue: format) }
        switch value(of: "image_dim_ordering", in: text) {
        case "tf": return .channelsLast
        case "th": return .channelsFirst
        default: return nil
        }
    }

    /// The string that stands behind `"key":` in a small JSON object.
    private static func value(of key: String, in text: String) -> String? {
        let words = text.split(separator: "\"", omittingEmptySubsequences: false)
        for index in words.indices where words[index] == key && index + 2 < words.endIndex {
            guard words[index + 1].allSatisfy({ $0.isWhitespace || $0 == ":" }) else { continue }
            return String(words[index + 2])
        }
        return nil
    }
}
