/// The names of one function, or of one comprehension, while it is compiled.
final class Scope {
    /// The scope around it; nil at the top level.
    let parent: Scope?
    /// Whether `name := value` here binds in the scope around it.
    let isComprehension: Bool
    /// Whether it is the body of a class, whose names the functions in it do not see.
    let isClass: Bool
    private var slots: [String: Int] = [:]
    private var globals: Set<String> = []
    private(set) var slotCount = 0

    init(parent: Scope?, isComprehension: Bool = false, isClass: Bool = false) {
        self.parent = parent
        self.isComprehension = isComprehension
        self.isClass = isClass
    }

    /// The name under which the functions of a class find it.
    static let classCell = "__class__"

    /// Where a name lives.
    enum Place {
        /// A slot, `depth` frames out from the current one.
        case local(depth: Int, slot: Int)
        case global
    }

    /// Makes a name local.
    @discardableResult
    func declare(_ name: String) -> Int {
        if let slot = slots[name] { return slot }
        slots[name] = slotCount
        slotCount += 1
        return slotCount - 1
    }

    /// Makes a name mean the variable at the top level.
    func declareGlobal(_ name: String) { globals.insert(name) }

    /// Where a name lives, as seen from here.
    func place(of name: String) -> Place {
        var depth = 0
        var scope: Scope? = self
        while let current = scope {
            if !current.isClass || depth == 0 || name == Scope.classCell {
                if current.globals.contains(name) { return .global }
                if let slot = current.slots[name] { return .local(depth: depth, slot: slot) }
            }
            depth += 1
            scope = current.parent
        }
        return .global
    }

    /// Whether a function around this one has the name.
    func isKnownOutside(_ name: String) -> Bool {
        guard let parent else { return false }
        if case .local = parent.place(of: name) { return true }
        return false
    }
}
