import Interpreter
import Network

/// `inside(model.conv1)`: the tensor that a layer makes inside of another layer's call.
enum InsideFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "inside(layer, call=0)",
            "The tensor that a layer makes inside of the call of a layer or model of your own, such as inside(model.conv1): it "
                + "can be inspected, and be an output of a Model. Of several calls, `call` says which one."
        ) { arguments, _ in
            guard case .host(let object as LayerObject) = arguments[0] else {
                throw RaisedError(
                    .typeError, "inside() takes a layer, not '\(arguments[0].typeName)'",
                    hint: "for example inside(model.conv1), after y = model(x)")
            }
            let calls = object.layer.innerCalls
            let name = library.typedName(object.layer)
            guard !calls.isEmpty else {
                throw RaisedError(
                    .valueError, "'\(object.layer.shownName)' was not called inside of any layer",
                    hint: object.layer.inboundNodes.isEmpty
                        ? "call the model that has it first, on an Input" : "its own output is \(name).output")
            }
            let given = try arguments.int("call")
            let number = given < 0 ? given + calls.count : given
            guard calls.indices.contains(number) else {
                throw RaisedError(
                    .indexError, "'\(object.layer.shownName)' has no call \(given)",
                    hint: calls.count == 1
                        ? "there is one: inside(\(name))" : "there are \(calls.count), numbered from 0")
            }
            return library.value(of: calls[number].outputs)
        }
    }
}
