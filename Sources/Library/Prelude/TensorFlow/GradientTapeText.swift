extension Prelude {
    /// `tensorflow.GradientTape`: what is computed below it is computed; gradients are not.
    static let gradientTape = """
        from keras import _host


        class GradientTape:
            def __init__(self, persistent=False, watch_accessed_variables=True):
                self._is_persistent = persistent
                self._watched = []

            def __enter__(self):
                return self

            def __exit__(self, kind, value, traceback):
                return None

            def watch(self, tensor):
                self._watched += list(tensor) if isinstance(tensor, (list, tuple)) else [tensor]

            def watched_variables(self):
                return tuple(self._watched)

            def stop_recording(self):
                return self

            def reset(self):
                self._watched = []

            def gradient(self, target, sources, output_gradients=None, unconnected_gradients=None):
                return _absent("gradient", sources)

            def jacobian(self, target, sources, unconnected_gradients=None, parallel_iterations=None,
                         experimental_use_pfor=True):
                return _absent("jacobian", sources)

            def batch_jacobian(self, target, source, unconnected_gradients=None, parallel_iterations=None,
                               experimental_use_pfor=True):
                return _absent("batch_jacobian", source)


        # What is not computed, in the arrangement of the sources.
        def _absent(name, sources):
            if isinstance(sources, (list, tuple)):
                return type(sources)(_absent(name, source) for source in sources)
            if isinstance(sources, dict):
                return {key: _absent(name, source) for key, source in sources.items()}
            return _host.not_computed(
                "GradientTape." + name, "nothing is differentiated yet", "what it returns has no values")
        """
}
