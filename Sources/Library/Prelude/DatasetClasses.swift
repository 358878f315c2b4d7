extension Prelude {
    /// What classes of data derive from.
    static let datasetClasses = """
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
        """
}
