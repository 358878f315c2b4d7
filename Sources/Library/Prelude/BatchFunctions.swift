extension Prelude {
    /// Functions of `keras.utils`: arrays that are normalized and split, and what a batch consists of.
    static let batchFunctions = #"""
        """Functions of keras.utils: arrays that are normalized and split, and what a batch consists of.

        Source: the behaviour of keras/src/utils/numerical_utils.py, dataset_utils.py and
        trainers/data_adapters/data_adapter_utils.py.
        """
        import random

        import numpy as np
        import tensorflow as tf
        from keras import ops
        from keras.tree import flatten, lists_to_tuples, pack_sequence_as

        _uids = {}


        def get_uid(prefix=""):
            """The next number of a word."""
            _uids[prefix] = _uids.get(prefix, 0) + 1
            return _uids[prefix]


        def normalize(x, axis=-1, order=2):
            """An array whose rows along an axis have the norm 1."""
            if not isinstance(x, np.ndarray):
                return ops.normalize(x, axis=axis, order=order)
            norm = np.array(np.linalg.norm(x, order, axis))
            norm = np.where(norm == 0, 1.0, norm)
            if norm.ndim == 0:
                norm = norm.reshape(1)
            # As in Keras, the axis 0 is taken for the last one.
            return x / np.expand_dims(norm, axis or -1)


        def unpack_x_y_sample_weight(data):
            """The inputs, targets and weights of a batch; None for what it lacks."""
            if isinstance(data, list):
                data = tuple(data)
            if not isinstance(data, tuple):
                return (data, None, None)
            if 1 <= len(data) <= 3:
                return data + (None,) * (3 - len(data))
            raise ValueError(
                f"Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, found: {data}")


        def pack_x_y_sample_weight(x, y=None, sample_weight=None):
            """A batch of inputs, targets and weights."""
            if y is None:
                return (x,) if isinstance(x, (tuple, list)) else x
            return (x, y) if sample_weight is None else (x, y, sample_weight)


        def split_dataset(dataset, left_size=None, right_size=None, shuffle=False, seed=None, preferred_backend=None):
            """Arrays or a data set as two data sets, the first and the last elements.

            Args:
                left_size, right_size: how many elements each has, or which part of all
                shuffle: whether the elements are mixed first
            """
            is_dataset = hasattr(dataset, "element_spec")
            if not is_dataset and not isinstance(dataset, (list, tuple, np.ndarray)):
                raise TypeError(f"Unsupported dataset type: {type(dataset)}")
            if left_size is None and right_size is None:
                raise ValueError(
                    "At least one of the `left_size` or `right_size` must be specified. "
                    "Received: left_size=None and right_size=None")
            elements = _elements(dataset, is_dataset)
            if shuffle:
                random.seed(random.randint(0, int(1e6)) if seed is None else seed)
                random.shuffle(elements)
            left, right = _sizes(left_size, right_size, len(elements))
            parts = [elements[:left], elements[len(elements) - right:]]
            restores = is_dataset or not isinstance(dataset, np.ndarray)
            return tuple(tf.data.Dataset.from_tensor_slices(_restored(part, restores)) for part in parts)


        def _elements(dataset, is_dataset):
            if is_dataset:
                return list(dataset)
            if isinstance(dataset, np.ndarray):
                found = [dataset[place] for place in range(len(dataset))]
            else:
                _check_arrays(dataset, type(dataset).__name__)
                found = list(zip(*dataset))
            if not found:
                raise ValueError(
                    "Received an empty dataset. Argument `dataset` must be a non-empty list/tuple of `numpy.ndarray` objects "
                    "or `tf.data.Dataset` objects.")
            return found


        def _check_arrays(dataset, kind):
            if not dataset:
                raise ValueError(f"Received an empty list dataset. Please provide a non-empty {kind} of arrays.")
            for place, array in enumerate(dataset):
                if not isinstance(array, np.ndarray):
                    raise ValueError(
                        f"Expected a {kind} of `numpy.ndarray` objects,Received: {type(array)} at index {place}.")
                if len(array) != len(dataset[0]):
                    raise ValueError(
                        f"Received a {kind} of NumPy arrays with different lengths.Mismatch found at index {place}, Expected "
                        f"shape={dataset[0].shape} Received shape={array.shape}.Please provide a {kind} of NumPy arrays of "
                        "the same length.")


        def _restored(elements, restores):
            if not restores:
                return np.stack(elements)
            columns = [np.array(column) for column in zip(*[flatten(element) for element in elements])]
            return lists_to_tuples(pack_sequence_as(elements[0], columns))


        def _sizes(left, right, total):
            for size, side in ((left, "left"), (right, "right")):
                if size is not None and type(size) not in (int, float):
                    raise TypeError(
                        f"Invalid `{side}_size` Type. Expected: int or float or None, Received: "
                        f"type({side}_size)={type(size)}.")
            if left == 0 and right == 0:
                raise ValueError(
                    "Both `left_size` and `right_size` are zero. At least one of the split sizes must be non-zero.")
            for size, side in ((left, "left"), (right, "right")):
                limit = total if type(size) is int else 1
                if size is not None and (size <= 0 or size >= limit):
                    raise ValueError(
                        f"`{side}_size` should be either a positive integer smaller than {total}, or a float within the "
                        f"range `[0, 1]`. Received: {side}_size={size}")
            if type(left) is float and type(right) is float and left + right > 1:
                raise ValueError(
                    "The sum of `left_size` and `right_size` is greater than 1. It must be less than or equal to 1.")
            left, right = [round(size * total) if type(size) is float else size for size in (left, right)]
            left = total - right if left is None else left
            right = total - left if right is None else right
            if left + right > total:
                raise ValueError(
                    f"The sum of `left_size` and `right_size` should be smaller than the {total}. "
                    f"Received: left_size + right_size = {left + right}and total_length = {total}")
            for size, side in ((left, "left"), (right, "right")):
                if size == 0:
                    raise ValueError(
                        f"With `dataset` of length={total}, `left_size`={left} and `right_size`={right}.Resulting {side} "
                        "side dataset split will be empty. Adjust any of the aforementioned parameters")
            return left, right
        """#
}
