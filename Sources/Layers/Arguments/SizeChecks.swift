/// Sizes, shapes, axes and amounts of padding among arguments.
extension ParameterCheck {
    /// An array of whole numbers as the tuple of them; anything else as it is.
    func listed(_ value: Argument) -> Argument {
        guard case .tensor(let tensor) = value, tensor.shape.rank == 1, tensor.count <= 64 else { return value }
        let numbers = tensor.values.compactMap { Int(exactly: $0) }
        return numbers.count == tensor.count ? .tuple(numbers.map(Argument.int)) : value
    }

    func sizes(_ value: Argument, rank: Int, minimum: Int) throws(Refusal) -> Argument {
        let value = listed(value)
        if let single = wholeNumber(value) {
            try requireAtLeast(minimum, [single], in: value, rank: rank)
            return .tuple(Array(repeating: .int(single), count: rank))
        }
        guard let items = value.items, items.count == rank else { throw wrongTuple(value, rank) }
        let numbers = items.compactMap(wholeNumber)
        guard numbers.count == rank else { throw wrongTuple(value, rank) }
        try requireAtLeast(minimum, numbers, in: value, rank: rank)
        return .tuple(numbers.map(Argument.int))
    }

    private func requireAtLeast(_ minimum: Int, _ numbers: [Int], in value: Argument, rank: Int) throws(Refusal) {
        let wrong = numbers.filter { $0 < minimum }
        guard !wrong.isEmpty else { return }
        let rule = minimum == 1 ? "value > 0" : "value >= \(minimum)"
        throw Refusal(
            argument: name,
            "The `\(name)` argument must be a tuple of \(rank) integers. Received: \(value), including values "
                + "{\(Set(wrong).sorted().map(String.init).joined(separator: ", "))} that do not satisfy `\(rule)`.",
            remedy: "use \(minimum) or more")
    }

    private func wrongTuple(_ value: Argument, _ rank: Int) -> Refusal {
        let example = rank == 1 ? "3" : "(\(Array(repeating: "3", count: rank).joined(separator: ", ")))"
        return Refusal(
            parameter.typeErrors == .strict ? .typeError : .valueError, argument: name,
            "The `\(name)` argument must be a tuple of \(rank) integers.", received: value.description,
            remedy: "one integer for all axes, or one per axis, as in \(name)=\(example)")
    }

    func pairs(_ value: Argument, rank: Int) throws(Refusal) -> Argument {
        if let single = wholeNumber(value) {
            guard single >= 0 else { throw wrongPairs(value, rank) }
            let pair = Argument.tuple([.int(single), .int(single)])
            return rank == 1 ? pair : .tuple(Array(repeating: pair, count: rank))
        }
        if case .dict(let entries) = value, rank == 2, !entries.isEmpty {
            let amounts = try oldPadding(entries, value)
            guard settings.dialect != .keras3 || isOldCall else {
                throw wrongPairs(value, rank, remedy: "write \(name)=\(amounts), which Keras 1 wrote as a dict")
            }
            return amounts
        }
        guard let items = value.items else { throw wrongPairs(value, rank) }
        if rank == 1, let pair = pair(value) { return pair }
        guard rank > 1, items.count == rank else { throw wrongPairs(value, rank) }
        let amounts = items.compactMap(pair)
        guard amounts.count == rank else { throw wrongPairs(value, rank) }
        return .tuple(amounts)
    }

    /// One amount for both sides, or a pair of amounts.
    private func pair(_ value: Argument) -> Argument? {
        if let single = wholeNumber(value), single >= 0 { return .tuple([.int(single), .int(single)]) }
        guard let items = value.items, items.count == 2 else { return nil }
        let amounts = items.compactMap(wholeNumber).filter { $0 >= 0 }
        return amounts.count == 2 ? .tuple(amounts.map(Argument.int)) : nil
    }

    /// Keras 1's `{'top_pad': 1, 'left_pad': 2}`; a side that is not named gets nothing.
    private func oldPadding(_ entries: [Argument.Entry], _ value: Argument) throws(Refusal) -> Argument {
        let sides = ["top_pad", "bottom_pad", "left_pad", "right_pad"]
        var amounts = [0, 0, 0, 0]
        for entry in entries {
            guard case .string(let side) = entry.key, let index = sides.firstIndex(of: side),
                let amount = wholeNumber(entry.value), amount >= 0
            else { throw wrongPairs(value, 2) }
            amounts[index] = amount
        }
        let numbers = amounts.map(Argument.int)
        return .tuple([.tuple([numbers[0], numbers[1]]), .tuple([numbers[2], numbers[3]])])
    }

    private func wrongPairs(_ value: Argument, _ rank: Int, remedy: String? = nil) -> Refusal {
        let forms =
            rank == 1
            ? "an integer or a pair (before, after)"
            : "an integer, a tuple of \(rank) integers, or a tuple of \(rank) pairs (before, after)"
        return Refusal(
            argument: name, "The `\(name)` argument must be \(forms), none negative.", received: value.description,
            remedy: remedy ?? (rank == 1 ? "for example \(name)=(1, 2)" : "for example \(name)=((1, 1), (2, 2))"))
    }

    func shape(_ value: Argument, wildcard: Bool) throws(Refusal) -> Argument {
        let value = listed(value)
        guard let items = value.items else {
            throw refuseType("Expected a tuple of sizes.", value, fraction: .typeError)
        }
        for item in items {
            if case .none = item, !wildcard { continue }
            if case .none = item {
                throw refuse("Expected sizes that are integers, or one -1.", value, remedy: "use -1")
            }
            guard let size = wholeNumber(item), size >= 0 || (wildcard && size == -1) else {
                throw refuse("Expected sizes that are integers of zero or more\(wildcard ? ", or one -1" : "").", value)
            }
        }
        return .tuple(items)
    }

    func maskShape(_ value: Argument) throws(Refusal) -> Argument {
        guard let items = value.items else { throw refuse("Expected a tuple or list of integers.", value) }
        for item in items {
            if case .none = item { continue }
            guard let size = wholeNumber(item), size > 0 else {
                throw refuse("Expected all sizes to be positive integers or None.", value)
            }
        }
        return .tuple(items)
    }

    func axes(_ value: Argument) throws(Refusal) -> Argument {
        if let single = wholeNumber(value) { return .int(single) }
        guard let items = value.items, !items.isEmpty else {
            throw refuseType("Expected an integer or a list of integers.", value, fraction: .typeError)
        }
        let numbers = items.compactMap(wholeNumber)
        guard numbers.count == items.count else {
            throw refuseType("Expected an integer or a list of integers.", value, fraction: .typeError)
        }
        let axes = numbers.map(Argument.int)
        if case .list = value { return .list(axes) }
        return .tuple(axes)
    }
}
