import Language
import Testing
import Workbench

/// What errors about shapes say of the network that led there.
@Suite struct ShapeStoryTests {
    private func failure(_ code: String) -> Failure? {
        var failure: Failure?
        let session = Session { if case .failure(let found) = $0 { failure = found } }
        _ = session.run(SourceText(name: "test", code))
        return failure
    }

    private static let unet = """
        x = Input(25, 25, 1)
        skip1 = Conv2D(4, 3, padding="same")(x)
        pool1 = MaxPooling2D(2)(skip1)
        up1 = UpSampling2D(2)(Conv2D(4, 3, padding="same")(pool1))

        """

    @Test(arguments: ["Concatenate()([up1, skip1])", "Add()([skip1, up1])", "up1 + skip1"])
    func aMergeTellsTheSizesThatLedThere(call: String) throws {
        let told = try #require(failure(ShapeStoryTests.unet + "m = \(call)\n"))
        #expect(told.details.contains("height and width: 25 → pool1 → 12 (1 dropped) → up1 → 24 ≠ 25 = skip1"))
        #expect(told.details.contains("pool1 (MaxPooling2D) is where pixels are lost"))
    }

    @Test func whatIsSuggestedWorks() throws {
        let hint = try #require(failure(ShapeStoryTests.unet + "m = Concatenate()([up1, skip1])\n")?.hint)
        let parts = hint.split(separator: ":").map { $0.split(separator: ", or").first.map(String.init) ?? "" }
        let pad = try #require(parts.first { $0.contains("ZeroPadding2D") })
        let crop = try #require(parts.first { $0.contains("Cropping2D") })
        #expect(failure(ShapeStoryTests.unet + "m = Concatenate()([\(pad.dropFirst()), skip1])\n") == nil)
        #expect(failure(ShapeStoryTests.unet + "m = Concatenate()([up1, \(crop.dropFirst())])\n") == nil)
        #expect(hint.contains("take an input of 26×26"))
        let larger = ShapeStoryTests.unet.replacing("25, 25", with: "26, 26")
        #expect(failure(larger + "m = Concatenate()([up1, skip1])\n") == nil)
    }

    /// 99 would fit the first join, and fail at the next.
    @Test func aSizeThatIsSuggestedFitsWhatMayFollow() throws {
        let encoder = """
            x = Input(100, 100, 1)
            a = MaxPooling2D(2)(x)
            b = MaxPooling2D(2)(a)
            c = UpSampling2D(2)(MaxPooling2D(2)(b))

            """
        let told = try #require(failure(encoder + "m = Concatenate()([c, b])\n"))
        #expect(told.hint?.hasSuffix("or take an input of 104×104") == true)
        let whole = encoder.replacing("100, 100", with: "104, 104")
        let rest =
            "d = UpSampling2D(2)(Concatenate()([c, b]))\ne = Concatenate()([UpSampling2D(2)(Concatenate()([d, a])), x])\n"
        #expect(failure(whole + rest) == nil)
    }

    /// Cropping three quarters away is nobody's wish.
    @Test(arguments: ["Concatenate()([a, b])", "Add()([b, a])"])
    func sizesThatAreFarApartAreTakenToBeStrides(call: String) throws {
        let network = "x = Input(64, 64, 3)\na = Conv2D(8, 3)(x)\nb = Conv2D(8, 3, strides=2)(x)\n"
        let told = try #require(failure(network + "m = \(call)\n"))
        #expect(told.details.last == "b (Conv2D) has stride 2")
        #expect(told.hint == "pool a: MaxPooling2D()(a), or enlarge b: UpSampling2D()(b)")
        #expect(failure(network + "m = Add()([MaxPooling2D()(a), b])\nn = Add()([a, UpSampling2D()(b)])\n") == nil)
    }

    @Test func oneAxisIsToldAlone() throws {
        let told = try #require(
            failure("x = Input(24, 25, 1)\np = MaxPooling2D(2)(x)\nu = UpSampling2D(2)(p)\nm = Add()([u, x])\n"))
        #expect(told.details.first == "width: 25 → p → 12 (1 dropped) → u → 24 ≠ 25 = x")
        #expect(told.hint?.contains("ZeroPadding2D(padding=((0, 0), (0, 1)))(u)") == true)
    }

    @Test(arguments: ["Concatenate(axis=1)([x, u])", "Concatenate(axis=1)([u, x])", "Add()([x, u])"])
    func channelsFirstIsKnownFromAnyInput(call: String) throws {
        let told = try #require(
            failure(
                "x = Input(3, 25, 30)\np = MaxPooling2D(2, data_format='channels_first')(x)\n"
                    + "u = UpSampling2D(2, data_format='channels_first')(p)\nm = \(call)\n"))
        #expect(told.details.first == "height: 25 → p → 12 (1 dropped) → u → 24 ≠ 25 = x")
        #expect(
            told.hint?.contains("ZeroPadding2D(padding=((0, 1), (0, 0)), data_format=\"channels_first\")(u)") == true)
    }

    @Test func roundingUpIsTold() throws {
        let told = try #require(
            failure(
                "x = Input(25, 1)\np = Conv1D(1, 3, strides=2, padding='same')(x)\nu = UpSampling1D(2)(p)\nm = Add()([u, x])\n"
            ))
        #expect(told.details.first == "length: 25 → p → 13 (rounded up) → u → 26 ≠ 25 = x")
        #expect(told.hint?.contains("Cropping1D(cropping=(0, 1))(u)") == true)
    }

    @Test func twoBranchesAreBothTold() throws {
        let told = try #require(
            failure("x = Input(20, 20, 1)\na = Conv2D(1, 3)(x)\nb = Conv2D(1, 5)(x)\nm = Add()([a, b])\n"))
        #expect(told.details.first == "height and width: 20 → a → 18 ≠ 16 ← b ← 20")
    }

    @Test func aWindowThatDoesNotFitTellsTheSizesBefore() throws {
        let told = try #require(
            failure(
                "x = Input(25, 25, 1)\np = MaxPooling2D(4)(x)\nq = MaxPooling2D(2)(p)\nc = Conv2D(4, 5)(q)\n"))
        #expect(
            told.details.contains("height and width: 25 → p → 6 (1 dropped) → q → 3, and conv2d needs 5"))
        #expect(told.hint?.contains("an input of 40×40 is large enough") == true)
        #expect(
            failure(
                "x = Input(40, 40, 1)\np = MaxPooling2D(4)(x)\nq = MaxPooling2D(2)(p)\nc = Conv2D(4, 5)(q)\n") == nil)
    }

    @Test func chainsOfSequentialModelsAreTold() throws {
        let told = try #require(
            failure("m = Sequential([Input((9, 9, 1)), MaxPooling2D(4), Conv2D(1, 3)])\n"))
        #expect(told.details.last == "height and width: 9 → max_pooling2d → 2 (1 dropped), and conv2d needs 3")
    }

    @Test func whatHasNoHistoryIsToldAsBefore() throws {
        #expect(failure("x = Input(4, 4, 1)\nc = Conv2D(1, 5)(x)\n")?.details.count == 2)
        #expect(
            failure("x = Input(4, 4, 1)\nz = Input(4, 4, 2)\nc = Add()([x, z])\ne = Add()([x, Input(3, 4, 1)])\n")?
                .details.isEmpty == true)
    }

    @Test func inputsThatDifferByAFewPixelsAreCroppedOrPadded() throws {
        let told = try #require(failure("a = Input(49, 49, 3)\nb = Input(48, 49, 3)\nConcatenate()([a, b])\n"))
        #expect(told.details.isEmpty)
        #expect(
            told.hint == "crop a: Cropping2D(cropping=((0, 1), (0, 0)))(a), "
                + "or pad b: ZeroPadding2D(padding=((0, 1), (0, 0)))(b)")
        #expect(failure("Concatenate()([Input(48, 48, 3), Input(24, 24, 3)])\n")?.hint?.contains("Cropping") == false)
    }

    @Test func channelsFirstIsTold() throws {
        let told = try #require(
            failure(
                """
                x = Input(1, 25, 24)
                p = MaxPooling2D(2, data_format="channels_first")(x)
                u = UpSampling2D(2, data_format="channels_first")(p)
                m = Concatenate(1)([u, x])

                """))
        #expect(told.details.first == "height: 25 → p → 12 (1 dropped) → u → 24 ≠ 25 = x")
        #expect(told.hint?.contains("data_format=\"channels_first\")(u)") == true)
    }
}
