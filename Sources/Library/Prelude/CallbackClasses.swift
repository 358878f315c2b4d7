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


        class History(Callback):
            def __init__(self):
                super().__init__()
                self.history = {}
                self.epoch = []


        class BaseLogger(Callback):
            def __init__(self, stateful_metrics=None):
                super().__init__()
                self.stateful_metrics = set(stateful_metrics or [])


        class CallbackList(Callback):
            def __init__(self, callbacks=None, add_history=False, add_progbar=False, model=None, **params):
                super().__init__()
                self.callbacks = list(callbacks or [])
                if add_history:
                    self.callbacks.append(History())
                if add_progbar:
                    self.callbacks.append(ProgbarLogger())
                if model is not None:
                    self.set_model(model)
                if params:
                    self.set_params(params)

            def append(self, callback):
                self.callbacks.append(callback)

            def set_params(self, params):
                super().set_params(params)
                for callback in self.callbacks:
                    callback.set_params(params)

            def set_model(self, model):
                super().set_model(model)
                for callback in self.callbacks:
                    callback.set_model(model)

            def _tell(self, name, *place, logs=None):
                for callback in self.callbacks:
                    getattr(callback, name)(*place, logs=logs or {})

            def on_epoch_begin(self, epoch, logs=None): self._tell("on_epoch_begin", epoch, logs=logs)
            def on_epoch_end(self, epoch, logs=None): self._tell("on_epoch_end", epoch, logs=logs)
            def on_batch_begin(self, batch, logs=None): self._tell("on_batch_begin", batch, logs=logs)
            def on_batch_end(self, batch, logs=None): self._tell("on_batch_end", batch, logs=logs)
            def on_train_batch_begin(self, batch, logs=None): self._tell("on_train_batch_begin", batch, logs=logs)
            def on_train_batch_end(self, batch, logs=None): self._tell("on_train_batch_end", batch, logs=logs)
            def on_test_batch_begin(self, batch, logs=None): self._tell("on_test_batch_begin", batch, logs=logs)
            def on_test_batch_end(self, batch, logs=None): self._tell("on_test_batch_end", batch, logs=logs)
            def on_predict_batch_begin(self, batch, logs=None): self._tell("on_predict_batch_begin", batch, logs=logs)
            def on_predict_batch_end(self, batch, logs=None): self._tell("on_predict_batch_end", batch, logs=logs)
            def on_train_begin(self, logs=None): self._tell("on_train_begin", logs=logs)
            def on_train_end(self, logs=None): self._tell("on_train_end", logs=logs)
            def on_test_begin(self, logs=None): self._tell("on_test_begin", logs=logs)
            def on_test_end(self, logs=None): self._tell("on_test_end", logs=logs)
            def on_predict_begin(self, logs=None): self._tell("on_predict_begin", logs=logs)
            def on_predict_end(self, logs=None): self._tell("on_predict_end", logs=logs)


        class ProgbarLogger(Callback):
            pass


        class TerminateOnNaN(Callback):
            pass


        class LambdaCallback(Callback):
            def __init__(self, on_epoch_begin=None, on_epoch_end=None, on_train_begin=None, on_train_end=None,
                         on_train_batch_begin=None, on_train_batch_end=None, **kwargs):
                super().__init__()
                for name, value in kwargs.items():
                    setattr(self, name, value)
                given = {"on_epoch_begin": on_epoch_begin, "on_epoch_end": on_epoch_end,
                         "on_train_begin": on_train_begin, "on_train_end": on_train_end,
                         "on_train_batch_begin": on_train_batch_begin, "on_train_batch_end": on_train_batch_end}
                for name, function in given.items():
                    if function is not None:
                        setattr(self, name, function)


        class _MonitorCallback(Callback):
            def __init__(self, monitor="val_loss", mode="auto", min_delta=0):
                super().__init__()
                if mode not in ("auto", "min", "max"):
                    mode = "auto"
                self.monitor = monitor
                self.mode = mode
                self.min_delta = abs(min_delta)


        class EarlyStopping(_MonitorCallback):
            def __init__(self, monitor="val_loss", min_delta=0, patience=0, verbose=0, mode="auto", baseline=None,
                         restore_best_weights=False, start_from_epoch=0):
                super().__init__(monitor, mode, min_delta)
                self.patience = patience
                self.verbose = verbose
                self.baseline = baseline
                self.restore_best_weights = restore_best_weights
                self.start_from_epoch = start_from_epoch
                self.wait = 0
                self.stopped_epoch = 0
                self.best_epoch = 0


        class ModelCheckpoint(_MonitorCallback):
            def __init__(self, filepath, monitor="val_loss", verbose=0, save_best_only=False, save_weights_only=False,
                         mode="auto", save_freq="epoch", initial_value_threshold=None, period=1):
                super().__init__(monitor, mode)
                self.filepath = str(filepath)
                self.verbose = verbose
                self.save_best_only = save_best_only
                self.save_weights_only = save_weights_only
                self.save_freq = save_freq
                self.best = initial_value_threshold
                self.period = period


        class BackupAndRestore(Callback):
            def __init__(self, backup_dir, save_freq="epoch", double_checkpoint=False, delete_checkpoint=True):
                super().__init__()
                self.backup_dir = backup_dir
                self.save_freq = save_freq
                self.double_checkpoint = double_checkpoint
                self.delete_checkpoint = delete_checkpoint


        class ReduceLROnPlateau(_MonitorCallback):
            def __init__(self, monitor="val_loss", factor=0.1, patience=10, verbose=0, mode="auto", min_delta=1e-4,
                         cooldown=0, min_lr=0.0, epsilon=None):
                super().__init__(monitor, mode, min_delta if epsilon is None else epsilon)
                if factor >= 1.0:
                    raise ValueError("ReduceLROnPlateau does not support a factor >= 1.0. Got factor={}".format(factor))
                self.factor = factor
                self.patience = patience
                self.verbose = verbose
                self.cooldown = cooldown
                self.min_lr = min_lr


        class LearningRateScheduler(Callback):
            def __init__(self, schedule, verbose=0):
                super().__init__()
                self.schedule = schedule
                self.verbose = verbose


        class CSVLogger(Callback):
            def __init__(self, filename, separator=",", append=False):
                super().__init__()
                self.filename = filename
                self.sep = separator
                self.append = append


        class RemoteMonitor(Callback):
            def __init__(self, root="http://localhost:9000", path="/publish/epoch/end/", field="data", headers=None,
                         send_as_json=False):
                super().__init__()
                self.root = root
                self.path = path
                self.field = field
                self.headers = headers
                self.send_as_json = send_as_json


        class SwapEMAWeights(Callback):
            def __init__(self, swap_on_epoch=False):
                super().__init__()
                self.swap_on_epoch = swap_on_epoch


        class TensorBoard(Callback):
            def __init__(self, log_dir="logs", histogram_freq=0, write_graph=True, write_images=False,
                         write_steps_per_second=False, update_freq="epoch", profile_batch=0, embeddings_freq=0,
                         embeddings_metadata=None, **old):
                super().__init__()
                unknown = set(old) - {"batch_size", "write_grads", "embeddings_layer_names", "embeddings_data"}
                if unknown:
                    raise TypeError(
                        f"TensorBoard.__init__() got an unexpected keyword argument '{sorted(unknown)[0]}'")
                self.log_dir = str(log_dir)
                self.histogram_freq = histogram_freq
                self.write_graph = write_graph
                self.write_images = write_images
                self.write_steps_per_second = write_steps_per_second
                self.update_freq = 1 if update_freq == "batch" else update_freq
                self.profile_batch = profile_batch
                self.embeddings_freq = embeddings_freq
                self.embeddings_metadata = embeddings_metadata
        """
}
