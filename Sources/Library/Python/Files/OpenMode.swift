import Interpreter

/// The second argument of `open`: what is done with a file, and whether it is text.
struct OpenMode {
    /// As it was written.
    let text: String
    let isBinary: Bool
    let reads: Bool
    let writes: Bool
    /// Whether what is there is dropped.
    let truncates: Bool
    /// Whether it is written at the end.
    let appends: Bool
    /// Whether it must not be there.
    let creates: Bool

    /// - Throws: ValueError for letters that do not go together.
    init(_ text: String) throws(RaisedError) {
        let letters = Set(text)
        guard letters.count == text.count, letters.isSubset(of: Set("rwaxbt+")) else {
            throw RaisedError(.valueError, "invalid mode: '\(text)'")
        }
        if letters.contains("b"), letters.contains("t") {
            throw RaisedError(.valueError, "can't have text and binary mode at once")
        }
        let actions = letters.intersection("rwax")
        if actions.count > 1 {
            throw RaisedError(.valueError, "must have exactly one of create/read/write/append mode")
        }
        if actions.isEmpty {
            throw RaisedError(
                .valueError, "Must have exactly one of create/read/write/append mode and at most one plus")
        }
        self.text = text
        isBinary = letters.contains("b")
        reads = letters.contains("r") || letters.contains("+")
        writes = !letters.contains("r") || letters.contains("+")
        truncates = letters.contains("w")
        appends = letters.contains("a")
        creates = letters.contains("x")
    }

    /// The class of files of the mode, as Python names it.
    var className: String {
        if !isBinary { return "TextIOWrapper" }
        return reads && writes ? "BufferedRandom" : reads ? "BufferedReader" : "BufferedWriter"
    }
}
