import Layers
import Testing

@Suite struct IndefiniteArticleTests {
    @Test(arguments: [
        ("Dense", "a Dense"), ("UpSampling2D", "an UpSampling2D"), ("UNet", "a UNet"), ("LSTM", "an LSTM"),
        ("GRU", "a GRU"), ("UnitNormalization", "a UnitNormalization"), ("Add", "an Add"), ("ViT", "a ViT"),
    ]) func namesHaveTheArticleWithWhichTheyAreSpoken(name: String, text: String) {
        #expect(name.withIndefiniteArticle == text)
    }
}
