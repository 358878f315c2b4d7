import Arrays
import Interpreter
import Layers
import TensorEngine

/// How the arguments of a tensor function give what is known of its result in a network.
///
/// An argument that a rule cannot read leaves the function unknown: whether it is right, the function itself checks.
struct KnownRule: @unchecked Sendable {
    // A session runs on one thread at a time.
    private let find: (Operands) -> (any FunctionRule)?

    /// - Parameter find: the rule for these arguments; nil where it cannot be told.
    init(_ find: @escaping (Operands) -> (any FunctionRule)?) { self.find = find }

    /// The rule for these arguments.
    func rule(_ operands: Operands) -> any FunctionRule { find(operands) ?? UnknownRule() }

    /// Nothing is known.
    static let unknown = KnownRule { _ in nil }

    /// Element by element; arrays among the arguments broadcast too.
    static let elementwise = elementwise(masking: .none)

    /// The same number everywhere: the shape alone matters.
    static let filling = KnownRule { _ in FillingRule() }

    /// Element by element, where an operand may mask elements of the others.
    static func elementwise(masking: ElementwiseRule.Masking) -> KnownRule {
        KnownRule { operands in operands.functionOperands.map { ElementwiseRule($0, masking: masking) } }
    }

    /// Element by element but along axes, whose elements are combined.
    /// - Parameters:
    ///   - place: the place of the axis, or of several, among the arguments.
    ///   - usual: the axis where none is given.
    static func mixing(axis place: Int, or usual: Int) -> KnownRule {
        KnownRule { operands in
            // None that was written stands for all axes.
            if place < operands.values.count, case .none? = operands.values[place] {
                return operands.tensorShape(0).map { MixingRule(along: Array(0..<$0.rank)) }
            }
            return operands.axes(place, or: [usual]).map { MixingRule(along: $0) }
        }
    }

    /// Axes reduced to one element; all of them where no axis is given.
    /// - Parameter outputs: how many results there are.
    static func reduction(axis place: Int, keepsAxes: Int, outputs: Int = 1) -> KnownRule {
        KnownRule { operands in
            guard let keeps = try? operands[keepsAxes]?.truth() ?? false else { return nil }
            if operands[place] == nil { return ReductionRule(axes: nil, keepsAxes: keeps, outputCount: outputs) }
            guard let axes = try? operands.sizes(place) else { return nil }
            return ReductionRule(axes: axes, keepsAxes: keeps, outputCount: outputs)
        }
    }

    /// Axes in another order.
    /// - Parameter order: the input's axis for each axis of the output, nil for a new one, for so many axes.
    static func axisOrder(_ order: @escaping @Sendable (_ rank: Int, _ axes: [Int]?) -> [Int?]?) -> KnownRule {
        KnownRule { operands in
            guard let axes = try? operands.sizes(1) else {
                return operands[1] == nil ? AxisOrderRule { order($0, nil) } : nil
            }
            return AxisOrderRule { order($0, axes) }
        }
    }

    /// Tensors joined along an axis.
    static func joining(axis place: Int, or usual: Int) -> KnownRule {
        KnownRule { operands in
            // Arrays among the tensors have a part of the output as well.
            guard operands.holdsTensorsOnly(0), let axis = operands.axis(place, or: usual) else { return nil }
            return JoiningRule(along: axis)
        }
    }

    /// Tensors as elements of a new axis.
    static func stacking(axis place: Int, or usual: Int) -> KnownRule {
        KnownRule { operands in
            operands.axis(place, or: usual).map { StackingRule(along: $0) }
        }
    }

    /// Products summed over axes of two operands.
    static func contraction(
        _ labels: @escaping @Sendable (_ ranks: [Int]) -> ContractionRule.Labels?, operands places: [Int] = [0, 1]
    ) -> KnownRule {
        KnownRule { operands in
            let kinds = places.compactMap { operands.contracted($0) }
            return kinds.count == places.count ? ContractionRule(kinds, labels) : nil
        }
    }
}

extension Operands {
    /// The axes in that place; `usual` where none is given, nil where they are not integers.
    func axes(_ place: Int, or usual: [Int]) -> [Int]? { self[place] == nil ? usual : try? sizes(place) }

    /// The axis in that place; `usual` where none is given, nil where it is not an integer.
    func axis(_ place: Int, or usual: Int) -> Int? { self[place] == nil ? usual : try? integer(place) }

    /// The shape of the tensor of a network in that place; nil where there is none.
    func tensorShape(_ place: Int) -> BatchShape? {
        guard case .host(let object)? = self[place] else { return nil }
        return (object as? TensorObject)?.tensor.shape
    }

    /// The arguments that are tensors, arrays, lists or numbers; nil where one of them is a list of other things.
    var functionOperands: [FunctionOperand]? {
        var found: [FunctionOperand] = []
        for case let value? in values {
            switch value {
            case .list, .tuple, .int, .float, .bool:
                guard let operand = FunctionOperand(value) else { return nil }
                found.append(operand)
            case .host(let object):
                if object is TensorObject {
                    found.append(.input)
                } else if object is ArrayObject || object is WeightObject, let operand = FunctionOperand(value) {
                    found.append(operand)
                }
            default: continue
            }
        }
        return found
    }

    /// Whether the list in that place holds tensors of a network and nothing else.
    func holdsTensorsOnly(_ place: Int) -> Bool {
        let items: [Value]
        switch self[place] {
        case .list(let list)?: items = list.items
        case .tuple(let values)?: items = values
        default: return false
        }
        return items.allSatisfy { if case .host(let object) = $0 { object is TensorObject } else { false } }
    }

    /// What stands in that place of a sum of products; nil where it is neither a tensor nor an array.
    func contracted(_ place: Int) -> FunctionOperand? {
        tensorShape(place) != nil ? .input : self[place].flatMap { FunctionOperand($0) }
    }
}

extension FunctionOperand {
    /// A weight, or the numbers of an array, of a list of numbers, or a single one; nil for anything else.
    fileprivate init?(_ value: Value) {
        if case .host(let object) = value, let weight = (object as? WeightObject)?.weight {
            self = .variable(
                FunctionVariable(
                    name: weight.path.split(separator: "/").suffix(2).joined(separator: "/"), shape: weight.spec.shape,
                    value: { try weight.value() }))
            return
        }
        guard let tensor = try? ArrayBuilder.array(from: value).tensor() else { return nil }
        self = .constant(tensor)
    }
}
