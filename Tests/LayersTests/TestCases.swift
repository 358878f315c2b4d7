import Foundation

/// How many random cases a test tries.
enum TestCases {
    /// The usual number, or that many times more with CONVSH_CASES=N.
    static func count(_ usual: Int) -> Int {
        usual * (ProcessInfo.processInfo.environment["CONVSH_CASES"].flatMap(Int.init) ?? 1)
    }
}
