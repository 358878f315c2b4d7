extension Applications {
    /// Xception: separable convolutions with shortcuts.
    ///
    /// Source: keras/src/applications/xception.py.
    static let xception = """
        from keras import layers
        from keras.applications.imagenet_utils import Network, channel_axis


        def _normalized(x, name=None):
            return layers.BatchNormalization(axis=channel_axis(-1), name=name)(x)


        def _relu(x, name):
            return layers.Activation("relu", name=name)(x)


        def _separable(x, filters, name):
            x = layers.SeparableConv2D(filters, (3, 3), padding="same", use_bias=False, name=name)(x)
            return _normalized(x, f"{name}_bn")


        def _reducing(x, block, first, second, activates=True):
            residual = layers.Conv2D(second, (1, 1), strides=(2, 2), padding="same", use_bias=False)(x)
            residual = _normalized(residual)
            if activates:
                x = _relu(x, f"block{block}_sepconv1_act")
            x = _separable(x, first, f"block{block}_sepconv1")
            x = _relu(x, f"block{block}_sepconv2_act")
            x = _separable(x, second, f"block{block}_sepconv2")
            x = layers.MaxPooling2D((3, 3), strides=(2, 2), padding="same", name=f"block{block}_pool")(x)
            return layers.add([x, residual])


        def _repeating(x, block):
            residual = x
            for i in range(1, 4):
                x = _relu(x, f"block{block}_sepconv{i}_act")
                x = _separable(x, 728, f"block{block}_sepconv{i}")
            return layers.add([x, residual])


        def Xception(
                include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000,
                classifier_activation="softmax", name="xception"):
            \"""Xception: separable convolutions in residual blocks.

            Args:
                \(arguments)
            Source: Chollet, Xception: Deep Learning with Depthwise Separable Convolutions (2017).
            \"""
            network = Network(
                include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name)
            x = network.image(default_size=299, min_size=71)
            for i, (filters, strides) in enumerate(((32, (2, 2)), (64, (1, 1))), 1):
                x = layers.Conv2D(filters, (3, 3), strides=strides, use_bias=False, name=f"block1_conv{i}")(x)
                x = _relu(_normalized(x, f"block1_conv{i}_bn"), f"block1_conv{i}_act")
            x = _reducing(x, 2, 128, 128, activates=False)
            x = _reducing(x, 3, 256, 256)
            x = _reducing(x, 4, 728, 728)
            for block in range(5, 13):
                x = _repeating(x, block)
            x = _reducing(x, 13, 728, 1024)
            for i, filters in enumerate((1536, 2048), 1):
                x = _relu(_separable(x, filters, f"block14_sepconv{i}"), f"block14_sepconv{i}_act")
            if include_top:
                return network.model(network.classified(x))
            return network.model(network.pooled(x))
        """
}
