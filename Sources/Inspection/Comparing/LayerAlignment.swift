/// The layers of two models side by side, those that are the same left out.
struct LayerAlignment {
    /// What is not the same: layers that one of them has in the place of others, or besides.
    let differences: [ComparisonReport.Difference]

    /// - Parameters:
    ///   - first: the layers of the first model, as code.
    ///   - second: those of the second.
    init(_ first: [String], _ second: [String]) {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in second.difference(from: first) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var differences: [ComparisonReport.Difference] = []
        var (one, other) = (0, 0)
        while one < first.count || other < second.count {
            let (isRemoved, isInserted) = (removed.contains(one), inserted.contains(other))
            if isRemoved || isInserted {
                differences.append(
                    ComparisonReport.Difference(
                        name: "", first: isRemoved ? first[one] : nil, second: isInserted ? second[other] : nil))
                if isRemoved { one += 1 }
                if isInserted { other += 1 }
            } else {
                one += 1
                other += 1
            }
        }
        self.differences = differences
    }
}
