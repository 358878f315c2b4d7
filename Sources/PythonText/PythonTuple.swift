/// Tuples as Python prints them.
public enum PythonTuple {
    /// The items in parentheses: `(1, 2)`, `(1,)`, `()`.
    /// - Parameter separator: what separates the items; numpy's error messages have a comma without a space.
    public static func describe(
        _ items: some Collection<some CustomStringConvertible>, separator: String = ", "
    ) -> String {
        let list = items.map(\.description).joined(separator: separator)
        return items.count == 1 ? "(\(list),)" : "(\(list))"
    }
}
