import keras
from keras import layers


def step(tensor, layer, resize):
    tensor = layer(layers.Activation("relu")(tensor))
    return resize(layers.BatchNormalization()(tensor))


def outline(size, labels, depths=(12, 20, 32)):
    photo = keras.Input(shape=size + (1,))
    main = layers.Conv2D(depths[0], 3, strides=2, padding="same")(photo)
    for depth in depths[1:]:
        side = layers.Conv2D(depth, 1, strides=2, padding="same")(main)
        main = step(main, layers.SeparableConv2D(depth, 5, padding="same"),
                    layers.MaxPooling2D(3, strides=2, padding="same"))
        main = layers.add([side, main])
    for depth in reversed(depths):
        side = layers.Conv2D(depth, 1, padding="same")(layers.UpSampling2D(2)(main))
        main = step(main, layers.Conv2DTranspose(depth, 3, padding="same"), layers.UpSampling2D(2))
        main = layers.add([side, main])
    return keras.Model(photo, layers.Conv2D(labels, 3, padding="same", activation="softmax")(main))


tracer = outline((40, 56), 4)
