extension Applications {
    /// EfficientNetV2B0 to B3, S, M and L: EfficientNet whose first blocks have one convolution instead of two.
    ///
    /// Source: keras/src/applications/efficientnet_v2.py.
    static let efficientNetV2 = family(efficientNetV2Blocks, efficientNetV2Networks)

    private static let efficientNetV2Blocks = """
        import math

        from keras import initializers, layers
        from keras.applications.imagenet_utils import Network, channel_axis, normalization

        _CONV = {
            "class_name": "VarianceScaling",
            "config": {"scale": 2.0, "mode": "fan_out", "distribution": "truncated_normal"}}
        _DENSE = {
            "class_name": "VarianceScaling",
            "config": {"scale": 1.0 / 3.0, "mode": "fan_out", "distribution": "uniform"}}

        # Repeats, filters before and after, expansion, strides, whether two convolutions are fused into one.
        _BASE = (
            (1, 32, 16, 1, 1, True), (2, 16, 32, 4, 2, True), (2, 32, 48, 4, 2, True), (3, 48, 96, 4, 2, False),
            (5, 96, 112, 6, 1, False), (8, 112, 192, 6, 2, False))
        _BLOCKS = {
            "efficientnetv2-b0": _BASE, "efficientnetv2-b1": _BASE, "efficientnetv2-b2": _BASE,
            "efficientnetv2-b3": _BASE,
            "efficientnetv2-s": (
                (2, 24, 24, 1, 1, True), (4, 24, 48, 4, 2, True), (4, 48, 64, 4, 2, True), (6, 64, 128, 4, 2, False),
                (9, 128, 160, 6, 1, False), (15, 160, 256, 6, 2, False)),
            "efficientnetv2-m": (
                (3, 24, 24, 1, 1, True), (5, 24, 48, 4, 2, True), (5, 48, 80, 4, 2, True), (7, 80, 160, 4, 2, False),
                (14, 160, 176, 6, 1, False), (18, 176, 304, 6, 2, False), (5, 304, 512, 6, 1, False)),
            "efficientnetv2-l": (
                (4, 32, 32, 1, 1, True), (7, 32, 64, 4, 2, True), (7, 64, 96, 4, 2, True), (10, 96, 192, 4, 2, False),
                (19, 192, 224, 6, 1, False), (25, 224, 384, 6, 2, False), (7, 384, 640, 6, 1, False))}


        def _conv(x, filters, size, strides, name, **options):
            return layers.Conv2D(
                filters, size, strides=strides, padding="same", kernel_initializer=_CONV, name=name, **options)(x)


        def _normalized(x, name):
            return normalization(x, name, momentum=0.9)


        def _activated(x, norm, activation):
            return layers.Activation("swish", name=activation)(_normalized(x, norm))


        def _weighed(x, filters, reduced, name):
            weights = layers.GlobalAveragePooling2D(name=f"{name}se_squeeze")(x)
            shape = (filters, 1, 1) if channel_axis() == 1 else (1, 1, filters)
            weights = layers.Reshape(shape, name=f"{name}se_reshape")(weights)
            weights = _conv(weights, reduced, 1, 1, f"{name}se_reduce", activation="swish")
            weights = _conv(weights, filters, 1, 1, f"{name}se_expand", activation="sigmoid")
            return layers.multiply([x, weights], name=f"{name}se_excite")


        def _separate(x, before, after, expansion, strides, name):
            filters = before * expansion
            if expansion != 1:
                x = _conv(x, filters, 1, 1, f"{name}expand_conv", use_bias=False)
                x = _activated(x, f"{name}expand_bn", f"{name}expand_activation")
            x = layers.DepthwiseConv2D(
                3, strides=strides, padding="same", use_bias=False, depthwise_initializer=_CONV,
                name=f"{name}dwconv2")(x)
            x = _activated(x, f"{name}bn", f"{name}activation")
            x = _weighed(x, filters, max(1, int(before * 0.25)), name)
            x = _conv(x, after, 1, 1, f"{name}project_conv", use_bias=False)
            return _normalized(x, f"{name}project_bn")


        def _fused(x, before, after, expansion, strides, name):
            if expansion == 1:
                x = _conv(x, after, 3, strides, f"{name}project_conv", use_bias=False)
                return _activated(x, f"{name}project_bn", f"{name}project_activation")
            x = _conv(x, before * expansion, 3, strides, f"{name}expand_conv", use_bias=False)
            x = _activated(x, f"{name}expand_bn", f"{name}expand_activation")
            x = _conv(x, after, 1, 1, f"{name}project_conv", use_bias=False)
            return _normalized(x, f"{name}project_bn")


        def _block(inputs, before, after, expansion, strides, is_fused, drop_rate, name):
            x = (_fused if is_fused else _separate)(inputs, before, after, expansion, strides, name)
            if strides == 1 and before == after:
                if drop_rate:
                    x = layers.Dropout(drop_rate, noise_shape=(None, 1, 1, 1), name=f"{name}drop")(x)
                x = layers.add([x, inputs], name=f"{name}add")
            return x


        def _scaled(network, x):
            if network.name.split("-")[-1].startswith("b") and network.shape[channel_axis() - 1] == 3:
                x = layers.Rescaling(scale=1.0 / 255)(x)
                variance = [0.229 ** 2, 0.224 ** 2, 0.225 ** 2]
                return layers.Normalization(mean=[0.485, 0.456, 0.406], variance=variance, axis=channel_axis())(x)
            return layers.Rescaling(scale=1.0 / 128.0, offset=-1)(x)


        def _top(network, x):
            if not network.include_top:
                return network.pooled(x, "avg_pool", "max_pool")
            x = layers.GlobalAveragePooling2D(name="avg_pool")(x)
            x = layers.Dropout(0.2, name="top_dropout")(x)
            return network.classifier(
                x, kernel_initializer=_DENSE, bias_initializer=initializers.Constant(0.0))


        def _efficientnet(network, width, depth, default_size, include_preprocessing):
            def filters(count):
                return int(max(8, int(count * width + 4) // 8 * 8))

            blocks = _BLOCKS[network.name]
            x = network.image(default_size, min_size=32)
            if include_preprocessing:
                x = _scaled(network, x)
            x = _conv(x, filters(blocks[0][1]), 3, 2, "stem_conv", use_bias=False)
            x = _activated(x, "stem_bn", "stem_activation")
            total, made = float(sum(block[0] for block in blocks)), 0
            for i, (repeats, before, after, expansion, strides, is_fused) in enumerate(blocks, 1):
                before, after = filters(before), filters(after)
                for j in range(int(math.ceil(depth * repeats))):
                    x = _block(
                        x, before if j == 0 else after, after, expansion, strides if j == 0 else 1, is_fused,
                        0.2 * made / total, f"block{i}{chr(j + 97)}_")
                    made += 1
            x = _conv(x, filters(1280), 1, 1, "top_conv", use_bias=False)
            return network.model(_top(network, _activated(x, "top_bn", "top_activation")))
        """

    private static let efficientNetV2Networks =
        [
            ("B0", "1.0, 1.0, 224, include_preprocessing"),
            ("B1", "1.0, 1.1, 240, include_preprocessing"),
            ("B2", "1.1, 1.2, 260, include_preprocessing"),
            ("B3", "1.2, 1.4, 300, include_preprocessing"),
            ("S", "1.0, 1.0, 384, include_preprocessing"),
            ("M", "1.0, 1.0, 480, include_preprocessing"),
            ("L", "1.0, 1.0, 480, include_preprocessing"),
        ].map {
            NetworkFunction(
                name: "EfficientNetV2\($0)", summary: ": fused and plain inverted residual blocks.",
                source: "Tan and Le, EfficientNetV2: Smaller Models and Faster Training (2021).",
                maker: "_efficientnet", settings: $1, modelName: "efficientnetv2-\($0.lowercased())",
                canPreprocess: true)
        }
}
