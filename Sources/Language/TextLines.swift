extension String {
    /// The lines of a text, without the line feeds that end them; a carriage return before one stays with its line.
    ///
    /// `split(separator: "\n")` would not do: Swift takes CR LF for one character.
    public var linesByFeed: [String] {
        utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the text ends in a line feed, with or without a carriage return before it.
    public var endsInFeed: Bool { utf8.last == UInt8(ascii: "\n") }
}
