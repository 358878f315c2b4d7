extension Prelude {
    /// Layers that hold another layer.
    ///
    /// Source: the behaviour of keras/src/layers/core/wrapper.py, rnn/time_distributed.py, rnn/bidirectional.py and
    /// normalization/spectral_normalization.py.
    static let wrapperLayers = """
        class InputSpec:
            \"""What a layer requires of an input.\"""

            def __init__(
                    self, dtype=None, shape=None, ndim=None, max_ndim=None, min_ndim=None, axes=None,
                    allow_last_axis_squeeze=False, name=None, optional=False):
                self.dtype = dtype
                self.shape = None if shape is None else tuple(shape)
                self.ndim = ndim if shape is None else len(self.shape)
                self.max_ndim = max_ndim
                self.min_ndim = min_ndim
                self.axes = {int(axis): size for axis, size in (axes or {}).items()}
                self.allow_last_axis_squeeze = allow_last_axis_squeeze
                self.name = name
                self.optional = optional


        class Wrapper(Layer):
            \"""A layer around another one.

            Args:
                layer: the layer that it runs
            \"""

            def __init__(self, layer, **kwargs):
                if not isinstance(layer, Layer):
                    raise ValueError(
                        f"Layer {layer} supplied to Wrapper isn't a supported layer type. Please ensure wrapped layer is a "
                        "valid Keras layer.")
                super().__init__(**kwargs)
                self.layer = layer

            def build(self, input_shape=None):
                if not self.layer.built:
                    self.layer.build(input_shape)

            def get_config(self):
                return {**super().get_config(), "layer": keras.layers.serialize(self.layer)}

            @classmethod
            def from_config(cls, config):
                config = dict(config)
                return cls(keras.layers.deserialize(config.pop("layer")), **config)


        class TimeDistributed(Wrapper):
            \"""Applies a layer to every step of a sequence.

            Args:
                layer: what is applied to each step, with the same weights
            Inputs: (batch, steps, …); output: (batch, steps, …), each step as the layer gives it.
            Example: TimeDistributed(Conv2D(8, 3))(Input((10, 28, 28, 1)))
            \"""

            def __init__(self, layer, **kwargs):
                if not isinstance(layer, Layer):
                    raise ValueError(
                        f"Please initialize `TimeDistributed` layer with a `keras.layers.Layer` instance. Received: {layer}")
                super().__init__(layer, **kwargs)
                self.supports_masking = True

            def _step_shape(self, input_shape):
                if not isinstance(input_shape, (tuple, list)) or len(input_shape) < 3:
                    raise ValueError(
                        "`TimeDistributed` Layer should be passed an `input_shape` with at least 3 dimensions, "
                        f"received: {input_shape}")
                return (input_shape[0], *input_shape[2:])

            def build(self, input_shape):
                super().build(self._step_shape(input_shape))

            def compute_output_shape(self, input_shape):
                shape = self.layer.compute_output_shape(self._step_shape(input_shape))
                return (shape[0], input_shape[1], *shape[1:])

            def call(self, inputs, training=None, mask=None):
                if mask is not None:
                    self._check_mask(tuple(mask.shape), tuple(inputs.shape))
                if inputs.shape[1] is None:
                    raise ValueError("The number of steps has to be known")
                keywords = {} if training is None else {"training": training}
                masks = mask is not None and self.layer._call_has_mask_arg
                steps = [
                    self.layer(inputs[:, step], **keywords, **({"mask": mask[:, step]} if masks else {}))
                    for step in range(inputs.shape[1])]
                return ops.stack(steps, axis=1)

            def _check_mask(self, mask_shape, input_shape):
                if len(mask_shape) < 2:
                    raise ValueError(
                        "The `mask` passed to the `TimeDistributed` layer must be at least 2D (e.g., "
                        f"`(batch_size, timesteps)`), but it has {len(mask_shape)} dimension(s) with shape {mask_shape}.")
                for own, wanted in zip(mask_shape[:2], input_shape):
                    if own is not None and wanted is not None and own != wanted:
                        raise ValueError(
                            f"The `mask` passed to the `TimeDistributed` layer has a shape {mask_shape} that is incompatible "
                            f"with the input shape {input_shape}. The first two dimensions of the mask (batch size and "
                            "timesteps) must match the input's first two dimensions. Expected mask shape prefix: "
                            f"({input_shape[0]}, {input_shape[1]}).")


        class Bidirectional(Wrapper):
            \"""Runs a recurrent layer forwards and backwards.

            Args:
                layer: the recurrent layer that reads from the first step to the last
                merge_mode: how the two outputs are joined: "concat", "sum", "mul", "ave", or None for a list of both
                weights: values that the weights begin with
                backward_layer: the layer that reads from the last step to the first; None for a copy of layer
            Example: Bidirectional(LSTM(16))(Input((10, 8)))
            \"""

            def __init__(self, layer, merge_mode="concat", weights=None, backward_layer=None, **kwargs):
                if not isinstance(layer, Layer):
                    raise ValueError(
                        f"Please initialize `Bidirectional` layer with a `keras.layers.Layer` instance. Received: {layer}")
                if backward_layer is not None and not isinstance(backward_layer, Layer):
                    raise ValueError(
                        "`backward_layer` need to be a `keras.layers.Layer` instance. "
                        f"Received: backward_layer={backward_layer}")
                if merge_mode not in ("sum", "mul", "ave", "concat", None):
                    raise ValueError(
                        f"Invalid merge mode. Received: {merge_mode}. "
                        'Merge mode should be one of {"sum", "mul", "ave", "concat", None}.')
                Layer.__init__(self, **kwargs)
                self.forward_layer = self._copy(layer, "forward_")
                self.backward_layer = self._copy(layer, "backward_") if backward_layer is None else backward_layer
                self._check_layers()
                for inner in (self.forward_layer, self.backward_layer):
                    if hasattr(inner, "zero_output_for_mask"):
                        inner.zero_output_for_mask = inner.return_sequences
                self.merge_mode = merge_mode
                if weights:
                    self._first_weights = list(weights)
                self.stateful = layer.stateful
                self.return_sequences = layer.return_sequences
                self.return_state = layer.return_state
                self.supports_masking = True

            def _copy(self, layer, prefix):
                config = dict(layer.get_config())
                name = layer.name
                config["name"] = prefix + (name[len(prefix):] if name.startswith(prefix) else name)
                if prefix == "backward_":
                    config["go_backwards"] = True
                return type(layer).from_config(config)

            def _check_layers(self):
                forward, backward = self.forward_layer, self.backward_layer
                if forward.go_backwards == backward.go_backwards:
                    raise ValueError(
                        "Forward layer and backward layer should have different `go_backwards` value. Received: "
                        f"forward_layer.go_backwards {forward.go_backwards}, "
                        f"backward_layer.go_backwards={backward.go_backwards}")
                for name in ("stateful", "return_sequences", "return_state"):
                    own, other = getattr(forward, name), getattr(backward, name)
                    if own != other:
                        raise ValueError(
                            "Forward layer and backward layer are expected to have the same value for attribute "
                            f'"{name}", got "{own}" for forward layer and "{other}" for backward layer')

            def build(self, sequences_shape, initial_state_shape=None):
                for inner in (self.forward_layer, self.backward_layer):
                    if not inner.built:
                        inner.build(sequences_shape)
                if hasattr(self, "_first_weights"):
                    half = len(self._first_weights) // 2
                    self.forward_layer.set_weights(self._first_weights[:half])
                    self.backward_layer.set_weights(self._first_weights[half:])

            def call(self, sequences, initial_state=None, mask=None, training=None):
                keywords = {} if training is None else {"training": training}
                if mask is not None and self.forward_layer._call_has_mask_arg:
                    keywords["mask"] = mask
                states = ({}, {})
                if initial_state is not None:
                    half = len(initial_state) // 2
                    states = ({"initial_state": list(initial_state[:half])}, {"initial_state": list(initial_state[half:])})
                forward = self.forward_layer(sequences, **keywords, **states[0])
                backward = self.backward_layer(sequences, **keywords, **states[1])
                states = []
                if self.return_state:
                    states = list(forward[1:]) + list(backward[1:])
                    forward, backward = forward[0], backward[0]
                if self.return_sequences:
                    backward = ops.flip(backward, axis=1)
                if self.merge_mode == "concat":
                    output = ops.concatenate([forward, backward], axis=-1)
                elif self.merge_mode == "sum":
                    output = forward + backward
                elif self.merge_mode == "ave":
                    output = (forward + backward) / 2
                elif self.merge_mode == "mul":
                    output = forward * backward
                else:
                    output = (forward, backward)
                if not states:
                    return output
                return (*output, *states) if self.merge_mode is None else (output, *states)

            def compute_mask(self, _, mask):
                if isinstance(mask, list):
                    mask = mask[0]
                if not self.return_sequences:
                    mask = None
                return mask if self.merge_mode else (mask, mask)

            def compute_output_shape(self, sequences_shape, initial_state_shape=None):
                shape = self.forward_layer.compute_output_shape(sequences_shape)
                states = []
                if self.return_state:
                    shape, states = shape[0], [tuple(state) for state in shape[1:]]
                if self.merge_mode == "concat":
                    shape = (*shape[:-1], shape[-1] * 2)
                shapes = [tuple(shape)] if self.merge_mode else [tuple(shape), tuple(shape)]
                shapes = shapes + states + states
                return shapes[0] if len(shapes) == 1 else shapes

            @property
            def states(self):
                if self.forward_layer.states and self.backward_layer.states:
                    return (*self.forward_layer.states, *self.backward_layer.states)
                return None

            def reset_state(self):
                if not self.stateful:
                    raise AttributeError("Layer must be stateful.")
                self.forward_layer.reset_state()
                self.backward_layer.reset_state()

            def reset_states(self):
                self.reset_state()

            def get_config(self):
                return {
                    **Layer.get_config(self), "merge_mode": self.merge_mode,
                    "layer": keras.layers.serialize(self.forward_layer),
                    "backward_layer": keras.layers.serialize(self.backward_layer)}

            @classmethod
            def from_config(cls, config):
                config = dict(config)
                for key in ("layer", "backward_layer"):
                    if config.get(key) is not None:
                        config[key] = keras.layers.deserialize(config[key])
                return cls(**config)


        class SpectralNormalization(Wrapper):
            \"""Divides a layer's kernel by its largest singular value.

            Args:
                layer: a layer with a kernel or embeddings
                power_iterations: how often the singular value is improved at each step of training
            Source: Miyato and others, Spectral Normalization for Generative Adversarial Networks (2018).
            Example: SpectralNormalization(Conv2D(8, 3))(Input((28, 28, 1)))
            \"""

            def __init__(self, layer, power_iterations=1, **kwargs):
                super().__init__(layer, **kwargs)
                if power_iterations <= 0:
                    raise ValueError(
                        "`power_iterations` should be greater than zero. Received: "
                        f"`power_iterations={power_iterations}`")
                self.power_iterations = power_iterations

            def build(self, input_shape):
                super().build(input_shape)
                if hasattr(self.layer, "kernel"):
                    self.kernel = self.layer.kernel
                elif hasattr(self.layer, "embeddings"):
                    self.kernel = self.layer.embeddings
                else:
                    raise ValueError(
                        f"{type(self.layer).__name__} object has no attribute 'kernel' nor 'embeddings'")
                self.kernel_shape = tuple(self.kernel.shape)
                self.vector_u = self.add_weight(
                    shape=(1, self.kernel_shape[-1]), initializer=keras.initializers.TruncatedNormal(stddev=0.02),
                    trainable=False, name="vector_u")

            def compute_output_shape(self, input_shape):
                return self.layer.compute_output_shape(input_shape)

            def call(self, inputs, training=False):
                if training:
                    self._normalize()
                return self.layer(inputs)

            def _normalize(self):
                weights = ops.reshape(ops.convert_to_tensor(self.kernel), (-1, self.kernel_shape[-1]))
                u = ops.convert_to_tensor(self.vector_u)
                for _ in range(self.power_iterations):
                    v = ops.normalize(ops.matmul(u, ops.transpose(weights)), axis=None)
                    u = ops.normalize(ops.matmul(v, weights), axis=None)
                sigma = ops.matmul(ops.matmul(v, weights), ops.transpose(u))
                self.vector_u.assign(u)
                self.kernel.assign(ops.reshape(weights / sigma, self.kernel_shape))

            def get_config(self):
                return {**super().get_config(), "power_iterations": self.power_iterations}


        class Masking(Layer):
            \"""Masks the steps all of whose features have a certain value, and sets them to zero.\"""

            def __init__(self, mask_value=0.0, **kwargs):
                super().__init__(**kwargs)
                self.mask_value = mask_value
                self.supports_masking = True
                self.built = True

            def call(self, inputs):
                differs = ops.any(ops.not_equal(inputs, self.mask_value), axis=-1, keepdims=True)
                return ops.where(differs, inputs, 0)

            def compute_mask(self, inputs, mask=None):
                return ops.any(ops.not_equal(inputs, self.mask_value), axis=-1)

            def compute_output_shape(self, input_shape):
                return input_shape

            def get_config(self):
                return {**super().get_config(), "mask_value": self.mask_value}
        """
}
