import Language
import PythonText

extension Compiler {
    /// Code that reads a variable.
    func load(_ name: String, _ span: Span) -> Evaluate {
        switch scope?.place(of: name) ?? .global {
        case .local(depth: 0, let slot) where scope?.isClass == true && name != Scope.classCell:
            loadInClass(name, slot, span)
        case .local(let depth, let slot): loadLocal(name, depth, slot, span)
        case .global: loadGlobal(name, span)
        }
    }

    private func loadLocal(_ name: String, _ depth: Int, _ slot: Int, _ span: Span) -> Evaluate {
        let source = self.source
        if depth == 0 {
            return { frame throws(RaisedError) in
                if let value = frame.slots[slot] { return value }
                throw RaisedError(
                    .unboundLocalError,
                    "cannot access local variable '\(name)' where it is not associated with a value"
                ).located(source, span)
            }
        }
        return { frame throws(RaisedError) in
            if let value = frame.ancestor(depth)?.slots[slot] { return value }
            throw RaisedError(
                .nameError,
                "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope"
            ).located(source, span)
        }
    }

    private func loadGlobal(_ name: String, _ span: Span) -> Evaluate {
        let globals = self.globals
        let slot = globals.slot(of: name)
        let interpreter = self.interpreter
        let source = self.source
        let (scope, namespace) = (self.scope, self.namespace)
        return { frame throws(RaisedError) in
            if let value = globals.values[slot] { return value }
            if let value = namespace.builtin(name, interpreter) { return value }
            throw interpreter.unknownName(name, localNames: scope).located(source, span)
        }
    }

    /// Code that sets a variable.
    func store(_ name: String) -> Store {
        switch scope?.place(of: name) ?? .global {
        case .local(depth: 0, let slot):
            return { frame, value throws(RaisedError) in frame.slots[slot] = value }
        case .local(let depth, let slot):
            return { frame, value throws(RaisedError) in frame.ancestor(depth)?.slots[slot] = value }
        case .global:
            let globals = self.globals
            let slot = globals.slot(of: name)
            return { _, value throws(RaisedError) in globals.values[slot] = value }
        }
    }

    /// Code that takes a variable's value away, if it has one.
    func forget(_ name: String) -> (Frame) -> Void {
        switch scope?.place(of: name) ?? .global {
        case .local(let depth, let slot): return { frame in frame.ancestor(depth)?.slots[slot] = nil }
        case .global:
            let globals = self.globals
            let slot = globals.slot(of: name)
            return { _ in globals.values[slot] = nil }
        }
    }

    /// Code that takes a variable's value away.
    func delete(_ name: String, _ span: Span) -> Execute {
        let read = load(name, span)
        switch scope?.place(of: name) ?? .global {
        case .local(let depth, let slot):
            return { frame throws(RaisedError) in
                _ = try read(frame)
                frame.ancestor(depth)?.slots[slot] = nil
                return .normal
            }
        case .global:
            let globals = self.globals
            let slot = globals.slot(of: name)
            let interpreter = self.interpreter
            let source = self.source
            return { _ throws(RaisedError) in
                guard globals.values[slot] != nil else {
                    throw interpreter.unknownName(name, localNames: nil).located(source, span)
                }
                globals.values[slot] = nil
                return .normal
            }
        }
    }
}

extension Frame {
    /// The frame that many functions out.
    @inline(__always)
    func ancestor(_ depth: Int) -> Frame? {
        var frame: Frame? = self
        for _ in 0..<depth { frame = frame?.parent }
        return frame
    }
}

extension Interpreter {
    /// The error for a name that means nothing, with the nearest one that does.
    func unknownName(_ name: String, localNames: Scope?) -> RaisedError {
        // A word in lower case is hardly the beginning of an exception's name, as `block` is of BlockingIOError.
        let others = builtinNames.filter { !(name.first?.isLowercase == true && $0.isExceptionName) }
        let candidates = globals.definedNames + others + knownNames()
        let hint = hintForName(name) ?? nearestName(to: name, in: candidates).map { "did you mean: '\($0)'?" }
        return RaisedError(.nameError, "name '\(name)' is not defined", hint: hint)
    }
}

extension String {
    fileprivate var isExceptionName: Bool { hasSuffix("Error") || hasSuffix("Exception") || hasSuffix("Warning") }
}
