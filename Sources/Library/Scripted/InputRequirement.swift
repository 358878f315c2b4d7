import Interpreter
import Layers
import TensorEngine

/// What an `InputSpec` of a script requires of an input.
///
/// Source: `assert_input_compatibility` in keras/src/layers/input_spec.py.
struct InputRequirement {
    private let attributes: [String: Value]

    /// The requirements of an object of the class `InputSpec`; nil for any other object.
    init?(_ object: InstanceObject) {
        guard object.typeObject.mro.contains(where: { $0.name == "InputSpec" }) else { return nil }
        attributes = Dictionary(uniqueKeysWithValues: object.attributes.map { ($0.key, $0.value) })
    }

    private func number(_ name: String) -> Int? { if case .int(let number)? = attributes[name] { number } else { nil } }

    /// What is wrong with an input's shape; nil where it fits.
    func fault(of shape: BatchShape) -> String? {
        let rank = shape.rank
        if let wanted = number("ndim"), wanted != rank {
            return "expected ndim=\(wanted), found ndim=\(rank). Full shape received: \(shape)"
        }
        if let most = number("max_ndim"), rank > most { return "expected max_ndim=\(most), found ndim=\(rank)" }
        if let least = number("min_ndim"), rank < least {
            return "expected min_ndim=\(least), found ndim=\(rank). Full shape received: \(shape)"
        }
        return axisFault(of: shape) ?? shapeFault(of: shape)
    }

    private func axisFault(of shape: BatchShape) -> String? {
        guard case .dict(let axes)? = attributes["axes"] else { return nil }
        for (key, value) in axes.entries {
            guard case .int(let axis) = key.value, case .int(let size) = value else { continue }
            let place = axis < 0 ? axis + shape.rank : axis
            guard shape.dims.indices.contains(place), let found = shape.dims[place].known, found != size else {
                continue
            }
            return "expected axis \(axis) of input shape to have value \(size), but received input with shape \(shape)"
        }
        return nil
    }

    private func shapeFault(of shape: BatchShape) -> String? {
        let wanted: [Value]
        switch attributes["shape"] {
        case .tuple(let items)?: wanted = items
        case .list(let list)?: wanted = list.items
        default: return nil
        }
        let fits = zip(wanted, shape.dims).allSatisfy { value, dim in
            if case .int(let size) = value, let found = dim.known { size == found } else { true }
        }
        return fits && wanted.count == shape.rank
            ? nil : "expected shape=\(Value.tuple(wanted).repr), found shape=\(shape)"
    }
}
