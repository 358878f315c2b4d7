extension Applications {
    /// NASNetMobile and NASNetLarge: two kinds of cells that a search found, each of five blocks.
    ///
    /// Source: keras/src/applications/nasnet.py.
    static let nasNet = """
        from keras import layers
        from keras.applications.imagenet_utils import Network, correct_pad, without_channels_first


        def _normalized(x, name):
            return layers.BatchNormalization(axis=-1, momentum=0.9997, epsilon=1e-3, name=name)(x)


        def _pointwise(x, filters, name):
            return layers.Conv2D(
                filters, (1, 1), padding="same", use_bias=False, kernel_initializer="he_normal", name=name)(x)


        def _separable(x, filters, size, name, strides=1):
            x = layers.Activation("relu")(x)
            if strides == 2:
                x = layers.ZeroPadding2D(padding=correct_pad(x, size), name=f"separable_conv_1_pad_{name}")(x)
            x = layers.SeparableConv2D(
                filters, (size, size), strides=(strides, strides), padding="valid" if strides == 2 else "same",
                use_bias=False, name=f"separable_conv_1_{name}")(x)
            x = layers.Activation("relu")(_normalized(x, f"separable_conv_1_bn_{name}"))
            x = layers.SeparableConv2D(
                filters, (size, size), padding="same", use_bias=False, name=f"separable_conv_2_{name}")(x)
            return _normalized(x, f"separable_conv_2_bn_{name}")


        def _every_second(x, filters, i, name):
            x = layers.AveragePooling2D((1, 1), strides=(2, 2), padding="valid", name=f"adjust_avg_pool_{i}_{name}")(x)
            return _pointwise(x, filters, f"adjust_conv_{i}_{name}")


        def _adjusted(p, x, filters, name):
            if p is None:
                return x
            if p.shape[-2] != x.shape[-2]:
                p = layers.Activation("relu", name=f"adjust_relu_1_{name}")(p)
                first = _every_second(p, filters // 2, 1, name)
                second = layers.ZeroPadding2D(padding=((0, 1), (0, 1)))(p)
                second = layers.Cropping2D(cropping=((1, 0), (1, 0)))(second)
                second = _every_second(second, filters // 2, 2, name)
                p = layers.concatenate([first, second], axis=-1)
            elif p.shape[-1] != filters:
                p = _pointwise(layers.Activation("relu")(p), filters, f"adjust_conv_projection_{name}")
            else:
                return p
            return _normalized(p, f"adjust_bn_{name}")


        def _narrowed(x, filters, cell, name):
            x = _pointwise(layers.Activation("relu")(x), filters, f"{cell}_conv_1_{name}")
            return _normalized(x, f"{cell}_bn_1_{name}")


        def _averaged(x, name):
            return layers.AveragePooling2D((3, 3), strides=(1, 1), padding="same", name=name)(x)


        def _normal(x, p, filters, name):
            def add(i, first, second):
                return layers.add([first, second], name=f"normal_add_{i}_{name}")

            p = _adjusted(p, x, filters, name)
            h = _narrowed(x, filters, "normal", name)
            left = _separable(h, filters, 5, f"normal_left1_{name}")
            x1 = add(1, left, _separable(p, filters, 3, f"normal_right1_{name}"))
            left = _separable(p, filters, 5, f"normal_left2_{name}")
            x2 = add(2, left, _separable(p, filters, 3, f"normal_right2_{name}"))
            x3 = add(3, _averaged(h, f"normal_left3_{name}"), p)
            x4 = add(4, _averaged(p, f"normal_left4_{name}"), _averaged(p, f"normal_right4_{name}"))
            x5 = add(5, _separable(h, filters, 3, f"normal_left5_{name}"), h)
            return layers.concatenate([p, x1, x2, x3, x4, x5], axis=-1, name=f"normal_concat_{name}"), x


        def _reduction(x, p, filters, name):
            def pooled(pool, place):
                return pool((3, 3), strides=(2, 2), padding="valid", name=f"reduction_{place}_{name}")(padded)

            def reduced(x, size, place):
                return _separable(x, filters, size, f"reduction_{place}_{name}", strides=2)

            def add(i, first, second):
                return layers.add([first, second], name=f"reduction_add{i}_{name}")

            p = _adjusted(p, x, filters, name)
            h = _narrowed(x, filters, "reduction", name)
            padded = layers.ZeroPadding2D(padding=correct_pad(h, 3), name=f"reduction_pad_1_{name}")(h)
            left = reduced(h, 5, "left1")
            x1 = add("_1", left, reduced(p, 7, "right1"))
            x2 = add("_2", pooled(layers.MaxPooling2D, "left2"), reduced(p, 7, "right2"))
            x3 = add("3", pooled(layers.AveragePooling2D, "left3"), reduced(p, 5, "right3"))
            x4 = layers.add([x2, _averaged(x1, f"reduction_left4_{name}")])
            left = _separable(x1, filters, 3, f"reduction_left4_{name}")
            x5 = add("4", left, pooled(layers.MaxPooling2D, "right5"))
            return layers.concatenate([x2, x3, x4, x5], axis=-1, name=f"reduction_concat_{name}"), x


        def _check(network):
            without_channels_first("NASNet")
            shape = network.input_shape
            if isinstance(shape, tuple) and None in shape and network.weights == "imagenet":
                raise ValueError(
                    "When specifying the input shape of a NASNet and loading `ImageNet` weights, the input_shape "
                    f"argument must be static (no None entries). Got: `input_shape={shape}`.")


        def _nasnet(network, default_size, filters, repeats, stem, skips):
            _check(network)
            x = network.image(default_size, min_size=32)
            x = layers.Conv2D(
                stem, (3, 3), strides=(2, 2), padding="valid", use_bias=False, name="stem_conv1",
                kernel_initializer="he_normal")(x)
            x, p = _normalized(x, "stem_bn1"), None
            x, p = _reduction(x, p, filters // 4, "stem_1")
            x, p = _reduction(x, p, filters // 2, "stem_2")
            for stage in range(3):
                width = filters * 2 ** stage
                if stage > 0:
                    x, before = _reduction(x, p, width, f"reduce_{stage * repeats}")
                    p = p if skips else before
                for i in range(repeats):
                    x, p = _normal(x, p, width, f"{stage * repeats + i + (1 if stage > 0 else 0)}")
            x = layers.Activation("relu")(x)
            if network.include_top:
                return network.model(network.classifier(layers.GlobalAveragePooling2D()(x)))
            return network.model(network.pooled(x))


        def NASNetMobile(
                input_shape=None, include_top=True, weights="imagenet", input_tensor=None, pooling=None, classes=1000,
                classifier_activation="softmax", name="nasnet_mobile"):
            \"""NASNetMobile: cells that a search found, the mobile variant.

            Args:
                \(arguments)
            Source: Zoph and others, Learning Transferable Architectures for Scalable Image Recognition (2018).
            \"""
            if not include_top and input_shape is None:
                input_shape = (224, 224, 3)
            return _nasnet(
                Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                default_size=224, filters=44, repeats=4, stem=32, skips=False)


        def NASNetLarge(
                input_shape=None, include_top=True, weights="imagenet", input_tensor=None, pooling=None, classes=1000,
                classifier_activation="softmax", name="nasnet_large"):
            \"""NASNetLarge: cells that a search found, the large variant.

            Args:
                \(arguments)
            Source: Zoph and others, Learning Transferable Architectures for Scalable Image Recognition (2018).
            \"""
            return _nasnet(
                Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                default_size=331, filters=168, repeats=6, stem=96, skips=True)
        """
}
