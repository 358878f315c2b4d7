/// The members of a set, in the order in which CPython goes through them.
///
/// That order follows from the hashes of numbers, which are the same in every run, so that `{3, 1, 2}` prints as `{1, 2, 3}`: members stand
/// in a table of a power of two of slots, at the place that their hash names or after it. Sets with members whose hashes
/// change from run to run, such as strings, keep the order in which the members came.
///
/// Source: the behaviour of CPython 3.11 (probing, growth and set operations of its set type), checked by the referee.
public struct SetTable {
    private enum Slot {
        case empty
        case deleted
        case used(HashKey, hash: Int, order: Int)
    }

    private var slots = [Slot](repeating: .empty, count: 8)
    /// Slots that are not empty, deleted ones included.
    private var fill = 0
    /// Number of members.
    public private(set) var count = 0
    /// How many members have a hash that CPython changes from run to run.
    private var volatileCount = 0
    private var nextOrder = 0
    /// Where the next `pop` begins to look.
    private var finger = 0

    private var mask: Int { slots.count - 1 }

    /// A set without members.
    public init() {}

    /// A set to which these were added one after the other.
    public init(_ keys: some Sequence<HashKey>) { for key in keys { insert(key) } }

    /// Whether there are no members.
    public var isEmpty: Bool { count == 0 }

    /// The members, in their order.
    public var elements: [HashKey] {
        var result: [(key: HashKey, order: Int)] = []
        result.reserveCapacity(count)
        for case .used(let key, _, let order) in slots { result.append((key, order)) }
        if volatileCount > 0 { result.sort { $0.order < $1.order } }
        return result.map(\.key)
    }

    // MARK: Looking

    private static func hash(_ key: HashKey) -> (value: Int, isVolatile: Bool) {
        if let hash = PythonHash.of(key.value) { return (hash, false) }
        return (key.hashValue, true)
    }

    /// The places to look at for a hash, one after the other; `visit` answers whether to stop.
    private func probe(_ hash: Int, _ visit: (Int) -> Bool) {
        var start = hash & mask
        var perturbation = UInt(bitPattern: hash)
        while true {
            let last = start + 9 <= mask ? start + 9 : start
            for place in start...last where visit(place) { return }
            perturbation >>= 5
            start = Int(truncatingIfNeeded: UInt(bitPattern: start) &* 5 &+ 1 &+ perturbation) & mask
        }
    }

    /// The place of a key, or of the first empty slot where it would go.
    private func place(of key: HashKey, _ hash: Int) -> (index: Int, isFound: Bool) {
        var result = (index: 0, isFound: false)
        probe(hash) { index in
            switch slots[index] {
            case .empty:
                result = (index, false)
                return true
            case .used(let other, let otherHash, _) where otherHash == hash && other == key:
                result = (index, true)
                return true
            default: return false
            }
        }
        return result
    }

    /// Whether a value is a member.
    public func contains(_ key: HashKey) -> Bool { place(of: key, SetTable.hash(key).value).isFound }

    // MARK: Changing

    /// Adds a member, if it is not there.
    @discardableResult
    public mutating func insert(_ key: HashKey) -> Bool {
        let (hash, isVolatile) = SetTable.hash(key)
        let (index, isFound) = place(of: key, hash)
        guard !isFound else { return false }
        put(key, hash, at: index, isVolatile: isVolatile)
        fill += 1
        if fill * 5 >= mask * 3 { resize(count > 50000 ? count * 2 : count * 4) }
        return true
    }

    private mutating func put(_ key: HashKey, _ hash: Int, at index: Int, isVolatile: Bool) {
        slots[index] = .used(key, hash: hash, order: nextOrder)
        nextOrder += 1
        count += 1
        if isVolatile { volatileCount += 1 }
    }

    /// Takes a member out; answers whether it was there.
    @discardableResult
    public mutating func remove(_ key: HashKey) -> Bool {
        let (hash, isVolatile) = SetTable.hash(key)
        let (index, isFound) = place(of: key, hash)
        guard isFound else { return false }
        slots[index] = .deleted
        count -= 1
        if isVolatile { volatileCount -= 1 }
        return true
    }

    /// Takes some member out; nil where there is none.
    public mutating func popFirst() -> HashKey? {
        guard count > 0 else { return nil }
        if volatileCount > 0 {
            guard let first = oldest else { return nil }
            remove(first)
            return first
        }
        var index = finger & mask
        while true {
            if case .used(let key, _, _) = slots[index] {
                slots[index] = .deleted
                count -= 1
                finger = index + 1
                return key
            }
            index = (index + 1) & mask
        }
    }

    /// The member that came first.
    private var oldest: HashKey? {
        var result: (key: HashKey, order: Int)?
        for case .used(let key, _, let order) in slots where order < result?.order ?? .max { result = (key, order) }
        return result?.key
    }

    /// Makes room for more than that many, and forgets the deleted slots.
    private mutating func resize(_ least: Int) {
        var size = 8
        while size <= least { size <<= 1 }
        let old = slots
        slots = [Slot](repeating: .empty, count: size)
        for case .used(let key, let hash, let order) in old {
            var free = 0
            probe(hash) { index in
                guard case .empty = slots[index] else { return false }
                free = index
                return true
            }
            slots[free] = .used(key, hash: hash, order: order)
        }
        fill = count
    }

    // MARK: Operations on two sets

    /// Adds the members of another.
    public mutating func formUnion(_ other: SetTable) {
        guard other.count > 0 else { return }
        reserve(other.count)
        if fill == 0, mask == other.mask, other.fill == other.count {
            let finger = self.finger
            self = other
            self.finger = finger
            return
        }
        for key in other.elements { insert(key) }
    }

    /// Makes room for so many more at once.
    mutating func reserve(_ more: Int) {
        if (fill + more) * 5 >= mask * 3 { resize((count + more) * 2) }
    }

    /// Another table of the same members.
    public var copy: SetTable {
        var result = SetTable()
        result.formUnion(self)
        return result
    }

    /// The members of either.
    public func union(_ other: SetTable) -> SetTable {
        var result = copy
        result.formUnion(other)
        return result
    }

    /// The members of both.
    public func intersection(_ other: SetTable) -> SetTable {
        let (small, large) = other.count > count ? (self, other) : (other, self)
        var result = SetTable()
        for key in small.elements where large.contains(key) { result.insert(key) }
        return result
    }

    /// The members that another has not.
    public func subtracting(_ other: SetTable) -> SetTable {
        var result = SetTable()
        if count >> 2 > other.count {
            result = copy
            result.subtract(other)
        } else {
            for key in elements where !other.contains(key) { result.insert(key) }
        }
        return result
    }

    /// Takes the members of another out.
    public mutating func subtract(_ other: SetTable) {
        for key in other.count >> 3 > count ? intersection(other).elements : other.elements { remove(key) }
        if fill - count > mask / 4 { resize(count > 50000 ? count * 2 : count * 4) }
    }

    /// The members of one of the two.
    public func symmetricDifference(_ other: SetTable) -> SetTable {
        var result = other.copy
        result.formSymmetricDifference(self)
        return result
    }

    /// Takes out the members that another has too, and adds the others of it.
    public mutating func formSymmetricDifference(_ other: SetTable) {
        for key in other.elements where !remove(key) { insert(key) }
    }

    /// Whether another has all its members.
    public func isSubset(of other: SetTable) -> Bool {
        count <= other.count && elements.allSatisfy { other.contains($0) }
    }
}
