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
            clock("time", CLOCK_REALTIME), clock("perf_counter", CLOCK_MONOTONIC), clock("monotonic", CLOCK_MONOTONIC),
        ])
        return module
    }
}
