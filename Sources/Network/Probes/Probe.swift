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
    /// The share of it that each channel gets; nil where the brightness itself looks at the channel.
    let tint: (@Sendable (Int) -> Float)?

    init(
        name: String, summary: String, tint: (@Sendable (Int) -> Float)? = nil,
        _ brightness: @escaping @Sendable (ProbePoint) -> Float
    ) {
        self.name = name
        self.summary = summary
        self.tint = tint
        self.brightness = brightness
    }

    /// The probe as data.
    /// - Parameters:
    ///   - sizes: all sizes, batch axis first.
    ///   - dataFormat: where the channels are, in shapes that have spatial axes.
    /// - Throws: `EngineError` if the tensor is too large, or after an interrupt.
    public func tensor(sizes: [Int], dataFormat: DataFormat) throws -> Tensor {
        var tensor = try Tensor(zeros: Shape(sizes))
        guard sizes.count > 1, !sizes.contains(0) else { return tensor }
        let channelAxis = sizes.count > 2 ? dataFormat.channelAxis(rank: sizes.count) : nil
        let spatial = (1..<sizes.count).filter { $0 != channelAxis }.map { sizes[$0] }
        let strides = Shape(sizes).strides
        let channels = channelAxis.map { sizes[$0] } ?? 1
        let channelStride = channelAxis.map { strides[$0] } ?? 0
        // The pixels lie in row-major order, with all channels between them where these come last.
        let pixelStride = channelAxis == sizes.count - 1 ? channels : 1
        try tensor.withUnsafeMutableBufferPointer { values in
            var pixels = 0
            for sample in 0..<sizes[0] {
                var start = sample * strides[0]
                var point = ProbePoint(sizes: spatial, sample: sample)
                repeat {
                    defer { start += pixelStride }
                    pixels += 1
                    if pixels % 4096 == 0 { try Interrupt.check() }
                    if let tint {
                        let shared = brightness(point)
                        for channel in 0..<channels {
                            if channel % 65536 == 65535 { try Interrupt.check() }
                            values[start + channel * channelStride] = shared * tint(channel)
                        }
                        continue
                    }
                    for channel in 0..<channels {
                        if channel % 65536 == 65535 { try Interrupt.check() }
                        point.channel = channel
                        values[start + channel * channelStride] = brightness(point)
                    }
                } while point.advance()
            }
        }
        return tensor
    }
}

/// One pixel of a probe.
struct ProbePoint {
    /// Index along each spatial axis.
    private(set) var place: [Int]
    /// Size of each spatial axis.
    let sizes: [Int]
    var channel = 0
    let sample: Int
    /// The pixel's column, from 0 at the left to 1 at the right.
    private(set) var x: Float = 0.5
    /// The pixel's row, from 0 at the top to 1 at the bottom; the middle for sequences.
    private(set) var y: Float = 0.5
    /// The pixel's depth in a volume, from 0 to 1; the middle for images.
    private(set) var z: Float = 0.5

    /// The first pixel of a sample.
    init(sizes: [Int], sample: Int) {
        place = [Int](repeating: 0, count: sizes.count)
        self.sizes = sizes
        self.sample = sample
        for axis in sizes.indices { locate(axis) }
    }

    /// Steps to the next pixel in row-major order; false after the last one.
    mutating func advance() -> Bool {
        for axis in sizes.indices.reversed() {
            place[axis] += 1
            let isInside = place[axis] < sizes[axis]
            if !isInside { place[axis] = 0 }
            locate(axis)
            if isInside { return true }
        }
        return false
    }

    /// Works out the coordinate that belongs to an axis.
    private mutating func locate(_ axis: Int) {
        let fraction = (Float(place[axis]) + 0.5) / Float(sizes[axis])
        switch sizes.count - axis {
        case 1: x = fraction
        case 2: y = fraction
        default: if axis == 0 { z = fraction }
        }
    }
}
