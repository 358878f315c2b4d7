import Arrays
import Interpreter
import Layers

/// What is known of functions that rearrange elements, by their arguments.
extension KnownRule {
    /// `flip(x, axis)`.
    static let flip = KnownRule { operands in
        operands[1] == nil ? ReorderingRule(along: nil) : (try? operands.sizes(1)).map { ReorderingRule(along: $0) }
    }

    /// `roll(x, shift, axis)`; without an axis all elements are one row.
    static let roll = KnownRule { operands in
        guard operands[2] != nil, let axes = try? operands.sizes(2) else { return nil }
        return ReorderingRule(along: axes)
    }

    /// `tile(x, repeats)`: the repeats belong to the last axes.
    static let tile = KnownRule { operands in
        guard let repeats = try? operands.sizes(1), repeats.allSatisfy({ $0 > 0 }) else { return nil }
        return ReorderingRule { rank in
            Set(repeats.reversed().enumerated().filter { $0.offset < rank && $0.element > 1 }.map { -1 - $0.offset })
        }
    }

    /// `swapaxes(x, axis1, axis2)`.
    static let swappedAxes = KnownRule { operands in
        guard let first = try? operands.integer(1), let second = try? operands.integer(2) else { return nil }
        return AxisOrderRule { rank in
            guard [first, second].allSatisfy(((-rank)..<rank).contains) else { return nil }
            var order = Array(0..<rank)
            order.swapAt(first < 0 ? first + rank : first, second < 0 ? second + rank : second)
            return order
        }
    }

    /// `moveaxis(x, source, destination)`: the other axes stay in their order.
    static let movedAxes = KnownRule { operands in
        guard let sources = try? operands.sizes(1), let targets = try? operands.sizes(2) else { return nil }
        return AxisOrderRule { rank in
            let (from, to) = (sources.map { $0 < 0 ? $0 + rank : $0 }, targets.map { $0 < 0 ? $0 + rank : $0 })
            guard from.count == to.count, Set(from).count == from.count, Set(to).count == to.count,
                (from + to).allSatisfy((0..<rank).contains)
            else { return nil }
            let moved = Dictionary(zip(to, from)) { first, _ in first }
            var rest = (0..<rank).filter { !from.contains($0) }.makeIterator()
            return (0..<rank).map { moved[$0] ?? rest.next() }
        }
    }

    /// `cumsum(x, axis)`.
    static let running = KnownRule { operands in
        RunningRule(along: operands[1] == nil ? nil : try? operands.integer(1))
    }

    /// `unstack(x, num, axis)`.
    static let unstacking = KnownRule { operands in
        operands.axis(2, or: 0).map { UnstackingRule(along: $0, count: (try? operands.integer(1)) ?? nil) }
    }

    /// `reshape(x, newshape)`.
    static let reshape = KnownRule { operands in ReshapeRule(to: operands[1].flatMap(SizeTensors.sizes)) }

    /// `broadcast_to(x, shape)`.
    static let broadcast = KnownRule { operands in
        operands[1].flatMap(SizeTensors.sizes).map { BroadcastRule(to: $0) }
    }

    /// `squeeze(x, axis)`.
    static let squeeze = squeezing(leavesOutUnknown: false)

    /// `tf.squeeze(input, axis)`, which leaves out axes whose size is not known.
    static let squeezeUnknown = squeezing(leavesOutUnknown: true)

    private static func squeezing(leavesOutUnknown: Bool) -> KnownRule {
        KnownRule { operands in
            if operands[1] == nil { return SqueezingRule(needsSizes: leavesOutUnknown) }
            guard let axes = try? operands.sizes(1) else { return nil }
            return AxisOrderRule(leavesOutUnknown: leavesOutUnknown) { rank in
                let places = Set(axes.map { $0 < 0 ? $0 + rank : $0 })
                return places.allSatisfy((0..<rank).contains) ? (0..<rank).filter { !places.contains($0) } : nil
            }
        }
    }

    /// A tensor cut along an axis.
    /// - Parameter bySizes: whether a list gives the sizes of the parts, and not the places of the cuts.
    static func splitting(bySizes: Bool) -> KnownRule {
        KnownRule { operands in
            guard let axis = operands.axis(2, or: 0) else { return nil }
            guard let value = operands[1], let numbers = try? operands.sizes(1) else {
                return SplittingRule(along: axis, nil)
            }
            let isList = value.isSequence
            return SplittingRule(
                along: axis, !isList ? .parts(numbers[0]) : bySizes ? .sizes(numbers) : .places(numbers))
        }
    }

    /// `take(x, indices, axis)`.
    /// - Parameter usual: the axis where none is given; nil for all elements as one row.
    static func taking(or usual: Int?) -> KnownRule {
        KnownRule { operands in
            guard let axis = operands[2] == nil ? usual : try? operands.integer(2), let value = operands[1],
                let indices = try? ArrayBuilder.array(from: value), indices.rank < 2
            else { return nil }
            return TakingRule(indices.ints, isSingle: indices.rank == 0, along: axis)
        }
    }
}
