extension Prelude {
    /// Recurrent layers of any cell, and Keras's cells.
    ///
    /// Source: the behaviour of keras/src/layers/rnn: rnn.py, stacked_rnn_cells.py and the cells of simple_rnn.py, lstm.py, gru.py.
    static let recurrentLayers = """
        def _nested(value):
            return isinstance(value, (list, tuple))


        def _flat(value):
            return [part for item in value for part in _flat(item)] if _nested(value) else [value]


        # Values where the mask is true, and others elsewhere; both may be lists of lists.
        def _choose(mask, new, old):
            if _nested(new):
                return [_choose(mask, a, b) for a, b in zip(new, old)]
            for _ in range(len(new.shape) - len(mask.shape)):
                mask = ops.expand_dims(mask, -1)
            return ops.where(mask, new, old)


        class RNN(Layer):
            \"""Applies a cell to the steps of a sequence, each time with its states of the step before.

            Args:
                cell: what is applied to a step: an object with call(inputs, states) and state_size, or a list of such
                return_sequences: whether the outputs of all steps are given, or the last
                return_state: whether the last states are given as well
                go_backwards: whether the sequence is gone through from its end
                stateful: whether states are kept from call to call; only False
                unroll: whether Keras unrolls the loop; same values
                zero_output_for_mask: whether masked steps give zeros, and not what the step before gave
            Example: RNN(LSTMCell(16))(Input((20, 4)))
            \"""

            def __init__(
                    self, cell, return_sequences=False, return_state=False, go_backwards=False, stateful=False,
                    unroll=False, zero_output_for_mask=False, **kwargs):
                if _nested(cell):
                    cell = StackedRNNCells(cell)
                if not hasattr(cell, "call"):
                    raise ValueError(f"Argument `cell` should have a `call` method. Received: cell={cell}")
                if not hasattr(cell, "state_size"):
                    raise ValueError(
                        f"The RNN cell should have a `state_size` attribute (single integer or list of integers, one integer "
                        f"per RNN state). Received: cell={cell}")
                if stateful:
                    raise NotImplementedError(
                        "states that are kept from call to call are implemented for SimpleRNN, LSTM and GRU, not for RNN")
                super().__init__(**kwargs)
                self.zero_output_for_mask = zero_output_for_mask
                self.cell = cell
                self.return_sequences = return_sequences
                self.return_state = return_state
                self.go_backwards = go_backwards
                self.stateful = stateful
                self.unroll = unroll
                self.supports_masking = True
                size = cell.state_size
                self.single_state = isinstance(size, int)
                self.state_size = [size] if self.single_state else list(size)

            def build(self, sequences_shape, initial_state_shape=None):
                if isinstance(self.cell, Layer) and not self.cell.built:
                    self.cell.build((sequences_shape[0], *sequences_shape[2:]))

            def compute_output_shape(self, sequences_shape, initial_state_shape=None):
                batch, steps = sequences_shape[:2]
                size = getattr(self.cell, "output_size", None)
                size = _flat(self.state_size)[0] if size is None else size
                output = (batch, steps, size) if self.return_sequences else (batch, size)
                states = [(batch, part) for part in _flat(self.state_size)]
                return [output, *states] if self.return_state else output

            def compute_mask(self, _, mask):
                mask = _flat(mask)[0] if _nested(mask) else mask
                mask = mask if self.return_sequences else None
                return [mask] + [None for _ in self.state_size] if self.return_state else mask

            # Zeros for each sample, however many there are.
            def _zeros(self, sequences, size):
                if _nested(size):
                    return [self._zeros(sequences, part) for part in size]
                first = sequences[(slice(None),) + (0,) * (len(sequences.shape) - 1)]
                return ops.zeros_like(ops.expand_dims(first, -1)) + np.zeros((1, size), "float32")

            def get_initial_state(self, batch_size):
                state = self.cell.get_initial_state(batch_size=batch_size)
                return list(state) if _nested(state) else [state]

            def _first_states(self, sequences):
                if hasattr(self.cell, "get_initial_state") and not hasattr(type(self.cell), "_starts_with_zeros"):
                    return self.get_initial_state(sequences.shape[0])
                return [self._zeros(sequences, size) for size in self.state_size]

            def call(self, sequences, initial_state=None, mask=None, training=False):
                if sequences.shape[1] is None:
                    raise ValueError("The number of steps has to be known")
                states = self._first_states(sequences) if initial_state is None else initial_state
                states = list(states) if _nested(states) else [states]
                keywords = {"training": training} if getattr(self.cell, "_call_has_training_arg", False) else {}
                outputs = []
                steps = range(sequences.shape[1])
                for step in reversed(steps) if self.go_backwards else steps:
                    apply = self.cell if isinstance(self.cell, Layer) else self.cell.call
                    output, fresh = apply(sequences[:, step], states, **keywords)
                    fresh = list(fresh) if _nested(fresh) else [fresh]
                    if mask is not None:
                        before = 0.0 if self.zero_output_for_mask or not outputs else outputs[-1]
                        output = _choose(mask[:, step], output, before)
                        fresh = _choose(mask[:, step], fresh, states)
                    outputs.append(output)
                    states = fresh
                output = ops.stack(outputs, axis=1) if self.return_sequences else outputs[-1]
                return (output, *states) if self.return_state else output

            def get_config(self):
                return {
                    **super().get_config(), "return_sequences": self.return_sequences,
                    "return_state": self.return_state, "go_backwards": self.go_backwards, "stateful": self.stateful,
                    "unroll": self.unroll, "zero_output_for_mask": self.zero_output_for_mask,
                    "cell": keras.layers.serialize(self.cell)}

            @classmethod
            def from_config(cls, config):
                config = dict(config)
                return cls(keras.layers.deserialize(config.pop("cell")), **config)


        class StackedRNNCells(Layer):
            \"""Several cells, each of which gets the output of the one before.

            Args:
                cells: the cells, in a list
            Example: RNN(StackedRNNCells([LSTMCell(16), GRUCell(8)]))(Input((20, 4)))
            \"""
            _starts_with_zeros = True

            def __init__(self, cells, **kwargs):
                super().__init__(**kwargs)
                for cell in cells:
                    if not hasattr(cell, "call"):
                        raise ValueError(
                            f"All cells must have a `call` method. Received cell without a `call` method: {cell}")
                    if not hasattr(cell, "state_size"):
                        raise ValueError(
                            "All cells must have a `state_size` attribute. "
                            f"Received cell without a `state_size`: {cell}")
                self.cells = list(cells)

            @property
            def state_size(self):
                return [cell.state_size for cell in self.cells]

            @property
            def output_size(self):
                size = getattr(self.cells[-1], "output_size", None)
                return _flat(self.cells[-1].state_size)[0] if size is None else size

            def build(self, input_shape):
                for cell in self.cells:
                    if isinstance(cell, Layer) and not cell.built:
                        cell.build(input_shape)
                    size = getattr(cell, "output_size", None)
                    input_shape = (input_shape[0], _flat(cell.state_size)[0] if size is None else size)

            def call(self, inputs, states, training=False):
                fresh = []
                for cell, own in zip(self.cells, states):
                    keywords = {"training": training} if getattr(cell, "_call_has_training_arg", False) else {}
                    is_list = _nested(own)
                    inputs, own = cell(inputs, list(own) if is_list else [own], **keywords)
                    fresh.append(own[0] if _nested(own) and len(own) == 1 and not is_list else own)
                return inputs, fresh[0] if len(fresh) == 1 else fresh

            def get_config(self):
                return {**super().get_config(), "cells": [keras.layers.serialize(cell) for cell in self.cells]}

            @classmethod
            def from_config(cls, config):
                config = dict(config)
                return cls([keras.layers.deserialize(cell) for cell in config.pop("cells")], **config)


        class _Cell(Layer):
            gates = 1
            state_count = 1
            _starts_with_zeros = True

            def __init__(
                    self, units, activation="tanh", use_bias=True, kernel_initializer="glorot_uniform",
                    recurrent_initializer="orthogonal", bias_initializer="zeros", kernel_regularizer=None,
                    recurrent_regularizer=None, bias_regularizer=None, kernel_constraint=None,
                    recurrent_constraint=None, bias_constraint=None, dropout=0.0, recurrent_dropout=0.0, seed=None,
                    **kwargs):
                if units <= 0:
                    raise ValueError(
                        f"Received an invalid value for argument `units`, expected a positive integer, got {units}.")
                kwargs.pop("implementation", None)
                super().__init__(**kwargs)
                self.seed = seed
                self.seed_generator = keras.random.SeedGenerator(seed) if self.gates == 1 else None
                self.units = units
                self.activation = keras.activations.get(activation)
                self.use_bias = use_bias
                self.kernel_initializer = keras.initializers.get(kernel_initializer)
                self.recurrent_initializer = keras.initializers.get(recurrent_initializer)
                self.bias_initializer = keras.initializers.get(bias_initializer)
                self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
                self.recurrent_regularizer = keras.regularizers.get(recurrent_regularizer)
                self.bias_regularizer = keras.regularizers.get(bias_regularizer)
                self.kernel_constraint = keras.constraints.get(kernel_constraint)
                self.recurrent_constraint = keras.constraints.get(recurrent_constraint)
                self.bias_constraint = keras.constraints.get(bias_constraint)
                self.dropout = min(1.0, max(0.0, dropout))
                self.recurrent_dropout = min(1.0, max(0.0, recurrent_dropout))
                if self.seed_generator is None:
                    self.seed_generator = keras.random.SeedGenerator(seed)
                self.state_size = units if self.state_count == 1 else [units] * self.state_count
                self.output_size = units

            def _bias_shape(self):
                return (self.units * self.gates,)

            def _first_bias(self):
                return self.bias_initializer

            def build(self, input_shape):
                self.kernel = self.add_weight(
                    shape=(input_shape[-1], self.units * self.gates), name="kernel", initializer=self.kernel_initializer,
                    regularizer=self.kernel_regularizer, constraint=self.kernel_constraint)
                self.recurrent_kernel = self.add_weight(
                    shape=(self.units, self.units * self.gates), name="recurrent_kernel",
                    initializer=self.recurrent_initializer, regularizer=self.recurrent_regularizer,
                    constraint=self.recurrent_constraint)
                self.bias = None
                if self.use_bias:
                    self.bias = self.add_weight(
                        shape=self._bias_shape(), name="bias", initializer=self._first_bias(),
                        regularizer=self.bias_regularizer, constraint=self.bias_constraint)

            def get_initial_state(self, batch_size=None):
                return [ops.zeros((batch_size, self.units)) for _ in range(self.state_count)]

            def _check(self, training):
                if training and (self.dropout > 0 or self.recurrent_dropout > 0):
                    raise NotImplementedError(
                        "the dropout of a cell in training is outside this program; SimpleRNN, LSTM and GRU have it")

            def get_config(self):
                config = {**super().get_config(), "units": self.units}
                config["activation"] = keras.activations.serialize(self.activation)
                if self.gates > 1:
                    config["recurrent_activation"] = keras.activations.serialize(self.recurrent_activation)
                config["use_bias"] = self.use_bias
                if self.gates == 4:
                    config["unit_forget_bias"] = self.unit_forget_bias
                for kind in ("kernel", "recurrent", "bias"):
                    key = kind + "_initializer"
                    config[key] = keras.initializers.serialize(getattr(self, key))
                for kind in ("kernel", "recurrent", "bias"):
                    key = kind + "_regularizer"
                    config[key] = keras.regularizers.serialize(getattr(self, key))
                for kind in ("kernel", "recurrent", "bias"):
                    key = kind + "_constraint"
                    config[key] = keras.constraints.serialize(getattr(self, key))
                config["dropout"] = self.dropout
                config["recurrent_dropout"] = self.recurrent_dropout
                if self.gates == 3:
                    config["reset_after"] = self.reset_after
                config["seed"] = self.seed
                return config


        class SimpleRNNCell(_Cell):
            \"""A step of a SimpleRNN.

            Args:
                units: size of the state and of the output
                activation: function of the candidate state
                use_bias: whether a bias is added
            The other arguments are those of SimpleRNN.
            Example: RNN(SimpleRNNCell(16))(Input((20, 4)))
            \"""

            def call(self, sequence, states, training=False):
                self._check(training)
                before = states[0] if _nested(states) else states
                x = ops.matmul(sequence, self.kernel)
                if self.bias is not None:
                    x = x + self.bias
                output = self.activation(x + ops.matmul(before, self.recurrent_kernel))
                return output, [output] if _nested(states) else output


        class LSTMCell(_Cell):
            \"""A step of an LSTM.

            Args:
                units: size of the state and of the output
                activation: function of the candidate state
                recurrent_activation: function of the gates
                use_bias: whether a bias is added
                unit_forget_bias: whether the bias of the gate that forgets starts at 1
            The other arguments are those of LSTM.
            Example: RNN(LSTMCell(16))(Input((20, 4)))
            \"""
            gates = 4
            state_count = 2

            def __init__(
                    self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True,
                    kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
                    unit_forget_bias=True, **kwargs):
                super().__init__(
                    units, activation, use_bias, kernel_initializer, recurrent_initializer, bias_initializer, **kwargs)
                self.recurrent_activation = keras.activations.get(recurrent_activation)
                self.unit_forget_bias = unit_forget_bias

            def _first_bias(self):
                if not self.unit_forget_bias:
                    return self.bias_initializer
                units, initializer = self.units, self.bias_initializer
                return lambda shape, dtype=None: ops.concatenate(
                    [initializer((units,)), ops.ones((units,)), initializer((units * 2,))])

            def call(self, inputs, states, training=False):
                self._check(training)
                hidden, carry = states[0], states[1]
                z = ops.matmul(inputs, self.kernel) + ops.matmul(hidden, self.recurrent_kernel)
                if self.bias is not None:
                    z = z + self.bias
                i, f, c, o = ops.split(z, 4, axis=1)
                carry = self.recurrent_activation(f) * carry + self.recurrent_activation(i) * self.activation(c)
                hidden = self.recurrent_activation(o) * self.activation(carry)
                return hidden, [hidden, carry]


        class GRUCell(_Cell):
            \"""A step of a GRU.

            Args:
                units: size of the state and of the output
                activation: function of the candidate state
                recurrent_activation: function of the gates
                use_bias: whether a bias is added
                reset_after: whether the state is reset after the product
            The other arguments are those of GRU.
            Example: RNN(GRUCell(16))(Input((20, 4)))
            \"""
            gates = 3

            def __init__(
                    self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True,
                    kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
                    kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None, kernel_constraint=None,
                    recurrent_constraint=None, bias_constraint=None, dropout=0.0, recurrent_dropout=0.0,
                    reset_after=True, seed=None, **kwargs):
                super().__init__(
                    units, activation, use_bias, kernel_initializer, recurrent_initializer, bias_initializer,
                    kernel_regularizer, recurrent_regularizer, bias_regularizer, kernel_constraint,
                    recurrent_constraint, bias_constraint, dropout, recurrent_dropout, seed, **kwargs)
                self.recurrent_activation = keras.activations.get(recurrent_activation)
                self.reset_after = reset_after

            def _bias_shape(self):
                return (2, 3 * self.units) if self.reset_after else (3 * self.units,)

            def call(self, inputs, states, training=False):
                self._check(training)
                before = states[0] if _nested(states) else states
                units = self.units
                x = ops.matmul(inputs, self.kernel)
                inner = ops.matmul(before, self.recurrent_kernel if self.reset_after else self.recurrent_kernel[:, :2 * units])
                if self.bias is not None:
                    x = x + (self.bias[0] if self.reset_after else self.bias)
                    if self.reset_after:
                        inner = inner + self.bias[1]
                z = self.recurrent_activation(x[:, :units] + inner[:, :units])
                r = self.recurrent_activation(x[:, units:2 * units] + inner[:, units:2 * units])
                if self.reset_after:
                    recurrent = r * inner[:, 2 * units:]
                else:
                    recurrent = ops.matmul(r * before, self.recurrent_kernel[:, 2 * units:])
                candidate = self.activation(x[:, 2 * units:] + recurrent)
                output = z * before + (1 - z) * candidate
                return output, [output] if _nested(states) else output
        """
}
