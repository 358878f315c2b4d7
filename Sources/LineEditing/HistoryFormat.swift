/// The text form of a history: each entry below its time.
enum HistoryFormat {
    /// An entry as it stands in the file.
    ///
    /// A line of the entry that looks like a time gets a space at its end, which changes nothing in a comment.
    static func record(_ entry: String, time: Int) -> String {
        let lines = entry.split(separator: "\n", omittingEmptySubsequences: false)
        let safe = lines.map { isTime($0) ? $0 + " " : String($0) }
        return "#\(time)\n" + safe.joined(separator: "\n") + "\n"
    }

    /// Whether an entry is not remembered: an empty one, and one that begins with a space, by which the user asks for
    /// it. Two spaces and more are the indentation of pasted code.
    static func isLeftOut(_ entry: String) -> Bool {
        entry.allSatisfy(\.isWhitespace) || (entry.hasPrefix(" ") && !entry.hasPrefix("  "))
    }

    /// The entries of a file. Lines before the first time are entries of one line each.
    static func entries(_ text: String) -> [String] {
        records(text).map { record in
            let lines = record.split(separator: "\n", omittingEmptySubsequences: false)
            let body = isTime(lines[0]) ? lines.dropFirst() : lines[...]
            return body.joined(separator: "\n").trimmingNewlines
        }.filter { !$0.isEmpty }
    }

    /// The entries of a file, each with its time and its last line break.
    static func records(_ text: String) -> [String] {
        var result: [String] = []
        var hasTime = false
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        for line in lines {
            if isTime(line) {
                result.append("\(line)\n")
                hasTime = true
            } else if hasTime {
                result[result.count - 1] += "\(line)\n"
            } else {
                result.append("\(line)\n")
            }
        }
        return result
    }

    private static func isTime(_ line: Substring) -> Bool {
        line.first == "#" && line.count > 1 && line.dropFirst().allSatisfy { $0 >= "0" && $0 <= "9" }
    }
}

extension String {
    /// The text without line breaks at its end.
    var trimmingNewlines: String {
        var text = self[...]
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
