import Arrays
import Interpreter
import Network

/// The methods of models that compute outputs for data.
enum PredictMethods {
    static var all: [HostAttribute<LayerObject>] {
        [
            .method(
                "TensorFlowTrainer.predict(x, batch_size=None, verbose='auto', steps=None, callbacks=None)",
                "The outputs for data."
            ) { object, arguments, interpreter in
                let size = try arguments.optionalInt("batch_size") ?? PredictBatches.usualSize
                return try predict(object, arguments[0], steps: arguments["steps"], batchSize: size, interpreter)
            },
            .method("TensorFlowTrainer.predict_on_batch(x)", "The outputs for data.") {
                object, arguments, interpreter in try predict(object, arguments[0], interpreter)
            },
            .method(
                "Model.predict_generator(generator, steps=None, callbacks=None, max_queue_size=10, workers=1, "
                    + "use_multiprocessing=False, verbose=0, *, val_samples=None, pickle_safe=None, nb_worker=None)",
                "The outputs for the batches of a generator."
            ) { object, arguments, interpreter in
                try predict(object, arguments[0], steps: arguments["steps"], interpreter)
            },
        ]
    }

    private static func predict(
        _ object: LayerObject, _ data: Value, steps: Value = .none, batchSize: Int? = nil, _ interpreter: Interpreter
    ) throws -> Value {
        if case .host(let tensor as TensorObject) = data { throw tensor.noNumbers(convertedTo: "a NumPy array") }
        if data.isAbsent { return data }
        if let batches = try batches(data) {
            guard case .module(let utilities)? = interpreter.findModule("keras.utils").map(Value.module),
                let function = utilities["_predicted"]
            else { return .none }
            return try interpreter.call(function, CallArguments([.host(object), batches, steps]))
        }
        if case .host(let array as ArrayObject) = data, let table = array.table, computesRowByRow(object.layer) {
            return try repeated(object, table, interpreter)
        }
        // Samples that do not see one another need no batches.
        guard let batchSize, !computesRowByRow(object.layer), let batches = PredictBatches(data, size: batchSize) else {
            return try outputs(object, data, interpreter)
        }
        return try PredictBatches.joined(try batches.parts.map { try outputs(object, $0, interpreter) })
    }

    private static func outputs(
        _ object: LayerObject, _ data: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
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
