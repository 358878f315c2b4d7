import Testing

@testable import Interpreter

/// The search for a part against one that tries every place.
@Suite struct PartSearchTests {
    private func naive(_ part: [Int], in text: [Int], _ stretch: Range<Int>) -> Int? {
        guard part.count <= stretch.count else { return nil }
        return (stretch.lowerBound...stretch.upperBound - part.count).first {
            text[$0..<$0 + part.count].elementsEqual(part)
        }
    }

    @Test func itFindsWhatTryingEveryPlaceFinds() {
        var numbers = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            // Of two letters, so that beginnings of the part occur everywhere.
            let text = (0..<Int.random(in: 0...30, using: &numbers)).map { _ in Int.random(in: 0...1, using: &numbers) }
            let part = (0..<Int.random(in: 0...6, using: &numbers)).map { _ in Int.random(in: 0...1, using: &numbers) }
            let start = Int.random(in: 0...text.count, using: &numbers)
            let stretch = start..<Int.random(in: start...text.count, using: &numbers)
            #expect(
                PartSearch(part).first(in: text, stretch) == naive(part, in: text, stretch),
                "\(part) in \(text) \(stretch)")
        }
    }
}
