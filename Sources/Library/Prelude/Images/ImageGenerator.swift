extension Prelude {
    /// `ImageDataGenerator`, with the random numbers that Keras draws.
    static let imageGenerator = """
        class ImageDataGenerator:
            def __init__(self, featurewise_center=False, samplewise_center=False, featurewise_std_normalization=False,
                         samplewise_std_normalization=False, zca_whitening=False, zca_epsilon=1e-6, rotation_range=0,
                         width_shift_range=0.0, height_shift_range=0.0, brightness_range=None, shear_range=0.0,
                         zoom_range=0.0, channel_shift_range=0.0, fill_mode="nearest", cval=0.0, horizontal_flip=False,
                         vertical_flip=False, rescale=None, preprocessing_function=None, data_format=None,
                         validation_split=0.0, interpolation_order=1, dtype=None, dim_ordering=None):
                if dim_ordering is not None:
                    data_format = {"th": "channels_first", "tf": "channels_last"}.get(dim_ordering)
                data_format = data_format or backend.image_data_format()
                if data_format not in {"channels_last", "channels_first"}:
                    raise ValueError(
                        '`data_format` should be `"channels_last"` (channel after row and column) or '
                        f'`"channels_first"` (channel before row and column). Received: {data_format}')
                self.data_format = data_format
                is_last = data_format == "channels_last"
                self.channel_axis, self.row_axis, self.col_axis = (3, 1, 2) if is_last else (1, 2, 3)
                if validation_split and not 0 < validation_split < 1:
                    raise ValueError(
                        f"`validation_split` must be strictly between 0 and 1.  Received: {validation_split}")
                if isinstance(zoom_range, (float, int)):
                    zoom_range = [1 - zoom_range, 1 + zoom_range]
                elif len(zoom_range) != 2:
                    raise ValueError(
                        f"`zoom_range` should be a float or a tuple or list of two floats. Received: {zoom_range}")
                if brightness_range is not None and len(brightness_range) != 2:
                    raise ValueError(
                        f"`brightness_range should be tuple or list of two floats. Received: {brightness_range}")
                _host.refuse("ImageDataGenerator", interpolation_order=interpolation_order > 1)
                self.featurewise_center = featurewise_center or featurewise_std_normalization or zca_whitening
                self.samplewise_center = samplewise_center or samplewise_std_normalization
                self.featurewise_std_normalization = featurewise_std_normalization and not zca_whitening
                self.samplewise_std_normalization = samplewise_std_normalization
                self.zca_whitening = zca_whitening
                self.zca_epsilon = zca_epsilon
                self.rotation_range = rotation_range
                self.width_shift_range = width_shift_range
                self.height_shift_range = height_shift_range
                self.brightness_range = brightness_range
                self.shear_range = shear_range
                self.zoom_range = [zoom_range[0], zoom_range[1]]
                self.channel_shift_range = channel_shift_range
                self.fill_mode = fill_mode
                self.cval = cval
                self.horizontal_flip = horizontal_flip
                self.vertical_flip = vertical_flip
                self.rescale = rescale
                self.preprocessing_function = preprocessing_function
                self.interpolation_order = interpolation_order
                self.dtype = dtype or backend.floatx()
                self._validation_split = validation_split
                self.mean = None
                self.std = None
                self.zca_whitening_matrix = None

            def flow(self, x, y=None, batch_size=32, shuffle=True, sample_weight=None, seed=None, save_to_dir=None,
                     save_prefix="", save_format="png", ignore_class_split=False, subset=None):
                return NumpyArrayIterator(
                    x, y, self, batch_size=batch_size, shuffle=shuffle, sample_weight=sample_weight, seed=seed,
                    data_format=self.data_format, save_to_dir=save_to_dir, subset=subset,
                    ignore_class_split=ignore_class_split, dtype=self.dtype)

            def flow_from_directory(self, directory, target_size=(256, 256), color_mode="rgb", classes=None,
                                    class_mode="categorical", batch_size=32, shuffle=True, seed=None, save_to_dir=None,
                                    save_prefix="", save_format="png", follow_links=False, subset=None,
                                    interpolation="nearest", keep_aspect_ratio=False):
                return DirectoryIterator(
                    directory, self, target_size=target_size, color_mode=color_mode, classes=classes,
                    class_mode=class_mode, batch_size=batch_size, shuffle=shuffle, seed=seed,
                    data_format=self.data_format, save_to_dir=save_to_dir, subset=subset, interpolation=interpolation,
                    keep_aspect_ratio=keep_aspect_ratio, dtype=self.dtype)

            def flow_from_dataframe(self, *args, **kwargs):
                raise NotImplementedError("`flow_from_dataframe` needs pandas, which is not available here")

            def standardize(self, x):
                if self.preprocessing_function:
                    x = self.preprocessing_function(x)
                if self.rescale:
                    x *= self.rescale
                if self.samplewise_center:
                    x -= np.mean(x, keepdims=True)
                if self.samplewise_std_normalization:
                    x /= np.std(x, keepdims=True) + 1e-6
                if self.featurewise_center and self.mean is not None:
                    x -= self.mean
                if self.featurewise_std_normalization and self.std is not None:
                    x /= self.std + 1e-6
                if self.zca_whitening and self.zca_whitening_matrix is not None:
                    flat = x.reshape(-1, math.prod(x.shape[-3:]))
                    x = np.reshape(flat @ self.zca_whitening_matrix, x.shape)
                return x

            def _shift(self, amount, size):
                if not amount:
                    return 0
                if isinstance(amount, float):
                    shift = np.random.uniform(-amount, amount)
                else:
                    shift = np.random.choice(amount) * np.random.choice([-1, 1])
                return shift * size if np.max(amount) < 1 else shift

            def get_random_transform(self, img_shape, seed=None):
                if seed is not None:
                    np.random.seed(seed)
                theta = np.random.uniform(-self.rotation_range, self.rotation_range) if self.rotation_range else 0
                tx = self._shift(self.height_shift_range, img_shape[self.row_axis - 1])
                ty = self._shift(self.width_shift_range, img_shape[self.col_axis - 1])
                shear = np.random.uniform(-self.shear_range, self.shear_range) if self.shear_range else 0
                zx, zy = 1, 1
                if self.zoom_range != [1, 1]:
                    zx, zy = np.random.uniform(self.zoom_range[0], self.zoom_range[1], 2)
                flip_horizontal = (np.random.random() < 0.5) * self.horizontal_flip
                flip_vertical = (np.random.random() < 0.5) * self.vertical_flip
                channel_shift, brightness = None, None
                if self.channel_shift_range != 0:
                    channel_shift = np.random.uniform(-self.channel_shift_range, self.channel_shift_range)
                if self.brightness_range is not None:
                    brightness = np.random.uniform(self.brightness_range[0], self.brightness_range[1])
                return {
                    "theta": theta, "tx": tx, "ty": ty, "shear": shear, "zx": zx, "zy": zy,
                    "flip_horizontal": flip_horizontal, "flip_vertical": flip_vertical,
                    "channel_shift_intensity": channel_shift, "brightness": brightness}

            def apply_transform(self, x, transform_parameters):
                chosen = transform_parameters
                row, column, channel = self.row_axis - 1, self.col_axis - 1, self.channel_axis - 1
                x = apply_affine_transform(
                    x, chosen.get("theta", 0), chosen.get("tx", 0), chosen.get("ty", 0), chosen.get("shear", 0),
                    chosen.get("zx", 1), chosen.get("zy", 1), row_axis=row, col_axis=column, channel_axis=channel,
                    fill_mode=self.fill_mode, cval=self.cval, order=self.interpolation_order)
                if chosen.get("channel_shift_intensity") is not None:
                    x = apply_channel_shift(x, chosen["channel_shift_intensity"], channel)
                if chosen.get("flip_horizontal", False):
                    x = np.flip(x, column)
                if chosen.get("flip_vertical", False):
                    x = np.flip(x, row)
                if chosen.get("brightness") is not None:
                    x = apply_brightness_shift(x, chosen["brightness"], False)
                return x

            def random_transform(self, x, seed=None):
                return self.apply_transform(x, self.get_random_transform(x.shape, seed))

            def fit(self, x, augment=False, rounds=1, seed=None):
                x = np.asarray(x)
                if x.ndim != 4:
                    raise ValueError(f"Input to `.fit()` should have rank 4. Got array with shape: {x.shape}")
                if seed is not None:
                    np.random.seed(seed)
                if not self.featurewise_center and not augment:
                    return
                x = x.astype(self.dtype)
                if self.rescale:
                    x = x * self.rescale
                if augment:
                    x = np.stack([self.random_transform(image) for _ in range(rounds) for image in x])
                axes, shape = (0, self.row_axis, self.col_axis), [1, 1, 1]
                shape[self.channel_axis - 1] = x.shape[self.channel_axis]
                if self.featurewise_center:
                    self.mean = np.reshape(np.mean(x, axis=axes), shape)
                    x = x - self.mean
                if self.featurewise_std_normalization:
                    self.std = np.reshape(np.std(x, axis=axes), shape)
                if self.zca_whitening:
                    _host.leave_out(
                        "zca_whitening", "the directions of the whitening are not computed", "images are not whitened")
        """
}
