/// Prompts as readline wants them.
enum PromptText {
    /// `prompt` with each escape code between the marks \001 and \002, which tell readline that it takes no columns.
    static func forReadline(_ prompt: String) -> String {
        var result = String.UnicodeScalarView()
        var inCode = false
        for scalar in prompt.unicodeScalars {
            if scalar == "\u{1B}" {
                result.append("\u{01}")
                inCode = true
            }
            result.append(scalar)
            if inCode, scalar != "[", scalar.properties.isAlphabetic {
                result.append("\u{02}")
                inCode = false
            }
        }
        return String(result)
    }

    /// A prompt without these marks.
    static func plain(_ prompt: String) -> String {
        String(String.UnicodeScalarView(prompt.unicodeScalars.filter { $0 != "\u{01}" && $0 != "\u{02}" }))
    }
}
