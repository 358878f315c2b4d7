import keras, numpy as np
from keras import losses, metrics
r = np.random.RandomState(3)
truth = (r.rand(12, 4) > 0.6).astype("float32")
guess = r.rand(12, 4).astype("float32")
labels = r.randint(0, 4, 12)
one_hot = np.eye(4, dtype="float32")[labels]
shares = (guess / guess.sum(axis=1, keepdims=True)).astype("float32")
weights = r.rand(12).astype("float32")
def show(v):
    v = np.array(v)
    return [show(part) for part in v] if v.shape else float(f"{float(v):.4g}")
def told(config): return sorted((k, str(v)) for k, v in config.items() if k != "label_weights")
def run(metric, a, b, **more):
    try:
        metric.update_state(a, b, **more); metric.update_state(a[:5], b[:5])
        print(metric.name, show(metric.result()), [tuple(v.shape) for v in metric.variables], told(metric.get_config()))
        metric.reset_state(); metric.update_state(a, b, **more); print("  ", show(metric.result()))
    except Exception as error: print(type(metric).__name__, type(error).__name__)
plain = ["MeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError", "MeanSquaredLogarithmicError", "RootMeanSquaredError",
    "CosineSimilarity", "LogCoshError", "PearsonCorrelation", "ConcordanceCorrelation", "Hinge", "SquaredHinge", "CategoricalHinge", "Poisson",
    "BinaryCrossentropy", "BinaryAccuracy", "Accuracy", "TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives", "Precision", "Recall", "F1Score", "R2Score"]
for name in plain:
    run(getattr(metrics, name)(), truth, guess)
    run(getattr(metrics, name)(name="own"), truth, guess, sample_weight=weights)
for name in ["KLDivergence", "CategoricalCrossentropy", "CategoricalAccuracy"]:
    run(getattr(metrics, name)(), one_hot, shares); run(getattr(metrics, name)(), one_hot, shares, sample_weight=weights)
for metric in [metrics.SparseCategoricalCrossentropy(), metrics.SparseCategoricalCrossentropy(ignore_class=1), metrics.SparseCategoricalAccuracy(),
               metrics.SparseTopKCategoricalAccuracy(k=2), metrics.SparseCategoricalCrossentropy(from_logits=True)]:
    run(metric, labels, shares); run(metric, labels, shares, sample_weight=weights)
run(metrics.TopKCategoricalAccuracy(k=2), one_hot, shares)
run(metrics.BinaryAccuracy(threshold=0.3), truth, guess)
run(metrics.BinaryCrossentropy(from_logits=True, label_smoothing=0.1), truth, guess)
for metric in [metrics.Precision(thresholds=[0.2, 0.5, 0.9]), metrics.Recall(thresholds=0.3), metrics.Precision(top_k=2), metrics.Recall(class_id=1),
               metrics.Recall(top_k=1, class_id=3), metrics.FalsePositives(thresholds=[0.0, 0.5, 1.0]), metrics.TruePositives(thresholds=[0.1, 0.7]),
               metrics.SensitivityAtSpecificity(0.5), metrics.SpecificityAtSensitivity(0.4, num_thresholds=20), metrics.PrecisionAtRecall(0.5),
               metrics.RecallAtPrecision(0.4, num_thresholds=1), metrics.SensitivityAtSpecificity(0.5, class_id=2)]:
    run(metric, truth, guess); run(metric, truth, guess, sample_weight=weights)
for curve in ["ROC", "PR", "PRGAIN"]:
    for method in ["interpolation", "majoring", "minoring"]:
        run(metrics.AUC(curve=curve, summation_method=method, num_thresholds=30), truth, guess)
run(metrics.AUC(), truth, guess, sample_weight=weights)
run(metrics.AUC(multi_label=True), truth, guess); run(metrics.AUC(multi_label=True, num_labels=4, label_weights=[1., 2., 0., 1.], curve="PR"), truth, guess)
run(metrics.AUC(thresholds=[0.3, 0.1, 0.8]), truth, guess); run(metrics.AUC(from_logits=True, label_weights=[1., 2., 0., 1.]), truth, guess * 4 - 2)
run(metrics.AUC(), truth[:, 0], guess[:, 0])
run(metrics.IoU(4, [0, 2]), labels, labels[::-1]); run(metrics.MeanIoU(4), labels, labels[::-1]); run(metrics.MeanIoU(5, ignore_class=2), labels, labels[::-1])
run(metrics.MeanIoU(4, sparse_y_pred=False), labels, shares); run(metrics.OneHotMeanIoU(4), one_hot, shares); run(metrics.OneHotIoU(4, target_class_ids=[1]), one_hot, shares)
run(metrics.BinaryIoU(), truth, guess); run(metrics.BinaryIoU(target_class_ids=[1], threshold=0.3), truth, guess); run(metrics.MeanIoU(4, dtype="float32"), labels, labels[::-1], sample_weight=weights)
for average in [None, "micro", "macro", "weighted"]:
    run(metrics.F1Score(average=average), one_hot, shares); run(metrics.FBetaScore(average=average, beta=2.0, threshold=0.5), truth, guess, sample_weight=weights)
run(metrics.R2Score(class_aggregation=None), truth, guess); run(metrics.R2Score(class_aggregation="variance_weighted_average", num_regressors=3), truth, guess)
maps = (r.rand(2, 4, 4, 3) > 0.5).astype("float32"); seen = r.rand(2, 4, 4, 3).astype("float32")
for metric in [metrics.Precision(), metrics.MeanSquaredError(), metrics.CategoricalAccuracy(), metrics.TopKCategoricalAccuracy(k=2), metrics.BinaryIoU(), metrics.AUC(num_thresholds=10), metrics.F1Score()]:
    run(metric, maps, seen)
m = metrics.Mean(); m.update_state([[1., 2.], [3., 7.]], sample_weight=[1., 3.]); print(show(m.result()), show(m.total), show(m.count))
m = metrics.Sum(); m.update_state([[1., 2.], [3., 7.]], sample_weight=[1., 3.]); print(show(m.result()))
m = metrics.MeanMetricWrapper(lambda a, b: abs(a - b), name="gap"); m.update_state(truth, guess, sample_weight=weights); print(show(m.result()), m.name)
print(metrics.AUC().name, metrics.AUC().name, metrics.MeanIoU(2).name, metrics.Precision().name, metrics.Precision())
for bad in [lambda: metrics.Precision(thresholds=1.5), lambda: metrics.AUC(curve="xx"), lambda: metrics.AUC(summation_method="z"), lambda: metrics.AUC(num_thresholds=1), lambda: metrics.AUC(num_labels=3),
            lambda: metrics.SensitivityAtSpecificity(2), lambda: metrics.F1Score(average="x"), lambda: metrics.FBetaScore(beta=1), lambda: metrics.FBetaScore(threshold=2.0),
            lambda: metrics.IoU(3, [3]), lambda: metrics.R2Score(class_aggregation="x"), lambda: metrics.R2Score(num_regressors=-1), lambda: metrics.AUC(tresholds=3), lambda: metrics.get("nothing"),
            lambda: metrics.Metric().update_state(1), lambda: metrics.PrecisionAtRecall(0.5, num_thresholds=0), lambda: losses.CategoricalGeneralizedCrossEntropy(q=2)]:
    try: print("taken", bad())
    except Exception as error: print(type(error).__name__, str(error)[:90])
class Balanced(metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs); self.sensitivity = metrics.Recall(); self.total = self.add_variable((2,), "ones", name="t")
    def update_state(self, a, b, sample_weight=None): self.sensitivity.update_state(a, b)
    def result(self): return self.sensitivity.result() / 2
b = Balanced(); print(b.name, len(b.variables), show(b(truth, guess)), b.dtype); b.reset_state(); print(show(b.variables[0]))
embeddings = (guess / np.linalg.norm(guess, axis=1, keepdims=True)).astype("float32")
for loss, a, p in [(losses.Dice(), truth, guess), (losses.Dice(axis=1, reduction=None), truth, guess), (losses.Tversky(alpha=0.3, beta=0.7), truth, guess), (losses.Tversky(axis=-1, reduction="sum"), truth, guess),
                   (losses.BinaryFocalCrossentropy(), truth, guess), (losses.BinaryFocalCrossentropy(apply_class_balancing=True, gamma=3, from_logits=True, label_smoothing=0.1), truth, guess),
                   (losses.CategoricalFocalCrossentropy(), one_hot, shares), (losses.CategoricalFocalCrossentropy(alpha=0.5, gamma=1, from_logits=True, label_smoothing=0.2, reduction=None), one_hot, shares),
                   (losses.CategoricalGeneralizedCrossEntropy(q=0.3), labels, shares), (losses.Circle(), labels, embeddings), (losses.Circle(gamma=10.0, margin=0.2, remove_diagonal=False, reduction="sum"), labels, embeddings),
                   (losses.SparseCategoricalCrossentropy(ignore_class=2), labels, shares), (losses.SparseCategoricalCrossentropy(ignore_class=2, reduction="none"), labels, shares),
                   (losses.BinaryCrossentropy(axis=0, reduction=None), truth, guess), (losses.CategoricalCrossentropy(axis=-1, label_smoothing=0.1), one_hot, shares), (losses.Huber(delta=0.2), truth, guess)]:
    print(loss.name, show(loss(a, p)), loss.get_config())
    if loss.reduction == "sum_over_batch_size" and loss.name not in ("dice", "tversky"): print("  ", show(loss(a, p, sample_weight=weights)))
for name in ["binary_crossentropy", "categorical_hinge", "huber", "log_cosh", "mean_squared_error", "poisson", "squared_hinge"]: print(name, show(getattr(metrics, name)(truth, guess))[:3])
x = keras.Input((4,)); y = keras.layers.Dense(4)(x); loss = losses.mean_squared_error(x, y); print(loss.shape, [type(o).__name__ for o in keras.Model(x, loss).operations])
