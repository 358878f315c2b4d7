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
            BuiltinFunction("abs", parameters: ["x"], documentation: "The magnitude.") {
                arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("abs", arguments, most: 1)
                let value = try reader.required("x")
                if case .host(let object) = value, let method = try object.attribute("__abs__", interpreter) {
                    return try interpreter.call(method, CallArguments())
                }
                guard let number = Number(value) else {
                    throw RaisedError(.typeError, "bad operand type for abs(): '\(value.typeName)'")
                }
                switch number {
                case .float(let x): return .float(x.magnitude)
                case .int(let x): return x < 0 ? try interpreter.unary(.minus, .int(x)) : .int(x)
                case .big(let x): return .big(x.isNegative ? -x : x)
                }
            },
            BuiltinFunction("sum", parameters: ["iterable", "start"], documentation: "The items added up.") {
                arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("sum", arguments, most: 2)
                let iterator = try interpreter.iterator(over: try reader.required("iterable"))
                var total = reader.optional("start") ?? .int(0)
                if case .string = total {
                    throw RaisedError(.typeError, "sum() can't sum strings [use ''.join(seq) instead]")
                }
                while let item = try iterator.next() { total = try interpreter.binary(.add, total, item) }
                return total
            },
            BuiltinFunction("min", parameters: ["iterable", "key", "default"], documentation: "The smallest item.") {
                arguments, interpreter throws(RaisedError) in
                try interpreter.extreme("min", .less, arguments)
            },
            BuiltinFunction("max", parameters: ["iterable", "key", "default"], documentation: "The largest item.") {
                arguments, interpreter throws(RaisedError) in
                try interpreter.extreme("max", .greater, arguments)
            },
            BuiltinFunction(
                "round", parameters: ["number", "ndigits"],
                documentation: "The nearest number with so many digits; halves go to even."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("round", arguments, most: 2)
                let value = try reader.required("number")
                let digits = try reader.optionalInt("ndigits")
                return try rounded(value, digits, interpreter)
            },
            BuiltinFunction("divmod", parameters: ["x", "y"], documentation: "Quotient rounded down, and remainder.") {
                arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("divmod", arguments, most: 2)
                let (x, y) = (try reader.required("x"), try reader.required("y"))
                return .tuple([try interpreter.binary(.floorDivide, x, y), try interpreter.binary(.modulo, x, y)])
            },
            BuiltinFunction("pow", parameters: ["base", "exp", "mod"], documentation: "A power.") {
                arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("pow", arguments, most: 3)
                let (base, exponent) = (try reader.required("base"), try reader.required("exp"))
                let power = try interpreter.binary(.power, base, exponent)
                guard let modulus = reader.optional("mod") else { return power }
                return try interpreter.binary(.modulo, power, modulus)
            },
            BuiltinFunction("bin", parameters: ["number"], documentation: "The number in base 2.") {
                arguments, _ throws(RaisedError) in
                try inBase(2, "0b", "bin", arguments)
            },
            BuiltinFunction("oct", parameters: ["number"], documentation: "The number in base 8.") {
                arguments, _ throws(RaisedError) in
                try inBase(8, "0o", "oct", arguments)
            },
            BuiltinFunction("hex", parameters: ["number"], documentation: "The number in base 16.") {
                arguments, _ throws(RaisedError) in
                try inBase(16, "0x", "hex", arguments)
            },
            BuiltinFunction("ord", parameters: ["c"], documentation: "The code of a character.") {
                arguments, _ throws(RaisedError) in
                var reader = try ArgumentReader("ord", arguments, most: 1)
                let text = try reader.string("c")
                guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
                    throw RaisedError(
                        .typeError,
                        "ord() expected a character, but string of length \(text.unicodeScalars.count) found")
                }
                return .int(Int(scalar.value))
            },
            BuiltinFunction("chr", parameters: ["i"], documentation: "The character of a code.") {
                arguments, _ throws(RaisedError) in
                var reader = try ArgumentReader("chr", arguments, most: 1)
                guard let code = UInt32(exactly: try reader.int("i")), let scalar = UnicodeScalar(code) else {
                    throw RaisedError(.valueError, "chr() arg not in range(0x110000)")
                }
                return .string(String(scalar))
            },
        ]
    }

    private static func inBase(
        _ radix: Int, _ prefix: String, _ name: String, _ arguments: CallArguments
    ) throws(RaisedError) -> Value {
        var reader = try ArgumentReader(name, arguments, most: 1)
        let number = try reader.int("number")
        return .string((number < 0 ? "-" : "") + prefix + String(number.magnitude, radix: radix))
    }

    private static func rounded(_ value: Value, _ digits: Int?, _ interpreter: Interpreter) throws(RaisedError) -> Value
    {
        let plain: Value
        if case .host(let object) = value, let number = try object.number() { plain = number } else { plain = value }
        guard let number = Number(plain) else {
            throw RaisedError(.typeError, "type \(value.typeName) doesn't define __round__ method")
        }
        guard case .float(let x) = number else {
            guard let digits, digits < 0 else { return number.whole.map { Value($0) } ?? value }
            guard digits > -30 else { return .int(0) }
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
        return .float((x / unit).rounded(.toNearestOrEven) * unit)
    }
}

extension Interpreter {
    /// The smallest or the largest of some items.
    fileprivate func extreme(_ name: String, _ op: ComparisonOperator, _ arguments: CallArguments) throws(RaisedError)
        -> Value
    {
        var reader = try ArgumentReader(name, CallArguments([], keywords: arguments.keywords))
        let (key, fallback) = (reader.keyword("key"), reader.keyword("default"))
        try reader.finish()
        guard let first = arguments.positional.first else {
            throw RaisedError(.typeError, "\(name) expected at least 1 argument, got 0")
        }
        let candidates = arguments.positional.count == 1 ? try items(of: first) : arguments.positional
        var best: (key: Value, item: Value)?
        for item in candidates {
            var itemKey = item
            if let key, !key.isIdentical(to: .none) { itemKey = try call(key, CallArguments([item])) }
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
