extension Prelude {
    /// `tf.data.Dataset`: elements made one after the other, when they are asked for.
    ///
    /// The order that `shuffle` gives is not TensorFlow's.
    static let tensorFlowData = """
        import random
        import numpy as np
        from keras import _host, ops

        AUTOTUNE = -1
        INFINITE_CARDINALITY = -1
        UNKNOWN_CARDINALITY = -2


        class TensorSpec:
            def __init__(self, shape, dtype="float32", name=None):
                self.shape = tuple(shape) if shape is not None else None
                self.dtype = str(dtype)
                self.name = name

            def __repr__(self):
                return f"TensorSpec(shape={self.shape}, dtype=tf.{self.dtype}, name={self.name!r})"

            def __eq__(self, other):
                return isinstance(other, TensorSpec) and (self.shape, self.dtype) == (other.shape, other.dtype)


        def _mapped(function, value):
            if isinstance(value, tuple):
                return tuple(_mapped(function, part) for part in value)
            if isinstance(value, dict):
                return {key: _mapped(function, part) for key, part in value.items()}
            return function(value)


        def _first(value):
            while isinstance(value, (tuple, dict)):
                value = value[0] if isinstance(value, tuple) else list(value.values())[0]
            return value


        # Numbers of Python become int32 and float32, as in tf.constant.
        def _array(value):
            if hasattr(value, "shape") and hasattr(value, "dtype"):
                return value
            first = value
            while isinstance(first, (list, tuple)) and len(first) > 0:
                first = first[0]
            kind = {int: "int32", float: "float32"}.get(type(first))
            return np.array(value) if kind is None else np.array(value, dtype=_wider(kind, np.array(value)))


        def _wider(kind, array):
            return "float32" if kind == "int32" and "float" in str(array.dtype) else kind


        def _stacked(values):
            first = values[0]
            if isinstance(first, tuple):
                return tuple(_stacked([value[place] for value in values]) for place in range(len(first)))
            if isinstance(first, dict):
                return {key: _stacked([value[key] for value in values]) for key in first}
            return np.stack([_array(value) for value in values]) if not isinstance(first, str) else list(values)


        def _spec(value):
            if isinstance(value, str):
                return TensorSpec((), "string")
            value = _array(value)
            return TensorSpec(value.shape, value.dtype)


        def _declared(types, shapes):
            if isinstance(types, tuple):
                return tuple(_declared(t, s) for t, s in zip(types, shapes or (None,) * len(types)))
            return TensorSpec(shapes, types)


        class Dataset:
            def __init__(self, make, count=UNKNOWN_CARDINALITY, slices=None, spec=None):
                self._make = make
                self._count = count
                # The arrays whose rows are the elements, so that batches can be cut out of them.
                self._slices = slices
                self._spec = spec

            @staticmethod
            def from_tensor_slices(tensors, name=None):
                arrays = _mapped(_array, tensors)
                count = len(_first(arrays))
                return Dataset(lambda: (_mapped(lambda a: a[i], arrays) for i in range(count)), count, arrays)

            @staticmethod
            def from_tensors(tensors, name=None):
                element = _mapped(_array, tensors)
                return Dataset(lambda: iter([element]), 1)

            @staticmethod
            def from_generator(generator, output_types=None, output_shapes=None, args=None, output_signature=None,
                               name=None):
                spec = output_signature
                if spec is None and output_types is not None:
                    spec = _declared(output_types, output_shapes)
                return Dataset(lambda: iter(generator(*(args or ()))), spec=spec)

            @staticmethod
            def range(*args, output_type=np.int64, name=None):
                _host.refuse("Dataset.range", output_type=np.dtype(output_type) != np.int64)
                numbers = range(*args)
                return Dataset(lambda: (np.int64(n) for n in numbers), len(numbers))

            @staticmethod
            def zip(*datasets, name=None):
                if len(datasets) == 1 and isinstance(datasets[0], tuple):
                    datasets = datasets[0]
                counts = [d._count for d in datasets if d._count != INFINITE_CARDINALITY]
                count = min(counts) if counts else INFINITE_CARDINALITY
                return Dataset(lambda: zip(*[iter(d) for d in datasets]), count)

            def __iter__(self):
                return iter(self._make())

            def __len__(self):
                if self._count == INFINITE_CARDINALITY:
                    raise TypeError("The dataset is infinite.")
                if self._count == UNKNOWN_CARDINALITY:
                    raise TypeError("The dataset length is unknown.")
                return self._count

            def __bool__(self):
                return True

            def cardinality(self):
                return np.int64(self._count)

            def as_numpy_iterator(self):
                return iter(self)

            @property
            def element_spec(self):
                if self._spec is None:
                    self._spec = self._found_spec()
                return self._spec

            def _found_spec(self):
                for element in self:
                    return _mapped(_spec, element)
                raise ValueError("What the elements of the dataset are is not known, as it has none")

            def __repr__(self):
                return f"<Dataset element_spec={self.element_spec}>"

            def _with(self, make, count=None, slices=None, spec=None):
                made = Dataset(make, self._count if count is None else count, slices, spec)
                for name in ("class_names", "file_paths"):
                    if hasattr(self, name):
                        setattr(made, name, getattr(self, name))
                return made

            def _same(self):
                return self._with(self._make, None, self._slices, self._spec)

            def prefetch(self, buffer_size=None, name=None):
                return self._same()

            def cache(self, filename="", name=None):
                return self._same()

            def with_options(self, options, name=None):
                return self._same()

            def apply(self, transformation_func):
                return transformation_func(self)

            def map(self, map_func, num_parallel_calls=None, deterministic=None, name=None):
                def make():
                    for element in self:
                        yield map_func(*element) if isinstance(element, tuple) else map_func(element)
                return self._with(make)

            def filter(self, predicate, name=None):
                def make():
                    for element in self:
                        if predicate(*element) if isinstance(element, tuple) else predicate(element):
                            yield element
                return self._with(make, UNKNOWN_CARDINALITY, spec=self._spec)

            def shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=None, name=None):
                fixed = random.randint(0, 2**31 - 1) if seed is None else seed
                lasting = np.random.RandomState(fixed)

                def generator():
                    return np.random.RandomState(fixed) if reshuffle_each_iteration is False else lasting
                if self._slices is not None and buffer_size >= self._count:
                    def cut():
                        order = list(range(self._count))
                        generator().shuffle(order)
                        for place in order:
                            yield _mapped(lambda a: a[place], self._slices)
                    return self._with(cut, spec=self._spec)

                def make():
                    drawn = generator()
                    held = []
                    for element in self:
                        if len(held) < buffer_size:
                            held.append(element)
                            continue
                        place = int(drawn.randint(len(held)))
                        yield held[place]
                        held[place] = element
                    drawn.shuffle(held)
                    yield from held
                return self._with(make, spec=self._spec)

            def batch(self, batch_size, drop_remainder=False, num_parallel_calls=None, deterministic=None, name=None):
                batch_size = int(batch_size)
                count = self._count
                if count > 0:
                    count = count // batch_size if drop_remainder else -(-count // batch_size)

                def make():
                    held = []
                    for element in self:
                        held.append(element)
                        if len(held) == batch_size:
                            yield _stacked(held)
                            held = []
                    if held and not drop_remainder:
                        yield _stacked(held)

                def cut():
                    for place in range(count):
                        part = slice(place * batch_size, (place + 1) * batch_size)
                        yield _mapped(lambda a: a[part], self._slices)
                made = self._with(make if self._slices is None else cut, count)
                inner = self

                def spec():
                    size = batch_size if drop_remainder else None
                    return _mapped(lambda s: TensorSpec((size,) + s.shape, s.dtype), inner.element_spec)
                made._found_spec = spec
                return made

            def unbatch(self, name=None):
                def make():
                    for element in self:
                        for place in range(len(_first(element))):
                            yield _mapped(lambda a: a[place], element)
                return self._with(make, UNKNOWN_CARDINALITY)

            def take(self, count, name=None):
                def make():
                    if count == 0:
                        return
                    for place, element in enumerate(self):
                        yield element
                        if place + 1 == count:
                            return
                size = self._count if count < 0 else (min(count, self._count) if self._count >= 0 else count)
                if self._count == UNKNOWN_CARDINALITY:
                    size = UNKNOWN_CARDINALITY
                slices = None if self._slices is None else _mapped(lambda a: a[:size], self._slices)
                return self._with(make, size, slices, self._spec)

            def skip(self, count, name=None):
                def make():
                    for place, element in enumerate(self):
                        if place >= count:
                            yield element
                size = max(0, self._count - count) if self._count >= 0 else self._count
                slices = None if self._slices is None else _mapped(lambda a: a[count:], self._slices)
                return self._with(make, size, slices, self._spec)

            def repeat(self, count=None, name=None):
                endless = count is None or count < 0

                def make():
                    turn = 0
                    while endless or turn < count:
                        turn += 1
                        yield from self
                size = INFINITE_CARDINALITY if endless else (self._count * count if self._count >= 0 else self._count)
                return self._with(make, size, spec=self._spec)

            def concatenate(self, dataset, name=None):
                def make():
                    yield from self
                    yield from dataset
                counts = (self._count, dataset._count)
                return self._with(make, sum(counts) if min(counts) >= 0 else min(counts), spec=self._spec)

            def enumerate(self, start=0, name=None):
                return self._with(lambda: ((np.int64(n), e) for n, e in enumerate(self, start)))

            def shard(self, num_shards, index, name=None):
                def make():
                    for place, element in enumerate(self):
                        if place % num_shards == index:
                            yield element
                size = len(range(index, self._count, num_shards)) if self._count >= 0 else self._count
                return self._with(make, size, spec=self._spec)

            def reduce(self, initial_state, reduce_func, name=None):
                state = initial_state
                for element in self:
                    state = reduce_func(state, element)
                return state

            def get_single_element(self, name=None):
                return next(iter(self))


        class Options:
            pass
        """
}
