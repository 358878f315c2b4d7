class A:
    reg = {}
    def __init_subclass__(cls, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        A.reg[key or cls.__name__] = cls
class B(A): pass
class C(B, key="c"): x = 1
print(sorted(A.reg), A.reg["c"].x)
