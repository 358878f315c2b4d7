import Interpreter
import TensorEngine

/// The parts of Keras that are written in the language itself: the classes that surround a model in training. Each
/// text is run when one of its names is first asked for.
public final class Prelude {
    /// The names of the layers that are written in the language.
    public static var layers: [String] { names(of: "keras.layers").filter { $0 != "InputSpec" } }

    /// Whether a class is one of these layers.
    static func isLayer(_ type: TypeObject) -> Bool {
        type.userClass != nil && type.module == "keras.layers" && layers.contains(type.name)
    }

    private weak var interpreter: Interpreter?
    private var made: [String: [Int: ModuleObject]] = [:]
    /// For each module that was asked for a name, the texts that define its names.
    private var places: [String: [String: Int]] = [:]

    init(_ interpreter: Interpreter) { self.interpreter = interpreter }

    /// The texts by the module that their names belong to.
    private static let texts =
        [
            "keras.losses": [joined(lossBase, errorLosses, crossentropyLosses, marginLosses, overlapLosses)],
            "keras.metrics": [
                joined(
                    metricBase, meanMetrics, accuracyMetrics, confusionMetrics, curveMetrics, overlapMetrics,
                    scoreMetrics)
            ],
            "keras.callbacks": [callbackClasses],
            "keras.utils": [datasetClasses, datasetFunctions, progressBar, batchFunctions],
            "keras.optimizers.schedules": [scheduleClasses, restartingSchedule],
            "keras.optimizers": [joined(optimizerBase, optimizerClasses)],
            "keras.layers": [wrapperLayers, lambdaLayer, einsumLayer, attentionLayers, convLSTMLayers, recurrentLayers]
                .map {
                    layerImports + $0
                },
            "keras.ops": [controlTexts], "keras.backend": [backendTexts],
            "tensorflow": [tensorFlowFunctions, gradientTape],
            "tensorflow.math": [tensorFlowMath, tensorFlowRanking, tensorFlowFunctions],
            "tensorflow.nn": [tensorFlowLayers, tensorFlowRanking],
            "tensorflow.image": [tensorFlowImages],
            "keras.preprocessing.image": [joined(imageIterators, imageGenerator, imageTransforms)],
            "numpy": [
                numpyMatrices, numpyStatistics, numpyIndexing, numpyShaping, numpySets, numpyNumbers,
                joined(numpyMeasures, numpyHistograms), numpyTextFiles,
            ], "matplotlib.pyplot": [plottingText],
            "functools": [functoolsText], "dataclasses": [dataclassesText], "typing": [typingText],
            "math": [mathText], "time": [timeText], "os": [operatingSystemText], "os.path": [pathText],
            "operator": [operatorText], "random": [joined(randomWords, randomNumbers)], "string": [stringText],
            "contextlib": [contextlibText],
            "collections": [namedTupleText, joined(collectionsMappings, collectionsSequences)],
            "itertools": [itertoolsText],
        ].merging(moduleTexts.mapValues { [$0] }) { own, _ in own }

    /// The modules that are nothing but their texts.
    static let moduleTexts =
        [
            "keras._operations": joined(operationTexts, numpyOperationTexts),
            "keras.preprocessing.sequence": sequenceFunctions,
            "keras.preprocessing.text": textFunctions,
            "tensorflow.data": tensorFlowData, "tensorflow.train": tensorFlowTraining,
            "tensorflow.linalg": tensorFlowMatrices, "cv2": openCVText,
            "numpy.linalg": numpyLinearAlgebra, "keras.tree": treeText, "numpy.testing": numpyTesting,
            "datetime": datetimeText, "glob": globText,
        ].merging(datasetTexts) { own, _ in own }.merging(learningTexts) { own, _ in own }.merging(pythonTexts) {
            own, _ in own
        }

    /// One text of several.
    static func joined(_ texts: String...) -> String { texts.joined(separator: "\n\n\n") }

    /// What texts of layers begin with.
    private static let layerImports = """
        import numpy as np
        import keras
        from keras import ops
        from keras.layers import Layer


        """

    /// Classes that Keras keeps to itself, whose names show in those of layers.
    private static let hidden: Set<String> = ["ConvLSTMCell"]

    /// The names that a module has from its text.
    static func names(of module: String) -> [String] {
        (texts[module] ?? []).flatMap { names(in: $0) }
    }

    /// The names that a text defines for others.
    private static func names(in text: String) -> [String] {
        definitions(in: text).filter { !$0.hasPrefix("_") && !hidden.contains($0) }
    }

    /// All names that a text defines at its top: of classes and functions, and of values, one or several:
    /// `INTER_NEAREST, INTER_LINEAR = 0, 1`.
    private static func definitions(in text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n")).flatMap { line -> [String] in
            guard let first = line.first, first != UInt8(ascii: " "), first != UInt8(ascii: "#") else { return [] }
            let line = Substring(line)
            for keyword in ["class ", "def "] where line.hasPrefix(keyword) {
                return [String(line.dropFirst(keyword.count).prefix { $0.isLetter || $0.isNumber || $0 == "_" })]
            }
            guard let sign = line.firstRange(of: " = ") else { return [] }
            let names = line[..<sign.lowerBound].split(separator: ", ").map(String.init)
            return names.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } } ? names : []
        }
    }

    /// The modules that have texts.
    static var carriedModules: [String] { texts.keys.sorted() + Applications.modules }

    /// The texts of a module.
    static func carriedTexts(of module: String) -> [String] {
        texts[module] ?? Applications.text(of: module).map { [$0] } ?? []
    }

    /// The place of the text, among those of its module, that defines a name.
    private func place(of name: String, in module: String) -> Int? {
        if let known = places[module] { return known[name] }
        var found: [String: Int] = [:]
        for (place, text) in Prelude.carriedTexts(of: module).enumerated().reversed() {
            for name in Prelude.definitions(in: text) { found[name] = place }
        }
        places[module] = found
        return found[name]
    }

    /// What a name means in a module; nil where its text does not define it.
    func member(_ name: String, of module: String) -> Value? {
        // `from … import *` asks for name after name: one that is stopped begins no further text.
        guard !Interrupt.isRequested, let interpreter, let place = place(of: name, in: module) else { return nil }
        if made[module]?[place] == nil {
            let text = Prelude.carriedTexts(of: module)[place]
            made[module, default: [:]][place] = try? interpreter.carriedModule(module, text)
        }
        return made[module]?[place]?[name]
    }
}
