extension Prelude {
    /// Functions of `tensorflow.nn`.
    static let tensorFlowLayers = """
        from keras import ops


        def batch_normalization(x, mean, variance, offset, scale, variance_epsilon, name=None):
            factor = 1 / ops.sqrt(variance + variance_epsilon)
            if scale is not None:
                factor = factor * scale
            return x * factor + (-mean * factor if offset is None else offset - mean * factor)


        def crelu(features, axis=-1, name=None):
            return ops.relu(ops.concatenate([features, -features], axis=axis))


        def embedding_lookup(params, ids, max_norm=None, name=None):
            if max_norm is not None:
                raise NotImplementedError("`max_norm` of tf.nn.embedding_lookup is not implemented")
            return ops.take(params, ids, axis=0)


        def l2_loss(t, name=None):
            return ops.sum(ops.square(t)) / 2


        def local_response_normalization(input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None):
            squares = ops.pad(ops.square(input), [[0, 0], [0, 0], [0, 0], [depth_radius, depth_radius]])
            channels = input.shape[-1]
            total = squares[..., :channels]
            for shift in range(1, 2 * depth_radius + 1):
                total = total + squares[..., shift:shift + channels]
            return input / (bias + alpha * total) ** beta


        def lrn(input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None):
            return local_response_normalization(input, depth_radius, bias, alpha, beta)


        def sigmoid_cross_entropy_with_logits(labels=None, logits=None, name=None):
            return ops.binary_crossentropy(labels, logits, from_logits=True)


        def softmax_cross_entropy_with_logits(labels, logits, axis=-1, name=None):
            return ops.categorical_crossentropy(labels, logits, from_logits=True, axis=axis)


        def sparse_softmax_cross_entropy_with_logits(labels, logits, name=None):
            return ops.sparse_categorical_crossentropy(labels, logits, from_logits=True)
        """
}
