extension BoundArguments {
    /// A weight whose initializer, regularizer and constraint are the arguments `NAME_initializer` and so on.
    /// - Parameters:
    ///   - name: the weight's name.
    ///   - shape: its sizes.
    ///   - prefix: the beginning of the arguments' names, where it is not the weight's name.
    func weight(_ name: String, shape: [Int], prefix: String? = nil) throws(Refusal) -> WeightSpec {
        let prefix = prefix ?? name
        return WeightSpec(
            name, shape: shape, initializer: try weightInitializer(prefix),
            regularizer: regularizer("\(prefix)_regularizer"), constraint: constraint("\(prefix)_constraint"))
    }

    /// A kernel and, where the layer has one, a bias with a number for each filter.
    /// - Parameter kernel: the kernel's sizes.
    func kernelAndBias(_ kernel: [Int], filters: Int, useBias: Bool) throws(Refusal) -> [WeightSpec] {
        let spec = try weight("kernel", shape: kernel)
        return useBias ? [spec, try weight("bias", shape: [filters])] : [spec]
    }
}
