import Arrays
import Interpreter
import Language
import Network
import PythonText
import TensorEngine

/// An array as a script sees it: numpy's `ndarray`.
public final class ArrayObject: HostObject {
    /// Whether it stands for a single number that a function answered, which prints as that number.
    let isScalar: Bool
    /// The mask that Keras hangs on the output of a layer; nil where nothing ever did.
    var hung: HungMask?
    /// The numbers; nil where only their rows are known so far.
    private var numbers: NumericArray?
    /// The rows that it repeats.
    private var rowTable: RowTable?
    /// The array of which it shows a part, or another arrangement; nil where the numbers are its own.
    private let base: ArrayObject?
    /// What it shows of the base.
    private let look: (NumericArray) throws -> NumericArray
    /// How often the numbers were changed, and how often they had been when a view last looked.
    private var changes = 0
    private var changesSeen = 0

    /// - Parameter isScalar: false for an array without axes, which is no number to numpy; nil for what the shape says.
    init(_ array: NumericArray, isScalar: Bool? = nil) {
        numbers = array
        self.isScalar = isScalar ?? array.shape.isEmpty
        base = nil
        look = { $0 }
    }

    /// A view, as numpy's basic indexing and `reshape` make: what changes in one changes in the other.
    /// - Parameter look: takes the part out of the base, or arranges it anew; moves elements, but changes none.
    convenience init(
        viewOf base: ArrayObject, _ look: @escaping (NumericArray) throws -> NumericArray
    ) throws {
        self.init(viewOf: base, showing: try look(base.array), look)
    }

    /// A view that shows these numbers so far.
    init(
        viewOf base: ArrayObject, showing numbers: NumericArray,
        _ look: @escaping (NumericArray) throws -> NumericArray
    ) {
        self.numbers = numbers
        isScalar = numbers.shape.isEmpty
        self.base = isScalar ? nil : base
        self.look = look
        changesSeen = base.allChanges
    }

    /// An array of rows that repeat, which are put together when all numbers are needed.
    init(_ table: RowTable) {
        rowTable = table
        isScalar = false
        base = nil
        look = { $0 }
    }

    /// A view of an array of rows that repeat, by its own such rows.
    init(viewOf base: ArrayObject, _ table: RowTable, _ look: @escaping (NumericArray) throws -> NumericArray) {
        rowTable = table
        isScalar = false
        self.base = base
        self.look = look
        changesSeen = base.allChanges
    }

    /// The rows that it repeats; nil for other arrays, and once the numbers were changed.
    var table: RowTable? { base == nil || changesSeen == allChanges ? rowTable : nil }

    /// The sizes of the axes.
    var shape: [Int] { table?.shape ?? array.shape }

    /// The type of the numbers.
    var type: NumericType { table?.rows.type ?? array.type }

    /// Where each element is in the array that owns the numbers.
    private func ownedPlaces() throws -> NumericArray {
        guard let base else {
            return try NumericArray(shape: shape, ints: Array(0..<array.count))
        }
        return try look(base.ownedPlaces())
    }

    /// Whether the elements lie side by side in the order of the array.
    var isContiguous: Bool {
        guard base != nil else { return true }
        guard let places = try? ownedPlaces().ints else { return false }
        return zip(places, places.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    /// Whether `reshape` need not copy.
    func canBeSeen(as shape: [Int]) -> Bool {
        guard base != nil else { return true }
        guard let places = try? ownedPlaces(), (try? NumericArray.checkedCount(shape)) == places.count else {
            return false
        }
        return NumericArray.canBeSeen(places.shape, places: places.ints, as: shape)
    }

    /// Where the elements that a view shows are in its base.
    private func places(in all: NumericArray) throws -> [Int] {
        try look(NumericArray(shape: all.shape, ints: Array(0..<all.count))).ints
    }

    /// The numbers in another shape: a view where that is possible, as in numpy.
    func reshaped(_ shape: [Int]) throws -> ArrayObject {
        if let table = try table?.reshaped(shape) { return ArrayObject(viewOf: self, table) { try $0.reshaped(shape) } }
        return canBeSeen(as: shape)
            ? try ArrayObject(viewOf: self) { try $0.reshaped(shape) } : ArrayObject(try array.reshaped(shape))
    }

    private var allChanges: Int { base?.allChanges ?? changes }

    /// The numbers.
    public var array: NumericArray {
        if let base, changesSeen != base.allChanges, let new = try? look(base.array) {
            (numbers, rowTable) = (new, nil)
            changesSeen = base.allChanges
            return new
        }
        if let numbers { return numbers }
        let all = rowTable?.all() ?? NumericArray.empty
        numbers = all
        return all
    }

    /// Replaces the numbers by others of the same shape; the type stays.
    func store(_ new: NumericArray) throws {
        guard let base else {
            (numbers, rowTable) = (new, nil)
            changes += 1
            return
        }
        let all = base.array
        try base.store(try all.replacing(positions: places(in: all), with: new))
    }

    /// Replaces some of the numbers, in place where they are the object's own.
    func store(_ values: NumericArray, at positions: [Int]) throws {
        guard base == nil, rowTable == nil else {
            return try store(try array.replacing(positions: positions, with: values))
        }
        changes += 1
        try numbers?.replace(positions: positions, with: values)
    }

    /// Replaces the numbers by rows that repeat.
    func store(_ table: RowTable) throws {
        guard base == nil else { return try store(table.all()) }
        (numbers, rowTable) = (nil, table)
        changes += 1
    }

    convenience init(_ tensor: Tensor) { self.init(NumericArray(tensor)) }

    /// What a layer has computed, with the mask that hangs on it.
    convenience init(_ value: MaskedTensor) {
        self.init(value.tensor)
        hung = value.hung
    }

    /// A mask as a script sees it, an array of truths; None for none.
    static func mask(_ mask: Tensor?) throws(RaisedError) -> Value {
        guard let mask else { return .none }
        return .host(ArrayObject(try raising { try NumericArray(mask).converted(to: .bool) }))
    }

    convenience init(scalar: Float) throws(RaisedError) {
        self.init(try raising { NumericArray(try Tensor(scalar: scalar)) })
    }

    /// The class.
    public var typeObject: TypeObject { isScalar ? NumpyTypes.scalar(array.type) : ArrayObject.arrayType }

    /// The class of arrays.
    static let arrayType = TypeObject(
        "ndarray", module: "numpy", "An array of numbers.", attributes: ArrayAttributes.table)

    /// The mask that hangs on it; all other attributes are those of the class.
    public func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard name == "_keras_mask", let mask = hung?.values else { return nil }
        return try ArrayObject.mask(mask)
    }

    /// The object as `repr` shows it.
    public func repr() -> String {
        guard isScalar else { return array.representation }
        return array.type == .bool ? "np.\(array.text)_" : "np.\(array.type.rawValue)(\(array.scalarText))"
    }

    /// The object as `print` shows it.
    public func str() -> String { array.shape.isEmpty ? array.scalarText : array.text }

    /// Its truth, as `if` finds it.
    public func truth() throws(RaisedError) -> Bool {
        guard array.count > 0 else {
            throw RaisedError(
                .valueError,
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty."
            )
        }
        guard array.count == 1 else {
            throw RaisedError(
                .valueError,
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
        }
        return array.bools.first ?? false
    }

    /// The object as a number; nil where it is none.
    public func number() throws(RaisedError) -> Value? {
        guard array.count == 1 else { return nil }
        return ArrayAttributes.elements(array)(0)
    }

    /// A single number is the key that the same number of Python is.
    public var asKey: Value? { isScalar ? ArrayAttributes.elements(array)(0) : nil }

    /// Whether it can be a key of a dict: arrays change.
    public var isHashable: Bool { isScalar }

    /// The number for `float(x)` and `int(x)`.
    /// - Throws: TypeError for an array with axes, as numpy 2.4.
    public func number(convertedTo type: String) throws(RaisedError) -> Value? {
        guard shape.isEmpty else {
            throw RaisedError(.typeError, "only 0-dimensional arrays can be converted to Python scalars")
        }
        return try number()
    }

    /// Number of items.
    public func length() throws(RaisedError) -> Int? {
        guard let first = shape.first else { throw RaisedError(.typeError, "len() of unsized object") }
        return first
    }

    /// The items one after the other; nil where it has none.
    public func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        guard let count = shape.first else { throw RaisedError(.typeError, "iteration over a 0-d array") }
        var index = 0
        return IteratorObject("iterator") { [self] () throws(RaisedError) in
            guard index < count else { return nil }
            defer { index += 1 }
            let place = ArrayIndex.index(index)
            return .host(try raising { try selected([place]) })
        }
    }

    // MARK: Conversions

    /// Any value that numpy's `asarray` takes, as an array.
    /// - Parameter type: the type it is to have; nil for the one that its numbers need.
    static func array(
        from value: Value, type: NumericType? = nil, _ interpreter: Interpreter
    ) throws(RaisedError) -> NumericArray {
        if case .host(let object) = value, let array = try host(object) {
            guard let type else { return array }
            return try raising { try array.converted(to: type) }
        }
        switch value {
        case .iterator, .range, .set:
            return try ArrayBuilder.array(from: .list(ListObject(try interpreter.items(of: value))), type: type)
        default: return try ArrayBuilder.array(from: value, type: type)
        }
    }

    /// The numbers of an object that has some; nil for others.
    /// - Throws: ValueError for a tensor of a network, which has none.
    static func host(_ object: any HostObject) throws(RaisedError) -> NumericArray? {
        switch object {
        case let array as ArrayObject: return array.array
        case let weight as WeightObject: return try weight.numbers()
        case let image as ImageObject: return try image.array()
        case let tensor as TensorObject: throw tensor.noNumbers(convertedTo: "a NumPy array")
        default: return nil
        }
    }

    /// Two operands as arrays; a plain number takes the type of the other one.
    static func pair(
        _ first: Value, _ second: Value, for operation: ArrayOperation? = nil, _ interpreter: Interpreter
    ) throws(RaisedError) -> (NumericArray, NumericArray) {
        let isFirstWeak = first.isPlainNumber && !second.isPlainNumber
        let a = try isFirstWeak ? nil : array(from: first, interpreter)
        let b = try array(from: second, interpreter)
        if let a {
            guard second.isPlainNumber, !first.isPlainNumber else { return (a, b) }
            return (a, try WeakNumber.array(second, like: a, for: operation) ?? b)
        }
        return (try WeakNumber.array(first, like: b, for: operation) ?? b, b)
    }

    /// A shape: an integer, or a sequence of integers.
    static func sizes(_ value: Value) throws(RaisedError) -> [Int] {
        let items: [Value]
        switch value {
        case .tuple(let values): items = values
        case .list(let list): items = list.items
        case .host(let shape as StaticShape): items = shape.sizes
        case .host(let object as ArrayObject) where object.array.rank == 1 && object.array.type.isInteger:
            return object.array.ints
        default: items = [value]
        }
        var sizes: [Int] = []
        for item in items {
            if case .int(let size) = item {
                sizes.append(size)
            } else if case .host(let object) = item, case .int(let size)? = try object.number() {
                sizes.append(size)
            } else {
                throw RaisedError(.typeError, "'\(item.typeName)' object cannot be interpreted as an integer")
            }
        }
        return sizes
    }

    /// One sentence for help.
    public var documentation: String? { "An array of \(type.rawValue) numbers." }

    /// The object by a format specification; nil to use its number.
    public func format(_ specification: String) throws(RaisedError) -> String? {
        guard shape.isEmpty else {
            if specification.isEmpty { return str() }
            throw RaisedError(.typeError, "unsupported format string passed to numpy.ndarray.__format__")
        }
        // A float32 is formatted as the float that it is, digit for digit.
        return specification.isEmpty && !type.isFloat ? str() : nil
    }
}
