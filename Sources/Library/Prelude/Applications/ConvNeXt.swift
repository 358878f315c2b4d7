extension Applications {
    /// ConvNeXtTiny to XLarge: wide depthwise convolutions between dense layers, with sums that begin small.
    ///
    /// Source: keras/src/applications/convnext.py.
    static let convNeXt = """
        from keras import Sequential, initializers, layers, ops, random
        from keras.applications.imagenet_utils import Network, validate_activation, without_channels_first


        class StochasticDepth(layers.Layer):
            def __init__(self, drop_path_rate, **kwargs):
                super().__init__(**kwargs)
                self.drop_path_rate = drop_path_rate

            def call(self, x, training=None):
                if not training:
                    return x
                kept = 1 - self.drop_path_rate
                shape = (ops.shape(x)[0],) + (1,) * (len(x.shape) - 1)
                return x / kept * ops.floor(kept + random.uniform(shape, 0, 1))

            def get_config(self):
                return {**super().get_config(), "drop_path_rate": self.drop_path_rate}


        class LayerScale(layers.Layer):
            def __init__(self, init_values, projection_dim, **kwargs):
                super().__init__(**kwargs)
                self.init_values = init_values
                self.projection_dim = projection_dim

            def build(self, _):
                self.gamma = self.add_weight(
                    shape=(self.projection_dim,), initializer=initializers.Constant(self.init_values), trainable=True)

            def call(self, x):
                return x * self.gamma

            def get_config(self):
                return {
                    **super().get_config(), "init_values": self.init_values, "projection_dim": self.projection_dim}


        def _norm(name=None):
            return layers.LayerNormalization(epsilon=1e-6, name=name)


        def _block(inputs, filters, name):
            x = layers.Conv2D(
                filters, kernel_size=7, padding="same", groups=filters, name=f"{name}_depthwise_conv")(inputs)
            x = _norm(f"{name}_layernorm")(x)
            x = layers.Dense(4 * filters, name=f"{name}_pointwise_conv_1")(x)
            x = layers.Activation("gelu", name=f"{name}_gelu")(x)
            x = layers.Dense(filters, name=f"{name}_pointwise_conv_2")(x)
            x = LayerScale(1e-6, filters, name=f"{name}_layer_scale")(x)
            return inputs + layers.Activation("linear", name=f"{name}_identity")(x)


        def _downsampling(filters, name):
            stem = Sequential([
                layers.Conv2D(filters[0], kernel_size=4, strides=4, name=f"{name}_stem_conv"),
                _norm(f"{name}_stem_layernorm")], name=f"{name}_stem")
            return [stem] + [
                Sequential([
                    _norm(f"{name}_downsampling_layernorm_{i}"),
                    layers.Conv2D(count, kernel_size=2, strides=2, name=f"{name}_downsampling_conv_{i}"),
                ], name=f"{name}_downsampling_block_{i}") for i, count in enumerate(filters[1:])]


        def _top(network, x):
            if not network.include_top:
                return _norm()(network.pooled(x))
            validate_activation(network.activation, network.weights)
            x = layers.GlobalAveragePooling2D(name=f"{network.name}_head_gap")(x)
            x = _norm(f"{network.name}_head_layernorm")(x)
            return layers.Dense(network.classes, activation=network.activation, name=f"{network.name}_head_dense")(x)


        def _convnext(network, depths, filters, include_preprocessing):
            without_channels_first("ConvNeXt")
            name = network.name
            x = network.image(default_size=224, min_size=32)
            if include_preprocessing and network.shape[2] == 3:
                x = layers.Normalization(
                    mean=[0.485 * 255, 0.456 * 255, 0.406 * 255],
                    variance=[(0.229 * 255) ** 2, (0.224 * 255) ** 2, (0.225 * 255) ** 2],
                    name=f"{name}_prestem_normalization")(x)
            for i, downsample in enumerate(_downsampling(filters, name)):
                x = downsample(x)
                for j in range(depths[i]):
                    x = _block(x, filters[i], f"{name}_stage_{i}_block_{j}")
            return network.model(_top(network, x))


        def ConvNeXtTiny(
                include_top=True, include_preprocessing=True, weights="imagenet", input_tensor=None, input_shape=None,
                pooling=None, classes=1000, classifier_activation="softmax", name="convnext_tiny"):
            \"""ConvNeXtTiny: residual blocks of 7×7 depthwise convolutions, the tiny variant.

            Args:
                \(arguments)
                include_preprocessing: whether the network scales images itself
            Source: Liu and others, A ConvNet for the 2020s (2022).
            \"""
            return _convnext(
                Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                (3, 3, 9, 3), (96, 192, 384, 768), include_preprocessing)


        def ConvNeXtSmall(
                include_top=True, include_preprocessing=True, weights="imagenet", input_tensor=None, input_shape=None,
                pooling=None, classes=1000, classifier_activation="softmax", name="convnext_small"):
            \"""ConvNeXtSmall: residual blocks of 7×7 depthwise convolutions, the small variant.

            Args:
                \(arguments)
                include_preprocessing: whether the network scales images itself
            Source: Liu and others, A ConvNet for the 2020s (2022).
            \"""
            return _convnext(
                Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                (3, 3, 27, 3), (96, 192, 384, 768), include_preprocessing)


        def ConvNeXtBase(
                include_top=True, include_preprocessing=True, weights="imagenet", input_tensor=None, input_shape=None,
                pooling=None, classes=1000, classifier_activation="softmax", name="convnext_base"):
            \"""ConvNeXtBase: residual blocks of 7×7 depthwise convolutions, the base variant.

            Args:
                \(arguments)
                include_preprocessing: whether the network scales images itself
            Source: Liu and others, A ConvNet for the 2020s (2022).
            \"""
            return _convnext(
                Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                (3, 3, 27, 3), (128, 256, 512, 1024), include_preprocessing)


        def ConvNeXtLarge(
                include_top=True, include_preprocessing=True, weights="imagenet", input_tensor=None, input_shape=None,
                pooling=None, classes=1000, classifier_activation="softmax", name="convnext_large"):
            \"""ConvNeXtLarge: residual blocks of 7×7 depthwise convolutions, the large variant.

            Args:
                \(arguments)
                include_preprocessing: whether the network scales images itself
            Source: Liu and others, A ConvNet for the 2020s (2022).
            \"""
            return _convnext(
                Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                (3, 3, 27, 3), (192, 384, 768, 1536), include_preprocessing)


        def ConvNeXtXLarge(
                include_top=True, include_preprocessing=True, weights="imagenet", input_tensor=None, input_shape=None,
                pooling=None, classes=1000, classifier_activation="softmax", name="convnext_xlarge"):
            \"""ConvNeXtXLarge: residual blocks of 7×7 depthwise convolutions, the xlarge variant.

            Args:
                \(arguments)
                include_preprocessing: whether the network scales images itself
            Source: Liu and others, A ConvNet for the 2020s (2022).
            \"""
            return _convnext(
                Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                (3, 3, 27, 3), (256, 512, 1024, 2048), include_preprocessing)
        """
}
