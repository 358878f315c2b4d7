extension Probe {
    /// Even noise between 0 and 1, the same at every run.
    static let noise = Probe(name: "noise", summary: "Even noise between 0 and 1, the same at every run.") { point in
        var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
        for number in point.place + [point.channel, point.sample] {
            hash = (hash ^ UInt64(truncatingIfNeeded: number)) &* 0xbf58_476d_1ce4_e5b9
            hash ^= hash >> 29
        }
        return Float((hash &* 0x94d0_49bb_1331_11eb) >> 40) / Float(1 << 24)
    }
}
