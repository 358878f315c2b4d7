import numpy as np, keras, re, io, sys, collections
from keras.utils import Progbar, normalize, split_dataset, unpack_x_y_sample_weight, pack_x_y_sample_weight
from keras import tree
from keras.optimizers.schedules import CosineDecayRestarts, serialize, deserialize
def fail(f, n=60):
    try: f(); print("no error")
    except Exception as e: print(type(e).__name__, str(e)[:n])
class Out:
    def __init__(self): self.t=""
    def write(self,s): self.t+=s
    def flush(self): pass
def bar(f):
    o=sys.stdout; sys.stdout=b=Out()
    try: f()
    finally: sys.stdout=o
    text = re.sub(r"\d+(us|ms|s)/(\w+)", r"T/\2", re.sub("\b+", "BS", re.sub(" +\b", "\b", b.t)))
    print(repr(re.sub(r"\b\d+s\b", "T", re.sub(r"\d+:\d+", "T", text))))
def b1(**kw):
    def f():
        p=Progbar(5,interval=0,**kw)
        for i in range(5): p.update(i+1,[("loss",1.0/(i+1)),("acc",0.0001*i)])
    return f
bar(b1()); bar(b1(verbose=2)); bar(b1(width=10)); bar(b1(stateful_metrics=["acc"])); bar(b1(stateless_metrics=["acc"])); bar(b1(unit_name="sample")); bar(b1(verbose=0))
def f():
    p=Progbar(None,interval=0)
    for i in range(3): p.add(2,[("x",np.float32(2.5)),("y",3)])
    p.update(7,finalize=True)
bar(f)
fail(lambda: Progbar(3,stateful_metrics=[],stateless_metrics=[]))
print(normalize(np.array([[3.,4.],[0.,0.]])), normalize(np.array([[3.,4.],[1.,0.]]),axis=1,order=1), normalize(np.array([3,4])), normalize(np.array([[3.,4.],[1.,2.]]),axis=0), normalize(np.arange(8.).reshape(2,2,2)), normalize(np.array([[3.,4.]]),order=np.inf))
print(unpack_x_y_sample_weight((1,)), unpack_x_y_sample_weight([1,2]), unpack_x_y_sample_weight((1,2,3)), unpack_x_y_sample_weight(5)); fail(lambda: unpack_x_y_sample_weight((1,2,3,4)))
print(pack_x_y_sample_weight(1), pack_x_y_sample_weight([1]), pack_x_y_sample_weight(1,2), pack_x_y_sample_weight(1,2,3))
def lst(d): return [np.array(x).tolist() if not isinstance(x,(tuple,list)) else [np.array(y).tolist() for y in x] for x in d]
a=np.arange(10.)
for kw in (dict(left_size=0.8),dict(right_size=3),dict(left_size=2,right_size=3),dict(left_size=0.25),dict(left_size=.3,right_size=.3)):
    l,r=split_dataset(a,**kw); print(lst(l),lst(r))
l,r=split_dataset([a,np.arange(20).reshape(10,2)],left_size=2); print(lst(l),lst(r)[:2],len(lst(r)))
l,r=split_dataset((a,a*2),0.5); print(lst(l))
l,r=split_dataset(a,0.5,shuffle=True,seed=3); print(lst(l),lst(r))
fail(lambda: split_dataset(a)); fail(lambda: split_dataset(a,left_size=20)); fail(lambda: split_dataset(a,left_size=1.5)); fail(lambda: split_dataset(a,left_size="x"),20); fail(lambda: split_dataset(5,0.5),20); fail(lambda: split_dataset([a,a[:3]],0.5),30); fail(lambda: split_dataset([],0.5),20); fail(lambda: split_dataset(a,8,8)); fail(lambda: split_dataset(a,.8,.8)); fail(lambda: split_dataset(a,0.01),20); fail(lambda: split_dataset([[1,2]],0.5),30)
P=collections.namedtuple("P","x y")
s={"b":[1,(2,None)],"a":P(3,{"z":4,"c":5})}
print(tree.flatten(s), tree.is_nested(s), tree.is_nested(3), tree.is_nested(None), tree.is_nested([]), tree.flatten(3), tree.flatten([[]]), tree.flatten(None))
print(tree.map_structure(lambda v: v, s), tree.map_structure(lambda a,b: (a,b), [1,{"q":2}],[3,{"q":4}]), tree.map_structure(lambda v: v*2, 4), tree.map_structure(lambda v: 1, [None,2]), tree.map_structure(lambda v: 1, [None,2], none_is_leaf=False))
print(tree.pack_sequence_as(s,[10,20,30,40,50,60]), tree.pack_sequence_as(1,[7]), tree.pack_sequence_as({"b":1,"a":2},[1,2]))
print(tree.flatten_with_path(s), tree.flatten_with_path(3))
print(tree.traverse(lambda v: v+1 if isinstance(v,int) else None, [1,(2,{"k":3})]), tree.traverse(lambda v: "L" if isinstance(v,list) else None, (1,[2],[3,[4]])), tree.traverse(lambda v: tuple(v) if isinstance(v,list) else None,[1,[2,[3]]],top_down=False), tree.traverse(lambda v: tree.MAP_TO_NONE if v==2 else None,[1,2]))
for x,y in [([1,2],[3,4]),([1],(1,)),({"a":1},{"b":1}),({"a":1},{"a":[1]}),([1,2],[1]),(1,2),([1],2),(P(1,2),(1,2)),(s,s),([[1]],[1])]:
    try: print(tree.assert_same_structure(x,y))
    except Exception as e: print(type(e).__name__)
    try: print(tree.assert_same_paths(x,y))
    except Exception as e: print(type(e).__name__)
for x,y in [([1],(1,)),([1,2],[1]),({"a":1},{"b":1}),([1],[[1]]),({"a":1,"b":2},{"b":3,"a":4})]:
    try: print(tree.map_structure(lambda p,q: (p,q),x,y))
    except Exception as e: print(type(e).__name__)
fail(lambda: tree.pack_sequence_as([1,2],[1]),0); fail(lambda: tree.pack_sequence_as([1],[1,2]),0); fail(lambda: tree.map_structure(lambda: 1),40)
print(tree.lists_to_tuples([1,[2,{"a":[3]}]]), tree.map_shape_structure(lambda s: len(s), {"a":(1,None),"b":[(2,),(3,4)]}), tree.map_structure_up_to([1,2],lambda v: v,[[1],{"a":2}]), tree.map_structure(lambda v: v+1, collections.OrderedDict([("z",1),("a",2)])), tree.flatten(collections.OrderedDict([("z",1),("a",2)])), tree.map_structure(lambda v:v, collections.deque([1,2])))
for kw in (dict(),dict(t_mul=1.0),dict(t_mul=1.5,m_mul=0.8),dict(alpha=0.1,m_mul=0.5)):
    c=CosineDecayRestarts(0.1,10,**kw); print([f"{float(c(i)):.5f}" for i in range(0,75)]); print(c.get_config()); print(serialize(c)); d=deserialize(serialize(c)); print(type(d).__name__, f"{float(d(7)):.6f}")
fail(lambda: CosineDecayRestarts(0.1,0))
e=keras.optimizers.schedules.ExponentialDecay(0.1,5,0.5); print(serialize(e), deserialize(serialize(e)).get_config(), deserialize({"class_name":"PolynomialDecay","config":{"initial_learning_rate":0.1,"decay_steps":10}}).get_config())
