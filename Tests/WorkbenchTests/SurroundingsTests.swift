import Testing

@testable import Workbench

/// What scripts call around a network: folders of images, pictures on the screen, downloads.
@Suite struct SurroundingsTests {
    private func printed(_ code: String, strict: Bool = false, files: [String: [UInt8]] = [:]) -> String {
        DatasetTests.printed(code, strict: strict, files: files)
    }

    /// A folder with images of two classes, each of one colour: grey files of 2×1 pixels.
    private var images: [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for (name, value) in [("cat/a", 10), ("cat/b", 20), ("dog/c", 200), ("dog/d", 210), ("dog/e", 220)] {
            files["data/\(name).png"] = Array("P5 2 1 255\n".utf8) + [UInt8(value), UInt8(value)]
        }
        files["data/dog/notes.txt"] = [1]
        return files
    }

    @Test func generatorsReadFoldersOfImages() {
        let text = printed(
            """
            from keras.preprocessing.image import ImageDataGenerator
            g = ImageDataGenerator(rescale=1 / 10, validation_split=0.5)
            f = g.flow_from_directory("data", target_size=(3, 4), batch_size=2, shuffle=False, color_mode="grayscale")
            print(f.class_indices, f.samples, f.n, f.num_classes, f.classes, f.filenames, len(f), f.image_shape)
            x, y = next(f)
            print(x.shape, x[:, 0, 0, 0].tolist(), y.tolist())
            x, y = f[2]
            print(x.shape, x.max(), y.tolist())
            v = g.flow_from_directory("data", class_mode="binary", subset="validation", target_size=(1, 1))
            print(v.filenames, next(v)[1].shape)
            """, files: images)
        #expect(
            text == """
                Found 5 images belonging to 2 classes.
                {'cat': 0, 'dog': 1} 5 5 2 [0 0 1 1 1] ['cat/a.png', 'cat/b.png', 'dog/c.png', 'dog/d.png', 'dog/e.png'] 3 (3, 4, 1)
                (2, 3, 4, 1) [1.0, 2.0] [[1.0, 0.0], [1.0, 0.0]]
                (1, 3, 4, 1) 22.0 [[0.0, 1.0]]
                Found 2 images belonging to 2 classes.
                ['cat/a.png', 'dog/c.png'] (2,)

                """)
    }

    @Test func aFolderThatIsNotThereCountsAsEmpty() {
        let code = """
            from keras.preprocessing.image import ImageDataGenerator
            f = ImageDataGenerator().flow_from_directory("none", classes=["a", "b"])
            print(f.samples, f.num_classes)
            """
        #expect(
            printed(code) == """
                left out: flow_from_directory: there is no folder 'none'; it counts as one without images
                Found 0 images belonging to 2 classes.
                0 2

                """)
        #expect(
            printed(code, strict: true)
                == "NotImplementedError: `flow_from_directory` cannot be done: there is no folder 'none'\n")
    }

    @Test func dataSetsOfImagesKnowTheirClassesAndShapes() {
        let text = printed(
            """
            import keras
            d = keras.utils.image_dataset_from_directory(
                "data", image_size=(1, 2), batch_size=2, shuffle=False, color_mode="grayscale")
            print(d.class_names, len(d), d.element_spec)
            for x, y in d:
                print(x.shape, x[:, 0, 0, 0].tolist(), y.tolist())
            a, b = keras.utils.image_dataset_from_directory("data", validation_split=0.4, subset="both", seed=1)
            print(len(a.file_paths), len(b.file_paths), set(a.file_paths) & set(b.file_paths))
            m = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(1)])
            m.compile("adam", "mse")
            m.fit(d)
            print(m.input_shape)
            """, files: images)
        #expect(
            text == """
                Found 5 files belonging to 2 classes.
                ['cat', 'dog'] 3 (TensorSpec(shape=(None, 1, 2, 1), dtype=tf.float32, name=None), \
                TensorSpec(shape=(None,), dtype=tf.int32, name=None))
                (2, 1, 2, 1) [10.0, 20.0] [0, 0]
                (2, 1, 2, 1) [200.0, 210.0] [1, 1]
                (1, 1, 2, 1) [220.0] [1]
                Found 5 files belonging to 2 classes.
                Using 3 files for training.
                Using 2 files for validation.
                3 2 set()
                left out: fit: nothing is trained yet; what it returns has no values
                (None, 1, 2, 1)

                """)
    }

    @Test func fitBuildsAModelForWhatAGeneratorOfImagesGives() {
        let text = printed(
            """
            import numpy as np, keras
            from keras.preprocessing.image import ImageDataGenerator
            m = keras.Sequential([keras.layers.Conv2D(2, 3), keras.layers.Flatten(), keras.layers.Dense(1)])
            m.compile("adam", "mse")
            m.fit(ImageDataGenerator().flow(np.zeros((4, 8, 8, 3)), np.zeros(4)))
            print(m.input_shape, m.predict(ImageDataGenerator().flow(np.zeros((4, 8, 8, 3)), batch_size=3)).shape)
            """)
        #expect(text.hasSuffix("(None, 8, 8, 3) (4, 1)\n"))
    }

    @Test func picturesAreNotDrawnAndListedAtTheEnd() {
        let text = printed(
            """
            import matplotlib.pyplot as plt
            import seaborn as sns
            from matplotlib import cm
            fig, axes = plt.subplots(2, 3, figsize=(4, 4))
            axes[1, 2].imshow([[1]], cmap=plt.cm.gray)
            for ax in axes.flat: ax.axis("off")
            for row in axes:
                for ax in row: ax.set_title("a")
            line, = plt.plot([1, 2])
            n, bins, patches = plt.hist([1])
            plt.rcParams["figure.figsize"] = (3, 3)
            with plt.style.context("ggplot"): plt.show()
            sns.heatmap([[1]])
            fig, ax = plt.subplots()
            ax.plot([1], [2]); fig.savefig("a.png")
            print(len(axes), axes.shape)
            """)
        #expect(
            text == """
                2 (2, 3)
                left out: these calls did nothing: plt.subplots, Axes.imshow, Axes.axis, Axes.set_title, plt.plot, plt.hist, \
                plt.style.context, plt.show, sns.heatmap, Axes.plot, Figure.savefig; \
                show(x) draws an array or a tensor

                """)
        #expect(
            printed("import matplotlib.pyplot as plt\nplt.show()", strict: true).contains(
                "`plt.show` does nothing here"))
    }

    @Test func filesAreNotDownloaded() {
        let code = "import keras\nprint(keras.utils.get_file('a.txt', origin='https://example.com/a.txt'))"
        #expect(
            printed(code) == """
                left out: get_file: there is no /home/.keras/datasets/a.txt, and nothing is downloaded; the path of the \
                missing file is returned
                /home/.keras/datasets/a.txt

                """)
        #expect(
            printed(code, strict: true, files: ["/home/.keras/datasets/a.txt": [1]]) == "/home/.keras/datasets/a.txt\n")
    }

    @Test func arraysHoldTextsAsWell() {
        let text = printed(
            """
            import numpy as np
            a = np.array(["cat", "dog", "cat"])
            print(a, a.dtype, a.shape, (a == "cat").sum(), a[1], len(a[1:]))
            np.random.seed(1)
            print(np.random.choice(["x", "y", "z"]) in "xyz", len(np.random.choice(list("abc"), 5)))
            print(np.array([[1], [2, 3]], dtype=object))
            """)
        #expect(text == "['cat' 'dog' 'cat'] <U3 (3,) 2 dog 2\nTrue 5\n[list([1])\n list([2, 3])]\n")
    }

    @Test func anAssignmentChangesAnArrayInPlaceAndNoCopyOfIt() {
        let text = printed(
            """
            import numpy as np
            a = np.zeros((3, 4), dtype="float32")
            b, c, view = a, a.copy(), a[1]
            for i in range(3): a[i, i] = i + 1
            a[:, 3] = [7, 8, 9]
            print(a.tolist(), b is a, c.sum(), view.tolist())
            view[0] = 5
            print(a[1, 0], np.zeros(2, bool).tolist())
            d = np.zeros((2, 3)); d[0, [0, 2]] = 1; d[1] = 2
            print(d.tolist())
            """)
        #expect(
            text == """
                [[1.0, 0.0, 0.0, 7.0], [0.0, 2.0, 0.0, 8.0], [0.0, 0.0, 3.0, 9.0]] True 0.0 [0.0, 2.0, 0.0, 8.0]
                5.0 [False, False]
                [[1.0, 0.0, 1.0], [2.0, 2.0, 2.0]]

                """)
    }

    @Test func callbacksAreToldThatTrainingBegins() {
        let text = printed(
            """
            import numpy as np, keras
            class Losses(keras.callbacks.Callback):
                def on_train_begin(self, logs={}): self.losses = []
            m = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1)])
            m.compile("adam", "mse")
            c = Losses()
            m.fit(np.zeros((1, 2)), np.zeros(1), callbacks=[c])
            print(c.losses, c.model is m)
            """)
        #expect(text.hasSuffix("[] True\n"))
    }
}
