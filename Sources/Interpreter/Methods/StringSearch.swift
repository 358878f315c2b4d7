extension String {
    /// The byte offset of the first occurrence of a part; nil where there is none.
    func firstOccurrence(of part: String) -> Int? {
        let (text, pattern) = (Array(utf8), Array(part.utf8))
        guard pattern.count <= text.count else { return nil }
        if pattern.isEmpty { return 0 }
        for index in 0...(text.count - pattern.count) where text[index] == pattern[0] {
            if text[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
        }
        return nil
    }
}
