extension Applications {
    /// MobileNetV3Small and MobileNetV3Large: the blocks of MobileNetV2 with other activations, where some weigh the
    /// channels by a network of their own.
    ///
    /// Source: keras/src/applications/mobilenet_v3.py.
    static let mobileNetV3 = """
        from keras import layers
        from keras.applications.imagenet_utils import (
            Network, channel_axis, correct_pad, divisible, validate_activation)


        def _relu(x):
            return layers.ReLU()(x)


        def _hard_swish(x):
            return layers.Activation("hard_swish")(x)


        def _normalized(x, name):
            return layers.BatchNormalization(axis=channel_axis(-1), epsilon=1e-3, momentum=0.999, name=name)(x)


        def _pointwise(x, filters, name, **options):
            return layers.Conv2D(filters, kernel_size=1, padding="same", name=name, **options)(x)


        def _weighed(inputs, filters, prefix):
            x = layers.GlobalAveragePooling2D(keepdims=True, name=f"{prefix}_avg_pool")(inputs)
            x = _pointwise(x, divisible(filters * 0.25), f"{prefix}_conv")
            x = layers.ReLU(name=f"{prefix}_relu")(x)
            x = _pointwise(x, filters, f"{prefix}_conv_1")
            x = layers.ReLU(6.0)(x + 3.0) * (1.0 / 6.0)
            return layers.Multiply(name=f"{prefix}_mul")([inputs, x])


        def _block(x, expansion, filters, kernel, stride, weighs, activation, i):
            inputs, channels = x, x.shape[channel_axis(-1)]
            prefix = f"expanded_conv_{i}_" if i else "expanded_conv_"
            wide = divisible(channels * expansion)
            if i:
                x = _pointwise(x, wide, f"{prefix}expand", use_bias=False)
                x = activation(_normalized(x, f"{prefix}expand_bn"))
            if stride == 2:
                x = layers.ZeroPadding2D(padding=correct_pad(x, kernel), name=f"{prefix}depthwise_pad")(x)
            x = layers.DepthwiseConv2D(
                kernel, strides=stride, padding="same" if stride == 1 else "valid", use_bias=False,
                name=f"{prefix}depthwise")(x)
            x = activation(_normalized(x, f"{prefix}depthwise_bn"))
            if weighs:
                x = _weighed(x, wide, f"{prefix}squeeze_excite")
            x = _pointwise(x, filters, f"{prefix}project", use_bias=False)
            x = _normalized(x, f"{prefix}project_bn")
            if stride == 1 and channels == filters:
                x = layers.Add(name=f"{prefix}add")([inputs, x])
            return x


        def _shape(input_tensor, input_shape):
            first = channel_axis() == 1
            if input_shape is None and input_tensor is not None:
                rows, columns = input_tensor.shape[2:4] if first else input_tensor.shape[1:3]
                return (3, columns, rows) if first else (columns, rows, 3)
            if input_shape is None:
                return (3, None, None) if first else (None, None, 3)
            axis = 1 if first else 2
            if input_tensor is not None and input_tensor.shape[axis] != input_shape[1]:
                raise ValueError(
                    ("When backend.image_data_format()=channels_first, " if first else "")
                    + f"input_shape[1] must equal input_tensor.shape[{axis}].  Received "
                    f"input_shape={input_shape}, input_tensor.shape={input_tensor.shape}")
            return input_shape


        def _check(network, shape, alpha, minimalistic):
            rows, columns = shape[1:3] if channel_axis() == 1 else shape[0:2]
            if rows and columns and (rows < 32 or columns < 32):
                raise ValueError(f"Input size must be at least 32x32; Received `input_shape={shape}`")
            if network.weights == "imagenet" and alpha not in ((1.0,) if minimalistic else (0.75, 1.0)):
                raise ValueError(
                    "If imagenet weights are being loaded, alpha can be one of `0.75`, `1.0` for non minimalistic "
                    "or `1.0` for minimalistic only.")


        def _top(network, x, filters, dropout_rate, activation):
            x = layers.GlobalAveragePooling2D(keepdims=True)(x)
            x = activation(_pointwise(x, filters, "conv_2", use_bias=True))
            if dropout_rate > 0:
                x = layers.Dropout(dropout_rate)(x)
            x = _pointwise(x, network.classes, "logits")
            x = layers.Flatten()(x)
            validate_activation(network.activation, network.weights)
            return layers.Activation(activation=network.activation, name="predictions")(x)


        def _mobilenet(network, blocks, last, alpha, minimalistic, dropout_rate, include_preprocessing):
            shape = _shape(network.input_tensor, network.input_shape)
            _check(network, shape, alpha, minimalistic)
            x = network.input(shape)
            activation = _relu if minimalistic else _hard_swish
            if include_preprocessing:
                x = layers.Rescaling(scale=1.0 / 127.5, offset=-1.0)(x)
            x = layers.Conv2D(16, kernel_size=3, strides=(2, 2), padding="same", use_bias=False, name="conv")(x)
            x = activation(_normalized(x, "conv_bn"))
            for i, (expansion, filters, kernel, stride, weighs, activated) in enumerate(blocks):
                x = _block(
                    x, expansion, divisible(filters * alpha), 3 if minimalistic else kernel, stride,
                    weighs and not minimalistic, activation if activated else _relu, i)
            x = _pointwise(x, divisible(x.shape[channel_axis(-1)] * 6), "conv_1", use_bias=False)
            x = activation(_normalized(x, "conv_1_bn"))
            if network.include_top:
                filters = divisible(last * alpha) if alpha > 1.0 else last
                return network.model(_top(network, x, filters, dropout_rate, activation))
            return network.model(network.pooled(x, "avg_pool", "max_pool"))


        # Expansion, filters, kernel, stride, whether channels are weighed, whether the activation is the network's own.
        _SMALL = (
            (1, 16, 3, 2, True, False), (72.0 / 16, 24, 3, 2, False, False), (88.0 / 24, 24, 3, 1, False, False),
            (4, 40, 5, 2, True, True), (6, 40, 5, 1, True, True), (6, 40, 5, 1, True, True), (3, 48, 5, 1, True, True),
            (3, 48, 5, 1, True, True), (6, 96, 5, 2, True, True), (6, 96, 5, 1, True, True), (6, 96, 5, 1, True, True))
        _LARGE = (
            (1, 16, 3, 1, False, False), (4, 24, 3, 2, False, False), (3, 24, 3, 1, False, False),
            (3, 40, 5, 2, True, False), (3, 40, 5, 1, True, False), (3, 40, 5, 1, True, False),
            (6, 80, 3, 2, False, True), (2.5, 80, 3, 1, False, True), (2.3, 80, 3, 1, False, True),
            (2.3, 80, 3, 1, False, True), (6, 112, 3, 1, True, True), (6, 112, 3, 1, True, True),
            (6, 160, 5, 2, True, True), (6, 160, 5, 1, True, True), (6, 160, 5, 1, True, True))


        def MobileNetV3Small(
                input_shape=None, alpha=1.0, minimalistic=False, include_top=True, weights="imagenet",
                input_tensor=None, classes=1000, pooling=None, dropout_rate=0.2, classifier_activation="softmax",
                include_preprocessing=True, name="MobileNetV3Small"):
            \"""MobileNetV3Small: inverted residual blocks with squeeze and excitation, the small variant.

            Args:
                \(arguments)
                alpha: the factor for the number of filters of all layers
                minimalistic: whether 5×5 windows, squeeze and excitation and hard-swish are left out
                dropout_rate: the share that is dropped before the classifier
                include_preprocessing: whether the network scales images itself
            Source: Howard and others, Searching for MobileNetV3 (2019).
            \"""
            return _mobilenet(
                Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                _SMALL, 1024, alpha, minimalistic, dropout_rate, include_preprocessing)


        def MobileNetV3Large(
                input_shape=None, alpha=1.0, minimalistic=False, include_top=True, weights="imagenet",
                input_tensor=None, classes=1000, pooling=None, dropout_rate=0.2, classifier_activation="softmax",
                include_preprocessing=True, name="MobileNetV3Large"):
            \"""MobileNetV3Large: inverted residual blocks with squeeze and excitation, the large variant.

            Args:
                \(arguments)
                alpha: the factor for the number of filters of all layers
                minimalistic: whether 5×5 windows, squeeze and excitation and hard-swish are left out
                dropout_rate: the share that is dropped before the classifier
                include_preprocessing: whether the network scales images itself
            Source: Howard and others, Searching for MobileNetV3 (2019).
            \"""
            return _mobilenet(
                Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                _LARGE, 1280, alpha, minimalistic, dropout_rate, include_preprocessing)
        """
}
