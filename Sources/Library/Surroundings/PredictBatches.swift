import Arrays
import Interpreter

/// Data that `predict` hands to a model in batches: what a `call` computes may depend on the other samples, and variables that
/// it changes do so once for each batch.
struct PredictBatches {
    /// How many samples a batch has where nothing else is said.
    static let usualSize = 32

    /// The data of each batch, in the structure of the whole.
    let parts: [Value]

    /// Divides arrays, or arrays in lists, tuples and dicts; nil where there is one batch, or something else among them.
    init?(_ data: Value, size: Int) {
        var counts: Set<Int> = []
        PredictBatches.note(data, &counts)
        guard size > 0, counts.count == 1, let count = counts.first, count > size else { return nil }
        var parts: [Value] = []
        for start in stride(from: 0, to: count, by: size) {
            guard let part = PredictBatches.part(of: data, start..<min(start + size, count)) else { return nil }
            parts.append(part)
        }
        self.parts = parts
    }

    /// Notes how many samples each array has; -1 stands for what is no array.
    private static func note(_ value: Value, _ counts: inout Set<Int>) {
        switch value {
        case .host(let array as ArrayObject): counts.insert(array.shape.first ?? -1)
        case .list(let list): for item in list.items { note(item, &counts) }
        case .tuple(let items): for item in items { note(item, &counts) }
        case .dict(let dict): for item in dict.entries.values { note(item, &counts) }
        default: counts.insert(-1)
        }
    }

    private static func part(of value: Value, _ range: Range<Int>) -> Value? {
        func all(_ items: [Value]) -> [Value]? {
            let parts = items.compactMap { part(of: $0, range) }
            return parts.count == items.count ? parts : nil
        }
        switch value {
        case .host(let array as ArrayObject):
            return (try? array.array.part(range, along: 0)).map { .host(ArrayObject($0)) }
        case .list(let list): return all(list.items).map { .list(ListObject($0)) }
        case .tuple(let items): return all(items).map(Value.tuple)
        case .dict(let dict):
            let copy = DictObject([])
            for (key, item) in dict.entries { copy.entries[key] = part(of: item, range) }
            return .dict(copy)
        default: return nil
        }
    }

    /// The outputs of all batches in one, in the structure that each has.
    static func joined(_ results: [Value]) throws(RaisedError) -> Value {
        func all(_ items: [[Value]]) throws(RaisedError) -> [Value] {
            var joined: [Value] = []
            for place in items.first?.indices ?? 0..<0 {
                joined.append(try PredictBatches.joined(items.map { $0[place] }))
            }
            return joined
        }
        switch results.first {
        case .list?:
            return .list(ListObject(try all(results.map { if case .list(let list) = $0 { list.items } else { [] } })))
        case .tuple?:
            return .tuple(try all(results.map { if case .tuple(let items) = $0 { items } else { [] } }))
        case .dict(let first)?:
            let copy = DictObject([])
            for key in first.entries.keys {
                var items: [Value] = []
                for case .dict(let dict) in results { if let item = dict.entries[key] { items.append(item) } }
                copy.entries[key] = try joined(items)
            }
            return .dict(copy)
        default:
            var arrays: [NumericArray] = []
            for case .host(let array as ArrayObject) in results { arrays.append(array.array) }
            let parts = arrays
            return .host(ArrayObject(try raising { try NumericArray.concatenated(parts, axis: 0) }))
        }
    }
}
