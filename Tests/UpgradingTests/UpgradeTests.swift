import Language
import Testing
import Upgrading

/// Keras 1 and 2 scripts in Keras 3.
@Suite struct UpgradeTests {
    private func upgraded(_ text: String) throws -> String { try Upgrade(SourceText(name: "old.py", text)).text }

    @Test func theSeedBecomesItsOwnCommentedLines() throws {
        let old =
            "c1 = Convolution2D( 64 , 9 , 9 , activation = 'relu', init = 'he_normal', border_mode='same')(x) #1\n"
        let new =
            "c1 = Conv2D(64, (9, 9), activation=\"relu\", padding=\"same\", kernel_initializer=\"he_normal\")(x) #1\n"
        #expect(try upgraded(old) == new)
    }

    @Test(arguments: [
        ("Convolution2D(32, (3, 3))", "Convolution2D(32, (3, 3))"),
        ("Conv2D(8, 3, subsample=(2, 2))", "Conv2D(8, 3, strides=(2, 2))"),
        ("AtrousConvolution2D(8, 3, 3, atrous_rate=(2, 2))", "Conv2D(8, (3, 3), dilation_rate=(2, 2))"),
        ("Convolution1D(nb_filter=8, filter_length=3)", "Conv1D(8, 3)"),
        (
            "MaxPooling2D((2, 2), border_mode='same', dim_ordering='th')",
            "MaxPooling2D((2, 2), padding=\"same\", data_format=\"channels_first\")"
        ),
        (
            "Dense(output_dim=10, init='uniform', W_regularizer=l2(0.01))",
            "Dense(10, kernel_initializer=\"uniform\", kernel_regularizer=l2(0.01))"
        ),
        ("Dropout(p=0.5)", "Dropout(0.5)"),
        ("Conv2D(8, 3, batch_input_shape=(None, 9, 9, 1))", "Conv2D(8, 3, input_shape=(9, 9, 1))"),
        ("Conv2D(8, 3, batch_input_shape=(4, 9, 9, 1))", "Conv2D(8, 3, batch_input_shape=(4, 9, 9, 1))"),
        ("Conv2D(8, 1, name='fire2/squeeze')", "Conv2D(8, 1, name=\"fire2_squeeze\")"),
        ("merge([a, b], mode='sum', name='a/b')", "add([a, b], name=\"a_b\")"),
        ("m.compile('sgd', 'mse', metrics='acc')", "m.compile('sgd', 'mse', metrics=['acc'])"),
        ("import keras.backend.tensorflow_backend as KTF", "import keras.backend as KTF"),
        ("from keras import objectives", "from keras import losses as objectives"),
        ("from keras.layers import core", "from keras import layers as core"),
        ("from keras.utils import np_utils as u", "from keras import utils as u"),
        ("from keras.layers import Merge, Highway, Dense", "from keras.layers import Dense"),
        ("Convolution2D(4, 3, 3, weights=w, **kw)", "Conv2D(4, (3, 3), **kw)"),
        ("from keras.layers import Deconv2D", "from keras.layers import Conv2DTranspose"),
        ("BatchNormalization(mode=0, axis=1)", "BatchNormalization(axis=1)"),
        ("merge([a, b], mode='concat', concat_axis=3)", "concatenate([a, b], axis=3)"),
        ("merge([a, merge([b, c], mode='sum')], mode='mul')", "multiply([a, add([b, c])])"),
        ("Model(input=x, output=[y, z])", "Model(inputs=x, outputs=[y, z])"),
        ("keras.layers.Convolution2D(4, 3, 3)(x)", "keras.layers.Conv2D(4, (3, 3))(x)"),
        ("Convolution2D(n * 2, k[0], k[1], name='a')", "Conv2D(n * 2, (k[0], k[1]), name=\"a\")"),
        ("Conv2D(8, 3, padding='same')", "Conv2D(8, 3, padding='same')"),
        (
            "print('Convolution2D(1, 2, 3)')  # Convolution2D(1, 2, 3)",
            "print('Convolution2D(1, 2, 3)')  # Convolution2D(1, 2, 3)"
        ),
    ])
    func callsAreWrittenAnew(old: String, new: String) throws { #expect(try upgraded(old) == new) }

    @Test(arguments: [
        ("Conv2D(32, 3, 3, subsample=(2, 2), bias=False)", "Conv2D(32, (3, 3), strides=(2, 2), use_bias=False)"),
        (
            "Convolution2D(8, 3, 3,  # small\n    border_mode='same')(x)",
            "Conv2D(8, (3, 3),  # small\n    padding='same')(x)"
        ),
        (
            "Convolution2D(nb_filter=8,\n              nb_row=3, nb_col=5,\n              init='uniform')",
            "Conv2D(filters=8,\n              kernel_size=(3, 5),\n              kernel_initializer='uniform')"
        ),
        ("AveragePooling2D()", "AveragePooling2D(pool_size=2)"),
        (
            "ZeroPadding2D(padding={'top_pad': 1, 'left_pad': n})",
            "ZeroPadding2D(padding=((1, 0), (n, 0)))"
        ),
        ("AveragePooling2D(border_mode='same')", "AveragePooling2D(pool_size=2, padding=\"same\")"),
        ("UpSampling2D((2, 3), 'tf')", "UpSampling2D((2, 3), \"channels_last\")"),
        ("Embedding(500, 16, input_length=40)", "Embedding(500, 16, input_shape=(40,))"),
        (
            "Convolution1D(8, 3, input_dim=4, input_length=30)",
            "Conv1D(8, 3, input_shape=(30, 4))"
        ),
        ("merge([a, b], mode=lambda t: t[0])", "Lambda(lambda t: t[0])([a, b])"),
        ("SGD(lr=0.1, momentum=0.9)", "SGD(learning_rate=0.1, momentum=0.9)"),
        ("m.fit_generator(g, samples_per_epoch=9, nb_epoch=2)", "m.fit(g, steps_per_epoch=9, epochs=2)"),
        ("n = x._keras_shape[1]", "n = x.shape[1]"),
        ("n = x.get_shape().as_list()", "n = list(x.shape)"),
        ("K.set_image_dim_ordering('th')", "K.set_image_data_format(\"channels_first\")"),
        ("a = K.image_dim_ordering() == 'tf'", "a = K.image_data_format() == \"channels_last\""),
        ("block(x, dim_ordering='tf')", "block(x, dim_ordering=\"channels_last\")"),
        ("o = dict(border_mode='same')\nConv2D(8, 3, **o)", "o = dict(padding='same')\nConv2D(8, 3, **o)"),
        ("y = tf.depth_to_space(x, 2)", "y = tf.nn.depth_to_space(x, 2)"),
        ("keras.layers.core.Dense(output_dim=3)", "keras.layers.Dense(3)"),
    ])
    func moreCallsAreWrittenAnew(old: String, new: String) throws { #expect(try upgraded(old) == new) }

    @Test func functionsOfTheBackendBecomeOperations() throws {
        #expect(
            try upgraded("from keras import backend as K\ny = K.mean(x, axis=1) + K.relu(x)\ns = K.int_shape(y)\n")
                == "from keras import backend as K\nfrom keras import ops\n"
                + "y = ops.mean(x, axis=1) + ops.relu(x)\ns = tuple(y.shape)\n")
    }

    @Test func functionsOfTheScriptsOwnStay() throws {
        let text = "def merge(a, mode):\n    return a\n\n\nx = merge(1, mode='sum')\n"
        #expect(try upgraded(text) == text)
    }

    @Test func aliasesAreFollowed() throws {
        #expect(
            try upgraded("from keras.layers import Convolution2D as C\ny = C(8, 3, 3)(x)\n")
                == "from keras.layers import Conv2D as C\ny = C(8, (3, 3))(x)\n")
    }

    @Test func namesThatMovedAreImportedFromWhereTheyAre() throws {
        #expect(
            try upgraded("from keras.engine.topology import get_source_inputs\n")
                == "from keras.utils import get_source_inputs\n")
        #expect(
            try upgraded("from keras.utils import np_utils\n") == "from keras import utils as np_utils\n")
        #expect(
            try upgraded("from keras.engine import Model, Input\n")
                == "from keras.models import Model\nfrom keras.layers import Input\n")
    }

    @Test func classesAndGeneratorsAreReadThrough() throws {
        let old =
            "class A(B):\n    def f(self):\n        return Convolution2D(8, 3, 3)\n\n\ndef g():\n"
            + "    yield Dropout(p=0.5), Convolution2D\n"
        #expect(
            try upgraded(old)
                == "class A(B):\n    def f(self):\n        return Conv2D(8, (3, 3))\n\n\ndef g():\n"
                + "    yield Dropout(0.5), Convolution2D\n")
    }

    @Test func whatIsUpgradedStaysAsItIs() throws {
        let once = try upgraded(
            "from keras.layers import Convolution2D, merge\ny = merge([Convolution2D(8, 3, 3)(x), x], mode='sum')\n")
        #expect(try upgraded(once) == once)
    }

    @Test func importsFollow() throws {
        #expect(
            try upgraded("from keras.layers.convolutional import Convolution2D, MaxPooling2D as Pool\n")
                == "from keras.layers import Conv2D, MaxPooling2D as Pool\n")
        #expect(
            try upgraded("from keras.layers import merge, Input\ny = merge([a, b], mode='max')\n")
                == "from keras.layers import maximum, Input\ny = maximum([a, b])\n")
    }

    @Test(arguments: [
        ("import keras.layers.convolutional\n", "import keras.layers\n"),
        ("import os, keras.layers.core, keras.layers.pooling as p\n", "import os, keras.layers, keras.layers as p\n"),
        ("import keras.layers.core, keras.layers.local  # both\n", "import keras.layers  # both\n"),
        ("import keras.utils as u, numpy as np\n", "import keras.utils as u, numpy as np\n"),
        ("import keras.preprocessing\n", "import keras.preprocessing\n"),
        ("import keras.preprocessing.image as i\n", "import keras.preprocessing.image as i\n"),
        ("import tensorflow.keras.layers.core as c\n", "import tensorflow.keras.layers as c\n"),
        (
            "import keras.utils.np_utils\ny = keras.utils.np_utils.to_categorical(z)\n",
            "import keras.utils\ny = keras.utils.to_categorical(z)\n"
        ),
    ])
    func modulesFollow(old: String, new: String) throws { #expect(try upgraded(old) == new) }

    @Test(arguments: ["import keras.engine.topology as T\n", "import os, keras.wrappers.scikit_learn\n"])
    func modulesThatAreGoneAreListed(old: String) throws {
        let upgrade = try Upgrade(SourceText(name: "old.py", old))
        #expect(upgrade.text == old && upgrade.remarks.count == 1)
    }

    @Test(arguments: [
        (
            "from keras.layers import (Convolution2D,  # old\n    Conv2D,  # new\n    Dense)  # end\n",
            "from keras.layers import (Conv2D,  # old\n    Dense)  # end\n"
        ),
        (
            "from keras.layers import (Dense,  # one\n    Convolution2D,  # old\n    Conv2D)  # new\n",
            "from keras.layers import (Dense,  # one\n    Conv2D,  # old\n    )  # new\n"
        ),
        ("from keras.layers import Conv2D, Convolution2D\n", "from keras.layers import Conv2D\n"),
        ("from keras.layers import (Dense, Convolution2D, Conv2D,)\n", "from keras.layers import (Dense, Conv2D, )\n"),
        (
            "from keras.layers import (\n    Convolution2D,  # old\n    Conv2D,  # new\n)\n",
            "from keras.layers import (\n    Conv2D,  # old\n      # new\n)\n"
        ),
    ])
    func noNameIsImportedTwice(old: String, new: String) throws { #expect(try upgraded(old) == new) }

    @Test(arguments: [
        ("from keras.utils. generic_utils import Progbar\n", "from keras.utils import Progbar\n"),
        ("from keras . layers\t.core import *\n", "from keras.layers import *\n"),
        ("from \\\n    keras.layers \\\n    .core import Dense\n", "from \\\n    keras.layers import Dense\n"),
    ])
    func modulesMayBeWrittenWithBlanks(old: String, new: String) throws { #expect(try upgraded(old) == new) }

    @Test func theBeginningOfAnUnpackedNameCountsToo() throws {
        #expect(
            try upgraded("o = dict(border_mode='same')\n# With **options.\np = dict(border_mode='same')\n")
                == "o = dict(padding='same')\n# With **options.\np = dict(border_mode='same')\n")
    }

    @Test func keywordsOfADictAreNotToBeChecked() throws {
        let upgrade = try Upgrade(
            SourceText(
                name: "old.py", "if a:\n    o  = {}\nConv2D(8, 3, 3, init=f, **o)\nConv2D(8, 3, 3, init=f, **p)\n"))
        #expect(upgrade.remarks.map(\.line) == [4])
    }

    @Test(arguments: [
        ("merge([", "], mode='none')"), ("merge([", "], mode=f())"), ("merge([", "], mode=f)"),
        ("merge([", "], **options)"), ("Convolution2D(8, 3, 3,\n    W_regularizer=", ", weights=w)"),
    ])
    func nestedCallsAreGoneThroughOnce(opening: String, closing: String) throws {
        let depth = 30
        let text = String(repeating: opening, count: depth) + "x" + String(repeating: closing, count: depth)
        #expect(try Upgrade(SourceText(name: "old.py", text)).remarks.count == depth)
    }

    @Test(arguments: [
        (
            "from keras.layers.core import Dense, Flatten\na = Dense(output_dim=2)\nb = Dense(3)\n",
            "from keras.layers import Dense, Flatten\na = Dense(2)\nb = Dense(3)\n"
        ),
        (
            "from keras.layers import Convolution2D, AtrousConvolution2D\nConvolution2D(2, 3, 3)\nAtrousConvolution2D(2, 3, 3)\n",
            "from keras.layers import Conv2D\nConv2D(2, (3, 3))\nConv2D(2, (3, 3))\n"
        ),
        (
            "from tensorflow.keras.layers.experimental import preprocessing\n",
            "from tensorflow.keras import layers as preprocessing\n"
        ),
    ]) func aNameIsImportedOnceAndFromWhereItIs(old: String, new: String) throws {
        #expect(try upgraded(old) == new)
    }

    @Test func whatIsGoneWithoutAnotherNameIsListed() throws {
        let text = "from keras.wrappers.scikit_learn import KerasClassifier\nm = Sequential()\nm.predict_classes(x)\n"
        let upgrade = try Upgrade(SourceText(name: "old.py", text))
        #expect(upgrade.remarks.map(\.line) == [1, 3])
    }

    @Test func whatCannotBeDecidedIsListed() throws {
        let upgrade = try Upgrade(
            SourceText(name: "old.py", "a = 1\ny = Convolution2D(*sizes)(x)\nz = LocallyConnected2D(3, 3, 3)(y)\n"))
        #expect(upgrade.remarks.map(\.line) == [2, 3])
    }

    @Test func whatIsNewAlreadyStays() throws {
        let text = "x = Input((8, 8, 1))\n\n\ndef f(x):\n    return Conv2D(3, 3, activation='relu')(x)   # fine\n"
        #expect(try upgraded(text) == text)
    }
}
