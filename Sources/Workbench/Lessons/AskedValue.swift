import Inspection
import Interpreter
import Language
import Layers
import Library
import Network

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
        guard let input = tensor.node.inputs.first?.shape, let motion = WindowMotion(of: tensor.layer, over: input)
        else { return nil }
        let spatial = motion.dataFormat.spatialAxes(rank: input.rank)
        switch part {
        case .size(let axis) where spatial.contains(axis): return motion.arithmetic[axis - spatial.lowerBound].formula
        case .shape: return motion.arithmetic.first?.formula
        case .size, .parameters: return nil
        }
    }

    /// The value and those that are right as well.
    var alternatives: [Value] {
        switch part {
        case .size, .shape: [.tuple(tensor.shape.dims.map(\.value)), .tuple(tensor.shape.perSample.map(\.value))]
        case .parameters: []
        }
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
