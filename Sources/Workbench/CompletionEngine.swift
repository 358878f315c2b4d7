import Interpreter
import Layers
import Library
import Network

/// Finds what could stand at a place in a line: names, attributes, keywords of a call, values of a keyword.
public struct CompletionEngine {
    private let session: Session

    /// Makes one from its parts.
    public init(_ session: Session) { self.session = session }

    /// What could stand there.
    public struct Candidates: Equatable, Sendable {
        /// Where the word begins, in bytes.
        public let start: Int
        /// The candidates.
        public let words: [Word]
    }

    /// One candidate, and what may follow it.
    public struct Word: Hashable, Sendable {
        /// The text.
        public let text: String
        /// `=` after a keyword, `(` after something that is called.
        public let suffix: Character?
    }

    /// The candidates for the word that ends at a place.
    /// - Parameters:
    ///   - line: the text typed so far.
    ///   - cursor: the place, in bytes.
    public func candidates(_ line: String, cursor: Int) -> Candidates {
        let bytes = Array(line.utf8.prefix(cursor))
        var start = bytes.count
        while start > 0, isWord(bytes[start - 1]) { start -= 1 }
        let word = String(decoding: bytes[start...], as: UTF8.self)
        let before = String(decoding: bytes[..<start], as: UTF8.self)
        if before.isEmpty, word.isEmpty { return Candidates(start: start, words: []) }
        let found = words(before: before, word)
        return Candidates(start: start, words: found.filter { $0.text.hasPrefix(word) })
    }

    private func isWord(_ byte: UInt8) -> Bool {
        (byte | 32 >= UInt8(ascii: "a") && byte | 32 <= UInt8(ascii: "z")) || (byte >= 48 && byte < 58)
            || byte == UInt8(ascii: "_") || byte >= 128
    }

    private func words(before: String, _ word: String) -> [Word] {
        let trimmed = before.trimmed
        if trimmed == "%" { return Commands.all.map { Word(text: $0.name, suffix: " ") } }
        if before.hasSuffix(".") { return attributes(before, word) }
        if let quoted = quotedValues(before) { return quoted }
        let names =
            session.interpreter.globals.definedNames + session.interpreter.builtinNames.filter { !$0.hasPrefix("_") }
            + session.interpreter.knownNames()
        return keywords(before) + Set(names).sorted().map { Word(text: $0, suffix: suffix(ofName: $0)) }
    }

    private func suffix(ofName name: String) -> Character? {
        switch session.interpreter.lookUp(name) {
        case .builtin?, .type?, .function?: "("
        default: nil
        }
    }

    /// The attributes of what stands before a dot; those that begin with `_` only where one has been typed.
    private func attributes(_ before: String, _ word: String) -> [Word] {
        var path = ""
        for character in before.dropLast().reversed() {
            guard character.isLetter || character.isNumber || character == "_" || character == "." else { break }
            path.insert(character, at: path.startIndex)
        }
        guard let value = try? session.value(ofPath: path) else { return [] }
        let names = session.interpreter.attributeNames(of: value).filter { word.hasPrefix("_") || !$0.hasPrefix("_") }
        return names.sorted().map { Word(text: $0, suffix: nil) }
    }

    /// The keywords of the call that is open, without those given already.
    private func keywords(_ before: String) -> [Word] {
        guard let (name, arguments) = openCall(before) else { return [] }
        let given = Set(arguments.split(separator: ",").map { String($0.prefix { $0 != "=" }).trimmed })
        return parameters(of: name).filter { !given.contains($0) }.map { Word(text: $0, suffix: "=") }
    }

    private func parameters(of name: String) -> [String] {
        if let definition = Catalogue.layers[name] { return definition.parameters.map(\.name) }
        guard let value = try? session.value(ofPath: name) else { return [] }
        let signature = session.interpreter.signature(of: value)
        return signature?.parameters.filter { $0.takesKeyword && $0.isImplemented }.map(\.name) ?? []
    }

    /// The values that a keyword's string may have, when a quote has just been opened.
    private func quotedValues(_ before: String) -> [Word]? {
        guard let quote = before.last, quote == "\"" || quote == "'" else { return nil }
        let rest = String(before.dropLast()).trimmed
        if rest.hasSuffix(".feed(") { return Probes.all.map { Word(text: $0.name, suffix: quote) } }
        guard rest.hasSuffix("="), let (name, _) = openCall(before), let definition = Catalogue.layers[name] else {
            return nil
        }
        let keyword = String(rest.dropLast().reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
        let parameter = definition.parameters.first { $0.name == keyword || $0.oldNames.contains(keyword) }
        return parameter?.kind.suggestions.filter { $0.first?.isLowercase == true }.map {
            Word(text: $0, suffix: quote)
        }
    }

    /// The name and the arguments so far of the innermost call that is still open.
    private func openCall(_ before: String) -> (name: String, arguments: String)? {
        let characters = Array(before)
        var depth = 0
        for index in characters.indices.reversed() {
            switch characters[index] {
            case ")", "]", "}": depth += 1
            case "[", "{": depth -= 1
            case "(":
                if depth > 0 {
                    depth -= 1
                    continue
                }
                let name = characters[..<index].reversed().prefix {
                    $0.isLetter || $0.isNumber || $0 == "_" || $0 == "."
                }
                return name.isEmpty ? nil : (String(name.reversed()), String(characters[(index + 1)...]))
            default: continue
            }
        }
        return nil
    }
}

extension Session {
    /// The names of the probes, for help.
    var probeNames: String { Probes.all.map { "\"\($0.name)\"" }.joined(separator: ", ") }
}
