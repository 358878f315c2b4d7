/// Something in a network that is seldom wanted, and what to do about it.
public struct Finding: Sendable, Equatable {
    /// The kinds of findings, by their names in JSON.
    public enum Kind: String, Sendable, CaseIterable {
        case channelOrder = "channel_order"
        case unreadPixels = "unread_pixels"
        case mostlyPadding = "mostly_padding"
        case gridding
        case checkerboard
        case biasBeforeNormalization = "bias_before_normalization"
        case heavyDense = "heavy_dense"
        case oneClassSoftmax = "one_class_softmax"
        case deadMaps = "dead_maps"
        case saturated
        case undefined
    }

    /// What kind of finding it is.
    public let kind: Kind
    /// The variable or the layer where it is.
    public let place: String
    /// The other variables and layers of which the same is to be said.
    public var others: [String] = []
    /// Whether the numbers in the text are those of the first only.
    public var haveOtherNumbers = false
    /// What there is, a sentence without a full stop.
    public let text: String
    /// What to do; it was tried on shapes where it is a call.
    public let fix: String
}

extension Finding {
    /// What the fix is, without the call that does it: `pad before it`.
    private var rule: Substring { fix.prefix { $0 != ":" && $0 != "(" } }

    /// Whether another one says the same, be it in other numbers.
    fileprivate func saysTheSame(as other: Finding) -> Bool {
        kind == other.kind && rule == other.rule
            && text.filter { !$0.isNumber } == other.text.filter { !$0.isNumber }
    }
}

extension [Finding] {
    /// Those that say the same of several layers as one, in the place of the first and with its numbers.
    var grouped: [Finding] {
        var groups: [Finding] = []
        for finding in self {
            if let place = groups.firstIndex(where: { $0.saysTheSame(as: finding) }) {
                if groups[place].place != finding.place { groups[place].others.append(finding.place) }
                if groups[place].text != finding.text { groups[place].haveOtherNumbers = true }
            } else {
                groups.append(finding)
            }
        }
        return groups
    }
}
