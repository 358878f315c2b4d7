extension Applications {
    /// VGG16 and VGG19: convolutions of 3×3 in five blocks, and three dense layers.
    ///
    /// Source: keras/src/applications/vgg16.py and vgg19.py.
    static let vgg = family(vggBlocks, vggNetworks)

    private static let vggBlocks = """
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
        """

    private static let vggNetworks =
        [(16, "(2, 2, 3, 3, 3)"), (19, "(2, 2, 4, 4, 4)")].map {
            NetworkFunction(
                name: "VGG\($0)", summary: ", with \($0) layers of weights: 3×3 convolutions and three dense layers.",
                source:
                    "Simonyan and Zisserman, Very Deep Convolutional Networks for Large-Scale Image Recognition (2015).",
                maker: "_vgg",
                settings: "depths=\($1)")
        }
}
