/// Runs of spaces, which tables and indents need by the thousand.
enum Blanks {
    private static let many = String(repeating: " ", count: 256)

    /// `count` spaces.
    static func text(_ count: Int) -> String {
        count <= 256 ? String(many.utf8.prefix(max(0, count))) ?? "" : String(repeating: " ", count: count)
    }
}
