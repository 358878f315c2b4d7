extension Prelude {
    /// The dense layer whose product an equation describes, of which attention is made.
    ///
    /// Source: the behaviour of keras/src/layers/core/einsum_dense.py.
    static let einsumLayer = """
        import math


        def _fans(shape):
            if len(shape) <= 2:
                return shape[0], shape[-1]
            field = math.prod(shape[:-2])
            return shape[-2] * field, shape[-1] * field


        # Initializers whose variance depends on the sizes count a kernel's axes as those of a convolution; here the equation
        # says which axes are inputs and which are outputs.
        def _by_axes(initializer, shape, inputs, outputs):
            mode = getattr(initializer, "mode", None)
            name = type(initializer).__name__
            if name.startswith("Glorot"):
                mode = "fan_avg"
            elif name.startswith(("He", "Lecun")):
                mode = "fan_in"
            if mode is None or not inputs or not outputs:
                return initializer
            usual, true = _fans(shape), (math.prod(inputs), math.prod(outputs))
            part = {"fan_in": lambda fans: fans[0], "fan_out": lambda fans: fans[1]}.get(mode, lambda fans: sum(fans) / 2)
            factor = math.sqrt(part(usual) / part(true))
            return initializer if factor == 1 else lambda shape, dtype=None: initializer(shape) * factor


        class EinsumDense(Layer):
            \"""A dense layer whose product an equation describes: "abc,cd->abd".

            Args:
                equation: the axes of the input, of the kernel and of the output, as in numpy.einsum
                output_shape: the sizes of the output's axes without the batch; None where it keeps the input's size
                activation: what the result goes through
                bias_axes: the axes of the output that the bias has; None for no bias
            The kernel_… and bias_… arguments are those of Dense.
            Example: EinsumDense("abc,cd->abd", (None, 64))(Input((10, 32)))
            \"""

            def __init__(
                    self, equation, output_shape, activation=None, bias_axes=None, kernel_initializer="glorot_uniform",
                    bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, kernel_constraint=None,
                    bias_constraint=None, **kwargs):
                super().__init__(**kwargs)
                self.equation = equation
                self.partial_output_shape = (output_shape,) if isinstance(output_shape, int) else tuple(output_shape)
                self.bias_axes = bias_axes
                self.activation = keras.activations.get(activation)
                self.kernel_initializer = keras.initializers.get(kernel_initializer)
                self.bias_initializer = keras.initializers.get(bias_initializer)
                self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
                self.bias_regularizer = keras.regularizers.get(bias_regularizer)
                self.kernel_constraint = keras.constraints.get(kernel_constraint)
                self.bias_constraint = keras.constraints.get(bias_constraint)

            def _letters(self, input_shape):
                inputs, output = self.equation.replace(" ", "").split("->")
                given, kernel = inputs.split(",")
                if "..." in given:
                    hidden = len(input_shape) - len(given.replace("...", ""))
                    spare = [letter for letter in "zyxwvutsrqponm" if letter not in self.equation][:hidden]
                    given = given.replace("...", "".join(spare))
                    output = output.replace("...", "".join(spare))
                return given, kernel, output

            def _shapes(self, input_shape):
                given, kernel, output = self._letters(input_shape)
                sizes = dict(zip(given, input_shape))
                free = len(output) - len(self.partial_output_shape)
                full = [sizes.get(letter) for letter in output[:free]] + list(self.partial_output_shape)
                for letter, size in zip(output, full):
                    if sizes.get(letter) is None:
                        sizes[letter] = size
                return tuple(sizes[letter] for letter in kernel), tuple(full), sizes

            def build(self, input_shape):
                kernel_shape, output_shape, sizes = self._shapes(input_shape)
                given, kernel, output = self._letters(input_shape)
                initializer = _by_axes(
                    self.kernel_initializer, kernel_shape, [sizes[letter] for letter in kernel if letter in given],
                    [sizes[letter] for letter in kernel if letter not in given])
                self.kernel = self.add_weight(
                    name="kernel", shape=kernel_shape, initializer=initializer,
                    regularizer=self.kernel_regularizer, constraint=self.kernel_constraint)
                self.bias = None
                if self.bias_axes is not None:
                    first = min(output.find(letter) for letter in self.bias_axes)
                    shape = tuple(sizes[letter] if letter in self.bias_axes else 1 for letter in output[first:])
                    self.bias = self.add_weight(
                        name="bias", shape=shape, initializer=self.bias_initializer,
                        regularizer=self.bias_regularizer, constraint=self.bias_constraint)

            def compute_output_shape(self, input_shape):
                return self._shapes(input_shape)[1]

            def call(self, inputs):
                given, kernel, output = self._letters(inputs.shape)
                x = ops.einsum(f"{given},{kernel}->{output}", inputs, self.kernel)
                if self.bias is not None:
                    x = x + self.bias
                return x if self.activation is None else self.activation(x)

            def get_config(self):
                config = {
                    **super().get_config(), "output_shape": self.partial_output_shape, "equation": self.equation,
                    "activation": keras.activations.serialize(self.activation), "bias_axes": self.bias_axes}
                for key in ("kernel_initializer", "bias_initializer"):
                    config[key] = keras.initializers.serialize(getattr(self, key))
                for key in ("kernel_regularizer", "bias_regularizer", "activity_regularizer"):
                    config[key] = keras.regularizers.serialize(getattr(self, key))
                for key in ("kernel_constraint", "bias_constraint"):
                    config[key] = keras.constraints.serialize(getattr(self, key))
                config["quantization_config"] = None
                return config

            @classmethod
            def from_config(cls, config):
                config = dict(config)
                if config.pop("quantization_config", None) is not None:
                    raise NotImplementedError("quantized layers are outside this program")
                return super().from_config(config)
        """
}
