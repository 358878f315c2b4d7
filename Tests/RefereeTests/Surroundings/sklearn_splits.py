import numpy as np
from sklearn.model_selection import train_test_split, KFold, StratifiedKFold, ShuffleSplit, StratifiedShuffleSplit
from sklearn.utils import shuffle
from sklearn.utils.class_weight import compute_class_weight

x = np.arange(20).reshape(10, 2)
y = np.array([0, 1, 2, 0, 1, 2, 0, 1, 0, 0])
a, b, c, d = train_test_split(x, y, test_size=0.3, random_state=42)
print(a.tolist(), b.tolist(), c.tolist(), d.tolist())
y2 = np.array([0, 1, 0, 0, 1, 1, 0, 1, 0, 0])
print([p.tolist() for p in train_test_split(x[:, 0], y2, test_size=0.4, random_state=7, stratify=y2)])
print(train_test_split(list("abcdefg"), train_size=3, random_state=1), train_test_split([1, 2, 3, 4], shuffle=False))
np.random.seed(3)
print([p.tolist() for p in train_test_split(np.arange(8))])
for s in (KFold(3), KFold(3, shuffle=True, random_state=5), ShuffleSplit(2, test_size=0.2, random_state=0), StratifiedKFold(2), StratifiedKFold(2, shuffle=True, random_state=9), StratifiedShuffleSplit(2, test_size=0.4, random_state=1)):
    print(type(s).__name__, [(p.tolist(), q.tolist()) for p, q in s.split(x, y2)])
print(shuffle(np.arange(6), random_state=2).tolist(), [v.tolist() for v in shuffle(x[:4], y[:4], random_state=0)])
print(compute_class_weight("balanced", classes=np.unique(y), y=y).tolist())
