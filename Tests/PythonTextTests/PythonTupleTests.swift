import PythonText
import Testing

struct PythonTupleTests {
    @Test func aTupleOfOneItemEndsInAComma() {
        #expect(PythonTuple.describe([Int]()) == "()")
        #expect(PythonTuple.describe([5]) == "(5,)")
        #expect(PythonTuple.describe([2, 3]) == "(2, 3)")
    }

    @Test func theSeparatorIsGiven() { #expect(PythonTuple.describe([2, 3], separator: ",") == "(2,3)") }
}
