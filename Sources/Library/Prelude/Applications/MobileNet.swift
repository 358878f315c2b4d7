extension Applications {
    /// MobileNet: depthwise convolutions and convolutions of one pixel in turn.
    ///
    /// Source: keras/src/applications/mobilenet.py.
    static let mobileNet = """
        from keras import backend, layers
        from keras.applications.imagenet_utils import Network, channel_axis, validate_activation

        _SIZES = (128, 160, 192, 224)


        def _activated(x, name):
            x = layers.BatchNormalization(axis=channel_axis(-1), name=f"{name}_bn")(x)
            return layers.ReLU(6.0, name=f"{name}_relu")(x)


        def _block(x, filters, stride, depth_multiplier, i):
            if stride > 1:
                x = layers.ZeroPadding2D(((0, 1), (0, 1)), name=f"conv_pad_{i}")(x)
            x = layers.DepthwiseConv2D(
                (3, 3), padding="same" if stride == 1 else "valid", depth_multiplier=depth_multiplier,
                strides=(stride, stride), use_bias=False, name=f"conv_dw_{i}")(x)
            x = _activated(x, f"conv_dw_{i}")
            x = layers.Conv2D(filters, (1, 1), padding="same", use_bias=False, name=f"conv_pw_{i}")(x)
            return _activated(x, f"conv_pw_{i}")


        def _default_size(input_shape):
            if input_shape is not None:
                rows, columns = input_shape[1:3] if channel_axis() == 1 else input_shape[0:2]
                if rows == columns and rows in _SIZES:
                    return rows
            return 224


        def _check_trained(depth_multiplier, alpha):
            if depth_multiplier != 1:
                raise ValueError(
                    "If imagenet weights are being loaded, depth multiplier must be 1.  "
                    f"Received depth_multiplier={depth_multiplier}")
            if alpha not in (0.25, 0.50, 0.75, 1.0):
                raise ValueError(
                    "If imagenet weights are being loaded, alpha can be one of`0.25`, `0.50`, `0.75` or `1.0` only.  "
                    f"Received alpha={alpha}")


        def _top(network, x, dropout):
            x = layers.GlobalAveragePooling2D(keepdims=True)(x)
            x = layers.Dropout(dropout, name="dropout")(x)
            x = layers.Conv2D(network.classes, (1, 1), padding="same", name="conv_preds")(x)
            x = layers.Reshape((network.classes,), name="reshape_2")(x)
            validate_activation(network.activation, network.weights)
            return layers.Activation(activation=network.activation, name="predictions")(x)


        def MobileNet(
                input_shape=None, alpha=1.0, depth_multiplier=1, dropout=1e-3, include_top=True, weights="imagenet",
                input_tensor=None, pooling=None, classes=1000, classifier_activation="softmax", name=None):
            \"""MobileNet: depthwise separable convolutions.

            Args:
                \(arguments)
                alpha: the factor for the number of filters of all layers
                depth_multiplier: the channels that a depthwise convolution makes of each
                dropout: the share that is dropped before the classifier
            Source: Howard and others, MobileNets (2017).
            \"""
            network = Network(
                include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name)
            x = network.image(_default_size(input_shape), min_size=32)
            rows, columns = network.sizes()
            if weights == "imagenet":
                _check_trained(depth_multiplier, alpha)
                rows = rows if rows == columns and rows in _SIZES else 224
            x = layers.Conv2D(
                int(32 * alpha), (3, 3), padding="same", use_bias=False, strides=(2, 2), name="conv1")(x)
            x = _activated(x, "conv1")
            filters = (64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024)
            for i, count in enumerate(filters, 1):
                x = _block(x, int(count * alpha), 2 if i in (2, 4, 6, 12) else 1, depth_multiplier, i)
            x = _top(network, x, dropout) if include_top else network.pooled(x)
            network.name = f"mobilenet_{alpha:0.2f}_{rows}" if name is None else name
            return network.model(x)
        """
}
