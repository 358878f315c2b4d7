import Language
import Testing

@testable import Library

/// The texts that the program carries: what their functions take, they use or refuse.
@Suite struct CarriedTextTests {
    /// Parameters that change nothing that can be seen here, nor would in the original beyond speed, files or what is shown.
    private static let without: Set<String> = [
        "self", "cls", "copy", "name", "verbose", "delay", "flags", "winname", "mat", "buffer_size", "filename",
        "options",
        "num_parallel_calls", "deterministic", "aggregation", "save_prefix", "save_format", "follow_links", "images",
        "data_home", "stable", "parallel_iterations", "back_prop", "swap_memory", "infer_shape", "shape_invariants",
        "fallback_to_while_loop", "warn", "fn_output_signature", "sorted", "unroll", "assume_unique",
        "download_if_missing", "md5_hash", "file_hash",
        "hash_algorithm", "archive_format", "use_locking", "usedforsecurity", "aliased", "source", "stacklevel", "tb",
        "overwrite_input",
        "buffering", "sizehint", "forceload", "do_setlocale", "cache", "preferred_backend", "thread_name_prefix",
    ]

    /// Parameters that the original leaves alone too, or that only give a function the signature it is called by.
    private static let alone: [String: Set<String>] = [
        "fit": ["y"], "_ignored": ["result"],
        "__exit__": ["kind", "value", "trace", "error", "exc_type", "exc_value", "traceback", "excinfo"],
        "__get__": ["owner"], "__set_name__": ["owner"], "map_fn": ["dtype"], "fit_transform": ["y"],
        "partial_fit": ["y"],
        "get_n_splits": ["X", "y", "groups"],
        "split": ["y", "groups"], "_parts": ["y"], "build": ["_", "initial_state_shape"],
        "compute_output_shape": ["initial_state_shape"], "compute_mask": ["_", "mask"],
        "unit_forget": ["shape", "dtype"],
        "__call__": ["parser", "namespace", "values", "option_string"], "_fill_text": ["width"],
        "_split_lines": ["width"], "__mro_entries__": ["bases"], "_optional": ["form"], "_union": ["form"],
        "assert_type": ["typ"], "dataclass_transform": ["kwargs"], "overload": ["func"],
        // All calls are made at once, so that none waits.
        "result": ["timeout"], "exception": ["timeout"], "as_completed": ["timeout"], "map": ["timeout", "chunksize"],
        "shutdown": ["wait", "cancel_futures"], "wait": ["timeout", "return_when"], "put": ["block", "timeout"],
        "acquire": ["blocking", "timeout"], "join": ["timeout"], "stack_size": ["size"], "_init": ["maxsize"],
        "__init__": [
            "mp_context", "max_tasks_per_child", "watch_accessed_variables", "call", "max_to_keep",
            "keep_checkpoint_every_n_hours", "step_counter", "checkpoint_interval", "init_fn",
        ],
        // Checkpoints are not written.
        "save": ["check_interval"], "latest_checkpoint": ["checkpoint_dir", "latest_filename"],
        // No gradient is computed.
        "gradient": ["target", "output_gradients", "unconnected_gradients"],
        "jacobian": ["target", "unconnected_gradients", "experimental_use_pfor"],
        "batch_jacobian": ["target", "unconnected_gradients", "experimental_use_pfor"],
        "batch_normalization": ["axis"], "is_sparse": ["tensor"], "assert_same_structure": ["check_types"],
        "getlocale": ["category"], "setlocale": ["category"], "isrealobj": ["x"], "iscomplexobj": ["x"],
        "isin": ["kind"], "real_if_close": ["tol"], "create_connection": ["args", "kwargs"],
        "gethostbyname": ["hostname"], "socket": ["args", "kwargs"],
        "apply_channel_shift": ["channel_axis"], "preprocess_input": ["data_format"],
    ]

    /// All but what draws nothing.
    private static let modules = Prelude.carriedModules.filter { $0 != "matplotlib.pyplot" }

    @Test(arguments: modules) func everyParameterIsUsedOrRefused(module: String) throws {
        for text in Prelude.carriedTexts(of: module) {
            let statements = try Parser.parse(SourceText(name: module, text)).map(\.statement)
            for definition in statements.flatMap(\.functions) where !definition.isEmptyFunction {
                let used = Set(definition.body.flatMap(\.namesInside))
                let left = definition.parameters.names.filter {
                    !used.contains($0) && !Self.without.contains($0)
                        && Self.alone[definition.name]?.contains($0) != true
                }
                #expect(left.isEmpty, "\(module).\(definition.name) drops \(left.joined(separator: ", "))")
            }
        }
    }
}

extension FunctionDefinition {
    /// Whether it does nothing, as a method that classes of scripts are to define.
    fileprivate var isEmptyFunction: Bool {
        body.allSatisfy { statement in
            switch statement.kind {
            case .pass, .raising: true
            case .expression(let value): if case .string = value.kind { true } else { false }
            default: false
            }
        }
    }
}

extension Statement {
    /// The functions and methods defined in it.
    fileprivate var functions: [FunctionDefinition] {
        var own: [FunctionDefinition] = []
        if case .function(let definition) = kind { own = [definition] }
        return own + statements.flatMap(\.functions)
    }

    /// The names that stand in it, and in what it holds.
    fileprivate var namesInside: [String] {
        expressions.flatMap(\.namesInside) + statements.flatMap(\.namesInside)
    }
}

extension Expression {
    fileprivate var namesInside: [String] {
        switch kind {
        case .name(let name): [name]
        case .formatted(let parts): parts.flatMap(\.namesInside)
        default: children.flatMap(\.namesInside)
        }
    }
}

extension FormattedPart {
    fileprivate var namesInside: [String] {
        guard case .value(let value, _, let format) = self else { return [] }
        return value.namesInside + format.flatMap(\.namesInside)
    }
}
