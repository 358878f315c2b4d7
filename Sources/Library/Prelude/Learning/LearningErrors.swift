extension Prelude {
    /// The measures of `sklearn.metrics` for numbers and for scores.
    static let learningErrors = """
        def _numbers(values):
            return np.asarray(values).astype("float64")


        def _errors(y_true, y_pred):
            if len(y_true) != len(y_pred):
                raise ValueError(
                    f"Found input variables with inconsistent numbers of samples: {[len(y_true), len(y_pred)]}")
            y_true = _numbers(y_true)
            return y_true - _numbers(y_pred).reshape(y_true.shape)


        def _refuse_averages(name, sample_weight, multioutput):
            _host.refuse(name, sample_weight=sample_weight, multioutput=multioutput != "uniform_average")


        def mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", squared=True):
            _refuse_averages("mean_squared_error", sample_weight, multioutput)
            error = float(np.mean(np.square(_errors(y_true, y_pred))))
            return error if squared else math.sqrt(error)


        def root_mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
            return math.sqrt(mean_squared_error(y_true, y_pred, sample_weight=sample_weight, multioutput=multioutput))


        def mean_absolute_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
            _refuse_averages("mean_absolute_error", sample_weight, multioutput)
            return float(np.mean(np.abs(_errors(y_true, y_pred))))


        def r2_score(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", force_finite=True):
            _refuse_averages("r2_score", sample_weight, multioutput)
            _host.refuse("r2_score", force_finite=not force_finite)
            errors = _errors(y_true, y_pred)
            y_true = _numbers(y_true).reshape(len(y_true), -1)
            left = np.sum(np.square(errors.reshape(y_true.shape)), axis=0)
            whole = np.sum(np.square(y_true - np.mean(y_true, axis=0)), axis=0)
            return float(np.mean(np.where(whole == 0, (left == 0) * 1.0, 1 - left / _nonzero(whole))))


        def roc_curve(y_true, y_score, *, pos_label=1, sample_weight=None, drop_intermediate=True):
            _host.refuse("roc_curve", sample_weight=sample_weight)
            truths, scores = [value == pos_label for value in _plain(y_true)], _plain(y_score)
            order = sorted(range(len(scores)), key=lambda place: -scores[place])
            hits, misses, points = 0, 0, [(0, 0, math.inf)]
            for number, place in enumerate(order):
                hits, misses = hits + truths[place], misses + (not truths[place])
                if number + 1 == len(order) or scores[order[number + 1]] != scores[place]:
                    points.append((misses, hits, scores[place]))
            if drop_intermediate:
                points = [
                    point for place, point in enumerate(points)
                    if place in (0, len(points) - 1)
                    or (points[place + 1][0] - point[0], points[place + 1][1] - point[1])
                    != (point[0] - points[place - 1][0], point[1] - points[place - 1][1])]
            return tuple(np.array(column) for column in (
                [p[0] / misses for p in points], [p[1] / hits for p in points], [p[2] for p in points]))


        def auc(x, y):
            x, y = _numbers(x), _numbers(y)
            return float(abs(np.sum((x[1:] - x[:-1]) * (y[1:] + y[:-1]) / 2)))


        def roc_auc_score(y_true, y_score, *, average="macro", sample_weight=None, max_fpr=None, multi_class="raise",
                          labels=None):
            _host.refuse(
                "roc_auc_score", average=average != "macro", sample_weight=sample_weight, max_fpr=max_fpr,
                multi_class=multi_class != "raise", labels=labels)
            y_true, y_score = np.asarray(y_true), np.asarray(y_score)
            if y_true.ndim == 2 and y_true.shape[1] > 1:
                return float(np.mean([
                    roc_auc_score(y_true[:, column], y_score[:, column]) for column in range(y_true.shape[1])]))
            if y_score.ndim == 2 and y_score.shape[1] > 1:
                raise ValueError("multi_class must be in ('ovo', 'ovr')")
            fpr, tpr, _ = roc_curve(y_true.reshape(-1), y_score.reshape(-1))
            return auc(fpr, tpr)
        """
}
