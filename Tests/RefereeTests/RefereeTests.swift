import Interpreter
import TensorEngine
import Testing
import Workbench

/// convsh against what real Keras answered, over the whole catalogue.
@Suite struct RefereeTests {
    @Test func valuesShapesAndCountsAgree() throws {
        let cases = try RecordedCase.all("values.jsonl")
        #expect(cases.count >= 1500)
        let session = Session()
        for recorded in cases {
            do {
                let (output, parameters) = try recorded.answer(in: session)
                #expect(output.shape.dims == recorded.o, "\(recorded.c) on \(recorded.i)")
                #expect(parameters == recorded.p, "\(recorded.c) on \(recorded.i)")
                if output.shape.dims == recorded.o { check(output, recorded) }
            } catch {
                Issue.record("\(recorded.c) on \(recorded.i) was refused: \(describe(error))")
            }
        }
    }

    /// Relative error below 1e-4, where the mean magnitude counts for elements that happen to be small.
    private func check(_ output: Tensor, _ recorded: RecordedCase) {
        guard let samples = recorded.s, let step = recorded.d, let sum = recorded.t, let magnitude = recorded.a else {
            return
        }
        let values = output.values
        let mean = magnitude / Double(values.count)
        for (index, wanted) in samples.enumerated() {
            let error = (Double(values[index * step]) - wanted).magnitude
            guard error <= 1e-4 * max(wanted.magnitude, mean) + 1e-9 else {
                Issue.record(
                    "\(recorded.c) on \(recorded.i): element \(index * step) is \(values[index * step]), not \(wanted)")
                return
            }
        }
        let total = values.reduce(0) { $0 + Double($1) }
        #expect((total - sum).magnitude <= 1e-4 * magnitude + 1e-6, "\(recorded.c) on \(recorded.i)")
    }

    @Test func refusalsAgree() throws {
        let cases = try RecordedCase.all("refusals.jsonl")
        #expect(cases.count >= 250)
        let session = Session()
        for recorded in cases {
            do {
                _ = try recorded.answer(in: session)
                Issue.record("\(recorded.c) on \(recorded.i) was taken; Keras raises \(recorded.e ?? "")")
            } catch {
                let raised = RaisedError(refereed: error)
                #expect(
                    raised.exception.type.name == recorded.e,
                    "\(recorded.c) on \(recorded.i): \(raised.exception.message)")
                let names = (recorded.n ?? []).filter { recorded.c.contains("\($0)=") }
                let isNamed = names.isEmpty || names.contains { raised.exception.message.contains($0) }
                #expect(isNamed, "\(recorded.c): Keras names \(names), not \(raised.exception.message)")
            }
        }
    }

    private func describe(_ error: any Error) -> String {
        let raised = RaisedError(refereed: error)
        return "\(raised.exception.type.name): \(raised.exception.message)"
    }
}
