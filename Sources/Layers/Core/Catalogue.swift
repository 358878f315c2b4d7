/// The registries: one line for everything that can be made by name.
public enum Catalogue {
    /// Layers, in the order in which help lists them.
    public static let layers = Registry<any Operation>(
        noun: "layer",
        [
            .conv1D, .conv2D, .conv3D, .conv1DTranspose, .conv2DTranspose, .conv3DTranspose,
            .depthwiseConv1D, .depthwiseConv2D, .separableConv1D, .separableConv2D,
            .locallyConnected1D, .locallyConnected2D,
            .maxPooling1D, .maxPooling2D, .maxPooling3D, .averagePooling1D, .averagePooling2D, .averagePooling3D,
            .globalMaxPooling1D, .globalMaxPooling2D, .globalMaxPooling3D,
            .globalAveragePooling1D, .globalAveragePooling2D, .globalAveragePooling3D,
            .adaptiveMaxPooling1D, .adaptiveMaxPooling2D, .adaptiveMaxPooling3D,
            .adaptiveAveragePooling1D, .adaptiveAveragePooling2D, .adaptiveAveragePooling3D,
            .zeroPadding1D, .zeroPadding2D, .zeroPadding3D, .cropping1D, .cropping2D, .cropping3D,
            .upSampling1D, .upSampling2D, .upSampling3D,
            .denseLayer, .embedding, .flatten, .reshape, .permute, .repeatVector, .identityLayer,
            .activationLayer, .reluLayer, .leakyReluLayer, .preluLayer, .eluLayer, .thresholdedRelu, .softmaxLayer,
            .batchNormalization, .layerNormalization, .groupNormalization, .unitNormalization, .rmsNormalization,
            .dropout, .spatialDropout1D, .spatialDropout2D, .spatialDropout3D,
            .gaussianNoise, .gaussianDropout, .alphaDropout,
            .addLayer, .subtractLayer, .multiplyLayer, .averageLayer, .maximumLayer, .minimumLayer,
            .concatenateLayer, .dotLayer,
            .simpleRNN, .lstm, .gru,
            .rescaling, .normalization, .resizing, .centerCrop, .randomFlip, .randomRotation, .randomZoom,
            .randomTranslation, .randomContrast, .randomBrightness, .randomCrop, .activityRegularization,
        ])

    /// Activation functions.
    public static let activations = Registry<ActivationFunction>(
        noun: "activation function",
        [
            .linear, .relu, .relu6, .leakyRelu, .elu, .selu, .celu, .gelu, .silu, .softplus, .softsign,
            .sigmoid, .hardSigmoid, .hardSilu, .tanh, .tanhShrink, .hardTanh, .hardShrink, .softShrink,
            .squareplus, .sparsePlus, .sparseSigmoid, .logSigmoid, .exponential, .mish, .threshold,
            .softmax, .logSoftmax, .sparsemax, .glu,
        ],
        adopt: ActivationFunction.adopt)

    /// Initializers of weights.
    public static let initializers = Registry<Initializer>(
        noun: "initializer",
        [
            .glorotUniform, .glorotNormal, .heUniform, .heNormal, .lecunUniform, .lecunNormal,
            .varianceScaling, .randomUniform, .randomNormal, .truncatedNormal, .orthogonal,
            .identity, .zeros, .ones, .constant,
        ],
        adopt: Initializer.adopt)

    /// Regularizers: penalties on weights or outputs.
    public static let regularizers = Registry<Regularizer>(
        noun: "regularizer",
        [.l1, .l2, .l1l2, .orthogonalRegularizer],
        adopt: Regularizer.adopt)

    /// Constraints on weights.
    public static let constraints = Registry<Constraint>(
        noun: "constraint",
        [.maxNorm, .nonNeg, .unitNorm, .minMaxNorm],
        adopt: Constraint.adopt)
}
