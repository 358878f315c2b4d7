import CKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The instruction sets that the inner loops are written for.
public enum InstructionSet: Int32, CaseIterable, Sendable {
    /// What every processor of the architecture has: SSE2 on x86-64, NEON on arm64.
    case baseline = 0
    /// AVX2 with fused multiply-add: 8 floats at a time.
    case avx2 = 1
    /// AVX-512: 16 floats at a time.
    case avx512 = 2
}

/// The processor's abilities, asked once at start-up. `CONVSH_ISA=baseline|avx2|avx512` forces a lower one.
public enum Processor {
    /// Set by tests, to run the kernels of another instruction set.
    @TaskLocal static var forced: InstructionSet?

    /// The instruction sets whose kernels can run here, from the simplest to the widest.
    public static var available: [InstructionSet] { InstructionSet.allCases.filter { table($0) != nil } }

    /// The instruction set in use.
    public static var instructionSet: InstructionSet { forced ?? chosen }

    /// Its name: "AVX-512", "AVX2", "baseline" or "NEON".
    public static var isaName: String { String(cString: kernels.pointee.name) }

    /// The floating-point operations per second that one core does at best, measured for about 50 ms.
    public static func measuredPeak() -> Double {
        var best = 0.0
        for _ in 0..<20 {
            var operations: Int64 = 0
            let start = seconds()
            _ = kernels.pointee.fma_rounds(400_000, &operations)
            best = max(best, Double(operations) / (seconds() - start))
        }
        return best
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// The inner loops in use.
    static var kernels: UnsafePointer<ck_kernels> { table(instructionSet) ?? ck_kernels_baseline() }

    private static let chosen: InstructionSet = {
        let wanted = getenv("CONVSH_ISA").map { String(cString: $0).lowercased() }
        let limit: InstructionSet =
            switch wanted {
            case "baseline": .baseline
            case "avx2": .avx2
            default: .avx512
            }
        return available.last { $0.rawValue <= limit.rawValue } ?? .baseline
    }()

    private static func table(_ set: InstructionSet) -> UnsafePointer<ck_kernels>? { ck_kernels_for(set.rawValue) }
}
