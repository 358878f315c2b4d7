import Layers
import TensorEngine

/// What a script's `call` does with inputs of certain shapes.
enum CallInside {
    /// The network between the inputs and the outputs.
    /// - Parameters:
    ///   - shapes: the shapes of the outputs, of which the class may declare less than there is to know.
    ///   - runsScript: whether values are computed by running the script, since each call draws random numbers,
    ///   assigns values or adds losses.
    case network(Model, shapes: [BatchShape], runsScript: Bool)
    /// Only the shapes of the outputs are known: values are computed by running the script.
    case opaque([BatchShape])

    /// Runs a call on inputs of a network of its own.
    /// - Throws: `Refusal` with what the script raised.
    init(_ form: any ScriptedCall, _ shapes: [BatchShape], training: Bool?, of layer: ScriptedLayer) throws(Refusal) {
        let context = layer.context
        let (network, hadEffects) = try context.tracing { () throws(Refusal) in
            let names = shapes.count == 1 ? ["inputs"] : form.inputNames
            let starts = try shapes.enumerated().map { (place, shape) throws(Refusal) in
                try InputLayer(
                    shape: shape, name: place < names.count ? names[place] : "inputs_\(place)", context: context)
            }
            let outputs = try form.outputs(for: starts.map(\.output), training: training)
            return Model(inside: layer, inputs: starts.map(\.output), outputs: outputs)
        }
        self = .network(network, shapes: network.outputs.map(\.shape), runsScript: hadEffects)
    }

    /// The network; nil where it is not known.
    var network: Model? { if case .network(let model, _, _) = self { model } else { nil } }

    /// The network, where values can be computed by it.
    var computable: Model? { if case .network(let model, _, false) = self { model } else { nil } }

    /// The shapes of the outputs.
    var shapes: [BatchShape] {
        switch self {
        case .network(_, let shapes, _): shapes
        case .opaque(let shapes): shapes
        }
    }

    /// The same with the shapes that the class declares, as in Keras; where these contradict it, nothing but they is known.
    func checked(_ declared: [BatchShape]?) -> CallInside {
        guard let declared, case .network(let model, let shapes, let runsScript) = self else { return self }
        let agrees =
            declared.count == shapes.count
            && zip(declared, shapes).allSatisfy { declared, shape in
                declared.rank == shape.rank
                    && zip(declared.dims, shape.dims).allSatisfy { !$0.isKnown || $0.known == $1.known }
            }
        guard agrees else { return .opaque(declared) }
        // A size that is not known by a number may be known by a formula.
        let isSame = zip(declared, shapes).allSatisfy { $0.description == $1.description }
        return .network(model, shapes: isSame ? shapes : declared, runsScript: runsScript)
    }
}

/// The insides of the latest calls of a layer.
struct KeptInsides {
    private struct Entry {
        let form: any ScriptedCall
        let shapes: [BatchShape]
        let training: Bool?
        let versions: Int
        let inside: CallInside
        /// The weights whose values the script read, and their versions then.
        let reads: [(weight: Weight, version: Int)]

        var isCurrent: Bool { reads.allSatisfy { $0.weight.version == $0.version } }
    }

    private var entries: [Entry] = []
    /// A layer that is shared is called in many places, seldom with more shapes than these.
    private static let most = 16

    /// The inside of a call that was run before and would be the same now.
    func find(
        _ form: any ScriptedCall, _ shapes: [BatchShape], training: Bool?, _ versions: Int
    ) -> CallInside? {
        entries.last {
            $0.form === form && $0.versions == versions && ($0.training ?? false) == (training ?? false)
                && $0.shapes == shapes && $0.isCurrent
        }?.inside
    }

    /// Keeps the inside of a call.
    /// - Parameter reads: the weights whose values the script read.
    mutating func add(
        _ inside: CallInside, _ form: any ScriptedCall, _ shapes: [BatchShape], training: Bool?, _ versions: Int,
        reads: [Weight]
    ) {
        entries.removeAll { $0.versions != versions || !$0.isCurrent }
        if entries.count == KeptInsides.most { entries.removeFirst() }
        entries.append(
            Entry(
                form: form, shapes: shapes, training: training, versions: versions, inside: inside,
                reads: reads.map { ($0, $0.version) }))
    }
}
