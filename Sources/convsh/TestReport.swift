import Presentation

/// The outcome of a test run in the XML of JUnit, which servers for continuous integration read.
struct TestReport {
    /// One script.
    struct Case {
        let name: String
        let failures: [String]
        let time: Duration
    }

    let cases: [Case]

    /// The whole file.
    var xml: String {
        let failed = cases.filter { !$0.failures.isEmpty }.count
        let total = cases.reduce(Duration.zero) { $0 + $1.time }
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        lines.append(
            "<testsuite name=\"convsh\" tests=\"\(cases.count)\" failures=\"\(failed)\" time=\"\(seconds(total))\">")
        for test in cases {
            let head =
                "  <testcase classname=\"convsh\" name=\"\(Markup.escaped(test.name))\" time=\"\(seconds(test.time))\""
            guard !test.failures.isEmpty else {
                lines.append(head + "/>")
                continue
            }
            lines.append(head + ">")
            for failure in test.failures {
                let first = failure.split(separator: "\n").first.map(String.init) ?? ""
                lines.append("    <failure message=\"\(Markup.escaped(first))\">\(Markup.escaped(failure))</failure>")
            }
            lines.append("  </testcase>")
        }
        return (lines + ["</testsuite>", ""]).joined(separator: "\n")
    }

    private func seconds(_ duration: Duration) -> String {
        let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
        let rest = String(milliseconds % 1000)
        return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }
}
