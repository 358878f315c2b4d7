import Language
import Testing

@testable import Workbench

/// The modules `enum` and `typing`; what is expected is what Python prints.
@Suite struct EnumTests {
    private func printed(_ code: String) -> String {
        var text = ""
        let session = Session { item in
            switch item {
            case .printed(let printed): text += printed
            case .failure(let failure): text += "\(failure.className): \(failure.message)"
            default: break
            }
        }
        let colour = """
            from enum import Enum, IntEnum, StrEnum, auto, unique
            from typing import NamedTuple
            class Colour(Enum):
                RED = 1
                GREEN = 2
                CRIMSON = 1
                def shout(self): return self.name + "!"

            """
        _ = session.run(SourceText(name: "test", colour + code))
        return text
    }

    @Test func membersHaveNamesAndValues() {
        #expect(
            printed("print(Colour.RED, repr(Colour.RED), Colour.GREEN.name, Colour.GREEN.value, f'{Colour.RED:>12}')")
                == "Colour.RED <Colour.RED: 1> GREEN 2   Colour.RED\n")
    }

    @Test func membersAreFoundByValueAndByName() {
        #expect(
            printed("print(Colour(2), Colour['GREEN'], Colour.CRIMSON is Colour.RED, Colour.RED in Colour, Colour)")
                == "Colour.GREEN Colour.GREEN True True <enum 'Colour'>\n")
    }

    @Test func anEnumerationIsGoneThroughWithoutAliases() {
        #expect(
            printed("print(list(Colour), len(Colour), list(Colour.__members__), [c.shout() for c in Colour])")
                == "[<Colour.RED: 1>, <Colour.GREEN: 2>] 2 ['RED', 'GREEN', 'CRIMSON'] ['RED!', 'GREEN!']\n")
    }

    @Test func membersAreEqualToThemselvesOnly() {
        #expect(
            printed(
                "print(Colour.RED == 1, Colour.RED == Colour(1), Colour.RED is Colour.RED, {Colour.RED: 2}[Colour.RED])"
            )
                == "False True True 2\n")
    }

    @Test func wholeNumbersAndTextsKeepWhatTheyCan() {
        let code = """
            class Level(IntEnum):
                LOW = auto()
                HIGH = 5
                TOP = auto()
            class Mode(str, Enum): A = "a"
            class Word(StrEnum): ONE = auto()
            print(Level.LOW + 1, Level.LOW < Level.HIGH, list(Level), f"{Level.HIGH:03d}", {6: "x"}[Level.TOP])
            print(Mode.A == "a", Mode.A.upper(), Mode.A, Word.ONE, isinstance(Level.LOW, int), [7, 8][Level.LOW])

            """
        #expect(
            printed(code)
                == "2 True [<Level.LOW: 1>, <Level.HIGH: 5>, <Level.TOP: 6>] 005 x\nTrue A Mode.A one True 8\n")
    }

    @Test func aTupleIsTheArgumentsOfInit() {
        let code = """
            class Size(Enum):
                SMALL = (1, 2)
                def __init__(self, width, height): self.area = width * height
            print(Size.SMALL.area, Size((1, 2)), Size.SMALL.value)

            """
        #expect(printed(code) == "2 Size.SMALL (1, 2)\n")
    }

    @Test(arguments: [
        ("Colour(9)", "ValueError: 9 is not a valid Colour"), ("Colour['X']", "KeyError: 'X'"),
        ("Colour.RED = 3", "AttributeError: cannot reassign member 'RED'"),
        ("Colour.RED.value = 3", "AttributeError: <enum 'Enum'> cannot set attribute 'value'"),
        ("Colour.RED < Colour.GREEN", "TypeError: '<' not supported between instances of 'Colour' and 'Colour'"),
        ("class More(Colour): X = 1", "TypeError: <enum 'More'> cannot extend <enum 'Colour'>"),
        ("unique(Colour)", "ValueError: duplicate values found in <enum 'Colour'>: CRIMSON -> RED"),
        (
            "class P(NamedTuple):\n    x: int = 1\n    y: int\n",
            "TypeError: Non-default namedtuple field y cannot follow default field x"
        ),
    ])
    func errorsArePythons(code: String, error: String) {
        #expect(printed(code) == error)
    }

    @Test func aLayerTakesAMember() {
        #expect(
            printed(
                "class N(IntEnum): F = 4\nclass P(str, Enum): S = 'same'\nprint(Conv2D(N.F, 3, padding=P.S)(Input((8, 8, 1))).shape)"
            )
                == "(None, 8, 8, 4)\n")
    }

    @Test func tuplesWithNamesHaveMethods() {
        let code = """
            class P(NamedTuple):
                x: int
                y: int = 0
                def norm(self): return self.x ** 2 + self.y ** 2
                def __add__(self, other): return P(self.x + other.x, self.y + other.y)
            p = P(3, 4)
            print(p, p.norm(), p + P(1), p._replace(x=0), P._field_defaults, isinstance(p, tuple), {p: 1}[(3, 4)])

            """
        #expect(printed(code) == "P(x=3, y=4) 25 P(x=4, y=4) P(x=0, y=4) {'y': 0} True 1\n")
    }
}
