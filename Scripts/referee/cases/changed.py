"""Weights that are replaced after they were used: every computation after it counts with the new ones."""

KINDS = {
    "Dense(2)": (3,), "Conv1D(2, 3)": (8, 3), "Conv2D(2, 3)": (6, 6, 2), "Conv3D(1, 2)": (3, 3, 3, 1), "Conv2D(4, 3, groups=2)": (6, 6, 2),
    "Conv2DTranspose(2, 3, strides=2)": (3, 3, 2), "DepthwiseConv2D(3)": (5, 5, 2), "SeparableConv2D(2, 3)": (5, 5, 2), "SeparableConv1D(2, 3)": (5, 2),
    "BatchNormalization()": (4, 3), "LayerNormalization()": (4, 3), "GroupNormalization(1)": (4, 3), "PReLU()": (3,),
    "Conv2D(2, 3, kernel_constraint='non_neg')": (6, 6, 2), "Sequential([Conv2D(3, 3), BatchNormalization(), ReLU()])": (6, 6, 2),
    "Sequential([DepthwiseConv2D(3), BatchNormalization()])": (5, 5, 2), "Sequential([Sequential([Dense(3)]), Dense(2)])": (4,)}
VALUES = "np.abs(fill(tuple(w.shape), {0})) + 0.25"
PUTS = [
    f"m.set_weights([{VALUES} for w in m.get_weights()])", f"for w in m.weights: w.assign({VALUES})", f"for w in m.layers[1].weights: w.assign({VALUES})",
    f"m.layers[1].set_weights([{VALUES} for w in m.layers[1].get_weights()])",
    "m.set_weights([fill(tuple(w.shape), 3) * 0 + 1 for w in m.weights])\n" + f"for w in m.weights: w.assign_add({VALUES})",
    "m.set_weights([fill(tuple(w.shape), 3) * 0 + 3 for w in m.weights])\n" + f"for w in m.weights: w.assign_sub({VALUES})"]
READS = ["m.predict(d, verbose=0)", "m(d)", "m.layers[1](d)"]

MODEL = "i = keras.Input((6, 6, 2))\nm = Model(i, ReLU()(BatchNormalization()(Conv2D(3, 3)(i))))\nset_weights(m)\nd = fill((2, 6, 6, 2))\nm(d)\n"
CHAIN = "m = Sequential([keras.Input((4,)), Dense(3), Dense(2)])\nset_weights(m)\nd = fill((2, 4))\nm(d)\n"
BY_HAND = [
    MODEL + "m.layers[2].moving_mean.assign(fill((3,)))\nreturn m(d)", MODEL + "m.layers[2].gamma.assign([1, 2, 3])\nreturn m.predict(d, verbose=0)",
    MODEL + "m.layers[1].kernel.assign(fill((3, 3, 2, 3), 9))\nm(d)\nm.layers[2].beta.assign([3, 2, 1])\nreturn m(d)",
    MODEL + "k = keras.models.clone_model(m)\nk.set_weights(m.get_weights())\nk.layers[1].bias.assign([5, 6, 7])\nreturn [m(d), k(d)]",
    MODEL + "k = Model(m.input, m.layers[1].output)\nk(d)\nm.layers[1].bias.assign([5, 6, 7])\nreturn [m(d), k(d)]",
    MODEL + "a = m.get_weights()\na[0][:] = 7\nreturn m(d)", MODEL + "m.layers[1].kernel.numpy()\nreturn float(m.layers[1].kernel.assign(fill((3, 3, 2, 3))).shape[0])",
    "e = Embedding(5, 2)\nd = np.array([[1, 4]])\ne(d)\ne.set_weights([fill((5, 2))])\ne(d)\ne.embeddings.assign(fill((5, 2), 8))\nreturn e(d)",
    "i = keras.Input((4,))\nd = Dense(4)\nm = Model(i, d(d(i)))\nset_weights(m)\nm(fill((2, 4)))\nd.kernel.assign(fill((4, 4), 6))\nreturn m(fill((2, 4)))",
    CHAIN + "w = Sequential([keras.Input((4,)), m, Dense(1)])\nset_weights(w)\nw(d)\nm.layers[0].bias.assign([1, 2, 3])\nreturn [w(d), m(d)]",
    CHAIN + "m.layers[0].kernel.assign(fill((4, 2)))", CHAIN + "m.layers[0].kernel.assign_add(fill((4, 2)))", CHAIN + "m.layers[0].set_weights([fill((3, 4)), fill((3,))])",
    CHAIN + "m.layers[0].set_weights([[[1.0, 2.0, 3.0]] * 4, [0.0, 1.0, 2.0]])", CHAIN + "m.layers[0].kernel = fill((4, 3))", CHAIN + "m.layers[0].kernel += 1",
    "return Dense(2).kernel", "return Conv2D(2, 3).kernel", "return Embedding(2, 3).embeddings", "return [hasattr(Dense(2), 'kernel'), getattr(Dense(2), 'input', 3)]",
    CHAIN + "m.layers[0].trainable = False\nreturn [[w.trainable for w in m.weights], len(m.trainable_weights)]",
    CHAIN + "m.trainable = False\nm.layers[0].trainable = True\nreturn [len(m.trainable_weights), [w.trainable for w in m.weights]]",
    CHAIN + "m.layers[0].kernel.trainable = False\nreturn [len(m.trainable_weights), len(m.non_trainable_weights), [tuple(w.shape) for w in m.get_weights()]]",
    "b = BatchNormalization()\nb(fill((2, 3)))\nb.trainable = False\nv = [w.trainable for w in b.weights]\nb.trainable = True\nreturn [v, [w.trainable for w in b.weights]]",
    "d = Dense(2, trainable=False)\nd.build((None, 3))\nv = [w.trainable for w in d.weights]\nd.trainable = True\nreturn [v, [w.trainable for w in d.weights]]",
    CHAIN + "m.layers[0].trainable = False\nreturn [l.trainable for l in keras.models.clone_model(m).layers]",
    CHAIN + "m.trainable = False\nk = keras.models.clone_model(m)\nreturn [k.trainable, [l.trainable for l in k.layers]]",
    CHAIN + "m.trainable = False\nm.add(Dense(1))\nreturn [l.trainable for l in m.layers]"]


def programs():
    for layer, shape in KINDS.items():
        start = f"i = keras.Input({shape})\nm = Model(i, {layer}(i))\nd = fill({(2,) + shape})\n"
        for number, put in enumerate(PUTS):
            read = READS[number % len(READS)]
            yield start + f"{read}\n{put.format(5)}\n{read}\n{put.format(6 + number)}\nreturn [{read}, m.get_weights()[0]]"
    yield from BY_HAND
