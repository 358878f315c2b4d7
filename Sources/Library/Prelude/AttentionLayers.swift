extension Prelude {
    /// Layers of attention.
    ///
    /// Source: the behaviour of keras/src/layers/attention; Vaswani and others, Attention Is All
    /// You Need (2017).
    static let attentionLayers = """
        import math
        from keras.layers import EinsumDense


        def _copied(initializer):
            return type(initializer).from_config(initializer.get_config())


        def _project(rank, output_shape, bound, name, layer, activation=None):
            letters = "abcdefghijklmnopqrstuvwxyz"
            free, inner = letters[:rank - bound], letters[rank - bound:rank]
            outer = letters[rank:rank + len(output_shape)]
            return EinsumDense(
                f"{free}{inner},{inner}{outer}->{free}{outer}", (None,) * (len(free) - 1) + tuple(output_shape),
                activation=activation, bias_axes=outer if layer._use_bias else None, kernel_initializer=_copied(layer._kernel_initializer),
                bias_initializer=_copied(layer._bias_initializer), kernel_regularizer=layer._kernel_regularizer,
                bias_regularizer=layer._bias_regularizer, activity_regularizer=layer._activity_regularizer,
                kernel_constraint=layer._kernel_constraint, bias_constraint=layer._bias_constraint, name=name)


        class MultiHeadAttention(Layer):
            \"""Attention of several heads: softmax(query · key / √key_dim) · value, projected.

            Args:
                num_heads: how many heads there are
                key_dim: the features of a query and of a key in each head
                value_dim: the features of a value in each head; None for key_dim
                dropout: the share of the scores that training drops
                use_bias: whether the projections add biases
                output_shape: the features of the output; None for those of the query
                attention_axes: the axes over which it attends; None for all but batch and features
                sliding_window: how many steps to either side a query sees, itself among them; None for all
                use_gate: whether a projection of the query gates the output
                seed: makes the dropout repeatable
            Called on query, value and key (value where no key is given); return_attention_scores=True also returns the
            scores of shape (batch, heads, query steps, value steps). The kernel_… and bias_… arguments are those of Dense.
            Source: Vaswani and others, Attention Is All You Need (2017).
            Example: q = Input((16, 8)); MultiHeadAttention(2, 8)(q, q)
            \"""

            def __init__(
                    self, num_heads, key_dim, value_dim=None, dropout=0.0, use_bias=True, output_shape=None,
                    attention_axes=None, sliding_window=None, flash_attention=None,
                    kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None,
                    bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None,
                    use_gate=False, seed=None, **kwargs):
                if not isinstance(num_heads, int) or num_heads <= 0:
                    raise ValueError(
                        "Received an invalid value for argument `num_heads`, expected a positive integer. "
                        f"Received: num_heads={num_heads}")
                if not isinstance(key_dim, int) or key_dim <= 0:
                    raise ValueError(
                        "Received an invalid value for argument `key_dim`, expected a positive integer. "
                        f"Received: key_dim={key_dim}")
                if value_dim is not None and (not isinstance(value_dim, int) or value_dim <= 0):
                    raise ValueError(
                        "Received an invalid value for argument `value_dim`, expected a positive integer or `None`. "
                        f"Received: value_dim={value_dim}")
                if isinstance(attention_axes, int):
                    attention_axes = (attention_axes,)
                elif attention_axes and not isinstance(attention_axes, (list, tuple)):
                    raise ValueError(
                        f"`attention_axes` must be an int, list, or tuple.Received: attention_axes={attention_axes}")
                if sliding_window is not None and (not isinstance(sliding_window, int) or sliding_window <= 0):
                    raise ValueError(
                        "`sliding_window` must be `None` or a positive integer. "
                        f"Received: sliding_window={sliding_window}")
                if flash_attention:
                    raise ValueError("Flash attention is not supported in tensorflow backend.")
                super().__init__(**kwargs)
                self._attention_axes = attention_axes
                self._sliding_window = sliding_window
                self._use_gate = use_gate
                self._num_heads = num_heads
                self._key_dim = key_dim
                self._value_dim = value_dim if value_dim else key_dim
                self._dropout = dropout
                self._use_bias = use_bias
                self._output_shape = (output_shape,) if isinstance(output_shape, int) else output_shape and tuple(output_shape)
                self._kernel_initializer = keras.initializers.get(kernel_initializer)
                self._bias_initializer = keras.initializers.get(bias_initializer)
                self._kernel_regularizer = keras.regularizers.get(kernel_regularizer)
                self._bias_regularizer = keras.regularizers.get(bias_regularizer)
                self._activity_regularizer = keras.regularizers.get(activity_regularizer)
                self._kernel_constraint = keras.constraints.get(kernel_constraint)
                self._bias_constraint = keras.constraints.get(bias_constraint)
                self.seed = seed
                self.supports_masking = True

            @property
            def num_heads(self):
                return self._num_heads

            @property
            def key_dim(self):
                return self._key_dim

            @property
            def value_dim(self):
                return self._value_dim

            @property
            def dropout(self):
                return self._dropout

            @property
            def use_bias(self):
                return self._use_bias

            def build(self, query_shape, value_shape, key_shape=None):
                key_shape = value_shape if key_shape is None else key_shape
                if tuple(value_shape[1:-1]) != tuple(key_shape[1:-1]):
                    raise ValueError(
                        "All dimensions of `value` and `key`, except the last one, must be equal. Received: "
                        f"value_shape={value_shape} and key_shape={key_shape}")
                heads = self._num_heads
                self._query_dense = _project(len(query_shape), (heads, self._key_dim), 1, "query", self)
                self._query_dense.build(query_shape)
                self._key_dense = _project(len(key_shape), (heads, self._key_dim), 1, "key", self)
                self._key_dense.build(key_shape)
                if self._use_gate:
                    self._gate_dense = _project(
                        len(query_shape), (heads, self._value_dim), 1, "gate", self, activation="sigmoid")
                    self._gate_dense.build(query_shape)
                self._value_dense = _project(len(value_shape), (heads, self._value_dim), 1, "value", self)
                self._value_dense.build(value_shape)
                axes = self._axes(len(query_shape) + 1)
                self._attention_axes = axes
                self._softmax = keras.layers.Softmax(axis=tuple(range(-len(axes), 0)))
                self._dropout_layer = keras.layers.Dropout(self._dropout, seed=self.seed)
                output_shape = self._output_shape or (query_shape[-1],)
                self._output_dense = _project(len(query_shape) + 1, output_shape, 2, "attention_output", self)
                self._output_dense.build((*query_shape[:-1], heads, self._value_dim))

            # Keras takes the masks away from the inputs, so that layers after this one do not find them there.
            _takes_masks_away = True
            # How many outputs there are depends on `return_attention_scores`.
            _shapes_by_call = True

            def call(
                    self, query, value, key=None, query_mask=None, value_mask=None, key_mask=None, attention_mask=None,
                    return_attention_scores=False, training=None, use_causal_mask=False):
                key = value if key is None else key
                mask = self._mask(query, value, query_mask, value_mask, key_mask, attention_mask, use_causal_mask)
                gate = self._gate_dense(query) if self._use_gate else None
                q, k, v = self._query_dense(query), self._key_dense(key), self._value_dense(value)
                output, weights = self._attend(q, k, v, mask, training, return_attention_scores)
                output = self._output_dense(output if gate is None else output * gate)
                return (output, weights) if return_attention_scores else output

            # All masks together: true where a query may attend to a key.
            def _mask(self, query, value, query_mask, value_mask, key_mask, attention_mask, use_causal_mask):
                masks = []
                if attention_mask is not None:
                    masks.append(ops.cast(attention_mask, "bool"))
                if query_mask is not None:
                    masks.append(ops.expand_dims(ops.cast(query_mask, "bool"), -1))
                for mask in (value_mask, key_mask):
                    if mask is not None:
                        masks.append(ops.expand_dims(ops.cast(mask, "bool"), -2))
                rows, columns = query.shape[1], value.shape[1]
                if use_causal_mask:
                    masks.append(np.tril(np.ones((1, rows, columns))) > 0)
                if self._sliding_window is not None:
                    distance = np.abs(np.arange(rows).reshape((1, rows, 1)) - np.arange(columns).reshape((1, 1, columns)))
                    masks.append(distance < self._sliding_window)
                if not masks:
                    return None
                mask = masks[0]
                for other in masks[1:]:
                    mask = ops.logical_and(mask, other)
                return mask

            def _attend(self, query, key, value, mask, training, returns_scores):
                rank = len(query.shape)
                axes = self._axes(rank)
                letters = "abcdefghijklmnopqrstuvwxyz"
                of_query = letters[:rank]
                of_key = [letters[rank + axes.index(axis)] if axis in axes else letters[axis] for axis in range(rank)]
                rows = "".join(letters[axis] for axis in axes)
                columns = "".join(of_key[axis] for axis in axes)
                free = "".join(letters[axis] for axis in range(rank - 2) if axis not in axes)
                head = letters[rank - 2]
                of_scores = free + head + rows + columns
                of_key = "".join(of_key)
                if mask is not None:
                    for _ in range(len(of_scores) - len(mask.shape)):
                        mask = ops.expand_dims(mask, axis=-2 * len(axes) - 1)
                query = query * (1.0 / math.sqrt(float(self._key_dim)))
                scores = ops.einsum(f"{of_query},{of_key}->{of_scores}", query, key)
                if self._dropout > 0.0 or returns_scores or rank != 4:
                    weights = self._softmax(scores) if mask is None else self._softmax(scores, mask=mask)
                else:
                    # What may not attend to anything attends to everything alike: Keras's fused attention does not set it to 0.
                    weights = ops.softmax(scores if mask is None else ops.where(mask, scores, -0.7 * 3.4028235e38))
                dropped = weights
                if self._dropout > 0.0:
                    keywords = {} if training is None else {"training": training}
                    dropped = self._dropout_layer(weights, **keywords)
                out = letters[2 * rank]
                value_letters, out_letters = of_key[:-1] + out, letters[:rank - 1] + out
                return ops.einsum(f"{of_scores},{value_letters}->{out_letters}", dropped, value), weights

            # The axes over which is attended, counted from the batch axis.
            def _axes(self, rank):
                if self._attention_axes is None:
                    return tuple(range(1, rank - 2))
                return tuple(axis if axis >= 0 else rank - 1 + axis for axis in self._attention_axes)

            def compute_output_shape(self, query_shape, value_shape, key_shape=None):
                key_shape = value_shape if key_shape is None else key_shape
                if tuple(value_shape[1:-1]) != tuple(key_shape[1:-1]):
                    raise ValueError(
                        "All dimensions of `value` and `key`, except the last one, must be equal. Received: "
                        f"value_shape={value_shape} and key_shape={key_shape}")
                return (*query_shape[:-1], *self._output_shape) if self._output_shape else tuple(query_shape)

            def get_config(self):
                return {
                    **super().get_config(), "num_heads": self._num_heads, "key_dim": self._key_dim,
                    "value_dim": self._value_dim, "dropout": self._dropout, "use_bias": self._use_bias,
                    "use_gate": self._use_gate, "output_shape": self._output_shape,
                    "attention_axes": self._attention_axes, "sliding_window": self._sliding_window,
                    "kernel_initializer": keras.initializers.serialize(self._kernel_initializer),
                    "bias_initializer": keras.initializers.serialize(self._bias_initializer),
                    "kernel_regularizer": keras.regularizers.serialize(self._kernel_regularizer),
                    "bias_regularizer": keras.regularizers.serialize(self._bias_regularizer),
                    "activity_regularizer": keras.regularizers.serialize(self._activity_regularizer),
                    "kernel_constraint": keras.constraints.serialize(self._kernel_constraint),
                    "bias_constraint": keras.constraints.serialize(self._bias_constraint), "seed": self.seed}


        class Attention(Layer):
            \"""Dot-product attention of [query, value] or [query, value, key].

            Args:
                use_scale: whether the scores are multiplied by a weight
                score_mode: "dot" for the product of query and key, "concat" for the tanh of their sum
                dropout: the share of the scores that training drops
                seed: makes the dropout repeatable
            Example: q = Input((16, 8)); Attention()([q, q])
            \"""
            _shapes_by_call = True

            def __init__(self, use_scale=False, score_mode="dot", dropout=0.0, seed=None, **kwargs):
                if score_mode not in ("dot", "concat"):
                    raise ValueError(
                        "Invalid value for argument score_mode. Expected one of {'dot', 'concat'}. "
                        f"Received: score_mode={score_mode}")
                super().__init__(**kwargs)
                self.use_scale = use_scale
                self.score_mode = score_mode
                self.dropout = dropout
                self.seed = seed
                if dropout > 0:
                    self.seed_generator = keras.random.SeedGenerator(seed=seed)

            def build(self, input_shape):
                self._check(input_shape)
                self.scale = self.concat_score_weight = None
                if self.use_scale:
                    self.scale = self.add_weight(name="scale", shape=(), initializer="ones")
                if self.score_mode == "concat":
                    self.concat_score_weight = self.add_weight(
                        name="concat_score_weight", shape=(), initializer="ones")

            def _scores(self, query, key):
                if self.score_mode == "dot":
                    scores = ops.matmul(query, ops.transpose(key, axes=[0, 2, 1]))
                    return scores if self.scale is None else scores * self.scale
                both = ops.expand_dims(query, axis=-2) + ops.expand_dims(key, axis=-3)
                if self.scale is not None:
                    both = both * self.scale
                return self.concat_score_weight * ops.sum(ops.tanh(both), axis=-1)

            def call(self, inputs, mask=None, training=False, return_attention_scores=False, use_causal_mask=False):
                self._check(inputs, mask)
                query, value = inputs[0], inputs[1]
                key = inputs[2] if len(inputs) > 2 else value
                query_mask, value_mask = (mask[0], mask[1]) if mask else (None, None)
                scores = self._scores(query, key)
                if value_mask is not None:
                    value_mask = ops.expand_dims(value_mask, axis=-2) if len(value_mask.shape) == 2 else value_mask
                if use_causal_mask:
                    causal = np.tril(np.ones((1, query.shape[-2], key.shape[-2]))) > 0
                    value_mask = causal if value_mask is None else ops.logical_and(value_mask, causal)
                if value_mask is not None:
                    scores = ops.where(value_mask, scores, scores - 1.0e9)
                weights = ops.softmax(scores, axis=-1)
                if training and self.dropout > 0:
                    weights = keras.random.dropout(weights, self.dropout, seed=self.seed_generator)
                output = ops.matmul(weights, value)
                if query_mask is not None:
                    output = ops.where(ops.expand_dims(query_mask, axis=-1), output, 0)
                return (output, weights) if return_attention_scores else output

            def compute_mask(self, inputs, mask=None):
                self._check(inputs, mask)
                return None if mask is None or mask[0] is None else ops.convert_to_tensor(mask[0])

            def _check(self, inputs, mask=None):
                name = type(self).__name__
                if not isinstance(inputs, list):
                    raise ValueError(
                        f"{name} layer must be called on a list of inputs, namely [query, value] or [query, value, key]. "
                        f"Received: inputs={inputs}.")
                if len(inputs) not in (2, 3):
                    raise ValueError(
                        f"{name} layer accepts inputs list of length 2 or 3, namely [query, value] or "
                        f"[query, value, key]. Received length: {len(inputs)}.")
                if mask is not None and not isinstance(mask, list):
                    raise ValueError(
                        f"{name} layer mask must be a list, namely [query_mask, value_mask]. Received: mask={mask}.")
                if mask is not None and len(mask) not in (2, 3):
                    raise ValueError(
                        f"{name} layer accepts mask list of length 2 or 3. Received: inputs={inputs}, mask={mask}.")

            def compute_output_shape(self, input_shape):
                return (*input_shape[0][:-1], input_shape[1][-1])

            def get_config(self):
                return {
                    **super().get_config(), "use_scale": self.use_scale, "score_mode": self.score_mode,
                    "dropout": self.dropout, "seed": self.seed}


        class AdditiveAttention(Attention):
            \"""Bahdanau's attention of [query, value] or [query, value, key].

            Args:
                use_scale: whether the features are multiplied by weights before they are added
                dropout: the share of the scores that training drops
            Source: Bahdanau and others, Neural Machine Translation by Jointly Learning to Align and Translate (2015).
            Example: q = Input((16, 8)); AdditiveAttention()([q, q])
            \"""

            def __init__(self, use_scale=True, dropout=0.0, **kwargs):
                super().__init__(use_scale=use_scale, dropout=dropout, **kwargs)

            def build(self, input_shape):
                self._check(input_shape)
                self.scale = None
                if self.use_scale:
                    self.scale = self.add_weight(
                        name="scale", shape=(input_shape[0][-1],), initializer="glorot_uniform")

            def _scores(self, query, key):
                both = ops.tanh(ops.expand_dims(query, axis=-2) + ops.expand_dims(key, axis=-3))
                return ops.sum(both if self.scale is None else both * self.scale, axis=-1)

            def get_config(self):
                config = super().get_config()
                del config["score_mode"]
                return config
        """
}
