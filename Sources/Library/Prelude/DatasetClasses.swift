extension Prelude {
    /// What classes of data derive from.
    static let datasetClasses = """
        import numpy as np
        from keras.callbacks import CallbackList


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


        # The inputs in batches of data, which may hold targets too.
        def _inputs(data, steps):
            for batch in _batches(data, steps):
                yield batch[0] if isinstance(batch, tuple) else batch


        # The outputs for each batch of inputs; callbacks are told of them.
        def _predicted(model, batches, callbacks, verbose, steps):
            told = callbacks
            if not isinstance(told, CallbackList):
                given = callbacks if isinstance(callbacks, (list, tuple)) else [] if callbacks is None else [callbacks]
                told = CallbackList(given, model=model, verbose=verbose, epochs=1, steps=steps)
            results = []
            told.on_predict_begin()
            for place, batch in enumerate(batches):
                told.on_predict_batch_begin(place)
                results.append(model.predict_on_batch(batch))
                told.on_predict_batch_end(place, {"outputs": results[-1]})
            told.on_predict_end()
            if not results:
                raise ValueError("The data have no batches.")
            return results
        """
}
