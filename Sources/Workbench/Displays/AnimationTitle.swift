import Presentation

/// What stands above the pictures of an animation: as many lines above each of them, so that they stay in place.
struct AnimationTitle {
    /// What is said where the maps had to shrink.
    static let shrunk = StyledText("shrunk, peaks kept", .dim)
    private static let gap = 3
    /// How many items stand on each line.
    private let counts: [Int]

    /// - Parameters:
    ///   - longest: the items above the last picture, whose numbers are the longest.
    ///   - width: the columns there are.
    ///   - rows: the lines there are; where they are few, all is on one of them.
    init(longest: [StyledText], width: Int, rows: Int) {
        guard rows > 16 else {
            counts = []
            return
        }
        // A value may be longer than the last one.
        let widths = (longest + [AnimationTitle.shrunk]).enumerated().map { $1.width + ($0 == 0 ? 4 : 0) }
        var (counts, used) = ([0], 0)
        for item in widths {
            if used > 0, used + AnimationTitle.gap + item > width {
                counts.append(0)
                used = 0
            }
            counts[counts.count - 1] += 1
            used += item + (used > 0 ? AnimationTitle.gap : 0)
        }
        self.counts = counts
    }

    /// The lines of some items, each as wide as it is.
    func lines(_ items: [StyledText], _ renderer: Renderer) -> [StyledText] {
        var rest = items[...]
        var lines: [StyledText] = []
        for count in counts where !rest.isEmpty {
            lines += renderer.items(Array(rest.prefix(count)), gap: AnimationTitle.gap)
            rest = rest.dropFirst(count)
        }
        return rest.isEmpty ? lines : lines + renderer.items(Array(rest), gap: AnimationTitle.gap)
    }
}
