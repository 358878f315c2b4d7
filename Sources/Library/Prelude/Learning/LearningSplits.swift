extension Prelude {
    /// `sklearn.model_selection`: which samples train and which test.
    static let learningSplits = """
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
}
