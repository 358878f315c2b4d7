import LineEditing
import Testing

/// A file that several shells write to.
@Suite struct SharedFileTests {
    #if os(Linux)
        @Test func aFolderThatMayNotBeMadeSaysWhy() {
            // Nobody makes folders there, root neither.
            let file = SharedFile(path: "/sys/convsh/history", purpose: "history")
            var message = ""
            do throws(LineError) { try file.append("x\n") } catch { message = "\(error)" }
            #expect(
                message.contains("cannot make the folder /sys/convsh") && !message.contains("No such file"),
                "\(message)")
        }
    #endif
}
