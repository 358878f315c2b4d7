"""What models and layers tell of themselves, functions on arrays, configurations: cases written by hand."""

MODEL = "i = keras.Input((8, 8, 3))\nx = Conv2D(4, 3, padding='same', activation='relu')(i)\nm = Model(i, Dense(5, activation='softmax')(Flatten()(MaxPooling2D()(x))))\n"
CHAIN = "m = Sequential([keras.Input((8, 8, 3)), Conv2D(4, 3), BatchNormalization(), Flatten(), Dense(2)])\n"
TWO = "i = keras.Input((4,), name='a')\nj = keras.Input((5,), name='b')\no = Concatenate()([Dense(2)(i), Dense(3)(j)])\nm = Model([i, j], o)\nset_weights(m)\n"
ONE = "i = keras.Input((4,))\n"

ATTRIBUTES = """m.name|m.input_shape|m.output_shape|[l.name for l in m.layers]|[type(l).__name__ for l in m.layers]|m.count_params()|[w.name for w in m.weights]
[w.path for w in m.weights]|[tuple(w.shape) for w in m.weights]|m.built|m.trainable|m.inputs|m.outputs|m.get_layer('conv2d').name|m.get_layer(index=-1).name|m.get_layer('nope')
m.get_layer(index=99)|m.get_layer()|m.get_layer(name='conv2d', index=1)|m.losses|len(m.trainable_weights)|len(m.non_trainable_variables)|m.compute_output_shape((None, 8, 8, 3))
m.layers[1].output|tuple(m.layers[-1].kernel.shape)|m.layers[-1].dtype|[w.trainable for w in m.weights]|m.nope|tuple(m(fill((2, 8, 8, 3))).shape)
tuple(m.predict(fill((5, 8, 8, 3)), batch_size=2, verbose=0).shape)|m(fill((2, 8, 8, 4)))|m(fill((2, 9, 8, 3)))|m(fill((8, 8, 3)))|m(keras.Input((8, 8, 3)))|m(keras.Input((9, 9, 3)))
m.set_weights([])|m.set_weights([fill((1, 2))])|m.set_weights(m.get_weights()[:-1])|[tuple(w.shape) for w in m.get_weights()]|isinstance(m, Model)|isinstance(m.layers[1], Dense)|m.pop()"""

CHANGES = [
    "m.trainable = False\nreturn [m.trainable, len(m.trainable_weights), [l.trainable for l in m.layers]]",
    "m.layers[1].trainable = False\nreturn [len(m.trainable_weights), [w.name for w in m.trainable_weights]]",
    "m.layers[-1].kernel.assign(fill(tuple(m.layers[-1].kernel.shape)))\nreturn m.layers[-1].kernel", "m.layers[-1].bias.assign(fill((9,)))",
    "set_weights(m)\nreturn m(fill((2, 8, 8, 3)))", "set_weights(m)\nreturn m.predict(fill((3, 8, 8, 3)), verbose=0)",
    "set_weights(m)\nk = Model(inputs=m.inputs, outputs=[l.output for l in m.layers[1:]])\nreturn [tuple(t.shape) for t in k(fill((1, 8, 8, 3)))]"]

SEQUENTIAL = [
    "m = Sequential()\nm.add(Dense(3, input_shape=(4,)))\nm.add(Dense(2))\nreturn [m.input_shape, m.output_shape, m.count_params(), [l.name for l in m.layers]]",
    "m = Sequential([Dense(3), Dense(2)])\nreturn [m.built, len(m.weights)]", "m = Sequential([Dense(3), Dense(2)])\nreturn m.count_params()",
    "m = Sequential([Dense(3), Dense(2)])\nreturn m.input_shape", "m = Sequential([Dense(3), Dense(2)])\nreturn m.inputs",
    "m = Sequential([Dense(3), Dense(2)])\nm.build((None, 4))\nreturn [m.built, m.count_params(), m.input_shape]",
    "m = Sequential([Dense(3), Dense(2)])\ny = m(fill((5, 4)))\nreturn [tuple(y.shape), m.built, m.input_shape]",
    "m = Sequential([Dense(3, input_shape=(4,)), Dense(2)])\nm.pop()\nm.add(Dense(7))\nreturn [m.output_shape, [l.name for l in m.layers]]",
    "m = Sequential([Dense(3, input_shape=(4,))])\nm.pop()\nreturn m.output_shape", "m = Sequential()\nm.pop()", "m = Sequential()\nm.add(3)",
    "m = Sequential([Dense(3, name='a'), Dense(3, name='a')])", "m = Sequential([keras.Input((4,)), Conv2D(3, 3)])", "m = Sequential()\nreturn m(fill((2, 3)))",
    "m = Sequential([keras.Input((4,)), Dense(2)])\nm.build((None, 7))", "m = Sequential([Dense(2)], trainable=False)\nreturn m.trainable", "return Sequential('abc')",
    "a = Sequential([Dense(3), Dense(4)])\nb = Sequential([keras.Input((5,)), a, Dense(2)])\nreturn [b.output_shape, b.count_params(), a.built, [w.path for w in b.weights]]",
    "m = Sequential()\nm.add(keras.Input((3,)))\nm.add(Dense(2))\nm.add(Dense(2))\ni = keras.Input((3,))\nreturn [Model(i, i).name, m.name]"]

FUNCTIONAL = [
    TWO + "return [m.input_shape, m.output_shape, [l.name for l in m.layers]]", TWO + "return m([fill((2, 4)), fill((2, 5))])", TWO + "return m(fill((2, 4)))",
    TWO + "return m([fill((2, 5)), fill((2, 4))])", TWO + "return m({'b': fill((2, 5)), 'a': fill((2, 4))})", ONE + "return Model(i)",
    ONE + "m = Model(i, {'x': Dense(2)(i), 'y': Dense(3)(i)})\nset_weights(m)\nreturn [m.output, m(fill((2, 4)))]",
    ONE + "m = Model([i], [Dense(2)(i)])\nset_weights(m)\nreturn [m([fill((2, 4))]), m.output_shape, m.output, m.input]",
    ONE + "d = Dense(4)\nm = Model(i, d(d(i)))\nreturn [m.count_params(), [l.name for l in m.layers], d.output]", ONE + "return Model(i, Dense(2)(keras.Input((4,))))",
    ONE + "return Model(i, Dense(2, name='a')(Dense(3, name='a')(i)))", "return Model(inputs=3, outputs=4)", "return Model()", ONE + "return Model(i, 3)",
    "i = keras.Input((6,))\na = Model(i, [Dense(3)(i), Dense(2)(i)])\nk = keras.Input((6,))\nm = Model(k, Concatenate()(a(k)))\nset_weights(m)\nreturn [m(fill((2, 6))), m.count_params()]",
    "i = keras.Input((6,))\nreturn Model(i, i * 2 - 1)(fill((2, 6)))", "i = keras.Input((6,))\nreturn Model(i, 1 - i / 2)(fill((2, 6)))",
    "i = keras.Input((6,))\nreturn Model(i, -i)(fill((2, 6)))", "i = keras.Input((6,))\nreturn Model(i, i ** 2)(fill((2, 6)))",
    "i = keras.Input((6, 2))\nreturn [i[:, 0], i[..., :1], i + 1]", ONE + "for k in i: pass", ONE + "return len(i)",
    "return keras.Input(shape=(6, -1))", "return keras.Input(shape='a')", "return keras.Input()", "return keras.Input(shape=(3,), batch_shape=(2, 3))",
    "return keras.Input(shape=(3,), foo=1)", "return keras.Input(shape=(3,), dtype='foo')", "return InputLayer(shape=(3,)).get_config()"]

LAYERS = """Conv1D(3, 2)|Conv2D(3, (2, 3), strides=2, activation='relu', kernel_regularizer=regularizers.L2(0.2), bias_constraint='max_norm', name='zz', trainable=False)|Conv3D(3, 2)
Conv2DTranspose(3, 2, output_padding=0)|DepthwiseConv1D(2)|SeparableConv2D(3, 2)|MaxPooling2D((2, 3))|AveragePooling1D(2)|GlobalMaxPooling2D(keepdims=True)|AdaptiveMaxPooling2D((2, 3))
ZeroPadding1D(2)|ZeroPadding2D(((1, 2), (3, 4)))|Cropping3D(1)|UpSampling1D(3)|UpSampling2D((2, 3), interpolation='bilinear')|Dense(3, activation='tanh')|Flatten()|Reshape((3, -1))|Permute((2, 1))
RepeatVector(3)|Identity()|Activation('relu')|ReLU(6)|LeakyReLU(0.2)|PReLU(shared_axes=[1, 2])|ELU()|Softmax([1, 2])|BatchNormalization(axis=1, momentum=0.9)|LayerNormalization(axis=[1, 2])
GroupNormalization(2)|UnitNormalization()|RMSNormalization()|Dropout(0.3, noise_shape=(None, 1), seed=4)|SpatialDropout2D(0.2)|GaussianNoise(0.5)|AlphaDropout(0.1)|Rescaling([1, 2], 3)
Add()|Dot((1, 2), normalize=True)|Concatenate(axis=1)|Conv2D(3, 2, activation=LeakyReLU(0.1))|Dense(3, kernel_initializer=initializers.VarianceScaling(2.0, 'fan_out', 'uniform', seed=3))"""

FUNCTIONS = """relu(x, negative_slope=0.1, max_value=1, threshold=0.3)|elu(x, alpha=0.5)|leaky_relu(x, negative_slope=0.1)|softmax(x, axis=0)|log_softmax(x, axis=0)|sparsemax(x)|gelu(x, approximate=True)
gelu(x)|celu(x, alpha=0.5)|glu(x)|hard_shrink(x, threshold=0.3)|soft_shrink(x, threshold=0.3)|threshold(x, 0.1, 0.5)|squareplus(x, b=2)|selu(x)|softplus(x)|softsign(x)|silu(x)|relu6(x)|tanh(x)
sigmoid(x)|exponential(x)|hard_sigmoid(x)|hard_silu(x)|linear(x)|mish(x)|log_sigmoid(x)|sparse_plus(x)|sparse_sigmoid(x)|hard_tanh(x)|tanh_shrink(x)"""

OBJECTS = {
    "regularizers": ["L1(0.3)", "L2()", "l2(0.2)", "L1L2(0.1, 0.2)", "l1_l2(l1=0.1)", "OrthogonalRegularizer(factor=0.1, mode='rows')"],
    "constraints": ["MaxNorm(0.5, axis=1)", "NonNeg()", "UnitNorm(axis=-1)", "MinMaxNorm(0.5, 1.0, rate=0.3, axis=1)", "max_norm(1.5)", "unit_norm()"]}


def lines(text):
    return [part for line in text.splitlines() for part in line.split("|")]


def programs():
    """All cases that are written by hand."""
    for start in (MODEL, CHAIN):
        yield from (f"{start}return {attribute}" for attribute in lines(ATTRIBUTES))
        yield from (start + change for change in CHANGES)
    yield from SEQUENTIAL + FUNCTIONAL
    for layer in lines(LAYERS):
        yield f"return {layer}.get_config()"
        yield f"l = {layer}\nreturn [l.built, l.name, l.trainable, type(l).from_config(l.get_config()).get_config() == l.get_config()]"
        yield f"return {layer}.count_params()"
    yield from (f"x = fill((3, 4)) * 3\nreturn activations.{call}" for call in lines(FUNCTIONS))
    for module, made in OBJECTS.items():
        yield from (f"return {module}.{each}(fill({shape}))" for each in made for shape in ((3, 4), (5, 2)))
        yield from (f"return {module}.serialize({module}.{each})['class_name']" for each in made)
    for name in ("Constant(0.3)", "Zeros()", "Ones()", "Identity(2.0)"):
        yield from (f"return initializers.{name}({shape})" for shape in ((3, 3), (2, 4), (3,), (2, 3, 4)))
    for name in ("GlorotUniform", "HeNormal", "RandomNormal", "TruncatedNormal", "Orthogonal", "VarianceScaling"):
        yield f"i = initializers.{name}(seed=7)\na = np.asarray(num(i((4, 5))))\nb = np.asarray(num(i((4, 5))))\nreturn bool((a == b).all())"
        yield f"a = np.asarray(num(initializers.{name}()((4, 5))))\nb = np.asarray(num(initializers.{name}()((4, 5))))\nreturn bool((a == b).all())"
        yield f"return initializers.{name}(seed=3).get_config()"
    yield from [
        "l = Dense(3, kernel_regularizer='l2', bias_regularizer='l1', activity_regularizer='l2')\nl(fill((4, 5)))\nset_weights(l)\nl(fill((4, 5)))\nreturn l.losses",
        ONE + "m = Model(i, Dense(3, kernel_regularizer='l1')(Dense(4, kernel_regularizer='l2')(i)))\nset_weights(m)\nreturn m.losses",
        "l = Dense(3, kernel_constraint=constraints.MaxNorm(0.5))\nl.build((None, 4))\nset_weights(l)\nreturn l.kernel.constraint(l.kernel)",
        "l = BatchNormalization(renorm=True)\nl.build((None, 4))\nreturn [[w.name for w in l.weights], l.count_params()]"]
