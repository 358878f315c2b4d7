import TensorEngine

/// Small networks of layers that move windows, with arguments drawn at random; some of them do not fit their input.
enum RandomNetwork {
    static func code(_ random: inout RandomStream) -> String {
        func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(random.below(range.count)) }
        func pick(_ items: [String]) -> String { items[number(0...items.count - 1)] }
        let rank = number(1...2)
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
        func layer() -> String {
            let padding = pick(["valid", "same"])
            switch number(0...9) {
            case 0, 1: return "Conv\(rank)D(2, \(sizes(1...3)), padding='\(padding)'\(steps()))"
            case 2: return "Conv\(rank)DTranspose(2, \(sizes(1...3)), strides=\(number(1...3)), padding='\(padding)')"
            case 3: return "DepthwiseConv\(rank)D(\(sizes(1...3)), padding='\(padding)')"
            case 4: return "MaxPooling\(rank)D(\(number(1...3)), strides=\(number(1...3)), padding='\(padding)')"
            case 5: return "AveragePooling\(rank)D(\(number(1...3)), strides=\(number(1...3)), padding='\(padding)')"
            case 6: return "UpSampling\(rank)D(\(number(1...3)))"
            case 7:
                return rank == 1
                    ? "ZeroPadding1D((\(number(0...2)), \(number(0...2))))" : "ZeroPadding2D(((1, 0), (0, 2)))"
            case 8: return "Cropping\(rank)D(\(number(0...1)))"
            default:
                let interpolation = pick(["nearest", "bilinear", "bicubic"])
                return rank == 1
                    ? "SeparableConv1D(2, \(number(1...3)))"
                    : "Resizing(\(number(2...7)), \(number(2...7)), interpolation='\(interpolation)')"
            }
        }
        let shape = rank == 1 ? "(\(number(4...9)), 2)" : "(\(number(4...6)), \(number(4...6)), 2)"
        var lines = ["x = Input(\(shape))", "y = \(layer())(x)"]
        for _ in 0..<number(0...2) {
            switch number(0...4) {
            case 0: lines.append("y = Add()([y, Conv\(rank)D(2, \(number(1...3)), padding='same')(y)])")
            case 1: lines.append("y = Concatenate()([\(pick(["y", "y * 2"])), Conv\(rank)D(2, 3, padding='same')(y)])")
            case 2: lines.append("y = y[:, \(number(0...1))::\(number(1...2))]")
            default: lines.append("y = \(layer())(y)")
            }
        }
        return lines.joined(separator: "\n")
    }
}
