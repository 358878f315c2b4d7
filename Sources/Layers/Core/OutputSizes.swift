/// The sizes of outputs in words and formulas, for help: lines such as `(batch, height, width, channels) → (batch, h, w, filters)`.
enum OutputSizes {
    /// The output is as large as the input.
    static let unchanged = "(…) → (…), unchanged"

    /// The output of layers that take several inputs of one shape.
    static let merged = "the inputs' shape; axes of size 1 are stretched to those of the others"

    private static let names = [["length"], ["height", "width"], ["depth", "height", "width"]]

    /// `(batch, height, width, channels) → (batch, h, w, filters)`
    private static func shapes(_ rank: Int, _ channels: String, outputs: [String]? = nil) -> String {
        let inputs = names[rank - 1]
        let outputs = outputs ?? inputs.map { String($0.prefix(1)) }
        return "(batch, \(inputs.joined(separator: ", ")), channels) → "
            + "(\((["batch"] + outputs + [channels]).joined(separator: ", ")))"
    }

    /// A formula for the first axis, and that it holds for the others.
    private static func line(_ rank: Int, _ formula: (String) -> String) -> String {
        let names = names[rank - 1]
        let others = names.dropFirst().map { String($0.prefix(1)) }.joined(separator: " and ")
        return "\(names[0].prefix(1)) = \(formula(names[0]))" + (others.isEmpty ? "" : "; \(others) alike")
    }

    /// Windows that slide over the input with a dilation.
    static func convolution(rank: Int, channels: String = "filters", hasDilation: Bool = true) -> String {
        shapes(rank, channels) + "\n"
            + line(rank) {
                let reach = hasDilation ? "dilation · (kernel − 1) − 1" : "kernel"
                return "⌊(\($0) − \(reach)) / stride⌋ + 1, with padding=\"same\" ⌈\($0) / stride⌉"
            }
    }

    /// Windows that slide over the input, whose channels stay as they are.
    static func pooling(rank: Int) -> String {
        shapes(rank, "channels") + "\n"
            + line(rank) { "⌊(\($0) − pool) / stride⌋ + 1, with padding=\"same\" ⌈\($0) / stride⌉" }
    }

    /// Kernels that are laid down at every element of the input.
    static func transposed(rank: Int) -> String {
        shapes(rank, "filters") + "\n"
            + line(rank) { "(\($0) − 1) · stride + max(kernel, stride), with padding=\"same\" \($0) · stride" }
    }

    /// One number for each channel.
    static func global(rank: Int) -> String {
        shapes(rank, "channels", outputs: []) + ", with keepdims=True an axis of size 1 for each"
    }

    /// Outputs of given sizes.
    static func adaptive(rank: Int) -> String {
        shapes(rank, "channels", outputs: rank == 1 ? ["output_size"] : ["*output_size"])
    }

    /// A formula for each axis, in which `{}` stands for the size of the input.
    static func each(rank: Int, _ formula: String) -> String {
        shapes(rank, "channels") + "\n"
            + line(rank) { name in
                formula.split(separator: "{}", omittingEmptySubsequences: false).joined(separator: name)
            }
    }
}
