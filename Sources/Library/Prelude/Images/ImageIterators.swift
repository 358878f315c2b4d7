extension Prelude {
    /// The iterators of `keras.preprocessing.image`: batches of images from arrays and folders.
    static let imageIterators = """
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

            # Keras 1's word for n.
            @property
            def N(self):
                return self.n

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
                    if y is not None and not ignore_class_split and not np.array_equal(
                            np.unique(y[:split]), np.unique(y[split:])):
                        raise ValueError(
                            "Training and validation subsets have different number of classes after the split. If your "
                            "numpy arrays are sorted by the label, you might want to shuffle them.")
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
        """
}
