extension String {
    /// The name of a class with its article, by how it is spoken: `an UpSampling2D`, `a Dense`, `a UNet`, `an LSTM`.
    public var withIndefiniteArticle: String { "\(takesAn ? "an" : "a") \(self)" }

    private var takesAn: Bool {
        guard let first else { return false }
        let letters = prefix(2)
        // Two capitals at the beginning are spelt out: U-Net, L-S-T-M.
        if letters.count == 2, letters.allSatisfy(\.isUppercase) { return "AEFHILMNORSX".contains(first) }
        if hasPrefix("Uni") { return false }
        return "AEIOUaeiou".contains(first)
    }
}
