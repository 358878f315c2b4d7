import Interpreter
import Library
import Network

/// What expressions yielded, under the names by which a person can go on with it: `_` for the last, `__` and `___` for those
/// before it, `_3` for what the third entry yielded.
struct KeptResults {
    private var byNumber: [Int: Value] = [:]
    private var numbers: [Int] = []

    /// Older values are forgotten, since they may be large.
    private static let most = 200

    /// Keeps the value of an entry.
    mutating func keep(_ value: Value, number: Int) {
        if case .none = value { return }
        if byNumber.updateValue(value, forKey: number) == nil { numbers.append(number) }
        if numbers.count > KeptResults.most { byNumber[numbers.removeFirst()] = nil }
    }

    /// Why there is nothing under a name such as `_3`; nil for other names.
    static func hint(for name: String, entries count: Int) -> String? {
        guard name.first == "_", let number = Int(name.dropFirst()), number > 0 else { return nil }
        return number > count
            ? "\(count) \(count == 1 ? "entry has" : "entries have") been typed so far"
            : "entry \(number) has no result that was kept"
    }

    /// What to write instead of a layer's own name, under which its result is shown where no variable holds it.
    func hint(forLayerNamed name: String) -> String? {
        let found = numbers.last { number in
            guard case .host(let object)? = byNumber[number] else { return false }
            return (object as? TensorObject)?.tensor.layer.name == name
        }
        return found.map { number in
            "\(name) is the layer's own name; its result is \(number == numbers.last ? "_" : "_\(number)"), or give it a name: c1 = …"
        }
    }

    /// Forgets all values.
    mutating func forget() { self = KeptResults() }

    /// All of them by their numbers, as IPython's `Out` has them.
    private var table: Value {
        let dict = DictObject()
        for number in numbers {
            if let key = try? HashKey(.int(number)) { dict.entries[key] = byNumber[number] }
        }
        return .dict(dict)
    }

    /// The value under a name; nil where the name is none of these, or nothing was kept under it.
    subscript(name: String) -> Value? {
        if name == "Out", !numbers.isEmpty { return table }
        guard name.hasPrefix("_") else { return nil }
        let rest = name.dropFirst()
        if rest.allSatisfy({ $0 == "_" }), rest.count < 3 {
            let place = numbers.count - name.count
            return place >= 0 ? byNumber[numbers[place]] : nil
        }
        return Int(rest).flatMap { byNumber[$0] }
    }
}
