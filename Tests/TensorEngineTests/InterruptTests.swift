import Testing

@testable import TensorEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The flag belongs to the process, so each of these runs in one of its own.
@Suite struct InterruptTests {
    @Test func aRequestStopsEveryKindOfComputation() async {
        await #expect(processExitsWith: .success) { try requestBeforehand() }
    }

    @Test func aSignalStopsALongComputation() async {
        await #expect(processExitsWith: .success) { try signalWhileComputing() }
    }
}

private struct NotStopped: Error {}

private func expectInterrupted(_ computation: () throws -> Tensor) throws {
    do {
        _ = try computation()
    } catch EngineError.interrupted {
        return
    }
    throw NotStopped()
}

private func requestBeforehand() throws {
    let image = try Tensor(zeros: [1, 32, 32, 32])
    let kernel = try Tensor(zeros: [3, 3, 32, 32])
    let matrix = try kernel.reshaped([32, 288])
    let geometry = try ConvolutionGeometry(
        input: [32, 32], kernel: [3, 3], strides: [1, 1], dilation: [1, 1], padding: .same, channels: 32, filters: 32)
    let winograd = try PackedKernel(kernel, geometry: geometry, plan: ConvolutionPlan(path: .winograd, reason: ""))
    let direct = try PackedKernel(kernel, geometry: geometry, plan: ConvolutionPlan(path: .direct, reason: ""))
    Interrupt.request()
    try expectInterrupted { try convolve(image, packed: winograd, geometry: geometry) }
    try expectInterrupted { try convolve(image, packed: direct, geometry: geometry) }
    try expectInterrupted { try pool(image, kind: .max, size: [2, 2], strides: [2, 2], padding: .valid) }
    try expectInterrupted { try combine(image, image, .add) }
    try expectInterrupted { try activate(image, .tanh) }
    try expectInterrupted { try activate(image, .softmax) }
    try expectInterrupted { try reduce(image, .sum) }
    try expectInterrupted { try dense(image, kernel: matrix) }
    try expectInterrupted { try upsample(image, factors: [2, 2], interpolation: .bilinear) }
    Parallel.withThreads(1) { Parallel.forEach(chunks: 1 << 60) { _ in } }
    Interrupt.clear()
    _ = try combine(image, image, .add)
}

private func signalWhileComputing() throws {
    let geometry = try ConvolutionGeometry(
        input: [2000, 2000], kernel: [3, 3], strides: [1, 1], dilation: [1, 1], padding: .same, channels: 8,
        filters: 16)
    let image = try Tensor(zeros: [1, 2000, 2000, 8])
    let kernel = try Tensor(zeros: geometry.kernelShape)
    signal(SIGALRM) { _ in Interrupt.request() }
    alarm(1)
    try expectInterrupted {
        while true { _ = try convolve(image, kernel: kernel, geometry: geometry) }
    }
}
