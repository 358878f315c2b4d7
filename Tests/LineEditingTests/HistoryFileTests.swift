import Foundation
import Testing

@testable import LineEditing

@Suite struct HistoryFileTests {
    private func temporaryPath() -> String {
        FileManager.default.temporaryDirectory.path + "/convsh-tests-\(UUID().uuidString)/deep/history"
    }

    @Test func entriesComeBackInOrder() throws {
        let history = HistoryFile(path: temporaryPath())
        try history.append("x = 1")
        try history.append("y = 2")
        #expect(try history.load() == ["x = 1", "y = 2"])
    }

    @Test func anEntryOfSeveralLinesComesBackAsOne() throws {
        let history = HistoryFile(path: temporaryPath())
        try history.append("for i in x:\n\n    print(i)")
        try history.append("#123\ny")
        #expect(try history.load() == ["for i in x:\n\n    print(i)", "#123 \ny"])
    }

    @Test func noFileMeansNoEntries() throws {
        #expect(try HistoryFile(path: temporaryPath()).load().isEmpty)
    }

    @Test func onlyItsOwnerMayReadTheFile() throws {
        let path = temporaryPath()
        try HistoryFile(path: path).append("x")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func truncationKeepsTheNewestEntries() throws {
        let history = HistoryFile(path: temporaryPath(), limit: 3)
        for number in 1...5 { try history.append("x\(number)\ny") }
        try history.truncate()
        #expect(try history.load() == ["x3\ny", "x4\ny", "x5\ny"])
        #expect(try HistoryFile(path: history.path, limit: 100).load().count == 3)
    }

    @Test func concurrentShellsLoseNothing() async throws {
        let path = temporaryPath()
        await withTaskGroup(of: Void.self) { group in
            for shell in 0..<8 {
                group.addTask {
                    for number in 0..<20 { try? HistoryFile(path: path).append("s\(shell)n\(number)") }
                }
            }
        }
        #expect(Set(try HistoryFile(path: path).load()).count == 160)
    }

    @Test func aFileWithoutTimesHasOneEntryALine() {
        #expect(HistoryFormat.entries("a\nb\n#12\nc\nd\n") == ["a", "b", "c\nd"])
    }

    @Test func halfARecordIsNotContinued() throws {
        let history = HistoryFile(path: temporaryPath())
        try history.append("x = 1")
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: history.path))
        try file.seekToEnd()
        try file.write(contentsOf: Data("#12\ny = ".utf8))
        try file.close()
        try history.append("z = 3")
        #expect(try history.load() == ["x = 1", "y = ", "z = 3"])
    }

    @Test func oneLeadingSpaceKeepsAnEntryOut() {
        #expect(HistoryFormat.isLeftOut(" x = 1"))
        #expect(HistoryFormat.isLeftOut(" \n"))
        #expect(!HistoryFormat.isLeftOut("x = 1"))
        #expect(!HistoryFormat.isLeftOut("    x = 1"))
    }

    @Test func writingWhereItIsForbiddenIsAnError() {
        #expect(throws: LineError.self) { try HistoryFile(path: "/dev/null/history").append("x") }
    }

    @Test func thePathFollowsTheXDGRules() {
        func path(_ variables: [String: String], isFolder: Bool = true) -> String? {
            UserFiles.state("history", variable: { variables[$0] }, isFolder: { _ in isFolder })
        }
        #expect(path(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/convsh/history")
        #expect(path(["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/convsh/history")
        #expect(path([:]) == nil)
        #expect(path(["HOME": "/h"], isFolder: false) == nil)
    }
}
