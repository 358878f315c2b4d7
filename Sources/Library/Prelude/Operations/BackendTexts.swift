extension Prelude {
    /// The module `keras.backend`: what it had until Keras 3, beside the functions that `keras.ops` has as well.
    ///
    /// Source: keras/src/legacy/backend.py.
    static let backendTexts = """
        import math
        import numpy as np
        import keras
        from keras import ops


        def _format(data_format):
            data_format = data_format or keras.config.image_data_format()
            if data_format not in ("channels_first", "channels_last"):
                raise ValueError(f"Unknown data_format: {data_format}")
            return data_format


        def binary_crossentropy(target, output, from_logits=False):
            return ops.binary_crossentropy(target, output, from_logits=from_logits)


        def categorical_crossentropy(target, output, from_logits=False, axis=-1):
            return ops.categorical_crossentropy(target, output, from_logits=from_logits, axis=axis)


        def sparse_categorical_crossentropy(target, output, from_logits=False, axis=-1):
            return ops.sparse_categorical_crossentropy(
                ops.cast(target, "int32"), output, from_logits=from_logits, axis=axis)


        def binary_focal_crossentropy(
                target, output, apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False):
            guess = ops.sigmoid(output) if from_logits else output
            right = target * guess + (1 - target) * (1 - guess)
            values = ops.power(1.0 - right, gamma) * binary_crossentropy(target, output, from_logits)
            if apply_class_balancing:
                values = (target * alpha + (1 - target) * (1 - alpha)) * values
            return values


        def categorical_focal_crossentropy(target, output, alpha=0.25, gamma=2.0, from_logits=False, axis=-1):
            return keras.losses.categorical_focal_crossentropy(
                target, output, alpha=alpha, gamma=gamma, from_logits=from_logits, axis=axis)


        def conv2d_transpose(
                x, kernel, output_shape, strides=(1, 1), padding="valid", data_format=None, dilation_rate=(1, 1)):
            data_format = _format(data_format)
            first = data_format == "channels_first"
            sizes, wanted = (tuple(shape)[2:] if first else tuple(shape)[1:3] for shape in (x.shape, output_shape))
            rest = []
            for size, length, want, stride, rate in zip(sizes, kernel.shape, wanted, strides, dilation_rate):
                span = (length - 1) * rate + 1
                least = (size - 1) * stride + (span if padding == "valid" else span % 2)
                rest.append(want - least)
            return ops.conv_transpose(
                x, kernel, strides=tuple(strides), padding=padding, output_padding=tuple(rest),
                data_format=data_format, dilation_rate=tuple(dilation_rate))


        def depthwise_conv2d(
                x, depthwise_kernel, strides=(1, 1), padding="valid", data_format=None, dilation_rate=(1, 1)):
            return ops.depthwise_conv(
                x, depthwise_kernel, strides=strides, padding=padding, data_format=_format(data_format),
                dilation_rate=dilation_rate)


        def separable_conv2d(
                x, depthwise_kernel, pointwise_kernel, strides=(1, 1), padding="valid", data_format=None,
                dilation_rate=(1, 1)):
            return ops.separable_conv(
                x, depthwise_kernel, pointwise_kernel, strides=strides, padding=padding,
                data_format=_format(data_format), dilation_rate=dilation_rate)


        def pool3d(x, pool_size, strides=(1, 1, 1), padding="valid", data_format=None, pool_mode="max"):
            if pool_mode not in ("max", "avg"):
                raise ValueError(f"Invalid pooling mode: {pool_mode}")
            pool = ops.max_pool if pool_mode == "max" else ops.average_pool
            return pool(x, pool_size, strides=strides, padding=padding, data_format=_format(data_format))


        def bias_add(x, bias, data_format=None):
            data_format = _format(data_format)
            rank = len(x.shape)
            if len(bias.shape) not in (1, rank - 1):
                raise ValueError(
                    f"Unexpected bias dimensions {len(bias.shape)}. Expected it to be 1 or {rank - 1} dimensions")
            shape = tuple(bias.shape)
            if len(shape) == 1:
                shape = (1,) * (rank - 2) + shape
            if data_format == "channels_first":
                shape = shape[-1:] + shape[:-1]
            return x + ops.reshape(bias, (1,) + shape)


        def batch_normalization(x, mean, var, beta, gamma, axis=-1, epsilon=1e-3):
            scale = 1.0 / ops.sqrt(var + epsilon)
            scale = scale if gamma is None else scale * gamma
            return x * scale + ((0.0 if beta is None else beta) - mean * scale)


        def temporal_padding(x, padding=(1, 1)):
            if len(padding) != 2:
                raise ValueError(f"Expected `padding` to be a tuple of 2 integers. Received: padding={padding}")
            return ops.pad(x, ((0, 0), tuple(padding), (0, 0)))


        def spatial_3d_padding(x, padding=((1, 1), (1, 1), (1, 1)), data_format=None):
            if len(padding) != 3 or any(len(pair) != 2 for pair in padding):
                raise ValueError(
                    f"Expected `padding` to be a tuple of 3 tuples of 2 integers. Received: padding={padding}")
            pairs = tuple(tuple(pair) for pair in padding)
            none = ((0, 0),)
            first = _format(data_format) == "channels_first"
            return ops.pad(x, none + none + pairs if first else none + pairs + none)


        def resize_volumes(x, depth_factor, height_factor, width_factor, data_format):
            if data_format not in ("channels_first", "channels_last"):
                raise ValueError(f"Invalid data_format: {data_format}")
            first = 2 if data_format == "channels_first" else 1
            for axis, factor in enumerate((depth_factor, height_factor, width_factor)):
                x = ops.repeat(x, factor, axis=first + axis)
            return x


        def batch_dot(x, y, axes=None):
            ranks = len(x.shape), len(y.shape)
            if axes is None:
                axes = [ranks[0] - 1, ranks[1] - 1 if ranks[1] == 2 else ranks[1] - 2]
            axes = [axes, axes] if isinstance(axes, int) else list(axes)
            axes = [axis + rank if axis < 0 else axis for axis, rank in zip(axes, ranks)]
            if 0 in axes:
                raise ValueError("Cannot perform batch_dot over axis 0.")
            letters = iter("bcdefghijklmnopqrstuvwxyz")
            summed = next(letters)
            left, right = (
                [summed if place == axis else next(letters) for place in range(1, rank)]
                for axis, rank in zip(axes, ranks))
            kept = [letter for letter in left + right if letter != summed]
            result = ops.einsum(f"a{''.join(left)},a{''.join(right)}->a{''.join(kept)}", x, y)
            return ops.expand_dims(result, 1) if ranks == (2, 2) else result


        def cast_to_floatx(x):
            return ops.cast(x, "float32") if hasattr(x, "dtype") else np.asarray(x, dtype="float32")


        def count_params(x):
            return math.prod(tuple(x.shape))


        def dtype(x):
            return str(x.dtype)


        def set_value(x, value):
            x.assign(np.asarray(value, dtype=str(x.dtype)))


        def batch_get_value(tensors):
            return [np.array(x) for x in tensors]


        def batch_set_value(tuples):
            for x, value in tuples:
                set_value(x, value)


        def update(x, new_x):
            return x.assign(new_x)


        def update_add(x, increment):
            return x.assign_add(increment)


        def update_sub(x, decrement):
            return x.assign_sub(decrement)


        def moving_average_update(x, value, momentum):
            return x.assign(x * momentum + value * (1.0 - momentum))


        def cumprod(x, axis=0):
            return ops.cumprod(x, axis=axis)


        def repeat(x, n):
            if len(x.shape) != 2:
                raise ValueError(f"repeat takes tensors with 2 axes. Received: shape={tuple(x.shape)}")
            return ops.repeat(ops.expand_dims(x, 1), n, axis=1)


        def in_top_k(predictions, targets, k):
            return ops.in_top_k(ops.cast(targets, "int32"), predictions, k)


        def random_bernoulli(shape, p=0.0, dtype=None, seed=None):
            draws = keras.random.uniform(shape, seed=seed)
            return ops.cast(draws <= p, dtype or "float32")


        def random_uniform_variable(shape, low, high, dtype=None, name=None, seed=None):
            return keras.Variable(keras.random.uniform(shape, low, high, seed=seed), dtype=dtype or "float32", name=name)


        def random_normal_variable(shape, mean, scale, dtype=None, name=None, seed=None):
            return keras.Variable(keras.random.normal(shape, mean, scale, seed=seed), dtype=dtype or "float32", name=name)


        def is_sparse(tensor):
            return False


        def to_dense(tensor):
            return tensor


        def map_fn(fn, elems, name=None, dtype=None):
            results = [fn(item) for item in ops.unstack(elems, axis=0)]
            return ops.cast(ops.stack(results), dtype) if dtype else ops.stack(results)


        def foldl(fn, elems, initializer=None, name=None):
            items = list(ops.unstack(elems, axis=0))
            value = items.pop(0) if initializer is None else initializer
            for item in items:
                value = fn(value, item)
            return value


        def foldr(fn, elems, initializer=None, name=None):
            items = list(ops.unstack(elems, axis=0))
            value = items.pop() if initializer is None else initializer
            for item in reversed(items):
                value = fn(value, item)
            return value


        def standardize_dtype(dtype):
            if dtype is None:
                return "float32"
            return str(np.dtype(str(getattr(dtype, "name", dtype))))


        def is_float_dtype(dtype):
            return standardize_dtype(dtype).startswith(("float", "bfloat"))


        def is_int_dtype(dtype):
            return standardize_dtype(dtype).startswith(("int", "uint"))
        """
}
