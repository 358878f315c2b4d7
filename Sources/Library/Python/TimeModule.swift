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
    /// - Parameter prelude: where the functions about dates are.
    static func make(_ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "time", documentation: "Clocks and dates.", memberNames: Prelude.names(of: "time")
        ) { prelude?.member($0, of: "time") }
        for (name, which) in clocks {
            module[name] = .builtin(
                .native("\(name)()", "Seconds.") { _, _ in
                    let now = now(which)
                    return .float(Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9)
                })
            module["\(name)_ns"] = .builtin(
                .native("\(name)_ns()", "Nanoseconds.") { _, _ in
                    let now = now(which)
                    return .int(now.tv_sec * 1_000_000_000 + now.tv_nsec)
                })
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
            }
        ])
        module["timezone"] = .int(-offset(of: 0))
        return module
    }

    private static let clocks: [(name: String, which: clockid_t)] = [
        ("time", CLOCK_REALTIME), ("perf_counter", CLOCK_MONOTONIC), ("monotonic", CLOCK_MONOTONIC),
        ("process_time", CLOCK_PROCESS_CPUTIME_ID), ("thread_time", CLOCK_THREAD_CPUTIME_ID),
    ]

    private static func now(_ which: clockid_t) -> timespec {
        var now = timespec()
        clock_gettime(which, &now)
        return now
    }

    /// By how many seconds the clock on the wall is before that of Greenwich.
    static func offset(of seconds: Int) -> Int {
        var (moment, local) = (time_t(seconds), tm())
        return localtime_r(&moment, &local) == nil ? 0 : local.tm_gmtoff
    }

    /// What the texts ask of the clock.
    static var hostFunctions: [BuiltinFunction] {
        [
            .python("clock_offset(seconds)", "The seconds between the local time and UTC.") { arguments, _ in
                .int(offset(of: Int(exactly: try arguments.number(0).rounded(.down)) ?? 0))
            },
            .python("time_fields(seconds, is_local)", "The year, the month, … of a moment.") { arguments, _ in
                guard var moment = Int(exactly: try arguments.number(0).rounded(.down)).map({ time_t($0) }) else {
                    throw RaisedError(.overflowError, "timestamp out of range for platform time_t")
                }
                var fields = tm()
                let found = try arguments.bool(1) ? localtime_r(&moment, &fields) : gmtime_r(&moment, &fields)
                guard found != nil else { throw RaisedError(.overflowError, "timestamp out of range") }
                let numbers = [
                    fields.tm_year + 1900, fields.tm_mon + 1, fields.tm_mday, fields.tm_hour, fields.tm_min,
                    fields.tm_sec, (fields.tm_wday + 6) % 7, fields.tm_yday + 1, fields.tm_isdst,
                ]
                return .tuple(numbers.map { .int(Int($0)) })
            },
            .python("time_seconds(fields)", "The moment of local fields.") { arguments, _ in
                var fields = try fields(arguments[0])
                return .int(mktime(&fields))
            },
            .python("time_text(format, fields)", "Fields as a text.") { arguments, _ in
                var fields = try fields(arguments[1])
                let format = try arguments.string(0)
                guard !format.isEmpty else { return .string("") }
                var buffer = [CChar](repeating: 0, count: 256 + format.utf8.count * 16)
                let count = strftime(&buffer, buffer.count, format, &fields)
                return .string(String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self))
            },
        ]
    }

    /// The nine fields of a time as C has them.
    private static func fields(_ value: Value) throws -> tm {
        guard case .tuple(let items) = value, items.count == 9 else {
            throw RaisedError(.typeError, "Tuple or struct_time argument required")
        }
        let numbers = try items.map { Int32(clamping: try $0.wholeNumber()) }
        let ranges: [(Int, ClosedRange<Int32>, String)] = [
            (1, 0...12, "month"), (2, 0...31, "day of month"), (3, 0...23, "hour"), (4, 0...59, "minute"),
            (5, 0...61, "seconds"),
        ]
        for (place, range, name) in ranges where !range.contains(numbers[place]) {
            throw RaisedError(.valueError, "\(name) out of range")
        }
        var fields = tm()
        fields.tm_year = numbers[0] - 1900
        fields.tm_mon = max(numbers[1], 1) - 1
        fields.tm_mday = max(numbers[2], 1)
        (fields.tm_hour, fields.tm_min, fields.tm_sec) = (numbers[3], numbers[4], numbers[5])
        fields.tm_wday = (numbers[6] + 1) % 7
        fields.tm_yday = max(numbers[7], 1) - 1
        fields.tm_isdst = numbers[8]
        return fields
    }
}
