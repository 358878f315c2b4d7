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

            def call(self, inputs, training=None):
                if inputs.shape[1] is None:
                    raise ValueError("The number of steps has to be known")
                keywords = {} if training is None else {"training": training}
                steps = [self.layer(inputs[:, step], **keywords) for step in range(inputs.shape[1])]
                return ops.stack(steps, axis=1)


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
                if "name" not in kwargs:
                    kwargs["name"] = None
                Layer.__init__(self, **kwargs)
                self._wrapped = (layer.get_config(), type(layer))
                self.forward_layer = type(layer).from_config(layer.get_config())
                if backward_layer is None:
                    config = dict(layer.get_config())
                    config["go_backwards"] = not config["go_backwards"]
                    backward_layer = type(layer).from_config(config)
                self.backward_layer = backward_layer
                self.forward_layer.name = "forward_" + self.forward_layer.name
                self.backward_layer.name = "backward_" + self.backward_layer.name
                if self.forward_layer.go_backwards == self.backward_layer.go_backwards:
                    raise ValueError(
                        "Forward layer and backward layer should have different `go_backwards` value. Received: "
                        f"forward_layer.go_backwards={self.forward_layer.go_backwards}, "
                        f"backward_layer.go_backwards={self.backward_layer.go_backwards}")
                self.merge_mode = merge_mode
                self.return_sequences = layer.return_sequences
                self.return_state = layer.return_state

            def build(self, sequences_shape, initial_state_shape=None):
                if not self.forward_layer.built:
                    self.forward_layer.build(sequences_shape)
                if not self.backward_layer.built:
                    self.backward_layer.build(sequences_shape)

            def call(self, sequences, training=None):
                keywords = {} if training is None else {"training": training}
                forward = self.forward_layer(sequences, **keywords)
                backward = self.backward_layer(sequences, **keywords)
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

            def get_config(self):
                config, cls = self._wrapped
                layer = keras.layers.serialize(cls.from_config(config))
                return {**Layer.get_config(self), "merge_mode": self.merge_mode, "layer": layer}


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
            \"""Sets steps to zero all of whose features have a certain value. The mask itself is not handed on.\"""

            def __init__(self, mask_value=0.0, **kwargs):
                super().__init__(**kwargs)
                self.mask_value = mask_value
                self.supports_masking = True

            def call(self, inputs):
                differs = ops.any(ops.not_equal(inputs, self.mask_value), axis=-1, keepdims=True)
                return inputs * ops.cast(differs, "float32")

            def compute_output_shape(self, input_shape):
                return input_shape

            def get_config(self):
                return {**super().get_config(), "mask_value": self.mask_value}
        """
}
