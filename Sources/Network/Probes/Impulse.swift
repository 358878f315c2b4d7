extension Probe {
    /// One bright pixel, whose answer is the kernel itself, mirrored.
    static let impulse = Probe(
        name: "impulse", summary: "One pixel of 1 in the middle: the answer shows the kernel, mirrored."
    ) { point in
        zip(point.place, point.sizes).allSatisfy { $0 == $1 / 2 } ? 1 : 0
    }
}
