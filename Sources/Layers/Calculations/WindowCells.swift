import TensorEngine

extension WindowMotion {
    /// One cell of a window: a tap, and the pixel of the input under it.
    public struct Cell: Sendable, Equatable {
        /// The tap along each axis.
        public let taps: [Int]
        /// The pixel along each axis; outside of the input in the padding.
        public let pixel: [Int]
        /// Whether the pixel lies in the padding.
        public let isPadding: Bool
    }

    /// The cells of the window of an output pixel, in row-major order of their taps; see `WindowAxis.readings`.
    public func cells(of pixel: [Int]) -> [Cell] {
        var cells = [Cell(taps: [], pixel: [], isPadding: false)]
        for (axis, index) in zip(axes, pixel) {
            let readings = axis.readings(of: index)
            let size = axis.input.known ?? 0
            cells = cells.flatMap { cell in
                readings.map { reading in
                    Cell(
                        taps: cell.taps + [reading.tap], pixel: cell.pixel + [reading.index],
                        isPadding: cell.isPadding || !(0..<size).contains(reading.index))
                }
            }
        }
        return cells
    }

    /// An element's index along each axis after the batch axis.
    public func place(_ pixel: [Int], channel: Int) -> [Int] {
        dataFormat == .channelsLast ? pixel + [channel] : [channel] + pixel
    }

    /// An element's pixel and its channel.
    public func parts(of place: [Int]) -> (pixel: [Int], channel: Int) {
        dataFormat == .channelsLast
            ? (Array(place.dropLast()), place.last ?? 0) : (Array(place.dropFirst()), place.first ?? 0)
    }

    /// The terms of an output pixel that reads some channels of the input.
    func terms(
        of pixel: [Int], channels: Range<Int>, weight: (_ cell: Cell, _ channel: Int) -> Calculation.WeightPlace?
    ) -> [Calculation.Term] {
        cells(of: pixel).flatMap { cell in
            channels.map { channel in
                Calculation.Term(
                    source: cell.isPadding ? .padding : .input(0), place: place(cell.pixel, channel: channel),
                    taps: cell.taps, weight: weight(cell, channel))
            }
        }
    }
}

extension Shape {
    /// The place of an element in row-major order.
    func place(of indices: [Int]) -> Int { zip(indices, dims).reduce(0) { $0 * $1.1 + $1.0 } }

    /// The indices of the element at a place in row-major order.
    func indices(of place: Int) -> [Int] {
        var rest = place
        return dims.reversed().map { size in
            defer { rest /= max(size, 1) }
            return rest % max(size, 1)
        }.reversed()
    }
}
