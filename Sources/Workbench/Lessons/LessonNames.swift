import Interpreter
import Language

/// The variables of a lesson: apart from those of the person, which come back when the lesson is left.
struct LessonNames {
    /// What the lesson's statements bound.
    private var own: [String: Value] = [:]
    /// What these names stood for before; nil for nothing.
    private var before: [String: Value?] = [:]

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
    func restore(_ globals: GlobalTable) {
        for (name, value) in own { globals[name] = value }
    }

    /// Gives the names the values that they had before the lesson.
    mutating func leave(_ globals: GlobalTable) {
        for (name, value) in before { globals[name] = value }
        self = LessonNames()
    }
}
