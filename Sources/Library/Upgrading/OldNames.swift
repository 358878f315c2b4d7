import Language

/// Names of Keras 1 and 2 that are others in Keras 3.
enum OldNames {
    /// Keywords that were renamed, by the function they belong to.
    static let keywords: [String: [String: String]] = [
        "Model": ["input": "inputs", "output": "outputs"],
        "fit": ["nb_epoch": "epochs"],
        "fit_generator": [
            "nb_epoch": "epochs", "samples_per_epoch": "steps_per_epoch", "nb_val_samples": "validation_steps",
        ],
        "ImageDataGenerator": ["dim_ordering": "data_format"],
    ]

    /// Functions that have another name.
    static let functions: [String: String] = [
        "l1l2": "l1_l2", "maxnorm": "max_norm", "nonneg": "non_neg", "unitnorm": "unit_norm",
        "image_dim_ordering": "image_data_format",
    ]

    /// The function that does what `merge` did in a mode.
    static let mergeFunctions: [String: String] = [
        "sum": "add", "mul": "multiply", "concat": "concatenate", "ave": "average", "max": "maximum", "dot": "dot",
        "cos": "dot",
    ]

    /// Layers that Keras 3 no longer has under any name.
    static let goneLayers: Set<String> = ["LocallyConnected1D", "LocallyConnected2D", "ThresholdedReLU"]

    /// What an imported name is called now.
    static let imports: [String: [String]] = [
        "Convolution1D": ["Conv1D"], "Convolution2D": ["Conv2D"], "Convolution3D": ["Conv3D"],
        "AtrousConvolution1D": ["Conv1D"], "AtrousConvolution2D": ["Conv2D"], "Deconvolution2D": ["Conv2DTranspose"],
        "Deconvolution3D": ["Conv3DTranspose"], "SeparableConvolution2D": ["SeparableConv2D"],
        "SeparableConvolution1D": ["SeparableConv1D"],
        "l1l2": ["l1_l2"], "maxnorm": ["max_norm"], "nonneg": ["non_neg"], "unitnorm": ["unit_norm"],
    ]

    /// Whether a callee is one of the renamed functions and not a method of something else.
    static func isCallable(_ callee: Expression) -> Bool {
        switch callee.kind {
        case .name: true
        case .attribute(let object, _, _):
            if case .name(let name) = object.kind {
                ["K", "regularizers", "constraints", "backend"].contains(name)
            } else {
                false
            }
        default: false
        }
    }
}
