import TensorEngine

extension NumericArray {
    /// Whether elements that lie as `places` says can be seen in another shape without moving them.
    ///
    /// Source: the rule of numpy's `reshape`: neighbouring axes become one if a step along the outer one is as far as all
    /// steps along the inner one.
    /// - Parameters:
    ///   - shape: the sizes now.
    ///   - places: for each element its place in memory, as slices give it: the same step all along each axis.
    ///   - newShape: the sizes wanted, of as many elements.
    public static func canBeSeen(_ shape: [Int], places: [Int], as newShape: [Int]) -> Bool {
        let own = Shape(shape).strides
        let axes = shape.indices.filter { shape[$0] > 1 }
        guard !places.isEmpty else { return true }
        let sizes = axes.map { shape[$0] }
        let steps = axes.map { places[own[$0]] - places[0] }
        let wanted = newShape.filter { $0 > 1 }
        var (old, new) = (0, 0)
        while old < sizes.count, new < wanted.count {
            let first = old
            var (have, want) = (sizes[old], wanted[new])
            while have != want {
                if have < want {
                    old += 1
                    guard old < sizes.count else { return false }
                    have *= sizes[old]
                } else {
                    new += 1
                    guard new < wanted.count else { return false }
                    want *= wanted[new]
                }
            }
            for axis in first..<old where steps[axis] != sizes[axis + 1] * steps[axis + 1] { return false }
            old += 1
            new += 1
        }
        return true
    }
}
