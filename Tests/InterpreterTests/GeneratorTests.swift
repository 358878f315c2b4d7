import Interpreter
import Testing

@Suite struct GeneratorTests {
    @Test func aGeneratorStopsAtEachYield() {
        #expect(
            printed(
                by: "def f(n):\n    for i in range(n):\n        print('at', i)\n        yield i * i\ng = f(2)\n"
                    + "print(next(g))\nprint(next(g))\nprint(next(g, 'over'), list(f(3))[2])")
                == "at 0\n0\nat 1\n1\nat 0\nat 1\nat 2\nover 4\n")
    }

    @Test func sendAnswersTheYield() {
        #expect(
            printed(
                by: "def f():\n    x = yield 1\n    while True:\n        x = yield [x, (yield x)]\ng = f()\n"
                    + "print(next(g), g.send('a'), g.send('b'), g.send('c'))") == "1 a ['a', 'b'] c\n")
    }

    @Test func aValueCannotBeSentBeforeTheFirstYield() {
        #expect(
            printed(by: "def f():\n    yield\nf().send(3)")
                == "TypeError: can't send non-None value to a just-started generator")
    }

    @Test func whatAGeneratorReturnsIsTheValueOfYieldFrom() {
        #expect(
            printed(
                by:
                    "def f():\n    yield 1\n    return 'done'\ndef g():\n    print((yield from f()))\nprint(list(g()))\n"
                    + "h = f()\nnext(h)\ntry:\n    next(h)\nexcept StopIteration as e:\n    print(e.value)")
                == "done\n[1]\ndone\n")
    }

    @Test func throwRaisesAtTheYieldAndFinallyRuns() {
        #expect(
            printed(
                by:
                    "def f():\n    try:\n        yield 1\n    except KeyError as e:\n        yield e.args\n    finally:\n        print('end')\n"
                    + "g = f()\nnext(g)\nprint(g.throw(KeyError('k')))\ng.close()\nprint(list(g))")
                == "('k',)\nend\n[]\n")
    }

    @Test func aDroppedGeneratorRunsItsFinally() {
        #expect(
            printed(
                by:
                    "def f():\n    try:\n        yield 1\n    finally:\n        print('end')\nfor x in f():\n    break\nprint('after')"
            )
                == "end\nafter\n")
    }

    @Test func aStopIterationInsideIsARuntimeError() {
        #expect(
            printed(by: "def f():\n    yield next(iter([]))\nlist(f())")
                == "RuntimeError: generator raised StopIteration")
    }

    @Test func aGeneratorCannotAskItself() {
        #expect(
            printed(by: "def f():\n    yield next(g)\ng = f()\nnext(g)") == "ValueError: generator already executing")
    }

    @Test func thousandsOfGeneratorsLiveSideBySide() {
        #expect(
            printed(
                by: "def f(n):\n    while True:\n        yield n\ngs = [f(i) for i in range(5000)]\n"
                    + "print(sum(next(g) for g in gs for _ in 'ab'))") == "24995000\n")
    }

    @Test func generatorsInsideEachOtherEndInARecursionError() {
        #expect(
            printed(by: "def f(n):\n    yield n\n    yield from f(n + 1)\nfor x in f(0):\n    pass")
                == "RecursionError: maximum recursion depth exceeded")
    }

    @Test func anInterruptEndsAGenerator() {
        let interpreter = Interpreter()
        var asked = 0
        interpreter.isInterrupted = {
            asked += 1
            return asked > 1000
        }
        let program = "def f():\n    while True:\n        yield 1\nfor x in f():\n    pass"
        var raised: ExceptionType?
        do {
            for statement in try interpreter.parse(.init(name: "test", program)) { _ = try interpreter.run(statement) }
        } catch { raised = (error as? RaisedError)?.exception.type }
        #expect(raised === ExceptionType.keyboardInterrupt)
    }

    @Test func generatorsShowTheNameOfTheirFunction() {
        #expect(
            printed(by: "def f():\n    yield\nprint(f(), [x for x in 'a'], (x for x in 'a'))")
                == "<generator object f> ['a'] <generator object <genexpr>>\n")
    }

    @Test(arguments: [
        ("yield 1", "'yield' outside function"),
        ("class A:\n    x = yield", "'yield' outside function"),
        ("def f():\n    return [(yield x) for x in y]", "'yield' inside list comprehension"),
        ("def f():\n    return ((yield x) for x in y)", "'yield' inside generator expression"),
        ("def f():\n    yield = 1", "assignment to yield expression not possible"),
    ])
    func aYieldInTheWrongPlaceIsASyntaxError(program: String, message: String) {
        #expect(printed(by: program) == "SyntaxError: \(message)")
    }

    @Test func methodsAndLambdasCanBeGenerators() {
        #expect(
            printed(
                by:
                    "class A:\n    def __iter__(self):\n        yield from (1, 2)\nprint(list(A()), list((lambda: (yield 3))()))"
            )
                == "[1, 2] [3]\n")
    }

    @Test func whatWithEntersIsLeftWhenTheGeneratorIsClosed() {
        #expect(
            printed(
                by:
                    "class C:\n    def __enter__(self):\n        return 1\n    def __exit__(self, kind, value, trace):\n"
                    + "        print(kind.__name__)\ndef f():\n    with C() as c:\n        yield c\ng = f()\nprint(next(g))\ng.close()"
            )
                == "1\nGeneratorExit\n")
    }

    @Test func aBareRaiseInAFinallyRaisesWhatIsOnItsWay() {
        #expect(printed(by: "try:\n    1 / 0\nfinally:\n    raise") == "ZeroDivisionError: division by zero")
    }
}
