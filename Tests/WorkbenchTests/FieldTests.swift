import Foundation
import Interpreter
import Language
import Layers
import Library
import Network
import TensorEngine
import Testing
import Workbench

@testable import Inspection

/// What receptive fields claim, against what changes: inputs are changed one at a time, and the outputs compared bit by bit.
@Suite struct FieldTests {
    private typealias Failure = PerturbedNetwork.Failure

    /// Layers whose constructor needs arguments, or inputs of another rank; the others take 6×5 pixels of 2 channels.
    private static let layers: [String: (shape: String, call: String)] = {
        let image = "(6, 5, 2)"
        let line = "(7, 2)"
        let volume = "(4, 3, 4, 2)"
        var layers: [String: (String, String)] = [
            "Activation": (image, "Activation('relu')"), "Dense": (image, "Dense(3)"),
            "Conv1D": (line, "Conv1D(2, 3, dilation_rate=2)"), "Conv2D": (image, "Conv2D(2, (3, 2), strides=(2, 1))"),
            "Conv3D": (volume, "Conv3D(2, 2)"), "Conv1DTranspose": (line, "Conv1DTranspose(2, 3, strides=2)"),
            "Conv2DTranspose": ("(3, 4, 2)", "Conv2DTranspose(2, 2, strides=3)"),
            "Conv3DTranspose": ("(2, 2, 2, 2)", "Conv3DTranspose(2, 2, strides=2)"),
            "DepthwiseConv1D": (line, "DepthwiseConv1D(3, strides=2)"),
            "DepthwiseConv2D": (image, "DepthwiseConv2D(3, depth_multiplier=2)"),
            "SeparableConv1D": (line, "SeparableConv1D(3, 3)"), "SeparableConv2D": (image, "SeparableConv2D(3, 2)"),
            "LocallyConnected1D": (line, "LocallyConnected1D(2, 3)"),
            "LocallyConnected2D": (image, "LocallyConnected2D(2, 2)"), "Embedding": ("(5,)", "Embedding(9, 2)"),
            "LSTM": ("(4, 3)", "LSTM(2)"), "GRU": ("(4, 3)", "GRU(2, return_sequences=True)"),
            "SimpleRNN": ("(4, 3)", "SimpleRNN(2)"), "CenterCrop": (image, "CenterCrop(3, 2)"),
            "RandomCrop": (image, "RandomCrop(6, 5)"), "RandomBrightness": (image, "RandomBrightness(0.1)"),
            "RandomContrast": (image, "RandomContrast(0.1)"), "RandomRotation": (image, "RandomRotation(0.1)"),
            "RandomTranslation": (image, "RandomTranslation(0.1, 0.1)"), "RandomZoom": (image, "RandomZoom(0.1)"),
            "Normalization": (image, "Normalization(mean=0.5, variance=4)"),
            "Lambda": (image, "Lambda(lambda t: t[:, ::-1])"), "Permute": (image, "Permute((2, 3, 1))"),
            "RepeatVector": ("(4,)", "RepeatVector(3)"), "Reshape": (image, "Reshape((6, 10))"),
            "Rescaling": (image, "Rescaling(2.0, 1)"), "Resizing": (image, "Resizing(4, 9)"),
            "Softmax": (image, "Softmax(axis=1)"), "GroupNormalization": (image, "GroupNormalization(1)"),
            "UnitNormalization": (image, "UnitNormalization(axis=2)"), "ThresholdedReLU": (image, "ThresholdedReLU()"),
        ]
        for rank in 1...3 {
            let shape = [line, image, volume][rank - 1]
            for name in ["MaxPooling", "AveragePooling"] { layers["\(name)\(rank)D"] = (shape, "\(name)\(rank)D(2)") }
            for name in ["AdaptiveMaxPooling", "AdaptiveAveragePooling"] {
                layers["\(name)\(rank)D"] = (shape, "\(name)\(rank)D(3)")
            }
            for name in ["GlobalMaxPooling", "GlobalAveragePooling"] {
                layers["\(name)\(rank)D"] = (shape, "\(name)\(rank)D()")
            }
            for name in ["ZeroPadding", "Cropping"] { layers["\(name)\(rank)D"] = (shape, "\(name)\(rank)D(1)") }
            layers["UpSampling\(rank)D"] = (shape, "UpSampling\(rank)D(2)")
            layers["SpatialDropout\(rank)D"] = (shape, "SpatialDropout\(rank)D(0.5)")
        }
        for name in ["Dropout", "AlphaDropout", "GaussianDropout", "GaussianNoise"] {
            layers[name] = (image, "\(name)(0.5)")
        }
        return layers
    }()

    private static let merging: Set<String> = [
        "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot",
    ]

    /// Functions that finite numbers other than 0 do not change.
    private static let constant: Set<String> = [
        "isnan", "isfinite", "isinf", "ones_like", "zeros_like", "logical_not", "logical_and", "logical_or", "equal",
        "not_equal", "all", "any", "bitwise_not", "where", "isclose", "isin", "logical_xor", "count_nonzero",
        "full_like",
        "bitwise_and", "bitwise_or", "bitwise_invert", "bitwise_xor", "left_shift", "right_shift", "trunc",
        "imag", "isneginf", "isposinf", "isreal", "signbit", "angle", "digitize", "gcd", "heaviside", "lcm", "fmod",
    ]

    static let layerNames = Catalogue.layers.definitions.map(\.name).sorted()

    @Test(arguments: layerNames)
    func aLayerDependsOnWhatItClaims(name: String) throws {
        if FieldTests.merging.contains(name) {
            let call = name == "Dot" ? "Dot(2)" : name == "Concatenate" ? "Concatenate(1)" : "\(name)()"
            return try check("x = Input((4, 3))\nz = Input((4, 3))\ny = \(call)([x, z])")
        }
        let (shape, call) = FieldTests.layers[name] ?? ("(6, 5, 2)", "\(name)()")
        try check("x = Input(\(shape))\ny = \(call)(x)", changesIndices: name == "Embedding")
    }

    @Test(arguments: [
        "y = x[:, ::2]", "y = x[:, 1:-1, ::-1]", "y = x[..., 0]", "y = x[:, 2]", "y = Conv2D(2, 3)(x[:, ::2])",
        "y = Conv2D(2, 2)(Resizing(9, 9)(x))", "y = Conv2D(2, 3)(UpSampling2D(2)(x))",
        "y = UpSampling2D(2)(Conv2D(2, 2, strides=2)(x))", "y = Add()([x, Conv2D(2, 3, padding='same')(x)])",
        "y = Concatenate()([Conv2D(2, (1, 3), padding='same')(x), Conv2D(2, (3, 1), padding='same')(x)])",
        "y = Concatenate(1)([x, x])", "y = Conv2D(2, 3)(Concatenate(1)([x, x * 2]))",
        "y = Sequential([Input((6, 6, 2)), Conv2D(2, 3), MaxPooling2D(2)])(x)",
        "i = Input((None, None, 2))\nm = Model(i, Conv2D(2, 3, strides=2)(i))\ny = Conv2D(2, 2)(m(x))",
        "i = Input((6, 6, 2))\nm = Model(i, [Conv2D(2, 3)(i), i])\na, b = m(x)\ny = a + b[:, 1:-1, 1:-1]",
        "y = Conv2D(2, 3, dilation_rate=2, padding='same')(Conv2D(2, 3, dilation_rate=2, padding='same')(x))",
        "y = Conv2DTranspose(2, 3, strides=2, padding='same')(Conv2D(2, 3, strides=2)(x))",
        "y = Conv2D(2, 3, padding='same')(Cropping2D(1)(x))", "y = Conv2D(2, 3)(ZeroPadding2D(((0, 3), (1, 0)))(x))",
        "y = Dense(3)(Flatten()(x))", "y = GlobalAveragePooling2D()(Cropping2D(1)(x))", "y = Permute((2, 1, 3))(x)",
        "y = LayerNormalization()(x)", "y = LayerNormalization(axis=[1, 2])(x)", "y = BatchNormalization(axis=1)(x)",
        "y = ops.matmul(x, ops.transpose(x, (0, 1, 3, 2)))", "y = Dot((3, 3))([x, x])",
        "y = K.conv2d(x, np.ones((2, 2, 2, 3)))", "y = ops.average_pool(x, 2)", "y = ops.mean(x, axis=1)",
        "y = ops.softmax(x, axis=2)", "y = ops.pad(x, ((0, 0), (1, 2), (0, 1), (0, 0)))", "y = ops.flip(x, 1)",
        "y = ops.roll(x, (1, 2), axis=(1, 2))", "y = ops.flip(Conv2D(2, 3)(x))",
        "y = Conv2D(2, 3)(ops.flip(x, (1, 2)))",
        "y = x[:, ::-1]", "y = Conv2D(2, (3, 1))(x[:, ::-1])", "y = ops.cumsum(x, axis=1)", "y = ops.cumsum(x)",
        "y = ops.swapaxes(Conv2D(2, 2)(x), 1, -1)", "y = ops.moveaxis(x, (1, -1), (2, 1))",
        "y = ops.unstack(x, axis=1)[2]",
        "y = Conv1D(2, 2)(ops.unstack(x, axis=2)[1])", "y = ops.take(x, [1, 3], axis=1)", "y = ops.take(x, 2, axis=-2)",
        "y = ops.take(x, [5, 4, 3, 2, 1, 0], axis=1)", "y = ops.take(x, [3, 0], axis=1)",
        "y = ops.take(x, [[1], [3]], axis=1)",
        "y = K.gather(x, [0])", "y = Conv2D(2, 2)(ops.tile(Conv2D(2, 3)(x), (1, 2, 1, 1)))", "y = ops.tile(x, 2)",
        "y = Conv1D(2, 2)(Conv2D(2, 3)(x)[:, -2])", "y = Conv1D(2, 2)(Conv2D(2, 3)(x)[:, :, 1])",
        "y = ops.roll(x, 1, axis=1)", "y = ops.reshape(x, (-1, 36, 2))", "y = ops.tile(x, (1, 2, 1, 1))",
        "y = ops.repeat(x, 2, axis=1)", "y = ops.stack([x, x + 1], axis=1)", "y = ops.split(x, 2, axis=1)[1]",
        "y = ops.depth_to_space(ops.concatenate([x, x], -1), 2)", "y = tf.nn.space_to_depth(x, 2)",
        "y = ops.image.resize(x, (4, 9))", "y = x * np.tril(np.ones((6, 2)))",
        "y = ops.where(np.tril(np.ones((6, 2))) > 0, x, 0.0)", "y = ops.matmul(np.tril(np.ones((6, 6))), x)",
        "y = ops.softmax(x - 1e9 * np.triu(np.ones((6, 2)), 1), axis=2)",
        "a = x[:, :, 0]\ny = MultiHeadAttention(1, 2)(a, a, use_causal_mask=True)",
        "a = x[:, :, 0]\ny = Attention()([a, a], use_causal_mask=True)",
        "a = x[:, :, 0]\ny = ops.matmul(ops.tril(ops.matmul(a, ops.transpose(a, (0, 2, 1)))), a)",
        "y = ops.conv(x, np.eye(3)[:, :, None, None] * np.ones((1, 1, 2, 1)))",
        "n = ops.arange(ops.shape(x)[1])\ny = ops.where((n[:, None] >= n)[None, :, :, None], x, 0.0)",
        "y = ops.einsum('bhwc,bhwd->bcd', x, x)", "y = ops.expand_dims(x, 1)",
        "y = ops.stack([x[:, 1], x[:, 3], x[:, 5]], axis=1)", "y = ops.stack([x[:, 3], x[:, 1]], axis=1)",
        "y = ops.stack([x[:, 0], x[:, 1] + x[:, 3]], axis=1)", "y = ops.concatenate([x[:, 3:], x[:, :3]], axis=1)",
        "y = ops.concatenate([x[:, 0:1], x[:, 1:2], x[:, 2:3]], axis=1)", "y = TimeDistributed(Dense(2))(x)",
        "y = TimeDistributed(Conv1D(2, 3))(x)", "y = TimeDistributed(Dense(2))(x[:, :, 0])",
        "y = ops.stack([ops.mean(x, axis=1), x[:, 2]], axis=1)",
    ])
    func aNetworkDependsOnWhatItClaims(code: String) throws { try check("x = Input((6, 6, 2))\n\(code)") }

    @Test(arguments: FunctionCases.all)
    func aFunctionDependsOnWhatItClaims(code: String) throws {
        let isConstant = FieldTests.constant.contains { code.contains("ops.\($0)(") }
        try check("x = Input((4, 3, 2))\nz = Input((4, 3, 2))\ny = \(code)", mayStay: isConstant)
    }

    @Test func randomNetworksDependOnWhatTheyClaim() throws {
        try PerturbedNetwork.forEachRandom(seed: 11) { try check($0) }
    }

    /// Published figures: Araujo, Norris and Sim 2019, "Computing receptive fields of convolutional neural networks".
    @Test(arguments: [("vgg16", "block5_pool", 212, 32.0), ("resnet50", "activation_48", 483, 32.0)])
    func fieldsOfKnownNetworksAreThePublishedOnes(name: String, layer: String, size: Int, jump: Double) throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let code = try String(contentsOf: root.appendingPathComponent("Scripts/models/\(name).conv"), encoding: .utf8)
        let session = Session()
        session.options.showsResults = false
        _ = session.run(SourceText(name: name, code + "\ny = model.get_layer('\(layer)').output\n"))
        let field = ReceptiveField(of: try #require(tensor("y", session)))
        #expect(field.axes.map(\.size) == [.exact(size), .exact(size)])
        #expect(field.axes.map(\.jump) == [jump, jump])
    }

    @Test(arguments: [
        ("y = Conv2D(2, 3)(Resizing(9, 9)(x))", "≤ 5×5"), ("y = Conv2D(2, 3, dilation_rate=2)(x)", "5×5"),
        ("y = Conv2DTranspose(2, 3, strides=2)(x)", "≤ 2×2"), ("y = UpSampling2D(2)(Conv2D(2, 3)(x))", "3×3"),
        ("y = Dense(3)(Flatten()(Conv2D(2, 3)(x)))", "all×all"), ("y = Lambda(lambda t: t)(Conv2D(2, 3)(x))", "3×3"),
        ("y = Lambda(lambda t: t, output_shape=(3, 2))(Conv2D(2, 3)(x))", "?"),
        ("y = Conv2D(2, 3)(x) * np.eye(10)[..., None]", "≤ 3×3"),
        ("y = Conv2D(2, 3)(x) * np.arange(1, 11)[:, None, None]", "3×3"),
        ("y = Conv2D(2, 3)(x) + np.eye(10)[..., None]", "3×3"),
        ("y = Conv2D(2, 3)(x) - 1e9 * np.eye(10)[..., None]", "≤ 3×3"), ("y = ops.ones_like(x)", "≤ 1×1"),
        ("y = Sequential([Conv2D(2, 3), Conv2D(2, 3)])(x)", "5×5"), ("y = Conv2D(2, 2)(x[:, ::2])", "3×2"),
        ("y = ops.flip(Conv2D(2, 3)(x), 1)", "3×3"), ("y = Conv2D(2, 3)(x)[:, ::-1]", "3×3"),
        ("y = ops.swapaxes(Conv2D(2, (3, 2))(x), 1, 2)", "3×2"),
        ("y = ops.take(Conv2D(2, 3)(x), [0, 2], axis=1)", "3×3"),
        ("y = ops.roll(Conv2D(2, 3)(x), 1, axis=2)", "3×3"), ("y = Softmax(axis=1)(Conv2D(2, 3)(x))", "all×3"),
        ("y = Concatenate(1)([x, x])", "?×1"),
        ("x = Input((9, 11, 2))\ny = Dense(3)(Conv2D(2, 2)(x)[:, :, 1:, 1])", "2×10"),
        ("x = Input((9, 11, 2))\ny = Dense(3)(Conv2D(2, 2)(x)[:, :, :, 1])", "2×all"),
        ("t = ops.concatenate([x[:, :3], x[:, 7:10]], -1)\ny = t", "8×1"),
        ("t = ops.concatenate([x[:, :3], x[:, 7:10]], -1)\ny = Conv2D(2, 1)(t)", "8×1"),
        ("t = ops.concatenate([x[:, :3], x[:, 7:10]], -1)\ny = ops.expand_dims(t, -1)", "≤ 8×1"),
        ("t = ops.concatenate([x[:, :3], x[:, 7:10]], -1)\ny = t[..., 0]", "≤ 8×1"),
        ("t = Concatenate()([x, Conv2D(2, 3)(ZeroPadding2D(1)(x))])\ny = Concatenate()([t, Conv2D(2, 1)(t)])", "3×3"),
        ("x = Input((1, 6, 9))\ny = UpSampling2D(2, data_format='channels_first')(Concatenate(3)([x, x]))", "≤ 1×10"),
        ("x = Input((30, 8))\ny = TimeDistributed(Dense(4))(x)", "1"),
        ("x = Input((4, 9, 9, 1))\ny = TimeDistributed(Conv2D(2, 3))(x)", "1×3×3"),
        ("x = Input((8, 9, 9, 1))\ny = Conv3D(2, 2)(TimeDistributed(Conv2D(2, 3, strides=2))(x))", "2×5×5"),
        ("x = Input((9, 8))\ny = ops.stack([x[:, 1], x[:, 5]], axis=1)", "1"),
        ("x = Input((9, 8))\ny = ops.stack([x[:, 5], x[:, 1]], axis=1)", "≤ 5"),
        ("x = Input((9, 8))\ny = ops.concatenate([x[:, 5:], x[:, :5]], axis=1)", "?"),
    ])
    func aFigureSaysWhatItIs(code: String, figure: String) throws {
        let session = Session()
        session.options.showsResults = false
        _ = session.run(SourceText(name: "network", "x = Input((12, 12, 2))\n\(code)"))
        #expect(ReceptiveField(of: try #require(tensor("y", session))).description == figure)
    }

    // MARK: The check

    /// Checks every claim about the elements of `y` that depend on elements of `x` and `z`, both ways.
    /// - Parameters:
    ///   - changesIndices: whether the inputs are indices, which other indices are put in place of.
    ///   - mayStay: whether nothing need change.
    private func check(_ code: String, changesIndices: Bool = false, mayStay: Bool = false) throws {
        try check(try PerturbedNetwork(code, changesIndices: changesIndices), mayStay: mayStay)
    }

    private func check(_ network: PerturbedNetwork, mayStay: Bool = false) throws {
        let field = ReceptiveField(of: network.output)
        for (index, input) in network.inputs.enumerated() {
            let changes = try network.changes(byInput: index)
            for (element, changed) in changes.enumerated() where element % max(1, changes.count / 60) == 0 {
                try compare(changed, element, network, input, field, mayStay)
            }
            let count = changes.first?.count ?? 0
            for element in 0..<count where element % max(1, count / 60) == 0 {
                try compareReach(changes.map { $0[element] }, element, network, input, mayStay)
            }
        }
    }

    /// Compares what changes an element with what its field claims.
    private func compare(
        _ changed: [Bool], _ element: Int, _ network: PerturbedNetwork, _ input: SymbolicTensor,
        _ report: ReceptiveField, _ mayStay: Bool
    ) throws {
        let (output, code) = (network.output, network.code)
        let place = indices(of: element, in: output.shape)
        let field = try #require(ElementField(of: output, at: place), "\(code)")
        for (index, isChanged) in changed.enumerated() {
            let source = indices(of: index, in: input.shape)
            let isClaimed = field.contains(source, of: input)
            if isChanged && !isClaimed || !isChanged && isClaimed && field.isExact(in: input) && !mayStay {
                throw Failure(
                    description: "\(code)\nelement \(place) of y: \(source) of the input "
                        + (isChanged ? "changes it and is not claimed" : "is claimed and changes nothing"))
            }
        }
        // The report holds for every pixel: none reaches farther.
        let format = FieldReport.format(of: output)
        let spatial = input.shape.rank > 2 ? Array(format.spatialAxes(rank: input.shape.rank)) : []
        for (axis, claim) in zip(spatial, report.axes) {
            let seen = changed.indices.filter { changed[$0] }.map { indices(of: $0, in: input.shape)[axis - 1] }
            guard let first = seen.min(), let last = seen.max() else { continue }
            let extent = last - first + 1
            if let most = claim.size.pixels, extent > most {
                throw Failure(description: "\(code)\nsees \(report.description), but \(place) sees \(extent)")
            }
        }
    }

    /// Compares what an element of the input changes with what is claimed to see it.
    private func compareReach(
        _ changed: [Bool], _ element: Int, _ network: PerturbedNetwork, _ input: SymbolicTensor, _ mayStay: Bool
    ) throws {
        let source = indices(of: element, in: input.shape)
        let field = try #require(ReachField(from: input, at: source, to: [network.output]), "\(network.code)")
        for (index, isChanged) in changed.enumerated() {
            let place = indices(of: index, in: network.output.shape)
            let isClaimed = field.contains(place, of: network.output)
            if isChanged && !isClaimed || !isChanged && isClaimed && field.isExact(in: network.output) && !mayStay {
                throw Failure(
                    description: "\(network.code)\nelement \(source) of the input: \(place) of y "
                        + (isChanged ? "changes with it and is not claimed" : "is claimed and does not change"))
            }
        }
    }

    private func indices(of element: Int, in shape: BatchShape) -> [Int] {
        PerturbedNetwork.indices(of: element, in: shape.perSample.compactMap(\.known))
    }

    private func tensor(_ name: String, _ session: Session) -> SymbolicTensor? {
        PerturbedNetwork.tensor(name, session)
    }
}
