extension Prelude {
    /// The parts of scikit-learn that scripts call around a network: splits, scales, codes and measures.
    ///
    /// Source: the results of scikit-learn 1.9, from the same seeds.
    static let learningTexts: [String: String] = [
        "sklearn.model_selection": joined(learningBegin, learningSplits),
        "sklearn.preprocessing": joined(learningBegin, learningScalers, learningEncoders),
        "sklearn.metrics": joined(learningBegin, learningMeasures, learningErrors),
        "sklearn.utils": joined(learningBegin, learningShuffles),
        "sklearn.utils.class_weight": joined(learningBegin, learningWeights),
        "sklearn.datasets": learningSets,
    ]

    private static let learningBegin = """
        import math
        import numpy as np
        from keras import _host


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
}
