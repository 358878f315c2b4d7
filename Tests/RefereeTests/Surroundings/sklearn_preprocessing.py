import numpy as np
from sklearn.preprocessing import LabelEncoder, LabelBinarizer, OneHotEncoder, StandardScaler, MinMaxScaler, MaxAbsScaler, RobustScaler, normalize, MultiLabelBinarizer

y = np.array([0, 1, 2, 0, 1, 2, 0, 1, 0, 0])
e = LabelEncoder()
print(e.fit_transform(["b", "a", "c", "a"]), [str(c) for c in e.classes_], [str(c) for c in e.inverse_transform([0, 2])])
print(LabelBinarizer().fit_transform([1, 2, 6, 4, 2]).tolist(), LabelBinarizer().fit_transform(["yes", "no", "yes"]).tolist())
print(OneHotEncoder().fit_transform([["a", 1], ["b", 3], ["a", 2]]).toarray().tolist(), OneHotEncoder(sparse_output=False).fit_transform(y.reshape(-1, 1))[:2].tolist())
print(MultiLabelBinarizer().fit_transform([("a", "b"), ("c",)]).tolist())
z = np.array([[1.0, -1.0, 2.0], [2.0, 0.0, 0.0], [0.0, 1.0, -1.0]])
for s in (StandardScaler(), MinMaxScaler(), MinMaxScaler((-1, 1)), MaxAbsScaler(), RobustScaler()):
    t = s.fit_transform(z)
    print(type(s).__name__, np.round(t, 6).tolist(), np.round(s.inverse_transform(t), 6).tolist())
print(np.round(normalize(z), 6).tolist(), np.round(normalize(z, "l1"), 6).tolist())
