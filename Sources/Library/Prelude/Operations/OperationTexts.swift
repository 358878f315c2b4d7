extension Prelude {
    /// Functions of `keras.ops` on arrays: what they compute where they are given data. `CarriedFunctions` puts them into networks.
    ///
    /// Source: the behaviour of keras/src/ops and its TensorFlow backend.
    static let operationTexts = """
        import numpy as np


        def _smallest(epsilon):
            return 1e-7 if epsilon is None else epsilon


        def logsumexp(x, axis=None, keepdims=False):
            top = np.max(x, axis=axis, keepdims=True)
            total = np.log(np.sum(np.exp(x - top), axis=axis, keepdims=True)) + top
            return total if keepdims else np.squeeze(total, axis=axis)


        def logaddexp(x1, x2):
            return np.maximum(x1, x2) + np.log1p(np.exp(-np.abs(x1 - x2)))


        def divide_no_nan(x1, x2):
            isZero = x2 == 0
            return np.where(isZero, 0, x1 / np.where(isZero, 1, x2))


        def norm(x, ord=None, axis=None, keepdims=False):
            if axis is None:
                if ord is None:
                    total = np.sqrt(np.sum(np.square(x)))
                    return np.reshape(total, (1,) * x.ndim) if keepdims else total
                axis = tuple(range(x.ndim))
            axes = (axis,) if isinstance(axis, int) else tuple(axis)
            if len(axes) == 2:
                if ord is None or ord == "fro":
                    return np.sqrt(np.sum(np.square(x), axis=axes, keepdims=keepdims))
                if ord not in (1, -1, np.inf, -np.inf):
                    raise NotImplementedError(f"norms of matrices of order {ord!r} are outside this program")
                first, second = axes if ord in (np.inf, -np.inf) else axes[::-1]
                sums = np.sum(np.abs(x), axis=second, keepdims=True)
                result = (np.max if ord in (1, np.inf) else np.min)(sums, axis=first, keepdims=True)
                return result if keepdims else np.squeeze(result, axis=axes)
            if len(axes) > 2:
                raise ValueError(f"Invalid axis: {axis}")
            if ord is None or ord == 2:
                return np.sqrt(np.sum(np.square(x), axis=axes, keepdims=keepdims))
            if isinstance(ord, str):
                raise ValueError(f"Invalid `ord` argument for vector norm. Received: ord={ord}")
            size = np.abs(x)
            if ord == np.inf:
                return np.max(size, axis=axes, keepdims=keepdims)
            if ord == -np.inf:
                return np.min(size, axis=axes, keepdims=keepdims)
            if ord == 0:
                return np.sum((x != 0).astype(x.dtype), axis=axes, keepdims=keepdims)
            return np.sum(size ** ord, axis=axes, keepdims=keepdims) ** (1.0 / ord)


        def top_k(x, k, sorted=True):
            if k > x.shape[-1]:
                raise ValueError(f"input must have at least k columns. Had {x.shape[-1]}, needed {k}")
            places = np.argsort(-x.astype("float64"), axis=-1, kind="stable")[..., :k]
            return np.take_along_axis(x, places, axis=-1), places.astype("int32")


        def in_top_k(targets, predictions, k):
            places = np.arange(len(targets))
            chosen = predictions[places, targets]
            return np.sum((predictions > chosen[:, None]).astype("int32"), axis=-1) < k


        def diagonal(x, offset=0, axis1=0, axis2=1):
            if axis1 % x.ndim == axis2 % x.ndim:
                raise ValueError("axis1 and axis2 cannot be the same")
            x = np.moveaxis(x, (axis1, axis2), (-2, -1))
            rows, columns = x.shape[-2:]
            first, second = max(-offset, 0), max(offset, 0)
            count = max(min(rows - first, columns - second), 0)
            places = np.arange(count)
            flat = np.reshape(x, (*x.shape[:-2], rows * columns))
            return np.take(flat, (places + first) * columns + places + second, axis=-1)


        def trace(x, offset=0, axis1=0, axis2=1):
            return np.sum(diagonal(x, offset, axis1, axis2), axis=-1)


        def inner(x1, x2):
            if x1.ndim == 0 or x2.ndim == 0:
                return x1 * x2
            size = x1.shape[-1]
            product = np.matmul(np.reshape(x1, (-1, size)), np.transpose(np.reshape(x2, (-1, size))))
            return np.reshape(product, (*x1.shape[:-1], *x2.shape[:-1]))


        def average(x, axis=None, weights=None):
            if weights is None:
                return np.mean(x, axis=axis)
            if weights.ndim == 1 and x.ndim > 1:
                weights = np.reshape(weights, [-1 if place == axis % x.ndim else 1 for place in range(x.ndim)])
            return np.sum(x * weights, axis=axis) / np.sum(np.broadcast_to(weights, x.shape), axis=axis)


        def nan_to_num(x, nan=0.0, posinf=None, neginf=None):
            largest = 3.4028234663852886e38
            x = np.where(np.isnan(x), nan, x)
            x = np.where(x == np.inf, largest if posinf is None else posinf, x)
            return np.where(x == -np.inf, -largest if neginf is None else neginf, x)


        def isin(x1, x2, assume_unique=False, invert=False):
            found = np.any(np.expand_dims(x1, -1) == np.ravel(x2), axis=-1)
            return np.logical_not(found) if invert else found


        def select(condlist, choicelist, default=0):
            result = default
            for condition, choice in zip(reversed(condlist), reversed(choicelist)):
                result = np.where(condition, choice, result)
            return result


        def cross(x1, x2, axisa=-1, axisb=-1, axisc=-1, axis=None):
            if axis is not None:
                axisa = axisb = axisc = axis
            a, b = np.moveaxis(x1, axisa, -1), np.moveaxis(x2, axisb, -1)
            if a.shape[-1] != 3 or b.shape[-1] != 3:
                raise NotImplementedError("cross products of vectors of two components are outside this program")
            parts = [a[..., i] * b[..., j] - a[..., j] * b[..., i] for i, j in ((1, 2), (2, 0), (0, 1))]
            return np.moveaxis(np.stack(parts, axis=-1), -1, axisc)


        def tri(N, M=None, k=0, dtype=None):
            columns = N if M is None else M
            return (np.arange(columns)[None, :] <= np.arange(N)[:, None] + k).astype(dtype or "float32")


        # Parts and places


        def slice(inputs, start_indices, shape):
            if not len(start_indices) == len(shape) == inputs.ndim:
                raise ValueError(
                    f"`start_indices` and `shape` must have an item for each axis of `inputs`. Received: start_indices="
                    f"{start_indices}, shape={shape}, inputs.shape={inputs.shape}")
            parts = []
            for start, size in zip(start_indices, shape):
                start, size = int(start), int(size)
                parts.append(_range(start, None if size == -1 else start + size))
            return inputs[tuple(parts)]


        def _range(start, stop):
            return _Index()[start:stop]


        class _Index:
            def __getitem__(self, index):
                return index


        def slice_update(inputs, start_indices, updates):
            if not len(start_indices) == updates.ndim == inputs.ndim:
                raise ValueError(
                    f"`start_indices` and `updates` must have an item for each axis of `inputs`. Received: start_indices="
                    f"{start_indices}, updates.shape={updates.shape}, inputs.shape={inputs.shape}")
            result = np.array(inputs)
            result[tuple(_range(int(start), int(start) + size) for start, size in zip(start_indices, updates.shape))] = updates
            return result


        def scatter(indices, values, shape):
            result = np.zeros(tuple(int(size) for size in shape), dtype=values.dtype)
            for place, value in zip(indices, values):
                place = tuple(int(index) for index in place)
                result[place] = result[place] + value
            return result


        def scatter_update(inputs, indices, updates, reduction=None):
            result = np.array(inputs)
            for place, value in zip(indices, updates):
                place = tuple(int(index) for index in place)
                before = result[place]
                if reduction is None:
                    result[place] = value
                elif reduction == "add":
                    result[place] = before + value
                elif reduction == "mul":
                    result[place] = before * value
                elif reduction == "max":
                    result[place] = np.maximum(before, value)
                elif reduction == "min":
                    result[place] = np.minimum(before, value)
                else:
                    raise ValueError(f"Unsupported reduction: {reduction}")
            return result


        def _segments(data, segment_ids, num_segments, start, combine):
            count = int(np.max(segment_ids)) + 1 if num_segments is None else num_segments
            result = np.full((count, *data.shape[1:]), start, dtype=data.dtype)
            for place, value in zip(segment_ids, data):
                if 0 <= place < count:
                    result[int(place)] = combine(result[int(place)], value)
            return result


        # The smallest or the largest number of the data's type.
        def _extreme(data, which):
            return getattr(np.finfo(data.dtype) if data.dtype.kind == "f" else np.iinfo(data.dtype), which)


        def segment_sum(data, segment_ids, num_segments=None, sorted=False):
            return _segments(data, segment_ids, num_segments, 0, np.add)


        def segment_max(data, segment_ids, num_segments=None, sorted=False):
            return _segments(data, segment_ids, num_segments, _extreme(data, "min"), np.maximum)


        def segment_min(data, segment_ids, num_segments=None, sorted=False):
            return _segments(data, segment_ids, num_segments, _extreme(data, "max"), np.minimum)


        def segment_prod(data, segment_ids, num_segments=None, sorted=False):
            return _segments(data, segment_ids, num_segments, 1, np.multiply)


        def multi_hot(inputs, num_classes=None, axis=-1, dtype=None, sparse=False):
            if sparse:
                raise NotImplementedError("sparse tensors are outside this program")
            hot = (np.expand_dims(inputs, -1) == np.arange(num_classes)).astype(dtype or "float32")
            hot = np.max(hot, axis=1 if inputs.ndim > 1 else 0)
            return np.moveaxis(hot, -1, axis)


        # Normalization and attention


        def _axes(axis):
            return (axis,) if isinstance(axis, int) else tuple(axis)


        def _spread(weight, x, axes):
            if weight is None:
                return None
            places = [axis % x.ndim for axis in axes]
            return np.reshape(weight, [size if place in places else 1 for place, size in enumerate(x.shape)])


        def layer_normalization(x, gamma=None, beta=None, axis=-1, epsilon=None):
            axes = _axes(axis)
            mean = np.mean(x, axis=axes, keepdims=True)
            variance = np.mean(np.square(x - mean), axis=axes, keepdims=True)
            result = (x - mean) / np.sqrt(variance + _smallest(epsilon))
            gamma, beta = _spread(gamma, x, axes), _spread(beta, x, axes)
            if gamma is not None:
                result = result * gamma
            return result if beta is None else result + beta


        def rms_normalization(x, scale=None, axis=-1, epsilon=None):
            axes = _axes(axis)
            result = x / np.sqrt(np.mean(np.square(x), axis=axes, keepdims=True) + _smallest(epsilon))
            scale = _spread(scale, x, axes)
            return result if scale is None else result * scale


        def batch_normalization(x, mean, variance, axis, offset=None, scale=None, epsilon=1e-3):
            axes = _axes(axis)
            result = (x - _spread(mean, x, axes)) / np.sqrt(_spread(variance, x, axes) + epsilon)
            if scale is not None:
                result = result * _spread(scale, x, axes)
            return result if offset is None else result + _spread(offset, x, axes)


        def _softmax(x):
            powers = np.exp(x - np.max(x, axis=-1, keepdims=True))
            return powers / np.sum(powers, axis=-1, keepdims=True)


        def dot_product_attention(
                query, key, value, bias=None, mask=None, scale=None, is_causal=False, flash_attention=None,
                attn_logits_soft_cap=None):
            if flash_attention:
                raise ValueError("Flash attention is not supported in tensorflow backend.")
            q, k, v = (np.transpose(part, (0, 2, 1, 3)) for part in (query, key, value))
            if q.shape[1] != k.shape[1]:
                k, v = (np.repeat(part, q.shape[1] // k.shape[1], axis=1) for part in (k, v))
            scores = np.matmul(q, np.swapaxes(k, -1, -2)) * (q.shape[-1] ** -0.5 if scale is None else scale)
            if attn_logits_soft_cap is not None:
                scores = attn_logits_soft_cap * np.tanh(scores / attn_logits_soft_cap)
            if bias is not None:
                scores = scores + bias
            if is_causal:
                steps = np.arange(scores.shape[-2])[:, None] >= np.arange(scores.shape[-1])[None, :]
                scores = np.where(steps, scores, -2.3819763e38)
            if mask is not None:
                scores = np.where(mask, scores, -2.3819763e38)
            return np.transpose(np.matmul(_softmax(scores), v), (0, 2, 1, 3))


        # Losses of each element


        def binary_crossentropy(target, output, from_logits=False):
            if from_logits:
                return np.maximum(output, 0) - output * target + np.log1p(np.exp(-np.abs(output)))
            output = np.clip(output, 1e-7, 1 - 1e-7)
            return -(target * np.log(output) + (1 - target) * np.log(1 - output))


        def _log_shares(output, from_logits, axis):
            if from_logits:
                return output - logsumexp(output, axis=axis, keepdims=True)
            output = output / np.sum(output, axis=axis, keepdims=True)
            return np.log(np.clip(output, 1e-7, 1 - 1e-7))


        def categorical_crossentropy(target, output, from_logits=False, axis=-1):
            if target.shape != output.shape:
                raise ValueError(
                    "Arguments `target` and `output` must have the same shape. Received: "
                    f"target.shape={target.shape}, output.shape={output.shape}")
            return -np.sum(target * _log_shares(output, from_logits, axis), axis=axis)


        def sparse_categorical_crossentropy(target, output, from_logits=False, axis=-1):
            if target.ndim == output.ndim and target.shape[-1] == 1:
                target = np.squeeze(target, axis=-1)
            if not from_logits:
                output = np.log(np.clip(output, 1e-7, 1 - 1e-7))
            shares = np.moveaxis(_log_shares(output, True, axis), axis, -1)
            return -np.squeeze(np.take_along_axis(shares, np.expand_dims(target.astype("int64"), -1), axis=-1), axis=-1)
        """
}
