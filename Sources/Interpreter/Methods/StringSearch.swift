extension String {
    /// The byte offset of the first occurrence of a part; nil where there is none.
    func firstOccurrence(of part: String, from start: Int = 0) -> Int? {
        let (text, pattern) = (Array(utf8), Array(part.utf8))
        guard pattern.count <= text.count else { return nil }
        if pattern.isEmpty { return start <= text.count ? start : nil }
        var index = start
        while index + pattern.count <= text.count {
            if text[index] == pattern[0], text[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
            index += 1
        }
        return nil
    }

    /// The byte offsets of all occurrences that do not overlap.
    func occurrences(of part: String) -> [Int] {
        let (text, pattern) = (Array(utf8), Array(part.utf8))
        guard !pattern.isEmpty, pattern.count <= text.count else { return [] }
        var result: [Int] = []
        var index = 0
        while index + pattern.count <= text.count {
            if text[index] == pattern[0], text[index..<(index + pattern.count)].elementsEqual(pattern) {
                result.append(index)
                index += pattern.count
            } else {
                index += 1
            }
        }
        return result
    }

    /// The stretches between the occurrences of a separator, at most `limit` cuts.
    func pieces(separatedBy separator: String, limit: Int = .max) -> [String] {
        let text = Array(utf8)
        var result: [String] = []
        var start = 0
        for offset in occurrences(of: separator).prefix(limit) {
            result.append(String(decoding: text[start..<offset], as: UTF8.self))
            start = offset + separator.utf8.count
        }
        result.append(String(decoding: text[start...], as: UTF8.self))
        return result
    }
}
