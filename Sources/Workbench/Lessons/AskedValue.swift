import Inspection
import Interpreter
import Language
import Layers
import Library
import Network
import Presentation

/// What the answer of a question is, where it belongs to a tensor: `c1.shape[1]`, `c1.shape`, `c1.layer.count_params()`.
struct AskedValue {
    /// The part of the tensor.
    enum Part: Equatable {
        case shape
        /// One size of the shape.
        case size(axis: Int)
        case parameters
    }

    /// The variable.
    let name: String
    /// The tensor.
    let tensor: SymbolicTensor
    /// The part that is asked for.
    let part: Part

    /// A part of a tensor that a variable holds.
    init(name: String, tensor: SymbolicTensor, part: Part) {
        self.name = name
        self.tensor = tensor
        self.part = part
    }

    /// Reads the second argument of `ask(question, answer)` in a statement; nil where it is something else.
    init?(_ statement: TopLevelStatement, _ interpreter: Interpreter) {
        guard case .expression(let expression) = statement.statement.kind,
            case .call(_, let arguments) = expression.kind, arguments.count >= 2
        else { return nil }
        self.init(arguments[1].value, interpreter)
    }

    private init?(_ expression: Expression, _ interpreter: Interpreter) {
        switch expression.kind {
        case .attribute(let object, "shape", _): self.init(object, .shape, interpreter)
        case .subscripted(let shape, let index):
            guard case .attribute(let object, "shape", _) = shape.kind, let index = index.wholeNumber else {
                return nil
            }
            self.init(object, .size(axis: index), interpreter)
        case .call(let function, _):
            guard case .attribute(let layer, "count_params", _) = function.kind,
                case .attribute(let object, "layer", _) = layer.kind
            else { return nil }
            self.init(object, .parameters, interpreter)
        default: return nil
        }
    }

    private init?(_ object: Expression, _ part: Part, _ interpreter: Interpreter) {
        guard case .name(let name) = object.kind, case .host(let host)? = interpreter.lookUp(name),
            let tensor = (host as? TensorObject)?.tensor
        else { return nil }
        self.name = name
        self.tensor = tensor
        if case .size(let axis) = part, axis < 0 {
            self.part = .size(axis: axis + tensor.shape.rank)
        } else {
            self.part = part
        }
    }

    /// The formula for what is asked; nil where there is none.
    var formula: String? {
        guard let motion, let spatial = spatialAxes else { return nil }
        switch part {
        case .size(let axis) where spatial.contains(axis): return motion.arithmetic[axis - spatial.lowerBound].formula
        case .shape: return motion.arithmetic.first?.formula
        case .size, .parameters: return nil
        }
    }

    /// What leads to the value, but for the value: `height  valid:  28 − 3 + 1 = ?`; empty where nothing is known.
    var working: [String] {
        let axes = motion?.arithmetic ?? []
        switch part {
        case .size(let axis):
            guard let spatial = spatialAxes, spatial.contains(axis) else { return [] }
            return [axes[axis - spatial.lowerBound].openEquation]
        case .shape: return axes.map(\.openEquation)
        case .parameters:
            guard let parameters = LayerExplanation(tensor)?.parameters, !parameters.isEmpty else { return [] }
            let terms = parameters.map { part in
                "\(part.name) " + part.sizes.map(NumberText.grouped).joined(separator: "·")
            }
            return ["parameters  \(terms.joined(separator: " + ")) = ?"]
        }
    }

    /// Values that are right as well: the whole shape, with and without the batch axis; for a size of the map, all of them.
    var alternatives: [Value] {
        switch part {
        case .size(let axis):
            guard let spatial = spatialAxes, spatial.contains(axis) else { return shapes }
            return shapes + [.tuple(tensor.shape.dims[spatial].map(\.value))]
        case .shape: return shapes
        case .parameters: return []
        }
    }

    private var shapes: [Value] {
        [.tuple(tensor.shape.dims.map(\.value)), .tuple(tensor.shape.perSample.map(\.value))]
    }

    private var motion: WindowMotion? {
        tensor.node.inputs.first.flatMap { WindowMotion(of: tensor.layer, over: $0.shape) }
    }

    /// The axes along which the window moves.
    private var spatialAxes: Range<Int>? {
        motion?.dataFormat.spatialAxes(rank: tensor.node.inputs[0].shape.rank)
    }
}

extension AxisArithmetic {
    /// The calculation without its result; the formula where the numbers are the result.
    fileprivate var openEquation: String {
        "\(name)  \(rule):  " + (isPlain ? "output = \(formula)" : "\(numbers) = ?")
    }
}

extension Expression {
    /// A whole number with or without a sign.
    fileprivate var wholeNumber: Int? {
        switch kind {
        case .integer(let digits): Int(digits)
        case .unary(.minus, let operand): operand.wholeNumber.map { -$0 }
        default: nil
        }
    }
}
