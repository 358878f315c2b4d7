/// The methods of one name in the commonest classes, for a place that calls it again and again.
struct MethodCandidates {
    private let string, bytes, list, tuple, dict, set, frozenset, float, int: Method?

    init(_ name: String) {
        string = StringMethods.table.method(name)
        bytes = BytesMethods.table.method(name)
        list = ListMethods.table.method(name)
        tuple = TupleMethods.table.method(name)
        dict = DictMethods.table.method(name)
        set = SetMethods.table.method(name)
        frozenset = SetMethods.frozen.method(name)
        float = NumberMethods.float.method(name)
        int = NumberMethods.int.method(name)
    }

    /// The one for a value; nil where its class has none, or is not among the commonest.
    func method(of value: Value) -> Method? {
        switch value {
        case .string: string
        case .bytes: bytes
        case .list: list
        case .tuple: tuple
        case .dict(let object): object.type === TypeObject.dict ? dict : nil
        case .set(let object): object.isFrozen ? frozenset : set
        case .float: float
        case .int, .big, .bool: int
        default: nil
        }
    }
}
