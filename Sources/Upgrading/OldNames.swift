import Language
import Layers

/// Names of Keras 1 and 2 that are others in Keras 3.
enum OldNames {
    /// Keywords that were renamed, by the function they belong to.
    static let keywords: [String: [String: String]] = [
        "Model": ["input": "inputs", "output": "outputs"], "fit": ["nb_epoch": "epochs"],
        "fit_generator": [
            "nb_epoch": "epochs", "samples_per_epoch": "steps_per_epoch", "nb_val_samples": "validation_steps",
        ],
        "evaluate_generator": ["val_samples": "steps"], "predict_generator": ["val_samples": "steps"],
        "ImageDataGenerator": ["dim_ordering": "data_format"],
        "to_categorical": ["nb_classes": "num_classes", "y": "x"],
        "ReduceLROnPlateau": ["epsilon": "min_delta"], "ModelCheckpoint": ["period": "save_freq"],
        "_obtain_input_shape": ["include_top": "require_flatten", "dim_ordering": "data_format"],
        "l1": ["l": "l1"], "l2": ["l": "l2"], "InputLayer": ["input_shape": "shape"],
        "SGD": ["lr": "learning_rate"], "Adam": ["lr": "learning_rate"], "RMSprop": ["lr": "learning_rate"],
        "Adagrad": ["lr": "learning_rate"], "Adadelta": ["lr": "learning_rate"], "Adamax": ["lr": "learning_rate"],
        "Nadam": ["lr": "learning_rate"],
    ]

    /// Keywords that Keras 3 no longer takes, by the function they belonged to.
    static let dropped: [String: Set<String>] = [
        "fit": ["show_accuracy", "class_mode"], "evaluate": ["show_accuracy"], "compile": ["class_mode"],
        "fit_generator": [
            "nb_worker", "pickle_safe", "max_q_size", "workers", "use_multiprocessing", "max_queue_size",
        ],
        "evaluate_generator": [
            "nb_worker", "pickle_safe", "max_q_size", "workers", "use_multiprocessing", "max_queue_size",
        ],
        "predict_generator": [
            "nb_worker", "pickle_safe", "max_q_size", "workers", "use_multiprocessing", "max_queue_size",
        ],
    ]

    /// Functions that have another name.
    static let functions: [String: String] = [
        "l1l2": "l1_l2", "maxnorm": "max_norm", "nonneg": "non_neg", "unitnorm": "unit_norm", "activity_l2": "l2",
        "activity_l1": "l1", "activity_l1l2": "l1_l2",
    ]

    /// Methods of models that have another name.
    static let methods: [String: String] = [
        "fit_generator": "fit", "evaluate_generator": "evaluate", "predict_generator": "predict",
    ]

    /// Methods of models that are gone, and what to write.
    static let goneMethods: [String: String] = [
        "predict_classes": "np.argmax(model.predict(x), axis=-1)", "predict_proba": "model.predict(x)",
    ]

    /// The function that does what `merge` did in a mode.
    static let mergeFunctions: [String: String] = [
        "sum": "add", "mul": "multiply", "concat": "concatenate", "ave": "average", "max": "maximum", "dot": "dot",
        "cos": "dot",
    ]

    /// Names of layers that Keras 3 no longer has, though it has the layers.
    static let goneNames: Set<String> = [
        "AtrousConvolution1D", "AtrousConvolution2D", "Deconvolution2D", "Deconvolution3D", "Deconv2D", "Deconv3D",
    ]

    /// Functions of TensorFlow 1 that stand elsewhere in TensorFlow 2.
    static let tensorflow: [String: String] = [
        "depth_to_space": "nn.depth_to_space", "space_to_depth": "nn.space_to_depth", "log": "math.log",
        "image.resize_images": "image.resize", "image.resize_bilinear": "image.resize",
    ]

    /// Functions of `keras.backend` that `keras.ops` has, with the name they have there.
    static let operations: [String: String] = {
        var names = [
            "permute_dimensions": "transpose", "repeat_elements": "repeat", "pow": "power", "flatten": "ravel",
            "reverse": "flip", "l2_normalize": "normalize", "variable": "convert_to_tensor",
            "constant": "convert_to_tensor", "gather": "take", "switch": "where", "batch_dot": "matmul",
        ]
        for same in [
            "mean", "sum", "max", "min", "prod", "std", "var", "any", "all", "argmax", "argmin", "abs", "square",
            "sqrt",
            "exp", "log", "round", "sign", "sin", "cos", "maximum", "minimum", "equal", "not_equal", "greater",
            "greater_equal", "less", "less_equal", "elu", "softplus", "softsign", "sigmoid", "hard_sigmoid", "tanh",
            "softmax", "relu", "expand_dims", "squeeze", "stack", "reshape", "tile", "dot", "zeros_like", "ones_like",
            "cast", "cumsum", "clip", "concatenate", "transpose", "shape", "ndim", "one_hot", "stop_gradient", "zeros",
            "ones",
        ] { names[same] = same }
        return names
    }()

    /// Keywords of those functions that `keras.ops` calls otherwise.
    static let operationKeywords: [String: [String: String]] = [
        "repeat_elements": ["rep": "repeats"], "clip": ["min_value": "x_min", "max_value": "x_max"],
        "permute_dimensions": ["pattern": "axes"], "pow": ["a": "x2", "x": "x1"], "concatenate": ["tensors": "xs"],
        "reshape": ["shape": "newshape"], "tile": ["n": "repeats"],
        "gather": ["reference": "x"],
        "switch": [
            "then_expression": "x1", "else_expression": "x2",
        ],
    ]

    /// Functions of `keras.backend` for which there is no single one.
    static let goneOperations: Set<String> = [
        "function", "gradients", "learning_phase", "in_train_phase", "in_test_phase", "get_session", "set_session",
        "set_learning_phase", "resize_images", "resize_volumes", "spatial_2d_padding", "batch_flatten", "rnn", "foldl",
        "foldr", "map_fn", "conv1d", "conv2d", "conv3d", "pool2d", "pool3d", "bias_add", "dropout", "get_value",
        "set_value", "batch_set_value", "eval", "print_tensor", "placeholder",
    ]

    /// What an old keyword of any layer is called now, for keywords that a script keeps in a dict.
    static let anyLayer: [String: String] = {
        var names: [String: String] = [:]
        for definition in Catalogue.layers.definitions {
            for parameter in definition.parameters where !parameter.isOldOnly {
                for old in parameter.oldNames where names[old] == nil || parameter.name.hasPrefix("kernel") {
                    names[old] = parameter.name
                }
            }
        }
        return names
    }()
}
