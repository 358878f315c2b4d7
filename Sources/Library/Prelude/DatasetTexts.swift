extension Prelude {
    /// The modules of `keras.datasets`: a person's own files where they can be read, else numbers that are made up.
    ///
    /// Source: keras/src/datasets.
    static let datasetTexts: [String: String] = [
        "keras.datasets.mnist": digits + mnist, "keras.datasets.fashion_mnist": digits + fashion,
        "keras.datasets.cifar10": pictures + cifar10, "keras.datasets.cifar100": pictures + cifar100,
        "keras.datasets.imdb": writings + imdb, "keras.datasets.reuters": writings + reuters,
        "keras.datasets.boston_housing": houses + boston, "keras.datasets.california_housing": houses + california,
    ]

    private static let digits = """
        import numpy as np
        from keras.datasets import _source


        def _made_up(name, reason, seed):
            _source.made_up(name, reason)
            return _source.images(60000, (28, 28), 10, seed), _source.images(10000, (28, 28), 10, seed + 1)


        """

    private static let mnist = """
        def load_data(path="mnist.npz"):
            found = _source.local(path)
            if found is None:
                return _made_up("mnist.load_data", f"there is no ~/.keras/datasets/{path}", 1)
            file = np.load(found)
            return (file["x_train"], file["y_train"]), (file["x_test"], file["y_test"])
        """

    private static let fashion = """
        def load_data():
            names = ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"]
            paths = [_source.local(f"fashion-mnist/{name}-ubyte.gz") for name in names]
            if None in paths:
                return _made_up("fashion_mnist.load_data", "its files are not in ~/.keras/datasets/fashion-mnist", 3)
            x_train, y_train, x_test, y_test = [_source.idx(path) for path in paths]
            return (x_train, y_train), (x_test, y_test)
        """

    private static let pictures = """
        import numpy as np
        from keras import backend
        from keras.datasets import _source


        def _load(name, folder, classes, seed):
            if _source.local(f"{folder}/data_batch_1") or _source.local(f"{folder}/train"):
                _source.made_up(name, f"~/.keras/datasets/{folder} holds pickled objects, which are not read")
            else:
                _source.made_up(name, f"there is no ~/.keras/datasets/{folder}")
            x_train, y_train = _source.images(50000, (32, 32, 3), classes, seed)
            x_test, y_test = _source.images(10000, (32, 32, 3), classes, seed + 1)
            if backend.image_data_format() == "channels_first":
                x_train, x_test = x_train.transpose(0, 3, 1, 2), x_test.transpose(0, 3, 1, 2)
            return (x_train, y_train.reshape(-1, 1)), (x_test, y_test.reshape(-1, 1))


        """

    private static let cifar10 = """
        def load_data():
            return _load("cifar10.load_data", "cifar-10-batches-py-target/cifar-10-batches-py", 10, 5)
        """

    private static let cifar100 = """
        def load_data(label_mode="fine"):
            if label_mode not in ["fine", "coarse"]:
                raise ValueError(
                    '`label_mode` must be one of `"fine"`, `"coarse"`. '
                    f"Received: label_mode={label_mode}.")
            classes = 100 if label_mode == "fine" else 20
            return _load("cifar100.load_data", "cifar-100-python-target/cifar-100-python", classes, 7)
        """

    private static let writings = """
        import json
        import numpy as np
        from keras.datasets import _source


        def _made_up(name, path):
            if _source.local(path):
                _source.made_up(name, f"~/.keras/datasets/{path} holds pickled objects, which are not read")
            else:
                _source.made_up(name, f"there is no ~/.keras/datasets/{path}")


        def _begun(texts, start_char, index_from):
            if start_char is not None:
                return [[start_char] + [w + index_from for w in text] for text in texts]
            return [[w + index_from for w in text] for text in texts] if index_from else texts


        def _limited(texts, num_words, skip_top, oov_char):
            if not num_words:
                num_words = max(max(text) for text in texts)
            if oov_char is not None:
                return [[w if skip_top <= w < num_words else oov_char for w in text] for text in texts]
            return [[w for w in text if skip_top <= w < num_words] for text in texts]


        def _shorter(texts, maxlen, places):
            is_kept = np.array([not maxlen or len(text) < maxlen for text in texts])
            return places[is_kept[places]]


        def _word_index(name, path, count):
            found = _source.local(path)
            if found is not None:
                with open(found) as file:
                    return json.load(file)
            _source.made_up(name, f"there is no ~/.keras/datasets/{path}")
            return {f"word{number}": number for number in range(1, count + 1)}


        """

    private static let imdb = """
        def load_data(path="imdb.npz", num_words=None, skip_top=0, maxlen=None, seed=113, start_char=1, oov_char=2,
                      index_from=3, nb_words=None):
            _made_up("imdb.load_data", path)
            texts = _begun(_source.texts(400, 88584, 180, 2493, 11), start_char, index_from)
            train = _shorter(texts, maxlen, _source.labels(25000, 400, 12 + seed - 113))
            test = _shorter(texts, maxlen, _source.labels(25000, 400, 13 + seed - 113))
            if len(train) == 0 or len(test) == 0:
                raise ValueError(
                    f"After filtering for sequences shorter than maxlen={maxlen}, no sequence was kept. Increase maxlen.")
            texts = _limited(texts, num_words or nb_words, skip_top, oov_char)
            return ((_source.objects(texts, train), train % 2), (_source.objects(texts, test), test % 2))


        def get_word_index(path="imdb_word_index.json"):
            return _word_index("imdb.get_word_index", path, 88584)
        """

    private static let reuters = """
        def load_data(path="reuters.npz", num_words=None, skip_top=0, maxlen=None, test_split=0.2, seed=113, start_char=1,
                      oov_char=2, index_from=3, nb_words=None):
            _made_up("reuters.load_data", path)
            texts = _begun(_source.texts(460, 30979, 110, 2375, 14), start_char, index_from)
            places = _shorter(texts, maxlen, _source.labels(11228, 460, 15 + seed - 113))
            texts = _limited(texts, num_words or nb_words, skip_top, oov_char)
            end = int(len(places) * (1 - test_split))
            train, test = places[:end], places[end:]
            return ((_source.objects(texts, train), train % 46), (_source.objects(texts, test), test % 46))


        def get_word_index(path="reuters_word_index.json"):
            return _word_index("reuters.get_word_index", path, 30979)


        def get_label_names():
            return (
                "cocoa", "grain", "veg-oil", "earn", "acq", "wheat", "copper", "housing", "money-supply", "coffee",
                "sugar", "trade", "reserves", "ship", "cotton", "carcass", "crude", "nat-gas", "cpi", "money-fx",
                "interest", "gnp", "meal-feed", "alum", "oilseed", "gold", "tin", "strategic-metal", "livestock",
                "retail", "ipi", "iron-steel", "rubber", "heat", "jobs", "lei", "bop", "zinc", "orange", "pet-chem",
                "dlr", "gas", "silver", "wpi", "hog", "lead")
        """

    private static let houses = """
        import numpy as np
        from keras.datasets import _source


        def _shuffled_and_split(x, y, test_split, seed):
            indices = np.arange(len(x))
            np.random.RandomState(seed).shuffle(indices)
            x, y = x[indices], y[indices]
            end = int(len(x) * (1 - test_split))
            return (x[:end].copy(), y[:end].copy()), (x[end:].copy(), y[end:].copy())


        def _check(test_split):
            if not (0 <= test_split < 1):
                raise ValueError(
                    f"Invalid `test_split` argument: {test_split}. Value must be between 0 and 1 (exclusive).")


        """

    private static let boston = """
        def load_data(path="boston_housing.npz", test_split=0.2, seed=113):
            _check(test_split)
            found = _source.local(path)
            if found is not None:
                file = np.load(found)
                return _shuffled_and_split(file["x"], file["y"], test_split, seed)
            _source.made_up("boston_housing.load_data", f"there is no ~/.keras/datasets/{path}")
            lows = [0.006, 0.0, 0.46, 0.0, 0.385, 3.561, 2.9, 1.1296, 1.0, 187.0, 12.6, 0.32, 1.73]
            highs = [88.98, 100.0, 27.74, 1.0, 0.871, 8.78, 100.0, 12.1265, 24.0, 711.0, 22.0, 396.9, 37.97]
            x, y = _source.numbers(506, lows, highs, 16), _source.numbers(506, [5.0], [50.0], 17).round(1)
            return _shuffled_and_split(x, y.reshape(-1), test_split, seed)
        """

    private static let california = """
        def load_data(version="large", path="california_housing.npz", test_split=0.2, seed=113):
            _check(test_split)
            if version not in ("small", "large"):
                raise ValueError(f"Argument `version` must be one of 'small', 'large'. Received: version={version}")
            found = _source.local(path)
            if found is not None:
                file = np.load(found)
                x, y = file["x"], file["y"]
            else:
                _source.made_up("california_housing.load_data", f"there is no ~/.keras/datasets/{path}")
                lows = [-124.35, 32.54, 1.0, 2.0, 1.0, 3.0, 1.0, 0.4999]
                highs = [-114.31, 41.95, 52.0, 39320.0, 6445.0, 35682.0, 6082.0, 15.0001]
                x = _source.numbers(20640, lows, highs, 18).astype("float32")
                y = _source.numbers(20640, [14999.0], [500001.0], 19).astype("float32").reshape(-1)
            if version == "small":
                x, y = x[:600], y[:600]
            return _shuffled_and_split(x, y, test_split, seed)
        """
}
