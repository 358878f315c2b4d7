/// Tuples as Python prints them.
public enum PythonTuple {
    /// The items in parentheses: `(1, 2)`, `(1,)`, `()`.
    /// - Parameter separator: what separates the items; numpy's error messages have a comma without a space.
    @inlinable
    public static func describe(
        _ items: some Collection<some CustomStringConvertible>, separator: String = ", "
    ) -> String {
        var text = "("
        for (place, item) in items.enumerated() {
            if place > 0 { text += separator }
            text += item.description
        }
        text += items.count == 1 ? ",)" : ")"
        return text
    }
}
