extension Applications {
    /// ResNet50, ResNet101 and ResNet152, where the sum of a block is activated, and their second version, where a
    /// block begins with the activation.
    ///
    /// Source: keras/src/applications/resnet.py and resnet_v2.py.
    static let resNet = family(resNetBlocks, resNetNetworks)

    private static let resNetBlocks = """
        from keras import layers
        from keras.applications.imagenet_utils import Network, normalization


        def _normalized(x, name):
            return normalization(x, name, epsilon=1.001e-5)


        def _activated(x, name):
            return layers.Activation("relu", name=f"{name}_relu")(_normalized(x, f"{name}_bn"))


        def _block(x, filters, stride, projects, name):
            shortcut = x
            if projects:
                shortcut = layers.Conv2D(4 * filters, 1, strides=stride, name=f"{name}_0_conv")(x)
                shortcut = _normalized(shortcut, f"{name}_0_bn")
            x = layers.Conv2D(filters, 1, strides=stride, name=f"{name}_1_conv")(x)
            x = _activated(x, f"{name}_1")
            x = layers.Conv2D(filters, 3, padding="same", name=f"{name}_2_conv")(x)
            x = _activated(x, f"{name}_2")
            x = layers.Conv2D(4 * filters, 1, name=f"{name}_3_conv")(x)
            x = _normalized(x, f"{name}_3_bn")
            x = layers.Add(name=f"{name}_add")([shortcut, x])
            return layers.Activation("relu", name=f"{name}_out")(x)


        def _block_v2(x, filters, stride, projects, name):
            shortcut, x = x, _activated(x, f"{name}_preact")
            if projects:
                shortcut = layers.Conv2D(4 * filters, 1, strides=stride, name=f"{name}_0_conv")(x)
            elif stride > 1:
                shortcut = layers.MaxPooling2D(1, strides=stride)(shortcut)
            x = layers.Conv2D(filters, 1, strides=1, use_bias=False, name=f"{name}_1_conv")(x)
            x = _activated(x, f"{name}_1")
            x = layers.ZeroPadding2D(padding=((1, 1), (1, 1)), name=f"{name}_2_pad")(x)
            x = layers.Conv2D(filters, 3, strides=stride, use_bias=False, name=f"{name}_2_conv")(x)
            x = _activated(x, f"{name}_2")
            x = layers.Conv2D(4 * filters, 1, name=f"{name}_3_conv")(x)
            return layers.Add(name=f"{name}_out")([shortcut, x])


        def _stem(network, activates):
            x = network.image(default_size=224, min_size=32)
            x = layers.ZeroPadding2D(padding=((3, 3), (3, 3)), name="conv1_pad")(x)
            x = layers.Conv2D(64, 7, strides=2, name="conv1_conv")(x)
            if activates:
                x = _activated(x, "conv1")
            x = layers.ZeroPadding2D(padding=((1, 1), (1, 1)), name="pool1_pad")(x)
            return layers.MaxPooling2D(3, strides=2, name="pool1_pool")(x)


        def _resnet(network, depths):
            x = _stem(network, activates=True)
            for stage, depth in enumerate(depths):
                for i in range(1, depth + 1):
                    stride = 2 if i == 1 and stage > 0 else 1
                    x = _block(x, 64 * 2 ** stage, stride, i == 1, f"conv{stage + 2}_block{i}")
            return network.model(network.classified(x))


        def _resnet_v2(network, depths):
            x = _stem(network, activates=False)
            for stage, depth in enumerate(depths):
                for i in range(1, depth + 1):
                    stride = 2 if i == depth and stage < 3 else 1
                    x = _block_v2(x, 64 * 2 ** stage, stride, i == 1, f"conv{stage + 2}_block{i}")
            return network.model(network.classified(_activated(x, "post")))
        """

    private static let resNetNetworks =
        [(50, "(3, 4, 6, 3)"), (101, "(3, 4, 23, 3)"), (152, "(3, 8, 36, 3)")].map {
            NetworkFunction(
                name: "ResNet\($0)", summary: ", with \($0) layers of weights in residual blocks.",
                source: "He and others, Deep Residual Learning for Image Recognition (2016).", maker: "_resnet",
                settings: "depths=\($1)")
        }
        + [(50, "(3, 4, 6, 3)"), (101, "(3, 4, 23, 3)"), (152, "(3, 8, 36, 3)")].map {
            NetworkFunction(
                name: "ResNet\($0)V2",
                summary: ", with \($0) layers of weights in residual blocks, normalization first.",
                source: "He and others, Identity Mappings in Deep Residual Networks (2016).", maker: "_resnet_v2",
                settings: "depths=\($1)")
        }
}
