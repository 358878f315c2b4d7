import Inspection
import Interpreter
import Layers
import Network
import TensorEngine

/// `trace(c1, row, col, channel)`: one output value by hand.
enum TraceFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "trace(x, \(ElementArguments.signature), to=None)",
            "Calculates one value of a tensor by hand: what the layer's window reads, the weights, the products, their sum, the "
                + "bias and the activation. `trace(c1, 3, 4)` is row 3, column 4 of channel 0, `trace(c1, 3, 4, 2)` that of "
                + "channel 2; a line takes (step, channel), a volume (depth, row, col, channel). Without a place it is the "
                + "largest value of the channel. `to=x` follows the largest contributions back to x."
        ) { arguments, _ in
            // A layer of a script is looked into: what is traced is the last call in it.
            let tensor = try Subject(arguments[0], of: "trace", library).tensor().inlined
            let tracer = Tracer(library.network)
            let trace = try raising { () throws -> Trace in
                let value = try value(of: tensor, tracer)
                let element = try ElementArguments(
                    arguments, of: "trace", tensor, value, library.dataFormat(of: tensor))
                var trace = try tracer.trace(tensor, at: element.place, sample: element.sample)
                trace.isLargest = element.isLargest && element.place.count > 1
                if let target = arguments.optional("to") {
                    trace.path = try path(from: tensor, element, to: target, tracer, library)
                }
                return trace
            }
            library.emit(trace)
            return .none
        }
    }

    /// The value; where a part of a tensor was meant as a place in it, as in `trace(c1[13, 13, 0])`, an error that says so.
    private static func value(of tensor: SymbolicTensor, _ tracer: Tracer) throws -> Tensor {
        do { return try tracer.value(of: tensor) } catch {
            guard tensor.layer.className == "GetItem", let whole = tensor.node.inputs.first else { throw error }
            let raised = RaisedError(converting: error)
            raised.exception.hint =
                "the first axis has the samples; a place stands behind the tensor: trace(\(whole.shownName), row, col, channel)"
            throw raised
        }
    }

    private static func path(
        from tensor: SymbolicTensor, _ element: ElementArguments, to target: Value, _ tracer: Tracer,
        _ library: LibraryContext
    ) throws -> [TraceStep] {
        let subject = try Subject(target, of: "trace", as: "to", library)
        let end = try subject.tensor().inlined
        guard let path = try tracer.path(from: tensor, at: element.place, to: end, sample: element.sample) else {
            throw RaisedError(
                .valueError, "'\(tensor.shownName)' does not depend on '\(end.shownName)'",
                hint: "`to` is an input, or a tensor on the way from one")
        }
        return path
    }
}
