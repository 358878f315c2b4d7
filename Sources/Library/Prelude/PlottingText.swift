extension Prelude {
    /// What of matplotlib yields values that scripts unpack or index. Nothing is drawn.
    static let plottingText = """
        import os
        import numpy as np
        from keras import _host


        class _Drawing:
            def __init__(self, kind):
                self._kind = kind

            def __getattr__(self, name):
                if name.startswith("_"):
                    raise AttributeError(name)
                return _Silent(f"{self._kind}.{name}")

            def plot(self, *args, **kwargs):
                _host.pass_over(f"{self._kind}.plot")
                return [_Drawing("Line2D")]

            def subplots(self, nrows=1, ncols=1, squeeze=True, **kwargs):
                _host.pass_over(f"{self._kind}.subplots")
                return _grid(nrows, ncols, squeeze)


        class _Silent:
            def __init__(self, path):
                self._path = path

            def __call__(self, *args, **kwargs):
                _host.pass_over(self._path)
                return _Drawing(self._path.split(".")[-1] + "()")

            def __getattr__(self, name):
                if name.startswith("_"):
                    raise AttributeError(name)
                return _Silent(f"{self._path}.{name}")


        class _Grid:
            def __init__(self, rows):
                self._rows = rows
                first = rows[0] if rows else []
                self.shape = (len(rows), len(first)) if isinstance(first, list) else (len(rows),)
                self.flat = [axes for row in rows for axes in (row if isinstance(row, list) else [row])]
                self.size = len(self.flat)
                self.ndim = len(self.shape)

            def __len__(self):
                return len(self._rows)

            def __iter__(self):
                for row in self._rows:
                    yield _Grid(row) if isinstance(row, list) else row

            def __getitem__(self, index):
                first, rest = (index[0], index[1:]) if isinstance(index, tuple) else (index, ())
                if isinstance(first, slice):
                    rows = [_Grid(row)[rest] if rest else row for row in self._rows[first]]
                    return _Grid(rows)
                row = self._rows[first]
                row = _Grid(row) if isinstance(row, list) else row
                return row[rest[0]] if rest else row

            def ravel(self):
                return _Grid(self.flat)

            flatten = ravel

            def reshape(self, *shape):
                return _Grid(self.flat)


        def _grid(nrows, ncols, squeeze):
            rows = [[_Drawing("Axes") for _ in range(ncols)] for _ in range(nrows)]
            if not squeeze or (nrows > 1 and ncols > 1):
                return _Grid(rows)
            flat = [axes for row in rows for axes in row]
            return flat[0] if len(flat) == 1 else _Grid(flat)


        def figure(*args, **kwargs):
            _host.pass_over("plt.figure")
            return _Drawing("Figure")


        def gcf():
            return _Drawing("Figure")


        def gca(**kwargs):
            return _Drawing("Axes")


        def subplot(*args, **kwargs):
            _host.pass_over("plt.subplot")
            return _Drawing("Axes")


        def subplots(nrows=1, ncols=1, sharex=False, sharey=False, squeeze=True, **kwargs):
            _host.pass_over("plt.subplots")
            return _Drawing("Figure"), _grid(nrows, ncols, squeeze)


        def plot(*args, **kwargs):
            _host.pass_over("plt.plot")
            return [_Drawing("Line2D")]


        def hist(x, bins=10, **kwargs):
            _host.pass_over("plt.hist")
            return _Silent("hist.n"), _Silent("hist.bins"), _Silent("hist.patches")


        def imread(fname, format=None):
            from PIL import Image
            pixels = np.array(Image.open(fname))
            is_png = str(fname).lower().endswith(".png")
            return pixels.astype("float32") / 255 if is_png and pixels.dtype == np.uint8 else pixels
        """
}
