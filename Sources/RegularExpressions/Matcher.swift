/// Tries a pattern at a place of a text: one way after the other, going back to the last choice where one fails.
struct Matcher {
    /// What is taken back, or tried, when a way fails.
    private enum Choice {
        case goOn(at: Int, place: Int)
        /// A run of characters may be so much shorter, or longer.
        case shorten(at: Int, from: Int, to: Int)
        case lengthen(CharacterTest, at: Int, place: Int, left: Int)
        case restore(slot: Int, Int)
        case restoreCount(register: Int, count: Int, place: Int)
    }

    private let instructions: [Instruction]
    private let text: [Unicode.Scalar]
    /// The place behind the last character that may be matched.
    private let end: Int
    private let isInterrupted: () -> Bool
    /// The places of groups, and at last the number of the group that was closed last; -1 where there is none.
    private(set) var slots: [Int]
    private var counts: [(count: Int, place: Int)]
    private var choices: [Choice] = []
    private var steps = 0
    /// The whole match must end at the end of the text.
    private let mustEnd: Bool
    /// The place at which an empty match does not count.
    private let forbidden: Int?
    private var start = 0

    /// Choices that may wait at a time.
    private static let mostChoices = 20_000_000

    init(
        _ pattern: Pattern, _ text: [Unicode.Scalar], end: Int, mustEnd: Bool, noEmptyMatchAt forbidden: Int?,
        isInterrupted: @escaping () -> Bool
    ) {
        self.forbidden = forbidden
        instructions = pattern.instructions
        self.text = text
        self.end = end
        self.mustEnd = mustEnd
        self.isInterrupted = isInterrupted
        slots = [Int](repeating: -1, count: 2 * pattern.groupCount + 1)
        counts = [(Int, Int)](repeating: (0, -1), count: pattern.registerCount)
    }

    /// Whether there is a match from a place on; `slots` then has its places.
    mutating func matches(at place: Int) throws(PatternError) -> Bool {
        for slot in slots.indices { slots[slot] = -1 }
        choices.removeAll(keepingCapacity: true)
        start = place
        guard let stop = try run(0, place, isWhole: true) else { return false }
        (slots[0], slots[1]) = (place, stop)
        return true
    }

    /// Runs instructions up to `accept`. Choices that were made before stay.
    /// - Parameter isWhole: whether it is the whole pattern, which may have to end at the end.
    private mutating func run(_ start: Int, _ from: Int, isWhole: Bool) throws(PatternError) -> Int? {
        let bottom = choices.count
        var (address, place) = (start, from)
        while true {
            steps += 1
            if steps & 0xFFF == 0, isInterrupted() { throw PatternError.interrupted }
            if choices.count > Matcher.mostChoices { throw PatternError.outOfMemory }
            var isGoing = true
            switch instructions[address] {
            case .take(let test):
                isGoing = place < end && test.accepts(text[place])
                if isGoing { (address, place) = (address + 1, place + 1) }
            case .takeMany(let test, let least, let most, let isGreedy):
                isGoing = takeMany(test, least, most, isGreedy, address + 1, &place)
                address += 1
            case .fork(let first, let second):
                choices.append(.goOn(at: second, place: place))
                address = first
            case .jump(let target): address = target
            case .save(let slot):
                set(slot, place)
                if slot & 1 == 1 { set(slots.count - 1, slot / 2) }
                address += 1
            case .countFrom(let register):
                setCount(register, 0, -1)
                address += 1
            case .count(let register, let least, let most, let isGreedy, let body, let exit):
                address = next(register, least, most, isGreedy, body, exit, place)
            case .backreference(let group, let ignoresCase):
                if let stop = repeated(group, ignoresCase, place) {
                    (address, place) = (address + 1, stop)
                } else {
                    isGoing = false
                }
            case .assertion(let assertion):
                isGoing = holds(assertion, place)
                address += 1
            case .look(let body, let behind, let isNegated):
                isGoing = try look(body, place - behind, isNegated)
                address += 1
            case .atomic(let body):
                let bottom = choices.count
                if let stop = try run(body, place, isWhole: false) {
                    keepRestores(above: bottom)
                    (address, place) = (address + 1, stop)
                } else {
                    isGoing = false
                }
            case .unlessMatched(let group, let target):
                let isMatched = 2 * group + 1 < slots.count && slots[2 * group + 1] >= 0
                address = isMatched ? address + 1 : target
            case .accept:
                if !isWhole || isMatch(place) { return place }
                isGoing = false
            }
            if !isGoing {
                guard let choice = goBack(to: bottom) else { return nil }
                (address, place) = choice
            }
        }
    }

    private func isMatch(_ stop: Int) -> Bool {
        if stop == start, stop == forbidden { return false }
        return !mustEnd || stop == end
    }

    private mutating func set(_ slot: Int, _ value: Int) {
        choices.append(.restore(slot: slot, slots[slot]))
        slots[slot] = value
    }

    /// Takes back what was done since the last choice.
    /// - Returns: where to go on; nil where there is no choice left above `bottom`.
    private mutating func goBack(to bottom: Int) -> (address: Int, place: Int)? {
        while choices.count > bottom {
            switch choices.removeLast() {
            case .goOn(let address, let place): return (address, place)
            case .shorten(let address, let from, let to):
                if from < to - 1 { choices.append(.shorten(at: address, from: from, to: to - 1)) }
                return (address, to - 1)
            case .lengthen(let test, let address, let place, let left):
                guard left > 0, place < end, test.accepts(text[place]) else { continue }
                choices.append(.lengthen(test, at: address, place: place + 1, left: left - 1))
                return (address, place + 1)
            case .restore(let slot, let value): slots[slot] = value
            case .restoreCount(let register, let count, let place): counts[register] = (count, place)
            }
        }
        return nil
    }

    private mutating func takeMany(
        _ test: CharacterTest, _ least: Int, _ most: Int, _ isGreedy: Bool, _ address: Int, _ place: inout Int
    ) -> Bool {
        let start = place
        let furthest = most < end - start ? start + most : end
        let target = isGreedy ? furthest : min(furthest, least < end - start ? start + least : end)
        while place < target, test.accepts(text[place]) { place += 1 }
        guard place - start >= least else { return false }
        if isGreedy {
            if place > start + least { choices.append(.shorten(at: address, from: start + least, to: place)) }
        } else if place < furthest {
            choices.append(.lengthen(test, at: address, place: place, left: furthest - place))
        }
        return true
    }

    private mutating func setCount(_ register: Int, _ count: Int, _ place: Int) {
        choices.append(
            .restoreCount(register: register, count: counts[register].count, place: counts[register].place))
        counts[register] = (count, place)
    }

    /// Where a repetition goes on: an iteration that has taken nothing is the last.
    private mutating func next(
        _ register: Int, _ least: Int, _ most: Int, _ isGreedy: Bool, _ body: Int, _ exit: Int, _ place: Int
    ) -> Int {
        let (count, last) = counts[register]
        if count < least {
            setCount(register, count + 1, last)
            return body
        }
        if count >= most || place == last { return exit }
        if isGreedy {
            choices.append(.goOn(at: exit, place: place))
            setCount(register, count + 1, place)
            return body
        }
        setCount(register, count + 1, place)
        choices.append(.goOn(at: body, place: place))
        // The way out is tried first, with the count as it was.
        counts[register] = (count + 1, place)
        return exit
    }

    /// The place behind what a group has matched, where the same stands here.
    private func repeated(_ group: Int, _ ignoresCase: Bool, _ place: Int) -> Int? {
        let (start, stop) = (slots[2 * group], slots[2 * group + 1])
        guard start >= 0, stop >= start, place + stop - start <= end else { return nil }
        for offset in 0..<(stop - start) {
            let (a, b) = (text[start + offset], text[place + offset])
            if a != b, !ignoresCase || CharacterCase.lower(a) != CharacterCase.lower(b) { return nil }
        }
        return place + stop - start
    }

    private mutating func look(_ body: Int, _ place: Int, _ isNegated: Bool) throws(PatternError) -> Bool {
        guard place >= 0 else { return isNegated }
        let bottom = choices.count
        let isFound = try run(body, place, isWhole: false) != nil
        if isFound, !isNegated {
            keepRestores(above: bottom)
        } else {
            // Groups that were set within it are taken back.
            dropChoices(above: bottom)
        }
        return isFound != isNegated
    }

    /// Keeps what takes groups back, and drops the other ways.
    private mutating func keepRestores(above bottom: Int) {
        let kept = choices[bottom...].filter { choice in
            switch choice {
            case .restore, .restoreCount: true
            default: false
            }
        }
        choices.replaceSubrange(bottom..., with: kept)
    }

    private mutating func dropChoices(above bottom: Int) {
        keepRestores(above: bottom)
        _ = goBack(to: bottom)
    }

    private func holds(_ assertion: PatternNode.Assertion, _ place: Int) -> Bool {
        switch assertion {
        case .textStart: return place == 0
        case .textEnd: return place == end
        case .lastLineEnd: return place == end || place == end - 1 && text[place] == "\n"
        case .lineStart: return place == 0 || text[place - 1] == "\n"
        case .lineEnd: return place == end || text[place] == "\n"
        case .wordBoundary(let isNegated, let isASCII):
            // In an empty text there is neither.
            if end == 0 { return false }
            let before = place > 0 && CharacterClass.belongs(text[place - 1], to: .word, isASCII)
            let after = place < end && CharacterClass.belongs(text[place], to: .word, isASCII)
            return (before != after) != isNegated
        }
    }
}

extension PatternError {
    /// A person has stopped the search.
    public static let interrupted = PatternError("interrupted", nil)
    /// There are more ways to match than can be remembered.
    public static let outOfMemory = PatternError("too many ways to match", nil)
}
