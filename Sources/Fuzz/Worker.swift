import Interpreter
import Language
import Presentation
import TensorEngine
import Workbench

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs inputs in this process: reads one after the other, answers a byte after each.
///
/// A person would press Ctrl-C on a script that does not end; here a thread sets the same flag after a moment.
struct Worker {
    /// Milliseconds after which the flag is set.
    static let patience = 250
    /// Bytes of memory that are too much.
    static let memoryLimit = 1_000_000_000
    /// Answers: all is well, or the memory limit was passed.
    static let (isFine, isTooLarge): (UInt8, UInt8) = (46, 77)

    func run() {
        // A runaway allocation ends this process rather than the machine.
        let addresses = rlim_t(1_500_000_000 + WideStack.size)
        var limit = rlimit(rlim_cur: addresses, rlim_max: addresses)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        startWatch()
        while let input = read() {
            Watch.begin()
            run(input)
            Watch.end()
            Interrupt.clear()
            answer(peakMemory > Worker.memoryLimit ? Worker.isTooLarge : Worker.isFine)
        }
    }

    private func run(_ input: [UInt8]) {
        let capabilities = TerminalCapabilities.detect(
            environment: ["LC_ALL": "C.UTF-8"], isTerminal: true, windowColumns: 80, localeIsUTF8: true)
        let writer = TextWriter(renderer: capabilities.renderer, showsPlaces: true)
        var options = Session.Options()
        options.keepsGoing = true
        let session = Session(options: options) { item in _ = writer.text(item) }
        _ = session.run(SourceText(name: "input", bytes: input))
    }

    private var peakMemory: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Int(usage.ru_maxrss) * 1024
    }

    // MARK: Talking to the campaign

    private func read() -> [UInt8]? {
        guard let header = read(4) else { return nil }
        return read(header.reversed().reduce(0) { $0 << 8 | Int($1) })
    }

    private func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let step = bytes.withUnsafeMutableBytes { systemRead(0, $0.baseAddress.map { $0 + done }, count - done) }
            guard step > 0 else { return nil }
            done += step
        }
        return bytes
    }

    private func answer(_ byte: UInt8) {
        var byte = byte
        _ = write(1, &byte, 1)
    }

    // MARK: The thread that loses patience

    private func startWatch() {
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { _ in
                while true {
                    usleep(20_000)
                    if Watch.hasLostPatience { Interrupt.request() }
                }
            }, nil)
    }
}

/// When the current input began, in a place that two threads share.
private enum Watch {
    /// Milliseconds of a steady clock; 0 between inputs.
    nonisolated(unsafe) private static let began: UnsafeMutablePointer<Int> = {
        let place = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        place.initialize(to: 0)
        return place
    }()

    static func begin() { began.pointee = Clock.milliseconds }

    static func end() { began.pointee = 0 }

    static var hasLostPatience: Bool {
        let start = began.pointee
        return start != 0 && Clock.milliseconds - start > Worker.patience
    }
}

/// The system's `read`, which the worker's own methods hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
