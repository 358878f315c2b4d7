#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

/// A pipe through which signal handlers wake the line editor.
///
/// A signal may reach any thread, so that waiting cannot count on being cut short by it. The handler writes a byte
/// here, and the editor waits for its keys and for this pipe at once.
struct WakePipe: Sendable {
    private let reader: Int32
    private let writer: Int32

    /// The pipe of the process. It must be used once before a handler may use it.
    static let shared = WakePipe()

    private init() {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) == 0 {
            for end in ends {
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            }
        }
        (reader, writer) = (ends[0], ends[1])
    }

    /// Wakes the editor; async-signal-safe.
    func wake() { cr_wake(writer) }

    /// What waiting yielded.
    enum Wait {
        case readable
        case woken
        case failure
    }

    /// Whether `descriptor` can be read without waiting.
    func isReadable(_ descriptor: Int32) -> Bool {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, 0) > 0
    }

    /// Waits until `descriptor` can be read or somebody wakes the editor. Waking comes first.
    func wait(for descriptor: Int32) -> Wait { wait(for: descriptor, milliseconds: -1) ?? .woken }

    /// The same for some milliseconds at most; nil when nothing came.
    func wait(for descriptor: Int32, milliseconds: Int32) -> Wait? {
        var wanted = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: reader, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&wanted, nfds_t(wanted.count), milliseconds)
        if count == 0 { return nil }
        if count < 0 { return errno == EINTR ? .woken : .failure }
        if wanted[1].revents == 0 { return .readable }
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(reader, &bytes, bytes.count) > 0 {}
        return .woken
    }
}
