/// The items that the `__next__` of an object of a script's class gives.
final class InstanceItems: IteratorObject {
    let object: InstanceObject
    private var ending = Value.none

    init(_ object: InstanceObject) {
        self.object = object
        super.init(object.typeName) { () throws(RaisedError) in nil }
    }

    override var result: Value { ending }

    override func next() throws(RaisedError) -> Value? {
        do throws(RaisedError) { return try object.callSpecial("__next__") } catch {
            guard error.exception.type.isKind(of: .stopIteration) else { throw error }
            return end(error)
        }
    }

    /// Ends with the value of a StopIteration.
    func end(_ error: RaisedError) -> Value? {
        ending = error.exception.arguments.first ?? .none
        return nil
    }
}
