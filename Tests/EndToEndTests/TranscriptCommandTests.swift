import Foundation
import Testing

/// `convsh --echo` records, `convsh test` replays and compares.
@Suite struct TranscriptCommandTests {
    private let script = "# a lesson\nx = Input(8, 8, 3)\nc = Conv2D(4, 3)(x)\na = 1; print(a, end='')\nc.shape\nnope\n"

    @Test func whatEchoRecordsPassesTheTest() throws {
        let folder = try TemporaryFolder()
        try script.write(toFile: folder.path + "/a.conv", atomically: true, encoding: .utf8)
        let recorded = try Program.convsh.run(["--echo", folder.path + "/a.conv"])
        #expect(recorded.status == 1)
        #expect(recorded.error.hasPrefix("\(folder.path)/a.conv:6:1: NameError: name 'nope' is not defined"))
        try recorded.output.write(toFile: folder.path + "/a.conv", atomically: true, encoding: .utf8)
        let tested = try Program.convsh.run(["test", folder.path])
        #expect(tested == Program.Result(status: 0, output: "1 passed, 0 failed\n", error: ""))
        #expect(try Program.convsh.run(["--echo", folder.path + "/a.conv"]).output == recorded.output)
    }

    @Test func aDifferenceIsShownAndFails() throws {
        let folder = try TemporaryFolder()
        try "6 * 7\n#> 41\n".write(toFile: folder.path + "/a.conv", atomically: true, encoding: .utf8)
        try "1\n#> 1\n".write(toFile: folder.path + "/b.conv", atomically: true, encoding: .utf8)
        let tested = try Program.convsh.run(["test", folder.path])
        #expect(tested.status == 1)
        #expect(
            tested.output
                == "\(folder.path)/a.conv:1: 6 * 7 shows something else\n- #> 41\n+ #> 42\n1 passed, 1 failed\n")
    }

    @Test func updateWritesWhatIsShown() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/a.conv"
        try "6 * 7\n#> 41\n".write(toFile: file, atomically: true, encoding: .utf8)
        let updated = try Program.convsh.run(["test", "--update", file])
        #expect(updated.output == "updated \(file)\n1 passed, 0 failed\n")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "6 * 7\n#> 42\n")
    }

    @Test func keepGoingRunsWhatFollowsAFailure() throws {
        let result = try Program.convsh.run(["--keep-going"], input: "nope\nprint(2)\n")
        #expect(result.status == 1)
        #expect(result.output == "2\n")
    }

    @Test func saveAndRecordMakeScriptsOfWhatWasTyped() throws {
        let folder = try TemporaryFolder()
        let (saved, recorded) = (folder.path + "/s.conv", folder.path + "/r.conv")
        let typed = "a = 2\nnope\n%save \(saved)\n%record \(recorded)\na + 1\nbad\n%record off\n"
        _ = try Program.convsh.run(["--keep-going"], input: typed)
        #expect(try String(contentsOfFile: saved, encoding: .utf8) == "a = 2\n")
        #expect(try String(contentsOfFile: recorded, encoding: .utf8) == "a = 2\na + 1\n#> 3\n")
        #expect(try Program.convsh.run(input: "%run \(recorded)\na\n").output == "3\n2\n")
    }

    /// Numbers, settings and what commands show in between.
    @Test(arguments: ["", "%set numbering on\n"]) func whatIsRecordedIsReplayed(before: String) throws {
        let folder = try TemporaryFolder()
        let recorded = folder.path + "/r.conv"
        let typed = """
            nope
            \(before)a = 2
            %record \(recorded)
            a + 1
            bad
            %who
            %set colours magma
            x = Input((8, 8, 1))
            %set numbering on
            ?padding
            a + 2
            %set colours
            %record off

            """
        _ = try Program.convsh.run(["--keep-going"], input: typed)
        let transcript = try String(contentsOfFile: recorded, encoding: .utf8)
        #expect(transcript.hasPrefix("\(before)a = 2\na + 1\n#> 3\n%set colours magma\nx = Input"))
        #expect(transcript.contains("%set numbering on\na + 2\n#> 4\n"))
        let tested = try Program.convsh.run(["test", recorded])
        #expect(tested.output == "1 passed, 0 failed\n")
        #expect(try Program.convsh.run(["--echo", recorded]).output == transcript)
    }

    @Test func whatASavedScriptStandsOnIsInIt() throws {
        let folder = try TemporaryFolder()
        let (inner, saved) = (folder.path + "/i.conv", folder.path + "/s.conv")
        try "a = 20\n".write(toFile: inner, atomically: true, encoding: .utf8)
        _ = try Program.convsh.run(input: "%run \(inner)\nprint(a + 1)\n%save \(saved)\n")
        #expect(try String(contentsOfFile: saved, encoding: .utf8) == "%run \(inner)\nprint(a + 1)\n")
        #expect(try Program.convsh.run([saved]).output == "21\n")
    }

    @Test func aFolderWithoutScriptsIsNoSuccess() throws {
        let folder = try TemporaryFolder()
        let result = try Program.convsh.run(["test", folder.path])
        #expect(result.status == 2)
        #expect(result.error == "convsh: \(folder.path) holds no .conv files\n")
    }

    @Test func aScriptThatRunsItselfIsRefused() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/a.conv"
        try "%run \(file)\n".write(toFile: file, atomically: true, encoding: .utf8)
        let result = try Program.convsh.run([file])
        #expect(result.status == 1)
        #expect(result.error.contains("runs itself"))
    }
}
