import Arrays
import Interpreter
import Layers
import Network

/// The methods of models that compute outputs for data.
enum PredictMethods {
    static var all: [HostAttribute<LayerObject>] {
        [
            .method(
                "TensorFlowTrainer.predict(x, batch_size=None, verbose='auto', steps=None, callbacks=None)",
                "The outputs for data."
            ) { object, arguments, interpreter in
                try predict(
                    object, arguments[0], steps: arguments["steps"], size: try batchSize(arguments),
                    arguments["callbacks"], verbose: arguments["verbose"], interpreter)
            },
            .method(
                "Sequential.predict_proba(x, batch_size=None, verbose=0)",
                "Keras 2's word for predict, of classifiers."
            ) { object, arguments, interpreter in try ofKeras2("_probabilities", object, arguments, interpreter) },
            .method(
                "Sequential.predict_classes(x, batch_size=None, verbose=0)",
                "The numbers of the likeliest classes, as in Keras 2."
            ) { object, arguments, interpreter in try ofKeras2("_classes", object, arguments, interpreter) },
            .method("TensorFlowTrainer.predict_on_batch(x)", "The outputs for data.") {
                object, arguments, interpreter in try outputs(object, checked(arguments[0]), interpreter)
            },
            .method(
                "Model.predict_generator(generator, steps=None, callbacks=None, max_queue_size=10, workers=1, "
                    + "use_multiprocessing=False, verbose=0, *, val_samples=None, pickle_safe=None, nb_worker=None)",
                "The outputs for the batches of a generator."
            ) { object, arguments, interpreter in
                try predict(
                    object, arguments[0], steps: arguments["steps"], size: PredictBatches.usualSize,
                    arguments["callbacks"], verbose: arguments["verbose"], interpreter)
            },
        ]
    }

    /// What Keras 2's models of classes computed from the outputs.
    private static func ofKeras2(
        _ name: String, _ object: LayerObject, _ arguments: Arguments, _ interpreter: Interpreter
    ) throws -> Value {
        let outputs = try predict(
            object, arguments[0], steps: .none, size: try batchSize(arguments), .none, verbose: .int(0), interpreter)
        guard name == "_classes", !outputs.isAbsent else { return outputs }
        let array = try ArrayObject.array(from: outputs, interpreter)
        let isBinary = array.shape.last == 1
        let module = interpreter.findModule("numpy")
        guard let function = module?[isBinary ? "greater" : "argmax"] else { return .none }
        let second: Value = isBinary ? .float(0.5) : .int(-1)
        let classes = try interpreter.call(function, CallArguments([outputs, second]))
        guard isBinary, case .host(let truths as ArrayObject) = classes else { return classes }
        return .host(ArrayObject(try truths.array.converted(to: .int32)))
    }

    /// The size of the batches; that of Keras where none is given, or zero.
    private static func batchSize(_ arguments: Arguments) throws -> Int {
        guard let size = try arguments.optionalInt("batch_size"), size != 0 else { return PredictBatches.usualSize }
        guard size > 0 else {
            throw Refusal(argument: "batch_size", "`batch_size` must be positive.", received: "batch_size=\(size)")
        }
        return size
    }

    /// Data with numbers.
    private static func checked(_ data: Value) throws -> Value {
        if case .host(let tensor as TensorObject) = data { throw tensor.noNumbers(convertedTo: "a NumPy array") }
        return data
    }

    private static func predict(
        _ object: LayerObject, _ data: Value, steps: Value, size: Int, _ callbacks: Value, verbose: Value,
        _ interpreter: Interpreter
    ) throws -> Value {
        let data = try checked(data)
        if data.isAbsent { return data }
        if let batches = try batches(data) {
            let inputs = try helper("_inputs", [batches, steps], interpreter)
            return try PredictBatches.joined(
                try told(object, inputs, callbacks, verbose, steps: steps, interpreter))
        }
        guard steps.isNone, callbacks.isNone else {
            var parts = PredictBatches(data, size: size)?.parts ?? [data]
            if let count = try stepCount(steps) { parts = Array(parts.prefix(count)) }
            let batches = Value.list(ListObject(parts))
            return try PredictBatches.joined(
                try told(object, batches, callbacks, verbose, steps: .int(parts.count), interpreter))
        }
        let isRowByRow = try computesRowByRow(object.layer) && ownStep(object, interpreter) == nil
        if case .host(let array as ArrayObject) = data, let table = array.table, isRowByRow {
            return try repeated(object, table, interpreter)
        }
        // Samples that do not see one another need no batches.
        guard !isRowByRow, let batches = PredictBatches(data, size: size) else {
            return try outputs(object, data, interpreter)
        }
        return try PredictBatches.joined(try batches.parts.map { try outputs(object, $0, interpreter) })
    }

    /// How many batches are computed at most; nil for all.
    private static func stepCount(_ steps: Value) throws -> Int? {
        switch steps {
        case .none, .int(0): return nil
        case .int(let count) where count > 0: return count
        case .int(let count):
            throw Refusal(argument: "steps", "`steps` must be positive.", received: "steps=\(count)")
        default:
            throw Refusal(.typeError, "'\(steps.typeName)' object cannot be interpreted as an integer")
        }
    }

    /// The outputs for each batch, of which callbacks are told.
    private static func told(
        _ object: LayerObject, _ batches: Value, _ callbacks: Value, _ verbose: Value, steps: Value,
        _ interpreter: Interpreter
    ) throws(RaisedError) -> [Value] {
        let results = try helper("_predicted", [.host(object), batches, callbacks, verbose, steps], interpreter)
        return try interpreter.items(of: results)
    }

    /// Calls a function of Keras's own texts.
    private static func helper(
        _ name: String, _ arguments: [Value], _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        guard let function = interpreter.findModule("keras.utils")?[name] else { return .none }
        return try interpreter.call(function, CallArguments(arguments))
    }

    /// The `predict_step` of a class that a script defines; nil for Keras's own.
    private static func ownStep(_ object: LayerObject, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try interpreter.attributeIfPresent("predict_step", of: .host(object))
    }

    private static func outputs(
        _ object: LayerObject, _ data: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        if let step = try ownStep(object, interpreter) { return try interpreter.call(step, CallArguments([data])) }
        let takesTraining = object.scripted == nil || object.takesTraining
        let result = try object.call(
            CallArguments([data], keywords: takesTraining ? [("training", .bool(false))] : []), interpreter)
        // Arrays of numpy have no masks.
        for array in ScriptCall.arrays(in: result) { array.hung = nil }
        return result
    }

    /// Data that come in batches: a data set, a generator; nil for arrays, alone or in lists and dicts.
    private static func batches(_ data: Value) throws(RaisedError) -> Value? {
        switch data {
        case .iterator: data
        case .host(let object): object.instance != nil ? data : nil
        default: nil
        }
    }

    // MARK: Rows that repeat

    /// Whether a sample's outputs follow from the sample alone.
    private static func computesRowByRow(_ layer: Layer) -> Bool {
        switch layer {
        case is InputLayer: return true
        case let model as Model: return model.isBuilt && model.operations.allSatisfy(computesRowByRow)
        // Recurrent layers may keep states from batch to batch.
        case let layer as CatalogueLayer:
            return !layer.isFunction && !["SimpleRNN", "LSTM", "GRU", "RNN"].contains(layer.className)
        default: return false
        }
    }

    /// The outputs for rows that repeat, each computed once.
    private static func repeated(_ object: LayerObject, _ table: RowTable, _ interpreter: Interpreter) throws -> Value {
        let used = Array(Set(table.places)).sorted()
        guard used.count < table.places.count,
            case .table(let once)? = try table.selected([.numbers(firstPlaces(of: used, in: table))])
        else { return try outputs(object, .host(ArrayObject(table.all())), interpreter) }
        let results = try outputs(object, .host(ArrayObject(once.all())), interpreter)
        let rank = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
        let places = table.places.map { rank[$0] ?? 0 }
        func whole(_ value: Value) throws -> Value {
            switch value {
            case .host(let array as ArrayObject):
                .host(ArrayObject(try RowTable(rows: array.array, places: places)))
            case .list(let list): .list(ListObject(try list.items.map(whole)))
            default: value
            }
        }
        return try whole(results)
    }

    /// Where each of the rows stands first.
    private static func firstPlaces(of rows: [Int], in table: RowTable) throws -> NumericArray {
        let first = Dictionary(table.places.enumerated().map { ($1, $0) }) { first, _ in first }
        return try NumericArray(shape: [rows.count], ints: rows.map { first[$0] ?? 0 })
    }
}
