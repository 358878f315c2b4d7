import Language

extension CallRewriter {
    /// `K.mean(x)` as `ops.mean(x)`, `K.int_shape(x)` as `tuple(x.shape)`; nil where it is not `keras.backend`'s.
    mutating func backendCall(
        _ callee: Expression, _ name: String, _ arguments: [CallArgument], _ span: Span
    ) -> [Edit]? {
        guard case .attribute(let object, _, _) = callee.kind, names.isBackend(object) else { return nil }
        switch name {
        case "int_shape":
            guard let first = arguments.first else { return nil }
            return [Edit(span: span, replacement: "tuple(\(operand(first.value)).shape)")]
        case "image_dim_ordering", "set_image_dim_ordering":
            let word = arguments.first.flatMap { DimOrdering.format($0.value) }
            let call = name.replacing("dim_ordering", with: "data_format")
            return [Edit(span: span, replacement: "\(upgraded(object)).\(call)(\(word ?? ""))")]
        case "relu" where arguments.count > 1:
            return activation(arguments, span)
        case "random_normal", "random_uniform":
            let function = name == "random_normal" ? "normal" : "uniform"
            return [Edit(span: callee.span, replacement: "keras.random.\(function)")] + needingKeras(arguments)
        default: break
        }
        guard OldNames.operations[name] != nil else { return nil }
        var edits: [Edit] = [operation(name, callee.span)].compactMap { $0 }
        let renames = OldNames.operationKeywords[name] ?? [:]
        for argument in arguments {
            if case .keyword(let keyword) = argument.kind, let new = renames[keyword] {
                edits.append(Edit(span: Span(argument.span.start, argument.value.span.start), replacement: "\(new)="))
            }
            edits += self.edits(in: argument.value)
        }
        // The axis had other defaults.
        let hasAxis = arguments.count > 1
        if !hasAxis, let last = arguments.last, let axis = ["concatenate": "-1", "gather": "0"][name] {
            edits.append(Edit(span: Span(last.span.end, last.span.end), replacement: ", axis=\(axis)"))
        }
        if name == "gather", hasAxis, let last = arguments.last {
            edits.append(Edit(span: Span(last.span.end, last.span.end), replacement: ", axis=0"))
        }
        return edits
    }

    /// `K.relu(x, alpha=0.1, max_value=6)` as `keras.activations.relu(x, negative_slope=0.1, max_value=6)`.
    private mutating func activation(_ arguments: [CallArgument], _ span: Span) -> [Edit] {
        let parts = arguments.enumerated().map { index, argument -> String in
            let value = upgraded(argument.value)
            switch argument.kind {
            case .keyword("alpha"): return "negative_slope=\(value)"
            case .keyword(let keyword): return "\(keyword)=\(value)"
            default:
                return index == 0
                    ? value : "\(["", "negative_slope", "max_value", "threshold"][min(index, 3)])=\(value)"
            }
        }
        needs.wantsKeras = true
        return [Edit(span: span, replacement: "keras.activations.relu(\(parts.joined(separator: ", ")))")]
    }

    private mutating func needingKeras(_ arguments: [CallArgument]) -> [Edit] {
        needs.wantsKeras = true
        return arguments.flatMap { argument in edits(in: argument.value) }
    }

    /// The code of an operand that something follows, such as `.shape`.
    private mutating func operand(_ value: Expression) -> String {
        let text = upgraded(value)
        switch value.kind {
        case .name, .attribute, .call, .subscripted: return text
        default: return "(\(text))"
        }
    }

    /// A function of `keras.backend` by its name in `keras.ops`.
    private mutating func operation(_ name: String, _ span: Span) -> Edit? {
        guard let modern = OldNames.operations[name] else { return nil }
        let module = needs.operations ?? (names.all.contains("ops") && !names.isOperations("ops") ? "keras_ops" : "ops")
        needs.operations = module
        return Edit(span: span, replacement: "\(module).\(modern)")
    }

    /// `x.get_shape().as_list()` and `x.shape.as_list()` as `list(x.shape)`, `x.get_shape()` as `x.shape`.
    mutating func shapeList(_ callee: Expression, _ arguments: [CallArgument], _ span: Span) -> [Edit]? {
        guard arguments.isEmpty, case .attribute(let object, let name, _) = callee.kind else { return nil }
        if name == "get_shape" { return [Edit(span: span, replacement: "\(operand(object)).shape")] }
        guard name == "as_list" else { return nil }
        if case .call(let inner, _) = object.kind, case .attribute(_, "get_shape", _) = inner.kind {
            return [Edit(span: span, replacement: "list(\(upgraded(object)))")]
        }
        if case .attribute(_, "shape", _) = object.kind {
            return [Edit(span: span, replacement: "list(\(upgraded(object)))")]
        }
        return nil
    }

    /// Attributes that have another name: `_keras_shape`, `K.abs` given as a function, `tf.log`.
    mutating func attribute(_ object: Expression, _ name: String, _ span: Span, _ whole: Expression) -> Edit? {
        let module = names.module(object)
        if OldModules.layerParts.contains(name) && module?.hasSuffix("keras.layers") == true
            || OldModules.utilities.contains(name) && module?.hasSuffix("keras.utils") == true
        {
            return Edit(span: Span(object.span.end, span.end), replacement: "")
        }
        if name == "_keras_shape" { return Edit(span: span, replacement: "shape") }
        if names.isBackend(object) {
            if let edit = operation(name, whole.span) { return edit }
            if OldNames.goneOperations.contains(name) { remark("Keras 3 has no keras.backend.\(name)", at: whole.span) }
            return nil
        }
        if let path = names.module(whole), path.hasPrefix("tensorflow."),
            let modern = OldNames.tensorflow[String(path.dropFirst("tensorflow.".count))]
        {
            let old = path.dropFirst("tensorflow.".count)
            // `image.resize_images` keeps its `image`.
            let parts = old.split(separator: ".").count
            let new = modern.split(separator: ".").suffix(parts == 1 ? 2 : 1).joined(separator: ".")
            return Edit(span: span, replacement: new)
        }
        return nil
    }
}
