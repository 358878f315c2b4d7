import Language

extension Compiler {
    /// Code that stores a value in a target: a name, an attribute, an item, or several of them.
    func target(_ target: Expression) throws(RaisedError) -> Store {
        let interpreter = self.interpreter
        let (source, span) = (self.source, target.span)
        switch target.kind {
        case .name(let name): return store(name)
        case .attribute(let object, let written, _):
            let name = mangled(written)
            let object = try compile(object)
            let members = MemberCache(name, interpreter)
            return { frame, value throws(RaisedError) in
                let owner = try object(frame)
                if members.store(value, in: owner) { return }
                do throws(RaisedError) { try interpreter.setAttribute(name, of: owner, to: value) } catch {
                    throw error.located(source, span)
                }
            }
        case .subscripted(let object, let index):
            let (object, index) = (try compile(object), try compile(index))
            return { frame, value throws(RaisedError) in
                let container = try object(frame)
                let key = try index(frame)
                do throws(RaisedError) { try interpreter.setItem(of: container, at: key, to: value) } catch {
                    throw error.located(source, span)
                }
            }
        case .tuple(let items), .list(let items): return try unpacking(items, span)
        case .starred: throw failure("starred assignment target must be in a list or tuple", span)
        default: throw failure("cannot assign to this expression", span)
        }
    }

    /// Code that stores the items of a value in several targets, one of which may be starred.
    private func unpacking(_ targets: [Expression], _ span: Span) throws(RaisedError) -> Store {
        var stores: [Store] = []
        var starIndex: Int?
        for (index, item) in targets.enumerated() {
            if case .starred(let inner) = item.kind {
                starIndex = index
                stores.append(try target(inner))
            } else {
                stores.append(try target(item))
            }
        }
        let interpreter = self.interpreter
        let source = self.source
        let star = starIndex
        return { frame, value throws(RaisedError) in
            let items: [Value]
            do throws(RaisedError) {
                items = try interpreter.unpack(value, count: stores.count, star: star)
            } catch { throw error.located(source, span) }
            for (store, item) in zip(stores, items) { try store(frame, item) }
        }
    }
}

extension Interpreter {
    /// The items of a value for `count` targets; the one at `star` takes the rest as a list.
    func unpack(_ value: Value, count: Int, star: Int?) throws(RaisedError) -> [Value] {
        let items: [Value]
        switch value {
        case .tuple(let values): items = values
        case .list(let list): items = list.items
        default:
            guard try isIterable(value) else {
                throw RaisedError(.typeError, "cannot unpack non-iterable \(value.typeName) object")
            }
            if star != nil {
                items = try self.items(of: value)
            } else {
                // One more than needed tells that there are too many; the rest may be endless.
                let iterator = try iterator(over: value)
                var values: [Value] = []
                while values.count <= count, let next = try iterator.next() { values.append(next) }
                items = values
            }
        }
        guard let star else {
            if items.count < count {
                throw RaisedError(.valueError, "not enough values to unpack (expected \(count), got \(items.count))")
            }
            if items.count > count {
                throw RaisedError(.valueError, "too many values to unpack (expected \(count))")
            }
            return items
        }
        guard items.count >= count - 1 else {
            throw RaisedError(
                .valueError, "not enough values to unpack (expected at least \(count - 1), got \(items.count))")
        }
        let after = count - star - 1
        let rest = items[star..<(items.count - after)]
        return items[..<star] + [.list(ListObject(Array(rest)))] + items[(items.count - after)...]
    }
}
