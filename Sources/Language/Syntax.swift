/// An expression of the language, with where it stands.
public final class Expression: Sendable {
    /// What kind it is.
    public let kind: Kind
    /// Where it stands in the source.
    public let span: Span

    init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }

    /// The kinds there are.
    public enum Kind: Sendable {
        case none
        case ellipsis
        case bool(Bool)
        /// A whole number, as decimal digits of any length.
        case integer(String)
        /// A whole number beyond 64 bits, as digits in base 2, 8 or 16.
        case bigInteger(String, radix: Int)
        case float(Double)
        case string(String)
        case bytes([UInt8])
        case formatted([FormattedPart])
        case name(String)
        case tuple([Expression])
        case list([Expression])
        case set([Expression])
        case dict([DictItem])
        case unary(UnaryOperator, Expression)
        case binary(BinaryOperator, Expression, Expression)
        /// `and` (true) or `or` (false) of two or more operands.
        case boolean(isAnd: Bool, [Expression])
        case not(Expression)
        case comparison(Expression, [(ComparisonOperator, Expression)])
        case conditional(test: Expression, then: Expression, otherwise: Expression)
        case lambda(Parameters, Expression)
        case call(Expression, [CallArgument])
        case attribute(Expression, String, Span)
        case subscripted(Expression, Expression)
        case slice(Expression?, Expression?, Expression?)
        case starred(Expression)
        case comprehension(ComprehensionKind, element: Expression, value: Expression?, [ComprehensionClause])
        /// `name := value`.
        case named(String, Expression)
        /// `yield value`.
        case yield(Expression?)
        /// `yield from iterable`.
        case yieldFrom(Expression)
    }
}

/// One `key: value` of a dict, or `**value` where the key is nil.
public struct DictItem: Sendable {
    /// The key.
    public let key: Expression?
    /// The value.
    public let value: Expression
}

/// Text or code of an f-string.
public enum FormattedPart: Sendable {
    case text(String)
    case value(Expression, conversion: Character?, format: [FormattedPart])
}

/// What a comprehension makes.
public enum ComprehensionKind: Sendable { case list, set, dict, generator }

/// One `for target in iterable if …` of a comprehension.
public struct ComprehensionClause: Sendable {
    /// What is assigned.
    public let target: Expression
    /// What is gone through.
    public let iterable: Expression
    /// The tests after `if`.
    public let conditions: [Expression]
}

/// One argument of a call.
public struct CallArgument: Sendable {
    /// The kinds there are.
    public enum Kind: Sendable {
        case positional
        case keyword(String)
        /// `*value`
        case unpacked
        /// `**value`
        case unpackedKeywords
    }

    /// What kind it is.
    public let kind: Kind
    /// The value.
    public let value: Expression
    /// Where it stands in the source.
    public let span: Span
}

/// An operator on one operand.
public enum UnaryOperator: String, Sendable { case plus = "+", minus = "-", invert = "~" }

/// An operator on two operands.
public enum BinaryOperator: String, Sendable {
    case add = "+", subtract = "-", multiply = "*", divide = "/", floorDivide = "//", modulo = "%", power = "**"
    case matrixMultiply = "@", shiftLeft = "<<", shiftRight = ">>", and = "&", or = "|", xor = "^"
}

/// A comparison of two operands.
public enum ComparisonOperator: String, Sendable {
    case equal = "==", notEqual = "!=", less = "<", lessEqual = "<=", greater = ">", greaterEqual = ">="
    case isSame = "is", isNotSame = "is not", isIn = "in", isNotIn = "not in"
}

/// The parameters of a function.
public struct Parameters: Sendable {
    /// One parameter.
    public struct Parameter: Sendable {
        /// The name it is found by.
        public let name: String
        /// The value where none is given; nil: required.
        public let defaultValue: Expression?
        /// Where it stands in the source.
        public let span: Span
    }

    /// Parameters that may be given by position; the first `positionalOnlyCount` of them only so.
    public var positional: [Parameter] = []
    /// How many of them only by position.
    public var positionalOnlyCount = 0
    /// The name after `*`.
    public var rest: String?
    /// Parameters that may only be given by keyword.
    public var keywordOnly: [Parameter] = []
    /// The name after `**`.
    public var keywordRest: String?
    /// What stands behind the `:` of parameters.
    public var annotations: [Annotation] = []

    /// Every name that the parameters bind.
    public var names: [String] {
        positional.map(\.name) + (rest.map { [$0] } ?? []) + keywordOnly.map(\.name) + (keywordRest.map { [$0] } ?? [])
    }
}

/// A statement of the language, with where it stands.
public final class Statement: Sendable {
    /// What kind it is.
    public let kind: Kind
    /// Where it stands in the source.
    public let span: Span

    init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }

    /// The kinds there are.
    public enum Kind: Sendable {
        case expression(Expression)
        case assign(targets: [Expression], Expression)
        case augmented(Expression, BinaryOperator, Expression)
        /// `target: annotation = value`.
        case annotated(Expression, Expression?, annotation: Expression)
        case conditional([(test: Expression, body: [Statement])], otherwise: [Statement])
        case whileLoop(Expression, [Statement], otherwise: [Statement])
        case forLoop(target: Expression, iterable: Expression, [Statement], otherwise: [Statement])
        case function(FunctionDefinition)
        case classDefinition(ClassDefinition)
        case returning(Expression?)
        case pass
        case breaking
        case continuing
        case importing([ImportedModule])
        case importingFrom(module: String, [ImportedName], all: Bool)
        case global([String])
        case nonlocal([String])
        case delete([Expression])
        case assert(Expression, message: Expression?)
        case raising(Expression?, cause: Expression?)
        case trying([Statement], [ExceptClause], otherwise: [Statement], finally: [Statement])
        case with([WithItem], [Statement])
        /// A line for the shell, such as `%who`.
        case shell(String)
    }
}

/// `def name(parameters): body`.
public struct FunctionDefinition: Sendable {
    /// The name it is found by.
    public let name: String
    /// The parameters, in order.
    public let parameters: Parameters
    /// The statements inside.
    public let body: [Statement]
    /// The string the body begins with.
    public let documentation: String?
    /// The expressions after `@`.
    public let decorators: [Expression]
    /// Where the name stands.
    public let nameSpan: Span
    /// The annotations of the parameters, and the result's by the name `return`.
    public let annotations: [Annotation]

    /// Whether a call of it makes a generator.
    public var isGenerator: Bool { body.contains(where: \.containsYield) }
}

/// `class name(bases): body`.
public struct ClassDefinition: Sendable {
    /// The name it is found by.
    public let name: String
    /// The classes it derives from, and keywords.
    public let bases: [CallArgument]
    /// The statements inside.
    public let body: [Statement]
    /// The string the body begins with.
    public let documentation: String?
    /// The expressions after `@`.
    public let decorators: [Expression]
    /// Where the name stands.
    public let nameSpan: Span

    /// The names that the body annotates, `x: int`, in their order.
    public var annotations: [Annotation] {
        body.compactMap { statement in
            guard case .annotated(let target, _, let annotation) = statement.kind, case .name(let name) = target.kind
            else { return nil }
            return Annotation(name: name, expression: annotation)
        }
    }
}

/// What stands behind the `:` of a name, or behind the `->` of a function.
public struct Annotation: Sendable {
    /// The name that is annotated.
    public let name: String
    /// The annotation.
    public let expression: Expression
}

/// `module as alias` of an import.
public struct ImportedModule: Sendable {
    /// The dotted name of the module.
    public let path: String
    /// The name it is bound to; nil for its own.
    public let alias: String?
    /// Where it stands in the source.
    public let span: Span
}

/// `name as alias` of a `from … import …`.
public struct ImportedName: Sendable {
    /// The name it is found by.
    public let name: String
    /// The name it is bound to; nil for its own.
    public let alias: String?
    /// Where it stands in the source.
    public let span: Span
}

/// `except types as name: body`.
public struct ExceptClause: Sendable {
    /// The class it belongs to.
    public let type: Expression?
    /// The name it is found by.
    public let name: String?
    /// The statements inside.
    public let body: [Statement]
}

/// `context as target` of a with statement.
public struct WithItem: Sendable {
    /// What is entered and left.
    public let context: Expression
    /// What is assigned.
    public let target: Expression?
}

/// A statement that stands at the top level of a script.
public struct TopLevelStatement: Sendable {
    /// The statement itself.
    public let statement: Statement
    /// The source code it stands in.
    public let source: SourceText
    /// Whether it ends in `;`, so that its result is not shown.
    public let isQuiet: Bool

    /// Its code, as written.
    public var text: String { source.text(of: statement.span) }
}
