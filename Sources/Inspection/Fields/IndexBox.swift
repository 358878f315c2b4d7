import Layers

/// Some elements of a tensor: the product of sets of indices along the axes after the batch axis.
struct IndexBox: Hashable, Sendable {
    /// The indices along each axis.
    var axes: [IndexRuns]
    /// Whether each of these elements is meant; otherwise some of them at most.
    var isExact = true
    /// Axes along which some of the indices are meant, but one at least: where axes are merged into one.
    var looseAxes: Set<Int> = []

    /// Whether each of these elements is meant, whatever the axis.
    var isCertain: Bool { isExact && looseAxes.isEmpty }

    /// Boxes of a tensor beyond which they become one that holds them all.
    private static let mostBoxes = 64

    /// All elements of a tensor; nil where a size is unknown.
    static func all(of shape: BatchShape) -> IndexBox? {
        var axes: [IndexRuns] = []
        for size in shape.perSample {
            guard let size = size.known else { return nil }
            axes.append(size > 0 ? IndexRuns(0...size - 1) : IndexRuns())
        }
        return IndexBox(axes: axes)
    }

    /// The elements with these indices along the axes after the batch axis; nil stands for all indices of an axis.
    /// - Returns: nil where a size is unknown.
    static func elements(_ indices: [Int?], of shape: BatchShape) -> IndexBox? {
        guard var box = all(of: shape) else { return nil }
        for (axis, index) in zip(box.axes.indices, indices) {
            if let index { box.axes[axis] = IndexRuns(index...index) }
        }
        return box
    }

    /// Whether there are no elements.
    var isEmpty: Bool { axes.contains(where: \.isEmpty) }

    /// Whether all elements are among those of the other.
    func isSubset(of other: IndexBox) -> Bool { zip(axes, other.axes).allSatisfy { $0.isSubset(of: $1) } }

    /// Whether an element is one of them.
    func contains(_ indices: [Int]) -> Bool { zip(axes, indices).allSatisfy { $0.contains($1) } }

    /// Adds elements to others of the same tensor.
    static func add(_ box: IndexBox, to boxes: inout [IndexBox]) {
        if box.isEmpty { return }
        if boxes.contains(where: { box.isSubset(of: $0) && ($0.isCertain || !box.isCertain) }) { return }
        boxes.removeAll { $0.isSubset(of: box) && (box.isCertain || !$0.isCertain) }
        boxes.append(box)
        guard boxes.count > mostBoxes else { return }
        var hull = boxes[0]
        for box in boxes { for axis in hull.axes.indices { hull.axes[axis] = hull.axes[axis].union(box.axes[axis]) } }
        hull.isExact = false
        boxes = [hull]
    }
}
