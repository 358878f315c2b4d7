extension Prelude {
    /// The functions of the largest elements, which `tensorflow.math` and `tensorflow.nn` both have.
    static let tensorFlowRanking = """
        from keras import ops


        def top_k(input, k=1, sorted=True, index_type="int32", name=None):
            values, places = ops.top_k(input, k, sorted=sorted)
            return values, ops.cast(places, index_type)


        def in_top_k(targets, predictions, k, name=None):
            return ops.in_top_k(targets, predictions, k)
        """
}
