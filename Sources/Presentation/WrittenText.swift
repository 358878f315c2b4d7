extension String {
    /// Bytes that this module wrote, of whole characters only, as text.
    ///
    /// A picture is half a megabyte, and looking once more for bytes that are no UTF-8 takes as long as drawing it.
    init(written bytes: [UInt8]) {
        #if os(Linux)
            self.init(copying: UTF8Span(unchecked: bytes.span))
        #else
            self.init(decoding: bytes, as: UTF8.self)
        #endif
    }
}
