import Layers

/// Something that layers have in common, explained.
struct Concept: Sendable {
    /// The name it is asked for by: `padding`.
    let name: String
    /// Other names.
    let aliases: [String]
    /// What it means.
    let meaning: [String]
    /// The parameter that layers have for it; nil for what is no argument.
    let parameter: String?
    /// The lesson that teaches it; nil for none.
    let lesson: String?
    /// Statements that show it.
    let example: String

    init(
        _ name: String, aliases: [String] = [], parameter: String? = nil, lesson: String? = nil, _ meaning: [String],
        example: String
    ) {
        self.name = name
        self.aliases = aliases
        self.meaning = meaning
        self.parameter = parameter
        self.lesson = lesson
        self.example = example
    }

    /// The layers that have it as an argument.
    var layers: [String] {
        guard let parameter else { return [] }
        return Catalogue.layers.definitions.filter { $0.parameters.contains { $0.name == parameter } }.map(\.name)
    }

    /// The page of help on it.
    /// - Parameter lessons: the names of the lessons that there are.
    func page(lessons: [String]) -> Page {
        var closing: [String] = []
        if !layers.isEmpty { closing += ["", "Layers with \(parameter ?? name): \(layers.joined(separator: ", "))."] }
        if let lesson, lessons.contains(lesson) { closing += ["", "%lesson \(lesson) teaches it."] }
        closing += ["", "Example:"] + example.linesByFeed.map { "    " + $0 }
        return Page([name, ""] + meaning, closing: closing)
    }
}

/// The registry of concepts: one entry each.
enum Concepts {
    /// The concept of that name; underscores and spaces count the same.
    static func named(_ name: String) -> Concept? {
        let name = name.lowercased().split { $0 == "_" || $0 == " " || $0 == "-" }.joined(separator: " ")
        return all.first { $0.name == name || $0.aliases.contains(name) }
    }

    static let all = [
        Concept(
            "kernel", aliases: ["filter", "filters", "kernel size"], parameter: "kernel_size", lesson: "kernels",
            [
                "The weights of a window that slides over the input. At each place the numbers under the window are multiplied by the weights and added up; a bias is added.",
                "Each filter has a kernel of its own and gives one map of the output. A kernel of size k × k over c channels has k · k · c weights.",
            ], example: "x = Input(28, 28, 1)\nc = Conv2D(8, (5, 3))(x)\nc.kernel.shape"),
        Concept(
            "padding", parameter: "padding", lesson: "padding",
            [
                "What is put around the input before the window slides over it.",
                "\"valid\": nothing; the window stays inside, and the output is smaller by the window's reach less one.",
                "\"same\": as many pixels as make the output ⌈input / stride⌉; with stride 1 it is as large as the input. An odd number of them has one more at the end. For convolutions they are zeros; in pooling they do not count.",
                "Transposed convolutions: \"same\" cuts their output to input · stride.",
                "\"causal\" (1-D): zeros before the input only, so that an output sees nothing later than itself.",
            ], example: "x = Input(28, 28, 1)\nConv2D(8, 3)(x).shape, Conv2D(8, 3, padding=\"same\")(x).shape"),
        Concept(
            "stride", aliases: ["strides"], parameter: "strides", lesson: "stride",
            [
                "How many pixels the window moves at each step. Stride 2 looks at every second place and halves the size.",
                "valid: ⌊(size − reach) / stride⌋ + 1; same: ⌈size / stride⌉. A transposed convolution multiplies by it instead.",
            ], example: "Conv2D(8, 3, strides=2)(Input(28, 28, 1)).shape"),
        Concept(
            "dilation", aliases: ["dilation rate", "atrous"], parameter: "dilation_rate", lesson: "dilation",
            [
                "The distance between the taps of a kernel. With dilation d a kernel of size k reaches over d · (k − 1) + 1 pixels, with no more weights.",
                "Stacks of dilations 1, 2, 4, … see far with few layers.",
            ], example: "Conv2D(8, 3, dilation_rate=2)(Input(28, 28, 1)).receptive_field"),
        Concept(
            "channels", aliases: ["channel", "feature map", "feature maps", "maps"], lesson: "parameters",
            [
                "The numbers at each pixel: 3 for a colour picture, after a convolution one for each filter. One channel of an output is a feature map.",
                "A convolution adds over all channels of its input; pooling and depthwise convolutions keep them apart.",
            ], example: "Conv2D(8, 3)(Input(28, 28, 3)).shape[-1]"),
        Concept(
            "receptive field", aliases: ["field", "sees"], lesson: "receptive-field",
            [
                "The part of the input that one pixel of the output depends on: `sees 9×9`.",
                "A layer of reach k behind strides of s altogether adds (k − 1) · s pixels. `≤` marks a bound, `?` what is not known.",
            ], example: "x = Input(28, 28, 1)\nConv2D(8, 3)(MaxPooling2D(2)(Conv2D(8, 3)(x))).receptive_field"),
        Concept(
            "pooling", aliases: ["pool", "pool size"], parameter: "pool_size", lesson: "pooling",
            [
                "The largest number, or the mean, under a window, for each channel alone. It has no weights; by default its stride is the window, so that windows do not overlap.",
                "Global pooling leaves one number for each channel.",
            ], example: "MaxPooling2D(2)(Input(28, 28, 1)).shape"),
        Concept(
            "groups", aliases: ["grouped convolution"], parameter: "groups",
            [
                "The channels are cut into groups, and each filter sees one group only. g groups need 1/g of the weights and of the work.",
                "As many groups as channels make a depthwise convolution.",
            ], example: "Conv2D(8, 3, groups=4)(Input(28, 28, 4)).params"),
        Concept(
            "depthwise", aliases: ["separable", "depth multiplier", "pointwise"], parameter: "depth_multiplier",
            lesson: "depthwise",
            [
                "A depthwise convolution filters each channel alone; a pointwise one (1×1) mixes the channels at each pixel. One after the other they are a separable convolution.",
                "k · k · c + c · f weights do what takes k · k · c · f in an ordinary convolution.",
            ],
            example: "x = Input(28, 28, 16)\nSeparableConv2D(32, 3)(x).params, Conv2D(32, 3)(x).params"),
        Concept(
            "transposed convolution", aliases: ["deconvolution", "transposed", "checkerboard"],
            parameter: "output_padding", lesson: "transposed",
            [
                "A convolution the other way round: each pixel of the input lays a copy of the kernel, times its value, onto the output, `strides` pixels apart; where copies overlap they add up.",
                "Where the stride does not divide the kernel, the overlaps are uneven and leave a checkerboard.",
            ], example: "Conv2DTranspose(8, 4, strides=2, padding=\"same\")(Input(14, 14, 3)).shape"),
        Concept(
            "parameters", aliases: ["params", "weights"], lesson: "parameters",
            [
                "The numbers that training changes. A convolution has kernel · channels · filters, divided by the groups, and a bias for each filter.",
                "Their number does not depend on the size of the picture.",
            ], example: "Conv2D(64, 3)(Input(28, 28, 16)).params == 3 * 3 * 16 * 64 + 64"),
        Concept(
            "macs", aliases: ["flops", "multiply accumulates", "cost"],
            [
                "Multiplications followed by an addition, for one sample: the work of a layer. A convolution takes as many for each pixel of its output as it has weights in its kernel.",
                "One MAC is two floating-point operations.",
            ], example: "Conv2D(64, 3)(Input(28, 28, 16)).macs == 26 * 26 * 3 * 3 * 16 * 64"),
        Concept(
            "batch", aliases: ["batch size", "batch axis"],
            [
                "The first axis of every shape: how many samples are computed at once. None means any number.",
                "Input(28, 28, 1) has the shape (None, 28, 28, 1); data for it are arrays of four axes.",
            ], example: "Input((28, 28, 1), batch_size=4).shape"),
        Concept(
            "data format", aliases: ["channels last", "channels first", "dim ordering"], parameter: "data_format",
            [
                "Where the channels stand: last (batch, height, width, channels), as is usual, or first (batch, channels, height, width).",
                "Pictures in the other format look like inputs with few rows and many channels.",
            ], example: "Conv2D(8, 3, data_format=\"channels_first\")(Input((3, 28, 28))).shape"),
        Concept(
            "activation", aliases: ["nonlinearity"], parameter: "activation",
            [
                "A function applied to each number of the output. Without one, two convolutions in a row are no more than a single one.",
                "Names: \(Catalogue.activations.definitions.map(\.name).joined(separator: ", ")).",
            ], example: "Conv2D(8, 3, activation=\"relu\")(Input(28, 28, 1))"),
        Concept(
            "initializer", aliases: ["initialization"], parameter: "kernel_initializer",
            [
                "How weights start. glorot_uniform keeps the spread of the numbers about the same from layer to layer; he_normal does so behind relu.",
                "Names: \(Catalogue.initializers.definitions.map(\.nickname).joined(separator: ", ")).",
            ], example: "Conv2D(8, 3, kernel_initializer=\"he_normal\")(Input(28, 28, 1))"),
        Concept(
            "probe", aliases: ["probes", "feed"],
            [
                "What an input is fed so that there is something to see: the name of a built-in picture (digit, edges, gradient, checker, "
                    + "impulse, noise), an image file such as \"cat.png\", or an array."
            ],
            example: "x = Input(28, 28, 1)\nx.feed(\"edges\")"),
    ]
}
