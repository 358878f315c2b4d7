extension Prelude {
    /// The parts of scikit-learn that scripts call around a network: splits, scales, codes and measures.
    ///
    /// Source: the results of scikit-learn 1.7, from the same seeds.
    static let learningTexts: [String: String] = [
        "sklearn.model_selection": learningBegin + splitting, "sklearn.preprocessing": learningBegin + scaling,
        "sklearn.metrics": learningBegin + measuring, "sklearn.utils": learningBegin + shuffling,
        "sklearn.utils.class_weight": learningBegin + weighing, "sklearn.datasets": learningSets,
    ]

    private static let learningBegin = """
        import math
        import numpy as np


        def _generator(random_state):
            if random_state is None:
                return np.random
            return np.random.RandomState(random_state) if isinstance(random_state, int) else random_state


        def _taken(values, indices):
            if isinstance(values, list):
                return [values[int(i)] for i in indices]
            if isinstance(values, tuple):
                return tuple(values[int(i)] for i in indices)
            return values[indices]


        def _classes(y):
            values = y.tolist() if hasattr(y, "tolist") else list(y)
            if values and isinstance(values[0], list):
                values = [value[0] if len(value) == 1 else tuple(value) for value in values]
            classes = sorted(set(values))
            numbers = {value: number for number, value in enumerate(classes)}
            return classes, np.array([numbers[value] for value in values], dtype="int64")


        def _vector(classes):
            return np.array(classes)


        """

    private static let splitting = """
        def _sizes(count, test_size, train_size):
            if test_size is None and train_size is None:
                test_size = 0.25

            def size(part, rounded):
                if part is None:
                    return None
                if isinstance(part, float):
                    if not 0 < part < 1:
                        raise ValueError(
                            f"test_size={part} should be either positive and smaller than the number of samples {count} or "
                            "a float in the (0, 1) range")
                    return rounded(part * count)
                return int(part)
            test, train = size(test_size, math.ceil), size(train_size, math.floor)
            test = count - train if test is None else test
            train = count - test if train is None else train
            if train + test > count:
                raise ValueError(
                    f"The sum of train_size and test_size = {train + test}, should be smaller than the number of samples "
                    f"{count}. Reduce test_size and/or train_size.")
            if train == 0:
                raise ValueError(
                    f"With n_samples={count}, test_size={test_size} and train_size={train_size}, the resulting train set "
                    "will be empty. Adjust any of the aforementioned parameters.")
            return train, test


        def _shares(counts, draws, generator):
            shares = counts / counts.sum() * draws
            floored = np.floor(shares)
            missing = int(draws - floored.sum())
            if missing > 0:
                remainder = shares - floored
                for value in np.unique(remainder)[::-1]:
                    places = np.where(remainder == value)[0]
                    added = min(len(places), missing)
                    places = generator.choice(places, size=added, replace=False)
                    floored[places] += 1
                    missing -= added
                    if missing == 0:
                        break
            return floored.astype("int64")


        def _stratified(y, train, test, generator):
            classes, numbers = _classes(y)
            counts = np.bincount(numbers)
            if counts.min() < 2:
                raise ValueError(
                    "The least populated class in y has only 1 member, which is too few. The minimum number of groups for "
                    "any class cannot be less than 2.")
            for name, size in (("train", train), ("test", test)):
                if size < len(classes):
                    raise ValueError(
                        f"The {name}_size = {size} should be greater or equal to the number of classes = {len(classes)}")
            in_train = _shares(counts, train, generator)
            in_test = _shares(counts - in_train, test, generator)
            trained, tested = [], []
            for number in range(len(classes)):
                own = np.where(numbers == number)[0][generator.permutation(int(counts[number]))]
                first, second = int(in_train[number]), int(in_test[number])
                trained += own[:first].tolist()
                tested += own[first:first + second].tolist()
            return generator.permutation(np.array(trained)), generator.permutation(np.array(tested))


        def train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None):
            if not arrays:
                raise ValueError("At least one array required as input")
            counts = [len(array) for array in arrays]
            if len(set(counts)) > 1:
                raise ValueError(f"Found input variables with inconsistent numbers of samples: {counts}")
            train, test = _sizes(counts[0], test_size, train_size)
            if not shuffle:
                if stratify is not None:
                    raise ValueError("Stratified train/test split is not implemented for shuffle=False")
                parts = np.arange(train), np.arange(train, train + test)
            elif stratify is not None:
                parts = _stratified(stratify, train, test, _generator(random_state))
            else:
                order = _generator(random_state).permutation(counts[0])
                parts = order[test:test + train], order[:test]
            return [_taken(array, part) for array in arrays for part in parts]


        class _Folds:
            def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
                if n_splits <= 1:
                    raise ValueError(
                        "k-fold cross-validation requires at least one train/test split by setting n_splits=2 or more, "
                        f"got n_splits={n_splits}.")
                if not shuffle and random_state is not None:
                    raise ValueError(
                        "Setting a random_state has no effect since shuffle is False. You should leave random_state to "
                        "its default (None), or set shuffle=True.")
                self.n_splits = n_splits
                self.shuffle = shuffle
                self.random_state = random_state

            def get_n_splits(self, X=None, y=None, groups=None):
                return self.n_splits

            def split(self, X, y=None, groups=None):
                count = len(X)
                if self.n_splits > count:
                    raise ValueError(
                        f"Cannot have number of splits n_splits={self.n_splits} greater than the number of samples: "
                        f"n_samples={count}.")
                for part in self._parts(count, y):
                    is_test = np.zeros(count, dtype=bool)
                    is_test[part] = True
                    yield np.where(~is_test)[0], np.where(is_test)[0]


        class KFold(_Folds):
            def _parts(self, count, y):
                indices = np.arange(count)
                if self.shuffle:
                    _generator(self.random_state).shuffle(indices)
                start = 0
                for fold in range(self.n_splits):
                    size = count // self.n_splits + (fold < count % self.n_splits)
                    yield indices[start:start + size]
                    start += size


        class StratifiedKFold(_Folds):
            def _parts(self, count, y):
                generator = _generator(self.random_state)
                _, numbers = _classes(y)
                seen = []
                for number in numbers.tolist():
                    if number not in seen:
                        seen.append(number)
                order = {number: place for place, number in enumerate(seen)}
                numbers = np.array([order[number] for number in numbers.tolist()])
                if self.n_splits > max(np.bincount(numbers)):
                    raise ValueError(
                        f"n_splits={self.n_splits} cannot be greater than the number of members in each class.")
                ordered = np.sort(numbers)
                allocation = [
                    [int(np.sum(ordered[fold::self.n_splits] == number)) for number in range(len(seen))]
                    for fold in range(self.n_splits)]
                folds = np.zeros(count, dtype="int64")
                for number in range(len(seen)):
                    own = np.array([f for f in range(self.n_splits) for _ in range(int(allocation[f][number]))])
                    if self.shuffle:
                        generator.shuffle(own)
                    folds[numbers == number] = own
                for fold in range(self.n_splits):
                    yield np.where(folds == fold)[0]


        class ShuffleSplit:
            def __init__(self, n_splits=10, *, test_size=None, train_size=None, random_state=None):
                self.n_splits = n_splits
                self.test_size = 0.1 if test_size is None and train_size is None else test_size
                self.train_size = train_size
                self.random_state = random_state

            def get_n_splits(self, X=None, y=None, groups=None):
                return self.n_splits

            def split(self, X, y=None, groups=None):
                train, test = _sizes(len(X), self.test_size, self.train_size)
                generator = _generator(self.random_state)
                for _ in range(self.n_splits):
                    order = generator.permutation(len(X))
                    yield order[test:test + train], order[:test]


        class StratifiedShuffleSplit(ShuffleSplit):
            def split(self, X, y=None, groups=None):
                train, test = _sizes(len(X), self.test_size, self.train_size)
                generator = _generator(self.random_state)
                for _ in range(self.n_splits):
                    yield _stratified(y, train, test, generator)
        """

    private static let scaling = """
        class _Transformer:
            def fit_transform(self, X, y=None):
                return self.fit(X).transform(X)

            def get_params(self, deep=True):
                return {}


        class _Scaler(_Transformer):
            def _checked(self, X):
                X = np.asarray(X)
                if X.ndim != 2:
                    raise ValueError(
                        f"Expected 2D array, got {X.ndim}D array instead. Reshape your data either using "
                        "array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it contains a "
                        "single sample.")
                return X if X.dtype == "float32" else X.astype("float64")

            def partial_fit(self, X, y=None):
                return self.fit(X)

            def transform(self, X, copy=None):
                return (self._checked(X) - self._offset) * self._factor

            def inverse_transform(self, X, copy=None):
                return self._checked(X) / self._factor + self._offset


        def _usable(scale):
            return np.where(scale == 0, 1.0, scale)


        class StandardScaler(_Scaler):
            def __init__(self, *, copy=True, with_mean=True, with_std=True):
                self.with_mean = with_mean
                self.with_std = with_std

            def fit(self, X, y=None, sample_weight=None):
                X = self._checked(X)
                self.n_features_in_ = X.shape[1]
                self.n_samples_seen_ = len(X)
                self.mean_ = np.mean(X.astype("float64"), axis=0)
                self.var_ = np.var(X.astype("float64"), axis=0)
                self.scale_ = _usable(np.sqrt(self.var_))
                self._offset = (self.mean_ if self.with_mean else np.zeros(X.shape[1])).astype(X.dtype)
                self._factor = (self.scale_ if self.with_std else np.ones(X.shape[1])).astype(X.dtype)
                return self

            def transform(self, X, copy=None):
                return (self._checked(X) - self._offset) / self._factor

            def inverse_transform(self, X, copy=None):
                return self._checked(X) * self._factor + self._offset


        class MinMaxScaler(_Scaler):
            def __init__(self, feature_range=(0, 1), *, copy=True, clip=False):
                self.feature_range = feature_range
                self.clip = clip

            def fit(self, X, y=None):
                X = self._checked(X)
                self.n_features_in_ = X.shape[1]
                low, high = self.feature_range
                self.data_min_, self.data_max_ = np.min(X, axis=0), np.max(X, axis=0)
                self.data_range_ = self.data_max_ - self.data_min_
                self.scale_ = (high - low) / _usable(self.data_range_)
                self.min_ = low - self.data_min_ * self.scale_
                return self

            def transform(self, X):
                X = self._checked(X) * self.scale_ + self.min_
                return np.clip(X, *self.feature_range) if self.clip else X

            def inverse_transform(self, X):
                return (self._checked(X) - self.min_) / self.scale_


        class MaxAbsScaler(_Scaler):
            def __init__(self, *, copy=True, clip=False):
                self.clip = clip

            def fit(self, X, y=None):
                self.max_abs_ = np.max(np.abs(self._checked(X)), axis=0)
                self.scale_ = _usable(self.max_abs_)
                return self

            def transform(self, X):
                return self._checked(X) / self.scale_

            def inverse_transform(self, X):
                return self._checked(X) * self.scale_


        class RobustScaler(_Scaler):
            def __init__(self, *, with_centering=True, with_scaling=True, quantile_range=(25.0, 75.0), copy=True,
                         unit_variance=False):
                self.quantile_range = quantile_range

            def fit(self, X, y=None):
                X = self._checked(X)
                self.center_ = np.median(X, axis=0)
                low, high = np.percentile(X, self.quantile_range[0], axis=0), np.percentile(
                    X, self.quantile_range[1], axis=0)
                self.scale_ = _usable(high - low)
                return self

            def transform(self, X):
                return (self._checked(X) - self.center_) / self.scale_

            def inverse_transform(self, X):
                return self._checked(X) * self.scale_ + self.center_


        def _listed(y):
            y = y.tolist() if hasattr(y, "tolist") else list(y)
            return [value[0] if isinstance(value, (list, tuple)) and len(value) == 1 else value for value in y]


        class LabelEncoder(_Transformer):
            def fit(self, y):
                self._known = sorted(set(_listed(y)))
                self.classes_ = _vector(self._known)
                return self

            def transform(self, y):
                numbers = {value: number for number, value in enumerate(self._known)}
                unseen = sorted({value for value in _listed(y) if value not in numbers})
                if unseen:
                    raise ValueError(f"y contains previously unseen labels: {unseen}")
                return np.array([numbers[value] for value in _listed(y)], dtype="int64")

            def inverse_transform(self, y):
                return _vector([self._known[int(number)] for number in y])


        class LabelBinarizer(_Transformer):
            def __init__(self, *, neg_label=0, pos_label=1, sparse_output=False):
                self.neg_label = neg_label
                self.pos_label = pos_label

            def fit(self, y):
                self._known = sorted(set(_listed(y)))
                self.classes_ = _vector(self._known)
                return self

            def transform(self, y):
                numbers = {value: number for number, value in enumerate(self._known)}
                rows = np.full((len(y), len(self._known)), self.neg_label, dtype="int64")
                for place, value in enumerate(_listed(y)):
                    if value in numbers:
                        rows[place, numbers[value]] = self.pos_label
                return rows[:, 1:] if len(self._known) == 2 else rows

            def inverse_transform(self, Y, threshold=None):
                Y = np.asarray(Y)
                if Y.shape[1] == 1:
                    middle = (self.pos_label + self.neg_label) / 2 if threshold is None else threshold
                    return _vector([self._known[int(value > middle)] for value in Y[:, 0]])
                return _vector([self._known[int(number)] for number in np.argmax(Y, axis=1)])


        def label_binarize(y, *, classes, neg_label=0, pos_label=1, sparse_output=False):
            binarizer = LabelBinarizer(neg_label=neg_label, pos_label=pos_label)
            return binarizer.fit(classes).transform(y)


        class MultiLabelBinarizer(_Transformer):
            def __init__(self, *, classes=None, sparse_output=False):
                self.classes = classes

            def fit(self, y):
                self._known = list(self.classes) if self.classes else sorted({label for labels in y for label in labels})
                self.classes_ = _vector(self._known)
                return self

            def transform(self, y):
                rows = np.zeros((len(y), len(self._known)), dtype="int64")
                for place, labels in enumerate(y):
                    for label in labels:
                        rows[place, self._known.index(label)] = 1
                return rows


        class _Sparse:
            def __init__(self, array):
                self._array = array
                self.shape = array.shape
                self.dtype = array.dtype

            def toarray(self):
                return self._array

            todense = toarray


        class OneHotEncoder(_Transformer):
            def __init__(self, *, categories="auto", drop=None, sparse_output=True, dtype="float64",
                         handle_unknown="error", min_frequency=None, max_categories=None, sparse=None,
                         feature_name_combiner="concat"):
                if drop is not None:
                    raise NotImplementedError("OneHotEncoder is implemented without `drop`")
                self.categories = categories
                self.is_sparse = sparse_output if sparse is None else sparse
                self.dtype = dtype
                self.handle_unknown = handle_unknown

            def _columns(self, X):
                rows = X.tolist() if hasattr(X, "tolist") else [list(row) for row in X]
                if rows and not isinstance(rows[0], list):
                    raise ValueError("Expected 2D array, got 1D array instead.")
                return [list(column) for column in zip(*rows)]

            def fit(self, X, y=None):
                columns = self._columns(X)
                if self.categories == "auto":
                    self._known = [sorted(set(column)) for column in columns]
                else:
                    self._known = [list(one) for one in self.categories]
                self.categories_ = [_vector(known) for known in self._known]
                return self

            def transform(self, X):
                parts = []
                for place, (column, known) in enumerate(zip(self._columns(X), self._known)):
                    numbers = {value: number for number, value in enumerate(known)}
                    rows = np.zeros((len(column), len(known)), dtype=self.dtype)
                    for row, value in enumerate(column):
                        if value in numbers:
                            rows[row, numbers[value]] = 1
                        elif self.handle_unknown == "error":
                            raise ValueError(
                                f"Found unknown categories {[value]} in column {place} during transform")
                    parts.append(rows)
                result = np.concatenate(parts, axis=1)
                return _Sparse(result) if self.is_sparse else result


        def scale(X, *, axis=0, with_mean=True, with_std=True, copy=True):
            return StandardScaler(with_mean=with_mean, with_std=with_std).fit_transform(X)


        def minmax_scale(X, feature_range=(0, 1), *, axis=0, copy=True):
            return MinMaxScaler(feature_range).fit_transform(X)


        def normalize(X, norm="l2", *, axis=1, copy=True, return_norm=False):
            X = np.asarray(X).astype("float64")
            if norm == "l2":
                norms = np.sqrt(np.sum(X * X, axis=axis, keepdims=True))
            else:
                norms = (np.sum if norm == "l1" else np.max)(np.abs(X), axis=axis, keepdims=True)
            return X / _usable(norms)
        """

    private static let measuring = """
        def _plain(y):
            y = y.tolist() if hasattr(y, "tolist") else list(y)
            return [value[0] if isinstance(value, list) and len(value) == 1 else value for value in y]


        def _pair(y_true, y_pred):
            first, second = _plain(y_true), _plain(y_pred)
            if len(first) != len(second):
                raise ValueError(
                    f"Found input variables with inconsistent numbers of samples: [{len(first)}, {len(second)}]")

            def kind(values):
                if any(isinstance(value, list) for value in values):
                    return "multilabel-indicator"
                if any(isinstance(value, float) and value != int(value) for value in values):
                    return "continuous"
                return "multiclass" if len(set(values)) > 2 else "binary"
            kinds = {kind(first), kind(second)}
            if "continuous" in kinds or (len(kinds) > 1 and "multilabel-indicator" in kinds):
                raise ValueError(
                    f"Classification metrics can't handle a mix of {kind(first)} and {kind(second)} targets")
            return first, second


        def accuracy_score(y_true, y_pred, *, normalize=True, sample_weight=None):
            first, second = _pair(y_true, y_pred)
            hits = sum(a == b for a, b in zip(first, second))
            return hits / len(first) if normalize else float(hits)


        def confusion_matrix(y_true, y_pred, *, labels=None, sample_weight=None, normalize=None):
            first, second = _pair(y_true, y_pred)
            labels = sorted(set(first) | set(second)) if labels is None else _plain(labels)
            places = {label: place for place, label in enumerate(labels)}
            counts = [[0] * len(labels) for _ in labels]
            for a, b in zip(first, second):
                if a in places and b in places:
                    counts[places[a]][places[b]] += 1
            matrix = np.array(counts, dtype="int64").reshape(len(labels), len(labels))
            if normalize in ("true", "pred"):
                return matrix / _nonzero(matrix.sum(axis=1 if normalize == "true" else 0, keepdims=True))
            return matrix / matrix.sum() if normalize == "all" else matrix


        def _ratio(part, whole):
            return part / whole if whole else 0.0


        def _scores(y_true, y_pred, labels=None):
            first, second = _pair(y_true, y_pred)
            labels = sorted(set(first) | set(second)) if labels is None else _plain(labels)
            scores = []
            for label in labels:
                hits = sum(a == label and b == label for a, b in zip(first, second))
                found, there = sum(b == label for b in second), sum(a == label for a in first)
                precision, recall = _ratio(hits, found), _ratio(hits, there)
                f1 = _ratio(2 * hits, found + there)
                scores.append((precision, recall, f1, there, hits, found))
            return labels, scores


        def _averaged(place, y_true, y_pred, labels, pos_label, average):
            labels, scores = _scores(y_true, y_pred, labels)
            if average == "binary":
                if len(labels) > 2:
                    raise ValueError(
                        "Target is multiclass but average='binary'. Please choose another average setting, one of "
                        "[None, 'micro', 'macro', 'weighted'].")
                return scores[labels.index(pos_label)][place] if pos_label in labels else 0.0
            values = [score[place] for score in scores]
            if average is None:
                return np.array(values)
            if average == "micro":
                hits = sum(score[4] for score in scores)
                found, there = sum(score[5] for score in scores), sum(score[3] for score in scores)
                return (_ratio(hits, found), _ratio(hits, there), _ratio(2 * hits, found + there))[place]
            if average == "weighted":
                whole = sum(score[3] for score in scores)
                return _ratio(sum(score[place] * score[3] for score in scores), whole)
            return sum(values) / len(values)


        def precision_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None,
                            zero_division="warn"):
            return _averaged(0, y_true, y_pred, labels, pos_label, average)


        def recall_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None,
                         zero_division="warn"):
            return _averaged(1, y_true, y_pred, labels, pos_label, average)


        def f1_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None,
                     zero_division="warn"):
            return _averaged(2, y_true, y_pred, labels, pos_label, average)


        def classification_report(y_true, y_pred, *, labels=None, target_names=None, sample_weight=None, digits=2,
                                  output_dict=False, zero_division="warn"):
            given = labels
            labels, scores = _scores(y_true, y_pred, labels)
            if target_names is not None and len(target_names) != len(labels):
                raise ValueError(
                    f"Number of classes, {len(labels)}, does not match size of target_names, {len(target_names)}. Try "
                    "specifying the labels parameter")
            names = [str(name) for name in (labels if target_names is None else target_names)]
            whole = sum(score[3] for score in scores)
            rows = [(name,) + score[:4] for name, score in zip(names, scores)]
            hits, found = sum(score[4] for score in scores), sum(score[5] for score in scores)
            averages = []
            is_accuracy = given is None or found == whole
            if not is_accuracy:
                averages.append(
                    ("micro avg", _ratio(hits, found), _ratio(hits, whole), _ratio(2 * hits, found + whole), whole))
            for kind in ("macro", "weighted"):
                weights = [1] * len(scores) if kind == "macro" else [score[3] for score in scores]
                averages.append((f"{kind} avg",) + tuple(
                    _ratio(sum(w * score[place] for w, score in zip(weights, scores)), sum(weights))
                    for place in range(3)) + (whole,))
            accuracy = _ratio(hits, whole)
            heads = ("precision", "recall", "f1-score", "support")
            if output_dict:
                report = {row[0]: dict(zip(heads, row[1:4] + (float(row[4]),))) for row in rows}
                if is_accuracy:
                    report["accuracy"] = accuracy
                report.update({row[0]: dict(zip(heads, row[1:4] + (float(row[4]),))) for row in averages})
                return report
            width = max([len(name) for name in names] + [len("weighted avg"), digits])
            text = " " * width + " " + "".join(f" {head:>9}" for head in heads) + "\\n\\n"

            def line(row):
                numbers = "".join(f" {value:>9.{digits}f}" for value in row[1:4])
                return f"{row[0]:>{width}} {numbers} {row[4]:>9}\\n"
            text += "".join(line(row) for row in rows) + "\\n"
            if is_accuracy:
                text += f"{'accuracy':>{width}} " + " " * 20 + f" {accuracy:>9.{digits}f} {whole:>9}\\n"
            return text + "".join(line(row) for row in averages)


        def _numbers(values):
            return np.asarray(values).astype("float64")


        def _errors(y_true, y_pred):
            if len(y_true) != len(y_pred):
                raise ValueError(
                    f"Found input variables with inconsistent numbers of samples: {[len(y_true), len(y_pred)]}")
            y_true = _numbers(y_true)
            return y_true - _numbers(y_pred).reshape(y_true.shape)


        def mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", squared=True):
            error = float(np.mean(np.square(_errors(y_true, y_pred))))
            return error if squared else math.sqrt(error)


        def root_mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
            return math.sqrt(mean_squared_error(y_true, y_pred))


        def mean_absolute_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
            return float(np.mean(np.abs(_errors(y_true, y_pred))))


        def r2_score(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", force_finite=True):
            errors = _errors(y_true, y_pred)
            y_true = _numbers(y_true).reshape(len(y_true), -1)
            left = np.sum(np.square(errors.reshape(y_true.shape)), axis=0)
            whole = np.sum(np.square(y_true - np.mean(y_true, axis=0)), axis=0)
            return float(np.mean(np.where(whole == 0, (left == 0) * 1.0, 1 - left / _nonzero(whole))))


        def _nonzero(values):
            return np.where(values == 0, 1.0, values)


        def roc_curve(y_true, y_score, *, pos_label=1, sample_weight=None, drop_intermediate=True):
            truths, scores = [value == pos_label for value in _plain(y_true)], _plain(y_score)
            order = sorted(range(len(scores)), key=lambda place: -scores[place])
            hits, misses, points = 0, 0, [(0, 0, math.inf)]
            for number, place in enumerate(order):
                hits, misses = hits + truths[place], misses + (not truths[place])
                if number + 1 == len(order) or scores[order[number + 1]] != scores[place]:
                    points.append((misses, hits, scores[place]))
            if drop_intermediate:
                points = [
                    point for place, point in enumerate(points)
                    if place in (0, len(points) - 1)
                    or (points[place + 1][0] - point[0], points[place + 1][1] - point[1])
                    != (point[0] - points[place - 1][0], point[1] - points[place - 1][1])]
            return tuple(np.array(column) for column in (
                [p[0] / misses for p in points], [p[1] / hits for p in points], [p[2] for p in points]))


        def auc(x, y):
            x, y = _numbers(x), _numbers(y)
            return float(abs(np.sum((x[1:] - x[:-1]) * (y[1:] + y[:-1]) / 2)))


        def roc_auc_score(y_true, y_score, *, average="macro", sample_weight=None, max_fpr=None, multi_class="raise",
                          labels=None):
            y_true, y_score = np.asarray(y_true), np.asarray(y_score)
            if y_true.ndim == 2 and y_true.shape[1] > 1:
                return float(np.mean([
                    roc_auc_score(y_true[:, column], y_score[:, column]) for column in range(y_true.shape[1])]))
            if y_score.ndim == 2 and y_score.shape[1] > 1:
                raise ValueError("multi_class must be in ('ovo', 'ovr')")
            fpr, tpr, _ = roc_curve(y_true.reshape(-1), y_score.reshape(-1))
            return auc(fpr, tpr)
        """

    private static let shuffling = """
        def shuffle(*arrays, random_state=None, n_samples=None):
            if not arrays:
                return None
            count = len(arrays[0])
            order = np.arange(count)
            _generator(random_state).shuffle(order)
            order = order[:n_samples]
            results = [_taken(array, order) for array in arrays]
            return results[0] if len(results) == 1 else results
        """

    private static let weighing = """
        def compute_class_weight(class_weight, *, classes, y):
            classes = [c for c in classes]
            if class_weight == "balanced":
                values = y.tolist() if hasattr(y, "tolist") else list(y)
                return np.array([len(values) / (len(classes) * values.count(c)) for c in classes])
            given = class_weight or {}
            return np.array([float(given.get(c, 1.0)) for c in classes])


        def compute_sample_weight(class_weight, y, *, indices=None):
            values = y.tolist() if hasattr(y, "tolist") else list(y)
            classes = sorted(set(values))
            weights = dict(zip(classes, compute_class_weight(class_weight, classes=classes, y=values).tolist()))
            return np.array([weights[value] for value in values])
        """

    /// The data sets that scikit-learn carries, made up.
    private static let learningSets = """
        import numpy as np
        from keras.datasets import _source


        class Bunch:
            def __init__(self, **parts):
                self._names = list(parts)
                for name, part in parts.items():
                    setattr(self, name, part)

            def __getitem__(self, name):
                return getattr(self, name)

            def __contains__(self, name):
                return hasattr(self, name)

            def keys(self):
                return list(self._names)


        def _made(name, count, features, classes, seed, return_X_y, high=10.0):
            _source.made_up(name, "the tables of scikit-learn are not here")
            data = _source.numbers(count, [0.0] * features, [high] * features, seed)
            if classes:
                target = _source.labels(count, classes, seed + 1)
            else:
                target = _source.numbers(count, [5.0], [350.0], seed + 1).reshape(-1)
            if return_X_y:
                return data, target
            return Bunch(
                data=data, target=target, feature_names=[f"feature {n}" for n in range(features)],
                target_names=[f"class {n}" for n in range(classes)], DESCR="Made up.")


        def load_iris(*, return_X_y=False, as_frame=False):
            return _made("load_iris", 150, 4, 3, 21, return_X_y, 8.0)


        def load_wine(*, return_X_y=False, as_frame=False):
            return _made("load_wine", 178, 13, 3, 23, return_X_y)


        def load_breast_cancer(*, return_X_y=False, as_frame=False):
            return _made("load_breast_cancer", 569, 30, 2, 25, return_X_y)


        def load_diabetes(*, return_X_y=False, as_frame=False, scaled=True):
            return _made("load_diabetes", 442, 10, 0, 27, return_X_y, 0.2)


        def load_boston(*, return_X_y=False):
            return _made("load_boston", 506, 13, 0, 29, return_X_y)


        def load_digits(*, n_class=10, return_X_y=False, as_frame=False):
            return _made("load_digits", 1797, 64, n_class, 31, return_X_y, 16.0)


        def fetch_california_housing(*, return_X_y=False, as_frame=False, **kwargs):
            return _made("fetch_california_housing", 20640, 8, 0, 33, return_X_y)


        def fetch_covtype(*, return_X_y=False, as_frame=False, **kwargs):
            return _made("fetch_covtype", 581012, 54, 7, 35, return_X_y)
        """
}
