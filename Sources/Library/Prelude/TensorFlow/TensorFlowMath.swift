extension Prelude {
    /// Functions of `tensorflow.math` that its main module does not have.
    static let tensorFlowMath = """
        from keras import _host, ops


        def ceil(x, name=None):
            return ops.ceil(x)


        def cumprod(x, axis=0, exclusive=False, reverse=False, name=None):
            _host.refuse("tf.math.cumprod", exclusive=exclusive, reverse=reverse)
            return ops.cumprod(x, axis=axis)


        def divide_no_nan(x, y, name=None):
            return ops.divide_no_nan(x, y)


        def multiply_no_nan(x, y, name=None):
            return ops.where(y == 0, ops.zeros_like(x * y), x * y)


        def expm1(x, name=None):
            return ops.expm1(x)


        def is_finite(x, name=None):
            return ops.isfinite(x)


        def is_inf(x, name=None):
            return ops.isinf(x)


        def is_nan(x, name=None):
            return ops.isnan(x)


        def log_sigmoid(x, name=None):
            return ops.log_sigmoid(x)


        def log_softmax(logits, axis=None, name=None):
            return ops.log_softmax(logits, axis=-1 if axis is None else axis)


        def softmax(logits, axis=None, name=None):
            return ops.softmax(logits, axis=-1 if axis is None else axis)


        def reciprocal(x, name=None):
            return ops.reciprocal(x)


        def reciprocal_no_nan(x, name=None):
            return ops.divide_no_nan(ops.ones_like(x), x)


        def segment_sum(data, segment_ids, name=None):
            return ops.segment_sum(data, segment_ids)


        def unsorted_segment_sum(data, segment_ids, num_segments, name=None):
            return ops.segment_sum(data, segment_ids, num_segments=num_segments)


        def xdivy(x, y, name=None):
            return ops.where(x == 0, ops.zeros_like(x), x / y)


        def zero_fraction(value, name=None):
            return ops.mean(ops.cast(value == 0, "float32"))
        """
}
