extension Prelude {
    /// The module `tensorflow.train`: the optimizers of TensorFlow 1 under their names, and checkpoints, which are not written.
    static let tensorFlowTraining = """
        import keras
        from keras import _host


        def GradientDescentOptimizer(learning_rate, use_locking=False, name="GradientDescent"):
            return keras.optimizers.SGD(learning_rate)


        def MomentumOptimizer(learning_rate, momentum, use_locking=False, name="Momentum", use_nesterov=False):
            return keras.optimizers.SGD(learning_rate, momentum=momentum, nesterov=use_nesterov)


        def AdamOptimizer(
                learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-08, use_locking=False, name="Adam"):
            return keras.optimizers.Adam(learning_rate, beta_1=beta1, beta_2=beta2, epsilon=epsilon)


        def RMSPropOptimizer(
                learning_rate, decay=0.9, momentum=0.0, epsilon=1e-10, use_locking=False, centered=False,
                name="RMSProp"):
            return keras.optimizers.RMSprop(
                learning_rate, rho=decay, momentum=momentum, epsilon=epsilon, centered=centered)


        def AdagradOptimizer(learning_rate, initial_accumulator_value=0.1, use_locking=False, name="Adagrad"):
            return keras.optimizers.Adagrad(learning_rate, initial_accumulator_value=initial_accumulator_value)


        def AdadeltaOptimizer(
                learning_rate=0.001, rho=0.95, epsilon=1e-08, use_locking=False, name="Adadelta"):
            return keras.optimizers.Adadelta(learning_rate, rho=rho, epsilon=epsilon)


        def _unwritten(name):
            _host.leave_out(name, "checkpoints are neither written nor read", "the weights stay as they are")


        class _Status:
            def assert_consumed(self):
                return self

            def assert_existing_objects_matched(self):
                return self

            def expect_partial(self):
                return self


        class Checkpoint:
            def __init__(self, root=None, **kwargs):
                self.root = root
                self.save_counter = 0
                for name, value in kwargs.items():
                    setattr(self, name, value)

            def save(self, file_prefix, options=None):
                _unwritten("Checkpoint.save")
                self.save_counter += 1
                return f"{file_prefix}-{self.save_counter}"

            def write(self, file_prefix, options=None):
                _unwritten("Checkpoint.write")
                return str(file_prefix)

            def restore(self, save_path, options=None):
                if save_path is not None:
                    _unwritten("Checkpoint.restore")
                return _Status()

            read = restore


        class CheckpointManager:
            def __init__(self, checkpoint, directory, max_to_keep=5, keep_checkpoint_every_n_hours=None,
                         checkpoint_name="ckpt", step_counter=None, checkpoint_interval=None, init_fn=None):
                self.checkpoint, self.directory, self.checkpoint_name = checkpoint, directory, checkpoint_name
                self.checkpoints, self.latest_checkpoint = [], None

            def save(self, checkpoint_number=None, check_interval=True, options=None):
                number = self.checkpoint.save_counter + 1 if checkpoint_number is None else int(checkpoint_number)
                _unwritten("CheckpointManager.save")
                self.checkpoint.save_counter = number
                return f"{self.directory}/{self.checkpoint_name}-{number}"

            def restore_or_initialize(self):
                return None


        def latest_checkpoint(checkpoint_dir, latest_filename=None):
            return None
        """
}
