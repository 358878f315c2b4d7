import TensorEngine

/// Which pixels of a tensor are meant, whatever the channel.
struct PixelMask {
    /// The tensor's spatial sizes.
    let sizes: [Int]
    /// The indices along the spatial axes: products of sets.
    private let boxes: [[IndexRuns]]
    /// Pixels beyond which they are neither counted nor drawn.
    private static let mostPixels = 1 << 24

    /// The pixels of some elements; nil for a tensor without spatial axes, or with too many pixels.
    init?(_ boxes: [IndexBox], _ axes: SpatialAxes, _ sizes: [Int]) {
        guard (1...3).contains(sizes.count), let all = checkedProduct(sizes), all <= PixelMask.mostPixels else {
            return nil
        }
        self.sizes = sizes
        self.boxes = Array(Set(boxes.map { box in axes.places.map { box.axes[$0] } }))
    }

    /// How many pixels there are.
    var all: Int { sizes.reduce(1, *) }

    /// How many are meant.
    var count: Int {
        if boxes.count == 1 { return boxes[0].reduce(1) { $0 * $1.count } }
        return (0..<slices).reduce(0) { $0 + values(slice: $1).reduce(0) { $0 + Int($1) } }
    }

    /// The indices along one axis.
    func indices(_ axis: Int) -> IndexRuns { boxes.reduce(IndexRuns()) { $0.union($1[axis]) } }

    /// How many slices of rows and columns there are; one where there are at most two axes.
    var slices: Int { sizes.count > 2 ? sizes[0] : 1 }
    /// The rows of a slice.
    var rows: Int { sizes.count > 1 ? sizes[sizes.count - 2] : 1 }
    /// The columns of a slice.
    var columns: Int { sizes[sizes.count - 1] }

    /// 1 for each pixel of a slice that is meant, 0 for the others, row by row.
    func values(slice: Int) -> [Float] {
        var values = [Float](repeating: 0, count: rows * columns)
        for box in boxes where sizes.count < 3 || box[0].contains(slice) {
            let rowRuns = sizes.count > 1 ? box[sizes.count - 2] : IndexRuns(0...0)
            for row in rowRuns.runs.joined() {
                for run in box[sizes.count - 1].runs {
                    for column in run { values[row * columns + column] = 1 }
                }
            }
        }
        return values
    }
}
