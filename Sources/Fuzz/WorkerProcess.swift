#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A worker in a process of its own, which may crash or hang without harm.
final class WorkerProcess {
    /// What became of an input.
    enum Verdict: Equatable {
        case passed
        case crashed(signal: Int32)
        case hung
        case tookTooMuchMemory
    }

    private let process: pid_t
    private let toWorker: Int32
    /// Where its answers come from.
    let fromWorker: Int32

    /// Starts one.
    init() throws {
        var (input, output) = ([Int32](repeating: 0, count: 2), [Int32](repeating: 0, count: 2))
        guard pipe(&input) == 0, pipe(&output) == 0 else { throw Failure(description: "no pipes") }
        for descriptor in [input[1], output[0]] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, input[0], 0)
        posix_spawn_file_actions_adddup2(&actions, output[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // The Swift runtime need not describe a crash that is counted here.
        let variables = ["SWIFT_BACKTRACE=enable=no", "CONVSH_THREADS=1", "LC_ALL=C.UTF-8"]
        var environment: [UnsafeMutablePointer<CChar>?] = variables.map { (text: String) in strdup(text) }
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("convsh-fuzz"), strdup("--worker")]
        environment.append(nil)
        arguments.append(nil)
        defer { (environment + arguments).forEach { free($0) } }
        var child: pid_t = 0
        let result = posix_spawn(&child, WorkerProcess.program, &actions, nil, &arguments, &environment)
        posix_spawn_file_actions_destroy(&actions)
        close(input[0])
        close(output[1])
        guard result == 0 else { throw Failure(description: "cannot start \(WorkerProcess.program)") }
        (process, toWorker, fromWorker) = (child, input[1], output[0])
    }

    struct Failure: Error, CustomStringConvertible { let description: String }

    private static let program: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return CommandLine.arguments[0] }
        return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }()

    /// Gives it an input.
    func send(_ input: [UInt8]) {
        let size = UInt32(input.count)
        let message = (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * UInt32($0))) } + input
        var done = 0
        while done < message.count {
            let step = message.withUnsafeBytes {
                write(toWorker, $0.baseAddress.map { $0 + done }, message.count - done)
            }
            guard step > 0 else { return }
            done += step
        }
    }

    /// Its answer, once there is something to read.
    func verdict() -> Verdict {
        var byte: UInt8 = 0
        guard read(fromWorker, &byte, 1) == 1 else {
            var status: Int32 = 0
            waitpid(process, &status, 0)
            return .crashed(signal: status & 0x7F)
        }
        return byte == Worker.isFine ? .passed : .tookTooMuchMemory
    }

    /// Milliseconds of processor time it has used.
    var processorTime: Int {
        guard let file = fopen("/proc/\(process)/stat", "r") else { return 0 }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 1024)
        let count = fread(&buffer, 1, buffer.count - 1, file)
        let text = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else { return 0 }
        return (user + system) * 1000 / max(1, sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Ends it.
    func end() {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    deinit {
        close(toWorker)
        close(fromWorker)
    }
}
