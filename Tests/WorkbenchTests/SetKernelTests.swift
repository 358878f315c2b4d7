import Language
import Testing
import Workbench

@testable import Library

/// `set_kernel(layer, kernel)`: kernels made by hand.
@Suite struct SetKernelTests {
    private func run(_ code: String) -> String {
        var last = ""
        let writer = TextWriter(renderer: .plain(width: 200), showsPlaces: false)
        let session = Session { last = writer.text($0) }
        _ = session.run(SourceText(name: "test", code))
        return last
    }

    private static let network = "x = Input(8, 8, 2)\nc = Conv2D(3, 3, use_bias=False)(x)\n"

    @Test func oneKernelIsGivenToEveryFilterAndChannel() {
        let code = Self.network + "set_kernel(c, [[1,0,-1],[2,0,-2],[1,0,-1]])\nk = c.kernel.numpy()\n"
        #expect(
            run(code + "k[:, :, 1, 2].tolist()").hasPrefix("[[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]]"))
        #expect(
            run(code + "all([(k[:, :, i, j] == k[:, :, 0, 0]).all() for i in range(2) for j in range(3)])") == "True\n")
    }

    @Test func aListHasOneKernelForEachFilter() {
        let code =
            Self.network
            + "set_kernel(c, [\"sobel_x\", \"sobel_y\", [[0,0,0],[0,9,0],[0,0,0]]])\nk = c.kernel.numpy()\n"
        #expect(run(code + "k[:, :, 1, 0].tolist()") == "[[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]\n")
        #expect(run(code + "k[:, :, 0, 1].tolist()") == "[[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]]\n")
        #expect(run(code + "k[1, 1, :, 2].tolist()") == "[9.0, 9.0]\n")
        #expect(
            run(Self.network + "set_kernel(c, np.arange(27).reshape(3, 3, 3))\nc.kernel.numpy()[:, :, 0, 1].tolist()")
                == "[[9.0, 10.0, 11.0], [12.0, 13.0, 14.0], [15.0, 16.0, 17.0]]\n")
    }

    @Test(arguments: [
        ("DepthwiseConv2D(3, depth_multiplier=2)", 4, "k.reshape(9, 4)"),
        ("Conv2DTranspose(3, 3)", 3, "np.moveaxis(k[:, :, :, 1], -1, 0).reshape(3, 9).T"),
        ("SeparableConv2D(3, 3, depth_multiplier=2)", 4, "k.reshape(9, 4)"),
    ])
    func layersOfOtherKindsHaveTheirKernelsInTheOrderOfTheirFilters(layer: String, filters: Int, columns: String) {
        let code = """
            x = Input(8, 8, 2)
            l = \(layer)
            y = l(x)
            kernels = np.arange(\(9 * filters)).reshape(\(filters), 3, 3)
            set_kernel(l, kernels)
            k = l.weights[0].numpy()
            np.array_equal(\(columns).T.reshape(-1), kernels.reshape(-1))
            """
        #expect(run(code) == "True\n")
    }

    @Test func oneAndThreeAxesHaveKernelsToo() {
        #expect(
            run("c = Conv1D(2, 3)(Input(9, 1))\nset_kernel(c, [1, 2, 3])\nc.kernel.numpy()[:, 0, 1].tolist()")
                == "[1.0, 2.0, 3.0]\n")
        #expect(
            run(
                "c = Conv3D(1, 3)(Input(5, 5, 5, 1))\nset_kernel(c, \"laplace\")\nfloat(c.kernel.numpy()[1, 1, 1, 0, 0])"
            ) == "-6.0\n")
        #expect(
            run(
                "c = LocallyConnected2D(2, 2)(Input(4, 4, 2))\nset_kernel(c, [[1, 2], [3, 4]])\nc.layer.weights[0].numpy()[8, :, 1].tolist()"
            ) == "[1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0]\n")
    }

    @Test func anIdentityKernelLeavesTheImageAsItIs() {
        let code =
            "x = Input(9, 9, 1)\nx.feed(np.arange(81).reshape(9, 9));\nc = Conv2D(1, 5, padding='same')(x)\nset_kernel(c, 'identity')\n"
        #expect(run(code + "np.array_equal(c.numpy(), x.numpy())") == "True\n")
    }

    /// Known by their properties: derivatives of constants are 0, the others keep constants.
    @Test func namedKernelsHaveTheSumsOfTheirKind() throws {
        for kernel in NamedKernel.all {
            for sizes in [[3, 3], [5, 5], [7, 7], [3, 5], [4, 4], [3], [3, 3, 3], [2, 2], [1, 1]] {
                guard let values = kernel.values(sizes: sizes) else { continue }
                #expect(values.count == sizes.reduce(1, *))
                let isDerivative = ["laplace", "sobel_x", "sobel_y"].contains(kernel.name)
                #expect(abs(values.reduce(0, +) - (isDerivative ? 0 : 1)) < 1e-12, "\(kernel.name) \(sizes)")
                let mirrored = Array(values.reversed())
                #expect(values == (kernel.name.hasPrefix("sobel") ? mirrored.map { -$0 } : mirrored))
            }
        }
        let laplace = try #require(NamedKernel.named("laplace"))
        #expect(laplace.values(sizes: [3, 3]) == [0, 1, 0, 1, -4, 1, 0, 1, 0])
        #expect(NamedKernel.named("sharpen")?.values(sizes: [3, 3]) == [0, -1, 0, -1, 5, -1, 0, -1, 0])
        #expect(NamedKernel.named("blur")?.values(sizes: [3, 3])?.map { $0 * 16 } == [1, 2, 1, 2, 4, 2, 1, 2, 1])
        #expect(NamedKernel.named("sobel_x")?.values(sizes: [1, 5]) == [-1, -2, 0, 2, 1])
        #expect(NamedKernel.named("identity")?.values(sizes: [2, 2]) == nil)
    }

    @Test(arguments: [
        (
            "set_kernel(c, [[1, 2], [3, 4]])",
            "ValueError: the kernel of 'conv2d' is 3×3, and an array of shape (2, 2) was given"
        ),
        ("set_kernel(c, [\"blur\"])", "ValueError: the kernel of 'conv2d' is 3×3, and a list of 1 was given"),
        (
            "set_kernel(c, [\"blur\", \"blur\", [1]])",
            "ValueError: the kernel of 'conv2d' is 3×3, and a list with one of shape (1,) was given"
        ),
        ("set_kernel(c, \"sobelx\")", "ValueError: there is no kernel named 'sobelx'"),
        ("set_kernel(x, \"blur\")", "TypeError: 'x' (InputLayer) has no kernel over an image's axes"),
        ("set_kernel(Dense(3)(x), \"blur\")", "TypeError: 'dense' (Dense) has no kernel over an image's axes"),
        (
            "set_kernel(Conv2D(3, 2)(x), \"identity\")",
            "ValueError: 'identity' needs odd sizes, and the kernel of 'conv2d_1' is 2×2"
        ),
        ("set_kernel(Conv2D(3, 2), \"blur\")", "ValueError: the layer 'conv2d_1' has no kernel yet"),
        ("set_kernel(3, \"blur\")", "TypeError: set_kernel() takes a tensor, a layer or a model, not 'int'"),
    ])
    func whatCannotBeSetIsRefused(code: String, message: String) {
        #expect(run(Self.network + code).contains(message), "\(run(Self.network + code))")
    }
}
