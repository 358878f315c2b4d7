import TensorEngine

extension EmbeddingOperation: ReadingOperation {
    func calculation(of element: OutputElement, data: [Tensor]) throws(Refusal) -> Calculation {
        let before = Array(element.place.dropLast())
        let column = element.place.last ?? 0
        let number = data[0][flat: data[0].shape.place(sample: element.sample, before)]
        let row = try self.row(number)
        let term = Calculation.Term(
            source: .input(0), place: before, weight: .init(weight: 0, index: row * size + column))
        return Calculation(combining: .lookedUp(row: row, column: column), terms: [term])
    }

    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        throw Refusal(.notImplementedError, "Which row an Embedding takes depends on its input.")
    }
}
