extension Prelude {
    /// The codes of `sklearn.preprocessing`: numbers and vectors for classes.
    static let learningEncoders = """
        def _listed(y):
            y = y.tolist() if hasattr(y, "tolist") else list(y)
            return [value[0] if isinstance(value, (list, tuple)) and len(value) == 1 else value for value in y]


        class _Labels(_Transformer):
            def fit(self, y):
                self._known = sorted(set(_listed(y)))
                self.classes_ = _vector(self._known)
                return self

            def _numbers(self):
                return {value: number for number, value in enumerate(self._known)}


        class LabelEncoder(_Labels):
            def transform(self, y):
                numbers = self._numbers()
                unseen = sorted({value for value in _listed(y) if value not in numbers})
                if unseen:
                    raise ValueError(f"y contains previously unseen labels: {unseen}")
                return np.array([numbers[value] for value in _listed(y)], dtype="int64")

            def inverse_transform(self, y):
                return _vector([self._known[int(number)] for number in y])


        class LabelBinarizer(_Labels):
            def __init__(self, *, neg_label=0, pos_label=1, sparse_output=False):
                _host.refuse("LabelBinarizer", sparse_output=sparse_output)
                self.neg_label = neg_label
                self.pos_label = pos_label

            def transform(self, y):
                numbers = self._numbers()
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
            binarizer = LabelBinarizer(neg_label=neg_label, pos_label=pos_label, sparse_output=sparse_output)
            return binarizer.fit(classes).transform(y)


        class MultiLabelBinarizer(_Transformer):
            def __init__(self, *, classes=None, sparse_output=False):
                _host.refuse("MultiLabelBinarizer", sparse_output=sparse_output)
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
                _host.refuse(
                    "OneHotEncoder", drop=drop, min_frequency=min_frequency, max_categories=max_categories,
                    feature_name_combiner=feature_name_combiner != "concat")
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
        """
}
