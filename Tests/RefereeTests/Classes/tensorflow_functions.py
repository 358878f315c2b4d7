import keras
import numpy as np
import tensorflow as tf

a = np.array([[1.0, -2.0, 3.0], [4.0, 5.0, -6.0]], "float32")
b = np.array([[2.0, 0.0, 1.0], [1.0, 3.0, 2.0]], "float32")
image = tf.constant(np.arange(96, dtype="float32").reshape(2, 4, 4, 3) / 96)


def shown(value):
    if isinstance(value, (list, tuple)):
        return [shown(part) for part in value]
    array = np.array(value)
    return array.shape, np.round(array.astype("float64"), 3).ravel().tolist()[:8], str(array.dtype)


t, u = tf.constant(a), tf.constant(b)
for name, result in {
    "add_n": lambda: tf.add_n([t, u, t]), "argmin": lambda: tf.argmin(t, axis=1), "argsort": lambda: tf.argsort(t, direction="DESCENDING"),
    "sort": lambda: tf.sort(t, axis=-1, direction="DESCENDING"), "mask": lambda: tf.boolean_mask(t, t > 0),
    "mask rows": lambda: tf.boolean_mask(t, [True, False]), "broadcast": lambda: tf.broadcast_to([1.0, 2.0, 3.0], [2, 3]),
    "clip": lambda: tf.clip_by_norm(t, 2.0), "cond": lambda: tf.cond(tf.reduce_sum(t) > 0, lambda: t, lambda: u),
    "einsum": lambda: tf.einsum("ij,kj->ik", t, u), "fill": lambda: tf.fill([2, 2], 3), "fill float": lambda: tf.fill([2], 0.5),
    "gather_nd": lambda: tf.gather_nd(t, [[0, 1], [1, 2]]), "map_fn": lambda: tf.map_fn(lambda r: r * 2, t),
    "meshgrid": lambda: tf.meshgrid([1, 2], [3, 4, 5]), "norm": lambda: tf.norm(t), "norm axis": lambda: tf.norm(t, axis=1, keepdims=True),
    "range": lambda: tf.range(3), "range limit": lambda: tf.range(1, limit=7, delta=2), "range float": lambda: tf.range(0.0, 1.0, 0.25),
    "rank": lambda: tf.rank(t), "lse": lambda: tf.reduce_logsumexp(t, axis=1), "roll": lambda: tf.roll(t, shift=1, axis=1),
    "scatter": lambda: tf.scatter_nd([[0], [2]], [5.0, 6.0], [4]), "sequence": lambda: tf.sequence_mask([1, 3], 4),
    "sequence float": lambda: tf.sequence_mask([1, 2], dtype=tf.float32), "size": lambda: tf.size(t), "slice": lambda: tf.slice(t, [0, 1], [-1, 2]),
    "tensordot": lambda: tf.tensordot(t, u, [[1], [1]]), "not_equal": lambda: tf.not_equal(t, u), "less_equal": lambda: tf.less_equal(t, u),
    "and": lambda: tf.logical_and(t > 0, u > 0), "not": lambda: tf.logical_not(t > 0), "ceil": lambda: tf.math.ceil(t / 4),
    "no nan": lambda: tf.math.divide_no_nan(t, u), "xdivy": lambda: tf.math.xdivy(u, t), "zeros": lambda: tf.math.zero_fraction(u),
    "softmax": lambda: tf.math.softmax(t), "log_sigmoid": lambda: tf.math.log_sigmoid(t), "is_nan": lambda: tf.math.is_nan(t),
    "segments": lambda: tf.math.unsorted_segment_sum(t, [0, 0], 2), "top_k": lambda: list(tf.math.top_k(t, k=2)),
    "constant": lambda: [tf.constant(1), tf.constant([1, 2.5]), tf.constant(2, shape=(2, 2)), tf.constant([True]), tf.constant([1, 2], dtype="float32")], "while": lambda: tf.while_loop(lambda i: i < 10, lambda i: (i + 3,), (tf.constant(0),)),
    "l2": lambda: tf.nn.l2_loss(t), "crelu": lambda: tf.nn.crelu(t), "lookup": lambda: tf.nn.embedding_lookup(t, [1, 0, 1]),
    "lrn": lambda: tf.nn.local_response_normalization(image, depth_radius=1, bias=2.0, alpha=0.5, beta=0.75),
    "bn": lambda: tf.nn.batch_normalization(t, tf.constant([0.0, 1.0, 2.0]), tf.constant([1.0, 2.0, 3.0]), None, tf.constant([1.0, 1.0, 2.0]), 1e-3),
    "sigmoid ce": lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=u, logits=t),
    "softmax ce": lambda: tf.nn.softmax_cross_entropy_with_logits(labels=u / 3, logits=t),
    "sparse ce": lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[0, 2], logits=t),
    "matmul": lambda: tf.linalg.matmul(t, u, transpose_b=True), "matvec": lambda: tf.linalg.matvec(t, [1.0, 2.0, 3.0]),
    "band": lambda: tf.linalg.band_part(tf.ones((3, 3)), -1, 0), "band 1": lambda: tf.linalg.band_part(tf.ones((3, 4)), 1, 1),
    "diag_part": lambda: tf.linalg.diag_part(t), "trace": lambda: tf.linalg.trace(tf.ones((2, 3, 3))),
    "left": lambda: tf.image.flip_left_right(image), "up": lambda: tf.image.flip_up_down(image[0]), "rot90": lambda: tf.image.rot90(image, k=3),
    "grey": lambda: tf.image.rgb_to_grayscale(image), "rgb": lambda: tf.image.grayscale_to_rgb(image[..., :1]),
    "brightness": lambda: tf.image.adjust_brightness(image, 0.1), "contrast": lambda: tf.image.adjust_contrast(image, 2.0),
    "standard": lambda: tf.image.per_image_standardization(image), "central": lambda: tf.image.central_crop(image, 0.5),
    "crop": lambda: tf.image.crop_to_bounding_box(image, 1, 0, 2, 3), "pad": lambda: tf.image.pad_to_bounding_box(image, 1, 0, 6, 5),
    "crop or pad": lambda: tf.image.resize_with_crop_or_pad(image, 6, 2), "patches": lambda: tf.image.extract_patches(image, [1, 2, 2, 1], [1, 2, 2, 1], [1, 1, 1, 1], "VALID"),
    "variation": lambda: tf.image.total_variation(image), "psnr": lambda: tf.image.psnr(image, image + 0.1, max_val=1.0),
    "convert": lambda: tf.image.convert_image_dtype(np.array([[[0, 128, 255]]], "uint8"), tf.float32),
}.items():
    print(name, shown(result()))


class Normalizing(keras.layers.Layer):
    def call(self, x):
        y = tf.nn.local_response_normalization(x, 2)
        weights = tf.linalg.band_part(tf.ones((4, 4)), -1, 0)
        rows = tf.einsum("bhwc,hk->bkwc", y, weights)
        return tf.image.flip_left_right(tf.where(tf.not_equal(rows, 0), rows, tf.fill(tf.shape(rows), 1.0)))


x = keras.Input((4, 4, 3))
model = keras.Model(x, Normalizing()(x))
print(model.output.shape, shown(model(image)))
