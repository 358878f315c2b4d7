import Layers
import Network
import TensorEngine

/// A number of multiply-accumulates for one sample, of which a part may not be known.
public struct Cost: Equatable, Sendable {
    /// Those that are known.
    public private(set) var known = 0
    /// Whether these are all; otherwise there are at least so many.
    public private(set) var isExact = true

    /// Nothing is known of it.
    static let unknown = Cost(isExact: false)

    private init(isExact: Bool) { self.isExact = isExact }

    /// The number; nil where a part is not known.
    public var exact: Int? { isExact ? known : nil }

    /// What some calls cost together.
    init(of calls: some Sequence<ShapedCall>) { for call in calls { add(call) } }

    /// What a call costs. Models are looked into.
    public init(of node: Node) {
        add(ShapedCall(node, inputs: node.inputs.map(\.shape), outputs: node.outputs.map(\.shape)))
    }

    /// What a model costs for the inputs it was made for.
    public init(of model: Model) {
        // A Sequential that does not know its input has no inputs yet.
        guard !model.inputs.isEmpty, let calls = try? model.calls(for: model.inputs.map(\.shape)) else {
            isExact = false
            return
        }
        add(Cost(of: calls))
    }

    private mutating func add(_ call: ShapedCall) {
        if let model = call.network {
            guard let calls = try? model.calls(for: call.inputs) else { return isExact = false }
            return add(Cost(of: calls))
        }
        guard !call.node.inputs.isEmpty else { return }
        let cost = call.node.layer.multiplyAccumulates(inputs: call.inputs, outputs: call.outputs).known
        if cost == nil { isExact = false }
        add(cost ?? 0)
    }

    mutating func add(_ other: Cost) {
        add(other.known)
        isExact = isExact && other.isExact
    }

    private mutating func add(_ number: Int) {
        let (sum, overflow) = known.addingReportingOverflow(number)
        if overflow { isExact = false } else { known = sum }
    }
}
