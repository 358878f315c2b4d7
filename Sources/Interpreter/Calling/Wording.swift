import Signatures

/// How errors about the arguments of a call are worded.
public struct Wording: Sendable {
    /// The ways in which Python's functions report wrong arguments.
    enum Style: Sendable {
        /// `f() takes exactly one argument (2 given)`, and no keywords.
        case counted
        /// `f expected at most 2 arguments, got 3`.
        case unpacked
        /// `f() takes at most 2 arguments (3 given)`, and no keywords.
        case parsed
        /// `f() takes at most 2 arguments (3 given)`, and `'x' is an invalid keyword argument for f()`.
        case named
        /// `expected 1 argument, got 2`, and no keywords.
        case nameless
        /// `f() takes 2 positional arguments but 3 were given`, as functions written in Python do.
        case python
    }

    let style: Style?
    /// What an invalid keyword's message names where it is not the function itself.
    let keywordSubject: String?

    /// As CPython's functions in C report it; the style follows from the signature.
    public static let builtin = Wording(style: nil, keywordSubject: nil)
    /// `f expected at most 2 arguments, got 3`.
    public static let unpacked = Wording(style: .unpacked, keywordSubject: nil)
    /// `f() takes at most 2 arguments (3 given)`, without keywords.
    public static let parsed = Wording(style: .parsed, keywordSubject: nil)
    /// As functions written in Python report it.
    public static let python = Wording(style: .python, keywordSubject: nil)

    /// As `sorted` reports it, which hands its keywords on to `list.sort`.
    static let sorting = Wording(style: .unpacked, keywordSubject: "sort()")
    /// As the methods behind operators report it, without a name.
    static let `operator` = Wording(style: .nameless, keywordSubject: nil)
    /// As the methods of numpy's arrays report an invalid keyword: `'x' is an invalid keyword argument for this function`.
    public static let arrayMethod = Wording(style: nil, keywordSubject: "this function")

    /// The error for what is wrong with a call.
    /// - Parameter name: the function as messages name it; nil for the signature's own name.
    func error(
        _ signature: Signature, _ arrangement: Arrangement, _ arguments: CallArguments, name: String? = nil
    ) -> RaisedError {
        let faults = arrangement.faults
        let hint = faults.unexpected.first.flatMap { signature.nearestKeyword(to: $0) }.map { "did you mean '\($0)'?" }
        let words = Words(
            signature, faults, fullName: name ?? signature.name, given: arguments.positional.count,
            keywords: arguments.keywords.map(\.name))
        return RaisedError(.typeError, words.message(style ?? words.usualStyle, keywordSubject), hint: hint)
    }
}

/// The message for one call with wrong arguments.
private struct Words {
    private let signature: Signature
    private let faults: Arrangement.Faults
    private let fullName: String
    private let given: Int
    private let keywords: [String]

    init(
        _ signature: Signature, _ faults: Arrangement.Faults, fullName: String, given: Int, keywords: [String]
    ) {
        self.signature = signature
        self.faults = faults
        self.fullName = fullName
        self.given = given
        self.keywords = keywords
    }

    private var name: String { signature.shortName }
    private var least: Int { signature.requiredPositionalCount }
    private var most: Int { signature.restPlace == nil ? signature.positionalCount : .max }

    /// The style that CPython's argument parsing gives a function with such parameters.
    var usualStyle: Wording.Style {
        if signature.parameters.contains(where: \.takesKeyword) {
            let isOfCount = faults.unexpected.isEmpty && faults.repeated.isEmpty && signature.restPlace != nil
            return isOfCount ? .unpacked : .named
        }
        return least == most && most <= 1 ? .counted : .unpacked
    }

    func message(_ style: Wording.Style, _ keywordSubject: String?) -> String {
        switch style {
        case .python: return python
        case .named: return named(keywordSubject ?? "\(name)()")
        default: break
        }
        if !keywords.isEmpty, !signature.takesKeywords { return "\(signature.name)() takes no keyword arguments" }
        if let keyword = faults.unexpected.first {
            return "'\(keyword)' is an invalid keyword argument for \(keywordSubject ?? "\(name)()")"
        }
        let bound = given < least ? least : most
        let range = least == most ? "" : (given < least ? "at least " : "at most ")
        let arguments = "argument\(bound == 1 ? "" : "s")"
        switch style {
        case .counted:
            let wanted = most == 0 ? "no arguments" : "exactly one argument"
            return "\(signature.name)() takes \(wanted) (\(given) given)"
        case .nameless: return "expected \(range)\(bound) \(arguments), got \(given)"
        case .unpacked: return "\(name) expected \(range)\(bound) \(arguments), got \(given)"
        default: return "\(name)() takes \(range)\(bound) \(arguments) (\(given) given)"
        }
    }

    // MARK: As Argument Clinic

    private func named(_ subject: String) -> String {
        let parameters = signature.parameters.filter { $0.kind != .rest && $0.kind != .keywordRest }
        let required = parameters.filter(\.isRequired).count
        let all = given + keywords.count
        if signature.restPlace == nil, signature.keywordRestPlace == nil, all > parameters.count {
            let plural = "argument\(parameters.count == 1 ? "" : "s")"
            let kind = keywords.isEmpty || signature.positionalOnlyCount > 0 ? "" : "keyword "
            return
                "\(name)() takes \(required == parameters.count ? "exactly" : "at most") \(parameters.count) "
                + "\(given == 0 ? kind : "")\(plural) (\(all) given)"
        }
        if faults.hasSurplus {
            let most = signature.positionalCount
            if most == 0 { return "\(name)() takes no positional arguments" }
            return
                "\(name)() takes \(least == most ? "exactly" : "at most") \(most) positional argument"
                + "\(most == 1 ? "" : "s") (\(given) given)"
        }
        let positionalOnly = min(least, signature.positionalOnlyCount)
        if given < positionalOnly {
            return "\(name)() takes at least \(positionalOnly) positional argument (\(given) given)"
        }
        for (index, parameter) in parameters.enumerated() {
            if faults.repeated.contains(parameter.name) {
                return "argument for \(name)() given by name ('\(parameter.name)') and position (\(index + 1))"
            }
            if faults.missing.contains(parameter.name) || faults.missingKeywords.contains(parameter.name) {
                return "\(name)() missing required argument '\(parameter.name)' (pos \(index + 1))"
            }
        }
        let wrong = faults.unexpected.first ?? faults.positionalOnly.first ?? ""
        return "'\(wrong)' is an invalid keyword argument for \(subject)"
    }

    // MARK: As functions written in Python

    private var python: String {
        let name = fullName
        if let keyword = faults.repeated.first { return "\(name)() got multiple values for argument '\(keyword)'" }
        if !faults.positionalOnly.isEmpty {
            let names = faults.positionalOnly.joined(separator: ", ")
            return "\(name)() got some positional-only arguments passed as keyword arguments: '\(names)'"
        }
        if let keyword = faults.unexpected.first { return "\(name)() got an unexpected keyword argument '\(keyword)'" }
        if faults.hasSurplus { return tooMany }
        let (names, kind) =
            faults.missing.isEmpty ? (faults.missingKeywords, "keyword-only") : (faults.missing, "positional")
        return
            "\(name)() missing \(names.count) required \(kind) argument\(names.count == 1 ? "" : "s"): \(list(names))"
    }

    private func list(_ names: [String]) -> String {
        let quoted = names.map { "'\($0)'" }
        switch quoted.count {
        case 0, 1: return quoted.first ?? ""
        case 2: return "\(quoted[0]) and \(quoted[1])"
        default: return quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
        }
    }

    private var tooMany: String {
        // A method counts the object it is called on.
        let own = signature.isMethod ? 1 : 0
        let (least, most, given) = (self.least + own, signature.positionalCount + own, self.given + own)
        let takes = least == most ? "\(most)" : "from \(least) to \(most)"
        let plural = most == 1 && least == most ? "" : "s"
        var count = "\(given)"
        if faults.keywordOnlyGiven > 0 {
            count +=
                " positional argument\(given == 1 ? "" : "s")"
                + " (and \(faults.keywordOnlyGiven) keyword-only argument\(faults.keywordOnlyGiven == 1 ? "" : "s"))"
        }
        let verb = given == 1 && faults.keywordOnlyGiven == 0 ? "was" : "were"
        return "\(fullName)() takes \(takes) positional argument\(plural) but \(count) \(verb) given"
    }
}
