#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Makes a failing input smaller, as long as it goes on failing in the same way.
struct Minimizer {
    let verdict: WorkerProcess.Verdict

    /// A smaller input that fails: without the lines, then without the bytes, that do not matter.
    func minimized(_ input: [UInt8]) throws -> [UInt8] {
        guard try fails(input) else { return input }
        var lines = input.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
        lines = try reduced(lines) { Array($0.joined(separator: [10])) }
        let bytes = Array(lines.joined(separator: [10]))
        // A hang costs more than a second each time.
        if verdict == .hung { return bytes }
        return try reduced(bytes) { $0 }
    }

    /// Leaves out pieces, the large ones first.
    private func reduced<Part>(_ parts: [Part], _ join: ([Part]) -> [UInt8]) throws -> [Part] {
        var (result, size, budget) = (parts, max(1, parts.count / 2), verdict == .hung ? 15 : 300)
        while true {
            var start = 0
            while start < result.count, budget > 0 {
                var shorter = result
                shorter.removeSubrange(start..<min(result.count, start + size))
                budget -= 1
                if try fails(join(shorter)) { result = shorter } else { start += size }
            }
            if size == 1 || budget <= 0 { return result }
            size /= 2
        }
    }

    private func fails(_ input: [UInt8]) throws -> Bool {
        let worker = try WorkerProcess()
        worker.send(input)
        var descriptor = pollfd(fd: worker.fromWorker, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, 3000) > 0 else {
            worker.end()
            return verdict == .hung
        }
        let answer = worker.verdict()
        if answer == .passed || answer == .tookTooMuchMemory { worker.end() }
        return answer == verdict
    }
}
