extension Applications {
    /// VGG16 and VGG19: convolutions of 3×3 in five blocks, and three dense layers.
    ///
    /// Source: keras/src/applications/vgg16.py and vgg19.py.
    static let vgg = """
        from keras import layers
        from keras.applications.imagenet_utils import Network


        def _vgg(network, depths):
            x = network.image(default_size=224, min_size=32)
            for block, (filters, depth) in enumerate(zip((64, 128, 256, 512, 512), depths), 1):
                for i in range(1, depth + 1):
                    x = layers.Conv2D(
                        filters, (3, 3), activation="relu", padding="same", name=f"block{block}_conv{i}")(x)
                x = layers.MaxPooling2D((2, 2), strides=(2, 2), name=f"block{block}_pool")(x)
            if network.include_top:
                x = layers.Flatten(name="flatten")(x)
                x = layers.Dense(4096, activation="relu", name="fc1")(x)
                x = layers.Dense(4096, activation="relu", name="fc2")(x)
                return network.model(network.classifier(x))
            return network.model(network.pooled(x))


        def VGG16(
                include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000,
                classifier_activation="softmax", name="vgg16"):
            \"""VGG16, with 16 layers of weights: 3×3 convolutions and three dense layers.

            Args:
                \(arguments)
            Source: Simonyan and Zisserman, Very Deep Convolutional Networks for Large-Scale Image Recognition (2015).
            \"""
            return _vgg(
                Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                depths=(2, 2, 3, 3, 3))


        def VGG19(
                include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000,
                classifier_activation="softmax", name="vgg19"):
            \"""VGG19, with 19 layers of weights: 3×3 convolutions and three dense layers.

            Args:
                \(arguments)
            Source: Simonyan and Zisserman, Very Deep Convolutional Networks for Large-Scale Image Recognition (2015).
            \"""
            return _vgg(
                Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                depths=(2, 2, 4, 4, 4))
        """
}
