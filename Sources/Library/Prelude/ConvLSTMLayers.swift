extension Prelude {
    /// What the arguments of ConvLSTM1D, 2D and 3D are.
    private static let convLSTMArguments = [
        "filters: the channels of the state and of the output",
        "kernel_size: the size of the window, of the input's kernel and of the state's",
        "strides: by how many pixels the window moves on the input",
        "padding: \"valid\" or \"same\", for the input; that of the state is always \"same\"",
        "data_format: \"channels_last\" or \"channels_first\"",
        "dilation_rate: the distance between the pixels of the window",
        "activation: what the new values of the state go through",
        "recurrent_activation: what the gates go through",
        "return_sequences: whether the output has all steps or the last one",
        "return_state: whether the last state is returned too",
        "go_backwards: whether the steps are read from the last to the first",
        "stateful: whether the next batch begins with the state of this one",
    ].joined(separator: "\n        ")

    /// Recurrent layers whose products are convolutions.
    ///
    /// Source: Shi and others, Convolutional LSTM Network (2015), and the behaviour of keras/src/layers/rnn/conv_lstm.py.
    static let convLSTMLayers = """
        def _sizes(value, rank):
            return (value,) * rank if isinstance(value, int) else tuple(value)


        class ConvLSTMCell(Layer):
            def __init__(self, outer, **kwargs):
                super().__init__(**kwargs)
                # Not an attribute that is a layer: the cell is a part of the layer, not the other way round.
                self.outer = lambda: outer

            def build(self, input_shape):
                outer = self.outer()
                axis = 1 if outer.data_format == "channels_first" else -1
                self.kernel = self.add_weight(
                    name="kernel", shape=(*outer.kernel_size, input_shape[axis], outer.filters * 4),
                    initializer=outer.kernel_initializer, regularizer=outer.kernel_regularizer,
                    constraint=outer.kernel_constraint)
                self.recurrent_kernel = self.add_weight(
                    name="recurrent_kernel", shape=(*outer.kernel_size, outer.filters, outer.filters * 4),
                    initializer=outer.recurrent_initializer, regularizer=outer.recurrent_regularizer,
                    constraint=outer.recurrent_constraint)
                self.bias = None
                if outer.use_bias:
                    def unit_forget(shape, dtype=None):
                        count = outer.filters
                        return ops.concatenate([
                            outer.bias_initializer((count,)), ops.ones((count,)), outer.bias_initializer((count * 2,))])

                    self.bias = self.add_weight(
                        name="bias", shape=(outer.filters * 4,),
                        initializer=unit_forget if outer.unit_forget_bias else outer.bias_initializer,
                        regularizer=outer.bias_regularizer, constraint=outer.bias_constraint)

            def call(self, inputs, hidden=None, carry=None):
                outer = self.outer()
                x = ops.conv(
                    inputs, self.kernel, strides=outer.strides, padding=outer.padding, data_format=outer.data_format,
                    dilation_rate=outer.dilation_rate)
                axis = 1 if outer.data_format == "channels_first" else -1
                if self.bias is not None:
                    bias = self.bias
                    if axis == 1:
                        bias = ops.reshape(bias, (1, outer.filters * 4) + (1,) * outer.rank)
                    x = x + bias
                if hidden is not None:
                    x = x + ops.conv(hidden, self.recurrent_kernel, padding="same", data_format=outer.data_format)
                i, f, c, o = ops.split(x, 4, axis=axis)
                fresh = outer.recurrent_activation(i) * outer.activation(c)
                carry = fresh if carry is None else outer.recurrent_activation(f) * carry + fresh
                return outer.recurrent_activation(o) * outer.activation(carry), carry


        class _ConvLSTM(Layer):
            rank = 2

            def __init__(
                    self, filters, kernel_size, strides=1, padding="valid", data_format=None, dilation_rate=1,
                    activation="tanh", recurrent_activation="sigmoid", use_bias=True,
                    kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
                    unit_forget_bias=True, kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None,
                    activity_regularizer=None, kernel_constraint=None, recurrent_constraint=None, bias_constraint=None,
                    dropout=0.0, recurrent_dropout=0.0, seed=None, return_sequences=False, return_state=False,
                    go_backwards=False, stateful=False, **kwargs):
                self.unroll = kwargs.pop("unroll", False)
                zero_output_for_mask = kwargs.pop("zero_output_for_mask", False)
                if stateful:
                    raise NotImplementedError(
                        "states that are kept from call to call are implemented for SimpleRNN, LSTM and GRU, not for ConvLSTM")
                super().__init__(activity_regularizer=activity_regularizer, **kwargs)
                self.filters = filters
                self.kernel_size = _sizes(kernel_size, self.rank)
                self.strides = _sizes(strides, self.rank)
                self.padding = padding.lower()
                self.data_format = data_format or keras.config.image_data_format()
                self.dilation_rate = _sizes(dilation_rate, self.rank)
                if max(self.strides) > 1 and max(self.dilation_rate) > 1:
                    raise ValueError(
                        "Specifying `strides > 1` is not compatible with `dilation_rate > 1`. Please provide `strides=1` "
                        f"or `dilation_rate=1`. Received: strides={self.strides} and dilation_rate={self.dilation_rate}")
                self._seed = seed
                self.seed_generator = keras.random.SeedGenerator(seed)
                self.activation = keras.activations.get(activation)
                self.recurrent_activation = keras.activations.get(recurrent_activation)
                self.use_bias = use_bias
                self.kernel_initializer = keras.initializers.get(kernel_initializer)
                self.recurrent_initializer = keras.initializers.get(recurrent_initializer)
                self.bias_initializer = keras.initializers.get(bias_initializer)
                self.unit_forget_bias = unit_forget_bias
                self.kernel_regularizer = kernel_regularizer
                self.recurrent_regularizer = recurrent_regularizer
                self.bias_regularizer = bias_regularizer
                self.kernel_constraint = kernel_constraint
                self.recurrent_constraint = recurrent_constraint
                self.bias_constraint = bias_constraint
                self.dropout = dropout
                self.recurrent_dropout = recurrent_dropout
                self.return_sequences = return_sequences
                self.return_state = return_state
                self.go_backwards = go_backwards
                self.stateful = stateful
                self.zero_output_for_mask = zero_output_for_mask
                self.supports_masking = True
                self.cell = ConvLSTMCell(self)

            def build(self, sequences_shape, initial_state_shape=None):
                self.cell.build((sequences_shape[0], *sequences_shape[2:]))

            def compute_output_shape(self, sequences_shape, initial_state_shape=None):
                batch, steps, *sizes = sequences_shape
                first = self.data_format == "channels_first"
                sizes = [self._size(*axis) for axis in zip(
                    sizes[1:] if first else sizes[:-1], self.kernel_size, self.strides, self.dilation_rate)]
                image = (self.filters, *sizes) if first else (*sizes, self.filters)
                output = (batch, steps, *image) if self.return_sequences else (batch, *image)
                return [output, (batch, *image), (batch, *image)] if self.return_state else output

            def _size(self, size, kernel, stride, dilation):
                if size is None:
                    return None
                span = 1 if self.padding == "same" else (kernel - 1) * dilation + 1
                return (size - span) // stride + 1

            def call(self, sequences, initial_state=None, mask=None, training=False):
                if training and (self.dropout > 0 or self.recurrent_dropout > 0):
                    raise NotImplementedError("the dropout of a ConvLSTM in training is outside this program")
                if sequences.shape[1] is None:
                    raise ValueError("The number of steps has to be known")
                states = [None, None] if initial_state is None else list(initial_state)
                outputs = []
                steps = range(sequences.shape[1])
                for step in reversed(steps) if self.go_backwards else steps:
                    fresh = self.cell.call(sequences[:, step], *states)
                    output = fresh[0]
                    if mask is not None:
                        before = None if self.zero_output_for_mask or not outputs else outputs[-1]
                        output = self._choose(mask[:, step], output, before)
                        fresh = [self._choose(mask[:, step], new, old) for new, old in zip(fresh, states)]
                    outputs.append(output)
                    states = list(fresh)
                output = ops.stack(outputs, axis=1) if self.return_sequences else outputs[-1]
                return (output, *states) if self.return_state else output

            def get_config(self):
                config = super().get_config()
                for key in ("return_sequences", "return_state", "go_backwards", "stateful"):
                    config[key] = getattr(self, key)
                config["unroll"] = self.unroll
                config["zero_output_for_mask"] = self.zero_output_for_mask
                for key in ("filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate"):
                    config[key] = getattr(self, key)
                config["activation"] = keras.activations.serialize(self.activation)
                config["recurrent_activation"] = keras.activations.serialize(self.recurrent_activation)
                config["use_bias"] = self.use_bias
                for key in ("kernel_initializer", "recurrent_initializer", "bias_initializer"):
                    config[key] = keras.initializers.serialize(getattr(self, key))
                config["unit_forget_bias"] = self.unit_forget_bias
                for key in ("kernel_regularizer", "recurrent_regularizer", "bias_regularizer"):
                    config[key] = keras.regularizers.serialize(keras.regularizers.get(getattr(self, key)))
                config["activity_regularizer"] = keras.regularizers.serialize(self.activity_regularizer)
                for key in ("kernel_constraint", "recurrent_constraint", "bias_constraint"):
                    config[key] = keras.constraints.serialize(keras.constraints.get(getattr(self, key)))
                for key in ("dropout", "recurrent_dropout"):
                    config[key] = getattr(self, key)
                config["seed"] = self._seed
                return config

            # The new images where the mask is true, and the old ones elsewhere; None stands for zeros.
            def _choose(self, mask, new, old):
                for _ in range(self.rank + 1):
                    mask = ops.expand_dims(mask, -1)
                return ops.where(mask, new, 0.0 if old is None else old)

            def compute_mask(self, _, mask):
                if isinstance(mask, (list, tuple)):
                    mask = mask[0]
                mask = mask if self.return_sequences else None
                return [mask, None, None] if self.return_state else mask


        class ConvLSTM1D(_ConvLSTM):
            \"""A convolutional LSTM over sequences of rows.

            Args:
                \(convLSTMArguments)
            Source: Shi and others, Convolutional LSTM Network (2015).
            Example: ConvLSTM1D(4, 3)(Input((5, 28, 1)))
            \"""
            rank = 1


        class ConvLSTM2D(_ConvLSTM):
            \"""A convolutional LSTM over sequences of images.

            Args:
                \(convLSTMArguments)
            Source: Shi and others, Convolutional LSTM Network (2015).
            Example: ConvLSTM2D(4, 3)(Input((5, 28, 28, 1)))
            \"""
            rank = 2


        class ConvLSTM3D(_ConvLSTM):
            \"""A convolutional LSTM over sequences of volumes.

            Args:
                \(convLSTMArguments)
            Source: Shi and others, Convolutional LSTM Network (2015).
            Example: ConvLSTM3D(4, 3)(Input((5, 8, 8, 8, 1)))
            \"""
            rank = 3
        """
}
