extension Applications {
    /// What all networks have in common: the checks of their arguments, the input, the end, and what images are turned
    /// into before.
    ///
    /// Source: keras/src/applications/imagenet_utils.py.
    static let imagenetUtils = """
        import json
        import numpy as np

        import keras
        from keras import _host, activations, backend, layers, ops
        from keras.applications.imagenet_utils import _remark


        def _is_first(data_format=None):
            return (data_format or backend.image_data_format()) == "channels_first"


        def channel_axis(last=3):
            return 1 if _is_first() else last


        def without_channels_first(family):
            if _is_first():
                raise ValueError(
                    f"{family} does not support the `channels_first` image data format. Switch to `channels_last` "
                    "by editing your local config file at ~/.keras/keras.json")


        class Network:
            def __init__(
                    self, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation,
                    name):
                if weights not in ("imagenet", None):
                    raise ValueError(
                        "The `weights` argument should be either `None` (random initialization), 'imagenet' "
                        "(pre-training on ImageNet), or the path to the weights file to be loaded.  "
                        f"Received: weights={weights}")
                if weights == "imagenet" and include_top and classes != 1000:
                    raise ValueError(
                        "If using `weights='imagenet'` with `include_top=True`, `classes` should be 1000.  "
                        f"Received classes={classes}")
                self.include_top, self.weights, self.name = include_top, weights, name
                self.input_tensor, self.input_shape = input_tensor, input_shape
                self.pooling, self.classes, self.activation = pooling, classes, classifier_activation

            def image(self, default_size, min_size):
                return self.input(obtain_input_shape(
                    self.input_shape, default_size, min_size, backend.image_data_format(), self.include_top,
                    self.weights))

            def input(self, shape):
                self.shape = shape
                if self.input_tensor is None:
                    self.start = layers.Input(shape=shape)
                elif backend.is_keras_tensor(self.input_tensor):
                    self.start = self.input_tensor
                else:
                    self.start = layers.Input(tensor=self.input_tensor, shape=shape)
                return self.start

            def sizes(self):
                return self.shape[1:] if _is_first() else self.shape[:2]

            def classifier(self, x, **options):
                validate_activation(self.activation, self.weights)
                return layers.Dense(self.classes, activation=self.activation, name="predictions", **options)(x)

            def pooled(self, x, average=None, maximum=None):
                if self.pooling == "avg":
                    return layers.GlobalAveragePooling2D(name=average)(x)
                if self.pooling == "max":
                    return layers.GlobalMaxPooling2D(name=maximum)(x)
                return x

            def classified(self, x):
                if self.include_top:
                    return self.classifier(layers.GlobalAveragePooling2D(name="avg_pool")(x))
                return self.pooled(x, "avg_pool", "max_pool")

            def model(self, x):
                inputs = self.start
                if self.input_tensor is not None:
                    inputs = keras.utils.get_source_inputs(self.input_tensor)
                model = keras.Model(inputs, x, name=self.name)
                if self.weights == "imagenet":
                    _remark(
                        f"{model.name} has random weights: convsh does not have the trained ones; "
                        "weights=None says the same", left_out="weights='imagenet'")
                return model


        def normalization(x, name=None, **options):
            return layers.BatchNormalization(axis=channel_axis(), name=name, **options)(x)


        def divisible(filters, divisor=8):
            rounded = max(divisor, int(filters + divisor / 2) // divisor * divisor)
            return rounded + divisor if rounded < 0.9 * filters else rounded


        def correct_pad(inputs, kernel_size):
            rows, columns = inputs.shape[2:4] if _is_first() else inputs.shape[1:3]
            half = kernel_size // 2
            if rows is None:
                return ((half - 1, half), (half - 1, half))
            return ((half - 1 + rows % 2, half), (half - 1 + columns % 2, half))


        def validate_activation(classifier_activation, weights):
            if weights is None:
                return
            classifier_activation = activations.get(classifier_activation)
            if classifier_activation not in (activations.get("softmax"), activations.get(None)):
                raise ValueError(
                    "Only `None` and `softmax` activations are allowed for the `classifier_activation` argument when "
                    "using pretrained weights, with `include_top=True`; Received: "
                    f"classifier_activation={classifier_activation}")


        def obtain_input_shape(input_shape, default_size, min_size, data_format, require_flatten, weights=None):
            first = data_format == "channels_first"

            def image(size, channels):
                return (channels, size, size) if first else (size, size, channels)

            channels = 3
            if input_shape and len(input_shape) == 3:
                channels = input_shape[0 if first else -1]
                if weights != "imagenet" and channels not in (1, 3):
                    _remark(f"This model usually expects 1 or 3 input channels; `input_shape` has {channels}")
            if weights == "imagenet" and require_flatten:
                if input_shape is not None and input_shape != image(default_size, 3):
                    raise ValueError(
                        "When setting `include_top=True` and loading `imagenet` weights, `input_shape` should be "
                        f"{image(default_size, 3)}.  Received: input_shape={input_shape}")
                return image(default_size, 3)
            if not input_shape:
                return image(default_size if require_flatten else None, 3)
            if len(input_shape) != 3:
                raise ValueError("`input_shape` must be a tuple of three integers.")
            if channels != 3 and weights == "imagenet":
                raise ValueError(f"The input must have 3 channels; Received `input_shape={input_shape}`")
            sizes = input_shape[1:] if first else input_shape[:2]
            if any(size is not None and size < min_size for size in sizes):
                raise ValueError(
                    f"Input size must be at least {min_size}x{min_size}; Received: input_shape={input_shape}")
            if require_flatten and None in input_shape:
                raise ValueError(
                    "If `include_top` is True, you should specify a static `input_shape`. "
                    f"Received: input_shape={input_shape}")
            return input_shape


        _MEANS = {"torch": [0.485, 0.456, 0.406], "caffe": [103.939, 116.779, 123.68]}
        _DEVIATIONS = {"torch": [0.229, 0.224, 0.225], "caffe": None}


        def preprocess_input(x, data_format=None, mode="caffe"):
            if mode not in ("caffe", "tf", "torch"):
                raise ValueError(f"Expected mode to be one of `caffe`, `tf` or `torch`. Received: mode={mode}")
            if data_format not in (None, "channels_first", "channels_last"):
                raise ValueError(
                    "Expected data_format to be one of `channels_first` or `channels_last`. "
                    f"Received: data_format={data_format}")
            if isinstance(x, np.ndarray) and x.dtype.kind != "f":
                x = x.astype(backend.floatx())
            if mode == "tf":
                x /= 127.5
                x -= 1.0
                return x
            if mode == "torch":
                x /= 255.0
            axis = len(x.shape) - 3 if _is_first(data_format) else len(x.shape) - 1
            if isinstance(x, np.ndarray):
                return _centred_array(x, axis, mode)
            return _centred_tensor(x, axis, mode)


        def _centred_array(x, axis, mode):
            if mode == "caffe":
                x = np.flip(x, axis)
            mean, deviation = _MEANS[mode], _DEVIATIONS[mode]
            for channel in range(3):
                place = (slice(None),) * axis + (channel,)
                x[place] -= mean[channel]
                if deviation is not None:
                    x[place] /= deviation[channel]
            return x


        def _centred_tensor(x, axis, mode):
            before = (slice(None),) * axis if axis < len(x.shape) - 1 else (Ellipsis,)
            if mode == "caffe":
                x = ops.stack([x[before + (channel,)] for channel in (2, 1, 0)], axis=axis)
            shape = [3 if place == axis else 1 for place in range(len(x.shape))]
            x += ops.reshape(ops.convert_to_tensor(-np.array(_MEANS[mode]), dtype=x.dtype), shape)
            if _DEVIATIONS[mode] is not None:
                x /= ops.reshape(ops.convert_to_tensor(np.array(_DEVIATIONS[mode]), dtype=x.dtype), shape)
            return x


        def decode_predictions(preds, top=5):
            if len(preds.shape) != 2 or preds.shape[1] != 1000:
                raise ValueError(
                    "`decode_predictions` expects a batch of predictions (i.e. a 2D array of shape (samples, 1000)). "
                    f"Received array with shape: {preds.shape}")
            names = _class_names()
            return [[names(i) + (row[i],) for i in np.argsort(row)[::-1][:top].tolist()] for row in np.array(preds)]


        # The names of the classes, from Keras's file where it is there.
        def _class_names():
            path, is_there = _host.keras_file("models", "imagenet_class_index.json")
            if is_there:
                with open(path) as file:
                    found = json.load(file)
                return lambda i: tuple(found[str(i)])
            _host.leave_out(
                "decode_predictions", "imagenet_class_index.json is not in ~/.keras/models",
                "the classes have numbers for names")
            return lambda i: (f"class {i}", f"class {i}")
        """
}
