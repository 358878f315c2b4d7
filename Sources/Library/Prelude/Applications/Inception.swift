extension Applications {
    /// InceptionV3: blocks whose branches see windows of different sizes.
    ///
    /// Source: keras/src/applications/inception_v3.py.
    static let inceptionV3 = """
        from keras import layers
        from keras.applications.imagenet_utils import Network, channel_axis, normalization


        def _conv(x, filters, rows, columns, strides=(1, 1), padding="same"):
            x = layers.Conv2D(filters, (rows, columns), strides=strides, padding=padding, use_bias=False)(x)
            x = normalization(x, scale=False)
            return layers.Activation("relu")(x)


        def _chain(x, *convolutions):
            for filters, rows, columns in convolutions:
                x = _conv(x, filters, rows, columns)
            return x


        def _reduced(x, filters):
            return _conv(x, filters, 3, 3, strides=(2, 2), padding="valid")


        def _halved(x):
            return layers.MaxPooling2D((3, 3), strides=(2, 2))(x)


        def _averaged(x, filters):
            x = layers.AveragePooling2D((3, 3), strides=(1, 1), padding="same")(x)
            return _conv(x, filters, 1, 1)


        def _joined(branches, name=None):
            return layers.concatenate(branches, axis=channel_axis(), name=name)


        def _stem(x):
            x = _reduced(x, 32)
            x = _conv(x, 32, 3, 3, padding="valid")
            x = _halved(_conv(x, 64, 3, 3))
            x = _conv(x, 80, 1, 1, padding="valid")
            return _halved(_conv(x, 192, 3, 3, padding="valid"))


        def _small(x, pooled, name):
            return _joined([
                _chain(x, (64, 1, 1)),
                _chain(x, (48, 1, 1), (64, 5, 5)),
                _chain(x, (64, 1, 1), (96, 3, 3), (96, 3, 3)),
                _averaged(x, pooled)], name)


        def _long(x, filters, name):
            return _joined([
                _chain(x, (192, 1, 1)),
                _chain(x, (filters, 1, 1), (filters, 1, 7), (192, 7, 1)),
                _chain(x, (filters, 1, 1), (filters, 7, 1), (filters, 1, 7), (filters, 7, 1), (192, 1, 7)),
                _averaged(x, 192)], name)


        def _wide(x, i):
            single = _chain(x, (320, 1, 1))
            middle = _chain(x, (384, 1, 1))
            middle = _joined([_conv(middle, 384, 1, 3), _conv(middle, 384, 3, 1)], f"mixed9_{i}")
            double = _chain(x, (448, 1, 1), (384, 3, 3))
            double = _joined([_conv(double, 384, 1, 3), _conv(double, 384, 3, 1)])
            return _joined([single, middle, double, _averaged(x, 192)], f"mixed{9 + i}")


        def InceptionV3(
                include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000,
                classifier_activation="softmax", name="inception_v3"):
            \"""InceptionV3: parallel branches of factorized convolutions.

            Args:
                \(arguments)
            Source: Szegedy and others, Rethinking the Inception Architecture for Computer Vision (2016).
            \"""
            network = Network(
                include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name)
            x = _stem(network.image(default_size=299, min_size=75))
            for i, pooled in enumerate((32, 64, 64)):
                x = _small(x, pooled, f"mixed{i}")
            x = _joined(
                [_reduced(x, 384), _reduced(_chain(x, (64, 1, 1), (96, 3, 3)), 96), _halved(x)], "mixed3")
            for i, filters in enumerate((128, 160, 160, 192), 4):
                x = _long(x, filters, f"mixed{i}")
            x = _joined([
                _reduced(_chain(x, (192, 1, 1)), 320),
                _reduced(_chain(x, (192, 1, 1), (192, 1, 7), (192, 7, 1)), 192),
                _halved(x)], "mixed8")
            for i in range(2):
                x = _wide(x, i)
            if include_top:
                return network.model(network.classified(x))
            return network.model(network.pooled(x))
        """

    /// InceptionResNetV2: what the branches of a block find is added to its input, scaled down.
    ///
    /// Source: keras/src/applications/inception_resnet_v2.py.
    static let inceptionResNetV2 = """
        from keras import layers
        from keras.applications.imagenet_utils import Network, channel_axis, normalization


        class CustomScaleLayer(layers.Layer):
            def __init__(self, scale, **kwargs):
                super().__init__(**kwargs)
                self.scale = scale

            def get_config(self):
                return {**super().get_config(), "scale": self.scale}

            def call(self, inputs):
                return inputs[0] + inputs[1] * self.scale


        def _conv(x, filters, size, strides=1, padding="same", name=None):
            x = layers.Conv2D(filters, size, strides=strides, padding=padding, use_bias=False, name=name)(x)
            x = normalization(x, name and f"{name}_bn", scale=False)
            return layers.Activation("relu", name=name and f"{name}_ac")(x)


        def _chain(x, *convolutions):
            for filters, size in convolutions:
                x = _conv(x, filters, size)
            return x


        def _reduced(x, filters):
            return _conv(x, filters, 3, strides=2, padding="valid")


        def _halved(x):
            return layers.MaxPooling2D(3, strides=2, padding="valid")(x)


        def _joined(branches, name):
            return layers.Concatenate(axis=channel_axis(), name=name)(branches)


        def _stem(x):
            x = _conv(_reduced(x, 32), 32, 3, padding="valid")
            x = _halved(_conv(x, 64, 3))
            x = _conv(x, 80, 1, padding="valid")
            x = _halved(_conv(x, 192, 3, padding="valid"))
            branches = [
                _chain(x, (96, 1)), _chain(x, (48, 1), (64, 5)), _chain(x, (64, 1), (96, 3), (96, 3)),
                _chain(layers.AveragePooling2D(3, strides=1, padding="same")(x), (64, 1))]
            return _joined(branches, "mixed_5b")


        def _block(x, branches, scale, name, activates=True):
            mixed = _joined([_chain(x, *branch) for branch in branches], f"{name}_mixed")
            up = layers.Conv2D(x.shape[channel_axis()], 1, padding="same", name=f"{name}_conv")(mixed)
            x = CustomScaleLayer(scale)([x, up])
            return layers.Activation("relu", name=f"{name}_ac")(x) if activates else x


        _BLOCK35 = (((32, 1),), ((32, 1), (32, 3)), ((32, 1), (48, 3), (64, 3)))
        _BLOCK17 = (((192, 1),), ((128, 1), (160, [1, 7]), (192, [7, 1])))
        _BLOCK8 = (((192, 1),), ((192, 1), (224, [1, 3]), (256, [3, 1])))


        def InceptionResNetV2(
                include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000,
                classifier_activation="softmax", name="inception_resnet_v2"):
            \"""InceptionResNetV2: Inception branches in residual blocks.

            Args:
                \(arguments)
            Source: Szegedy and others, Inception-v4, Inception-ResNet and the Impact of Residual Connections on Learning (2017).
            \"""
            network = Network(
                include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name)
            x = _stem(network.image(default_size=299, min_size=75))
            for i in range(1, 11):
                x = _block(x, _BLOCK35, 0.17, f"block35_{i}")
            x = _joined([_reduced(x, 384), _reduced(_chain(x, (256, 1), (256, 3)), 384), _halved(x)], "mixed_6a")
            for i in range(1, 21):
                x = _block(x, _BLOCK17, 0.1, f"block17_{i}")
            x = _joined([
                _reduced(_chain(x, (256, 1)), 384), _reduced(_chain(x, (256, 1)), 288),
                _reduced(_chain(x, (256, 1), (288, 3)), 320), _halved(x)], "mixed_7a")
            for i in range(1, 10):
                x = _block(x, _BLOCK8, 0.2, f"block8_{i}")
            x = _block(x, _BLOCK8, 1.0, "block8_10", activates=False)
            x = _conv(x, 1536, 1, name="conv_7b")
            if include_top:
                return network.model(network.classified(x))
            return network.model(network.pooled(x))
        """
}
