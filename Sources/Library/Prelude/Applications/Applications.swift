import Interpreter
import Layers

/// The networks of `keras.applications`, which are written in the language itself, one text for a family.
enum Applications {
    /// A module of networks.
    private struct Family {
        /// `resnet50` in `keras.applications.resnet50`.
        let name: String
        let networks: [String]
        /// How `preprocess_input` scales images; nil where the network does it itself.
        let mode: String?
        let text: String
    }

    private static let families = [
        Family(name: "vgg16", networks: ["VGG16"], mode: "caffe", text: vgg),
        Family(name: "vgg19", networks: ["VGG19"], mode: "caffe", text: vgg),
        Family(name: "resnet", networks: ["ResNet50", "ResNet101", "ResNet152"], mode: "caffe", text: resNet),
        Family(name: "resnet50", networks: ["ResNet50"], mode: "caffe", text: resNet),
        Family(name: "resnet_v2", networks: ["ResNet50V2", "ResNet101V2", "ResNet152V2"], mode: "tf", text: resNet),
        Family(name: "mobilenet", networks: ["MobileNet"], mode: "tf", text: mobileNet),
        Family(name: "mobilenet_v2", networks: ["MobileNetV2"], mode: "tf", text: mobileNetV2),
        Family(
            name: "mobilenet_v3", networks: ["MobileNetV3Large", "MobileNetV3Small"], mode: nil, text: mobileNetV3),
        Family(
            name: "densenet", networks: ["DenseNet121", "DenseNet169", "DenseNet201"], mode: "torch", text: denseNet),
        Family(name: "inception_v3", networks: ["InceptionV3"], mode: "tf", text: inceptionV3),
        Family(name: "xception", networks: ["Xception"], mode: "tf", text: xception),
        Family(name: "inception_resnet_v2", networks: ["InceptionResNetV2"], mode: "tf", text: inceptionResNetV2),
        Family(
            name: "efficientnet", networks: (0...7).map { "EfficientNetB\($0)" }, mode: nil, text: efficientNet),
        Family(
            name: "efficientnet_v2", networks: ["B0", "B1", "B2", "B3", "L", "M", "S"].map { "EfficientNetV2\($0)" },
            mode: nil, text: efficientNetV2),
        Family(name: "nasnet", networks: ["NASNetLarge", "NASNetMobile"], mode: "tf", text: nasNet),
        Family(
            name: "convnext", networks: ["Base", "Large", "Small", "Tiny", "XLarge"].map { "ConvNeXt\($0)" }, mode: nil,
            text: convNeXt),
    ]

    private static let package = "keras.applications"
    private static let utilities = "imagenet_utils"
    private static let functions = ["decode_predictions", "preprocess_input"]

    /// What the arguments that every network takes mean, for the docstrings.
    static let arguments = [
        "include_top: whether the classifier at the end is there",
        "weights: None for random weights; trained ones are not shipped",
        "input_tensor: the tensor that the network begins with; None for an Input of its own",
        "input_shape: (height, width, channels) where include_top is False",
        "pooling: \"avg\" or \"max\": what ends a network without the classifier; None for its maps",
        "classes: how many classes the classifier has",
        "classifier_activation: what the classifier ends with",
        "name: the name of the model",
    ].joined(separator: "\n        ")

    /// The names of all networks.
    static let networks = Set(families.flatMap(\.networks))

    /// The modules that have texts.
    static var modules: [String] { (families.map(\.name) + [utilities]).map { "\(package).\($0)" } }

    /// The text of a module; nil for a module that has none.
    static func text(of module: String) -> String? {
        guard module.hasPrefix(package + ".") else { return nil }
        let name = module.dropFirst(package.count + 1)
        if name == utilities { return imagenetUtils }
        guard let family = families.first(where: { $0.name == name }) else { return nil }
        return family.text + preprocessing(family.mode)
    }

    /// The functions that every family has.
    private static func preprocessing(_ mode: String?) -> String {
        let scaled = mode.map { "imagenet_utils.preprocess_input(x, data_format=data_format, mode=\"\($0)\")" }
        return """


            from keras.applications import imagenet_utils


            def preprocess_input(x, data_format=None):
                return \(scaled ?? "x")


            def decode_predictions(preds, top=5):
                return imagenet_utils.decode_predictions(preds, top=top)
            """
    }

    /// The module of that dotted name; nil where it is none of these.
    static func module(_ path: String, in modules: Modules) -> ModuleObject? {
        if path == package { return whole(modules) }
        guard let family = families.first(where: { path == "\(package).\($0.name)" }) else { return nil }
        let names = family.networks + functions
        return ModuleObject(path, documentation: "Networks without trained weights.", memberNames: names) {
            [unowned modules] name in
            names.contains(name) ? modules.prelude?.member(name, of: path) : nil
        }
    }

    /// The module `keras.applications`: its parts, and the networks of all of them.
    private static func whole(_ modules: Modules) -> ModuleObject {
        var homes: [String: String] = [:]
        for family in families {
            for network in family.networks where homes[network] == nil { homes[network] = family.name }
        }
        let parts = families.map(\.name) + [utilities]
        return ModuleObject(
            package, documentation: "Networks without trained weights.", memberNames: parts + homes.keys.sorted()
        ) { [unowned modules] name in
            if let home = homes[name] { return modules.find("\(package).\(home)")?[name] }
            return parts.contains(name) ? modules.find("\(package).\(name)").map(Value.module) : nil
        }
    }

    /// The module `keras.applications.imagenet_utils`, whose `obtain_input_shape` old model functions ask for.
    static func imagenetUtilities(_ library: LibraryContext, _ prelude: Prelude?) -> ModuleObject {
        let path = "\(package).\(utilities)"
        let shape = ["_obtain_input_shape", "obtain_input_shape"]
        return ModuleObject(path, documentation: "What networks have in common.", memberNames: functions) { name in
            switch name {
            case "_remark": .builtin(remark(library))
            case _ where shape.contains(name): .builtin(KerasUtilities.imageShape(name, library))
            default: prelude?.member(name, of: path) ?? Placeholder.member(name, of: path)
            }
        }
    }

    /// `_remark(text)`, by which the texts tell what is not as it is in Keras. What is left out is an error in a strict
    /// session.
    private static func remark(_ library: LibraryContext) -> BuiltinFunction {
        .python("_remark(text, left_out=None)", "Notes something beside the result.") { arguments, _ in
            if library.isStrict, case .string(let name)? = arguments.optional("left_out") {
                throw Refusal(
                    .notImplementedError, "`\(name)` cannot be done: convsh does not have the trained weights",
                    remedy: "without --strict, or with weights=None, they are random")
            }
            if case .string(let text) = arguments[0] { library.note(.text(text)) }
            return .none
        }
    }
}
