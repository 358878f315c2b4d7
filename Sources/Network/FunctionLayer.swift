import Layers
import TensorEngine

/// A function of tensors in a network, such as `ops.mean(x)` or `x * 2`: what Keras calls an operation.
///
/// It has no weights. `Model.layers` leaves it out and the summary shows it, as in Keras.
public final class FunctionLayer: Layer {
    private let keepsShape: Bool
    private let function: ([Tensor]) throws -> [Tensor]
    /// What its maker needs to write it down in a config; the network does not look inside.
    public var origin: AnyObject?

    /// - Parameters:
    ///   - className: the class of Keras's operation, from which the name is made: `GetItem`, `get_item`.
    ///   - name: the name; nil for an automatic one.
    ///   - keepsShape: whether the output has the inputs' shapes, broadcast; other shapes are found by calling it.
    ///   - function: the outputs for data.
    public init(
        className: String, name: String? = nil, keepsShape: Bool, context: NetworkContext,
        _ function: @escaping ([Tensor]) throws -> [Tensor]
    ) {
        self.keepsShape = keepsShape
        self.function = function
        super.init(name: name, className: className, context: context)
    }

    public override func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        if keepsShape, let shape = FunctionLayer.broadcast(inputs) { return [shape] }
        do { return try ShapeProbe.shapes(for: inputs, function) } catch let refusal as Refusal {
            throw refusal
        } catch let error as EngineError { throw Refusal(error) } catch { throw Refusal("\(error)") }
    }

    /// The shape that the inputs broadcast to; nil where sizes do not go together.
    private static func broadcast(_ shapes: [BatchShape]) -> BatchShape? {
        var result: [Dim] = []
        for shape in shapes {
            guard let next = TensorEngine.broadcast(result, shape.dims) else { return nil }
            result = next
        }
        return BatchShape(result)
    }

    override func forward(_ inputs: [Tensor], training: Bool?, _ context: CallContext) throws -> [Tensor] {
        try function(inputs)
    }
}
