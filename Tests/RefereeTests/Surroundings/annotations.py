import typing
from typing import *
T = TypeVar("T")
U = TypeVar("U", bound=int)
print(List[int], Optional[int], Union[int, str], Union[int, None], Dict[str, List[int]], Tuple[int, ...], Callable[[int, str], bool], Callable[..., Any], Any, List, Type[int], Literal["a", 1], T, Sequence[int], Iterable[str], ClassVar[int], Final[int], Union[int, str, None], Annotated[int, "x"], Tuple[()] if False else "")
print(List["Foo"], Dict[str, Any], List[T], List[T][int], Optional[List[int]], Iterator[int], Mapping[str, int], Set[int], FrozenSet[int], Generator[int, None, str], NoReturn)
def f(a: int, b: "str" = "x", c: Optional[int] = None, *args: float, d: List[int], **k: Any) -> Dict[str, int]: ...
print(get_type_hints(f))
class A:
    x: int
    y: "List[A]"
class B(A):
    z: Optional["A"] = None
print(get_type_hints(B))
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Union[int, str]), get_args(int | str), get_origin(list[int]), get_origin(int))
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(3); print(s.items, Stack[int], isinstance(s, Stack), Stack.__mro__[1])
class Shape(Protocol):
    def area(self) -> float: ...
class Sq(Shape):
    def area(self): return 4
print(Sq().area())
UserId = NewType("UserId", int); print(UserId(5), UserId)
class M(TypedDict):
    name: str
    year: int
m = M(name="x", year=3); print(m, m["name"])
class Pt(NamedTuple):
    x: int
    y: int = 0
print(Pt(1), Pt._fields, Pt.__annotations__)
print(isinstance(3, Union[int, str]), isinstance([], List), isinstance([], Sequence), isinstance({}, Mapping), isinstance(3, Sequence), isinstance(f, Callable))
print(List[int] == List[int], hash(List[int]) == hash(List[int]), Optional[int] == Union[None, int], {List[int]: 1}[List[int]])
try: isinstance([], List[int])
except TypeError as e: print(e)
try: Any()
except TypeError as e: print(e)
class MyList(List[int]): pass
print(int | Optional[str], List[int] | None, Optional[int] | str)
@overload
def g(x: int) -> int: ...
def g(x): return x
print(g(3), cast(int, "a"))
print(f.__annotations__)
print(Union[int], Union[int, int], Union[Union[int, str], float])
from typing import get_type_hints as gth
print(gth(Stack.push), TYPE_CHECKING)
