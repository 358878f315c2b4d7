import Language

extension Compiler {
    /// Code that computes an expression.
    func compile(_ expression: Expression) throws(RaisedError) -> Evaluate {
        switch expression.kind {
        case .none: return constant(.none)
        case .ellipsis: return constant(.ellipsis)
        case .bool(let truth): return constant(.bool(truth))
        case .integer(let digits): return constant(try integer(digits, expression.span))
        case .bigInteger(let digits, let radix):
            guard digits.utf8.count <= 1 << 16, let number = BigInt(digits: digits, radix: radix) else {
                throw failure("the number has too many digits", expression.span)
            }
            return constant(Value(number))
        case .float(let value): return constant(.float(value))
        case .string(let text): return constant(.string(text))
        case .bytes(let bytes): return constant(.bytes(bytes))
        case .formatted(let parts): return located(expression.span, try formatted(parts))
        case .name(let name): return load(name, expression.span)
        case .tuple(let items):
            let values = try itemList(items)
            return { frame throws(RaisedError) in .tuple(try values(frame)) }
        case .list(let items):
            let values = try itemList(items)
            return { frame throws(RaisedError) in .list(ListObject(try values(frame))) }
        case .set(let items): return located(expression.span, try set(items))
        case .dict(let items): return located(expression.span, try dict(items))
        case .unary(let op, let operand): return try unary(op, operand, expression.span)
        case .binary(let op, let left, let right):
            return located(expression.span, binary(op, try compile(left), try compile(right)))
        case .boolean(let isAnd, let operands): return try boolean(isAnd, operands)
        case .not(let operand):
            let test = try condition(operand)
            return { frame throws(RaisedError) in .bool(!(try test(frame))) }
        case .comparison(let first, let rest): return located(expression.span, try comparison(first, rest))
        case .conditional(let test, let then, let otherwise):
            let (test, then, otherwise) = (try condition(test), try compile(then), try compile(otherwise))
            return { frame throws(RaisedError) in try test(frame) ? try then(frame) : try otherwise(frame) }
        case .lambda(let parameters, let body): return try lambda(parameters, body, expression.span)
        case .call(let callee, let arguments): return try call(callee, arguments, expression.span)
        case .attribute(let object, let name, let span): return try attribute(object, name, span)
        case .subscripted(let object, let index): return try subscripted(object, index, expression.span)
        case .slice(let start, let stop, let step): return try slice(start, stop, step)
        case .starred: throw failure("can't use starred expression here", expression.span)
        case .comprehension(let kind, let element, let value, let clauses):
            return located(expression.span, try comprehension(kind, element, value, clauses))
        // Those of generators have become statements.
        case .yield, .yieldFrom: throw failure("'yield' cannot stand here", expression.span)
        case .named(let name, let value):
            let (value, store) = (try compile(value), storeOutsideComprehensions(name))
            return { frame throws(RaisedError) in
                let result = try value(frame)
                try store(frame, result)
                return result
            }
        }
    }

    private func constant(_ value: Value) -> Evaluate { { _ throws(RaisedError) in value } }

    private func integer(_ digits: String, _ span: Span) throws(RaisedError) -> Value {
        if let value = Int(digits) { return .int(value) }
        guard digits.utf8.count <= 4300, let value = BigInt(digits) else {
            throw failure("Exceeds the limit (4300 digits) for integer string conversion", span)
        }
        return .big(value)
    }

    /// Code that answers a truth.
    func condition(_ expression: Expression) throws(RaisedError) -> (Frame) throws(RaisedError) -> Bool {
        let value = try compile(expression)
        let (source, span) = (self.source, expression.span)
        return { frame throws(RaisedError) in
            let result = try value(frame)
            if case .bool(let truth) = result { return truth }
            do throws(RaisedError) { return try result.truth() } catch { throw error.located(source, span) }
        }
    }

    /// Code that computes the items of a display, stars unpacked.
    func itemList(_ items: [Expression]) throws(RaisedError) -> (Frame) throws(RaisedError) -> [Value] {
        var parts: [(evaluate: Evaluate, isStarred: Bool)] = []
        for item in items {
            if case .starred(let inner) = item.kind {
                parts.append((located(item.span, try compile(inner)), true))
            } else {
                parts.append((try compile(item), false))
            }
        }
        let interpreter = self.interpreter
        return { frame throws(RaisedError) in
            var values: [Value] = []
            values.reserveCapacity(parts.count)
            for part in parts {
                let value = try part.evaluate(frame)
                if part.isStarred {
                    guard try interpreter.isIterable(value) else {
                        throw RaisedError(.typeError, "Value after * must be an iterable, not \(value.typeName)")
                    }
                    values += try interpreter.items(of: value)
                } else {
                    values.append(value)
                }
            }
            return values
        }
    }

    private func set(_ items: [Expression]) throws(RaisedError) -> Evaluate {
        if items.count > 2, items.allSatisfy(\.isConstant) { return try constantSet(items) }
        var parts: [(evaluate: Evaluate, isStarred: Bool)] = []
        for item in items {
            if case .starred(let inner) = item.kind {
                parts.append((located(item.span, try compile(inner)), true))
            } else {
                parts.append((try compile(item), false))
            }
        }
        let interpreter = self.interpreter
        return { frame throws(RaisedError) in
            var members = SetTable()
            for part in parts {
                let value = try part.evaluate(frame)
                if part.isStarred {
                    try interpreter.add(itemsOf: value, to: &members)
                } else {
                    members.insert(try HashKey(value))
                }
            }
            return .set(SetObject(members))
        }
    }

    /// Code for a display of constants. CPython makes a frozenset of them while it reads the code, makes it anew from its own items, and
    /// copies it when the code runs; on that depends where the members stand.
    private func constantSet(_ items: [Expression]) throws(RaisedError) -> Evaluate {
        let values = try itemList(items)
        return { frame throws(RaisedError) in
            var keys: [HashKey] = []
            for value in try values(frame) { keys.append(try HashKey(value)) }
            return .set(SetObject(SetTable(SetTable(keys).elements).copy))
        }
    }

    private func dict(_ items: [DictItem]) throws(RaisedError) -> Evaluate {
        var parts: [(key: Evaluate?, value: Evaluate)] = []
        for item in items {
            if let key = item.key {
                parts.append((try compile(key), try compile(item.value)))
            } else {
                parts.append((nil, try compile(item.value)))
            }
        }
        return { frame throws(RaisedError) in
            let result = DictObject()
            for part in parts {
                if let key = part.key {
                    let name = try HashKey(try key(frame))
                    result.entries[name] = try part.value(frame)
                } else {
                    let value = try part.value(frame)
                    guard let entries = try interpreter.entriesIfMapping(value) else {
                        throw RaisedError(.typeError, "'\(value.typeName)' object is not a mapping")
                    }
                    result.entries.merge(entries) { $1 }
                }
            }
            return .dict(result)
        }
    }

    private func unary(_ op: UnaryOperator, _ operand: Expression, _ span: Span) throws(RaisedError) -> Evaluate {
        let value = try compile(operand)
        let interpreter = self.interpreter
        return located(span) { frame throws(RaisedError) in try interpreter.unary(op, try value(frame)) }
    }

    /// Code for a binary operator, with the commonest cases on two small integers in place.
    func binary(_ op: BinaryOperator, _ left: @escaping Evaluate, _ right: @escaping Evaluate) -> Evaluate {
        let interpreter = self.interpreter
        switch op {
        case .add:
            return { frame throws(RaisedError) in
                let (a, b) = (try left(frame), try right(frame))
                if case .int(let x) = a, case .int(let y) = b {
                    let (sum, overflow) = x.addingReportingOverflow(y)
                    if !overflow { return .int(sum) }
                }
                return try interpreter.binary(.add, a, b)
            }
        case .subtract:
            return { frame throws(RaisedError) in
                let (a, b) = (try left(frame), try right(frame))
                if case .int(let x) = a, case .int(let y) = b {
                    let (difference, overflow) = x.subtractingReportingOverflow(y)
                    if !overflow { return .int(difference) }
                }
                return try interpreter.binary(.subtract, a, b)
            }
        default:
            return { frame throws(RaisedError) in
                try interpreter.binary(op, try left(frame), try right(frame))
            }
        }
    }

    private func boolean(_ isAnd: Bool, _ operands: [Expression]) throws(RaisedError) -> Evaluate {
        var parts: [Evaluate] = []
        for operand in operands { parts.append(located(operand.span, try compile(operand))) }
        // The last one is the result whatever its truth, which an array may not have.
        guard let last = parts.popLast() else { return constant(.none) }
        return { [parts] frame throws(RaisedError) in
            for part in parts {
                let value = try part(frame)
                if try value.truth() != isAnd { return value }
            }
            return try last(frame)
        }
    }

    private func comparison(
        _ first: Expression, _ rest: [(ComparisonOperator, Expression)]
    ) throws(RaisedError) -> Evaluate {
        let interpreter = self.interpreter
        let left = try compile(first)
        if rest.count == 1 {
            let (op, operand) = rest[0]
            let right = try compile(operand)
            return { frame throws(RaisedError) in
                let (a, b) = (try left(frame), try right(frame))
                if case .int(let x) = a, case .int(let y) = b {
                    switch op {
                    case .less: return .bool(x < y)
                    case .lessEqual: return .bool(x <= y)
                    case .greater: return .bool(x > y)
                    case .greaterEqual: return .bool(x >= y)
                    case .equal: return .bool(x == y)
                    case .notEqual: return .bool(x != y)
                    default: break
                    }
                }
                return try interpreter.compare(op, a, b)
            }
        }
        var parts: [(ComparisonOperator, Evaluate)] = []
        for (op, operand) in rest { parts.append((op, try compile(operand))) }
        return { frame throws(RaisedError) in
            var a = try left(frame)
            var result = Value.bool(true)
            for (op, part) in parts {
                let b = try part(frame)
                result = try interpreter.compare(op, a, b)
                if !(try result.truth()) { return result }
                a = b
            }
            return result
        }
    }

    private func slice(_ start: Expression?, _ stop: Expression?, _ step: Expression?) throws(RaisedError) -> Evaluate {
        func part(_ expression: Expression?) throws(RaisedError) -> Evaluate {
            guard let expression else { return constant(.none) }
            return try compile(expression)
        }
        let (start, stop, step) = (try part(start), try part(stop), try part(step))
        return { frame throws(RaisedError) in
            .slice(SliceObject(try start(frame), try stop(frame), try step(frame)))
        }
    }

    private func attribute(_ object: Expression, _ written: String, _ span: Span) throws(RaisedError) -> Evaluate {
        let name = mangled(written)
        let value = try compile(object)
        let interpreter = self.interpreter
        let members = MemberCache(name, interpreter)
        return located(span) { frame throws(RaisedError) in
            let owner = try value(frame)
            if let own = members.value(of: owner) { return own }
            return try interpreter.attribute(name, of: owner)
        }
    }

    private func subscripted(_ object: Expression, _ index: Expression, _ span: Span) throws(RaisedError) -> Evaluate {
        let (value, index) = (try compile(object), try compile(index))
        let interpreter = self.interpreter
        return located(span) { frame throws(RaisedError) in
            let container = try value(frame)
            let key = try index(frame)
            if case .list(let list) = container, case .int(let position) = key, position >= 0,
                position < list.items.count
            {
                return list.items[position]
            }
            return try interpreter.item(of: container, at: key)
        }
    }

    private func formatted(_ parts: [FormattedPart]) throws(RaisedError) -> Evaluate {
        var pieces: [(Frame) throws(RaisedError) -> String] = []
        for part in parts { pieces.append(try formattedPart(part)) }
        return { frame throws(RaisedError) in
            var result = ""
            for piece in pieces {
                result += try piece(frame)
                try requireText(result.utf8.count)
            }
            return .string(result)
        }
    }

    private func formattedPart(_ part: FormattedPart) throws(RaisedError) -> (Frame) throws(RaisedError) -> String {
        switch part {
        case .text(let text): return { _ throws(RaisedError) in text }
        case .value(let expression, let conversion, let format):
            let value = try compile(expression)
            let specification = try formatted(format)
            let interpreter = self.interpreter
            return { frame throws(RaisedError) in
                let value = try value(frame)
                let text = try Formatter.format(value, conversion, try specification(frame).str)
                if interpreter.waitingError != nil { try interpreter.raiseWaiting() }
                return text
            }
        }
    }

    /// Code that sets a name where `:=` binds it: in the function around all comprehensions.
    private func storeOutsideComprehensions(_ name: String) -> Store {
        store(name)
    }
}

extension Expression {
    /// Whether Python computes it while it reads the code: literals, and operators on them.
    fileprivate var isConstant: Bool {
        switch kind {
        case .none, .ellipsis, .bool, .integer, .bigInteger, .float, .string, .bytes: true
        case .unary(_, let a): a.isConstant
        case .binary(_, let a, let b): a.isConstant && b.isConstant
        case .tuple(let items): items.allSatisfy(\.isConstant)
        default: false
        }
    }
}
