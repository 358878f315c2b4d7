import numpy as np
from sklearn.metrics import accuracy_score, confusion_matrix, classification_report, precision_score, recall_score, f1_score, mean_squared_error, mean_absolute_error, r2_score, roc_auc_score, roc_curve, auc

t, p = [0, 1, 2, 2, 1, 0], [0, 2, 2, 2, 1, 1]
print(accuracy_score(t, p), accuracy_score(t, p, normalize=False), confusion_matrix(t, p).tolist(), confusion_matrix(t, p, normalize="true").tolist())
print(classification_report(t, p))
print(classification_report(t, p, target_names=["cat", "a very long name", "dog"], digits=4))
print(classification_report([0, 1, 1], [1, 1, 0], output_dict=True))
for f in (precision_score, recall_score, f1_score):
    print([round(float(f(t, p, average=k)), 6) for k in ("micro", "macro", "weighted")], np.round(f(t, p, average=None), 6).tolist(), round(float(f([0, 1, 1], [1, 1, 0])), 6))
print(mean_squared_error([1.0, 2, 3], [1.5, 2, 2]), mean_absolute_error([1.0, 2, 3], [1.5, 2, 2]), r2_score([1.0, 2, 3], [1.5, 2, 2]))
s = [0.1, 0.4, 0.35, 0.8, 0.5]
print(roc_auc_score([0, 0, 1, 1, 0], s), [v.tolist() for v in roc_curve([0, 0, 1, 1, 0], s)], auc([0, 0.5, 1], [0, 0.7, 1]))
