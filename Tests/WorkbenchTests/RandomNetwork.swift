import TensorEngine

/// Small networks of layers that move windows, over one to three axes and in both data formats, with arguments drawn at random;
/// some of them do not fit their input.
enum RandomNetwork {
    /// - Parameter hasKnownSizes: whether the input's sizes are numbers; otherwise they are None.
    static func code(_ random: inout RandomStream, hasKnownSizes: Bool = true) -> String {
        func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(random.below(range.count)) }
        func pick(_ items: [String]) -> String { items[number(0...items.count - 1)] }
        let rank = pick(["1", "2", "2", "3"]).first?.wholeNumberValue ?? 2
        let isFirst = number(0...3) == 0
        let format = isFirst ? ", data_format='channels_first'" : ""
        func sizes(_ range: ClosedRange<Int>) -> String {
            "(" + (0..<rank).map { _ in "\(number(range))," }.joined() + ")"
        }
        /// A stride or a dilation, not both.
        func steps() -> String {
            switch number(0...2) {
            case 0: ", strides=\(number(1...3))"
            case 1: ", dilation_rate=\(number(1...3))"
            default: ""
            }
        }
        let largest = rank == 3 ? 2 : 3
        func layer() -> String {
            let padding = pick(["valid", "same"])
            switch number(0...11) {
            case 0, 1:
                let causal = rank == 1 && !isFirst && number(0...3) == 0
                return
                    "Conv\(rank)D(2, \(sizes(1...largest)), padding='\(causal ? "causal" : padding)'\(steps())\(format))"
            case 2:
                return
                    "Conv\(rank)DTranspose(2, \(sizes(1...largest)), strides=\(number(1...largest)), padding='\(padding)'\(format))"
            case 3 where rank < 3:
                return "DepthwiseConv\(rank)D(\(sizes(1...3)), padding='\(padding)'\(format))"
            case 4, 5:
                let kind = pick(["Max", "Average"])
                return
                    "\(kind)Pooling\(rank)D(\(number(1...3)), strides=\(number(1...3)), padding='\(padding)'\(format))"
            case 6: return "UpSampling\(rank)D(\(number(1...2))\(rank == 1 ? "" : format))"
            case 7:
                return rank == 1
                    ? "ZeroPadding1D((\(number(0...2)), \(number(0...2)))\(format))"
                    : "ZeroPadding\(rank)D((\((0..<rank).map { _ in "(\(number(0...1)), \(number(0...2)))" }.joined(separator: ", ")))\(format))"
            case 8: return "Cropping\(rank)D(\(number(0...1))\(rank == 1 ? "" : format))"
            case 9 where rank < 3: return "SeparableConv\(rank)D(2, \(number(1...3)), padding='\(padding)'\(format))"
            case 10: return "Conv\(rank)D(4, \(sizes(1...largest)), groups=2, padding='\(padding)'\(format))"
            case 11 where rank < 3 && !isFirst: return "LocallyConnected\(rank)D(2, \(number(1...3)))"
            default:
                let interpolation = pick(["nearest", "bilinear", "bicubic"])
                return rank == 2
                    ? "Resizing(\(number(2...7)), \(number(2...7)), interpolation='\(interpolation)'\(format))"
                    : "Conv\(rank)D(2, 1\(format))"
            }
        }
        let spatial =
            !hasKnownSizes
            ? (0..<rank).map { _ in "None" }.joined(separator: ", ")
            : rank == 1
                ? "\(number(4...9))"
                : (0..<rank).map { _ in "\(rank == 2 ? number(4...6) : number(2...4))" }.joined(separator: ", ")
        var lines = ["x = Input((\(isFirst ? "2, \(spatial)" : "\(spatial), 2")))", "y = \(layer())(x)"]
        for _ in 0..<number(0...2) {
            let same = "Conv\(rank)D(2, \(number(1...3)), padding='same'\(format))(y)"
            switch number(0...4) {
            case 0: lines.append("y = Add()([y, \(same)])")
            case 1: lines.append("y = Concatenate(\(isFirst ? 1 : -1))([\(pick(["y", "y * 2"])), \(same)])")
            case 2 where !isFirst: lines.append("y = y[:, \(number(0...1))::\(number(1...2))]")
            default: lines.append("y = \(layer())(y)")
            }
        }
        return lines.joined(separator: "\n")
    }
}
