import Language
import Testing

@testable import Interpreter

/// Imports of files, as the Python language has them.
@Suite struct FileModulesTests {
    /// What a script prints that stands beside some files; the last line is the error where it fails.
    private func printed(_ script: String, in folder: String? = nil, _ files: [String: String]) throws -> [String] {
        var text = ""
        let interpreter = Interpreter { text += $0 }
        let modules = interpreter.fileModules
        modules.folders = { ["", "second"] }
        modules.isFile = { files[$0] != nil }
        modules.isFolder = { folder in files.keys.contains { $0.hasPrefix("\(folder)/") } }
        modules.read = { files[$0] ?? "" }
        modules.absolute = { $0 == "." ? folder ?? "." : $0 }
        if let folder { modules.folders = { [folder] } }
        modules.mayReach = { reached in
            text += "reaches \(reached)\n"
            return true
        }
        interpreter.findModule = { $0 == "library" ? ModuleObject("library", memberNames: ["inside"]) : nil }
        do {
            for statement in try interpreter.parse(SourceText(name: "main", script)) {
                _ = try interpreter.run(statement)
            }
        } catch let error as RaisedError { text += "\(error.exception.type.name): \(error.exception.message)" }
        return text.split(separator: "\n").map(String.init)
    }

    @Test func aScriptInAPackageFindsWhatIsBesideIt() throws {
        let files = [
            "/p/a/__init__.py": "", "/p/a/b/__init__.py": "", "/p/a/b/c.py": "v = __name__", "/p/a/d.py": "w = 2",
        ]
        #expect(
            try printed("from .c import v\nfrom ..d import w\nprint(v, w)", in: "/p/a/b", files) == [
                "reaches /p", "reaches /p", "reaches /p", "a.b.c 2",
            ])
        #expect(try printed("import a.d\nprint(a.d.w)", in: "/p/a/b", files) == ["reaches /p", "2"])
    }

    @Test func aPackageOfTheProjectIsFoundFromAFolderBesideIt() throws {
        let files = ["/p/net/__init__.py": "v = 3", "/p/other.py": "w = 2"]
        #expect(try printed("import net\nprint(net.v)", in: "/p/examples", files) == ["reaches /p", "3"])
        // A file is none of the project's packages.
        #expect(try printed("import other", in: "/p/examples", files).last?.contains("No module named 'other'") == true)
    }

    @Test func aModuleRunsOnce() throws {
        let files = ["a.py": "print('a runs')\nx = 1"]
        #expect(
            try printed("import a\nimport a as b\nfrom a import x\nprint(a is b, x)", files) == ["a runs", "True 1"])
    }

    @Test func aModuleHasItsOwnNames() throws {
        let files = ["a.py": "x = 1\ndef f():\n    global x\n    x += 1\n    return x, __name__"]
        #expect(try printed("import a\nx = 5\nprint(a.f(), a.x, x, __name__)", files) == ["(2, 'a') 2 5 __main__"])
    }

    @Test func globalsAreThoseOfTheModule() throws {
        let files = ["a.py": "x = 1\ndef f(): return 'x' in globals(), 'y' in globals()"]
        #expect(
            try printed("import a\ny = 2\nprint(a.f(), 'x' in globals(), 'y' in globals())", files) == [
                "(True, False) False True"
            ])
    }

    @Test func packagesAreImportedWithTheirParts() throws {
        let files = [
            "p/__init__.py": "print('p')", "p/q/__init__.py": "print('q')", "p/q/r.py": "v = __name__, __package__",
        ]
        #expect(try printed("import p.q.r\nprint(p.q.r.v)", files) == ["p", "q", "('p.q.r', 'p.q')"])
        #expect(try printed("from p.q import r as s\nprint(s.v)", files).last == "('p.q.r', 'p.q')")
    }

    @Test func relativeImportsCountFromThePackage() throws {
        let files = [
            "p/__init__.py": "from .a import x\nfrom . import b", "p/a.py": "x = 1", "p/b.py": "from .c.d import y",
            "p/c/__init__.py": "", "p/c/d.py": "from ..a import x\ny = x + 1",
        ]
        #expect(try printed("import p\nprint(p.x, p.b.y, p.a.x)", files) == ["1 2 1"])
    }

    @Test func relativeImportsEndAtThePackage() throws {
        let message = "ImportError: attempted relative import beyond top-level package"
        #expect(try printed("import p.a", ["p/__init__.py": "", "p/a.py": "from ..x import y"]) == [message])
        #expect(
            try printed("from . import x", [:]) == [
                "ImportError: attempted relative import with no known parent package"
            ])
    }

    @Test func aFolderIsAPackageWithoutItsInit() throws {
        #expect(try printed("from p.a import x\nprint(x)", ["p/a.py": "x = 3"]) == ["3"])
    }

    @Test func filesOfPythonComeBeforeTheLibraryAndScriptsAfterIt() throws {
        #expect(try printed("import library\nprint(library.x)", ["library.py": "x = 1"]) == ["1"])
        #expect(try printed("import library\nprint('x' in dir(library))", ["library.conv": "x = 1"]) == ["False"])
        #expect(try printed("import script\nprint(script.x)", ["script.conv": "x = 1"]) == ["1"])
    }

    @Test func theFirstFolderWins() throws {
        #expect(
            try printed(
                "import a, b\nprint(a.x, b.x)", ["a.py": "x = 1", "second/a.py": "x = 2", "second/b.py": "x = 3"]) == [
                    "1 3"
                ])
    }

    @Test func cyclesSeeWhatThereIsSoFar() throws {
        let files = ["a.py": "x = 1\nimport b\ny = b.z", "b.py": "import a\nz = a.x, hasattr(a, 'y')"]
        #expect(try printed("import a\nprint(a.y)", files) == ["(1, False)"])
        let bad = ["a.py": "from b import y\nx = 1", "b.py": "from a import x\ny = 1"]
        #expect(
            try printed("import a", bad) == [
                "ImportError: cannot import name 'x' from partially initialized module 'a' (most likely due to a circular import)"
            ])
    }

    @Test func aModuleThatFailsIsRunAgain() throws {
        let files = ["a.py": "print('a')\n1 / 0"]
        let script = "try:\n    import a\nexcept ZeroDivisionError: pass\nimport a"
        #expect(try printed(script, files) == ["a", "a", "ZeroDivisionError: division by zero"])
    }

    @Test func starsTakeWhatIsPublic() throws {
        #expect(
            try printed("from a import *\nprint(x, _y)", ["a.py": "x = 1\n_y = 2"]) == [
                "NameError: name '_y' is not defined"
            ])
        #expect(
            try printed("from a import *\nprint(_y)\nx", ["a.py": "x = 1\n_y = 2\n__all__ = ['_y']"]) == [
                "2", "NameError: name 'x' is not defined",
            ])
        #expect(
            try printed("from a import *", ["a.py": "__all__ = ['z']"]) == [
                "ImportError: cannot import name 'z' from 'a'"
            ])
    }

    @Test func whatIsNoPackageHasNoParts() throws {
        #expect(
            try printed("import a.b", ["a.py": ""]) == [
                "ModuleNotFoundError: No module named 'a.b'; 'a' is not a package"
            ])
        #expect(try printed("import p.b", ["p/__init__.py": ""]) == ["ModuleNotFoundError: No module named 'p.b'"])
        #expect(try printed("from a import b", ["a.py": ""]) == ["ImportError: cannot import name 'b' from 'a'"])
    }

    @Test func aModuleThatCannotBeReadIsASyntaxError() throws {
        #expect(try printed("import a", ["a.py": "def ("]).first?.hasPrefix("SyntaxError") == true)
    }

    @Test func classesAndFunctionsKnowTheirModule() throws {
        #expect(
            try printed(
                "import a\nclass C: pass\nprint(a.A.__module__, a.f.__module__, a.A, C, a.A().__module__)",
                ["a.py": "class A: pass\ndef f(): pass"]) == ["a a <class 'a.A'> <class '__main__.C'> a"])
    }

    @Test func endlessImportsEnd() throws {
        var files: [String: String] = [:]
        for number in 0..<1100 { files["m\(number).py"] = "import m\(number + 1)" }
        #expect(try printed("import m0", files) == ["RecursionError: maximum recursion depth exceeded"])
    }
}
