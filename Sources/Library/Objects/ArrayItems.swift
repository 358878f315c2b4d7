import Arrays
import Interpreter
import Language
import TensorEngine

/// What stands between square brackets behind an array.
extension ArrayObject {
    /// The item at an index; nil where it has none.
    public func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let part = try interpreter.library.part(of: .host(self), index, interpreter) { return part }
        do {
            if let mask = try ArrayObject.mask(index) {
                if case .table(let table)? = try table?.selected([.mask(mask)]) { return .host(ArrayObject(table)) }
                return .host(ArrayObject(try array.selected(mask: mask)))
            }
            return .host(try selected(try ArrayObject.indices(index)))
        } catch let error as EngineError {
            throw RaisedError(.indexError, RaisedError(converting: error).exception.message)
        } catch { throw RaisedError(converting: error) }
    }

    /// What an index selects: a view, or a copy where arrays are among the indices.
    func selected(_ indices: [ArrayIndex]) throws -> ArrayObject {
        let isCopy = indices.contains(where: \.isArray)
        switch try table?.selected(indices) {
        case .table(let part)?:
            return isCopy ? ArrayObject(part) : ArrayObject(viewOf: self, part) { try $0.selected(indices) }
        case .array(let part)?: return ArrayObject(viewOf: self, showing: part) { try $0.selected(indices) }
        case nil: break
        }
        if isCopy { return ArrayObject(try array.selected(indices)) }
        return try ArrayObject(viewOf: self) { try $0.selected(indices) }
    }

    /// Sets the item at an index; false where that cannot be.
    public func setItem(_ index: Value, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        guard !isScalar else {
            throw RaisedError(.typeError, "'numpy.\(typeName)' object does not support item assignment")
        }
        if let replaced = try replacingRows(index, value, interpreter) {
            try raising { try store(replaced) }
            return true
        }
        let (positions, values) = try assignment(to: index, of: value, interpreter)
        try raising { try store(values, at: positions) }
        return true
    }

    /// Where an assignment writes, and the values that go there.
    private func assignment(
        to index: Value, of value: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> (positions: [Int], values: NumericArray) {
        let array = self.array
        let new = try ArrayObject.array(from: value, type: array.type, interpreter)
        let places: (positions: [Int], shape: [Int])
        do {
            if let mask = try ArrayObject.mask(index) {
                let positions = try array.positions(mask: mask)
                places = (
                    positions,
                    [positions.count / max(1, array.shape.dropFirst(mask.rank).reduce(1, *))]
                        + array.shape.dropFirst(mask.rank)
                )
            } else {
                places = try array.positions(of: try ArrayObject.indices(index))
            }
        } catch let error as EngineError {
            throw RaisedError(.indexError, RaisedError(converting: error).exception.message)
        } catch { throw RaisedError(converting: error) }
        // Axes of size 1 in front do not count.
        let surplus = new.shape.prefix(max(0, new.rank - places.shape.count))
        let values = surplus.allSatisfy { $0 == 1 } ? Array(new.shape.dropFirst(surplus.count)) : new.shape
        guard let filled = try? new.reshaped(values).broadcast(to: places.shape) else {
            throw RaisedError(
                .valueError,
                "could not broadcast input array from shape \(Value.tuple(new.shape.map(Value.int)).str) into shape "
                    + Value.tuple(places.shape.map(Value.int)).str)
        }
        return (places.positions, filled)
    }

    /// The rows that it repeats with other values, where an assignment changes all of them alike; nil otherwise.
    private func replacingRows(
        _ index: Value, _ value: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> RowTable? {
        guard let table, case .tuple = index, let indices = try? ArrayObject.indices(index) else { return nil }
        let values: RowTable.Selected
        if case .host(let object as ArrayObject) = value, let given = object.table {
            values = .table(given)
        } else {
            values = .array(try ArrayObject.array(from: value, type: table.rows.type, interpreter))
        }
        return try? table.replacing(indices, with: values)
    }

    /// An index that is a truth for each element: an array, or a list of truths.
    private static func mask(_ index: Value) throws(RaisedError) -> NumericArray? {
        switch index {
        case .host(let object):
            return (object as? ArrayObject).flatMap { $0.array.type == .bool ? $0.array : nil }
        case .bool: return try ArrayBuilder.array(from: index)
        case .list:
            let array = try ArrayBuilder.array(from: index)
            return array.type == .bool ? array : nil
        default: return nil
        }
    }

    /// What stands between the square brackets.
    static func indices(_ index: Value) throws(RaisedError) -> [ArrayIndex] {
        let parts: [Value] = if case .tuple(let items) = index { items } else { [index] }
        var result: [ArrayIndex] = []
        for part in parts {
            switch part {
            case .int(let number): result.append(.index(number))
            case .none: result.append(.newAxis)
            case .ellipsis: result.append(.ellipsis)
            case .slice(let slice):
                let step = try bound(slice.step) ?? 1
                guard step != 0 else { throw RaisedError(.valueError, "slice step cannot be zero") }
                result.append(.slice(start: try bound(slice.start), stop: try bound(slice.stop), step: step))
            case .list, .tuple, .range: result += try numbers(try ArrayBuilder.array(from: part))
            case .host(let object as ArrayObject) where !object.isScalar: result += try numbers(object.array)
            case .host(let object):
                if let tensor = object as? TensorObject { throw tensor.noNumbers(convertedTo: "a NumPy array") }
                guard case .int(let number)? = try object.number() else { fallthrough }
                result.append(.index(number))
            default:
                throw RaisedError(
                    .indexError,
                    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"
                )
            }
        }
        return result
    }

    /// An array among the indices.
    private static func numbers(_ array: NumericArray) throws(RaisedError) -> [ArrayIndex] {
        if array.type == .bool { return [.mask(array)] }
        guard array.type.isInteger || array.count == 0 else {
            throw RaisedError(.indexError, "arrays used as indices must be of integer (or boolean) type")
        }
        return [.numbers(array)]
    }

    private static func bound(_ value: Value) throws(RaisedError) -> Int? {
        switch value {
        case .none: return nil
        case .int(let number): return number
        case .host(let object):
            if case .int(let number)? = try object.number() { return number }
        default: break
        }
        throw RaisedError(.typeError, "slice indices must be integers or None or have an __index__ method")
    }
}
