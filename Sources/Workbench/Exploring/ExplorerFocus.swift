import Inspection
import Layers
import Presentation
import TensorEngine

/// What an explorer marks on its pictures, and what it says of the part in focus.
struct ExplorerFocus {
    private let explorer: Explorer
    private let scene: LayerScene

    init(_ explorer: Explorer) { (self.explorer, scene) = (explorer, explorer.scene) }

    /// The sign between the kernel and the output.
    var equals: String { SceneWords(scene).equals }

    // MARK: Panels

    /// The input: the windows of the output element and of the pins; or the input pixel; or the pixel under the tap.
    var inputPanel: MapsReport.Panel {
        let marks: [[Range<Int>]]
        switch explorer.focus {
        case .output: marks = ([explorer.cell] + explorer.pins).compactMap { scene.window(of: $0.pixel) }
        case .input: marks = [box(explorer.inputPixel)]
        case .kernel: marks = tapPixel.map { [box($0)] } ?? []
        }
        return scene.inputPanel(channel: explorer.inputChannel, marking: marks)
    }

    /// The output: the element and the pins; or the elements that read the input pixel.
    var outputPanel: MapsReport.Panel {
        let pins = explorer.pins.filter { $0.channel == explorer.cell.channel }.map { box($0.pixel) }
        let marks =
            explorer.focus == .input
            ? ExplorerFocus.boxes(scene.outputs(reading: explorer.inputPixel)) : [box(explorer.cell.pixel)] + pins
        return scene.outputPanel(channel: explorer.cell.channel, marking: marks)
    }

    /// The kernel; nil for a layer without one.
    var kernelPanel: MapsReport.Panel? {
        scene.kernelPanel(
            channel: explorer.cell.channel, inputChannel: explorer.inputChannel, pixel: explorer.cell.pixel,
            tap: explorer.focus == .kernel ? explorer.tap : nil)
    }

    private func box(_ pixel: [Int]) -> [Range<Int>] { pixel.map { $0..<$0 + 1 } }

    /// One box for indices without gaps, one for each place otherwise.
    private static func boxes(_ indices: [[Int]]) -> [[Range<Int>]] {
        indices.reduce([[]]) { boxes, list in
            guard let first = list.first, let last = list.last else { return [] }
            let ranges = last - first == list.count - 1 ? [first..<last + 1] : list.map { $0..<$0 + 1 }
            return boxes.flatMap { box in ranges.map { box + [$0] } }
        }
    }

    /// The input pixel under the tap; nil where the output pixel does not read through it.
    private var tapPixel: [Int]? {
        scene.motion.cells(of: explorer.cell.pixel).first { $0.taps == explorer.tap }?.pixel
    }

    // MARK: Words

    /// What is said of the part in focus.
    var items: [StyledText] {
        let words = SceneWords(scene)
        switch explorer.focus {
        case .output:
            return [name(of: explorer.cell), StyledText("reads \(words.window(of: explorer.cell.pixel))", .dim)]
        case .input:
            let readers = scene.outputs(reading: explorer.inputPixel)
            let count = readers.reduce(1) { $0 * $1.count }
            guard count > 0 else {
                return [input(explorer.inputPixel), StyledText("read by no output", .warning)]
            }
            let outputs = count == 1 ? "1 output" : "\(NumberText.grouped(count)) outputs"
            return [input(explorer.inputPixel), StyledText("read by \(outputs): \(words.places(readers))", .dim)]
        case .kernel:
            let tap = StyledText("tap \(TraceText.place(explorer.tap))")
            guard let pixel = tapPixel else {
                return [tap, StyledText("no input pixel reaches this output through it", .dim)]
            }
            return [tap, product(at: pixel)]
        }
    }

    /// `c1[2, 5, 7] = 0.41`
    func name(of cell: LayerScene.Cell) -> StyledText {
        let place = TraceText.place(scene.motion.place(cell.pixel, channel: cell.channel))
        return "\(scene.name, .name)\(place) = \(number(Double(scene.value(at: cell))))"
    }

    private func number(_ value: Double) -> StyledText { StyledText(NumberText.compact(value, digits: 4), .number) }

    /// The input pixel with its value, or as padding.
    private func input(_ pixel: [Int]) -> StyledText {
        let place = TraceText.place(scene.motion.place(pixel, channel: explorer.inputChannel))
        let isPadding = !zip(pixel, scene.inputSizes).allSatisfy { (0..<$1).contains($0) }
        let value = number(Double(scene.inputValue(at: pixel, channel: explorer.inputChannel)))
        return "input\(place) = \(value)" + StyledText(isPadding ? " (padding)" : "", .dim)
    }

    /// The product of the tap: of a separable layer, in the step that reads the channel.
    private func product(at pixel: [Int]) -> StyledText {
        let place = scene.motion.place(pixel, channel: explorer.inputChannel)
        guard let (places, numbers) = try? scene.calculation(of: explorer.cell) else { return input(pixel) }
        var (terms, values) = (places.terms, numbers.terms)
        for (term, value) in zip(places.terms, numbers.terms) {
            guard case .step(let step) = term.source, let inner = value.step,
                step.terms.contains(where: { $0.place == place })
            else { continue }
            (terms, values) = (step.terms, inner.terms)
            break
        }
        guard let index = terms.firstIndex(where: { $0.place == place && $0.taps == explorer.tap }),
            let weight = values[index].weight
        else { return input(pixel) }
        return "\(input(pixel)) × \(number(weight)) = \(number(values[index].product))"
    }
}

extension TraceText {
    /// `sum of 9 terms`, `largest of 4`.
    static func phrase(of calculation: Calculation, _ numbers: CalculatedElement) -> String {
        switch calculation.combining {
        case .largest, .smallest, .mean: "\(phrase(calculation.combining)) \(numbers.counted)"
        case .product, .quotient, .length, .function: "\(phrase(calculation.combining)) \(numbers.terms.count)"
        case .leaky: "leaky"
        case .lookedUp(let row, _): "row \(row)"
        case .normalized: "normalized"
        case .sum: numbers.terms.count == 1 ? "value" : "sum of \(NumberText.grouped(numbers.terms.count)) terms"
        }
    }
}
