import Workbench

/// Makes scripts that call everything there is to call, with arguments at the edges.
struct CallMaker {
    private let callables = Callables(Session())

    /// A script of a few calls, each a statement of its own.
    func script(_ dice: inout Dice) -> String {
        var result = Callables.beginning
        for _ in 0..<dice.number(2...8) { result += statement(&dice) + "\n" }
        return result
    }

    private func statement(_ dice: inout Dice) -> String {
        switch dice.number(0...9) {
        case 0..<4: "r = \(function(&dice))\n\(use(&dice))"
        case 4..<6: "r = \(method(&dice))\n\(use(&dice))"
        case 6..<9: layer(&dice)
        default: operation(&dice)
        }
    }

    private func argument(_ dice: inout Dice) -> String {
        switch dice.number(0...19) {
        case 0: function(&dice)
        case 1: method(&dice)
        default: Values.value(&dice)
        }
    }

    private func arguments(_ dice: inout Dice, _ parameters: [String], isMethod: Bool) -> String {
        let count = dice.number(0...max(2, min(4, parameters.count)))
        var parts = (0..<count).map { place in
            // Most functions work on what they are given first.
            place == 0 && !isMethod && dice.happens(percent: 50)
                ? dice.pick(dice.happens(percent: 70) ? Values.arrays : Values.tensors) : argument(&dice)
        }
        let names = parameters.isEmpty ? ["axis", "shape", "size", "keepdims", "dtype"] : parameters
        if dice.happens(percent: parameters.isEmpty ? 10 : 50) {
            for _ in 0..<dice.number(1...2) { parts.append("\(dice.pick(names))=\(argument(&dice))") }
        }
        return parts.joined(separator: ", ")
    }

    private func function(_ dice: inout Dice) -> String {
        let function = dice.pick(callables.functions)
        return "\(function.name)(\(arguments(&dice, function.parameters, isMethod: false)))"
    }

    private func method(_ dice: inout Dice) -> String {
        let method = dice.pick(callables.methods)
        let receiver = "(\(dice.pick(method.receivers)))\(method.name)"
        return dice.happens(percent: 5) ? receiver : "\(receiver)(\(arguments(&dice, [], isMethod: true)))"
    }

    /// A layer of which one or two arguments are out of the ordinary, and what may be done with it.
    private func layer(_ dice: inout Dice) -> String {
        let layer = dice.pick(callables.layers)
        var given = layer.required.map { (name: $0.name, value: $0.value) }
        for _ in 0..<dice.number(0...2) where !layer.parameters.isEmpty {
            let (name, value) = (dice.pick(layer.parameters), Values.value(&dice))
            given.removeAll { $0.name == name }
            given.append((name, value))
        }
        let call = "\(layer.name)(\(given.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")))"
        let input = dice.pick(dice.happens(percent: 70) ? Values.tensors : Values.arrays)
        let further = dice.pick([
            "show r", "m = Model(t3, r)\nm.summary()", "receptive_field(r)", "print(r.shape)", "l.get_config()",
            "l.get_weights()",
            "l.compute_output_shape(\(Values.tuple(&dice)))", "l.count_params()",
            "m = Sequential([l]); m.build(\(Values.tuple(&dice)))",
            "maps(r)", "plan(r)", "weights(l)", "l(r)", "m = Model(t3, r)\nm.predict(np.ones((1, 8, 8, 3)))",
        ])
        return "l = \(call)\nr = l(\(input))\n\(further)"
    }

    private func operation(_ dice: inout Dice) -> String {
        let (a, b) = (argument(&dice), argument(&dice))
        switch dice.number(0...3) {
        case 0:
            let operators = ["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "<", "==", "in"]
            return "print(\(a) \(dice.pick(operators)) \(b))"
        case 1: return "r = \(a)\nr[\(b)] = \(argument(&dice))"
        case 2:
            let format =
                dice.pick(["", "1", "<", "0", ".", ",.", "+"])
                + dice.pick(["0", "5", "400", "1000000000", "2147483648"])
            return "print(f\"{\(a):\(format)}\")"
        default:
            return
                "print((\(a))[\(dice.pick([b, "\(b):\(argument(&dice))", "::\(b)", "..., \(b)", "None, \(b)", "\(b):"]))])"
        }
    }

    /// What may be done with a result.
    private func use(_ dice: inout Dice) -> String {
        dice.pick([
            "r", "print(r)", "r.shape", "r[\(Values.value(&dice))]", "r == r", "r + r", "list(r)", "np.array(r).sum()",
            "len(r)",
            "for i in r: print(i)", "next(r)", "r(\(Values.value(&dice)))", "str(r)", "hash(r)", "np.sum(r, axis=0)",
        ])
    }
}
