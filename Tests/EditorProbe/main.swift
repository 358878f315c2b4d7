import Foundation
import LineEditing

// A shell that only says what it read; the tests of the line editor drive it through a pseudo-terminal.
// With `--thread` it reads in a thread of its own, so that signals reach another one.

ProcessSetup.prepare()
if CommandLine.arguments.contains("--thread") {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
        Probe.run()
        done.signal()
    }
    thread.start()
    done.wait()
} else {
    Probe.run()
}
