import TensorEngine

/// The arithmetic of one axis as a person writes it: the formula, the same with the numbers put in, and the result.
public struct AxisArithmetic: Sendable, Equatable {
    /// The axis: `height`.
    public let name: String
    /// What decides the formula: `same, stride 2`.
    public let rule: String
    /// The formula in words: `⌊(size − kernel) / stride⌋ + 1`.
    public let formula: String
    /// The formula with its numbers: `⌊(28 − 3) / 2⌋ + 1`.
    public let numbers: String
    /// The size that results; zero or less where the window does not fit.
    public let result: Dim
    /// Sentences on padding, dilation and unread pixels.
    public let notes: [String]

    /// The arithmetic of an axis.
    /// - Parameters:
    ///   - name: what the axis is called; see `WindowMotion.axisNames`.
    ///   - window: what the window's size is called: `kernel`, `pool`.
    public init(_ axis: WindowAxis, name: String, window: String) {
        let words = AxisWords(name: name, window: window)
        self.name = name
        result = axis.output
        switch axis.rule {
        case .sliding(let padding):
            let text = SlidingText(axis: axis, padding: padding, words: words)
            (rule, formula, numbers, notes) = (text.rule, text.formula, text.numbers, text.notes)
        case .transposed(let padding, let outputPadding):
            let text = TransposedText(axis: axis, padding: padding, outputPadding: outputPadding, words: words)
            (rule, formula, numbers, notes) = (text.rule, text.formula, text.numbers, text.notes)
        case .bordering:
            let isCropping = (axis.before.known ?? 0) < 0 || (axis.after.known ?? 0) < 0
            let sign = isCropping ? "−" : "+"
            rule = isCropping ? "cropping" : "padding"
            formula = "size \(sign) before \(sign) after"
            numbers = "\(axis.input.text) \(sign) \(axis.before.magnitude) \(sign) \(axis.after.magnitude)"
            notes = []
        case .repeating(let interpolates):
            rule = "size \(axis.stride)"
            formula = "size · factor"
            numbers = "\(axis.input.text) · \(axis.stride)"
            notes = [
                interpolates
                    ? "new \(words.pixels(2)) are interpolated"
                    : axis.stride == 1 ? "" : "each \(words.pixels(1)) is repeated \(axis.stride) times"
            ].filter { !$0.isEmpty }
        }
    }

    /// The numbers and the result: `⌊(28 − 3) / 2⌋ + 1 = 13`, or the result alone where there is nothing to calculate.
    public var equation: String { isPlain ? numbers : "\(numbers) = \(resultText)" }

    /// Whether there is nothing to calculate: the numbers are the result, or a formula that is written the same.
    public var isPlain: Bool { numbers.filter { $0 != " " } == resultText }

    /// The result with the minus sign of the formulas.
    public var resultText: String {
        guard let size = result.known, size < 0 else { return result.text }
        return "−\(size.magnitude)"
    }

    /// Whether there is an output, as far as is known.
    public var isPositive: Bool { (result.known ?? 1) > 0 }
}

extension Collection<AxisArithmetic> {
    /// `height  valid, stride 2:  ⌊(28 − 3) / 2⌋ + 1 = 13` for each axis, with names of equal width.
    public var alignedLines: [String] {
        let width = map(\.name.count).max() ?? 0
        return map { axis in
            let name = axis.name + String(repeating: " ", count: width - axis.name.count)
            return "\(name)  \(axis.rule):  \(axis.equation)"
        }
    }
}

/// What the pixels along an axis and its two ends are called.
struct AxisWords {
    let name: String
    let window: String

    /// `row`, `rows`.
    func pixels(_ count: Int) -> String {
        let one =
            switch name {
            case "height": "row"
            case "width": "column"
            case "depth": "slice"
            default: "step"
            }
        return count == 1 ? one : one + "s"
    }

    /// `1 row`
    func counted(_ count: Int) -> String { "\(count) \(pixels(count))" }

    /// Where the axis begins.
    var first: String {
        switch name {
        case "height": "at the top"
        case "width": "on the left"
        case "depth": "in front"
        default: "at the start"
        }
    }

    /// Where the axis ends.
    var last: String {
        switch name {
        case "height": "at the bottom"
        case "width": "on the right"
        case "depth": "at the back"
        default: "at the end"
        }
    }
}

/// The texts for a window that slides.
private struct SlidingText {
    let axis: WindowAxis
    let padding: Padding
    let words: AxisWords

    var rule: String {
        var parts = [padding.rawValue]
        if axis.stride > 1 { parts.append("stride \(axis.stride)") }
        if axis.dilation > 1 { parts.append("dilation \(axis.dilation)") }
        return parts.joined(separator: ", ")
    }

    /// What the window's extent is called: the window itself where its taps are adjacent.
    private var extent: String { axis.dilation > 1 ? "span" : words.window }

    var formula: String { text("size", extent, "stride") }

    var numbers: String { text(axis.input.text, String(axis.extent), String(axis.stride)) }

    private func text(_ size: String, _ extent: String, _ stride: String) -> String {
        switch (padding, axis.stride > 1) {
        case (.valid, true): "⌊(\(size) − \(extent)) / \(stride)⌋ + 1"
        case (.valid, false): "\(size) − \(extent) + 1"
        case (.same, true), (.causal, true): "⌈\(size) / \(stride)⌉"
        case (.same, false), (.causal, false): size
        case (.full, true): "⌈(\(size) + \(extent) − 1) / \(stride)⌉"
        case (.full, false): "\(size) + \(extent) − 1"
        }
    }

    var notes: [String] {
        var notes: [String] = []
        if axis.dilation > 1 {
            notes.append(
                "span (\(axis.kernel) − 1)·\(axis.dilation) + 1 = \(axis.extent): a \(words.window) of \(axis.kernel), "
                    + "every \(ordinal(axis.dilation)) \(words.pixels(1))")
        }
        if let note = paddingNote { notes.append(note) }
        guard axis.fits else {
            if let size = axis.input.known {
                notes.append("\(axis.extent) > \(size): the \(words.window) does not fit")
            }
            return notes
        }
        return notes + unreadNotes
    }

    private var paddingNote: String? {
        switch padding {
        case .valid: return nil
        case .causal:
            return
                "padding \(axis.extent) − 1 = \(axis.before): all of it \(words.first), so that no output reads later "
                + words.pixels(2)
        case .full: return "padding \(axis.extent) − 1 = \(axis.before) on both sides"
        case .same: return samePadding
        }
    }

    private var samePadding: String? {
        guard let before = axis.before.known, let after = axis.after.known else {
            return
                "padding max((output − 1)·\(axis.stride) + \(axis.extent) − size, 0), half of it \(words.first), the "
                + "odd \(words.pixels(1)) \(words.last)"
        }
        let total = before + after
        let sides =
            "\(before) \(words.first), \(after) \(words.last)"
            + (before == after ? "" : ", where Keras puts the larger half")
        guard axis.stride > 1, let output = axis.output.known, let size = axis.input.known else {
            return total == 0 ? "padding 0" : "padding \(axis.extent) − 1 = \(total): \(sides)"
        }
        let needed = (output - 1) * axis.stride + axis.extent
        let span =
            "\(output) \(output == 1 ? "window spans" : "windows span") (\(output) − 1)·\(axis.stride) + \(axis.extent) = \(words.counted(needed))"
        if total == 0 { return "\(span) of \(size): padding 0" }
        return "\(span): padding \(needed) − \(size) = \(total), \(sides)"
    }

    private var unreadNotes: [String] {
        guard let size = axis.input.known, size <= 1_000_000 else { return [] }
        var notes: [String] = []
        let unread = axis.unread.count
        let atEnd = min(axis.unusedAtEnd ?? 0, size)
        if atEnd > 0 { notes.append("\(words.counted(atEnd)) unused \(words.last)") }
        guard unread > atEnd else { return notes }
        // Between the first and the last that are read, or around them.
        let all = Set(axis.unread)
        let (first, last) = ((0..<size).first { !all.contains($0) }, (0..<size).last { !all.contains($0) })
        let areBetween = axis.unread.allSatisfy { $0 >= size - atEnd || $0 > first ?? size && $0 < last ?? 0 }
        notes.append(
            "\(words.counted(unread - atEnd))\(areBetween ? " between the windows' taps" : "") read by no output")
        return notes
    }

    private func ordinal(_ number: Int) -> String {
        let suffix =
            switch (number % 10, number % 100) {
            case (1, let last) where last != 11: "st"
            case (2, let last) where last != 12: "nd"
            case (3, let last) where last != 13: "rd"
            default: "th"
            }
        return "\(number)\(suffix)"
    }
}

/// The texts for a window over which pixels are spread.
private struct TransposedText {
    let axis: WindowAxis
    let padding: Padding
    let outputPadding: Int?
    let words: AxisWords

    var rule: String {
        var parts = [padding.rawValue]
        if axis.stride > 1 { parts.append("stride \(axis.stride)") }
        if axis.dilation > 1 { parts.append("dilation \(axis.dilation)") }
        if let outputPadding { parts.append("output_padding \(outputPadding)") }
        return parts.joined(separator: ", ")
    }

    private var extent: String { axis.dilation > 1 ? "span" : words.window }

    var formula: String { text("size", extent, "stride", "output_padding") }

    var numbers: String {
        text(
            axis.input.text, String(axis.extent), String(axis.stride),
            outputPadding.map(String.init) ?? "output_padding")
    }

    private func text(_ size: String, _ extent: String, _ stride: String, _ extra: String) -> String {
        switch (padding, outputPadding) {
        case (.same, nil): "\(size) · \(stride)"
        case (.same, _): "(\(size) − 1) · \(stride) + \(extent) mod 2 + \(extra)"
        case (_, nil): axis.extent >= axis.stride ? "(\(size) − 1) · \(stride) + \(extent)" : "\(size) · \(stride)"
        case (_, _): "(\(size) − 1) · \(stride) + \(extent) + \(extra)"
        }
    }

    var notes: [String] {
        var notes: [String] = []
        if axis.dilation > 1 {
            notes.append("span (\(axis.kernel) − 1)·\(axis.dilation) + 1 = \(axis.extent)")
        }
        guard let before = axis.before.known, let after = axis.after.known, let size = axis.input.known else {
            return notes
        }
        let full = (size - 1) * axis.stride + axis.extent
        let cuts = [(before, words.first), (after, words.last)].filter { $0.0 > 0 }
        if !cuts.isEmpty {
            notes.append(
                "all windows together cover (\(size) − 1)·\(axis.stride) + \(axis.extent) = \(full) "
                    + "\(words.pixels(full)); cut off: " + cuts.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
        }
        if after < 0 { notes.append("\(words.counted(-after)) of zeros added \(words.last)") }
        return notes
    }
}

extension Dim {
    /// The number without its sign.
    fileprivate var magnitude: String { known.map { String($0.magnitude) } ?? description }
}
