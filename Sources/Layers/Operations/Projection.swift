/// The convolution of one pixel that brings one tensor to the shape of another, so that the two can be added: the
/// projection shortcut of residual networks.
///
/// Source: He et al. 2015, "Deep residual learning for image recognition", section 3.3.
struct Projection {
    /// The constructor call: `Conv2D(128, 1, strides=2)`.
    let call: String
    /// Which of the two tensors is brought to the shape of the other, from 0.
    let input: Int
    /// The shape it is brought to, batch axis first.
    let target: BatchShape

    /// What to do, in a sentence.
    var remedy: String {
        "bring input \(input) to \(BatchShape(target.perSample)) first, with \(call)"
    }

    /// The projection that makes the shapes of two tensors, channels last, equal; nil where there is none.
    static func between(_ a: BatchShape, _ b: BatchShape) -> Projection? {
        projection(of: a, to: b).map { Projection(call: $0, input: 0, target: b) }
            ?? projection(of: b, to: a).map { Projection(call: $0, input: 1, target: a) }
    }

    /// The constructor call of the layer, after it was checked that the layer yields the shape.
    private static func projection(of source: BatchShape, to target: BatchShape) -> String? {
        guard source.rank == target.rank, (3...5).contains(source.rank), let filters = target.dims.last?.known,
            let strides = strides(from: source, to: target)
        else { return nil }
        let definition: LayerDefinition = [.conv1D, .conv2D, .conv3D][source.rank - 3]
        var call = CallSite([.int(filters), .int(1)])
        if strides.contains(where: { $0 > 1 }) {
            let isUniform = strides.allSatisfy { $0 == strides[0] }
            call.keywords.append(
                .init("strides", isUniform ? .int(strides[0]) : .tuple(strides.map(Argument.int))))
        }
        guard let made = try? definition.make(call),
            let shape = try? made.product.outputShapes(for: [source]).first, shape.perSample == target.perSample
        else { return nil }
        let arguments =
            call.positional.map(\.description) + call.keywords.map { "\($0.name)=\($0.value.description)" }
        return "\(definition.name)(\(arguments.joined(separator: ", ")))"
    }

    /// The strides that turn the spatial sizes of one shape into those of the other.
    private static func strides(from source: BatchShape, to target: BatchShape) -> [Int]? {
        var strides: [Int] = []
        for (size, wanted) in zip(source.dims.dropFirst().dropLast(), target.dims.dropFirst().dropLast()) {
            if size == wanted {
                strides.append(1)
            } else if let size = size.known, let wanted = wanted.known, wanted > 0, size > wanted {
                strides.append((size + wanted - 1) / wanted)
            } else {
                return nil
            }
        }
        return strides
    }
}
