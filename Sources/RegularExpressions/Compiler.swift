/// Makes instructions of the parts of a pattern.
struct Compiler {
    private(set) var instructions: [Instruction] = []
    /// The number of registers that count repetitions.
    private(set) var registerCount = 0
    /// The most instructions that a pattern may have: a repetition that counts costs no more than one.
    private static let limit = 1_000_000

    init(_ node: PatternNode) throws(PatternError) {
        try emit(node)
        instructions.append(.accept)
    }

    private mutating func emit(_ node: PatternNode) throws(PatternError) {
        guard instructions.count < Compiler.limit else { throw PatternError("the pattern is too large", nil) }
        if let test = Compiler.test(node) {
            instructions.append(.take(test))
            return
        }
        switch node {
        case .empty, .character, .dot, .characterClass: break
        case .sequence(let nodes): for node in nodes { try emit(node) }
        case .alternatives(let nodes): try emit(alternatives: nodes)
        case .repetition(let node, let least, let most, let greed):
            if greed == .possessive {
                try emit(.atomic(.repetition(node, least: least, most: most, .most)))
            } else {
                try emit(node, least, most ?? .max, isGreedy: greed == .most)
            }
        case .group(let number, let node):
            instructions.append(.save(2 * number))
            try emit(node)
            instructions.append(.save(2 * number + 1))
        case .backreference(let group, let ignoresCase, _, _):
            instructions.append(.backreference(group, ignoresCase: ignoresCase))
        case .assertion(let assertion): instructions.append(.assertion(assertion))
        case .look(let node, let isBehind, let isNegated):
            let behind = isBehind ? node.width.least : 0
            try emit(aside: node) { .look($0, behind: behind, isNegated: isNegated) }
        case .atomic(let node): try emit(aside: node) { .atomic($0) }
        case .conditional(let group, let yes, let no):
            let start = instructions.count
            instructions.append(.accept)
            try emit(yes)
            let end = instructions.count
            instructions.append(.accept)
            instructions[start] = .unlessMatched(group: group, instructions.count)
            try emit(no)
            instructions[end] = .jump(instructions.count)
        }
    }

    private mutating func emit(alternatives nodes: [PatternNode]) throws(PatternError) {
        var ends: [Int] = []
        for node in nodes.dropLast() {
            let fork = instructions.count
            instructions.append(.accept)
            try emit(node)
            ends.append(instructions.count)
            instructions.append(.accept)
            instructions[fork] = .fork(fork + 1, instructions.count)
        }
        if let last = nodes.last { try emit(last) }
        for end in ends { instructions[end] = .jump(instructions.count) }
    }

    private mutating func emit(
        _ node: PatternNode, _ least: Int, _ most: Int, isGreedy: Bool
    ) throws(PatternError) {
        if let test = Compiler.test(node) {
            instructions.append(.takeMany(test, least: least, most: most, isGreedy: isGreedy))
            return
        }
        let register = registerCount
        registerCount += 1
        instructions.append(.countFrom(register: register))
        let loop = instructions.count
        instructions.append(.accept)
        try emit(node)
        instructions.append(.jump(loop))
        instructions[loop] = .count(
            register: register, least: least, most: most, isGreedy: isGreedy, body: loop + 1, exit: instructions.count)
    }

    /// A part that is matched on its own: its instructions are jumped over.
    private mutating func emit(
        aside node: PatternNode, _ instruction: (Int) -> Instruction
    ) throws(PatternError) {
        let start = instructions.count
        instructions += [instruction(start + 2), .accept]
        try emit(node)
        instructions.append(.accept)
        instructions[start + 1] = .jump(instructions.count)
    }

    /// The test of a part that is one character; nil for other parts.
    private static func test(_ node: PatternNode) -> CharacterTest? {
        switch node {
        case .character(let character, let ignoresCase):
            ignoresCase ? .caseless(CharacterCase.lower(character)) : .character(character)
        case .dot(let matchesLineBreaks): matchesLineBreaks ? .any : .notLineBreak
        case .characterClass(let set, let ignoresCase, let isASCII):
            .characterClass(set, ignoresCase: ignoresCase, isASCII: isASCII)
        default: nil
        }
    }
}
