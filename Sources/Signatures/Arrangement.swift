import PythonText

/// Which argument of a call goes to which parameter, and what is wrong with the call.
public struct Arrangement: Sendable {
    /// Where an argument stands in the call.
    public enum Source: Sendable, Equatable {
        case positional(Int)
        case keyword(Int)
    }

    /// For each parameter the argument that it takes; nil where it has none, and for `*rest` and `**keywordRest`.
    public var sources: [Source?]
    /// The first positional argument that `*rest` takes.
    public var restStart: Int
    /// The keywords that `**keywordRest` takes.
    public var keywordRest: [Int] = []
    /// What is wrong with the call.
    public var faults = Faults()

    /// What is wrong with a call, as plain data; whoever reports it chooses the words.
    public struct Faults: Sendable, Equatable {
        /// Keywords that no parameter has.
        public var unexpected: [String] = []
        /// Parameters that were given by position and by keyword, or twice by keyword.
        public var repeated: [String] = []
        /// Parameters that were given by keyword but take a position only.
        public var positionalOnly: [String] = []
        /// Whether there are more positional arguments than parameters.
        public var hasSurplus = false
        /// Positional parameters that were not given and have no default.
        public var missing: [String] = []
        /// Keyword-only parameters that were not given and have no default.
        public var missingKeywords: [String] = []
        /// How many keyword-only parameters were given.
        public var keywordOnlyGiven = 0

        /// Whether nothing is wrong.
        public var isEmpty: Bool {
            !hasSurplus && unexpected.isEmpty && repeated.isEmpty && positionalOnly.isEmpty && missing.isEmpty
                && missingKeywords.isEmpty
        }
    }
}

extension Signature {
    /// Whether so many positional arguments, and no keywords, fill the parameters in their order with nothing wrong.
    public func isFilled(byPositional count: Int) -> Bool {
        count >= requiredPositionalCount && (count <= positionalCount || restPlace != nil) && !requiresKeywords
    }

    /// Decides which argument goes to which parameter.
    /// - Parameters:
    ///   - count: how many positional arguments there are.
    ///   - keywords: the names of the keywords, in the order of the call.
    public func arrange(positional count: Int, keywords: [String]) -> Arrangement {
        var result = Arrangement(
            sources: [Arrangement.Source?](repeating: nil, count: parameters.count),
            restStart: min(count, positionalCount))
        for place in 0..<min(count, positionalCount) { result.sources[place] = .positional(place) }
        for (index, keyword) in keywords.enumerated() {
            if let place = parameters.firstIndex(where: { $0.takesKeyword && $0.name == keyword }) {
                if result.sources[place] != nil { result.faults.repeated.append(keyword) }
                result.sources[place] = .keyword(index)
                if parameters[place].kind == .keywordOnly { result.faults.keywordOnlyGiven += 1 }
            } else if keywordRestPlace != nil {
                result.keywordRest.append(index)
            } else if parameters.contains(where: { $0.kind == .positionalOnly && $0.name == keyword }) {
                result.faults.positionalOnly.append(keyword)
            } else {
                result.faults.unexpected.append(keyword)
            }
        }
        result.faults.hasSurplus = count > positionalCount && restPlace == nil
        for (place, parameter) in parameters.enumerated() where result.sources[place] == nil && parameter.isRequired {
            if parameter.kind == .keywordOnly {
                result.faults.missingKeywords.append(parameter.name)
            } else {
                result.faults.missing.append(parameter.name)
            }
        }
        return result
    }

    /// The keyword that a misspelt one most likely means; nil if none is near.
    public func nearestKeyword(to name: String) -> String? {
        nearestName(to: name, in: parameters.filter { $0.takesKeyword && $0.isImplemented }.map(\.name))
    }
}
