/// Makes inputs: bytes, tokens, statements about layers, calls of everything, and scripts that were valid before they were changed.
struct InputMaker {
    private let seed: UInt64
    private let vocabulary = Vocabulary()
    private let calls = CallMaker()
    private let seeds: [[UInt8]]

    /// - Parameters:
    ///   - seed: what the inputs depend on.
    ///   - seeds: valid scripts to change; there may be none.
    init(seed: UInt64, seeds: [[UInt8]]) {
        self.seed = seed
        self.seeds = seeds
    }

    /// The input of a number, the same for the same seed.
    func input(_ number: Int) -> [UInt8] {
        var dice = Dice(seed: seed, input: number)
        switch dice.number(0...99) {
        case 0..<5: return bytes(&dice)
        case 5..<15: return Array(tokens(&dice).utf8)
        case 15..<40: return Array(statements(&dice).utf8)
        case 40..<75: return Array(calls.script(&dice).utf8)
        default: return seeds.isEmpty ? Array(tokens(&dice).utf8) : mutated(&dice)
        }
    }

    private func bytes(_ dice: inout Dice) -> [UInt8] {
        let isText = dice.happens(percent: 60)
        return (0..<dice.number(0...200)).map { _ in
            UInt8(isText ? dice.pick([10, 32, dice.number(32...126), dice.number(32...126)]) : dice.number(0...255))
        }
    }

    // MARK: Tokens

    private func token(_ dice: inout Dice) -> String {
        switch dice.number(0...9) {
        case 0...1: dice.pick(vocabulary.keywords)
        case 2...4: dice.pick(vocabulary.symbols)
        case 5: dice.pick(vocabulary.builtins)
        case 6: dice.pick(vocabulary.layers).name
        case 7: dice.pick(["x", "y", "m", "f", "a", "self", "_", "np", "keras", "K"])
        default: dice.pick(vocabulary.values)
        }
    }

    private func tokens(_ dice: inout Dice) -> String {
        var result = ""
        for _ in 0..<dice.number(1...40) { result += token(&dice) + (dice.happens(percent: 70) ? " " : "") }
        return result
    }

    // MARK: Statements

    private static let beginning = """
        import numpy as np
        import keras
        import math
        from keras import backend as K
        from keras.layers import *
        from keras.models import *

        """

    private func value(_ dice: inout Dice, _ depth: Int = 2) -> String {
        guard depth > 0, dice.happens(percent: 30) else { return dice.pick(vocabulary.values) }
        let (a, b) = (value(&dice, depth - 1), value(&dice, depth - 1))
        switch dice.number(0...9) {
        case 0: return "(\(a), \(b))"
        case 1: return "[\(a), \(b)]"
        case 2:
            return
                "(\(a) \(dice.pick(["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "<", "==", "in", "and"])) \(b))"
        case 3: return "\(dice.pick(vocabulary.builtins))(\(a))"
        case 4: return "\(dice.pick(vocabulary.builtins))(\(a), \(b))"
        case 5: return "format(\(a), '\(dice.pick(vocabulary.formats))')"
        case 6: return "(\(a))[\(dice.pick([b, "\(b):\(a)", "::\(b)", "..., \(b)"]))]"
        case 7: return "'{0:\(dice.pick(vocabulary.formats))}'.format(\(a), \(b))"
        case 8: return "'%\(dice.pick(["d", "5.2f", "*d", "s", "x", "c", "1000000d", ".99999f"]))' % (\(a),)"
        default: return "(\(a)).\(dice.pick(vocabulary.strings + vocabulary.listMethods + vocabulary.others))(\(b))"
        }
    }

    private func arguments(_ dice: inout Dice, _ parameters: [String]) -> String {
        var parts: [String] = (0..<dice.number(0...3)).map { _ in value(&dice, 1) }
        if !parameters.isEmpty {
            for _ in 0..<dice.number(0...3) { parts.append("\(dice.pick(parameters))=\(value(&dice, 1))") }
        }
        return parts.joined(separator: ", ")
    }

    private func size(_ dice: inout Dice) -> String {
        dice.pick(["1", "2", "3", "8", "28", "None", "0", "-1", "10**9", "2**31", "2**62", "10**30", "1.5", "'a'"])
    }

    private func layer(_ dice: inout Dice) -> String {
        let layer = dice.pick(vocabulary.layers)
        let usual = [
            "2", "4, 3", "(2, 2)", "3", "", "4, 3, padding='same'", "2, 2, strides=2", "4, (3, 3), dilation_rate=2",
        ]
        return "\(layer.name)(\(dice.happens(percent: 45) ? dice.pick(usual) : arguments(&dice, layer.parameters)))"
    }

    private func statement(_ dice: inout Dice) -> String {
        let extreme = dice.happens(percent: 35)
        let side = extreme ? size(&dice) : dice.pick(["4", "8", "9"])
        let channels = extreme ? size(&dice) : dice.pick(["1", "2", "3"])
        let shape = dice.pick([
            "(\(side), \(side), \(channels))", "(\(side), \(channels))", "(\(side), \(side), \(side), \(channels))",
            "(\(side),)",
        ])
        switch dice.number(0...13) {
        case 0...1: return "x = Input(shape=\(shape))"
        case 2...4:
            return
                "\(dice.pick(["y", "x"])) = \(layer(&dice))(\(dice.pick(["x", "x", "[x, x]", "y", value(&dice, 1)])))"
        case 5:
            return
                "m = Model(\(dice.pick(["x", "[x]", value(&dice, 1)])), \(dice.pick(["y", "[y, x]", value(&dice, 1)])))"
        case 6: return "m = Sequential([\(layer(&dice)), \(layer(&dice))]); m.build((None,) + \(shape))"
        case 7: return "\(dice.pick(vocabulary.inspections))(\(dice.pick(["x", "y", "m", value(&dice)])))"
        case 8:
            return
                "\(dice.pick(["x", "y", "m"])).\(dice.pick(["summary()", "shape", "get_weights()", "layers", "count_params()", "get_config()", "output_shape", "predict(np.ones(\(shape)))", "add(\(layer(&dice)))", "name", "trainable = \(value(&dice, 1))"]))"
        case 9...10:
            return
                "\(dice.pick(["y", "_", "a"])) = \(dice.pick(vocabulary.members))(\(arguments(&dice, ["axis", "dtype", "shape", "size"])))"
        case 11: return "print(\(value(&dice)), \(value(&dice)))"
        case 12:
            return "for i in \(value(&dice)):\n    \(dice.pick(["print(i)", "x = \(value(&dice))", "break", "y = i"]))"
        default:
            return
                "try:\n    \(dice.pick(["a = \(value(&dice))", "print(\(value(&dice, 3)))"]))\nexcept Exception as e:\n    print(e)"
        }
    }

    private func statements(_ dice: inout Dice) -> String {
        var result = InputMaker.beginning
        if dice.happens(percent: 70) { result += "x = Input(shape=(8, 8, 3))\ny = x\n" }
        for _ in 0..<dice.number(1...6) { result += statement(&dice) + "\n" }
        return result
    }

    // MARK: Changed scripts

    private func mutated(_ dice: inout Dice) -> [UInt8] {
        var lines = seeds[dice.number(0...(seeds.count - 1))].split(separator: 10, omittingEmptySubsequences: false)
            .map(Array.init)
        if lines.count > 40 {
            // Imports stand at the beginning; of the rest a stretch will do.
            let start = dice.number(0...(lines.count - 30))
            lines = Array(lines[..<min(6, start)] + lines[start..<(start + 30)])
        }
        for _ in 0..<dice.number(1...6) { mutate(&lines, &dice) }
        var result = Array(lines.joined(separator: [10]))
        if dice.happens(percent: 10), !result.isEmpty { result.removeLast(dice.number(0...(result.count - 1))) }
        return result
    }

    private func mutate(_ lines: inout [[UInt8]], _ dice: inout Dice) {
        guard !lines.isEmpty else { return }
        let at = dice.number(0...(lines.count - 1))
        switch dice.number(0...9) {
        case 0: lines.remove(at: at)
        case 1: lines.insert(lines[at], at: dice.number(0...lines.count))
        case 2: lines.swapAt(at, dice.number(0...(lines.count - 1)))
        case 3: lines.insert(Array(statement(&dice).utf8), at: at)
        case 4:
            let other = seeds[dice.number(0...(seeds.count - 1))].split(separator: 10)
            if !other.isEmpty { lines.insert(Array(dice.pick(other)), at: at) }
        case 5: lines[at] = Array(repeatElement(32, count: dice.number(0...8))) + lines[at].drop { $0 == 32 }
        case 6...7: replaceNumber(&lines[at], &dice)
        default: changeBytes(&lines[at], &dice)
        }
    }

    /// Puts a value from the edges into the place of a number.
    private func replaceNumber(_ line: inout [UInt8], _ dice: inout Dice) {
        let starts = line.indices.filter { line[$0] >= 48 && line[$0] <= 57 && ($0 == 0 || !isWord(line[$0 - 1])) }
        guard !starts.isEmpty else { return }
        let start = dice.pick(starts)
        let end = line[start...].firstIndex { !isWord($0) } ?? line.count
        line.replaceSubrange(start..<end, with: value(&dice, 1).utf8)
    }

    private func isWord(_ byte: UInt8) -> Bool {
        (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte == 95
            || byte == 46
    }

    private func changeBytes(_ line: inout [UInt8], _ dice: inout Dice) {
        let at = dice.number(0...line.count)
        switch dice.number(0...3) {
        case 0: line.insert(contentsOf: token(&dice).utf8, at: at)
        case 1: if at < line.count { line[at] = UInt8(dice.number(0...255)) }
        case 2: if at < line.count { line.removeSubrange(at..<min(line.count, at + dice.number(1...5))) }
        default: line.insert(UInt8(dice.number(32...126)), at: at)
        }
    }
}
