extension Prelude {
    /// The data sets that scikit-learn carries, made up.
    static let learningSets = """
        import numpy as np
        from keras import _host
        from keras.datasets import _source


        class Bunch:
            def __init__(self, **parts):
                self._names = list(parts)
                for name, part in parts.items():
                    setattr(self, name, part)

            def __getitem__(self, name):
                return getattr(self, name)

            def __contains__(self, name):
                return hasattr(self, name)

            def keys(self):
                return list(self._names)


        def _made(name, count, features, classes, seed, return_X_y, as_frame=False, high=10.0):
            _host.refuse(name, as_frame=as_frame)
            _source.made_up(name, "the tables of scikit-learn are not here")
            data = _source.numbers(count, [0.0] * features, [high] * features, seed)
            if classes:
                target = _source.labels(count, classes, seed + 1)
            else:
                target = _source.numbers(count, [5.0], [350.0], seed + 1).reshape(-1)
            if return_X_y:
                return data, target
            return Bunch(
                data=data, target=target, feature_names=[f"feature {n}" for n in range(features)],
                target_names=[f"class {n}" for n in range(classes)], DESCR="Made up.")


        def load_iris(*, return_X_y=False, as_frame=False):
            return _made("load_iris", 150, 4, 3, 21, return_X_y, as_frame, 8.0)


        def load_wine(*, return_X_y=False, as_frame=False):
            return _made("load_wine", 178, 13, 3, 23, return_X_y, as_frame)


        def load_breast_cancer(*, return_X_y=False, as_frame=False):
            return _made("load_breast_cancer", 569, 30, 2, 25, return_X_y, as_frame)


        def load_diabetes(*, return_X_y=False, as_frame=False, scaled=True):
            _host.refuse("load_diabetes", scaled=not scaled)
            return _made("load_diabetes", 442, 10, 0, 27, return_X_y, as_frame, 0.2)


        def load_boston(*, return_X_y=False):
            return _made("load_boston", 506, 13, 0, 29, return_X_y)


        def load_digits(*, n_class=10, return_X_y=False, as_frame=False):
            return _made("load_digits", 1797, 64, n_class, 31, return_X_y, as_frame, 16.0)


        def fetch_california_housing(*, return_X_y=False, as_frame=False, data_home=None, download_if_missing=True):
            return _made("fetch_california_housing", 20640, 8, 0, 33, return_X_y, as_frame)


        def fetch_covtype(*, return_X_y=False, as_frame=False, data_home=None, download_if_missing=True):
            return _made("fetch_covtype", 581012, 54, 7, 35, return_X_y, as_frame)
        """
}
