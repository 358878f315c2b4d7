extension Prelude {
    /// A function of the script as a layer.
    ///
    /// Source: the behaviour of keras/src/layers/core/lambda_layer.py.
    static let lambdaLayer = """
        import keras._host as _host


        # The first tensor among the inputs.
        def _first(inputs):
            while isinstance(inputs, (list, tuple)) and inputs:
                inputs = inputs[0]
            return inputs


        class Lambda(Layer):
            \"""A function of the language as a layer.

            Args:
                function: the function; it takes tensors with a batch axis, and what its arguments `mask` and `training` ask for
                output_shape: the output's shape without the batch axis, or a function of the input's shape; None: that of what
                    the function returns
                mask: the mask of the output, or a function of the inputs and their mask
                arguments: further arguments of the function, a dict
            Example: Lambda(lambda x: x * 2)(Input((28, 28, 3)))
            \"""

            def __init__(self, function, output_shape=None, mask=None, arguments=None, **kwargs):
                if not callable(function):
                    raise TypeError(f"The `function` of a Lambda layer must be callable. Received: {function!r}")
                super().__init__(**kwargs)
                self.arguments = arguments or {}
                self.function = function
                self.supports_masking = mask is not None
                self.mask = mask
                self._output_shape = output_shape
                self._shapes_by_call = output_shape is None
                names = _host.parameter_names(function)
                self._takes = [name for name in ("mask", "training") if name in names]

            def compute_output_shape(self, input_shape):
                if self._output_shape is None:
                    return super().compute_output_shape(input_shape)
                if callable(self._output_shape):
                    return self._output_shape(input_shape)
                shape = input_shape
                while shape and isinstance(shape[0], (list, tuple)):
                    shape = shape[0]
                return (shape[0], *self._output_shape)

            def call(self, inputs, mask=None, training=None):
                given = {"mask": mask, "training": training}
                further = {**self.arguments, **{name: given[name] for name in self._takes}}
                try:
                    return self.function(inputs, **further)
                except (NotImplementedError, MemoryError, RecursionError):
                    raise
                except Exception as error:
                    if not isinstance(_first(inputs), keras.KerasTensor):
                        raise
                    raise NotImplementedError(
                        "We could not automatically infer the shape of the Lambda's output. Please specify the "
                        f"`output_shape` argument for this Lambda layer. ({type(error).__name__}: {error})") from error

            def compute_mask(self, inputs, mask=None):
                if callable(self.mask):
                    return self.mask(inputs, mask)
                first = _first(inputs)
                if self.mask is not None and isinstance(first, keras.KerasTensor):
                    # A tensor of the network with the mask's values.
                    return ops.logical_or(ops.zeros_like(first[..., 0]) != 0, self.mask)
                return self.mask

            def get_config(self):
                config = {**super().get_config(), "function": self.function}
                if self._output_shape is not None:
                    config["output_shape"] = self._output_shape
                if self.mask is not None:
                    config["mask"] = self.mask
                return {**config, "arguments": self.arguments}
        """
}
