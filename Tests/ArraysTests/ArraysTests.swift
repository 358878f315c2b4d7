import Testing

@testable import Arrays

/// Arrays against what numpy answers.
@Suite struct ArraysTests {
    @Test func whatNumpyPrints() throws {
        #expect(try NumericArray(shape: [2, 3], ints: [1, 2, 3, 40, 5, 6]).text == "[[ 1  2  3]\n [40  5  6]]")
        #expect(try NumericArray(shape: [3], doubles: [1, 2.5, -3]).text == "[ 1.   2.5 -3. ]")
        #expect(try NumericArray(shape: [2], doubles: [1, 2.5]).representation == "array([1. , 2.5])")
        #expect(try NumericArray(shape: [2], bools: [true, false]).text == "[ True False]")
        #expect(
            try NumericArray(filling: 0.1, shape: [2], type: .float32).representation
                == "array([0.1, 0.1], dtype=float32)")
    }

    @Test func typesPromoteAsInNumpy() {
        #expect(NumericType.int64.promoted(with: .float32) == .float64)
        #expect(NumericType.bool.promoted(with: .int64) == .int64)
        #expect(NumericType.float32.promoted(with: .float64) == .float64)
        #expect(NumericType.uint8.promoted(with: .int8) == .int16)
        #expect(NumericType.uint64.promoted(with: .int8) == .float64)
        #expect(NumericType.float16.promoted(with: .uint16) == .float32)
        for a in NumericType.allCases {
            for b in NumericType.allCases { #expect(a.promoted(with: b) == b.promoted(with: a)) }
        }
    }

    @Test func integersWrap() throws {
        let bytes = try NumericArray(shape: [2], ints: [200, 3]).converted(to: .uint8)
        #expect(try NumericArray.combine(bytes, bytes, .add).ints == [144, 6])
        #expect(try bytes.mapped(.negative).ints == [56, 253])
        let least = try NumericArray(shape: [], ints: [-128]).converted(to: .int8)
        let minusOne = try NumericArray(shape: [], ints: [-1]).converted(to: .int8)
        #expect(try NumericArray.combine(least, minusOne, .floorDivide).ints == [-128])
    }

    @Test func unsignedNumbersOf64BitsAreComparedExactly() throws {
        let large = try NumericArray(shape: [1], ints: [-1]).converted(to: .uint64)
        let small = try NumericArray(shape: [1], ints: [-1])
        #expect(try NumericArray.combine(large, small, .greater).bools == [true])
        #expect(try NumericArray.combine(large, small, .equal).bools == [false])
    }

    @Test func castsOfFloatsAreThoseOfTheMachine() throws {
        let values = try NumericArray(shape: [4], doubles: [300.7, -1.7, 1e10, .nan])
        #expect(try values.converted(to: .uint8).ints == [44, 255, 0, 0])
        #expect(try values.converted(to: .int32).ints == [300, -1, -2_147_483_648, -2_147_483_648])
        #expect(try values.converted(to: .int64).ints == [300, -1, 10_000_000_000, .min])
    }

    @Test func filesKeepTheType() throws {
        for type in NumericType.allCases {
            let array = try NumericArray(shape: [2, 3], ints: [0, 1, 2, 3, 4, 5]).converted(to: type)
            let read = try NpyFormat.decode(try NpyFormat.encode(array))
            #expect(read.type == type)
            #expect(read.shape == [2, 3])
            #expect(read.doubles == array.doubles)
        }
    }

    @Test func operandsBroadcast() throws {
        let column = try NumericArray(shape: [2, 1], ints: [10, 20])
        let row = try NumericArray(shape: [3], ints: [1, 2, 3])
        #expect(try NumericArray.combine(column, row, .add).ints == [11, 12, 13, 21, 22, 23])
    }

    @Test func indicesSelect() throws {
        let array = try NumericArray(shape: [3, 4], ints: Array(0..<12))
        #expect(try array.selected([.index(-1)]).ints == [8, 9, 10, 11])
        #expect(try array.selected([.ellipsis, .slice(start: nil, stop: nil, step: -2)]).ints == [3, 1, 7, 5, 11, 9])
        #expect(try array.selected([.newAxis, .index(0)]).shape == [1, 4])
    }

    @Test func reductionsRunOverAxes() throws {
        let array = try NumericArray(shape: [2, 3], doubles: [1, 2, 3, 4, 5, 6])
        #expect(try array.reduced(.mean, axes: [0]).doubles == [2.5, 3.5, 4.5])
        #expect(try array.reduced(.sum).doubles == [21])
        #expect(try array.reduced(.argmax, axes: [1]).ints == [2, 2])
    }
}
