import Layers
import TensorEngine

/// A picture by formula, of any size, that flows through a network when no data were given.
public struct Probe: Sendable {
    /// The name by which `x.feed("…")` finds it.
    public let name: String
    /// One sentence for help.
    public let summary: String
    /// The brightness at a place.
    let brightness: @Sendable (ProbePoint) -> Float

    /// The probe as data.
    /// - Parameters:
    ///   - sizes: all sizes, batch axis first.
    ///   - dataFormat: where the channels are, in shapes that have spatial axes.
    /// - Throws: `EngineError` if the tensor is too large.
    public func tensor(sizes: [Int], dataFormat: DataFormat) throws -> Tensor {
        var tensor = try Tensor(zeros: Shape(sizes))
        guard sizes.count > 1, !sizes.contains(0) else { return tensor }
        let channelAxis = sizes.count > 2 ? dataFormat.channelAxis(rank: sizes.count) : 1
        let spatial = (1..<sizes.count).filter { $0 != channelAxis || sizes.count == 2 }
        var index = [Int](repeating: 0, count: sizes.count)
        try tensor.withUnsafeMutableBufferPointer { values in
            for position in values.indices {
                values[position] = brightness(
                    ProbePoint(
                        place: spatial.map { index[$0] }, sizes: spatial.map { sizes[$0] },
                        channel: sizes.count > 2 ? index[channelAxis] : 0, sample: index[0]))
                advance(&index, in: sizes)
            }
        }
        return tensor
    }

    /// Steps to the next element in row-major order.
    private func advance(_ index: inout [Int], in sizes: [Int]) {
        for axis in sizes.indices.reversed() {
            index[axis] += 1
            if index[axis] < sizes[axis] { return }
            index[axis] = 0
        }
    }
}

/// One pixel of a probe.
struct ProbePoint {
    /// Index along each spatial axis.
    let place: [Int]
    /// Size of each spatial axis.
    let sizes: [Int]
    let channel: Int
    let sample: Int

    /// The pixel's row, from 0 at the top to 1 at the bottom; the middle for sequences.
    var y: Float { place.count < 2 ? 0.5 : fraction(place.count - 2) }

    /// The pixel's column, from 0 at the left to 1 at the right.
    var x: Float { place.isEmpty ? 0.5 : fraction(place.count - 1) }

    /// The pixel's depth in a volume, from 0 to 1; the middle for images.
    var z: Float { place.count < 3 ? 0.5 : fraction(0) }

    private func fraction(_ axis: Int) -> Float { (Float(place[axis]) + 0.5) / Float(sizes[axis]) }
}
