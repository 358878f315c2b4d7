/// Values at the edges of what arithmetic, sizes and conversions can take, as calls are given them.
enum Values {
    static let integers = [
        "0", "-1", "1", "2", "-2", "3", "64", "1000", "10**5", "10**6", "10**7", "10**8", "10**9", "2**31", "-2**31",
        "2**32", "2**53", "2**61", "2**62", "-2**62", "2**63-1", "2**63-2", "-2**63", "-2**63+1", "2**63", "10**30",
        "-10**30",
    ]
    static let others = [
        "0.5", "-0.0", "1e-320", "1e19", "1e300", "-1e300", "float('nan')", "float('inf')", "-float('inf')", "True",
        "None", "...", "''", "'a'", "'é\\U0001F600'", "'same'", "'channels_first'", "'float32'", "'int'", "'constant'",
        "'a' * 1000", "'ab' * 10**6", "b''", "[]", "()", "{}", "set()", "{'a': 2**63-1}", "rings", "[rings, 1]",
        "range(2**62)", "range(-2**63, 2**63-1)", "range(3)", "slice(None, None, -2**63)",
        "slice(2**63-1, -2**63, 2**62)", "lambda *v: v[0]", "len", "int", "print", "np.float32", "itertools.count()",
        "itertools.repeat(1)", "(i for i in range(3))", "iter([])", "ValueError", "Dense(2)", "Sequential([Dense(2)])",
        "object()", "[0] * 10**5", "(1,) * 64", "[1, [2, 3]]", "['a', 'b']",
    ]
    static let arrays = [
        "np.zeros((2, 3))", "np.array(5)", "np.array([])", "np.zeros((0, 3))", "np.zeros((2, 0, 3))",
        "np.ones((1,) * 64)", "np.array([2**63-1, -2**63])", "np.array([float('nan'), float('inf'), -1e300])",
        "np.array([True, False])", "np.arange(24).reshape(2, 3, 4)", "np.ones((1, 8, 8, 3))",
        "np.ones((1, 8, 8, 3), dtype='float32')", "np.eye(3)", "np.zeros((0,) * 5)", "np.ones((2, 8, 3))",
        "np.arange(6)[::-1]", "np.array([[2**62, -1], [0, 1]])", "np.int64(2**63-1)", "np.ones((2,) * 15)",
        "np.zeros(10**5)", "np.zeros((0, 2**31))", "np.ones((3, 5), dtype='float32')",
    ]
    static let tensors = ["t0", "t1", "t2", "t3", "t4", "t9", "[t3, t3]", "[t1, t2]"]
    /// Values with which calls are usually right.
    static let usual = [
        "1", "2", "3", "0", "-1", "(2, 2)", "(1, 2)", "[1, 2]", "(2, 3)", "'valid'", "[0, 1]", "(0, 1)",
        "((1, 1), (2, 2))",
    ]

    /// A value for an argument.
    static func value(_ dice: inout Dice) -> String {
        switch dice.number(0...19) {
        case 0..<6: dice.pick(integers)
        case 6..<9: tuple(&dice)
        case 9..<12: dice.pick(others)
        case 12..<15: dice.pick(arrays)
        case 15: dice.pick(tensors)
        default: dice.pick(usual)
        }
    }

    /// A tuple or a list of up to five numbers, or of pairs of them.
    static func tuple(_ dice: inout Dice) -> String {
        func number(_ dice: inout Dice) -> String {
            dice.pick(dice.happens(percent: 50) ? integers : ["1", "2", "3", "0", "-1", "None"])
        }
        let isOfPairs = dice.happens(percent: 15)
        let items = (0..<dice.number(1...5)).map { _ in
            isOfPairs ? "(\(number(&dice)), \(number(&dice)))" : number(&dice)
        }
        let text = items.joined(separator: ", ")
        return dice.happens(percent: 80) ? "(\(text),)" : "[\(text)]"
    }
}
