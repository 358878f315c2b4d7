extension Applications {
    /// EfficientNetB0 to B7: one network that grows in width, depth and the size of its images.
    ///
    /// Source: keras/src/applications/efficientnet.py.
    static let efficientNet = family(efficientNetBlocks, efficientNetNetworks)

    private static let efficientNetBlocks = """
        import math

        from keras import layers
        from keras.applications.imagenet_utils import Network, channel_axis, correct_pad, divisible, normalization

        _CONV = {
            "class_name": "VarianceScaling",
            "config": {"scale": 2.0, "mode": "fan_out", "distribution": "truncated_normal"}}
        _DENSE = {
            "class_name": "VarianceScaling",
            "config": {"scale": 1.0 / 3.0, "mode": "fan_out", "distribution": "uniform"}}

        # Kernel, repeats, filters before and after, expansion, strides.
        _BLOCKS = (
            (3, 1, 32, 16, 1, 1), (3, 2, 16, 24, 6, 2), (5, 2, 24, 40, 6, 2), (3, 3, 40, 80, 6, 2),
            (5, 3, 80, 112, 6, 1), (5, 4, 112, 192, 6, 2), (3, 1, 192, 320, 6, 1))


        def _activated(x, name, activation):
            x = normalization(x, f"{name}bn")
            return layers.Activation("swish", name=f"{name}{activation}")(x)


        def _pointwise(x, filters, name, **options):
            return layers.Conv2D(filters, 1, padding="same", kernel_initializer=_CONV, name=name, **options)(x)


        def _weighed(x, filters, reduced, name):
            weights = layers.GlobalAveragePooling2D(name=f"{name}se_squeeze")(x)
            shape = (filters, 1, 1) if channel_axis() == 1 else (1, 1, filters)
            weights = layers.Reshape(shape, name=f"{name}se_reshape")(weights)
            weights = _pointwise(weights, reduced, f"{name}se_reduce", activation="swish")
            weights = _pointwise(weights, filters, f"{name}se_expand", activation="sigmoid")
            return layers.multiply([x, weights], name=f"{name}se_excite")


        def _block(inputs, kernel, filters_in, filters_out, expansion, strides, drop_rate, name):
            x, filters = inputs, filters_in * expansion
            if expansion != 1:
                x = _pointwise(x, filters, f"{name}expand_conv", use_bias=False)
                x = _activated(x, f"{name}expand_", "activation")
            if strides == 2:
                x = layers.ZeroPadding2D(padding=correct_pad(x, kernel), name=f"{name}dwconv_pad")(x)
            x = layers.DepthwiseConv2D(
                kernel, strides=strides, padding="valid" if strides == 2 else "same", use_bias=False,
                depthwise_initializer=_CONV, name=f"{name}dwconv")(x)
            x = _activated(x, name, "activation")
            x = _weighed(x, filters, max(1, int(filters_in * 0.25)), name)
            x = _pointwise(x, filters_out, f"{name}project_conv", use_bias=False)
            x = normalization(x, f"{name}project_bn")
            if strides == 1 and filters_in == filters_out:
                if drop_rate > 0:
                    x = layers.Dropout(drop_rate, noise_shape=(None, 1, 1, 1), name=f"{name}drop")(x)
                x = layers.add([x, inputs], name=f"{name}add")
            return x


        def _stem(network, default_size, filters):
            x = network.image(default_size, min_size=32)
            x = layers.Rescaling(1.0 / 255.0)(x)
            x = layers.Normalization(axis=channel_axis())(x)
            if network.weights == "imagenet":
                x = layers.Rescaling([1.0 / math.sqrt(deviation) for deviation in (0.229, 0.224, 0.225)])(x)
            x = layers.ZeroPadding2D(padding=correct_pad(x, 3), name="stem_conv_pad")(x)
            x = layers.Conv2D(
                filters, 3, strides=2, padding="valid", use_bias=False, kernel_initializer=_CONV, name="stem_conv")(x)
            return _activated(x, "stem_", "activation")


        def _top(network, x, dropout_rate):
            if not network.include_top:
                return network.pooled(x, "avg_pool", "max_pool")
            x = layers.GlobalAveragePooling2D(name="avg_pool")(x)
            if dropout_rate > 0:
                x = layers.Dropout(dropout_rate, name="top_dropout")(x)
            return network.classifier(x, kernel_initializer=_DENSE)


        def _efficientnet(network, width, depth, default_size, dropout_rate):
            def filters(count):
                return int(divisible(count * width))

            def repeats(count):
                return int(math.ceil(depth * count))

            x = _stem(network, default_size, filters(32))
            total = float(sum(repeats(block[1]) for block in _BLOCKS))
            made = 0
            for i, (kernel, count, before, after, expansion, strides) in enumerate(_BLOCKS, 1):
                before, after = filters(before), filters(after)
                for j in range(repeats(count)):
                    x = _block(
                        x, kernel, before if j == 0 else after, after, expansion, strides if j == 0 else 1,
                        0.2 * made / total, f"block{i}{chr(j + 97)}_")
                    made += 1
            x = _pointwise(x, filters(1280), "top_conv", use_bias=False)
            return network.model(_top(network, _activated(x, "top_", "activation"), dropout_rate))
        """

    private static let efficientNetNetworks =
        [
            ("B0", "width=1.0, depth=1.0, default_size=224, dropout_rate=0.2"),
            ("B1", "width=1.0, depth=1.1, default_size=240, dropout_rate=0.2"),
            ("B2", "width=1.1, depth=1.2, default_size=260, dropout_rate=0.3"),
            ("B3", "width=1.2, depth=1.4, default_size=300, dropout_rate=0.3"),
            ("B4", "width=1.4, depth=1.8, default_size=380, dropout_rate=0.4"),
            ("B5", "width=1.6, depth=2.2, default_size=456, dropout_rate=0.4"),
            ("B6", "width=1.8, depth=2.6, default_size=528, dropout_rate=0.5"),
            ("B7", "width=2.0, depth=3.1, default_size=600, dropout_rate=0.5"),
        ].map {
            NetworkFunction(
                name: "EfficientNet\($0)",
                summary: ": inverted residual blocks, scaled in width, depth and resolution.",
                source: "Tan and Le, EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks (2019).",
                maker: "_efficientnet", settings: $1)
        }
}
