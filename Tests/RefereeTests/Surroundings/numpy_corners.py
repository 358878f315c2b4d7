import math

import numpy as np

stack = np.stack([np.eye(2), 2 * np.eye(2)])
print(np.linalg.solve(stack, [[1.,2.],[3.,4.]]).tolist(), np.linalg.solve(stack, [1.,2.]).tolist())
print(np.corrcoef([[1,2,3],[4,5,7]],[1,2,4]).shape, np.corrcoef([1,2,3],[3,1,2]).round(3).tolist(), np.cov([1,2,3],[3,1,2]).tolist(), np.cov([1,2,3],rowvar=False).tolist())
print(np.delete([1,2,3,4],[True,False,True,False]))
for f in (lambda: np.delete([1,2,3],[True]), lambda: np.delete([1,2,3],[1.0]), lambda: math.pow(0,-1), lambda: math.pow(5,10**30), lambda: math.fsum([math.inf,-math.inf]), lambda: math.fsum([1e308]*3), lambda: math.isclose('3','3'), lambda: math.lcm(0,2.5), lambda: np.vectorize(abs)([])):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__)
print(math.gcd(10**30, 15), math.lcm(10**30, 7), math.fsum([math.inf, 1]), math.gcd(), math.gcd(-4))
print(np.logaddexp(np.inf,np.inf), np.logaddexp2(-np.inf,-np.inf), np.searchsorted([1.,2.],np.nan), np.digitize([np.nan, 1.5], [1., 2.]).tolist())
print(np.vectorize(lambda v: 1 if v<2 else 2.5)([1,2,3]).tolist(), np.tensordot(np.ones(2), np.ones(2, "float32"), 0).dtype, np.linalg.matrix_power(np.ones((3,2,2)),0).shape)
