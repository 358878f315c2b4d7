extension Prelude {
    /// Functions of `tensorflow` and `tensorflow.math` that are functions of `keras.ops` under other names or with other parameters.
    ///
    /// Source: the documentation of TensorFlow's Python functions.
    static let tensorFlowFunctions = """
        import numpy as np
        from keras import ops


        def add_n(inputs, name=None):
            total = inputs[0]
            for part in inputs[1:]:
                total = total + part
            return total


        def argmin(input, axis=None, output_type="int64", name=None):
            return ops.cast(ops.argmin(input, axis=0 if axis is None else axis), output_type)


        def argsort(values, axis=-1, direction="ASCENDING", stable=False, name=None):
            return ops.argsort(_directed(values, direction), axis=axis)


        def sort(values, axis=-1, direction="ASCENDING", name=None):
            result = ops.sort(_directed(values, direction), axis=axis)
            return result if direction == "ASCENDING" else -result


        def _directed(values, direction):
            if direction not in ("ASCENDING", "DESCENDING"):
                raise ValueError(f"`direction` should be one of 'ASCENDING' or 'DESCENDING', got {direction!r}")
            return values if direction == "ASCENDING" else -values


        def boolean_mask(tensor, mask, axis=None, name=None):
            axis = axis or 0
            mask = np.array(mask)
            shape = tensor.shape[:axis] + (-1,) + tensor.shape[axis + mask.ndim:]
            places = np.nonzero(np.ravel(mask))[0]
            return ops.take(ops.reshape(tensor, shape), places, axis=axis)


        def broadcast_to(input, shape, name=None):
            return ops.broadcast_to(input, shape)


        def clip_by_norm(t, clip_norm, axes=None, name=None):
            size = ops.sqrt(ops.sum(ops.square(t), axis=axes, keepdims=True))
            return t * clip_norm / ops.maximum(size, clip_norm)


        def cond(pred, true_fn=None, false_fn=None, name=None):
            return ops.cond(pred, true_fn, false_fn)


        def einsum(equation, *inputs):
            return ops.einsum(equation, *inputs)


        def ensure_shape(x, shape, name=None):
            for size, wanted in zip(x.shape, shape):
                if size is not None and wanted is not None and size != wanted:
                    raise ValueError(f"Tensor's shape {x.shape} is not compatible with supplied shape {shape}")
            return x


        def executing_eagerly():
            return True


        def fill(dims, value, name=None):
            whole = isinstance(value, int) and not isinstance(value, bool)
            return ops.full(dims, value, dtype="int32" if whole else "bool" if isinstance(value, bool) else "float32")


        def gather_nd(params, indices, batch_dims=0, name=None):
            if batch_dims:
                raise NotImplementedError("`batch_dims` of tf.gather_nd is not implemented")
            indices = np.array(indices)
            depth = indices.shape[-1]
            places = np.zeros(indices.shape[:-1], dtype="int64")
            for axis in range(depth):
                places = places * params.shape[axis] + indices[..., axis]
            return ops.take(ops.reshape(params, (-1, *params.shape[depth:])), places, axis=0)


        def map_fn(fn, elems, dtype=None, parallel_iterations=None, back_prop=True, swap_memory=False, infer_shape=True,
                   name=None, fn_output_signature=None):
            return ops.map(fn, elems)


        def matmul(a, b, transpose_a=False, transpose_b=False, name=None):
            a = ops.swapaxes(a, -1, -2) if transpose_a else a
            return ops.matmul(a, ops.swapaxes(b, -1, -2) if transpose_b else b)


        def meshgrid(*args, indexing="xy", name=None):
            return ops.meshgrid(*args, indexing=indexing)


        def norm(tensor, ord="euclidean", axis=None, keepdims=None, name=None):
            return ops.norm(tensor, ord=None if ord == "euclidean" else ord, axis=axis, keepdims=bool(keepdims))


        def range(start, limit=None, delta=1, dtype=None, name="range"):
            if limit is None:
                start, limit = 0, start
            return ops.arange(start, limit, delta, dtype=dtype)


        def rank(input, name=None):
            return ops.cast(ops.convert_to_tensor(len(input.shape)), "int32")


        def reduce_logsumexp(input_tensor, axis=None, keepdims=False, name=None):
            return ops.logsumexp(input_tensor, axis=axis, keepdims=keepdims)


        def roll(input, shift, axis, name=None):
            return ops.roll(input, shift, axis=axis)


        def scatter_nd(indices, updates, shape, name=None):
            return ops.scatter(indices, updates, shape)


        def sequence_mask(lengths, maxlen=None, dtype="bool", name=None):
            count = ops.max(lengths) if maxlen is None else maxlen
            return ops.cast(ops.arange(count) < ops.expand_dims(lengths, -1), dtype)


        def size(input, out_type="int32", name=None):
            total = 1
            for part in ops.shape(input):
                total = total * part
            return ops.cast(ops.convert_to_tensor(total), out_type)


        def slice(input_, begin, size, name=None):
            return ops.slice(input_, begin, size)


        def tensordot(a, b, axes, name=None):
            return ops.tensordot(a, b, axes=axes)


        def truediv(x, y, name=None):
            return ops.true_divide(x, y)


        def vectorized_map(fn, elems, fallback_to_while_loop=True, warn=True):
            return ops.vectorized_map(fn, elems)


        def while_loop(cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True,
                       swap_memory=False, maximum_iterations=None, name=None):
            return ops.while_loop(cond, body, loop_vars, maximum_iterations=maximum_iterations)


        def not_equal(x, y, name=None):
            return ops.not_equal(x, y)


        def less_equal(x, y, name=None):
            return ops.less_equal(x, y)


        def greater_equal(x, y, name=None):
            return ops.greater_equal(x, y)


        def logical_and(x, y, name=None):
            return ops.logical_and(x, y)


        def logical_or(x, y, name=None):
            return ops.logical_or(x, y)


        def logical_not(x, name=None):
            return ops.logical_not(x)


        def logical_xor(x, y, name="LogicalXor"):
            return ops.logical_xor(x, y)
        """

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


        def top_k(input, k=1, sorted=True, index_type="int32", name=None):
            values, places = ops.top_k(input, k, sorted=sorted)
            return values, ops.cast(places, index_type)


        def in_top_k(targets, predictions, k, name=None):
            return ops.in_top_k(targets, predictions, k)


        def xdivy(x, y, name=None):
            return ops.where(x == 0, ops.zeros_like(x), x / y)


        def zero_fraction(value, name=None):
            return ops.mean(ops.cast(value == 0, "float32"))
        """

    /// Functions of `tensorflow.nn`.
    static let tensorFlowLayers = """
        from keras import ops


        def batch_normalization(x, mean, variance, offset, scale, variance_epsilon, name=None):
            factor = 1 / ops.sqrt(variance + variance_epsilon)
            if scale is not None:
                factor = factor * scale
            return x * factor + (-mean * factor if offset is None else offset - mean * factor)


        def crelu(features, axis=-1, name=None):
            return ops.relu(ops.concatenate([features, -features], axis=axis))


        def embedding_lookup(params, ids, max_norm=None, name=None):
            if max_norm is not None:
                raise NotImplementedError("`max_norm` of tf.nn.embedding_lookup is not implemented")
            return ops.take(params, ids, axis=0)


        def l2_loss(t, name=None):
            return ops.sum(ops.square(t)) / 2


        def local_response_normalization(input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None):
            squares = ops.pad(ops.square(input), [[0, 0], [0, 0], [0, 0], [depth_radius, depth_radius]])
            channels = input.shape[-1]
            total = squares[..., :channels]
            for shift in range(1, 2 * depth_radius + 1):
                total = total + squares[..., shift:shift + channels]
            return input / (bias + alpha * total) ** beta


        def lrn(input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None):
            return local_response_normalization(input, depth_radius, bias, alpha, beta)


        def sigmoid_cross_entropy_with_logits(labels=None, logits=None, name=None):
            return ops.binary_crossentropy(labels, logits, from_logits=True)


        def softmax_cross_entropy_with_logits(labels, logits, axis=-1, name=None):
            return ops.categorical_crossentropy(labels, logits, from_logits=True, axis=axis)


        def sparse_softmax_cross_entropy_with_logits(labels, logits, name=None):
            return ops.sparse_categorical_crossentropy(labels, logits, from_logits=True)


        def top_k(input, k=1, sorted=True, index_type="int32", name=None):
            values, places = ops.top_k(input, k, sorted=sorted)
            return values, ops.cast(places, index_type)


        def in_top_k(targets, predictions, k, name=None):
            return ops.in_top_k(targets, predictions, k)
        """

    /// Functions of `tensorflow.linalg`.
    static let tensorFlowMatrices = """
        from keras import ops


        def matmul(a, b, transpose_a=False, transpose_b=False, name=None):
            a = ops.swapaxes(a, -1, -2) if transpose_a else a
            return ops.matmul(a, ops.swapaxes(b, -1, -2) if transpose_b else b)


        def matvec(a, b, transpose_a=False, name=None):
            return ops.squeeze(matmul(a, ops.expand_dims(b, -1), transpose_a=transpose_a), axis=-1)


        def einsum(equation, *inputs):
            return ops.einsum(equation, *inputs)


        def eye(num_rows, num_columns=None, dtype="float32", name=None):
            return ops.eye(num_rows, num_columns, dtype=dtype)


        def band_part(input, num_lower, num_upper, name=None):
            rows, columns = input.shape[-2:]
            distance = ops.arange(rows)[:, None] - ops.arange(columns)[None, :]
            kept = (num_lower < 0) | (distance <= num_lower)
            kept = ops.logical_and(kept, (num_upper < 0) | (-distance <= num_upper))
            return ops.where(kept, input, ops.zeros_like(input))


        def diag_part(input, name="diag_part"):
            return ops.diagonal(input, axis1=-2, axis2=-1)


        def trace(x, name=None):
            return ops.trace(x, axis1=-2, axis2=-1)


        def norm(tensor, ord="euclidean", axis=None, keepdims=None, name=None):
            return ops.norm(tensor, ord=None if ord == "euclidean" else ord, axis=axis, keepdims=bool(keepdims))


        def l2_normalize(x, axis=None, epsilon=1e-12, name=None):
            return x / ops.sqrt(ops.maximum(ops.sum(ops.square(x), axis=axis, keepdims=True), epsilon))


        def tensordot(a, b, axes, name=None):
            return ops.tensordot(a, b, axes=axes)
        """

    /// Functions of `tensorflow.image` that change single images, or batches of them.
    static let tensorFlowImages = """
        from keras import ops


        def flip_left_right(image):
            return ops.flip(image, axis=-2)


        def flip_up_down(image):
            return ops.flip(image, axis=-3)


        def transpose(image, name=None):
            return ops.swapaxes(image, -3, -2)


        def rot90(image, k=1, name=None):
            for _ in range(k % 4):
                image = flip_up_down(transpose(image))
            return image


        def rgb_to_grayscale(images, name=None):
            if images.shape[-1] != 3:
                raise ValueError(f"Dimensions must be equal, but are {images.shape[-1]} and 3: an image has three channels")
            whole = str(images.dtype) == "uint8"
            values = ops.cast(images, "float32")
            grey = 0.2989 * values[..., 0:1] + 0.587 * values[..., 1:2] + 0.114 * values[..., 2:3]
            return ops.cast(grey, "uint8") if whole else grey


        def grayscale_to_rgb(images, name=None):
            return ops.repeat(images, 3, axis=-1)


        def adjust_brightness(image, delta):
            return image + delta


        def adjust_contrast(images, contrast_factor):
            mean = ops.mean(images, axis=(-3, -2), keepdims=True)
            return (images - mean) * contrast_factor + mean


        def per_image_standardization(image):
            image = ops.cast(image, "float32")
            count = image.shape[-3] * image.shape[-2] * image.shape[-1]
            deviation = ops.maximum(ops.std(image, axis=(-3, -2, -1), keepdims=True), count ** -0.5)
            return (image - ops.mean(image, axis=(-3, -2, -1), keepdims=True)) / deviation


        def convert_image_dtype(image, dtype, saturate=False, name=None):
            if str(image.dtype) == dtype:
                return image
            if str(image.dtype) == "uint8" and dtype == "float32":
                return ops.cast(image, dtype) * (1 / 255)
            if dtype == "uint8":
                scaled = image * 255.5
                return ops.cast(ops.clip(scaled, 0, 255) if saturate else scaled, dtype)
            raise NotImplementedError(f"tf.image.convert_image_dtype from {image.dtype} to {dtype} is not implemented")


        def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
            return image[..., offset_height:offset_height + target_height, offset_width:offset_width + target_width, :]


        def pad_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
            below = target_height - offset_height - image.shape[-3]
            right = target_width - offset_width - image.shape[-2]
            if min(offset_height, offset_width, below, right) < 0:
                raise ValueError("image must be <= target size")
            widths = [[0, 0]] * (len(image.shape) - 3) + [[offset_height, below], [offset_width, right], [0, 0]]
            return ops.pad(image, widths)


        def central_crop(image, central_fraction):
            if not 0 < central_fraction <= 1:
                raise ValueError("central_fraction must be within (0, 1]")
            height, width = image.shape[-3], image.shape[-2]
            top, left = int((height - height * central_fraction) / 2), int((width - width * central_fraction) / 2)
            return image[..., top:height - top, left:width - left, :]


        def resize_with_crop_or_pad(image, target_height, target_width):
            height, width = image.shape[-3], image.shape[-2]
            top, left = max((height - target_height) // 2, 0), max((width - target_width) // 2, 0)
            image = crop_to_bounding_box(image, top, left, min(height, target_height), min(width, target_width))
            height, width = image.shape[-3], image.shape[-2]
            return pad_to_bounding_box(
                image, (target_height - height) // 2, (target_width - width) // 2, target_height, target_width)


        def resize_image_with_crop_or_pad(image, target_height, target_width):
            return resize_with_crop_or_pad(image, target_height, target_width)


        def extract_patches(images, sizes, strides, rates, padding, name=None):
            return ops.image.extract_patches(
                images, sizes[1:3], strides=strides[1:3], dilation_rate=rates[1], padding=padding.lower())


        def total_variation(images, name=None):
            axes = (-3, -2, -1)
            down = ops.abs(images[..., 1:, :, :] - images[..., :-1, :, :])
            right = ops.abs(images[..., :, 1:, :] - images[..., :, :-1, :])
            return ops.sum(down, axis=axes) + ops.sum(right, axis=axes)


        def psnr(a, b, max_val, name=None):
            error = ops.mean(ops.square(ops.cast(a, "float32") - ops.cast(b, "float32")), axis=(-3, -2, -1))
            return 20 * ops.log(ops.convert_to_tensor(float(max_val))) / ops.log(10.0) - 10 * ops.log(error) / ops.log(10.0)
        """
}
