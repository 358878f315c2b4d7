/// What classes of scripts have under one name, remembered at a place in the code for the two classes that were there last.
///
/// Loops ask the same class for the same name again and again; looking through the class and its bases each time is what
/// method calls would spend most of their time on.
final class MemberCache {
    private let name: String
    // Held strongly: objects refer to it without owning it, and to load such a reference costs as much as a call.
    private let interpreter: Interpreter
    /// What is known of the class that was there last.
    private var member = Member()
    /// What is known of the one before: a base class and a class that derives from it often meet.
    private var other = Member()

    /// What a class has under the name.
    private struct Member {
        var user: UserClass?
        var version = -1
        var function: FunctionObject?
        var isReadFromObject = false
        var isWrittenToObject = false
        /// Where the attribute stood among those of the object of the class that was there last.
        var place = 0
    }

    init(_ name: String, _ interpreter: Interpreter) {
        self.name = name
        self.interpreter = interpreter
    }

    /// The function by which a method of an object can be called directly; nil where something else has the name, or where
    /// the object's owner runs the method in its own way.
    @inline(__always)
    func method(of object: InstanceObject) -> FunctionObject? {
        refresh(object)
        guard let function = member.function, object.attributes[name] == nil, !object.isRunByOwner(name) else {
            return nil
        }
        return function
    }

    /// The value that a script's object itself has under the name; nil for any other value.
    @inline(__always)
    func value(of value: Value) -> Value? {
        guard case .host(let object) = value, let instance = object.instance else { return nil }
        return self.value(in: instance)
    }

    /// Stores a value in a script's object; false where that is to be done in another way.
    @inline(__always)
    func store(_ value: Value, in owner: Value) -> Bool {
        guard case .host(let object) = owner, let instance = object.instance else { return false }
        return store(value, in: instance)
    }

    /// The value that an object itself has under the name; nil where the class has a say, or where there is none.
    @inline(__always)
    private func value(in object: InstanceObject) -> Value? {
        guard object.isWhole else { return nil }
        refresh(object)
        guard member.isReadFromObject, let place = place(in: object) else { return nil }
        return object.attributes.values[place]
    }

    /// Stores a value in an object; false where the class has a say.
    @inline(__always)
    private func store(_ value: Value, in object: InstanceObject) -> Bool {
        guard object.isWhole else { return false }
        refresh(object)
        guard member.isWrittenToObject else { return false }
        if let place = place(in: object) {
            object.attributes.values[place] = value
        } else {
            object.attributes[name] = value
        }
        return true
    }

    /// Where the attribute stands in the object: mostly where it stood in the last one, of the same class.
    @inline(__always)
    private func place(in object: InstanceObject) -> Int? {
        let place = member.place
        if place < object.attributes.count, object.attributes.keys[place] == name { return place }
        guard let found = object.attributes.index(forKey: name) else { return nil }
        member.place = found
        return found
    }

    @inline(__always)
    private func refresh(_ object: InstanceObject) {
        if member.user !== object.typeObject.userClass || member.version != interpreter.classVersion { find(object) }
    }

    private func find(_ object: InstanceObject) {
        swap(&member, &other)
        if member.user !== object.typeObject.userClass || member.version != interpreter.classVersion { ask(object) }
    }

    private func ask(_ object: InstanceObject) {
        let found = object.special(name)
        let isPlain = found?.property == nil && found?.descriptor == nil && !name.hasPrefix("__")
        // What a class of the host has under the name may have to be set in its own way.
        let isKnownToHost = object.typeObject.mro.contains { $0.userClass == nil && $0.attribute(name) != nil }
        let function: FunctionObject? = if case .function(let function)? = found { function } else { nil }
        member = Member(
            user: object.typeObject.userClass, version: interpreter.classVersion, function: function,
            isReadFromObject: isPlain,
            isWrittenToObject: isPlain && !isKnownToHost && object.special("__setattr__") == nil
                && object.special("__slots__") == nil)
    }
}
