/// The candidate that a misspelt name most likely means, or nil if none is near.
///
/// Near means an optimal string alignment distance (insertions, deletions, substitutions and swaps of
/// neighbours, case counting half) of at most a third of the longer name, and at least one letter in common. Where none
/// is near, the first name that goes on from what was typed: `kernel` means `kernel_size`.
/// - Parameters:
///   - name: what was typed.
///   - candidates: the names that exist.
/// - Complexity: O(Σ |name|·|candidate|).
public func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
    let typed = Array(name.unicodeScalars.prefix(64))
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
        let letters = Array(candidate.unicodeScalars.prefix(64))
        let allowed = max(2, 2 * max(typed.count, letters.count) / 3)
        let distance = alignmentDistance(typed, letters)
        guard distance <= allowed, distance < 2 * min(typed.count, letters.count) else { continue }
        if best.map({ distance < $0.distance || (distance == $0.distance && candidate < $0.name) }) ?? true {
            best = (candidate, distance)
        }
    }
    if let best { return best.name }
    let start = name.lowercased()
    return start.count < 3 ? nil : candidates.first { $0 != name && $0.lowercased().hasPrefix(start) }
}

/// Optimal string alignment distance in half steps: an edit costs 2, a change of case 1.
private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = (0...b.count).map { $0 * 2 }
    for i in a.indices {
        var current = [(i + 1) * 2] + [Int](repeating: 0, count: b.count)
        for j in b.indices {
            let change = a[i] == b[j] ? 0 : (lowercased(a[i]) == lowercased(b[j]) ? 1 : 2)
            current[j + 1] = min(previous[j] + change, previous[j + 1] + 2, current[j] + 2)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 2)
            }
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count]
}

private func lowercased(_ scalar: Unicode.Scalar) -> String { scalar.properties.lowercaseMapping }
