import Arrays
import Interpreter
import Layers
import Network
import PythonText
import TensorEngine

/// `set_kernel(c1, "sobel_x")`: gives the filters of a layer kernels made by hand.
enum SetKernelFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "set_kernel(layer, kernel)",
            "Gives a layer a kernel made by hand: one for every filter and input channel, as numbers or by name ("
                + NamedKernel.all.map { "\"\($0.name)\"" }.joined(separator: ", ")
                + "), or a list of as many as the layer has filters."
        ) { arguments, interpreter in
            let layer = try layer(arguments[0], library)
            guard let kernel = try HandMadeKernel(layer) else {
                throw RaisedError(
                    .typeError, "'\(layer.shownName)' (\(layer.className)) has no kernel over an image's axes",
                    hint: "convolution layers have one")
            }
            try kernel.weight.assign(try kernel.value(arguments[1], interpreter))
            return .none
        }
    }

    private static func layer(_ value: Value, _ library: LibraryContext) throws(RaisedError) -> Layer {
        let subject = try Subject(value, of: "set_kernel", library)
        switch subject.kind {
        case .layer(let layer): return layer
        case .tensor(let tensor): return tensor.layer
        case .model, .array:
            throw RaisedError(
                .typeError, "set_kernel() takes a layer or a tensor, not '\(value.typeName)'",
                hint: "for example set_kernel(c1, \"sobel_x\"), after c1 = Conv2D(8, 3)(x)")
        }
    }
}

/// The kernel of a layer as people think of it: filters of rows and columns, the same for every input channel.
private struct HandMadeKernel {
    let weight: Weight
    private let layerName: String
    /// The sizes of the spatial axes.
    private let sizes: [Int]
    private let filterCount: Int
    /// How the weight is filled: for each of its numbers, in order, the filter and the place in the kernel.
    private let filter: (Int) -> Int
    private let place: (Int) -> Int

    /// Nil for a layer without a kernel over spatial axes.
    /// - Throws: for a layer that has not been built.
    init?(_ layer: Layer) throws(RaisedError) {
        guard layer.isBuilt else {
            throw RaisedError(
                .valueError, "the layer '\(layer.shownName)' has no kernel yet",
                hint: "call it on an input first: y = layer(x)")
        }
        guard
            let weight = layer.weights.first(where: {
                $0.spec.name == "kernel" || $0.spec.name == "depthwise_kernel"
            })
        else { return nil }
        self.weight = weight
        layerName = layer.shownName
        let shape = weight.spec.shape
        guard shape.count >= 3 else { return nil }
        let (before, last) = (shape[shape.count - 2], shape[shape.count - 1])
        if layer.className.hasPrefix("LocallyConnected") {
            // (places, patch, filters), the patch being (spatial…, channels).
            guard let kernelSize = layer.kernelSize, kernelSize.reduce(1, *) > 0 else { return nil }
            sizes = kernelSize
            filterCount = last
            let channels = before / kernelSize.reduce(1, *)
            filter = { $0 % last }
            place = { $0 / last % before / max(1, channels) }
            return
        }
        sizes = Array(shape.dropLast(2))
        place = { $0 / (before * last) }
        if weight.spec.name == "depthwise_kernel" || layer.className.hasPrefix("Depthwise") {
            // (spatial…, channels, multiplier): each channel has filters of its own.
            filterCount = before * last
            filter = { $0 % (before * last) }
        } else if layer.className.hasSuffix("Transpose") {
            // (spatial…, filters, channels)
            filterCount = before
            filter = { $0 / last % before }
        } else {
            filterCount = last
            filter = { $0 % last }
        }
    }

    /// `3×3`
    private var size: String { sizes.map(String.init).joined(separator: "×") }

    /// The weight for a kernel or a list of kernels.
    func value(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Tensor {
        let kernels = try kernels(value, interpreter)
        return try raising {
            try Tensor(
                Shape(weight.spec.shape),
                (0..<weight.spec.count).map { index in
                    let kernel = kernels[kernels.count == 1 ? 0 : filter(index)]
                    return Float(kernel[place(index)])
                })
        }
    }

    /// One kernel for all filters, or one for each.
    private func kernels(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> [[Double]] {
        if case .string(let name) = value { return [try named(name)] }
        let items = value.items
        if let items, items.contains(where: { if case .string = $0 { true } else { false } }) {
            var kernels: [[Double]] = []
            for item in items {
                if case .string(let name) = item {
                    kernels.append(try named(name))
                } else {
                    let array = try ArrayObject.array(from: item, interpreter)
                    guard array.shape == sizes else { throw unsuitable("a list with one of shape \(array.shape.text)") }
                    kernels.append(array.doubles)
                }
            }
            guard kernels.count == filterCount else { throw unsuitable("a list of \(kernels.count)") }
            return kernels
        }
        let array = try ArrayObject.array(from: value, interpreter)
        if array.shape == sizes { return [array.doubles] }
        guard array.shape == [filterCount] + sizes else { throw unsuitable("an array of shape \(array.shape.text)") }
        let (numbers, count) = (array.doubles, sizes.reduce(1, *))
        return (0..<filterCount).map { Array(numbers[$0 * count..<($0 + 1) * count]) }
    }

    private func named(_ name: String) throws(RaisedError) -> [Double] {
        guard let kernel = NamedKernel.named(name) else {
            let names = NamedKernel.all.map(\.name)
            throw RaisedError(
                .valueError, "there is no kernel named '\(name)'",
                hint: nearestName(to: name, in: names).map { "did you mean '\($0)'?" }
                    ?? "there are \(names.joined(separator: ", "))")
        }
        guard let values = kernel.values(sizes: sizes) else {
            throw RaisedError(
                .valueError, "'\(name)' needs \(kernel.sizes), and the kernel of '\(layerName)' is \(size)")
        }
        return values
    }

    private func unsuitable(_ received: String) -> RaisedError {
        let many = filterCount == 1 ? "" : ", or a list of \(filterCount), one for each filter"
        return RaisedError(
            .valueError, "the kernel of '\(layerName)' is \(size), and \(received) was given",
            hint: "give one kernel of shape \(sizes.text)\(many)")
    }
}

extension [Int] {
    /// The numbers as Python writes a tuple.
    fileprivate var text: String { PythonTuple.describe(self) }
}

extension Value {
    /// The members of a list or a tuple; nil for anything else.
    fileprivate var items: [Value]? {
        switch self {
        case .list(let list): list.items
        case .tuple(let items): items
        default: nil
        }
    }
}
