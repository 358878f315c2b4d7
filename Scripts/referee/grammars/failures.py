"""Expressions that raise, one a line; what matters is Python's own words."""

FAILURES = r"""
1/0
1//0
1%0
1.0/0
1.0//0
1.0%0
divmod(1, 0)
divmod(1.0, 0)
0**-1
0.0**-1
[1][5]
(1,)[5]
'a'[5]
{}['k']
{}[1]
{}[(1, 2)]
int('x')
int('')
float('x')
int([])
int(None)
float(None)
'a' + 1
1 + 'a'
[] + ()
() + []
[1] + 'a'
None + 1
'a' * 'b'
[] * 1.0
'a' - 'b'
{} + {}
-'a'
~1.5
+[]
len(5)
len(None)
abs('a')
sum(['a'])
sum([1, 'a'])
max([])
max([1, 'a'])
min(())
sorted([1, None])
'a' < 1
[] < 1
None < None
{} < {}
(1, 'a') < (1, 2)
1 in 5
1 in 'abc'
[1, 2].remove(3)
[].pop()
[1].pop(5)
{}.popitem()
set().pop()
{1}.remove(2)
[1].index(2)
(1,).index(2)
'abc'.index('z')
'abc'.rindex('z')
{[]: 1}
{1: 2}[[]]
{[1]}
{{}}
set([[]])
hash([])
hash({})
iter(5)
next([])
next(iter([]))
None.x
None()
5()
'a'()
[]()
(1)(2)
undefined_thing
len(undefined_thing)
chr(-1)
ord('ab')
ord('')
ord(1)
range(0, 5, 0)
[1, 2][::0]
'abc'['a']
[1]['a']
(1,)['a']
[1][1.0]
[1][None]
{1: 2}.x
int('5', 1)
int(5, 2)
round('a')
'%d' % 'a'
'%s %s' % 'a'
'%s' % (1, 2)
'{}'.format()
'{a}'.format()
'{0}{2}'.format(1)
f'{1:z}'
f'{None:5}'
f'{[]:5}'
f'{1.5:d}'
f'{1:s}'
f'{"a":d}'
f'{"a":,}'
f'{1:.2d}'
'abc'.join(1)
'a'.join([1])
','.join(['a', None])
'a'.replace(1, 2)
'a'.split(1)
''.split('')
'a'.startswith(1)
'a'.center()
'a'.zfill('b')
isinstance(1, 1)
isinstance(1)
issubclass(1, int)
type()
dict([1])
dict(['ab', 'c'])
dict(5)
list(5)
tuple(None)
set(5)
zip(1)
enumerate(5)
map(1)
map(str)
list(map(1, [1]))
filter(1)
list(filter(1, [1]))
reversed(5)
reversed({1})
float('1e')
1 << -1
1 >> -1
1.5 << 1
1 << 1.5
1 & 1.5
'a' & 'b'
2 ** 'a'
pow(2, 3, 0)
pow(2, -1, 4)
pow(2.0, 3, 4)
10**400 * 1.0
float(10**400)
1e308 * 10
2.0**10000
10.0**400
int(float('nan'))
int(float('inf'))
round(float('nan'))
round(float('inf'))
10**400 / 3
10**400 / 10**399
[1, 2, 3].sort(key=1)
sorted(1)
sorted([1], 2)
sorted()
len()
len(1, 2)
abs()
abs(1, 2)
print(sep=1)
print('a', foo=1)
int(x=1)
str(1, 2, 3, 4)
bool(1, 2)
[].append()
[].append(1, 2)
[].extend()
[].extend(1)
[].insert(1)
[].insert('a', 1)
{}.get()
{}.get(1, 2, 3)
{}.pop()
{}.update(1)
{}.update([1])
{}.setdefault()
''.upper(1)
''.strip(1)
''.strip('a', 'b')
''.join()
''.find()
''.count()
''.format_map()
{1}.add()
{1}.union(1)
{1}.issubset(1)
(1,).count()
hasattr(1)
hasattr(1, 2)
getattr(1)
getattr(1, 2)
getattr(1, 'a')
callable()
divmod(1)
divmod('a', 1)
pow(1)
chr('a')
bin('a')
hex(1.5)
oct(None)
min()
min(1)
max(1, 'a')
min(key=len)
sum()
sum(1)
any(1)
any()
all(5)
iter()
next()
repr()
format()
format(1, 2)
hash()
ord()
slice()
str.upper()
str.upper(1)
list.append(1)
[].nope
''.nope
{}.nope
().nope
(1).nope
(1.5).nope
None.nope
True.nope
{1}.nope
len.nope
int.nope
(lambda: 0).nope
range(3).nope
iter([]).nope
ValueError.nope
Ellipsis.nope
1 if undefined_q else 2
[undefined_q for _ in range(2)]
(lambda: undefined_q)()
'a' @ 'b'
1 @ 2
[1] - [1]
{1} + {2}
{1} * 2
2 - {1}
int + int
len + 1
not_defined.attr
'abc'.foo.bar
[][0][1]
{'a': 1}['b']['c']
'x' in 5
5 in None
[1, 2] > 5
max(None)
'a' % 1
'%d' % None
'%f' % 'a'
'%c' % 'ab'
'%c' % 1.5
'%x' % 1.5
'%q' % 1
'%' % 1
'%(x)s' % {}
'%s' % ()
""".strip().splitlines()
