extension Prelude {
    /// `ImageDataGenerator` and its iterators, with the random numbers that Keras draws.
    ///
    /// Source: the arithmetic of keras/src/legacy/preprocessing/image.py and of scipy.ndimage.affine_transform.
    static let imageGenerators = """
        import math
        import os
        import numpy as np
        from keras import _host, backend
        from keras.utils import PyDataset, img_to_array, array_to_img, load_img


        class Iterator(PyDataset):
            white_list_formats = ("png", "jpg", "jpeg", "bmp", "ppm", "tif", "tiff")

            def __init__(self, n, batch_size, shuffle, seed, **kwargs):
                super().__init__(**kwargs)
                self.n = n
                self.batch_size = batch_size
                self.seed = seed
                self.shuffle = shuffle
                self.batch_index = 0
                self.total_batches_seen = 0
                self.index_array = None

            def _set_index_array(self):
                self.index_array = np.random.permutation(self.n) if self.shuffle else np.arange(self.n)

            def _begin_batch(self):
                if self.seed is not None:
                    np.random.seed(self.seed + self.total_batches_seen)

            def __getitem__(self, idx):
                if idx >= len(self):
                    raise ValueError(f"Asked to retrieve element {idx}, but the Sequence has length {len(self)}")
                self._begin_batch()
                self.total_batches_seen += 1
                if self.index_array is None:
                    self._set_index_array()
                start = self.batch_size * idx
                return self._get_batches_of_transformed_samples(self.index_array[start:start + self.batch_size])

            def __len__(self):
                return (self.n + self.batch_size - 1) // self.batch_size

            def on_epoch_end(self):
                self._set_index_array()

            def reset(self):
                self.batch_index = 0

            def __iter__(self):
                return self

            def __next__(self):
                self._begin_batch()
                if self.batch_index == 0:
                    self._set_index_array()
                start = self.batch_index * self.batch_size % self.n if self.n else 0
                self.batch_index = self.batch_index + 1 if self.n > start + self.batch_size else 0
                self.total_batches_seen += 1
                return self._get_batches_of_transformed_samples(self.index_array[start:start + self.batch_size])

            next = __next__

            def _get_batches_of_transformed_samples(self, index_array):
                raise NotImplementedError

            def _save(self, images):
                if self.save_to_dir:
                    _host.leave_out(
                        "save_to_dir", "images of generators are not written", "the batches are as they would be")


        def _checked_subset(subset):
            if subset is not None and subset not in {"training", "validation"}:
                raise ValueError(f'Invalid subset name: {subset}; expected "training" or "validation".')


        class NumpyArrayIterator(Iterator):
            def __init__(self, x, y, image_data_generator, batch_size=32, shuffle=False, sample_weight=None, seed=None,
                         data_format=None, save_to_dir=None, save_prefix="", save_format="png", subset=None,
                         ignore_class_split=False, dtype=None):
                self.dtype = dtype or backend.floatx()
                self.data_format = data_format or backend.image_data_format()
                others = []
                if isinstance(x, (tuple, list)):
                    others = [np.asarray(xx) for xx in (x[1] if isinstance(x[1], list) else [x[1]])]
                    x = x[0]
                for other in others:
                    if len(x) != len(other):
                        raise ValueError(
                            "All of the arrays in `x` should have the same length. Found a pair with: "
                            f"len(x[0]) = {len(x)}, len(x[?]) = {len(other)}")
                for name, values in (("`y` (labels)", y), ("`sample_weight`", sample_weight)):
                    if values is not None and len(x) != len(values):
                        raise ValueError(
                            f"`x` (images tensor) and {name} should have the same length. "
                            f"Found: x.shape = {np.shape(x)}, {name.split('`')[1]}.shape = {np.shape(values)}")
                _checked_subset(subset)
                if subset is not None:
                    split = int(len(x) * image_data_generator._validation_split)
                    part = slice(None, split) if subset == "validation" else slice(split, None)
                    x, others = x[part], [other[part] for other in others]
                    if y is not None:
                        y = y[part]
                self.x = np.asarray(x).astype(self.dtype)
                self.x_misc = others
                if self.x.ndim != 4:
                    raise ValueError(
                        "Input data in `NumpyArrayIterator` should have rank 4. "
                        f"You passed an array with shape {self.x.shape}")
                self.y = None if y is None else np.asarray(y)
                self.sample_weight = None if sample_weight is None else np.asarray(sample_weight)
                self.image_data_generator = image_data_generator
                self.save_to_dir = save_to_dir
                super().__init__(self.x.shape[0], batch_size, shuffle, seed)

            def _get_batches_of_transformed_samples(self, index_array):
                generator = self.image_data_generator
                batch_x = np.zeros((len(index_array),) + self.x.shape[1:], dtype=self.dtype)
                for place, index in enumerate(index_array):
                    x = self.x[int(index)].copy()
                    x = generator.apply_transform(x, generator.get_random_transform(x.shape))
                    batch_x[place] = generator.standardize(x)
                self._save(batch_x)
                output = (batch_x,)
                if self.x_misc:
                    output = ([batch_x] + [other[index_array] for other in self.x_misc],)
                if self.y is None:
                    return output[0]
                output += (self.y[index_array],)
                if self.sample_weight is not None:
                    output += (self.sample_weight[index_array],)
                return output


        class _FileIterator(Iterator):
            sample_weight = None

            def _prepare(self, generator, target_size, color_mode, data_format, save_to_dir, subset, interpolation,
                         keep_aspect_ratio, dtype):
                self.image_data_generator = generator
                self.target_size = tuple(target_size)
                if color_mode not in {"rgb", "rgba", "grayscale"}:
                    raise ValueError(
                        f'Invalid color mode: {color_mode}; expected "rgb", "rgba", or "grayscale".')
                self.color_mode = color_mode
                self.data_format = data_format or backend.image_data_format()
                channels = ({"rgb": 3, "rgba": 4, "grayscale": 1}[color_mode],)
                is_last = self.data_format == "channels_last"
                self.image_shape = self.target_size + channels if is_last else channels + self.target_size
                self.save_to_dir = save_to_dir
                self.interpolation = interpolation
                self.keep_aspect_ratio = keep_aspect_ratio
                self.dtype = dtype or backend.floatx()
                _checked_subset(subset)
                share = generator._validation_split if generator else 0.0
                self.split = {None: None, "validation": (0, share), "training": (share, 1)}[subset]
                self.subset = subset

            def _part(self, names):
                if not self.split:
                    return names
                return names[int(self.split[0] * len(names)):int(self.split[1] * len(names))]

            @property
            def filepaths(self):
                return self._filepaths

            @property
            def labels(self):
                return self.classes

            def _get_batches_of_transformed_samples(self, index_array):
                generator = self.image_data_generator
                batch_x = np.zeros((len(index_array),) + self.image_shape, dtype=self.dtype)
                for place, index in enumerate(index_array):
                    image = load_img(
                        self.filepaths[int(index)], color_mode=self.color_mode, target_size=self.target_size,
                        interpolation=self.interpolation, keep_aspect_ratio=self.keep_aspect_ratio)
                    x = img_to_array(image, data_format=self.data_format)
                    if generator:
                        x = generator.apply_transform(x, generator.get_random_transform(x.shape))
                        x = generator.standardize(x)
                    batch_x[place] = x
                self._save(batch_x)
                if self.class_mode is None:
                    return batch_x
                if self.class_mode == "input":
                    return batch_x, batch_x.copy()
                if self.class_mode in {"binary", "sparse"}:
                    return batch_x, self.classes[index_array].astype(self.dtype)
                batch_y = np.zeros((len(batch_x), len(self.class_indices)), dtype=self.dtype)
                for place, index in enumerate(index_array):
                    batch_y[place, self.classes[int(index)]] = 1.0
                return batch_x, batch_y


        class DirectoryIterator(_FileIterator):
            allowed_class_modes = {"categorical", "binary", "sparse", "input", None}

            def __init__(self, directory, image_data_generator, target_size=(256, 256), color_mode="rgb", classes=None,
                         class_mode="categorical", batch_size=32, shuffle=True, seed=None, data_format=None,
                         save_to_dir=None, save_prefix="", save_format="png", follow_links=False, subset=None,
                         interpolation="nearest", keep_aspect_ratio=False, dtype=None):
                self._prepare(
                    image_data_generator, target_size, color_mode, data_format, save_to_dir, subset, interpolation,
                    keep_aspect_ratio, dtype)
                self.directory = directory = str(directory)
                if class_mode not in self.allowed_class_modes:
                    raise ValueError(
                        f"Invalid class_mode: {class_mode}; expected one of: {self.allowed_class_modes}")
                self.class_mode = class_mode
                names = _host.folder_names(directory)
                if names is None:
                    _host.leave_out(
                        "flow_from_directory", f"there is no folder {directory!r}", "it counts as one without images")
                    names = []
                if not classes:
                    classes = [name for name in names if _host.folder_names(os.path.join(directory, name)) is not None]
                self.num_classes = len(classes)
                self.class_indices = dict(zip(classes, range(len(classes))))
                self.filenames = []
                numbers = []
                for number, name in enumerate(classes):
                    files = self._part(sorted(self._files(os.path.join(directory, name))))
                    self.filenames += [os.path.join(name, file) for file in files]
                    numbers += [number] * len(files)
                self.samples = len(self.filenames)
                self.classes = np.array(numbers, dtype="int32")
                print(f"Found {self.samples} images belonging to {self.num_classes} classes.")
                self._filepaths = [os.path.join(directory, name) for name in self.filenames]
                super().__init__(self.samples, batch_size, shuffle, seed)

            def _files(self, folder, before=""):
                files = []
                for name in _host.folder_names(folder) or []:
                    path = os.path.join(folder, name)
                    if _host.folder_names(path) is not None:
                        files += self._files(path, before + name + "/")
                    elif name.lower().endswith(self.white_list_formats):
                        files.append(before + name)
                return files


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
                    data_format=self.data_format, save_to_dir=save_to_dir, subset=subset, dtype=self.dtype)

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


        def apply_channel_shift(x, intensity, channel_axis=0):
            return np.clip(x + intensity, np.min(x), np.max(x))


        def apply_brightness_shift(x, brightness, scale=True):
            low, high = np.min(x), np.max(x)
            is_local = low < 0 or high > 255
            image = array_to_img(x, scale=is_local or scale)
            pixels = img_to_array(image)
            result = np.floor(np.clip(pixels * brightness, 0, 255))
            return result / 255 * (high - low) + low if is_local and not scale else result


        def _mapped(places, size, fill_mode):
            if fill_mode == "reflect":
                places = places % (2 * size)
                return np.where(places < size, places, 2 * size - 1 - places)
            return np.clip(places, 0, size - 1)


        def apply_affine_transform(x, theta=0, tx=0, ty=0, shear=0, zx=1, zy=1, row_axis=1, col_axis=2, channel_axis=0,
                                   fill_mode="nearest", cval=0.0, order=1):
            if x.ndim != 3:
                raise ValueError("Input arrays must be multi-channel 2D images.")
            if (theta, tx, ty, shear, zx, zy) == (0, 0, 0, 0, 1, 1):
                return x
            matrix = np.eye(3)
            if theta != 0:
                angle = theta * (math.pi / 180)
                cosine, sine = math.cos(angle), math.sin(angle)
                matrix = np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]])
            if tx != 0 or ty != 0:
                matrix = matrix @ np.array([[1, 0, tx], [0, 1, ty], [0, 0, 1]])
            if shear != 0:
                angle = shear * (math.pi / 180)
                matrix = matrix @ np.array([[1, -math.sin(angle), 0], [0, math.cos(angle), 0], [0, 0, 1]])
            if zx != 1 or zy != 1:
                matrix = matrix @ np.array([[zx, 0, 0], [0, zy, 0], [0, 0, 1]])
            height, width = x.shape[row_axis], x.shape[col_axis]
            middle = np.array([[1, 0, height / 2 - 0.5], [0, 1, width / 2 - 0.5], [0, 0, 1]])
            back = np.array([[1, 0, 0.5 - height / 2], [0, 1, 0.5 - width / 2], [0, 0, 1]])
            matrix = middle @ matrix @ back
            image = np.moveaxis(x, channel_axis, 2)
            grid = np.stack(np.meshgrid(np.arange(height), np.arange(width), indexing="ij"), -1).astype("float64")
            if col_axis > row_axis:
                matrix = matrix[[1, 0, 2]][:, [1, 0, 2]]
            rows = grid[..., 0] * matrix[0, 0] + grid[..., 1] * matrix[0, 1] + matrix[0, 2]
            columns = grid[..., 0] * matrix[1, 0] + grid[..., 1] * matrix[1, 1] + matrix[1, 2]
            if order == 0:
                rows, columns = np.floor(rows + 0.5), np.floor(columns + 0.5)
            if fill_mode == "wrap":
                rows, columns = rows % max(height - 1, 1), columns % max(width - 1, 1)
            if fill_mode == "nearest":
                rows, columns = np.clip(rows, 0, height - 1), np.clip(columns, 0, width - 1)
            top, left = np.floor(rows).astype("int64"), np.floor(columns).astype("int64")
            down, across = rows - top, columns - left
            result = np.zeros(image.shape)
            for row, row_share in ((top, 1 - down), (top + 1, down)):
                for column, column_share in ((left, 1 - across), (left + 1, across)):
                    values = image[_mapped(row, height, fill_mode), _mapped(column, width, fill_mode)]
                    share = row_share * column_share
                    result = result + share[..., None] * values
            if fill_mode == "constant":
                is_inside = (rows >= 0) & (rows <= height - 1) & (columns >= 0) & (columns <= width - 1)
                result = np.where(is_inside[..., None], result, cval)
            return np.moveaxis(result.astype(x.dtype), 2, channel_axis)


        def random_rotation(x, rg, row_axis=1, col_axis=2, channel_axis=0, fill_mode="nearest", cval=0.0,
                            interpolation_order=1):
            return apply_affine_transform(
                x, theta=np.random.uniform(-rg, rg), row_axis=row_axis, col_axis=col_axis, channel_axis=channel_axis,
                fill_mode=fill_mode, cval=cval, order=interpolation_order)


        def random_shift(x, wrg, hrg, row_axis=1, col_axis=2, channel_axis=0, fill_mode="nearest", cval=0.0,
                         interpolation_order=1):
            tx = np.random.uniform(-hrg, hrg) * x.shape[row_axis]
            ty = np.random.uniform(-wrg, wrg) * x.shape[col_axis]
            return apply_affine_transform(
                x, tx=tx, ty=ty, row_axis=row_axis, col_axis=col_axis, channel_axis=channel_axis,
                fill_mode=fill_mode, cval=cval, order=interpolation_order)


        def random_shear(x, intensity, row_axis=1, col_axis=2, channel_axis=0, fill_mode="nearest", cval=0.0,
                         interpolation_order=1):
            return apply_affine_transform(
                x, shear=np.random.uniform(-intensity, intensity), row_axis=row_axis, col_axis=col_axis,
                channel_axis=channel_axis, fill_mode=fill_mode, cval=cval, order=interpolation_order)


        def random_zoom(x, zoom_range, row_axis=1, col_axis=2, channel_axis=0, fill_mode="nearest", cval=0.0,
                        interpolation_order=1):
            zx, zy = 1, 1
            if tuple(zoom_range) != (1, 1):
                zx, zy = np.random.uniform(zoom_range[0], zoom_range[1], 2)
            return apply_affine_transform(
                x, zx=zx, zy=zy, row_axis=row_axis, col_axis=col_axis, channel_axis=channel_axis,
                fill_mode=fill_mode, cval=cval, order=interpolation_order)


        def random_channel_shift(x, intensity_range, channel_axis=0):
            return apply_channel_shift(x, np.random.uniform(-intensity_range, intensity_range), channel_axis)


        def random_brightness(x, brightness_range, scale=True):
            return apply_brightness_shift(x, np.random.uniform(brightness_range[0], brightness_range[1]), scale)
        """
}
