import Foundation
import Testing

/// A short run of the fuzzer, and the inputs that failed once.
@Suite struct FuzzTests {
    private static let seedFolder = Program.packageFolder + "/Tests/FuzzSeeds"
    private static let fuzzer = Program("convsh-fuzz")

    @Test func madeUpInputsDoNoHarm() throws {
        let folders = ["Tests/FuzzSeeds", "Tests/Golden", "Scripts/models"].flatMap {
            ["--seeds", "\(Program.packageFolder)/\($0)"]
        }
        let result = try Self.fuzzer.run(["--count", "200", "--seed", "20240"] + folders)
        #expect(result == Program.Result(status: 0, output: "200 passed, 0 failed\n", error: ""))
    }

    @Test func whatFailedOnceStaysMended() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.seedFolder).filter {
            $0.hasSuffix(".conv")
        }
        .sorted()
        #expect(!files.isEmpty)
        let result = try Self.fuzzer.run(files.map { "\(Self.seedFolder)/\($0)" })
        #expect(result == Program.Result(status: 0, output: "\(files.count) passed, 0 failed\n", error: ""))
    }

    @Test func theSameSeedMakesTheSameInput() throws {
        let first = try Self.fuzzer.run(["--show", "17", "--seed", "3"])
        #expect(first.status == 0 && !first.output.isEmpty)
        #expect(try Self.fuzzer.run(["--show", "17", "--seed", "3"]) == first)
        #expect(try Self.fuzzer.run(["--show", "18", "--seed", "3"]) != first)
    }

    @Test func anUnknownOptionIsRefused() throws {
        let result = try Self.fuzzer.run(["--cuont", "5"])
        #expect(result.status == 2)
        #expect(result.error == "convsh-fuzz: unknown option '--cuont'\n")
    }
}
