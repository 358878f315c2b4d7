/// What a class of scripts is as a value, where that is more than other classes are: an enumeration has items, and is called to look one up.
public protocol Metaclass: AnyObject {
    /// What it holds.
    var items: [Value] { get }
    /// The item of a key.
    func item(_ key: Value) throws(RaisedError) -> Value
    /// Whether it holds a value.
    func contains(_ value: Value) throws(RaisedError) -> Bool
    /// Calls the class.
    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value
    /// An attribute that only the class has, not its objects.
    func attribute(_ name: String) -> Value?
    /// Refuses to set or to delete an attribute that has to stay.
    func requireChange(of name: String, isDeletion: Bool) throws(RaisedError)
    /// The class as `repr` shows it.
    var repr: String { get }
}
