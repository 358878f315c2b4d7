import TensorEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// Measures the engine's layers. `Scripts/bench` builds and runs it.
//
//   convsh-bench [--json] [--threads 1,2] [NAME PART…]   a table, or one JSON object a line
//   convsh-bench --list                                  the layers as a JSON array
//   convsh-bench --pictures [NAME PART…]                 how long pictures take to be drawn
//   convsh-bench --serve                                 reads "threads seconds number" lines, answers with milliseconds

/// Runs one layer and describes it.
struct BenchRun {
    let layer: BenchLayer
    let threads: Int

    func line(json: Bool, peak: Double, width: Int) throws -> String {
        let measurement = try Measurement(layer)
        let milliseconds = try Parallel.withThreads(threads) { try measurement.shortest(budget: 0.4) }
        let rate = 2 * Double(measurement.multiplyAccumulates) / milliseconds / 1e6
        let share = rate / (peak * Double(threads))
        if json {
            return """
                {"layer": "\(layer.name)", "threads": \(threads), "ms": \(milliseconds), "gflops": \(rate), \
                "share": \(share)}
                """
        }
        let name = layer.name + String(repeating: " ", count: max(width - layer.name.count, 0))
        let figures = measurement.multiplyAccumulates == 0 ? "" : "\(pad(rate, 1, 10))\(pad(share * 100, 0, 8)) %"
        return "\(name)\(pad(Double(threads), 0, 8))\(pad(milliseconds, 3, 11))\(figures)"
    }
}

/// A number with some decimals, right-aligned.
func pad(_ value: Double, _ decimals: Int, _ width: Int) -> String {
    let scale = [1.0, 10, 100, 1000][decimals]
    let rounded = Int((value * scale).rounded())
    let whole = decimals == 0 ? "\(rounded)" : "\(rounded / Int(scale))."
    let digits = "\(rounded % Int(scale))"
    let text = decimals == 0 ? whole : whole + String(repeating: "0", count: decimals - digits.count) + digits
    return String(repeating: " ", count: max(width - text.count, 0)) + text
}

func serve() throws {
    var kept: (number: Int, measurement: Measurement)?
    while let line = readLine() {
        let words = line.split(separator: " ").compactMap { Double(String($0)) }
        guard words.count == 3, BenchLayer.all.indices.contains(Int(words[2])) else { continue }
        let number = Int(words[2])
        let measurement = kept?.number == number ? kept?.measurement : nil
        let current = try measurement ?? Measurement(BenchLayer.all[number])
        kept = (number, current)
        print(try Parallel.withThreads(Int(words[0])) { try current.shortest(budget: words[1]) })
        fflush(nil)
    }
}

func report(_ arguments: [String]) throws {
    var names: [String] = []
    var threads = [1, 2]
    var rest = arguments.filter { $0 != "--json" }[...]
    while let word = rest.popFirst() {
        if word == "--threads" {
            threads = (rest.popFirst() ?? "").split(separator: ",").compactMap { Int(String($0)) }
        } else {
            names.append(word)
        }
    }
    let json = arguments.contains("--json")
    let peak = Processor.measuredPeak() / 1e9
    let width = (BenchLayer.all.map(\.name.count).max() ?? 0) + 2
    if !json {
        print("\(Processor.isaName), \(pad(peak, 1, 0)) GFLOP/s a core\n")
        print("layer" + String(repeating: " ", count: width - 5) + " threads         ms   GFLOP/s   of peak")
    }
    for layer in BenchLayer.all where names.isEmpty || names.contains(where: { layer.name.contains($0) }) {
        for count in threads {
            print(try BenchRun(layer: layer, threads: count).line(json: json, peak: peak, width: width))
            fflush(nil)
        }
    }
}

let arguments = Array(CommandLine.arguments.dropFirst())
do {
    if arguments == ["--list"] {
        print("[" + BenchLayer.all.map(\.json).joined(separator: ",\n") + "]")
    } else if arguments.first == "--pictures" {
        PictureBench.run(Array(arguments.dropFirst()))
    } else if arguments == ["--serve"] {
        try serve()
    } else {
        try report(arguments)
    }
} catch {
    print("convsh-bench: \(error)")
    exit(1)
}
