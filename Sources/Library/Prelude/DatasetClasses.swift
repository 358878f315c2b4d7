extension Prelude {
    /// What classes of data derive from.
    static let datasetClasses = """
        import numpy as np


        class PyDataset:
            def __init__(self, workers=1, use_multiprocessing=False, max_queue_size=10):
                self.workers = workers
                self.use_multiprocessing = use_multiprocessing
                self.max_queue_size = max_queue_size

            @property
            def num_batches(self):
                return len(self) if hasattr(self, "__len__") else None

            def __getitem__(self, index):
                raise NotImplementedError

            def on_epoch_begin(self): pass
            def on_epoch_end(self): pass


        class Sequence(PyDataset):
            pass


        def _batches(data, steps):
            if hasattr(data, "__getitem__") and hasattr(data, "__len__"):
                count = len(data) if steps is None else min(steps, len(data))
                for index in range(count):
                    yield data[index]
                return
            for index, batch in enumerate(data):
                if steps is not None and index >= steps:
                    return
                yield batch


        def _predicted(model, data, steps):
            results = []
            for batch in _batches(data, steps):
                inputs = batch[0] if isinstance(batch, tuple) else batch
                results.append(model.predict_on_batch(inputs))
            if not results:
                raise ValueError("The data have no batches.")
            if isinstance(results[0], list):
                return [np.concatenate(parts) for parts in zip(*results)]
            return np.concatenate(results)
        """
}
