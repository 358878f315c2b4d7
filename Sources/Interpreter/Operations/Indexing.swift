extension Interpreter {
    /// The item of a container at an index, a key or a slice.
    public func item(of container: Value, at index: Value) throws(RaisedError) -> Value {
        switch container {
        case .list(let list):
            if case .slice(let slice) = index {
                return .list(ListObject(try places(slice, list.items.count).map { list.items[$0] }))
            }
            return list.items[try position(index, list.items.count, "list")]
        case .tuple(let items):
            if case .slice(let slice) = index { return .tuple(try places(slice, items.count).map { items[$0] }) }
            return items[try position(index, items.count, "tuple")]
        case .string(let text):
            let scalars = Array(text.unicodeScalars)
            if case .slice(let slice) = index {
                var result = String.UnicodeScalarView()
                for position in try slice.indices(scalars.count) { result.append(scalars[position]) }
                return .string(String(result))
            }
            return .string(String(scalars[try position(index, scalars.count, "string")]))
        case .bytes(let bytes):
            if case .slice(let slice) = index { return .bytes(try slice.indices(bytes.count).map { bytes[$0] }) }
            return .int(Int(bytes[try position(index, bytes.count, "byte")]))
        case .range(let range):
            if case .slice(let slice) = index { return try self.slice(range, slice) }
            return .int(range[try position(index, range.count, "range")])
        case .dict(let dict):
            if let value = dict.entries[try HashKey(index)] { return value }
            if dict.type !== TypeObject.dict, case .method(let method)? = dict.type.attribute("__missing__")?.content {
                return try method.call(container, CallArguments([index]), self)
            }
            throw RaisedError(ExceptionObject(.keyError, [index]))
        case .host(let object):
            if let value = try object.item(index, self) { return value }
        case .type(let type):
            if let metaclass = type.metaclass { return try metaclass.item(index) }
            if let method = type.userAttribute("__class_getitem__") {
                return try call(method.unwrapped, CallArguments([container, index]))
            }
            if let alias = GenericAlias(type, index) { return .host(alias) }
            throw RaisedError(.typeError, "type '\(type.name)' is not subscriptable")
        default: break
        }
        throw RaisedError(.typeError, "'\(container.typeName)' object is not subscriptable")
    }

    /// The places that a slice selects, if so many items fit in memory.
    private func places(_ slice: SliceObject, _ count: Int) throws(RaisedError) -> SliceObject.Indices {
        let indices = try slice.indices(count)
        try requireCount(indices.count)
        return indices
    }

    private func slice(_ range: RangeObject, _ slice: SliceObject) throws(RaisedError) -> Value {
        let bounds = try slice.bounds(range.count)
        // Where the product has no place in 64 bits, there is no second number to step to.
        let (step, overflow) = range.step.multipliedReportingOverflow(by: bounds.step)
        return .range(
            RangeObject(
                start: range.start &+ bounds.start &* range.step, stop: range.start &+ bounds.stop &* range.step,
                step: overflow ? ((range.step < 0) == (bounds.step < 0) ? .max : -.max) : step))
    }

    /// An index from the front, of one that may count from the end.
    private func position(_ index: Value, _ count: Int, _ name: String) throws(RaisedError) -> Int {
        var number = 0
        switch index {
        case .int(let value): number = value
        case .bool(let truth): number = truth ? 1 : 0
        case .big: throw RaisedError(.indexError, "cannot fit 'int' into an index-sized integer")
        case .host(let object):
            guard case .int(let value)? = try object.number() else { throw notAnIndex(index, name) }
            number = value
        default: throw notAnIndex(index, name)
        }
        let position = number < 0 ? number &+ count : number
        guard position >= 0, position < count else {
            let owner = name == "range" ? "range object " : name == "byte" ? "" : name + " "
            throw RaisedError(.indexError, "\(owner)index out of range")
        }
        return position
    }

    private func notAnIndex(_ index: Value, _ name: String) -> RaisedError {
        RaisedError(
            .typeError,
            name == "string"
                ? "string indices must be integers, not '\(index.typeName)'"
                : "\(name) indices must be integers or slices, not \(index.typeName)")
    }

    /// Sets the item of a container.
    public func setItem(of container: Value, at index: Value, to value: Value) throws(RaisedError) {
        switch container {
        case .list(let list):
            if case .slice(let slice) = index { return try replace(slice, in: list, by: value) }
            list.items[try assignedPosition(index, in: list)] = value
        case .dict(let dict): dict.entries[try HashKey(index)] = value
        case .host(let object):
            guard try object.setItem(index, value, self) else { throw notAssignable(container) }
        default: throw notAssignable(container)
        }
    }

    /// The position of an item that is assigned or deleted; errors say so.
    private func assignedPosition(_ index: Value, in list: ListObject) throws(RaisedError) -> Int {
        do throws(RaisedError) { return try position(index, list.items.count, "list") } catch {
            throw error.exception.type === ExceptionType.indexError
                ? RaisedError(.indexError, "list assignment index out of range") : error
        }
    }

    private func notAssignable(_ container: Value) -> RaisedError {
        RaisedError(.typeError, "'\(container.typeName)' object does not support item assignment")
    }

    private func replace(_ slice: SliceObject, in list: ListObject, by value: Value) throws(RaisedError) {
        guard try isIterable(value) else {
            let isExtended = try slice.bounds(list.items.count).step != 1
            throw RaisedError(
                .typeError, isExtended ? "must assign iterable to extended slice" : "can only assign an iterable")
        }
        let items = try items(of: value)
        let bounds = try slice.bounds(list.items.count)
        if bounds.step == 1 {
            list.items.replaceSubrange(bounds.start..<max(bounds.start, bounds.stop), with: items)
            return
        }
        let indices = try slice.indices(list.items.count)
        guard indices.count == items.count else {
            throw RaisedError(
                .valueError,
                "attempt to assign sequence of size \(items.count) to extended slice of size \(indices.count)")
        }
        for (position, item) in zip(indices, items) { list.items[position] = item }
    }

    /// Takes an item out of a container.
    func deleteItem(of container: Value, at index: Value) throws(RaisedError) {
        if case .host(let object) = container {
            if let holder = object as? DataObject, !holder.defines("__delitem__") {
                return try deleteItem(of: holder.held, at: index)
            }
            if try object.instance?.deleteItem(index) == true { return }
        }
        switch container {
        case .list(let list):
            if case .slice(let slice) = index {
                try requireCount(list.items.count)
                list.items = list.items.removing(try slice.indices(list.items.count))
                return
            }
            list.items.remove(at: try assignedPosition(index, in: list))
        case .dict(let dict):
            guard dict.entries.removeValue(forKey: try HashKey(index)) != nil else {
                throw RaisedError(ExceptionObject(.keyError, [index]))
            }
        default: throw RaisedError(.typeError, "'\(container.typeName)' object doesn't support item deletion")
        }
    }
}

extension [Value] {
    /// The items but those at some places, which lie in one direction.
    fileprivate func removing(_ places: SliceObject.Indices) -> [Value] {
        let isFalling = places.count > 1 && places[0] > places[1]
        var rest: [Value] = []
        rest.reserveCapacity(count - places.count)
        var next = 0
        for index in places.indices {
            let place = places[isFalling ? places.count - 1 - index : index]
            rest += self[next..<place]
            next = place + 1
        }
        rest += self[next...]
        return rest
    }
}

extension SliceObject {
    /// Start, stop and step for a sequence of that many items, as Python's `slice.indices` gives them.
    public func bounds(_ count: Int) throws(RaisedError) -> (start: Int, stop: Int, step: Int) {
        let step = try SliceObject.number(step) ?? 1
        guard step != 0 else { throw RaisedError(.valueError, "slice step cannot be zero") }
        let (low, high) = step > 0 ? (0, count) : (-1, count - 1)
        func clamp(_ value: Int?, _ fallback: Int) -> Int {
            guard let value else { return fallback }
            let position = value < 0 ? (value < -count ? -1 : value + count) : value
            return value < 0 && value < -count ? low : min(max(position, low), high)
        }
        return (
            clamp(try SliceObject.number(start), step > 0 ? low : high),
            clamp(try SliceObject.number(stop), step > 0 ? high : low), step
        )
    }

    typealias Indices = LazyMapCollection<Range<Int>, Int>

    /// The indices it selects from a sequence of that many items.
    func indices(_ count: Int) throws(RaisedError) -> Indices {
        let (start, stop, step) = try bounds(count)
        let range = RangeObject(start: start, stop: stop, step: step)
        return (0..<range.count).lazy.map { range[$0] }
    }

    /// A bound as a number; nil for None.
    static func number(_ value: Value) throws(RaisedError) -> Int? {
        switch value {
        case .none: return nil
        case .int(let number): return min(max(number, -(1 << 62)), 1 << 62)
        case .bool(let truth): return truth ? 1 : 0
        case .big(let number): return number.isNegative ? -(1 << 62) : 1 << 62
        case .host(let object):
            if case .int(let number)? = try object.number() { return number }
        default: break
        }
        throw RaisedError(.typeError, "slice indices must be integers or None or have an __index__ method")
    }
}
