import Testing

@testable import TensorEngine

@Suite struct PoolingTests {
    @Test(arguments: Processor.available, PoolingKind.allCases)
    func randomWindowsMatchTheDefinition(on set: InstructionSet, kind: PoolingKind) throws {
        try Processor.$forced.withValue(set) {
            var random = RandomStream(seed: 11)
            for _ in 0..<8 {
                let spatial = [random.below(9) + 4, random.below(9) + 4]
                let size = [random.below(3) + 1, random.below(3) + 1]
                let strides = [random.below(3) + 1, random.below(3) + 1]
                let channels = random.below(37) + 1
                let padding: Padding = random.below(2) == 0 ? .same : .valid
                let input = try random.tensor(Shape([2] + spatial + [channels]))
                let output = try pool(input, kind: kind, size: size, strides: strides, padding: padding)
                let expected = Self.naive(input, kind: kind, size: size, strides: strides, padding: padding)
                #expect(output.count == expected.count)
                #expect(zip(output.values, expected).allSatisfy { abs(Double($0) - $1) < 1e-6 })
            }
        }
    }

    /// Rows of every length modulo a tile's, windows that overlap and that do not, channels in whole groups of vectors and
    /// some more.
    @Test(arguments: Processor.available, PoolingKind.allCases)
    func rowsOfManyPixelsAndChannelsMatchTheDefinition(on set: InstructionSet, kind: PoolingKind) throws {
        try Processor.$forced.withValue(set) {
            var random = RandomStream(seed: 12)
            for (width, step) in [(2, 2), (2, 1), (3, 1), (3, 2), (3, 3), (2, 3)] {
                for channels in [67, 130] {
                    let input = try random.tensor([1, 4, random.below(16) + 16, channels])
                    let (size, strides) = ([2, width], [2, step])
                    let output = try pool(input, kind: kind, size: size, strides: strides, padding: .same)
                    let expected = Self.naive(input, kind: kind, size: size, strides: strides, padding: .same)
                    #expect(output.count == expected.count)
                    #expect(zip(output.values, expected).allSatisfy { abs(Double($0) - $1) < 1e-6 })
                }
            }
        }
    }

    static func naive(_ input: Tensor, kind: PoolingKind, size: [Int], strides: [Int], padding: Padding) -> [Double] {
        let (height, width, channels) = (input.shape[1], input.shape[2], input.shape[3])
        func length(_ i: Int, _ axis: Int) -> Int {
            padding == .same ? (i + strides[axis] - 1) / strides[axis] : (i - size[axis]) / strides[axis] + 1
        }
        func before(_ i: Int, _ axis: Int) -> Int {
            padding == .same ? max((length(i, axis) - 1) * strides[axis] + size[axis] - i, 0) / 2 : 0
        }
        return positions([input.shape[0], length(height, 0), length(width, 1), channels]).map { at in
            var seen: [Double] = []
            for tap in positions(size) {
                let y = at[1] * strides[0] - before(height, 0) + tap[0]
                let x = at[2] * strides[1] - before(width, 1) + tap[1]
                guard y >= 0, y < height, x >= 0, x < width else { continue }
                seen.append(Double(input[flat: flat([at[0], y, x, at[3]], input.shape.dims)]))
            }
            return kind == .max ? seen.max() ?? 0 : seen.reduce(0, +) / Double(seen.count)
        }
    }

    @Test func globalPoolingTakesAllPixels() throws {
        let input = try Tensor([1, 2, 2, 2], [1, 10, 2, 20, 3, 30, 6, 60])
        #expect(try globalPool(input, kind: .average).values == [3, 30])
        #expect(try globalPool(input, kind: .max, keepDims: true).shape == [1, 1, 1, 2])
        #expect(try globalPool(input, kind: .max).values == [6, 60])
    }

    @Test func aWindowMayBeFarLongerThanTheInput() throws {
        let output = try pool(
            try Tensor([1, 3, 1], [1, 3, 2]), kind: .average, size: [1_000_000_001], strides: [1], padding: .same)
        #expect(output.values == [2, 2, 2])
    }
}
