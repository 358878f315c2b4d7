import Inspection
import Interpreter
import PythonText

/// Reads the keyword arguments of `show` that say how to draw.
struct DrawingArguments {
    /// The parameters, as the signature of a function has them.
    static let signature =
        "*, sample=0, scale='shared', width=None, columns=None, cmap=None, clip=None, style=None, values=None"

    /// The names of all arguments that tell how to draw.
    static let names = [
        "channels", "sample", "scale", "width", "columns", "cmap", "clip", "style", "values", "background",
    ]

    /// The function that was called, for errors.
    let function: String
    private let arguments: Arguments

    /// Reads them from the arguments of a call.
    init(_ arguments: Arguments, of function: String) {
        self.arguments = arguments
        self.function = function
    }

    private func given(_ name: String) -> Value? { arguments.optional(name) }

    /// How to draw.
    func options() throws(RaisedError) -> DrawingOptions {
        var options = DrawingOptions()
        if let scale = try choice("scale", ["shared", "each"]) { options.hasOwnScales = scale == "each" }
        options.width = try size("width", limit: 10_000)
        options.columns = try size("columns", limit: 10_000)
        // Matplotlib's maps have American names.
        options.colourMap = try choice("cmap", DrawingOptions.ColourMap.allCases.map(\.rawValue) + ["gray"]).flatMap {
            DrawingOptions.ColourMap(rawValue: $0 == "gray" ? "grey" : $0)
        }
        options.style = try choice("style", DrawingOptions.Style.allCases.map(\.rawValue)).flatMap {
            DrawingOptions.Style(rawValue: $0)
        }
        options.clip = try clip()
        if let value = given("values") {
            guard case .bool(let truth) = value else {
                throw RaisedError(.typeError, "`values` must be True or False, not '\(value.typeName)'")
            }
            options.showsValues = truth
        }
        return options
    }

    /// What pictures in files stand on: `light` or `dark`; nil where it was not said.
    func background() throws(RaisedError) -> String? { try choice("background", ["light", "dark"]) }

    private func choice(_ name: String, _ choices: [String]) throws(RaisedError) -> String? {
        guard let value = given(name) else { return nil }
        let text: String
        switch value {
        case .string(let string): text = string
        // 256 and 16 name styles.
        case .int(let number): text = String(number)
        default: throw RaisedError(.typeError, "`\(name)` must be a string, not '\(value.typeName)'")
        }
        guard choices.contains(text) else {
            let nearest = nearestName(to: text, in: choices)
            throw RaisedError(
                .valueError, "`\(name)` cannot be '\(text)'",
                hint: nearest.map { "did you mean '\($0)'?" } ?? "one of \(choices.joined(separator: ", "))")
        }
        return text
    }

    private func size(_ name: String, limit: Int) throws(RaisedError) -> Int? {
        guard let value = given(name) else { return nil }
        guard case .int(let number) = value, (1...limit).contains(number) else {
            throw RaisedError(.valueError, "`\(name)` must be a whole number from 1 to \(limit), not \(value.repr)")
        }
        return number
    }

    /// `clip=(-1, 1)`
    private func clip() throws(RaisedError) -> ClosedRange<Float>? {
        guard let value = given("clip") else { return nil }
        var ends: [Float] = []
        if case .tuple(let items) = value { ends = items.compactMap(\.floatNumber) }
        if case .list(let list) = value { ends = list.items.compactMap(\.floatNumber) }
        guard ends.count == 2, ends[0].isFinite, ends[1].isFinite, ends[0] < ends[1] else {
            throw RaisedError(
                .valueError, "`clip` must be two numbers, the lower one first, not \(value.repr)",
                hint: "for example clip=(-1, 1)")
        }
        return ends[0]...ends[1]
    }

    /// The sample, `0..<count`.
    /// - Parameter hint: what to say where there is no such sample; nil for how many there are.
    func sample(of count: Int, hint: String? = nil) throws(RaisedError) -> Int {
        guard let value = given("sample") else { return 0 }
        guard case .int(let number) = value else {
            throw RaisedError(.typeError, "`sample` must be a whole number, not '\(value.typeName)'")
        }
        let place = number < 0 ? number + count : number
        guard place >= 0, place < count else {
            throw RaisedError(
                .indexError, "there is no sample \(number)",
                hint: hint ?? (count == 1 ? "there is one, number 0" : "there are \(count) samples, numbered from 0"))
        }
        return place
    }

    /// The channels, of so many: a number, a list, a range, a slice, or `"all"`; nil for the first ones.
    func channels(of count: Int) throws(RaisedError) -> [Int]? {
        guard let value = given("channels") else { return nil }
        let wanted: [Int]
        switch value {
        case .string("all"): wanted = Array(0..<count)
        case .string(let text):
            throw RaisedError(
                .valueError, "`channels` is numbers, a list, a range, a slice or \"all\", not \"\(text)\"",
                hint: "there are \(count) channels, numbered from 0")
        case .slice(let slice): wanted = try indices(slice, count)
        case .range(let range):
            guard range.count <= 1_000_000 else { throw outOfRange(range[range.count - 1], count) }
            wanted = (0..<range.count).map { range[$0] }
        case .host(let object) where object is TensorObject || object is LayerObject:
            throw RaisedError(
                .typeError, "`channels` takes numbers, a list, a range or a slice, not '\(value.typeName)'",
                hint: "several tensors stand in a list: \(function)([a, b])")
        default: wanted = try ArrayObject.sizes(value)
        }
        var result: [Int] = []
        for channel in wanted {
            let place = channel < 0 ? channel + count : channel
            guard place >= 0, place < count else { throw outOfRange(channel, count) }
            result.append(place)
        }
        return result
    }

    private func outOfRange(_ channel: Int, _ count: Int) -> RaisedError {
        RaisedError(
            .indexError, "there is no channel \(channel)",
            hint: count == 1 ? "there is one, number 0" : "there are \(count) channels, numbered from 0")
    }

    private func indices(_ slice: SliceObject, _ count: Int) throws(RaisedError) -> [Int] {
        func number(_ value: Value) throws(RaisedError) -> Int? {
            if value.isNone { return nil }
            guard case .int(let number) = value else {
                throw RaisedError(.typeError, "slice indices must be integers or None")
            }
            return number
        }
        let step = try number(slice.step) ?? 1
        guard step != 0, step != Int.min else { throw RaisedError(.valueError, "slice step cannot be zero") }
        func place(_ number: Int, _ range: ClosedRange<Int>) -> Int {
            let place = number < 0 ? max(number, -count - 1) + count : number
            return max(range.lowerBound, min(range.upperBound, place))
        }
        let bounds = step > 0 ? 0...count : -1...count - 1
        let first = try number(slice.start).map { place($0, bounds) } ?? (step > 0 ? 0 : count - 1)
        let end = try number(slice.stop).map { place($0, bounds) } ?? (step > 0 ? count : -1)
        return Array(stride(from: first, to: end, by: step))
    }
}

extension Value {
    /// The number, of a whole one or another.
    fileprivate var floatNumber: Float? {
        switch self {
        case .int(let number): Float(number)
        case .float(let number): Float(number)
        default: nil
        }
    }
}
