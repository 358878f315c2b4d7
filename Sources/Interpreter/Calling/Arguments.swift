import Signatures

/// The arguments of one call, bound to the parameters of what is called; defaults stand where none was given.
public struct Arguments {
    private let declaration: Declaration
    /// The call; its positional arguments fill the parameters in their order where `slots` is nil.
    private let call: CallArguments
    private let slots: [Value?]?
    private let restStart: Int
    /// The keywords that `**kwargs` takes, in the order of the call.
    public let keywordRest: [(name: String, value: Value)]

    /// Binds a call.
    /// - Throws: TypeError, worded as Python words it for a function of that kind.
    public init(_ call: CallArguments, _ declaration: Declaration) throws(RaisedError) {
        let signature = declaration.signature
        self.declaration = declaration
        self.call = call
        if call.keywords.isEmpty, !declaration.hasUnimplemented,
            signature.isFilled(byPositional: call.positional.count)
        {
            slots = nil
            restStart = min(call.positional.count, signature.positionalCount)
            keywordRest = []
            return
        }
        let arrangement = signature.arrange(
            positional: call.positional.count, keywords: call.keywords.map(\.name))
        guard arrangement.faults.isEmpty else { throw declaration.wording.error(signature, arrangement, call) }
        let slots = arrangement.sources.map { source -> Value? in
            switch source {
            case nil: nil
            case .positional(let place)?: call.positional[place]
            case .keyword(let place)?: call.keywords[place].value
            }
        }
        self.slots = slots
        restStart = arrangement.restStart
        keywordRest = arrangement.keywordRest.map { call.keywords[$0] }
        try requireImplemented(slots)
    }

    /// Refuses arguments that would have no effect.
    private func requireImplemented(_ slots: [Value?]) throws(RaisedError) {
        guard declaration.hasUnimplemented else { return }
        let signature = declaration.signature
        for (place, parameter) in signature.parameters.enumerated() where !parameter.isImplemented {
            guard let value = slots[place], !value.isLiteral(declaration.defaults[place]) else { continue }
            let usual = parameter.defaultText.flatMap { $0 == "..." ? nil : "leave it at \($0)" }
            throw RaisedError(
                .typeError, "\(signature.name)() is implemented without '\(parameter.name)'. Received: \(value.repr)",
                hint: usual ?? "leave it out")
        }
    }

    /// The signature of what is called.
    public var signature: Signature { declaration.signature }

    /// The name of what is called, for errors.
    public var name: String { declaration.signature.shortName }

    /// How many positional arguments were given.
    public var positionalCount: Int { call.positional.count }

    /// The arguments as they were written, for functions that hand them on.
    public var asWritten: CallArguments { call }

    /// All that was given by position, whatever takes it.
    public var allPositional: [Value] { call.positional }

    /// What `*args` takes.
    public var rest: [Value] { restStart == 0 ? call.positional : Array(call.positional.dropFirst(restStart)) }

    /// Whether there is a parameter of that name.
    public func takes(_ name: String) -> Bool { declaration.signature.place(of: name) != nil }

    // MARK: Values

    /// The argument of a parameter; nil where none was given.
    public func given(_ key: some ParameterKey) -> Value? {
        let place = key.place(in: declaration.signature)
        if let slots { return place < slots.count ? slots[place] : nil }
        return place < restStart ? call.positional[place] : nil
    }

    /// The argument of a parameter, or its default.
    public subscript(_ key: some ParameterKey) -> Value {
        let place = key.place(in: declaration.signature)
        if let slots, place < slots.count, let value = slots[place] { return value }
        if slots == nil, place < restStart { return call.positional[place] }
        return place < declaration.defaults.count ? declaration.defaults[place] : .none
    }

    /// The argument of a parameter, or its default; nil where that is None.
    public func optional(_ key: some ParameterKey) -> Value? {
        if case let value = self[key], !value.isNone { value } else { nil }
    }

    // MARK: Values of one kind

    /// The whole number that a parameter has.
    /// - Throws: TypeError for what is none, OverflowError where it has more than 64 bits.
    public func int(_ key: some ParameterKey) throws(RaisedError) -> Int { try self[key].wholeNumber() }

    /// The whole number that a parameter has; nil for None.
    public func optionalInt(_ key: some ParameterKey) throws(RaisedError) -> Int? {
        if let value = optional(key) { try value.wholeNumber() } else { nil }
    }

    /// The number that a parameter has.
    public func number(_ key: some ParameterKey) throws(RaisedError) -> Double { try self[key].realNumber() }

    /// The number that a parameter has; nil for None.
    public func optionalNumber(_ key: some ParameterKey) throws(RaisedError) -> Double? {
        if let value = optional(key) { try value.realNumber() } else { nil }
    }

    /// The truth of what a parameter has.
    public func bool(_ key: some ParameterKey) throws(RaisedError) -> Bool { try self[key].truth() }

    /// The text that a parameter has.
    public func string(_ key: some ParameterKey) throws(RaisedError) -> String {
        let value = self[key]
        guard let text = value.plainText else {
            let parameter = declaration.signature.parameters[key.place(in: declaration.signature)].name
            throw RaisedError(.typeError, "\(name)() argument '\(parameter)' must be str, not \(value.typeName)")
        }
        return text
    }

    /// The text that a parameter has; nil for None.
    public func optionalString(_ key: some ParameterKey) throws(RaisedError) -> String? {
        optional(key) == nil ? nil : try string(key)
    }
}

/// What names a parameter: its place, or its name.
public protocol ParameterKey {
    /// Where the parameter stands in a signature.
    func place(in signature: Signature) -> Int
}

extension Int: ParameterKey {
    /// The place itself.
    public func place(in signature: Signature) -> Int { self }
}

extension String: ParameterKey {
    /// The place of the parameter of that name.
    public func place(in signature: Signature) -> Int {
        guard let place = signature.place(of: self) else {
            assertionFailure("\(signature.name) has no parameter '\(self)'")
            return signature.parameters.count
        }
        return place
    }
}

extension Value {
    /// Whether it is None.
    public var isNone: Bool { if case .none = self { true } else { false } }

    /// Whether it is the same number, string or None as a default.
    func isLiteral(_ other: Value) -> Bool {
        switch (self, other) {
        case (.tuple(let a), .tuple(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isLiteral($1) }
        case (.int(let a), .float(let b)), (.float(let b), .int(let a)): Double(a) == b
        default: isIdentical(to: other)
        }
    }

    /// The value as Python's `__index__` gives it.
    /// - Throws: TypeError if it is not an integer, OverflowError where it has more than 64 bits.
    public func wholeNumber() throws(RaisedError) -> Int {
        switch self {
        case .int(let number): return number
        case .bool(let truth): return truth ? 1 : 0
        case .big: throw RaisedError(.overflowError, "Python int too large to convert to C ssize_t")
        case .host(let object):
            switch try object.number() {
            case .int(let number)?: return number
            default: break
            }
        default: break
        }
        throw RaisedError(.typeError, "'\(typeName)' object cannot be interpreted as an integer")
    }

    /// The value as a float.
    /// - Throws: TypeError if it is not a number.
    public func realNumber() throws(RaisedError) -> Double {
        switch self {
        case .int(let number): return Double(number)
        case .bool(let truth): return truth ? 1 : 0
        case .float(let number): return number
        case .big: if let number = Number(self) { return try number.double() }
        case .host(let object):
            if let inner = try object.number(convertedTo: "a float") { return try inner.realNumber() }
        default: break
        }
        throw RaisedError(.typeError, "must be real number, not \(typeName)")
    }
}
