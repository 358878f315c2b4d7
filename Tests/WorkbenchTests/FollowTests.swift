import Foundation
import Language
import Presentation
import Testing
import Workbench

/// `%set follow on`: what depends on a redefined name runs again.
@Suite struct FollowTests {
    private static let start = """
        %set follow on
        x = Input((28, 28, 1));
        conv = Conv2D(8, 3);
        c1 = conv(x);
        c2 = MaxPooling2D(2)(c1);
        other = Input((5, 5, 1));
        d = Flatten()(other);

        """

    /// The names that ran again with their shapes, of the last report.
    private static func followed(_ code: String) -> [String: [Int]]? {
        guard let report = shownJSON(start + code).last(where: { $0["kind"] as? String == "followed" }) else {
            return nil
        }
        var shapes: [String: [Int]] = [:]
        for change in report["changes"] as? [[String: Any]] ?? [] {
            let after = change["after"] as? [String: Any]
            shapes[change["name"] as? String ?? ""] =
                (after?["output_shape"] as? [Any])?.dropFirst().compactMap { $0 as? Int } ?? []
        }
        return shapes
    }

    @Test func aNewInputReachesAllThatDependsOnIt() {
        #expect(Self.followed("x = Input((64, 60, 1));") == ["c1": [62, 58, 8], "c2": [31, 29, 8]])
    }

    @Test func whatWasTakenBackFollowsNoMore() {
        #expect(Self.followed("e = Conv2D(2, 3)(c1);\n%undo\nx = Input((64, 60, 1));")?["e"] == nil)
    }

    @Test func aNewLayerReachesItsCalls() {
        #expect(Self.followed("conv = Conv2D(4, 5);") == ["c1": [24, 24, 4], "c2": [12, 12, 4]])
    }

    @Test func whatGoesOnFromANameIsNoNewDefinition() {
        #expect(Self.followed("c1 = Conv2D(2, 3)(c1);") == nil)
        #expect(
            Self.followed("y = x;\ny = Conv2D(2, 3)(y);\ny = MaxPooling2D(2)(y);\nx = Input((20, 20, 1));")?["y"] == [
                9, 9, 2,
            ])
    }

    /// What the last statement shows.
    private static func last(_ code: String) -> String {
        let shown = shownJSON(start + code).last
        return "\(shown?["text"] ?? shown?["repr"] ?? shown?["value"] ?? "")".trimmingCharacters(
            in: .whitespacesAndNewlines)
    }

    @Test(arguments: [
        ("xs = [];\nk = 2;\nfor i in range(k): xs.append(i)\n\nk = 3;\nxs", "[0, 1, 2]"),
        ("xs = [];\nxs.append(7);\nk = 2;\nfor i in range(k): xs.append(i)\n\nk = 1;\nxs", "[7, 0]"),
        ("xs, n = [], 1;\nk = 2;\nwhile len(xs) < k: xs += [n]\n\nk = 4;\nxs", "[1, 1, 1, 1]"),
        (
            "t = {'a': 1, 'b': 2};\nu = t['a'] * 10;\nt['c'] = 3;\nt['a'] = 4;\nprint(u, t)",
            "40 {'a': 4, 'b': 2, 'c': 3}"
        ),
        ("t = {};\nt['a'] = 1;\nu = t['a'];\nt['a'] = 2;\nt['a'] = 3;\nprint(u, t)", "3 {'a': 3}"),
        ("w = [0, 0];\nfor i in range(2): w[i] = i\n\nv = sum(w);\nw[0] = 5;\nprint(v, w)", "6 [5, 1]"),
        ("k = 1;\nt = {'a': k};\nt['b'] = 2;\nu = len(t);\nt['b'] = 3;\nk = 7;\nprint(u, t)", "2 {'a': 7, 'b': 3}"),
        ("t = {'a': 1};\nu = t['a'];\nt['a'] = t['a'] + 1;\nprint(u, t)", "1 {'a': 2}"),
        ("t = {};\nk = 3;\nt['a'] = k;\nu = t['a'] + 1;\nk = 5;\nu", "6"),
        ("t = {'n': 1};\nk = 3;\nt['n'] += k;\nk = 5;\nt", "{'n': 6}"),
        ("xs = [3, 1, 2];\nk = 1;\ny = xs.pop(k);\nk = 0;\nprint(xs, y)", "[1, 2] 3"),
        ("k = 2;\nj = k;\nj = j * 10;\nj = j + 1;\nk = 3;\nj", "31"),
        ("xs = [];\nfor i in range(2): xs.append(i)\n\ni = 9;\nxs = [5];\nxs", "[5, 0, 1]"),
        ("a = 1;\nb = a;\nd = b + 1;\nc = 5;\nb = c;\nc = 6;\nprint(b, d)", "6 7"),
        ("a, b = 1, 2;\nc = 5;\nb = c;\nc = 6;\nprint(a, b)", "1 6"),
        ("b = 1;\nc = b + 1;\nb = c * 2;\nprint(b, c)", "4 5"),
        ("f = 5;\nxs = [];\nfor f in range(2): xs.append(f)\n\nf = 7;\nxs", "[0, 1]"),
    ]) func whatChangesAnObjectStartsFromItsDefinition(code: String, result: String) {
        #expect(Self.last(code) == result)
    }

    @Test func aLongValueThatChangesIsNotCalledUnchanged() {
        let report = shownJSON(Self.start + "k = 30;\nxs = [0] * k;\nk = 31;").last
        let changes = report?["changes"] as? [[String: Any]]
        #expect(changes?.count == 1)
        var shown = ""
        let session = Session { if case .report(let report) = $0 { shown = "\(report.lines(.plain(width: 200)))" } }
        _ = session.run(SourceText(name: "test", Self.start + "k = 30;\nxs = [0] * k;\nk = 31;"))
        #expect(!shown.contains("unchanged") && shown.contains("changed"), "\(shown)")
    }

    @Test func aCallThatAddsALayerIsFollowed() {
        let code = "k = 3;\nm = Sequential();\nm.add(Conv2D(2, k));\nn = m(x);\nk = 5;"
        #expect(Self.followed(code)?["n"] == [24, 24, 2])
        let chain = "k = 3;\nz = Conv2D(4, k)(x);\nz = MaxPooling2D(2)(z);\nz = Conv2D(2, k)(z);\nk = 5;"
        #expect(Self.followed(chain)?["z"] == [8, 8, 2])
    }

    @Test(arguments: [
        ("k = 0;\nk += 1;\nk = 10;\nk", "10"), ("k = 0;\nk = k + 1;\nk = 5;\nk", "5"),
        (
            "c = Conv2D(4, 3)(x);\np = MaxPooling2D(2)(c);\nc = Conv2D(8, 3)(c);\nc = Conv2D(2, 3)(x);\nprint(c.shape)",
            "(None, 26, 26, 2)"
        ),
    ]) func theNewestDefinitionWins(code: String, result: String) { #expect(Self.last(code) == result) }

    @Test func aNewInputIsTheBeginningOfWhatGoesOnFromIt() {
        let code = "z = Input((28, 28, 1));\nz = Conv2D(4, 3)(z);\nz = MaxPooling2D(2)(z);\nz = Input((20, 20, 1));"
        #expect(Self.followed(code)?["z"] == [9, 9, 4])
    }

    @Test(arguments: [
        // The block was run again without following: its old steps are not in what the name stands for.
        ("z = w = Input((28, 28, 1));\nz = Conv2D(4, 3)(z);", "z = Input((20, 20, 1));", [18, 18, 4]),
        ("z = Input((28, 28, 1));\nz = Conv2D(4, 3)(z);", "z = Input((20, 20, 1));", [18, 18, 4]),
        ("k = 3;\nm = Sequential();\nm.add(Conv2D(2, k));\nz = m(x);", "k = 5;", [24, 24, 2]),
    ]) func aBlockThatWasRunAgainIsFollowedOnce(block: String, change: String, shape: [Int]) {
        let code = "%set follow off\n\(block)\n\(block)\n%set follow on\n\(change)"
        #expect(Self.followed(code)?["z"] == shape)
    }

    @Test func aNameThatWasDefinedOtherwiseIsLeftAlone() {
        #expect(Self.followed("c2 = Flatten()(other);\nx = Input((20, 20, 1));") == ["c1": [18, 18, 8]])
    }

    @Test func nothingFollowsNewNames() {
        #expect(Self.followed("z = Input((3, 3, 1));") == nil)
        #expect(Self.followed("%set follow off\nx = Input((64, 64, 1));") == nil)
    }

    @Test func whatFailsIsSaidAndWhatDependsOnItIsLeft() throws {
        let report = try #require(shownJSON(Self.start + "x = Input((2, 2, 1));").last)
        let changes = try #require(report["changes"] as? [[String: Any]])
        #expect((changes[0]["error"] as? String)?.hasPrefix("ValueError") == true)
        #expect(changes[1]["skipped"] as? Bool == true)
    }

    @Test func numbersAndMethodsAreFollowed() {
        #expect(Self.followed("k = 3;\ne = Conv2D(1, k)(x);\nk = 5;") == ["e": [24, 24, 1]])
        let code = "m = Sequential();\nm.add(Conv2D(2, 3));\nn = m(x);\nm = Sequential();"
        #expect(Self.followed(code)?["n"] == [26, 26, 2])
    }

    @Test func whatRunsAgainHasTheSameNamesAndWeights() {
        let session = Session()
        _ = shownJSON(Self.start, in: session)
        func state() -> String {
            "\(shownJSON("c1.layer.name\nc1.layer.kernel.numpy()\nprint(Conv2D(1, 1).name)", in: session).map { $0["text"] ?? "" })"
        }
        let before = state()
        _ = shownJSON("x = Input((12, 12, 1));", in: session)
        let after = state()
        #expect(before.split(separator: ",").first == after.split(separator: ",").first)
        #expect(before.split(separator: "conv2d_").first == after.split(separator: "conv2d_").first)
    }
}
