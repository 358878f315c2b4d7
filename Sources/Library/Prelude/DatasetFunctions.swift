extension Prelude {
    /// The functions of `keras.utils` that make data sets, and `get_file`.
    static let datasetFunctions = """
        import os
        import random
        import numpy as np
        from keras import _host, ops


        def get_file(fname=None, origin=None, untar=False, md5_hash=None, file_hash=None, cache_subdir="datasets",
                     hash_algorithm="auto", extract=False, archive_format="auto", cache_dir=None, force_download=False):
            if fname is None:
                if not origin:
                    raise ValueError(
                        'Please specify the "origin" argument (URL of the file to download).')
                fname = os.path.basename(origin.split("?")[0])
            if cache_dir is None:
                path, is_there = _host.keras_file(cache_subdir, str(fname))
            else:
                path, is_there = _host.keras_file("", os.path.join(os.path.abspath(cache_dir), cache_subdir, str(fname)))
            if not is_there or force_download:
                _host.leave_out(
                    "get_file", f"there is no {path}, and nothing is downloaded" if not is_there
                    else "nothing is downloaded", f"the path of the {'' if is_there else 'missing '}file is returned")
            elif untar or extract:
                _host.leave_out("get_file", "archives are not unpacked", "the path of the archive is returned")
            return path


        def _found(directory, endings, labels, label_mode, class_names, verbose):
            names = _host.folder_names(directory)
            if names is None:
                _host.leave_out(
                    "dataset_from_directory", f"there is no folder {directory!r}", "it counts as one without files")
                names = []
            folders = [name for name in names if _host.folder_names(os.path.join(directory, name)) is not None]
            if labels is None or label_mode is None:
                return [], _files(directory, endings), None
            if class_names is not None and folders and set(class_names) != set(folders):
                raise ValueError(
                    "The `class_names` passed did not match the names of the subdirectories of the target directory. "
                    f"Expected: {folders}, but received: {class_names}")
            classes = list(class_names or folders)
            paths, numbers = [], []
            for number, name in enumerate(classes):
                own = _files(os.path.join(directory, name), endings)
                paths += own
                numbers += [number] * len(own)
            if verbose:
                print(f"Found {len(paths)} files belonging to {len(classes)} classes.")
            if isinstance(labels, (list, tuple)):
                numbers = list(labels)
            return classes, paths, numbers


        def _files(folder, endings):
            paths = []
            for name in _host.folder_names(folder) or []:
                path = os.path.join(folder, name)
                if _host.folder_names(path) is not None:
                    paths += _files(path, endings)
                elif name.lower().endswith(endings):
                    paths.append(path)
            return paths


        def _subset(items, validation_split, subset):
            count = int(validation_split * len(items))
            return items[:-count] if subset == "training" else items[-count:]


        def image_dataset_from_directory(
                directory, labels="inferred", label_mode="int", class_names=None, color_mode="rgb", batch_size=32,
                image_size=(256, 256), shuffle=True, seed=None, validation_split=None, subset=None,
                interpolation="bilinear", follow_links=False, crop_to_aspect_ratio=False, pad_to_aspect_ratio=False,
                data_format=None, format="tf", verbose=True):
            import tensorflow as tf
            if label_mode not in {"int", "categorical", "binary", None}:
                raise ValueError(
                    '`label_mode` argument must be one of "int", "categorical", "binary", or None. '
                    f"Received: label_mode={label_mode}")
            if color_mode not in ("rgb", "rgba", "grayscale"):
                raise ValueError(
                    f'`color_mode` must be one of {{"rgb", "rgba", "grayscale"}}. Received: color_mode={color_mode}')
            if validation_split and not 0 < validation_split < 1:
                raise ValueError(
                    f"`validation_split` must be between 0 and 1, received: {validation_split}")
            if (validation_split or subset) and not (validation_split and subset):
                raise ValueError("If `subset` is set, `validation_split` must be set, and inversely.")
            if validation_split and shuffle and seed is None:
                raise ValueError(
                    "If using `validation_split` and shuffling the data, you must provide a `seed` argument, to make sure "
                    "that there is no overlap between the training and validation subset.")
            if crop_to_aspect_ratio or pad_to_aspect_ratio:
                raise NotImplementedError("images are resized only, without keeping their proportions")
            _host.refuse(
                "image_dataset_from_directory", data_format=data_format == "channels_first", format=format != "tf")
            endings = (".bmp", ".gif", ".jpeg", ".jpg", ".png")
            classes, paths, numbers = _found(str(directory), endings, labels, label_mode, class_names, verbose)
            pairs = list(zip(paths, numbers if numbers is not None else paths))
            if shuffle and seed is not None:
                np.random.RandomState(seed).shuffle(pairs)
            if validation_split and subset != "both":
                pairs = _subset(pairs, validation_split, subset)
                if verbose:
                    print(f"Using {len(pairs)} files for {subset}.")

            def made(pairs):
                def image(path):
                    from keras.utils import load_img, img_to_array
                    pixels = img_to_array(load_img(path, color_mode=color_mode))
                    if tuple(pixels.shape[:2]) == tuple(image_size):
                        return pixels
                    return ops.image.resize(pixels, image_size, interpolation=interpolation)

                def label(number):
                    if label_mode == "categorical":
                        return np.eye(len(classes), dtype="float32")[number]
                    return np.array([number], dtype="float32") if label_mode == "binary" else np.int32(number)

                def elements():
                    chosen = list(pairs)
                    if shuffle:
                        random.shuffle(chosen)
                    for path, number in chosen:
                        yield (image(path), label(number)) if numbers is not None else image(path)
                depth = {"rgb": 3, "rgba": 4, "grayscale": 1}[color_mode]
                spec = tf.TensorSpec(tuple(image_size) + (depth,), "float32")
                if numbers is not None:
                    shapes = {"int": (), "binary": (1,), "categorical": (len(classes),)}
                    spec = (spec, tf.TensorSpec(shapes[label_mode], "int32" if label_mode == "int" else "float32"))
                dataset = tf.data.Dataset(elements, len(pairs), spec=spec)
                if batch_size is not None:
                    dataset = dataset.batch(batch_size)
                dataset.class_names = classes
                dataset.file_paths = [path for path, _ in pairs]
                return dataset
            if subset == "both":
                parts = [_subset(pairs, validation_split, name) for name in ("training", "validation")]
                for part, name in zip(parts, ("training", "validation")):
                    if verbose:
                        print(f"Using {len(part)} files for {name}.")
                return made(parts[0]), made(parts[1])
            return made(pairs)


        def timeseries_dataset_from_array(data, targets, sequence_length, sequence_stride=1, sampling_rate=1,
                                          batch_size=128, shuffle=False, seed=None, start_index=None, end_index=None):
            import tensorflow as tf
            start, end = start_index or 0, len(data) if end_index is None else end_index
            data = np.asarray(data)
            count = end - start - (sequence_length - 1) * sampling_rate
            if targets is not None:
                count = min(count, len(targets))
            starts = list(range(0, count, sequence_stride))
            if shuffle:
                np.random.RandomState(seed).shuffle(starts)

            def elements():
                for first in starts:
                    begin = start + first
                    window = data[begin:begin + sequence_length * sampling_rate:sampling_rate]
                    yield window if targets is None else (window, targets[first])
            dataset = tf.data.Dataset(elements, len(starts))
            return dataset if batch_size is None else dataset.batch(batch_size)


        def _input_shape(data):
            if hasattr(data, "element_spec"):
                try:
                    spec = data.element_spec
                except ValueError:
                    return None
                spec = spec[0] if isinstance(spec, tuple) else spec
                return None if isinstance(spec, (tuple, dict)) else (None,) + tuple(spec.shape[1:])
            if hasattr(data, "image_shape"):
                return (None,) + tuple(data.image_shape)
            if hasattr(data, "image_data_generator"):
                return (None,) + tuple(data.x.shape[1:])
            return None
        """
}
