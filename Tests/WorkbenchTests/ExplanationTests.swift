import Foundation
import Testing
import Workbench

/// `explain`: the numbers that a shape comes from, of layers that move no window.
@Suite struct ExplanationTests {
    @Test(arguments: [
        ("Flatten()(x)", "6·5·3 = 90"), ("Flatten()(Input((None, 4)))", "L·4 = 4L"),
        ("Reshape((-1, 3))(x)", "6·5·3 = 30·3"), ("Permute((2, 1, 3))(x)", "axes 2, 1, 3"),
        ("RepeatVector(3)(Input((4,)))", "3 times"), ("Dense(4)(x)", "4 units"),
        ("GlobalAveragePooling2D()(x)", "6·5 = 30 pixels become 1"), ("GlobalMaxPooling1D()(y)", "7 steps become 1"),
        ("Concatenate()([x, Input((6, 5, 4))])", "axis 3: 3 + 4 = 7"),
        ("Concatenate(axis=1)([x, x])", "axis 1: 6 + 6 = 12"), ("Add()([x, Input((1, 1, 3))])", "(1, 1, 3) repeats"),
        ("Dot(axes=(1, 2))([y, Input((2, 7))])", "summed over 7: axis 1 of the first, axis 2 of the second"),
    ]) func theShapeHasAReason(call: String, reason: String) throws {
        let shown = try #require(shownJSON("x = Input((6, 5, 3));\ny = Input((7, 2));\nexplain(\(call))").last)
        #expect(shown["reason"] as? String == reason)
    }

    @Test(arguments: [
        "Add()([x, x])", "Flatten()(Input((4,)))", "Reshape((-1, 3))(Input((None, 4)))", "BatchNormalization()(x)",
    ]) func whatSaysNothingIsLeftOut(call: String) throws {
        let shown = try #require(shownJSON("x = Input((6, 5, 3));\nexplain(\(call))").last)
        #expect(shown["reason"] is NSNull && shown["macs"] as? Int == 0)
    }

    @Test func theCostOfALayerWithoutTermsIsShown() throws {
        let shown = try #require(shownJSON("explain(LSTM(4)(Input((7, 3))))").last)
        #expect(shown["macs"] as? Int == 7 * 16 * (3 + 4))
    }
}
