import Foundation
import Interpreter
import Language
import Library
import Synchronization
import Testing

@testable import Workbench

@Suite struct CommandTests {
    private final class Notebook {
        let session: Session
        var shown: [String] = []

        init() {
            session = Session()
            session.receive = { [unowned self] in
                shown.append(TextWriter(renderer: .plain(width: 60), showsPlaces: false).text($0))
            }
        }

        /// What a line shows.
        @discardableResult
        func run(_ line: String) -> String {
            shown = []
            _ = session.run(SourceText(name: "test", line))
            return shown.joined()
        }
    }

    private let notebook = Notebook()

    @Test(arguments: [
        ("history", "%history"), ("lesson padding", "%lesson padding"), ("who", "%who"), ("run a.conv", "%run a.conv"),
    ])
    func aCommandWithoutItsMarkIsRecognised(line: String, command: String) {
        #expect(notebook.run(line).contains("hint: commands begin with %: \(command)\n"))
    }

    @Test func otherNamesAreNoCommands() {
        #expect(!notebook.run("histor").contains("commands begin"))
        #expect(!notebook.run("last(3").contains("commands begin"))
        notebook.run("who = 3")
        #expect(notebook.run("who") == "3\n")
    }

    // MARK: Taking back

    @Test func undoTakesTheLastStatementBack() {
        notebook.run("a = 1")
        notebook.run("a = 2")
        #expect(notebook.run("%undo") == "took back: a = 2\n")
        #expect(notebook.run("a") == "1\n")
        #expect(notebook.session.entries.map(\.code) == ["a = 1", "a"])
    }

    @Test func settingsAndWhatIsOnlyShownAreNoStatements() {
        notebook.run("x = Input((8, 8, 1))")
        notebook.run("a = 1")
        for line in ["%set colours magma", "a", "show x", "print(a, x.shape[1:])", "summary(x)", "1/0", "%undo"] {
            notebook.run(line)
        }
        #expect(notebook.shown.joined() == "took back: a = 1\n")
        #expect(notebook.session.display.colours == "magma")
        #expect(notebook.session.entries.map(\.code) == ["x = Input((8, 8, 1))", "%set colours magma"])
        notebook.run("l = [1]")
        notebook.run("print(l.append(2))")
        #expect(notebook.run("%undo") == "took back: print(l.append(2))\n")
        #expect(notebook.run("%undo 9").contains("only 2 statements"))
    }

    @Test func whatOnlyAnswersIsNotTakenBack() {
        let asked = ["len([q])", "x.numpy().sum()", "type(q)", "x.numpy().tolist()[0]"]
        for line in ["x = Input((8, 8, 1));", "q = 6"] + asked { notebook.run(line) }
        #expect(notebook.run("%undo") == "took back: q = 6\n")
        notebook.run("l = [3]")
        notebook.run("l.pop()")
        #expect(notebook.run("%undo") == "took back: l.pop()\n")
    }

    @Test func whatAClassOfTheScriptAnswersMayChangeIt() {
        let c = """
            class C:
                def __init__(self): self.n = 0
                def min(self): self.n += 1; return self.n
                def __getitem__(self, i): return self.min()
                def __neg__(self): return self.min()
                def __len__(self): return self.min()
                @property
                def p(self): return self.min()
            """
        for asked in ["len(c)", "c.min()", "c[0]", "c.p", "-c", "[c][0].p", "l[0].min()", "d['c'].p"] {
            let notebook = Notebook()
            for line in [c, "c = C(); l = [c]; d = {'c': c};", asked] { notebook.run(line) }
            #expect(notebook.run("%undo") == "took back: \(asked)\n")
            #expect(notebook.run("c.n") == "0\n")
        }
        notebook.run(c)
        for line in ["c = C()", "c", "print(c)"] { notebook.run(line) }
        #expect(notebook.run("%undo") == "took back: c = C()\n")
    }

    @Test func aMissingKeyOfADefaultDictIsAdded() {
        for line in ["import collections; d = collections.defaultdict(list)", "d['k']"] { notebook.run(line) }
        #expect(notebook.run("%undo") == "took back: d['k']\n")
    }

    @Test func whatAFailedStatementChangedStays() {
        for line in ["l = [1]", "l.append(2) or 1/0", "b = 2", "%undo"] { notebook.run(line) }
        #expect(notebook.run("l") == "[1, 2]\n")
        #expect(notebook.run("%undo") == "took back: l = [1]\n")
    }

    @Test func modulesAreAsBefore() {
        for line in ["import os, sys", "os.environ['CONVSH_A'] = '1'", "sys.path.append('lib')", "math.tau = 3"] {
            notebook.run(line)
        }
        #expect(notebook.run("%undo 2").contains("took back: math.tau = 3"))
        #expect(notebook.run("print(math.tau > 6, 'lib' in sys.path, os.environ['CONVSH_A'])") == "True False 1\n")
        notebook.run("%undo")
        #expect(notebook.run("print('CONVSH_A' in os.environ)") == "False\n")
    }

    @Test func theFolderIsAsBefore() {
        let folder = Folders()
        notebook.session.library.files.folder = { folder.path }
        notebook.session.library.files.kind = { _ in .folder }
        notebook.session.library.files.changeFolder = { folder.path = $0.hasPrefix("/") ? $0 : folder.path + "/" + $0 }
        for line in ["import os", "os.chdir('sub')", "%undo"] { notebook.run(line) }
        #expect(folder.path == "/start")
    }

    @Test func theStatementThatDoesNotRunAgainIsNamed() {
        let isThere = Mutex(true)
        notebook.session.library.files.kind = { _ in isThere.withLock { $0 } ? .file : nil }
        notebook.session.library.files.read = { _ in
            guard isThere.withLock({ $0 }) else { throw RaisedError(.fileNotFoundError, "gone") }
            return Array("a = 1".utf8)
        }
        notebook.run("s = open('a.conv').read()")
        notebook.run("b = 2")
        isThere.withLock { $0 = false }
        #expect(notebook.run("%undo").contains("this does not run again: s = open('a.conv').read()"))
        #expect(notebook.run("print(s, b)") == "a = 1 2\n")
    }

    @Test func filesAreNotWrittenAgain() {
        let written = Mutex<[String]>([])
        notebook.session.library.files.write = { path, bytes in written.withLock { $0.append(path) } }
        notebook.session.library.files.change = { change in
            written.withLock { $0.append("\(change)") }
            return 0
        }
        notebook.run("np.save('a.npy', np.zeros(2)); import os; os.makedirs('b')")
        notebook.run("q = 1")
        let before = written.withLock { $0 }
        notebook.run("%undo")
        #expect(!before.isEmpty && written.withLock { $0 } == before)
        notebook.run("np.save('c.npy', np.zeros(2))")
        #expect(written.withLock { $0.count } == before.count + 1)
    }

    @Test func whatIsOnlyAskedIsNoEntry() {
        for line in ["%set", "%set colours", "%dialect", "%set colours magma", "%dialect keras1"] { notebook.run(line) }
        #expect(notebook.session.entries.map(\.code) == ["%set colours magma", "%dialect keras1"])
    }

    @Test func aFolderThatWasEnteredIsEnteredOnce() {
        let folder = Folders()
        notebook.session.library.files.folder = { folder.path }
        notebook.session.library.files.changeFolder = { folder.path = $0.hasPrefix("/") ? $0 : folder.path + "/" + $0 }
        notebook.run("%cd sub")
        notebook.run("a = 1")
        notebook.run("%undo")
        #expect(folder.path == "/start/sub")
    }

    @Test func aFolderIsLeftForTheOneBefore() {
        let folder = Folders()
        notebook.session.library.files.folder = { folder.path }
        notebook.session.library.files.changeFolder = { folder.path = $0.hasPrefix("/") ? $0 : folder.path + "/" + $0 }
        #expect(notebook.run("%cd -").contains("there is no folder to go back to"))
        notebook.run("%cd sub")
        notebook.run("%cd -")
        #expect(folder.path == "/start")
        notebook.run("%cd -")
        #expect(folder.path == "/start/sub")
    }

    @Test func commandsHaveTheNamesOfIPythonToo() {
        notebook.run("a = 3")
        #expect(notebook.run("%whos") == notebook.run("%who"))
        #expect(notebook.run("%hist").contains("a = 3"))
    }

    private final class Folders: @unchecked Sendable { var path = "/start" }

    @Test func changesInPlaceAreTakenBackToo() {
        notebook.run("x = Input(4, 4, 1); l = [1]; m = Sequential([Input((3,))])")
        notebook.run("l.append(2); m.add(Dense(2))")
        notebook.run("%undo 2")
        #expect(notebook.run("l, len(m.layers)").contains("([1], 0)"))
    }

    @Test func namesAndRandomNumbersAreAsBefore() {
        let plain = Notebook()
        plain.run("d = Dense(2)")
        notebook.run("d = Dense(2)")
        notebook.run("e = Dense(3); np.random.rand(); K.random_normal((2,))")
        notebook.run("%undo 3")
        let line = "d2 = Dense(2); d2.build((None, 3)); print(d2.name, d2.kernel.numpy(), np.random.rand())"
        #expect(notebook.run(line) == plain.run(line))
    }

    @Test func undoKnowsItsLimits() {
        #expect(notebook.run("%undo").contains("nothing to take back"))
        notebook.run("a = 1")
        #expect(notebook.run("%undo 2").contains("only 1 statement"))
        #expect(notebook.run("%undo x").contains("not a number"))
    }

    @Test func failedEntriesStayFailed() {
        notebook.run("a = 1")
        notebook.run("1/0")
        notebook.run("b = 2")
        notebook.run("%undo")
        #expect(notebook.session.entries.map(\.hasFailed) == [false, true])
        #expect(notebook.run("a") == "1\n")
    }

    // MARK: Running again

    @Test func rerunRunsEntriesAgain() {
        notebook.run("a = 1")
        notebook.run("a = a + 1")
        #expect(notebook.run("%rerun") == "a = a + 1\n")
        notebook.run("%rerun 2-3")
        #expect(notebook.run("a") == "5\n")
        #expect(notebook.run("%rerun 99").contains("there is no entry 99"))
    }

    @Test func timeitTellsTimesRunsAndSpeed() throws {
        notebook.run("x = Input(32, 32, 8); c = Conv2D(16, 3)(x)")
        let text = notebook.run("%timeit c.numpy()")
        #expect(
            text.wholeMatch(of: /min [\d.]+ (m|µ)?s · median [\d.]+ (m|µ)?s · \d+ runs · [\d.]+ GFLOP\/s\n/) != nil,
            "\(text)")
        #expect(notebook.run("%timeit 1 + 1").contains("GFLOP") == false)
        #expect(notebook.run("%timeit 1 +").contains("SyntaxError"))
    }

    @Test(arguments: [
        ("-n 7 1 + 1", "7 runs"), ("-n3 -r 2 1 + 1", "6 runs"), ("-n 1 k", "1 run"), ("-n", "take a number"),
        ("-n 0 1", "take a number"), ("-n 1.5 1", "take a number"), ("-k", "runs"), ("-n(1)", "NameError"),
    ]) func timeitRunsAsOftenAsItIsTold(arguments: String, text: String) {
        notebook.run("k = 1")
        let shown = notebook.run("%timeit \(arguments)")
        #expect(shown.contains(text), "\(shown)")
    }

    @Test func timeitUsesUpNothing() {
        notebook.run("%timeit Dense(2); np.random.rand()")
        let other = Notebook()
        let line = "print(Dense(1).name, np.random.rand())"
        #expect(notebook.run(line) == other.run(line))
    }

    @Test func operationsAreCountedAsTheyAreDone() throws {
        notebook.run("x = Input(10, 10, 3); m = Model(x, BatchNormalization()(Conv2D(4, 3)(x)))")
        let network = notebook.session.library.network
        network.multiplyAccumulatesDone = 0
        notebook.run("y = m.predict(np.zeros((2, 10, 10, 3)))")
        let expected = 2 * 8 * 8 * 3 * 3 * 3 * 4
        let done = try #require(network.multiplyAccumulatesDone)
        #expect(done >= expected && done < expected + 2 * 8 * 8 * 4 * 3)
    }

    // MARK: Terminal

    @Test func outsideCommandsNeedATerminal() {
        #expect(notebook.run("!ls").contains("at a terminal only"))
        #expect(notebook.run("%edit").contains("needs a terminal"))
        var asked: [String] = []
        notebook.session.services = ShellServices(
            edit: {
                asked.append($0); return true
            },
            editText: {
                asked.append($0); return "b = 5\n"
            },
            run: {
                asked.append($0); return $0 == "false" ? 1 : 0
            })
        #expect(notebook.run("!ls -l") == "")
        #expect(notebook.run("!false") == "exit status 1\n")
        #expect(notebook.run("!cd /tmp").contains("%cd /tmp"))
        notebook.run("a = 1")
        notebook.run("%edit 1")
        #expect(notebook.run("b") == "5\n")
        #expect(asked == ["ls -l", "false", "a = 1\n"])
    }

    @Test func aNewScriptIsWrittenInTheEditor() {
        let written = Mutex<[String]>([])
        notebook.session.library.files.kind = { path in written.withLock { $0.contains(path) } ? .file : nil }
        notebook.session.library.files.readText = { _ in "b = 7\n" }
        var leavesFile = false
        notebook.session.services = ShellServices(
            edit: { path in
                if leavesFile { written.withLock { $0.append(path) } }
                return true
            }, editText: { _ in nil }, run: { _ in 0 })
        #expect(notebook.run("%edit new.conv") == "")
        leavesFile = true
        notebook.run("%edit new.conv")
        #expect(notebook.run("b") == "7\n")
    }

    @Test func anEditThatCannotBeReadIsOpenedAgain() {
        var (opened, left): ([String], [String]) = ([], ["a = (1\n", "a = 1\n", ""])
        notebook.session.services = ShellServices(
            edit: { _ in true },
            editText: {
                opened.append($0); return left.removeFirst()
            }, run: { _ in 0 })
        #expect(notebook.run("%edit").contains("%edit opens the text again"))
        notebook.run("%edit")
        #expect(notebook.run("a") == "1\n")
        notebook.run("%edit")
        #expect(opened == ["", "a = (1\n", ""])
    }

    @Test func lastShowsTheLastResultInFull() {
        #expect(notebook.run("%last").contains("no result"))
        notebook.run("6 * 7")
        #expect(notebook.run("%last") == "42\n")
    }

    @Test func quitLeaves() {
        #expect(notebook.session.run(SourceText(name: "test", "%quit")) == .exited(0))
    }

    @Test func aFileOfSomebodyElseIsNotReplacedUnasked() {
        notebook.session.library.files = FileAccess(
            kind: { $0 == "mine.conv" ? .file : nil }, read: { _ in [] }, readText: { _ in "" }, write: { _, _ in })
        notebook.run("a = 1")
        #expect(notebook.run("%save mine.conv").contains("mine.conv is there already"))
        #expect(notebook.run("%record mine.conv").contains("%record -f mine.conv replaces it"))
        #expect(notebook.run("%save -f mine.conv").contains("1 statement saved in mine.conv"))
        #expect(notebook.run("%save mine.conv").contains("saved in mine.conv"))
    }

    /// `%run` of the file would be all that the new one holds.
    @Test func aScriptIsNotReplacedByOneThatRunsIt() {
        notebook.session.library.files = FileAccess(
            kind: { _ in nil }, read: { _ in [] }, readText: { _ in "a = 1\n" }, write: { _, _ in })
        notebook.run("%run mine.conv")
        #expect(notebook.run("%save -f mine.conv").contains("what was typed runs mine.conv itself"))
        #expect(notebook.run("%save -f ./mine.conv").contains("itself"))
        #expect(notebook.run("%save other.conv").contains("saved in other.conv"))
    }

    @Test func foldersAreListedInColumns() {
        notebook.session.library.files = FileAccess(
            kind: { $0.hasSuffix("sub") ? .folder : .file }, names: { _ in ["b.npy", ".x", "sub", "a.conv"] },
            read: { _ in [] }, readText: { _ in "" }, write: { _, _ in })
        #expect(notebook.run("%ls") == "a.conv  b.npy   sub/\n")
    }
}
