import Language
import Presentation
import Testing

@testable import Workbench

/// `abc`, `dataclasses` and copies of objects, and what cannot be a base.
@Suite struct ClassModulesTests {
    private func printed(_ code: String) -> String {
        var text = ""
        let session = Session { item in
            switch item {
            case .printed(let printed): text += printed
            case .failure(let failure): text += "\(failure.className): \(failure.message)"
            default: break
            }
        }
        _ = session.run(SourceText(name: "test", code))
        return text
    }

    @Test func whatARepresentationRaisesStopsOnlyTheCodeThatAsksForIt() {
        let code = """
            class Broken:
                def __repr__(self): raise ValueError("no")
            Broken()
            print(len([1]))
            print([Broken()])
            """
        #expect(printed(code) == "1\nValueError: no")
    }

    @Test func anAbstractClassHasNoObjects() {
        let code = """
            from abc import ABC, abstractmethod
            class Shape(ABC):
                @abstractmethod
                def area(self): pass
            class Square(Shape):
                def area(self): return 4
            print(Square().area())
            Shape()
            """
        #expect(printed(code) == "4\nTypeError: Can't instantiate abstract class Shape with abstract method area")
    }

    @Test func aDataclassIsARecordOfItsFields() {
        let code = """
            from dataclasses import dataclass, field, asdict
            @dataclass
            class P:
                x: int
                y: int = 2
                z: list = field(default_factory=list)
            @dataclass(order=True)
            class Q(P):
                w: str = "a"
            print(P(1), P(1) == P(1, 2, []), P(1).z is P(1).z, Q(1, w="b"), Q(1) < Q(2), asdict(P(3)))
            P()
            """
        let lines = printed(code).split(separator: "\n")
        #expect(lines.first == "P(x=1, y=2, z=[]) True False Q(x=1, y=2, z=[], w='b') True {'x': 3, 'y': 2, 'z': []}")
        #expect(lines.last?.hasSuffix("missing 1 required positional argument: 'x'") == true)
    }

    @Test func objectsAreCopied() {
        let code = """
            import copy
            class A:
                def __init__(self): self.items = [1]
            a = A()
            b, c = copy.copy(a), copy.deepcopy(a)
            a.items.append(2)
            print(b.items, c.items, type(c) is A)
            """
        #expect(printed(code) == "[1, 2] [1] True\n")
    }

    @Test func aClassHoldsModels() {
        let code = """
            class Net:
                def __init__(self, n):
                    self.model = Sequential([Input((8, 8, 1)), Conv2D(n, 3)])
            print(Net(4).model.output_shape)
            """
        #expect(printed(code) == "(None, 6, 6, 4)\n")
    }

    @Test func whatIsNoBaseSaysSo() {
        #expect(
            printed("class Number(range): pass")
                == "NotImplementedError: class Number derives from range, which is no base for classes here")
        #expect(printed("class Truth(bool): pass") == "TypeError: type 'bool' is not an acceptable base type")
    }
}

/// `six`, which scripts for two Pythons import.
@Suite struct SixModuleTests {
    @Test func sixIsAsUnderPython3() {
        var text = ""
        let session = Session { if case .printed(let printed) = $0 { text += printed } }
        let code = """
            import six
            from six.moves import xrange
            print(isinstance("a", six.string_types), isinstance(3, six.integer_types), sorted(six.iteritems({"b": 1, "a": 2})))
            print(list(xrange(2)), six.PY3)
            """
        _ = session.run(SourceText(name: "test", code))
        #expect(text == "True True [('a', 2), ('b', 1)]\n[0, 1] True\n")
    }
}
