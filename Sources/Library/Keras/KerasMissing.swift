import Interpreter

/// What Keras 3.15 has and convsh has not: it can be imported, and a call says that it is not implemented instead of that there is no
/// such thing.
enum KerasMissing {
    /// What stands for a name of a module; nil for names that Keras does not have either.
    static func placeholder(_ name: String, of module: String) -> Value? {
        names[module]?.contains(name) == true ? .host(Placeholder("\(module).\(name)")) : nil
    }

    /// By module. Scripts/referee/missing.py lists the names of Keras that are neither implemented nor here.
    private static let names: [String: Set<String>] = [
        "keras.layers": [
            "AugMix", "AutoContrast", "ContrastLimitedAdaptiveHistogramEqualization", "CutMix", "Equalization",
            "FlaxLayer", "HashedCrossing", "JaxLayer", "MaxNumBoundingBoxes", "MelSpectrogram", "MixUp", "Pipeline",
            "RandAugment", "RandomColorDegeneration", "RandomColorJitter", "RandomElasticTransform", "RandomErasing",
            "RandomGaussianBlur", "RandomGrayscale", "RandomHue", "RandomInvert", "RandomPerspective",
            "RandomPosterization", "RandomSaturation", "RandomSharpness", "RandomShear", "ReversibleEmbedding",
            "STFTSpectrogram", "Solarization", "TFSMLayer", "TorchModuleWrapper",
        ],
        "keras.ops": [
            "adaptive_average_pool", "adaptive_max_pool", "allclose", "argpartition", "associative_scan", "bartlett",
            "bitwise_left_shift", "bitwise_right_shift", "blackman", "cholesky_inverse", "ctc_decode", "ctc_loss",
            "custom_gradient", "dtype", "eig", "eigh", "empty", "empty_like", "erfinv", "extract_sequences", "fft",
            "fft2", "fold", "geomspace", "hamming", "hanning", "histogram", "i0", "ifft2", "irfft", "istft", "jvp",
            "kaiser", "logdet", "logspace", "lstsq", "lu_factor", "matrix_rank", "nanargmax", "nanargmin",
            "nancumprod", "nancumsum", "nanmedian", "nanpercentile", "nanquantile", "nextafter", "pinv", "polar",
            "psnr", "qr", "rearrange", "rfft", "saturate_cast", "slogdet", "solve_triangular", "stft", "svd", "tri",
            "unfold", "unique", "unravel_index", "vander", "vectorize", "view", "view_as_complex", "view_as_real",
        ],
        "keras.ops.image": [
            "affine_transform", "crop_images", "elastic_transform", "gaussian_blur", "hsv_to_rgb", "map_coordinates",
            "pad_images", "perspective_transform", "rgb_to_grayscale", "rgb_to_hsv", "scale_and_translate",
            "sobel_edges", "ssim",
        ],
    ]
}
