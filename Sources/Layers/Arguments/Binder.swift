import PythonText

/// Binds the arguments of one call to parameters, reading Keras 1's names and order where they are used.
struct Binder {
    let name: String
    let calledAs: String
    let parameters: [Parameter]
    let oldSignatures: [OldSignature]
    let settings: Settings
    let unknownKeyword: Refusal.Kind
    var replacement: String?

    /// An argument as written, with the parameter name it was given under.
    private struct Given {
        let name: String
        let value: Argument
        let isPositional: Bool
    }

    /// What has been bound so far.
    private struct Progress {
        var values: [String: Argument] = [:]
        /// The name under which each parameter was given.
        var givenAs: [String: String] = [:]
        var parts: [String: [String: Argument]] = [:]
        var keptOrder: [String] = []
        var usedOldNames = false
        /// The parameters that were given by position.
        var positional: Set<String> = []
    }

    /// Binds a call. Where it makes no sense as Keras 3 reads it but does as Keras 1 did, as in `Dense(4, 'uniform', 'relu')`,
    /// it is read so.
    func bind(_ call: CallSite) throws(Refusal) -> BoundArguments {
        let old = oldReading(of: call)
        do { return try bind(call, old: old) } catch {
            guard old == nil, settings.dialect == .auto, call.positional.count > 1,
                let signature = oldSignatures.first(where: { $0.name == calledAs }),
                let bound = try? bind(call, old: signature)
            else { throw error }
            return bound
        }
    }

    private func bind(_ call: CallSite, old: OldSignature?) throws(Refusal) -> BoundArguments {
        var progress = Progress()
        for given in try named(call, old: old) { try place(given, old: old, into: &progress) }
        try combineParts(&progress)
        try combineInputDimensions(&progress)
        try requireShapeOfBatch(progress)
        return try finish(progress, old: old, call)
    }

    /// The Keras 1 signature by which the positional arguments are read; nil to read them as Keras 3 does.
    private func oldReading(of call: CallSite) -> OldSignature? {
        guard settings.dialect != .keras3 else { return nil }
        let signature =
            oldSignatures.first { $0.name == calledAs && ($0.name != name || $0.isGone || settings.dialect == .keras1) }
            ?? (settings.dialect == .keras1 || hasOldKeywords(call) ? oldSignatures.first : nil)
        guard let signature, fits(call, signature) else { return nil }
        return signature
    }

    /// Whether keywords that only Keras 1 had show that the integers before them are Keras 1's as well, as in
    /// `Conv2D(64, 3, 3, border_mode='same')`.
    private func hasOldKeywords(_ call: CallSite) -> Bool {
        guard let signature = oldSignatures.first, signature.leadingIntegers > 1 else { return false }
        return call.keywords.contains { keyword in
            signature.parameters.contains(keyword.name) && !parameters.contains { $0.name == keyword.name }
        }
    }

    /// Whether the positional arguments are of the types that the old order wants.
    private func fits(_ call: CallSite, _ signature: OldSignature) -> Bool {
        let given = call.positional.count
        let leading = call.positional.prefix(signature.leadingIntegers)
        guard leading.allSatisfy({ if case .int = $0 { true } else { false } }) else { return false }
        if given == signature.leadingIntegers { return true }
        if given > signature.leadingIntegers {
            if case .int = call.positional[signature.leadingIntegers] { return signature.leadingIntegers == 0 }
            if case .tuple = call.positional[signature.leadingIntegers] {
                return signature.parameters[signature.leadingIntegers...].first == "output_shape"
            }
            return true
        }
        let rest = signature.parameters[given..<signature.leadingIntegers]
        return call.keywords.contains { rest.contains($0.name) }
    }

    /// Gives every positional argument its name.
    private func named(_ call: CallSite, old: OldSignature?) throws(Refusal) -> [Given] {
        var given = call.keywords.map { Given(name: $0.name, value: $0.value, isPositional: false) }
        if call.positional.isEmpty { return given }
        let order = old?.parameters ?? parameters.lazy.filter { !$0.keywordOnly }.map(\.name)
        guard call.positional.count <= order.count else {
            throw Refusal(
                .typeError,
                "\(name).__init__() takes at most \(order.count) positional arguments (\(order.joined(separator: ", "))).",
                received: "\(call.positional.count) arguments")
        }
        given.insert(
            contentsOf: zip(order, call.positional).map { Given(name: $0, value: $1, isPositional: true) }, at: 0)
        return given
    }

    /// Stores one argument under the parameter, or parameters, that its name means.
    private func place(_ given: Given, old: OldSignature?, into progress: inout Progress) throws(Refusal) {
        let isOldFirst = given.isPositional && old != nil
        if !isOldFirst, parameters.contains(where: { $0.name == given.name }) {
            return try store(given, as: given.name, renamed: false, &progress)
        }
        let renamed = parameters.filter { $0.oldNames.contains(given.name) }
        if !renamed.isEmpty {
            for parameter in renamed { try store(given, as: parameter.name, renamed: true, &progress) }
        } else if let whole = parameters.first(where: { $0.oldParts.contains(given.name) }) {
            guard progress.parts[whole.name]?[given.name] == nil else { throw repeated(given.name) }
            progress.parts[whole.name, default: [:]][given.name] = given.value
            progress.usedOldNames = true
        } else if parameters.contains(where: { $0.name == given.name }) {
            try store(given, as: given.name, renamed: false, &progress)
        } else if let allowed = oldSignatures.lazy.compactMap({ $0.dropped[given.name] }).first {
            try drop(given, allowed: allowed, &progress)
        } else {
            throw unknown(given)
        }
    }

    private func store(
        _ given: Given, as parameter: String, renamed: Bool, _ progress: inout Progress
    ) throws(Refusal) {
        if let earlier = progress.givenAs[parameter] {
            if earlier == given.name { throw repeated(given.name) }
            let overriding = parameters.first { $0.name == parameter }?.overridingNames ?? []
            if overriding.contains(earlier) { return }
            if overriding.contains(given.name) { return keep(given, as: parameter, renamed: renamed, &progress) }
            throw Refusal(
                .typeError, argument: parameter,
                "\(name) got `\(earlier)` and `\(given.name)`, two names for the same argument `\(parameter)`.",
                remedy: "keep `\(parameter)` and drop the old name")
        }
        keep(given, as: parameter, renamed: renamed, &progress)
    }

    private func keep(_ given: Given, as parameter: String, renamed: Bool, _ progress: inout Progress) {
        progress.values[parameter] = given.value
        progress.givenAs[parameter] = given.name
        if given.isPositional { progress.positional.insert(parameter) }
        if renamed { progress.usedOldNames = true } else { progress.keptOrder.append(parameter) }
    }

    private func drop(_ given: Given, allowed: [Argument], _ progress: inout Progress) throws(Refusal) {
        guard allowed.contains(where: { $0.isSame(as: given.value) }) else {
            throw Refusal(
                argument: given.name, "The `\(given.name)` argument of Keras 1 has no meaning any more.",
                received: given.value.description,
                remedy: "leave it out, or use \(allowed.map(\.description).joined(separator: " or "))")
        }
        progress.usedOldNames = true
    }

    /// Puts `nb_row` and `nb_col` together to `kernel_size`.
    private func combineParts(_ progress: inout Progress) throws(Refusal) {
        for parameter in parameters where !progress.parts.isEmpty {
            guard let parts = progress.parts[parameter.name] else { continue }
            let together = parameter.oldParts.filter { parts[$0] != nil || progress.parts[parameter.name] != nil }
            let values = together.compactMap { parts[$0] }
            guard values.count == parameter.oldParts.count else {
                let missing = parameter.oldParts.filter { parts[$0] == nil }
                throw missingArguments(missing)
            }
            if let earlier = progress.givenAs[parameter.name] {
                throw Refusal(
                    .typeError, argument: parameter.name,
                    "\(name) got `\(earlier)` and `\(together.joined(separator: "`, `"))` for the same argument.")
            }
            progress.values[parameter.name] = values.count == 1 ? values[0] : .tuple(values)
            progress.givenAs[parameter.name] = together.joined(separator: ", ")
        }
    }

    /// Turns `input_dim` and `input_length` into `input_shape`, as Keras did.
    private func combineInputDimensions(_ progress: inout Progress) throws(Refusal) {
        // A layer's own `input_dim`, as Embedding has, is not a size of the input.
        if parameters.contains(where: { $0.name == "input_dim" && !$0.keywordOnly }) {
            if let length = progress.values.removeValue(forKey: "input_length"), case .int = length {
                progress.values["input_shape"] = .tuple([length])
                progress.usedOldNames = true
            }
            return
        }
        combineInputLength(&progress)
        guard let dim = progress.values["input_dim"], case .int = dim else { return }
        guard parameters.contains(where: { $0.name == "input_shape" && $0.keywordOnly }) else { return }
        progress.values["input_dim"] = nil
        if calledAs.hasSuffix("1D") {
            progress.values["input_shape"] = .tuple([.none, dim])
            progress.usedOldNames = true
        } else {
            progress.values["input_shape"] = .tuple([dim])
        }
        progress.keptOrder.removeAll { $0 == "input_dim" }
    }

    /// Keras 1's length of a sequence, which says something only together with the size of a step.
    private func combineInputLength(_ progress: inout Progress) {
        guard let length = progress.values.removeValue(forKey: "input_length") else { return }
        progress.usedOldNames = true
        if let dim = progress.values.removeValue(forKey: "input_dim"), case .int = dim {
            progress.values["input_shape"] = .tuple([length, dim])
        }
    }

    /// Whether a layer is given `weights`, which Keras 3 takes only where the layer has a parameter of its own for them.
    private func startsWithOldWeights(_ progress: Progress) -> Bool {
        guard let weights = progress.values["weights"], weights.items != nil else { return false }
        return parameters.contains { $0.name == "weights" && $0.keywordOnly }
    }

    /// The size of the batch says something only together with `input_shape`.
    private func requireShapeOfBatch(_ progress: Progress) throws(Refusal) {
        guard let size = progress.values["batch_size"], case .int = size, progress.values["input_shape"] == nil,
            parameters.contains(where: { $0.name == "batch_size" && $0.keywordOnly })
        else { return }
        throw Refusal(
            argument: "batch_size", "Unrecognized keyword arguments passed to \(name): {'batch_size': \(size)}",
            remedy: "give the size of the batch to Input, or together with `input_shape`")
    }

    /// Checks every value, fills in the defaults and reports what is missing.
    private func finish(_ progress: Progress, old: OldSignature?, _ call: CallSite) throws(Refusal) -> BoundArguments {
        let hasOldWeights = startsWithOldWeights(progress)
        let isOldCall = old != nil || progress.usedOldNames || settings.dialect == .keras1
        var given = [Argument?](repeating: nil, count: parameters.count)
        for (name, value) in progress.values {
            if let place = parameters.firstIndex(where: { $0.name == name }) { given[place] = value }
        }
        if isOldCall {
            for place in given.indices where given[place] == nil { given[place] = parameters[place].oldDefault }
        }
        let missing = parameters.indices.filter { parameters[$0].default == nil && given[$0] == nil }
        if !missing.isEmpty { throw missingArguments(missing.map { parameters[$0].name }) }
        var (values, defaults): ([Argument], [Argument?]) = ([], [])
        values.reserveCapacity(parameters.count)
        defaults.reserveCapacity(parameters.count)
        for (parameter, given) in zip(parameters, given) {
            var check = ParameterCheck(
                layer: name, parameter: parameter, settings: settings, isOldSpelling: true, isOldCall: isOldCall)
            if given != nil {
                check.isOldSpelling = old != nil || progress.givenAs[parameter.name] != parameter.name
                check.isPositional = progress.positional.contains(parameter.name)
            }
            let usual = try parameter.default.map { (value) throws(Refusal) in try check.normalise(value) }
            if let given {
                values.append(try check.normalise(given))
                defaults.append(usual)
            } else {
                values.append(usual ?? .none)
                defaults.append(nil)
            }
        }
        let plain = BoundArguments(
            parameters: parameters, values: values, defaults: defaults, translation: nil, settings: settings)
        guard old != nil || progress.usedOldNames || hasOldWeights || !isCalledAsToday || replacement != nil else {
            return plain
        }
        let translation = Translation(
            calledAs: calledAs, canonical: canonicalCall(plain, kept: progress.keptOrder, hasOldWeights),
            isAmbiguous: (old?.leadingIntegers ?? 0) > 2 && call.positional.count >= (old?.leadingIntegers ?? 0),
            missing: whatIsMissing(in: plain))
        return BoundArguments(
            parameters: parameters, values: values, defaults: defaults, translation: translation, settings: settings)
    }

    /// Whether the name that was written is one of today.
    private var isCalledAsToday: Bool { calledAs == name || !oldSignatures.contains { $0.name == calledAs } }

    /// What Keras 3 does not have of the call, and what to write instead.
    private func whatIsMissing(in bound: BoundArguments) -> String? {
        if let replacement { return "Keras 3 has no \(name): \(replacement)" }
        guard bound.optionalString("padding") == "full" else { return nil }
        return FullPadding.zeros(before: bound) == nil
            ? "Keras 3 has no padding=\"full\" in \(name), and no equivalent of it" : nil
    }

    /// The call in Keras 3's spelling, as the note on an old one shows it.
    private func canonicalCall(_ bound: BoundArguments, kept: [String], _ hasOldWeights: Bool) -> String {
        let zeros = FullPadding.zeros(before: bound)
        let shown = bound.nonDefault.filter { item in
            !(zeros != nil && item.parameter.name == "padding") && !(hasOldWeights && item.parameter.name == "weights")
        }
        let required = shown.filter { $0.parameter.default == nil }
        let optional = shown.filter { $0.parameter.default != nil }
        let keptFirst = kept.compactMap { name in optional.first { $0.parameter.name == name } }
        let renamed = optional.filter { !kept.contains($0.parameter.name) }
        let parts =
            required.map(\.value.source) + (keptFirst + renamed).map { "\($0.parameter.name)=\($0.value.source)" }
        return (zeros.map { $0 + ", then " } ?? "") + "\(name)(\(parts.joined(separator: ", ")))"
            + (hasOldWeights ? ", and set_weights after it is built" : "")
    }

    private func repeated(_ argument: String) -> Refusal {
        Refusal(
            .typeError, argument: argument, "\(name).__init__() got multiple values for argument `\(argument)`.")
    }

    private func unknown(_ given: Given) -> Refusal {
        let known = parameters.map(\.name)
        let nearest = nearestName(to: given.name, in: known + parameters.flatMap(\.oldNames))
        return Refusal(
            unknownKeyword, argument: given.name, "Unrecognized keyword argument `\(given.name)` passed to \(name).",
            received: "\(given.name)=\(given.value)",
            remedy: nearest.map { "did you mean `\($0)`?" } ?? "it takes \(known.joined(separator: ", "))")
    }

    private func missingArguments(_ names: [String]) -> Refusal {
        let list = names.map { "`\($0)`" }.joined(separator: " and ")
        let plural = names.count == 1 ? "argument" : "arguments"
        return Refusal(
            .typeError, argument: names.first,
            "\(name).__init__() missing \(names.count) required positional \(plural): \(list).",
            remedy:
                "write \(name)(\((parameters.filter { $0.default == nil }.map(\.name) + ["…"]).joined(separator: ", ")))"
        )
    }
}
