import PythonText
import Language

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Builtins on numbers: `sum`, `abs`, `round`, …
enum NumberBuiltins {
    static var all: [BuiltinFunction] {
        [
            BuiltinFunction("abs(x, /)", "The magnitude.") { arguments, interpreter throws(RaisedError) in
                if case .host = arguments[0],
                    let method = try interpreter.attributeIfPresent("__abs__", of: arguments[0])
                {
                    return try interpreter.call(method, CallArguments())
                }
                guard let number = Number(arguments[0].plain) else {
                    throw RaisedError(.typeError, "bad operand type for abs(): '\(arguments[0].typeName)'")
                }
                switch number {
                case .float(let x): return .float(x.magnitude)
                case .int(let x): return x < 0 ? try interpreter.unary(.minus, .int(x)) : .int(x)
                case .big(let x): return .big(x.isNegative ? -x : x)
                }
            },
            BuiltinFunction("sum(iterable, /, start=0)", "The items added up.") {
                arguments, interpreter throws(RaisedError) in
                let iterator = try interpreter.iterator(over: arguments[0])
                var total = arguments[1]
                if case .string = total {
                    throw RaisedError(.typeError, "sum() can't sum strings [use ''.join(seq) instead]")
                }
                while let item = try iterator.next() {
                    try interpreter.checkInterrupt()
                    total = try interpreter.binary(.add, total, item)
                }
                return total
            },
            BuiltinFunction("min(arg, /, *args, key=None, default=...)", "The smallest item.") {
                arguments, interpreter throws(RaisedError) in
                try interpreter.extreme("min", .less, arguments)
            },
            BuiltinFunction("max(arg, /, *args, key=None, default=...)", "The largest item.") {
                arguments, interpreter throws(RaisedError) in
                try interpreter.extreme("max", .greater, arguments)
            },
            BuiltinFunction(
                "round(number, ndigits=None)", "The nearest number with so many digits; halves go to even."
            ) { arguments, interpreter throws(RaisedError) in
                try rounded(arguments, interpreter)
            },
            BuiltinFunction("divmod(x, y, /)", "The quotient rounded down, and the remainder.") {
                arguments, interpreter throws(RaisedError) in
                for (name, object, other) in [
                    ("__divmod__", arguments[0], arguments[1]), ("__rdivmod__", arguments[1], arguments[0]),
                ] {
                    guard case .host(let host) = object, let instance = host.instance,
                        let answer = try instance.callSpecial(name, [other])
                    else { continue }
                    return answer
                }
                return try quotientAndRemainder(arguments[0], arguments[1], interpreter)
            },
            BuiltinFunction("pow(base, exp, mod=None)", "A power.") { arguments, interpreter throws(RaisedError) in
                guard let modulus = arguments.optional(2) else {
                    return try interpreter.binary(.power, arguments[0], arguments[1])
                }
                return try power(arguments[0], arguments[1], modulo: modulus, interpreter)
            },
            BuiltinFunction("bin(number, /)", "The number in base 2.") { arguments, _ throws(RaisedError) in
                try inBase(2, "0b", arguments[0])
            },
            BuiltinFunction("oct(number, /)", "The number in base 8.") { arguments, _ throws(RaisedError) in
                try inBase(8, "0o", arguments[0])
            },
            BuiltinFunction("hex(number, /)", "The number in base 16.") { arguments, _ throws(RaisedError) in
                try inBase(16, "0x", arguments[0])
            },
            BuiltinFunction("ord(c, /)", "The code of a character.") { arguments, _ throws(RaisedError) in
                if case .bytes(let bytes) = arguments[0] {
                    guard bytes.count == 1 else {
                        throw RaisedError(
                            .typeError, "ord() expected a character, but string of length \(bytes.count) found")
                    }
                    return .int(Int(bytes[0]))
                }
                guard case .string(let text) = arguments[0] else {
                    throw RaisedError(
                        .typeError, "ord() expected string of length 1, but \(arguments[0].typeName) found")
                }
                guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
                    throw RaisedError(
                        .typeError,
                        "ord() expected a character, but string of length \(text.unicodeScalars.count) found")
                }
                return .int(Int(scalar.value))
            },
            BuiltinFunction("chr(i, /)", "The character of a code.") { arguments, _ throws(RaisedError) in
                guard let code = UInt32(exactly: try arguments.int(0)), let scalar = UnicodeScalar(code) else {
                    throw RaisedError(.valueError, "chr() arg not in range(0x110000)")
                }
                return .string(String(scalar))
            },
        ]
    }

    private static func inBase(_ radix: Int, _ prefix: String, _ value: Value) throws(RaisedError) -> Value {
        guard let number = Number(value.plain)?.whole else {
            throw RaisedError(.typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
        }
        return .string((number.isNegative ? "-" : "") + prefix + number.magnitudeText(radix: radix))
    }

    private static func quotientAndRemainder(
        _ x: Value, _ y: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        guard let a = Number(x), let b = Number(y) else {
            do throws(RaisedError) {
                return .tuple([try interpreter.binary(.floorDivide, x, y), try interpreter.binary(.modulo, x, y)])
            } catch {
                guard error.exception.message.hasPrefix("unsupported operand") else { throw error }
                throw RaisedError(
                    .typeError,
                    "unsupported operand type(s) for divmod(): '\(x.typeName)' and '\(y.typeName)'")
            }
        }
        if Number.areEqual(b, .int(0)) {
            throw RaisedError(
                .zeroDivisionError, a.isFloat || b.isFloat ? "float divmod()" : "integer division or modulo by zero")
        }
        return .tuple([try interpreter.binary(.floorDivide, x, y), try interpreter.binary(.modulo, x, y)])
    }

    private static func power(
        _ base: Value, _ exponent: Value, modulo modulus: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        guard let a = Number(base), let b = Number(exponent), let c = Number(modulus) else {
            throw RaisedError(
                .typeError,
                "unsupported operand type(s) for ** or pow(): '\(base.typeName)', '\(exponent.typeName)', '\(modulus.typeName)'"
            )
        }
        guard var x = a.whole, var n = b.whole, let m = c.whole else {
            throw RaisedError(.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
        }
        if m.isZero { throw RaisedError(.valueError, "pow() 3rd argument cannot be 0") }
        if n.isNegative {
            guard let inverse = x.inverse(modulo: m) else {
                throw RaisedError(.valueError, "base is not invertible for the given modulus")
            }
            (x, n) = (inverse, -n)
        }
        return Value(
            try x.raised(to: n, modulo: m) { () throws(RaisedError) in try interpreter.checkInterrupt() })
    }

    private static func rounded(_ arguments: Arguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        let value = arguments[0]
        if case .host = value, let method = try interpreter.attributeIfPresent("__round__", of: value) {
            return try interpreter.call(method, CallArguments(arguments.optional(1).map { [$0] } ?? []))
        }
        let digits = try arguments.optionalInt(1)
        let plain: Value
        if case .host(let object) = value, let number = try object.number() { plain = number } else { plain = value }
        guard let number = Number(plain) else {
            throw RaisedError(.typeError, "type \(value.typeName) doesn't define __round__ method")
        }
        guard case .float(let x) = number else {
            guard let digits, digits < 0 else { return number.whole.map { Value($0) } ?? value }
            guard digits >= -5000 else { return .int(0) }
            // Halves go to the even multiple of the power of ten.
            let unit = BigInt(10).raised(to: -digits)
            let (quotient, rest) = (number.whole ?? BigInt(0)).floorDivided(by: unit)
            let twice = rest + rest
            let isOdd = (quotient.digits.first ?? 0) & 1 == 1
            let up = twice > unit || (twice == unit && isOdd)
            return Value((up ? quotient + BigInt(1) : quotient) * unit)
        }
        guard let digits else {
            if x.isNaN { throw RaisedError(.valueError, "cannot convert float NaN to integer") }
            if x.isInfinite { throw RaisedError(.overflowError, "cannot convert float infinity to integer") }
            return Value(BigInt(x.rounded(.toNearestOrEven)))
        }
        guard x.isFinite, digits < 300 else { return .float(x) }
        if digits >= 0 { return .float(Double(CFormat.float(x, "f", precision: digits)) ?? x) }
        guard digits > -300 else { return .float(x < 0 ? -0.0 : 0) }
        let unit = pow(10, Double(-digits))
        let result = (x / unit).rounded(.toNearestOrEven) * unit
        guard result.isFinite else { throw RaisedError(.overflowError, "rounded value too large to represent") }
        return .float(result)
    }
}

extension Interpreter {
    /// The smallest or the largest of some items.
    fileprivate func extreme(_ name: String, _ op: ComparisonOperator, _ arguments: Arguments) throws(RaisedError)
        -> Value
    {
        let (first, key, fallback) = (arguments[0], arguments.optional("key"), arguments.given("default"))
        let isOne = arguments.rest.isEmpty
        if fallback != nil, !isOne {
            throw RaisedError(
                .typeError, "Cannot specify a default for \(name)() with multiple positional arguments")
        }
        let candidates = isOne ? try iterator(over: first) : .over(arguments.allPositional, "tuple_iterator")
        var best: (key: Value, item: Value)?
        while let item = try candidates.next() {
            try checkInterrupt()
            var itemKey = item
            if let key { itemKey = try call(key, CallArguments([item])) }
            // Which is the largest of values that are not there is not known.
            if itemKey.isAbsent { return item.isAbsent ? item : itemKey }
            if let current = best {
                if try compare(op, itemKey, current.key).truth() { best = (itemKey, item) }
            } else {
                best = (itemKey, item)
            }
        }
        if let best { return best.item }
        if let fallback { return fallback }
        throw RaisedError(.valueError, "\(name)() arg is an empty sequence")
    }
}
