import Interpreter
import Language

/// The variables of a lesson: apart from those of the person, which come back when the lesson is left.
struct LessonNames {
    /// What the lesson's statements bound.
    private var own: [String: Value] = [:]
    /// What these names stood for before; nil for nothing.
    private var before: [String: Value?] = [:]

    /// What the names stood for that the person made of the lesson's; nil for nothing.
    private var madeOfThem: [String: Value?] = [:]

    /// The names of the lesson that the person has bound anew since its last statement.
    private(set) var rebound: Set<String> = []

    /// Remembers what a statement of the lesson is about to bind anew.
    mutating func willRun(_ statement: TopLevelStatement, _ globals: GlobalTable) {
        for name in StatementNames(statement.statement).bound where before[name] == nil {
            before.updateValue(globals[name], forKey: name)
        }
    }

    /// Remembers what the lesson's names stand for after a statement of the lesson.
    mutating func didRun(_ globals: GlobalTable) {
        for name in before.keys { own[name] = globals[name] }
    }

    /// Gives the names their values in the lesson again, whatever the person made of them meanwhile.
    mutating func restore(_ globals: GlobalTable) {
        rebound = []
        for (name, value) in own { globals[name] = value }
    }

    /// Whether a statement of the person stands on names of the lesson, or binds them. What it binds leaves with the lesson, as it
    /// could not be made again without. Modules that the lesson imports stay with the person.
    mutating func claim(_ statement: TopLevelStatement, _ globals: GlobalTable) -> Bool {
        let names = StatementNames(statement.statement)
        guard names.used.union(names.bound).contains(where: { before[$0] != nil || madeOfThem[$0] != nil }) else {
            return false
        }
        rebound.formUnion(names.bound.filter { own[$0] != nil })
        for name in names.bound where before[name] == nil && madeOfThem[name] == nil {
            madeOfThem.updateValue(globals[name], forKey: name)
        }
        return true
    }

    /// Gives the names the values that they had before the lesson.
    /// - Returns: the names that the person made of the lesson's, and that are gone.
    mutating func leave(_ globals: GlobalTable) -> [String] {
        let made = madeOfThem.keys.filter { globals[$0] != nil }.sorted()
        for (name, value) in before.merging(madeOfThem, uniquingKeysWith: { old, _ in old }) { globals[name] = value }
        self = LessonNames()
        return made
    }
}
