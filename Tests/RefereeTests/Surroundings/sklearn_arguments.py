import numpy as np
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.preprocessing import MaxAbsScaler, RobustScaler, minmax_scale, normalize, scale

t, p, w = [0, 1, 2, 2, 1, 0], [0, 2, 2, 2, 1, 1], [1.0, 0.5, 2.0, 1.0, 1.0, 3.0]
print(round(float(accuracy_score(t, p, sample_weight=w)), 6), accuracy_score(t, p, normalize=False, sample_weight=w))
print(confusion_matrix(t, p, sample_weight=w).tolist(), confusion_matrix(t, p, sample_weight=[1, 2, 1, 2, 1, 2]).tolist())
z = np.array([[1.0, -1.0, 2.0], [2.0, 0.0, 0.0], [0.0, 1.0, -1.0], [4.0, 2.0, 3.0]])
for s in (
        RobustScaler(with_centering=False), RobustScaler(with_scaling=False), RobustScaler(quantile_range=(10.0, 80.0)),
        MaxAbsScaler(clip=True)):
    s.fit(z)
    print(np.round(s.transform(2 * z), 6).tolist(), np.round(s.inverse_transform(z), 6).tolist())
print(np.round(scale(z, axis=1), 6).tolist(), np.round(minmax_scale(z, axis=1), 6).tolist())
x, norms = normalize(z, "l1", return_norm=True)
print(np.round(x, 6).tolist(), norms.tolist())
