import Testing

@testable import Layers

/// How arguments in old and new spellings are bound.
@Suite struct BindingTests {
    private func canonical(
        _ name: String, _ positional: [Argument], _ keywords: [CallSite.Keyword] = [], dialect: Settings.Dialect = .auto
    ) throws -> String {
        let definition = try #require(Catalogue.layers[name])
        return try definition.make(
            CallSite(positional, keywords: keywords), calledAs: name, settings: Settings(dialect: dialect)
        ).description
    }

    @Test func oldNamesReadTwoIntegersAsTheKernel() throws {
        #expect(try canonical("Convolution2D", [.int(64), .int(9), .int(8)]) == "Conv2D(64, (9, 8))")
    }

    @Test func newNamesReadTheThirdIntegerAsTheStride() throws {
        #expect(try canonical("Conv2D", [.int(64), .int(9), .int(2)]) == "Conv2D(64, (9, 9), strides=(2, 2))")
    }

    @Test func oldNamesTakeNewArguments() throws {
        #expect(try canonical("Convolution2D", [.int(32), .tuple([.int(3), .int(3)])]) == "Conv2D(32, (3, 3))")
        let five = Argument.tuple([.int(5), .int(5)])
        #expect(
            try canonical("Convolution2D", [.int(24), five, .tuple([.int(2), .int(2)])])
                == "Conv2D(24, (5, 5), strides=(2, 2))")
    }

    @Test func dialectsSettleTheReading() throws {
        let arguments: [Argument] = [.int(8), .int(3), .int(3)]
        #expect(try canonical("Conv2D", arguments, dialect: .keras1) == "Conv2D(8, (3, 3))")
        #expect(try canonical("Convolution2D", arguments, dialect: .keras3) == "Conv2D(8, (3, 3), strides=(3, 3))")
    }

    @Test func oldKeywordsShowThatTheIntegersAreOldToo() throws {
        let integers: [Argument] = [.int(8), .int(3), .int(3)]
        #expect(
            try canonical("Conv2D", integers, [.init("border_mode", .string("same"))])
                == "Conv2D(8, (3, 3), padding=\"same\")")
        #expect(
            try canonical("SeparableConv2D", [.int(5), .int(3)], [.init("nb_col", .int(2))])
                == "SeparableConv2D(5, (3, 2))")
    }

    @Test func whatMakesNoSenseInTheNewOrderIsReadInTheOld() throws {
        #expect(
            try canonical("Dense", [.int(4), .string("uniform"), .string("relu")])
                == "Dense(4, activation=\"relu\", kernel_initializer=\"random_uniform\")")
        #expect(throws: Refusal.self) { try canonical("Dense", [.int(4), .string("nonsense")]) }
    }

    /// Keras 3 has no constraint of that name; Keras 1 had no argument `kernel_constraint`.
    @Test func oldNamesOfConstraintsNeedAnOldCall() throws {
        let name = Argument.string("maxnorm")
        let new = "Dense(4, kernel_constraint=\"max_norm\")"
        #expect(try canonical("Dense", [.int(4)], [.init("W_constraint", name)]) == new)
        #expect(try canonical("Dense", [.int(4)], [.init("kernel_constraint", name)], dialect: .keras1) == new)
        #expect(
            refusal { try canonical("Dense", [.int(4)], [.init("kernel_constraint", name)]) }
                == "did you mean 'max_norm'?")
    }

    @Test func aDictOfSidesIsNoPaddingOfKeras3() throws {
        let sides = Argument.dict([.init(key: .string("top_pad"), value: .int(1))])
        #expect(try canonical("ZeroPadding2D", [sides]) == "ZeroPadding2D(padding=((1, 0), (0, 0)))")
        #expect(
            refusal { try canonical("ZeroPadding2D", [sides], dialect: .keras3) }
                == "write padding=((1, 0), (0, 0)), which Keras 1 wrote as a dict")
    }

    /// The remedy of a ValueError; nil where there is none.
    private func refusal(_ body: () throws -> String) -> String? {
        do { _ = try body() } catch let refusal as Refusal where refusal.kind == .valueError {
            return refusal.remedy
        } catch {}
        return nil
    }

    @Test func oldWordsForTheDataFormatNeedAnOldNameOrAPlace() throws {
        #expect(
            try canonical("MaxPooling2D", [.int(2), .none, .string("valid"), .string("th")])
                == "MaxPooling2D(data_format=\"channels_first\")")
        #expect(throws: Refusal.self) {
            try canonical("MaxPooling2D", [.int(2)], [.init("data_format", .string("th"))])
        }
    }

    @Test func reprOfObjectsCanBeTypedAgain() throws {
        let shown = try canonical(
            "Dense", [.int(4)], [.init("kernel_regularizer", .string("l2")), .init("activation", .string("tanh"))])
        #expect(shown == "Dense(4, activation=\"tanh\", kernel_regularizer=\"l2\")")
    }

    @Test func oldKeywordsAreTranslated() throws {
        #expect(
            try canonical(
                "Conv2D", [],
                [
                    .init("nb_filter", .int(4)), .init("nb_row", .int(3)), .init("nb_col", .int(5)),
                    .init("border_mode", .string("same")), .init("subsample", .tuple([.int(2), .int(1)])),
                    .init("init", .string("he_normal")), .init("bias", .bool(false)),
                    .init("dim_ordering", .string("th")),
                ])
                == "Conv2D(4, (3, 5), strides=(2, 1), padding=\"same\", data_format=\"channels_first\", use_bias=False, kernel_initializer=\"he_normal\")"
        )
    }

    @Test func twoNamesForOneArgumentAreRefused() throws {
        #expect(throws: Refusal.self) {
            try canonical(
                "Conv2D", [.int(4), .int(3)],
                [.init("padding", .string("same")), .init("border_mode", .string("same"))])
        }
    }

    @Test func theTranslationKeepsTheOrderOfWhatWasKept() throws {
        let definition = try #require(Catalogue.layers["Convolution2D"])
        let made = try definition.make(
            CallSite(
                [.int(64), .int(9), .int(9)],
                keywords: [
                    .init("activation", .string("relu")), .init("init", .string("he_normal")),
                    .init("border_mode", .string("same")),
                ]), calledAs: "Convolution2D")
        #expect(
            made.arguments.translation?.canonical
                == "Conv2D(64, (9, 9), activation=\"relu\", padding=\"same\", kernel_initializer=\"he_normal\")")
    }

    /// As in Keras 3, which takes both.
    @Test func alphaOfLeakyReLUComesBeforeItsNewName() throws {
        let (old, new) = (CallSite.Keyword("alpha", .float(0.5)), CallSite.Keyword("negative_slope", .float(0.1)))
        for keywords in [[old, new], [new, old], [old]] {
            #expect(try canonical("LeakyReLU", [], keywords) == "LeakyReLU(negative_slope=0.5)")
        }
    }

    @Test func aMisspeltKeywordIsRefusedWithTheNearest() throws {
        do {
            _ = try canonical("Conv2D", [.int(4), .int(3)], [.init("activaton", .string("relu"))])
            Issue.record("it was taken")
        } catch let refusal as Refusal {
            #expect(refusal.kind == .valueError)
            #expect(refusal.remedy == "did you mean `activation`?")
        }
    }

    @Test(arguments: [
        ("kernel", "kernel_size"), ("stride", "strides"), ("dilation", "dilation_rate"), ("actvation", "activation"),
    ])
    func aNameThatIsNearlyOneIsTold(typed: String, meant: String) throws {
        let definition = try #require(Catalogue.layers["Conv2D"])
        let call = CallSite([.int(8), .int(3)], keywords: [.init(typed, .int(2))])
        let refusal = #expect(throws: Refusal.self) { try definition.make(call) }
        #expect(refusal?.remedy == "did you mean `\(meant)`?")
    }
}
