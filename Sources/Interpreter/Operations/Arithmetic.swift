import Language
import OrderedCollections

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bits beyond which whole numbers are refused rather than computed.
private let largestBitWidth = 1 << 18

extension Interpreter {
    /// The result of a binary operator.
    /// - Throws: TypeError where the operands do not go together, and what the operator itself raises.
    public func binary(_ op: BinaryOperator, _ left: Value, _ right: Value) throws(RaisedError) -> Value {
        try binary(op, left, right, isAugmented: false)
    }

    /// - Parameter isAugmented: whether it is `a op= b`, as errors say.
    func binary(
        _ op: BinaryOperator, _ left: Value, _ right: Value, isAugmented: Bool
    ) throws(RaisedError) -> Value {
        if let a = Number(left), let b = Number(right) {
            if case .bool(let x) = left, case .bool(let y) = right, let truth = logical(op, x, y) { return truth }
            if let result = try arithmetic(op, a, b) { return result }
            throw unsupported(op, left, right, isAugmented)
        }
        if case .host(let object) = left, let result = try object.binary(op, right, isReflected: false, self) {
            return result
        }
        // A string formats whatever stands behind its %.
        if case .host(let object) = right, !(op == .modulo && left.typeName == "str" && object.instance != nil),
            let result = try object.binary(op, left, isReflected: true, self)
        {
            return result
        }
        if let result = try collections(op, left, right) { return result }
        if op == .or, let union = try UnionType.joined(left, right, self) { return union }
        throw unsupported(op, left, right, isAugmented)
    }

    private func logical(_ op: BinaryOperator, _ x: Bool, _ y: Bool) -> Value? {
        switch op {
        case .and: .bool(x && y)
        case .or: .bool(x || y)
        case .xor: .bool(x != y)
        default: nil
        }
    }

    private func unsupported(
        _ op: BinaryOperator, _ left: Value, _ right: Value, _ isAugmented: Bool
    ) -> RaisedError {
        if op == .add {
            switch left {
            case .string: return RaisedError(.typeError, "can only concatenate str (not \"\(right.typeName)\") to str")
            case .bytes: return RaisedError(.typeError, "can't concat \(right.typeName) to bytes")
            case .list: return RaisedError(.typeError, "can only concatenate list (not \"\(right.typeName)\") to list")
            case .tuple:
                return RaisedError(.typeError, "can only concatenate tuple (not \"\(right.typeName)\") to tuple")
            default: break
            }
        }
        if op == .multiply {
            switch (left, right) {
            case (.string, _), (.bytes, _), (.list, _), (.tuple, _):
                return RaisedError(.typeError, "can't multiply sequence by non-int of type '\(right.typeName)'")
            case (_, .string), (_, .bytes), (_, .list), (_, .tuple):
                return RaisedError(.typeError, "can't multiply sequence by non-int of type '\(left.typeName)'")
            default: break
            }
        }
        let symbol = isAugmented ? op.rawValue + "=" : (op == .power ? "** or pow()" : op.rawValue)
        return RaisedError(
            .typeError, "unsupported operand type(s) for \(symbol): '\(left.typeName)' and '\(right.typeName)'")
    }

    // MARK: Numbers

    private func arithmetic(_ op: BinaryOperator, _ a: Number, _ b: Number) throws(RaisedError) -> Value? {
        if case .int(let x) = a, case .int(let y) = b, let result = try small(op, x, y) { return result }
        if op == .divide { return try trueDivision(a, b) }
        if let x = a.whole, let y = b.whole { return try whole(op, x, y) }
        return try floating(op, a, b)
    }

    /// The result on 64-bit integers; nil where it does not fit, or another rule applies.
    private func small(_ op: BinaryOperator, _ x: Int, _ y: Int) throws(RaisedError) -> Value? {
        switch op {
        case .add:
            let (result, overflow) = x.addingReportingOverflow(y)
            return overflow ? nil : .int(result)
        case .subtract:
            let (result, overflow) = x.subtractingReportingOverflow(y)
            return overflow ? nil : .int(result)
        case .multiply:
            let (result, overflow) = x.multipliedReportingOverflow(by: y)
            return overflow ? nil : .int(result)
        case .floorDivide, .modulo:
            guard y != 0 else { throw divisionByZero(op) }
            guard !(x == .min && y == -1) else { return nil }
            let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
            let isRoundedUp = remainder != 0 && (remainder < 0) != (y < 0)
            if op == .floorDivide { return .int(isRoundedUp ? quotient - 1 : quotient) }
            return .int(isRoundedUp ? remainder + y : remainder)
        case .and: return .int(x & y)
        case .or: return .int(x | y)
        case .xor: return .int(x ^ y)
        case .shiftRight:
            guard y >= 0 else { throw RaisedError(.valueError, "negative shift count") }
            return .int(y > 63 ? (x < 0 ? -1 : 0) : x >> y)
        default: return nil
        }
    }

    private func divisionByZero(_ op: BinaryOperator) -> RaisedError {
        RaisedError(
            .zeroDivisionError,
            op == .divide
                ? "division by zero" : (op == .modulo ? "integer modulo by zero" : "integer division or modulo by zero")
        )
    }

    private func trueDivision(_ a: Number, _ b: Number) throws(RaisedError) -> Value {
        if Number.areEqual(b, .int(0)) {
            throw RaisedError(
                .zeroDivisionError, a.isFloat || b.isFloat ? "float division by zero" : "division by zero")
        }
        if let x = a.whole, let y = b.whole, max(x.bitWidth, y.bitWidth) > 53 { return try quotient(x, y) }
        return .float(try a.double() / b.double())
    }

    /// The float nearest to the quotient of two large whole numbers.
    private func quotient(_ x: BigInt, _ y: BigInt) throws(RaisedError) -> Value {
        // A quotient of at least 64 bits, of which the lowest stands for all that follow.
        let shift = max(0, 66 - (x.bitWidth - y.bitWidth))
        let magnitude = (x.isNegative ? -x : x).shiftedLeft(by: shift)
        var (quotient, rest) = magnitude.floorDivided(by: y.isNegative ? -y : y)
        if !rest.isZero { quotient = quotient | BigInt(1) }
        let value = quotient.scaled(by: -shift)
        guard value.isFinite else {
            throw RaisedError(.overflowError, "integer division result too large for a float")
        }
        return .float(x.isNegative != y.isNegative ? -value : value)
    }

    private func whole(_ op: BinaryOperator, _ x: BigInt, _ y: BigInt) throws(RaisedError) -> Value? {
        switch op {
        case .add: return Value(x + y)
        case .subtract: return Value(x - y)
        case .multiply:
            try requireSize(x.bitWidth + y.bitWidth)
            return Value(x * y)
        case .floorDivide, .modulo:
            guard !y.isZero else { throw divisionByZero(op) }
            let (quotient, remainder) = x.floorDivided(by: y)
            return Value(op == .floorDivide ? quotient : remainder)
        case .power: return try power(x, y)
        case .shiftLeft, .shiftRight: return try shift(op, x, y)
        case .and: return Value(x & y)
        case .or: return Value(x | y)
        case .xor: return Value(x ^ y)
        case .divide, .matrixMultiply: return nil
        }
    }

    private func power(_ x: BigInt, _ y: BigInt) throws(RaisedError) -> Value {
        if y.isNegative {
            guard !x.isZero else {
                throw RaisedError(.zeroDivisionError, "0.0 cannot be raised to a negative power")
            }
            return .float(pow(try Number.big(x).double(), try Number.big(y).double()))
        }
        if x.isZero || x == BigInt(1) { return Value(y.isZero ? BigInt(1) : x) }
        if x == BigInt(-1) { return .int((y.digits.first ?? 0) & 1 == 0 ? 1 : -1) }
        guard let exponent = y.int, exponent < largestBitWidth else { throw tooLarge() }
        try requireSize(x.bitWidth * exponent)
        return Value(x.raised(to: exponent))
    }

    private func shift(_ op: BinaryOperator, _ x: BigInt, _ y: BigInt) throws(RaisedError) -> Value {
        guard !y.isNegative else { throw RaisedError(.valueError, "negative shift count") }
        guard let count = y.int, count < largestBitWidth else {
            if op == .shiftRight { return .int(x.isNegative ? -1 : 0) }
            if x.isZero { return .int(0) }
            throw tooLarge()
        }
        if op == .shiftRight { return Value(x.floorDivided(by: BigInt(1).shiftedLeft(by: count)).quotient) }
        try requireSize(x.bitWidth + count)
        return Value(x.shiftedLeft(by: count))
    }

    private func requireSize(_ bits: Int) throws(RaisedError) { if bits > largestBitWidth { throw tooLarge() } }

    private func tooLarge() -> RaisedError {
        RaisedError(.overflowError, "the integer would have more than \(largestBitWidth) bits")
    }

    private func floating(_ op: BinaryOperator, _ a: Number, _ b: Number) throws(RaisedError) -> Value? {
        switch op {
        case .and, .or, .xor, .shiftLeft, .shiftRight, .matrixMultiply: return nil
        default: break
        }
        let (x, y) = (try a.double(), try b.double())
        switch op {
        case .add: return .float(x + y)
        case .subtract: return .float(x - y)
        case .multiply: return .float(x * y)
        case .floorDivide:
            guard y != 0 else { throw RaisedError(.zeroDivisionError, "float floor division by zero") }
            return .float(floorDivision(x, y).quotient)
        case .modulo:
            guard y != 0 else { throw RaisedError(.zeroDivisionError, "float modulo") }
            return .float(floorDivision(x, y).remainder)
        case .power:
            if x == 0, y < 0 {
                throw RaisedError(.zeroDivisionError, "0.0 cannot be raised to a negative power")
            }
            if x < 0, y != y.rounded(), y.isFinite {
                throw RaisedError(
                    .valueError, "a negative number to a fractional power is complex, which is outside this language")
            }
            let result = pow(x, y)
            if result.isInfinite, x.isFinite, y.isFinite {
                throw RaisedError(
                    ExceptionObject(.overflowError, [.int(34), .string("Numerical result out of range")]))
            }
            return .float(result)
        default: return nil
        }
    }

    /// Quotient rounded down and remainder with the divisor's sign, as CPython's `float_divmod` has them.
    func floorDivision(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
        var remainder = fmod(x, y)
        var quotient = (x - remainder) / y
        if remainder != 0 {
            if (y < 0) != (remainder < 0) {
                remainder += y
                quotient -= 1
            }
        } else {
            remainder = Double(signOf: y, magnitudeOf: 0)
        }
        guard quotient != 0 else { return (Double(signOf: x / y, magnitudeOf: 0), remainder) }
        var floor = quotient.rounded(.down)
        if quotient - floor > 0.5 { floor += 1 }
        return (floor, remainder)
    }

    // MARK: Unary operators

    /// The result of a unary operator.
    public func unary(_ op: UnaryOperator, _ operand: Value) throws(RaisedError) -> Value {
        if let number = Number(operand) {
            switch (op, number) {
            case (.plus, .int(let x)): return .int(x)
            case (.minus, .int(let x)): return x == .min ? Value(-BigInt(x)) : .int(-x)
            case (.invert, .int(let x)): return .int(~x)
            case (.plus, .float(let x)): return .float(x)
            case (.minus, .float(let x)): return .float(-x)
            case (.plus, .big(let x)): return .big(x)
            case (.minus, .big(let x)): return Value(-x)
            case (.invert, .big(let x)): return Value(-x - BigInt(1))
            case (.invert, .float): break
            }
        }
        if case .host(let object) = operand, let result = try object.unary(op, self) { return result }
        throw RaisedError(.typeError, "bad operand type for unary \(op.rawValue): '\(operand.typeName)'")
    }
}

extension Value {
    /// A whole number, small where it fits.
    init(_ number: BigInt) { self = number.int.map(Value.int) ?? .big(number) }
}
