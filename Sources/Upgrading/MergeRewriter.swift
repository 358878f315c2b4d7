import Language

extension CallRewriter {
    /// `merge([a, b], mode='concat', concat_axis=3)` as `concatenate([a, b], axis=3)`.
    mutating func mergeCall(_ arguments: [CallArgument], _ span: Span) -> String? {
        var inputs: String?
        var mode = "sum"
        var axis: String?
        var dotAxes: String?
        var rest: [String] = []
        for (index, argument) in arguments.enumerated() {
            let keyword: String
            switch argument.kind {
            case .positional: keyword = ["inputs", "mode", "dot_axes", "concat_axis"][min(index, 3)]
            case .keyword(let name): keyword = name
            default:
                remark("merge with unpacked arguments: write the merge layer by hand", at: span)
                return nil
            }
            if keyword == "mode" {
                guard case .string(let word) = argument.value.kind else { return lambda(arguments, argument, span) }
                mode = word
                continue
            }
            let value = LayerCall.plainName(keyword, argument.value) ?? code(of: argument.value)
            switch keyword {
            case "inputs": inputs = value
            case "concat_axis": axis = value
            case "dot_axes": dotAxes = value
            case "output_shape", "arguments", "output_mask": break
            default: rest.append("\(keyword)=\(value)")
            }
        }
        guard let inputs, let function = OldNames.mergeFunctions[mode] else {
            remark("merge with the mode '\(mode)': write a Lambda by hand", at: span)
            return nil
        }
        need(function)
        var parts = [inputs]
        if mode == "concat" { parts.append("axis=\(axis ?? "-1")") }
        if mode == "dot" || mode == "cos" { parts.append("axes=\(dotAxes ?? "-1")") }
        if mode == "cos" { parts.append("normalize=True") }
        return "\(function)(\((parts + rest).joined(separator: ", ")))"
    }

    /// `merge([a, b], mode=function, output_shape=…)` as `Lambda(function, output_shape=…)([a, b])`.
    private mutating func lambda(_ arguments: [CallArgument], _ mode: CallArgument, _ span: Span) -> String? {
        switch mode.value.kind {
        case .lambda, .name, .attribute: break
        default:
            remark("merge with a mode that is computed: write the merge layer by hand", at: span)
            return nil
        }
        if case .name = mode.value.kind {
            remark("merge with a mode of that name: taken for a function", at: span)
        }
        var inputs = "[]"
        var parts = [upgraded(mode.value)]
        for (index, argument) in arguments.enumerated() where argument.span != mode.span {
            switch argument.kind {
            case .positional where index == 0, .keyword("inputs"): inputs = upgraded(argument.value)
            case .keyword(let name) where ["output_shape", "name", "arguments"].contains(name):
                let plain = LayerCall.plainName(name, argument.value)
                parts.append("\(name)=\(plain ?? upgraded(argument.value))")
            default: break
            }
        }
        need("Lambda")
        return "Lambda(\(parts.joined(separator: ", ")))(\(inputs))"
    }

    private mutating func need(_ function: String) {
        if !needs.mergeFunctions.contains(function) { needs.mergeFunctions.append(function) }
    }
}
