import PythonText

/// Kernels of image processing that are known by names, in the sizes for which they make sense.
///
/// They are built from the rows of Pascal's triangle: 1 2 1 smooths, and 1 2 0 −2 −1 is the difference −1 0 1 after it. A kernel is
/// applied as a layer applies it, without turning it: `sobel_x` is positive where the image gets lighter to the right, as OpenCV's.
struct NamedKernel: Sendable {
    /// The name that it is called by.
    let name: String
    /// The sizes it needs, in words: `odd sizes`.
    let sizes: String
    private let accepts: @Sendable ([Int]) -> Bool
    private let make: @Sendable ([Int]) -> [Double]

    /// The registry.
    static let all = [
        NamedKernel(
            name: "identity", sizes: "odd sizes", accepts: { $0.allSatisfy { $0 % 2 == 1 } }, make: identity),
        NamedKernel(name: "blur", sizes: "any size", accepts: { _ in true }, make: blur),
        NamedKernel(
            name: "sharpen", sizes: "odd sizes of at least 3",
            accepts: { $0.allSatisfy { $0 % 2 == 1 && $0 >= 3 } },
            make: { sizes in zip(identity(sizes), laplace(sizes)).map { $0 - $1 } }),
        NamedKernel(
            name: "laplace", sizes: "sizes of at least 3", accepts: { $0.allSatisfy { $0 >= 3 } }, make: laplace),
        NamedKernel(
            name: "sobel_x", sizes: "a last size of at least 3", accepts: { ($0.last ?? 0) >= 3 },
            make: { sobel($0, along: $0.count - 1) }),
        NamedKernel(
            name: "sobel_y", sizes: "two axes or more, the last but one of at least 3",
            accepts: { $0.count >= 2 && $0[$0.count - 2] >= 3 }, make: { sobel($0, along: $0.count - 2) }),
    ]

    /// The kernel of that name.
    static func named(_ name: String) -> NamedKernel? { all.first { $0.name == name } }

    /// The numbers of a kernel, row by row; nil for sizes for which it makes no sense.
    func values(sizes: [Int]) -> [Double]? { accepts(sizes) ? make(sizes) : nil }

    // MARK: How they are made

    /// The n-th row of Pascal's triangle, n numbers, divided by their sum where `isMean`.
    private static func binomial(_ count: Int, isMean: Bool) -> [Double] {
        var row = [1.0]
        for _ in 1..<max(1, count) { row = zip(row + [0], [0] + row).map { isMean ? ($0 + $1) / 2 : $0 + $1 } }
        return row
    }

    /// A row after which a difference is taken: as many numbers as there were and `difference` has, less one.
    private static func convolved(_ row: [Double], _ difference: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: row.count + difference.count - 1)
        for (place, value) in row.enumerated() {
            for (offset, part) in difference.enumerated() { result[place + offset] += value * part }
        }
        return result
    }

    /// The products of one number of each axis.
    private static func product(_ axes: [[Double]]) -> [Double] {
        axes.reduce([1.0]) { values, axis in values.flatMap { value in axis.map { value * $0 } } }
    }

    private static func identity(_ sizes: [Int]) -> [Double] {
        product(sizes.map { size in (0..<size).map { $0 == size / 2 ? 1 : 0 } })
    }

    private static func blur(_ sizes: [Int]) -> [Double] { product(sizes.map { binomial($0, isMean: true) }) }

    private static func sobel(_ sizes: [Int], along axis: Int) -> [Double] {
        product(
            sizes.enumerated().map { place, size in
                place == axis
                    ? convolved(binomial(size - 2, isMean: false), [-1, 0, 1]) : binomial(size, isMean: false)
            })
    }

    /// The sum of the second differences along all axes, of the image after a blur that is smaller by two.
    private static func laplace(_ sizes: [Int]) -> [Double] {
        let smooth = sizes.map { binomial($0 - 2, isMean: true) }
        var result = [Double](repeating: 0, count: sizes.reduce(1, *))
        for axis in sizes.indices {
            let axes = smooth.enumerated().map { convolved($1, $0 == axis ? [1, -2, 1] : [0, 1, 0]) }
            for (place, value) in product(axes).enumerated() { result[place] += value }
        }
        return result
    }
}

extension LibraryContext {
    /// The names of the kernels that `set_kernel` knows.
    public static var kernelNames: [String] { NamedKernel.all.map(\.name) }
}
