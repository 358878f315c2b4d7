extension Prelude {
    /// What classes of callbacks derive from. Nothing calls them, as nothing is trained.
    static let callbackClasses = """
        class Callback:
            def __init__(self):
                self.params = None
                self._model = None

            @property
            def model(self):
                return self._model

            def set_params(self, params):
                self.params = params

            def set_model(self, model):
                self._model = model

            def on_epoch_begin(self, epoch, logs=None): pass
            def on_epoch_end(self, epoch, logs=None): pass
            def on_batch_begin(self, batch, logs=None): pass
            def on_batch_end(self, batch, logs=None): pass
            def on_train_batch_begin(self, batch, logs=None): self.on_batch_begin(batch, logs=logs)
            def on_train_batch_end(self, batch, logs=None): self.on_batch_end(batch, logs=logs)
            def on_test_batch_begin(self, batch, logs=None): pass
            def on_test_batch_end(self, batch, logs=None): pass
            def on_predict_batch_begin(self, batch, logs=None): pass
            def on_predict_batch_end(self, batch, logs=None): pass
            def on_train_begin(self, logs=None): pass
            def on_train_end(self, logs=None): pass
            def on_test_begin(self, logs=None): pass
            def on_test_end(self, logs=None): pass
            def on_predict_begin(self, logs=None): pass
            def on_predict_end(self, logs=None): pass
        """
}
