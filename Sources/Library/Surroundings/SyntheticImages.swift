/// Pictures that stand for those of a data set: one figure on a background, which follows from the class.
struct SyntheticImages {
    let height: Int
    let width: Int
    /// 1 for grey, 3 for colours.
    let channels: Int
    let classes: Int

    /// The bytes of so many pictures, of each class in turn, with the channels last.
    func bytes(count: Int, seed: Int) -> [UInt8] {
        var numbers = SyntheticNumbers(seed: seed)
        return (0..<count).flatMap { picture(of: $0 % classes, &numbers) }
    }

    /// An ellipse or a box, whose proportions, colour and stripes say the class; where and how bright it is, chance decides.
    private func picture(of number: Int, _ numbers: inout SyntheticNumbers) -> [UInt8] {
        let centre = (row: height / 2 + numbers.below(5) - 2, column: width / 2 + numbers.below(5) - 2)
        let reach = (
            row: height / 8 + number * height / (4 * classes), column: width / 3 - number * width / (5 * classes)
        )
        let stripe = 2 + number % 5
        let brightness = 255 - numbers.below(64)
        let shade = channels == 1 ? 0 : numbers.below(96)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(height * width * channels)
        for row in 0..<height {
            for column in 0..<width {
                let (down, across) = (row - centre.row, column - centre.column)
                let isInside =
                    number % 2 == 0
                    ? down * down * reach.column * reach.column + across * across * reach.row * reach.row
                        <= reach.row * reach.row * reach.column * reach.column
                    : abs(down) <= reach.row && abs(across) <= reach.column
                for channel in 0..<channels {
                    let value: Int
                    if isInside {
                        let isDark = (row + column * (number % 3)) % stripe == 0
                        value = (isDark ? brightness / 2 : brightness) * (3 - (number + channel) % channels) / 3
                    } else {
                        value = shade * (row + channel * height / 3) / height
                    }
                    bytes.append(UInt8(clamping: value))
                }
            }
        }
        // Pictures use all values.
        bytes[0] = 0
        bytes[centre.row * width * channels + centre.column * channels] = 255
        return bytes
    }
}
