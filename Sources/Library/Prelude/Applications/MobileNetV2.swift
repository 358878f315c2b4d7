extension Applications {
    /// MobileNetV2: blocks that widen, filter each channel and narrow again, with shortcuts between the narrow ends.
    ///
    /// Source: keras/src/applications/mobilenet_v2.py.
    static let mobileNetV2 = """
        from keras import layers
        from keras.applications.imagenet_utils import Network, channel_axis, correct_pad, divisible

        _SIZES = (96, 128, 160, 192, 224)


        def _normalized(x, name):
            return layers.BatchNormalization(axis=channel_axis(-1), epsilon=1e-3, momentum=0.999, name=name)(x)


        def _activated(x, name):
            return layers.ReLU(6.0, name=f"{name}_relu")(_normalized(x, f"{name}_BN"))


        def _pointwise(x, filters, name):
            return layers.Conv2D(filters, kernel_size=1, padding="same", use_bias=False, name=name)(x)


        def _block(x, filters, stride, expansion, i):
            inputs, channels = x, x.shape[channel_axis(-1)]
            prefix = f"block_{i}_" if i else "expanded_conv_"
            if i:
                x = _pointwise(x, expansion * channels, f"{prefix}expand")
                x = _activated(x, f"{prefix}expand")
            if stride == 2:
                x = layers.ZeroPadding2D(padding=correct_pad(x, 3), name=f"{prefix}pad")(x)
            x = layers.DepthwiseConv2D(
                kernel_size=3, strides=stride, use_bias=False, padding="same" if stride == 1 else "valid",
                name=f"{prefix}depthwise")(x)
            x = _activated(x, f"{prefix}depthwise")
            x = _normalized(_pointwise(x, filters, f"{prefix}project"), f"{prefix}project_BN")
            if channels == filters and stride == 1:
                return layers.Add(name=f"{prefix}add")([inputs, x])
            return x


        def _check_tensor(input_tensor, input_shape):
            if input_shape is None or input_tensor is None:
                return
            if channel_axis() == 1 and input_tensor.shape[1] != input_shape[1]:
                raise ValueError(
                    "input_shape[1] must equal shape(input_tensor)[1] when `image_data_format` is `channels_first`; "
                    f"Received `input_tensor.shape={input_tensor.shape}`, `input_shape={input_shape}`")
            if channel_axis() == 3 and input_tensor.shape[2] != input_shape[1]:
                raise ValueError(
                    "input_tensor.shape[2] must equal input_shape[1]; "
                    f"Received `input_tensor.shape={input_tensor.shape}`, `input_shape={input_shape}`")


        def _default_size(input_tensor, input_shape):
            shape = input_shape
            if shape is None and input_tensor is not None:
                shape = input_tensor.shape[1:]
            if shape is not None:
                rows, columns = shape[1:3] if channel_axis() == 1 else shape[0:2]
                if rows == columns and rows in _SIZES:
                    return rows
            return 224


        def MobileNetV2(
                input_shape=None, alpha=1.0, include_top=True, weights="imagenet", input_tensor=None, pooling=None,
                classes=1000, classifier_activation="softmax", name=None):
            \"""MobileNetV2: inverted residual blocks of depthwise convolutions.

            Args:
                \(arguments)
                alpha: the factor for the number of filters of all layers
            Source: Sandler and others, MobileNetV2: Inverted Residuals and Linear Bottlenecks (2018).
            \"""
            network = Network(
                include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name)
            _check_tensor(input_tensor, input_shape)
            x = network.image(_default_size(input_tensor, input_shape), min_size=32)
            rows, columns = network.sizes()
            if weights == "imagenet":
                if alpha not in (0.35, 0.50, 0.75, 1.0, 1.3, 1.4):
                    raise ValueError(
                        "If imagenet weights are being loaded, alpha must be one of `0.35`, `0.50`, `0.75`, "
                        f"`1.0`, `1.3` or `1.4` only; Received `alpha={alpha}`")
                rows = rows if rows == columns and rows in _SIZES else 224
            x = layers.Conv2D(
                divisible(32 * alpha), kernel_size=3, strides=(2, 2), padding="same", use_bias=False, name="Conv1")(x)
            x = layers.ReLU(6.0, name="Conv1_relu")(_normalized(x, "bn_Conv1"))
            i = 0
            for filters, repeats, stride in (
                    (16, 1, 1), (24, 2, 2), (32, 3, 2), (64, 4, 2), (96, 3, 1), (160, 3, 2), (320, 1, 1)):
                for j in range(repeats):
                    x = _block(x, divisible(int(filters * alpha)), stride if j == 0 else 1, 6 if i else 1, i)
                    i += 1
            last = divisible(1280 * alpha) if alpha > 1.0 else 1280
            x = layers.Conv2D(last, kernel_size=1, use_bias=False, name="Conv_1")(x)
            x = layers.ReLU(6.0, name="out_relu")(_normalized(x, "Conv_1_bn"))
            x = network.classifier(layers.GlobalAveragePooling2D()(x)) if include_top else network.pooled(x)
            network.name = f"mobilenetv2_{alpha:0.2f}_{rows}" if name is None else name
            return network.model(x)
        """
}
