import Interpreter

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The module `time`.
enum TimeModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("time", documentation: "Clocks.")
        func clock(_ name: String, _ which: clockid_t) -> BuiltinFunction {
            .native("\(name)()", "Seconds.") { _, _ in
                var now = timespec()
                clock_gettime(which, &now)
                return .float(Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9)
            }
        }
        module.add([
            .native("sleep(seconds, /)", "Waits.") { arguments, interpreter in
                let seconds = try arguments.number(0)
                guard seconds >= 0 else { throw RaisedError(.valueError, "sleep length must be non-negative") }
                let end = ContinuousClock.now + .seconds(seconds)
                // In short steps, so that Ctrl-C ends it.
                while case let left = end - ContinuousClock.now, left > .zero {
                    try interpreter.checkInterrupt()
                    let step = min(left, .milliseconds(20)).components
                    usleep(UInt32(step.attoseconds / 1_000_000_000_000))
                }
                return .none
            },
            clock("time", CLOCK_REALTIME), clock("perf_counter", CLOCK_MONOTONIC), clock("monotonic", CLOCK_MONOTONIC),
        ])
        return module
    }
}
