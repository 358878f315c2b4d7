import Language
import Library
import Testing

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

    @Test func importsFollow() throws {
        #expect(
            try upgraded("from keras.layers.convolutional import Convolution2D, MaxPooling2D as Pool\n")
                == "from keras.layers import Conv2D, MaxPooling2D as Pool\n")
        #expect(
            try upgraded("from keras.layers import merge, Input\ny = merge([a, b], mode='max')\n")
                == "from keras.layers import maximum, Input\ny = maximum([a, b])\n")
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
