import Interpreter
import Language
import Testing

/// What a program prints; the error's class and message at the end if it raises one.
func printed(by program: String) -> String {
    var output = ""
    let interpreter = Interpreter { output += $0 }
    do throws(SyntaxFailure) {
        for statement in try interpreter.parse(SourceText(name: "test", program)) {
            do throws(RaisedError) { _ = try interpreter.run(statement) } catch {
                return output + "\(error.exception.type.name): \(error.exception.message)"
            }
        }
    } catch { return output + "\(error.className): \(error.message)" }
    return output
}

@Suite struct RunningTests {
    @Test func arithmeticFollowsPython() {
        #expect(
            printed(by: "print(7 // -2, -7 % 3, 2 ** 10, 7 / 2, 1e16, 0.1 + 0.2)")
                == "-4 2 1024 3.5 1e+16 0.30000000000000004\n")
    }

    @Test func integersGrowBeyondSixtyFourBits() {
        #expect(
            printed(by: "print(2 ** 100, 10 ** 20 // 7, -(2 ** 70) % 1000)")
                == "1267650600228229401496703205376 14285714285714285714 576\n")
    }

    @Test func functionsCloseOverTheirNames() {
        let program = """
            def counter():
                n = 0
                def next():
                    nonlocal n
                    n += 1
                    return n
                return next
            c = counter()
            c()
            print(c(), c())
            """
        #expect(printed(by: program) == "2 3\n")
    }

    @Test func comprehensionsNestAndFilter() {
        #expect(
            printed(by: "print([(i, j) for i in range(3) for j in range(i) if (i + j) % 2])") == "[(1, 0), (2, 1)]\n")
        #expect(
            printed(by: "print({k: v for k, v in zip('abc', range(3))}, sum(x * x for x in [1, 2, 3]))")
                == "{'a': 0, 'b': 1, 'c': 2} 14\n")
    }

    @Test func exceptionsAreCaughtByClass() {
        let program = """
            try:
                [1, 2][5]
            except (KeyError, IndexError) as e:
                print(type(e).__name__, e)
            finally:
                print('done')
            """
        #expect(printed(by: program) == "IndexError list index out of range\ndone\n")
    }

    @Test func formattedStringsFollowTheirSpecifications() {
        #expect(
            printed(by: "x = 3.14159\nprint(f'{x:.2f}|{x!r:>10}|{1234567:,}|{\"a\":^5}|{x=}')")
                == "3.14|   3.14159|1,234,567|  a  |x=3.14159\n")
        #expect(
            printed(by: "print('%5.1f%% of %s, %03d' % (12.34, 'x', 7), '{0}-{1:>4}-{a}'.format(1, 2, a='z'))")
                == " 12.3% of x, 007 1-   2-z\n")
    }

    @Test func deepRecursionIsAnError() {
        #expect(
            printed(by: "def f(n):\n    return f(n + 1)\nf(0)").hasPrefix(
                "RecursionError: maximum recursion depth exceeded"))
    }

    @Test func starredTargetsTakeTheRest() {
        #expect(
            printed(by: "a, *b, c = range(5)\nprint(a, b, c)\n[x, (y, z)] = [1, (2, 3)]\nprint(x, y, z)")
                == "0 [1, 2, 3] 4\n1 2 3\n")
    }

    @Test func indentedPastesRun() {
        #expect(printed(by: "    x = 1\n    print(x)\n\n    # comment\n    print(x + 1)\n") == "1\n2\n")
    }

    @Test func aGeneratorThatAsksItselfIsRefused() {
        #expect(
            printed(by: "g = (y for x in [1, 2] for y in (next(g, 0), [1, 2])[1])\nlist(g)")
                == "ValueError: generator already executing")
    }

    @Test func aSetMayBeUpdatedFromItself() {
        #expect(
            printed(by: "s = {1}\ns.update(s)\ns.update(len(s) for i in range(3))\ns.update({7: 0})\nprint(s)")
                == "{1, 7}\n")
    }

    @Test func aBlockOnTheSameLineHasSimpleStatementsOnly() {
        #expect(printed(by: "if True: x = 1; print(x)") == "1\n")
        #expect(printed(by: "if True: if True: pass").hasPrefix("SyntaxError"))
    }

    @Test func deletingASliceKeepsTheOthers() {
        #expect(printed(by: "a = list(range(9))\ndel a[::2]\ndel a[::-3]\nprint(a)") == "[3, 5]\n")
    }

    @Test func anInterruptInAFunctionEndsItsStatement() throws {
        let interpreter = Interpreter()
        var isAsked = false
        interpreter.isInterrupted = { isAsked }
        interpreter.output = { _ in isAsked = true }
        let statements = try interpreter.parse(SourceText(name: "test", "print(1)"))
        #expect(throws: RaisedError.self) { _ = try interpreter.run(statements[0]) }
    }

    @Test func aSetIsLookedForAsAFrozenOne() {
        #expect(
            printed(by: "s = {frozenset([1]), 2}\nprint({1} in s, {2} in s)\ns.discard({1})\nprint(s)")
                == "True False\n{2}\n")
    }

    @Test func onlyABarePercentSignStandsForItself() {
        #expect(
            printed(by: "print('%d%%' % 5)\n'% %' % 1")
                == "5%\nValueError: unsupported format character '%' (0x25) at index 2")
    }
}
