import PythonText

/// Keras 1's `border_mode="full"`: in Keras 3, zeros around the input before a convolution without padding.
enum FullPadding {
    /// The layer of zeros that goes before the call, of (k − 1)·d pixels on either side of each axis; nil where the call
    /// has another padding, or where zeros are not what "full" means.
    static func zeros(before bound: BoundArguments) -> String? {
        guard bound.optionalString("padding") == "full", let size = bound.optionalInts("kernel_size") else {
            return nil
        }
        let dilation = bound.optionalInts("dilation_rate") ?? size.map { _ in 1 }
        let amounts = zip(size, dilation).map { ($0 - 1) &* $1 }
        let isEven = Set(amounts).count == 1
        var arguments = isEven ? String(amounts[0]) : PythonTuple.describe(amounts)
        if case .string(let format) = bound["data_format"] { arguments += ", data_format=\"\(format)\"" }
        return "ZeroPadding\(size.count)D(\(arguments))"
    }
}
