import Inspection
import Layers
import TensorEngine

/// A layer that keys change while its picture follows: what is looked at, and what a key makes of it.
///
/// It is a value and knows no terminal.
public struct Explorer: Sendable {
    /// The keys that mean something.
    public enum Key: Hashable, Sendable {
        case up, down, left, right
        case home, end
        case tab, backTab
        case character(Character)
    }

    /// What the arrows move over.
    public enum Focus: String, CaseIterable, Sendable {
        case output, input, kernel
    }

    /// The layer, as it was changed.
    public private(set) var scene: LayerScene
    /// The layer as it was given.
    public let original: LayerScene
    /// What the arrows move over.
    public private(set) var focus = Focus.output
    /// The output element.
    public private(set) var cell: LayerScene.Cell
    /// The input pixel; it may lie in the padding.
    public private(set) var inputPixel: [Int] = []
    /// The channel of the input.
    public private(set) var inputChannel: Int
    /// The tap of the window.
    public private(set) var tap: [Int] = []
    /// Output elements that stay marked, the oldest first.
    public private(set) var pins: [LayerScene.Cell] = []
    /// Why the last key had no effect; nil where it had one.
    public private(set) var message: String?
    /// Whether the person has left.
    public private(set) var isFinished = false

    /// Elements that can be pinned at once.
    private static let mostPins = 4

    /// Begins at an element.
    public init(_ exploration: Exploration) {
        (scene, original, cell) = (exploration.scene, exploration.scene, exploration.cell)
        inputChannel = exploration.scene.firstInputChannel(of: exploration.cell.channel)
        followOutput()
    }

    /// Whether anything of the layer was changed.
    public var isChanged: Bool { scene.made.description != original.made.description }

    /// The sizes of the window; all 1 where there is none.
    public var windowSizes: [Int] { scene.motion.axes.map(\.kernel) }

    /// What a key does.
    public mutating func press(_ key: Key) {
        message = nil
        switch key {
        case .up: move(axis: -2, by: -1)
        case .down: move(axis: -2, by: 1)
        case .left: move(axis: -1, by: -1)
        case .right: move(axis: -1, by: 1)
        case .home: moveToEnd(isLast: false)
        case .end: moveToEnd(isLast: true)
        case .tab: turn(1)
        case .backTab: turn(-1)
        case .character(let character): press(character)
        }
    }

    private mutating func press(_ character: Character) {
        switch character {
        case "q": isFinished = true
        case "<", ",": changeChannel(by: -1)
        case ">", ".": changeChannel(by: 1)
        case "[": move(axis: -3, by: -1)
        case "]": move(axis: -3, by: 1)
        case " ": pin()
        case "r": take(original)
        default:
            guard let change = LayerChange(character) else {
                message = "'\(character)' is none of the keys below"
                return
            }
            do { take(try change.applied(to: scene)) } catch { message = LayerChange.text(of: error) }
        }
    }

    // MARK: Moving

    /// Moves over what is in focus, along an axis counted from the last one.
    private mutating func move(axis: Int, by step: Int) {
        let place = axis + scene.sizes.count
        guard place >= 0 else {
            message = axis == -3 ? "there are no slices" : "there is one row"
            return
        }
        switch focus {
        case .output:
            cell.pixel[place] = clamped(cell.pixel[place] + step, 0, scene.sizes[place] - 1)
            followOutput()
        case .input:
            let sides = scene.motion.drawnPadding[place]
            inputPixel[place] = clamped(
                inputPixel[place] + step, -sides.before, scene.inputSizes[place] + sides.after - 1)
        case .kernel: tap[place] = clamped(tap[place] + step, 0, windowSizes[place] - 1)
        }
    }

    private mutating func moveToEnd(isLast: Bool) {
        for axis in scene.sizes.indices {
            switch focus {
            case .output: cell.pixel[axis] = isLast ? scene.sizes[axis] - 1 : 0
            case .input: inputPixel[axis] = isLast ? scene.inputSizes[axis] - 1 : 0
            case .kernel: tap[axis] = isLast ? windowSizes[axis] - 1 : 0
            }
        }
        if focus == .output { followOutput() }
    }

    private func clamped(_ number: Int, _ low: Int, _ high: Int) -> Int { max(low, min(number, high)) }

    /// Puts the input pixel and the tap into the middle of the output pixel's window.
    private mutating func followOutput() {
        tap = windowSizes.map { ($0 - 1) / 2 }
        let window =
            scene.window(of: cell.pixel)
            ?? zip(cell.pixel, scene.inputSizes).map { pixel, size in
                min(pixel, size - 1)..<min(pixel, size - 1) + 1
            }
        inputPixel = window.map { ($0.lowerBound + $0.upperBound - 1) / 2 }
    }

    private mutating func turn(_ step: Int) {
        let hasWindow = windowSizes.contains { $0 > 1 }
        let all = Focus.allCases.filter { $0 != .kernel || hasWindow }
        let place = (all.firstIndex(of: focus) ?? 0) + step
        focus = all[(place + all.count) % all.count]
    }

    // MARK: Channels

    /// The channels of the input that the output channel reads.
    private var readChannels: Range<Int> {
        let first = scene.firstInputChannel(of: cell.channel)
        switch scene.motion.channels {
        case .separate: return first..<first + 1
        case .summed(let groups): return first..<first + max(1, scene.inputChannels / max(1, groups))
        }
    }

    /// Goes to another channel: of the input, where that is in focus and the output reads several, else of the output.
    private mutating func changeChannel(by step: Int) {
        let range = readChannels
        if focus == .output || range.count == 1 {
            cell.channel = (cell.channel + step + scene.channels) % scene.channels
            keepInputChannel()
        } else {
            inputChannel = range.lowerBound + (inputChannel - range.lowerBound + step + range.count) % range.count
        }
    }

    private mutating func keepInputChannel() {
        if !readChannels.contains(inputChannel) { inputChannel = readChannels.lowerBound }
    }

    // MARK: Pins and changes

    private mutating func pin() {
        if let known = pins.firstIndex(of: cell) {
            pins.remove(at: known)
        } else {
            pins = (pins + [cell]).suffix(Explorer.mostPins)
        }
    }

    /// Goes on with another layer, at the same place as far as there is one.
    private mutating func take(_ other: LayerScene) {
        scene = other
        cell.pixel = zip(cell.pixel, scene.sizes).map { clamped($0, 0, $1 - 1) }
        cell.channel = min(cell.channel, scene.channels - 1)
        keepInputChannel()
        pins = pins.filter { pin in
            pin.channel < scene.channels && zip(pin.pixel, scene.sizes).allSatisfy { $0 < $1 }
        }
        followOutput()
        if focus == .kernel, !windowSizes.contains(where: { $0 > 1 }) { focus = .output }
    }
}
