import Language
import Library
import Synchronization
import Testing

@testable import Workbench

/// Scripts that read and write files, in folders that are dictionaries.
@Suite struct FileScriptTests {
    /// The files there are.
    private final class Disk: Sendable {
        let files = Mutex<[String: [UInt8]]>([:])

        var access: FileAccess {
            FileAccess(
                kind: { path in
                    if path == "folder" { return .folder }
                    return self.files.withLock { $0[path] == nil ? nil : .file }
                },
                read: { path in self.files.withLock { $0[path] ?? [] } },
                readText: { path in String(decoding: self.files.withLock { $0[path] ?? [] }, as: UTF8.self) },
                write: { path, bytes in self.files.withLock { $0[path] = bytes } })
        }

        func text(_ path: String) -> String { String(decoding: files.withLock { $0[path] ?? [] }, as: UTF8.self) }
    }

    private let disk = Disk()

    private func printed(_ code: String) -> String {
        var text = ""
        let session = Session { item in
            switch item {
            case .printed(let printed): text += printed
            case .failure(let failure): text += "\(failure.className): \(failure.message)"
            default: break
            }
        }
        session.library.files = disk.access
        _ = session.run(SourceText(name: "test", code))
        return text
    }

    @Test func aFileThatNobodyHoldsSaysThatItCouldNotBeWritten() {
        struct Full: Error, CustomStringConvertible { var description: String { "No space left on device" } }
        var notes: [String] = []
        let session = Session { if case .note(.text(let note)) = $0 { notes.append(note) } }
        session.library.files = disk.access
        session.library.files.write = { _, bytes in if !bytes.isEmpty { throw Full() } }
        _ = session.run(SourceText(name: "test", "open('t', 'w').write('abc')\n"))
        #expect(notes == ["t was not written: No space left on device"])
    }

    @Test func aTextIsWrittenAndReadLineByLine() {
        let code = """
            with open("t", "w") as f: print(f.write("one\\ntwo\\n")); print("three", file=f)
            for line in open("t"): print(repr(line))
            with open("t", "a") as f: f.write("four");
            print(open("t").readlines()[3], f.closed)

            """
        #expect(printed(code) == "8\n'one\\n'\n'two\\n'\n'three\\n'\nfour True\n")
    }

    @Test func bytesAreWrittenAndReadFromAnyPlace() {
        let code = """
            with open("b", "wb+") as f:
                f.write(b"\\x00\\x01\\xff")
                f.seek(-2, 2)
                print(f.read(), f.tell())
            print(open("b", "rb").read())

            """
        #expect(printed(code) == "b'\\x01\\xff' 3\nb'\\x00\\x01\\xff'\n")
    }

    @Test func whatIsNotClosedIsWrittenAfterTheStatement() {
        #expect(printed("f = open('t', 'w')\n_ = f.write('kept')\nprint(open('t').read())") == "kept\n")
        #expect(disk.text("t") == "kept")
    }

    @Test func endsOfLinesAreTranslated() {
        disk.files.withLock { $0["t"] = Array("a\r\nb\rc\n".utf8) }
        #expect(
            printed("print(open('t').readlines(), open('t', newline='').readlines())")
                == "['a\\n', 'b\\n', 'c\\n'] ['a\\r\\n', 'b\\r', 'c\\n']\n")
        _ = printed("with open('t', 'w', newline='\\r\\n') as f: f.write('x\\n')")
        #expect(disk.text("t") == "x\r\n")
    }

    @Test(arguments: [
        ("open('x')", "FileNotFoundError: [Errno 2] No such file or directory: 'x'"),
        ("open('folder')", "IsADirectoryError: [Errno 21] Is a directory: 'folder'"),
        ("open('no/x', 'w')", "FileNotFoundError: [Errno 2] No such file or directory: 'no/x'"),
        ("open('t', 'x'); open('t', 'x')", "FileExistsError: [Errno 17] File exists: 't'"),
        ("open('t', 'q')", "ValueError: invalid mode: 'q'"),
        ("open('t', 'w').read()", "UnsupportedOperation: not readable"),
        ("open('t', 'w').write(b'')", "TypeError: write() argument must be str, not bytes"),
        ("open('t', 'wb').write('')", "TypeError: a bytes-like object is required, not 'str'"),
        ("open('t', 'wb', encoding='ascii')", "ValueError: binary mode doesn't take an encoding argument"),
        ("f = open('t', 'w'); f.close(); f.write('')", "ValueError: I/O operation on closed file."),
        (
            "open('t', 'w', encoding='ascii').write('é')",
            "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)"
        ),
    ])
    func errorsArePythons(code: String, error: String) {
        #expect(printed(code) == error)
    }

    @Test func valuesAreKeptAsJSON() {
        let code = """
            import json
            with open("j", "w") as f: json.dump({"a": [1, 2]}, f)
            with open("j") as f: print(json.load(f))

            """
        #expect(printed(code) == "{'a': [1, 2]}\n")
    }

    @Test func textsInMemoryAreUsedLikeFiles() {
        let code = """
            import io, sys
            f = io.StringIO()
            print(1, 2, file=f)
            print(repr(f.getvalue()), io.BytesIO(b"abc").read(2))
            print("shown", file=sys.stdout)

            """
        #expect(printed(code) == "'1 2\\n' b'ab'\nshown\n")
    }
}
