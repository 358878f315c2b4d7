extension Prelude {
    /// Metrics of segmentation: how far the regions of classes overlap, from a confusion matrix.
    ///
    /// Source: keras/src/metrics/iou_metrics.py.
    static let overlapMetrics = """
        import warnings


        # The intersection of each class's regions over their union, and the mean of it over some classes.
        class IoU(Metric):
            def __init__(
                    self, num_classes, target_class_ids, name=None, dtype=None, ignore_class=None, sparse_y_true=True,
                    sparse_y_pred=True, axis=-1):
                super().__init__(name=name, dtype=dtype or "int")
                if max(target_class_ids) >= num_classes:
                    raise ValueError(
                        f"Target class id {max(target_class_ids)} is out of range, which is [0, {num_classes}).")
                self.num_classes, self.target_class_ids = num_classes, list(target_class_ids)
                self.ignore_class, self.axis = ignore_class, axis
                self.sparse_y_true, self.sparse_y_pred = sparse_y_true, sparse_y_pred
                self.total_cm = self.add_variable(
                    (num_classes, num_classes), "zeros", dtype=self.dtype, name="total_confusion_matrix")

            def update_state(self, y_true, y_pred, sample_weight=None):
                if not self.sparse_y_true:
                    y_true = ops.argmax(y_true, axis=self.axis)
                if not self.sparse_y_pred:
                    y_pred = ops.argmax(y_pred, axis=self.axis)
                y_true, y_pred = (
                    ops.reshape(ops.cast(ops.convert_to_tensor(y), self.dtype), (-1,)) for y in (y_true, y_pred))
                weights = self._weights(sample_weight, y_true.shape)
                counts = ops.logical_and(self._is_class(y_true), self._is_class(y_pred))
                if self.ignore_class is not None:
                    counts = ops.logical_and(counts, ops.not_equal(y_true, self.ignore_class))
                weights = ops.where(counts, weights, ops.zeros_like(weights))
                places = ops.where(counts, y_true, 0) * self.num_classes + ops.where(counts, y_pred, 0)
                sums = ops.segment_sum(weights, ops.cast(places, "int32"), num_segments=self.num_classes ** 2)
                self.total_cm.assign(self.total_cm + ops.reshape(sums, (self.num_classes, self.num_classes)))

            def _weights(self, weights, shape):
                if weights is None:
                    return ops.ones(shape, self.dtype)
                if "float" in str(getattr(weights, "dtype", "")) and "int" in self.dtype:
                    warnings.warn(
                        "You are passing weight as `float`, but dtype is `int`. This may result in an incorrect weight "
                        "due to type casting Consider using integer weights.")
                weights = ops.cast(ops.convert_to_tensor(weights), self.dtype)
                if len(weights.shape) > 1:
                    weights = ops.reshape(weights, (-1,))
                return ops.broadcast_to(weights, shape)

            def _is_class(self, y):
                return ops.logical_and(y >= 0, y < self.num_classes)

            def result(self):
                matrix = ops.cast(self.total_cm, "float32")
                right = ops.diag(matrix)
                union = ops.sum(matrix, axis=0) + ops.sum(matrix, axis=1) - right
                right, union = (ops.take(y, self.target_class_ids, axis=0) for y in (right, union))
                present = union > 1e-9
                shares = ops.where(present, right / (union + 1e-7), 0.0)
                return ops.sum(shares) / (ops.sum(ops.cast(present, "float32")) + 1e-7)

            def get_config(self):
                return self._configuration(
                    "num_classes", "target_class_ids", "ignore_class", "sparse_y_true", "sparse_y_pred", "axis")

            def _configuration(self, *names):
                return {"name": self.name, "dtype": self.dtype, **{name: getattr(self, name) for name in names}}


        class BinaryIoU(IoU):
            def __init__(self, target_class_ids=(0, 1), threshold=0.5, name=None, dtype=None):
                super().__init__(2, target_class_ids, name, dtype)
                self.threshold = threshold

            def update_state(self, y_true, y_pred, sample_weight=None):
                y_pred = ops.cast(ops.convert_to_tensor(y_pred, "float32") >= self.threshold, self.dtype)
                super().update_state(y_true, y_pred, sample_weight)

            def get_config(self):
                return self._configuration("target_class_ids", "threshold")


        class MeanIoU(IoU):
            def __init__(
                    self, num_classes, name=None, dtype=None, ignore_class=None, sparse_y_true=True,
                    sparse_y_pred=True, axis=-1):
                super().__init__(
                    num_classes, list(range(num_classes)), name, dtype, ignore_class, sparse_y_true, sparse_y_pred,
                    axis)

            def get_config(self):
                return self._configuration("num_classes", "ignore_class", "sparse_y_true", "sparse_y_pred", "axis")


        class OneHotIoU(IoU):
            def __init__(
                    self, num_classes, target_class_ids, name=None, dtype=None, ignore_class=None,
                    sparse_y_pred=False, axis=-1):
                super().__init__(
                    num_classes, target_class_ids, name, dtype, ignore_class, False, sparse_y_pred, axis)

            def get_config(self):
                return self._configuration("num_classes", "target_class_ids", "ignore_class", "sparse_y_pred", "axis")


        class OneHotMeanIoU(MeanIoU):
            def __init__(
                    self, num_classes, name=None, dtype=None, ignore_class=None, sparse_y_pred=False, axis=-1):
                super().__init__(num_classes, name, dtype, ignore_class, False, sparse_y_pred, axis)

            def get_config(self):
                return self._configuration("num_classes", "ignore_class", "sparse_y_pred", "axis")
        """
}
