import Layers
import Network
import TensorEngine

/// The memory that the outputs of layers take while a network runs, for one sample, in bytes of float32.
///
/// The calls run one after the other, in the order of the model's nodes. An output is held from the call that makes it to the last
/// call that takes it, the model's inputs and outputs to the end of their use; while a call runs, its inputs and its outputs are
/// held both. Models inside are looked into. Weights and what a layer needs for itself while it computes do not count.
public enum ActivationMemory {
    /// The bytes of one number.
    static let numberSize = 4

    /// Bytes of tensors of these shapes for one sample; nil where a size is not known, or where there is no such number.
    public static func bytes(_ shapes: [BatchShape]) -> Int? {
        var total = 0
        for shape in shapes {
            var bytes = numberSize
            for size in shape.perSample {
                guard let size = size.known else { return nil }
                let (product, overflow) = bytes.multipliedReportingOverflow(by: size)
                if overflow { return nil }
                bytes = product
            }
            let (sum, overflow) = total.addingReportingOverflow(bytes)
            if overflow { return nil }
            total = sum
        }
        return total
    }

    /// The largest sum of outputs that are held at once while a model runs; nil where a size is not known.
    /// - Complexity: O(calls in the model and in those inside it).
    public static func peak(of model: Model) -> Int? {
        // A Sequential that does not know its input has no inputs yet.
        if model.inputs.isEmpty { return nil }
        let shapes = model.inputs.map(\.shape)
        guard let inputs = bytes(shapes), let inside = peak(of: model, shapes, held: Set()) else { return nil }
        return sum(inputs, inside)
    }

    /// The largest sum of what is held beyond the inputs of a model, which may be of other shapes than it was made for.
    ///
    /// - Parameter held: the inputs that the calls around the model hold on to; it releases the others after their last use.
    private static func peak(of model: Model, _ shapes: [BatchShape], held: Set<ObjectIdentifier>) -> Int? {
        guard let calls = try? model.calls(for: shapes) else { return nil }
        var uses: [ObjectIdentifier: Int] = [:]
        for call in calls { for input in call.node.inputs { uses[ObjectIdentifier(input), default: 0] += 1 } }
        for output in model.outputs { uses[ObjectIdentifier(output), default: 0] += 1 }
        for key in held { uses[key, default: 0] += 1 }
        var live = 0
        var highest = 0
        for call in calls {
            guard let during = memory(during: call, uses), let outputs = bytes(call.outputs),
                let most = sum(live, during), let after = sum(live, outputs)
            else { return nil }
            highest = max(highest, most)
            live = after
            for (tensor, shape) in zip(call.node.outputs, call.outputs) where uses[ObjectIdentifier(tensor)] == nil {
                live -= bytes([shape]) ?? 0
            }
            for (tensor, shape) in zip(call.node.inputs, call.inputs) {
                let left = uses[ObjectIdentifier(tensor), default: 0] - 1
                uses[ObjectIdentifier(tensor)] = left
                if left == 0 { live -= bytes([shape]) ?? 0 }
            }
        }
        return highest
    }

    /// What one call holds beside its inputs while it runs. Where networks lie in one another makes no difference: an input that
    /// nothing else takes later is released inside after its last use.
    private static func memory(during call: ShapedCall, _ uses: [ObjectIdentifier: Int]) -> Int? {
        guard let model = call.network else { return bytes(call.outputs) }
        let held = zip(model.inputs, call.node.inputs).filter { _, outer in
            uses[ObjectIdentifier(outer), default: 0] > call.node.inputs.count { $0 === outer }
        }
        return peak(of: model, call.inputs, held: Set(held.map { ObjectIdentifier($0.0) }))
    }

    private static func sum(_ a: Int, _ b: Int) -> Int? {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : sum
    }
}
