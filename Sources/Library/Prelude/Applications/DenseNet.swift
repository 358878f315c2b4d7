extension Applications {
    /// DenseNet121, DenseNet169 and DenseNet201: each layer sees the outputs of all layers before it in its block.
    ///
    /// Source: keras/src/applications/densenet.py.
    static let denseNet = family(denseNetBlocks, denseNetNetworks)

    private static let denseNetBlocks = """
        from keras import layers
        from keras.applications.imagenet_utils import Network, normalization, without_channels_first


        def _activated(x, name, separator="_"):
            x = normalization(x, f"{name}{separator}bn", epsilon=1.001e-5)
            return layers.Activation("relu", name=f"{name}{separator}relu")(x)


        def _layer(inputs, name):
            x = _activated(inputs, f"{name}_0")
            x = layers.Conv2D(128, 1, use_bias=False, name=f"{name}_1_conv")(x)
            x = _activated(x, f"{name}_1")
            x = layers.Conv2D(32, 3, padding="same", use_bias=False, name=f"{name}_2_conv")(x)
            return layers.Concatenate(axis=3, name=f"{name}_concat")([inputs, x])


        def _transition(x, name):
            x = _activated(x, name)
            x = layers.Conv2D(int(x.shape[3] * 0.5), 1, use_bias=False, name=f"{name}_conv")(x)
            return layers.AveragePooling2D(2, strides=2, name=f"{name}_pool")(x)


        def _densenet(network, depths):
            without_channels_first("DenseNet")
            x = network.image(default_size=224, min_size=32)
            x = layers.ZeroPadding2D(padding=((3, 3), (3, 3)))(x)
            x = layers.Conv2D(64, 7, strides=2, use_bias=False, name="conv1_conv")(x)
            x = _activated(x, "conv1")
            x = layers.ZeroPadding2D(padding=((1, 1), (1, 1)))(x)
            x = layers.MaxPooling2D(3, strides=2, name="pool1")(x)
            for stage, depth in enumerate(depths, 2):
                for i in range(1, depth + 1):
                    x = _layer(x, f"conv{stage}_block{i}")
                if stage < 5:
                    x = _transition(x, f"pool{stage}")
            return network.model(network.classified(_activated(x, "", separator="")))
        """

    private static let denseNetNetworks =
        [(121, "(6, 12, 24, 16)"), (169, "(6, 12, 32, 32)"), (201, "(6, 12, 48, 32)")].map {
            NetworkFunction(
                name: "DenseNet\($0)",
                summary: ", with \($0) layers of weights in blocks whose layers see all before them.",
                source: "Huang and others, Densely Connected Convolutional Networks (2017).", maker: "_densenet",
                settings: "depths=\($1)")
        }
}
