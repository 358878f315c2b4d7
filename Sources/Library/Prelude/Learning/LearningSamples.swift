extension Prelude {
    /// `sklearn.utils.shuffle`.
    static let learningShuffles = """
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

    /// `sklearn.utils.class_weight`.
    static let learningWeights = """
        def compute_class_weight(class_weight, *, classes, y):
            classes = [c for c in classes]
            if class_weight == "balanced":
                values = y.tolist() if hasattr(y, "tolist") else list(y)
                return np.array([len(values) / (len(classes) * values.count(c)) for c in classes])
            given = class_weight or {}
            return np.array([float(given.get(c, 1.0)) for c in classes])


        def compute_sample_weight(class_weight, y, *, indices=None):
            _host.refuse("compute_sample_weight", indices=indices)
            values = y.tolist() if hasattr(y, "tolist") else list(y)
            classes = sorted(set(values))
            weights = dict(zip(classes, compute_class_weight(class_weight, classes=classes, y=values).tolist()))
            return np.array([weights[value] for value in values])
        """
}
