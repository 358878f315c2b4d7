extension Prelude {
    /// Metrics that count right answers.
    ///
    /// Source: keras/src/metrics/accuracy_metrics.py.
    static let accuracyMetrics = """
        def _hits(y_true, y_pred):
            return ops.cast(ops.equal(y_true, y_pred), "float32")


        def accuracy(y_true, y_pred):
            return _hits(*_pair(y_true, y_pred))


        def binary_accuracy(y_true, y_pred, threshold=0.5):
            y_true, y_pred = _same_rank(ops.convert_to_tensor(y_true), ops.convert_to_tensor(y_pred))
            return _hits(y_true, ops.cast(y_pred > threshold, y_true.dtype))


        def categorical_accuracy(y_true, y_pred):
            return _right_classes(ops.argmax(y_true, axis=-1), ops.convert_to_tensor(y_pred))


        def sparse_categorical_accuracy(y_true, y_pred):
            y_true, y_pred = ops.convert_to_tensor(y_true), ops.convert_to_tensor(y_pred)
            shape = y_true.shape
            if len(shape) == len(y_pred.shape) and shape[-1] == 1:
                matches = ops.reshape(_right_classes(ops.squeeze(y_true, -1), y_pred), shape)
            else:
                matches = _right_classes(y_true, y_pred)
            if len(matches.shape) > 1 and matches.shape[-1] == 1:
                matches = ops.squeeze(matches, -1)
            return matches


        def _right_classes(y_true, y_pred):
            return _hits(ops.cast(y_true, "int32"), ops.cast(ops.argmax(y_pred, axis=-1), "int32"))


        # Calls a function on labels of one axis and predictions of two; what it returns has the shape of the labels.
        def _flat(function, y_true, y_pred):
            y_pred = ops.convert_to_tensor(y_pred)
            shape = y_true.shape
            if len(y_pred.shape) > 2:
                y_pred = ops.reshape(y_pred, (-1, y_pred.shape[-1]))
            matches = ops.cast(function(ops.reshape(y_true, (-1,)), y_pred), "float32")
            return ops.reshape(matches, shape)


        def top_k_categorical_accuracy(y_true, y_pred, k=5):
            labels = ops.cast(ops.argmax(y_true, axis=-1), "int32")
            return _flat(lambda y_true, y_pred: ops.in_top_k(y_true, y_pred, k=k), labels, y_pred)


        def sparse_top_k_categorical_accuracy(y_true, y_pred, k=5, from_sorted_ids=False):
            if from_sorted_ids:
                labels = ops.cast(ops.convert_to_tensor(y_true), ops.convert_to_tensor(y_pred).dtype)
                return _flat(
                    lambda y_true, y_pred: ops.any(ops.equal(ops.expand_dims(y_true, 1), y_pred[:, :k]), axis=1),
                    labels, y_pred)
            labels = ops.cast(ops.convert_to_tensor(y_true), "int32")
            return _flat(lambda y_true, y_pred: ops.in_top_k(y_true, y_pred, k=k), labels, y_pred)


        class Accuracy(_MeanWithArguments):
            def __init__(self, name="accuracy", dtype=None):
                super().__init__(accuracy, name, dtype)


        class BinaryAccuracy(_MeanWithArguments):
            def __init__(self, name="binary_accuracy", dtype=None, threshold=0.5):
                super().__init__(binary_accuracy, name, dtype, threshold=threshold)


        class CategoricalAccuracy(_MeanWithArguments):
            def __init__(self, name="categorical_accuracy", dtype=None):
                super().__init__(categorical_accuracy, name, dtype)


        class SparseCategoricalAccuracy(_MeanWithArguments):
            def __init__(self, name="sparse_categorical_accuracy", dtype=None):
                super().__init__(sparse_categorical_accuracy, name, dtype)


        class TopKCategoricalAccuracy(_MeanWithArguments):
            def __init__(self, k=5, name="top_k_categorical_accuracy", dtype=None):
                super().__init__(top_k_categorical_accuracy, name, dtype, k=k)


        class SparseTopKCategoricalAccuracy(_MeanWithArguments):
            def __init__(self, k=5, name="sparse_top_k_categorical_accuracy", dtype=None, from_sorted_ids=False):
                super().__init__(
                    sparse_top_k_categorical_accuracy, name, dtype, k=k, from_sorted_ids=from_sorted_ids)

            def get_config(self):
                config = super().get_config()
                if not self.from_sorted_ids:
                    del config["from_sorted_ids"]
                return config
        """
}
