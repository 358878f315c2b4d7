/// Which weights a script reads the values of. What it makes of them in the `call` of a layer, such as a convolution with a kernel
/// of another layer, has to be made again when they change.
final class WeightReads {
    private var weights: [ObjectIdentifier: Weight] = [:]
    private var isCollecting = false

    /// Notes that the values of a weight were read.
    func note(_ weight: Weight) {
        if isCollecting { weights[ObjectIdentifier(weight)] = weight }
    }

    /// What some code yields, and the weights that it read: those that the calls of other layers in it read are theirs.
    func collecting<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> (result: Result, weights: [Weight]) {
        let (weights, isCollecting) = (self.weights, self.isCollecting)
        (self.weights, self.isCollecting) = ([:], true)
        defer { (self.weights, self.isCollecting) = (weights, isCollecting) }
        let result = try body()
        return (result, Array(self.weights.values))
    }
}
