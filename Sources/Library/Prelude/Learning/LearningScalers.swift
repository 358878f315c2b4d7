extension Prelude {
    /// The scalers of `sklearn.preprocessing`.
    static let learningScalers = """
        class _Transformer:
            def fit_transform(self, X, y=None):
                return self.fit(X).transform(X)


        class _Scaler(_Transformer):
            def _checked(self, X):
                X = np.asarray(X)
                if X.ndim != 2:
                    raise ValueError(
                        f"Expected 2D array, got {X.ndim}D array instead. Reshape your data either using "
                        "array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it contains a "
                        "single sample.")
                return X if X.dtype == "float32" else X.astype("float64")

            def partial_fit(self, X, y=None):
                if hasattr(self, "scale_"):
                    raise NotImplementedError("partial_fit is implemented for the first part of the data only")
                return self.fit(X)

            def transform(self, X, copy=None):
                return (self._checked(X) - self._offset) * self._factor

            def inverse_transform(self, X, copy=None):
                return self._checked(X) / self._factor + self._offset


        def _usable(scale):
            return np.where(scale == 0, 1.0, scale)


        class StandardScaler(_Scaler):
            def __init__(self, *, copy=True, with_mean=True, with_std=True):
                self.with_mean = with_mean
                self.with_std = with_std

            def fit(self, X, y=None, sample_weight=None):
                _host.refuse("StandardScaler.fit", sample_weight=sample_weight)
                X = self._checked(X)
                self.n_features_in_ = X.shape[1]
                self.n_samples_seen_ = len(X)
                self.mean_ = np.mean(X.astype("float64"), axis=0)
                self.var_ = np.var(X.astype("float64"), axis=0)
                self.scale_ = _usable(np.sqrt(self.var_))
                self._offset = (self.mean_ if self.with_mean else np.zeros(X.shape[1])).astype(X.dtype)
                self._factor = (self.scale_ if self.with_std else np.ones(X.shape[1])).astype(X.dtype)
                return self

            def transform(self, X, copy=None):
                return (self._checked(X) - self._offset) / self._factor

            def inverse_transform(self, X, copy=None):
                return self._checked(X) * self._factor + self._offset


        class MinMaxScaler(_Scaler):
            def __init__(self, feature_range=(0, 1), *, copy=True, clip=False):
                self.feature_range = feature_range
                self.clip = clip

            def fit(self, X, y=None):
                X = self._checked(X)
                self.n_features_in_ = X.shape[1]
                low, high = self.feature_range
                self.data_min_, self.data_max_ = np.min(X, axis=0), np.max(X, axis=0)
                self.data_range_ = self.data_max_ - self.data_min_
                self.scale_ = (high - low) / _usable(self.data_range_)
                self.min_ = low - self.data_min_ * self.scale_
                return self

            def transform(self, X):
                X = self._checked(X) * self.scale_ + self.min_
                return np.clip(X, *self.feature_range) if self.clip else X

            def inverse_transform(self, X):
                return (self._checked(X) - self.min_) / self.scale_


        class MaxAbsScaler(_Scaler):
            def __init__(self, *, copy=True, clip=False):
                self.clip = clip

            def fit(self, X, y=None):
                self.max_abs_ = np.max(np.abs(self._checked(X)), axis=0)
                self.scale_ = _usable(self.max_abs_)
                return self

            def transform(self, X):
                X = self._checked(X) / self.scale_
                return np.clip(X, -1, 1) if self.clip else X

            def inverse_transform(self, X):
                return self._checked(X) * self.scale_


        class RobustScaler(_Scaler):
            def __init__(self, *, with_centering=True, with_scaling=True, quantile_range=(25.0, 75.0), copy=True,
                         unit_variance=False):
                _host.refuse("RobustScaler", unit_variance=unit_variance)
                self.with_centering = with_centering
                self.with_scaling = with_scaling
                self.quantile_range = quantile_range

            def fit(self, X, y=None):
                X = self._checked(X)
                low, high = (np.percentile(X, share, axis=0) for share in self.quantile_range)
                self.center_ = np.median(X, axis=0) if self.with_centering else None
                self.scale_ = _usable(high - low) if self.with_scaling else None
                return self

            def transform(self, X):
                X = self._checked(X)
                X = X if self.center_ is None else X - self.center_
                return X if self.scale_ is None else X / self.scale_

            def inverse_transform(self, X):
                X = self._checked(X)
                X = X if self.scale_ is None else X * self.scale_
                return X if self.center_ is None else X + self.center_


        def _along(axis, scaler, X):
            X = np.asarray(X)
            return scaler.fit_transform(X) if axis == 0 else scaler.fit_transform(X.T).T


        def scale(X, *, axis=0, with_mean=True, with_std=True, copy=True):
            return _along(axis, StandardScaler(with_mean=with_mean, with_std=with_std), X)


        def minmax_scale(X, feature_range=(0, 1), *, axis=0, copy=True):
            return _along(axis, MinMaxScaler(feature_range), X)


        def normalize(X, norm="l2", *, axis=1, copy=True, return_norm=False):
            X = np.asarray(X).astype("float64")
            if norm == "l2":
                norms = np.sqrt(np.sum(X * X, axis=axis, keepdims=True))
            else:
                norms = (np.sum if norm == "l1" else np.max)(np.abs(X), axis=axis, keepdims=True)
            scaled = X / _usable(norms)
            return (scaled, np.squeeze(norms, axis)) if return_norm else scaled
        """
}
