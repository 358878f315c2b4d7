import Interpreter
import Language
import Testing

/// Which names of the top level a statement uses and binds.
@Suite struct StatementNamesTests {
    private func names(_ code: String) throws -> StatementNames {
        let statements = try Interpreter().parse(SourceText(name: "test", code))
        return StatementNames(try #require(statements.first).statement)
    }

    @Test(arguments: [
        ("y = Conv2D(a, 3)(x)", ["Conv2D", "a", "x"]), ("def f(a, b=c):\n    d = a\n    return d + e\n", ["c", "e"]),
        ("g = lambda a, b=c: a + d", ["c", "d"]), ("def f():\n    global n\n    n = n + 1\n", ["n"]),
        ("[a for a in xs if a > b]", ["b", "xs"]), ("for i in range(n): f(i)", ["f", "n", "range"]),
        ("def f(*args, **rest): return args, rest, h", ["h"]),
    ]) func usedAreTheNamesOfTheTopLevel(code: String, used: [String]) throws {
        #expect(try names(code).used.sorted() == used)
    }

    @Test func aFunctionBindsItsName() throws {
        #expect(try names("def f(a): b = a").bound == ["f"])
    }
}
