import Foundation
import Language
import Testing
import Workbench

/// `sweep` against the layers made one by one.
@Suite struct SweepTests {
    private static let grids = [
        (
            "Conv1D", "5",
            [("kernel_size", ["1", "3"]), ("strides", ["1", "2", "3"]), ("padding", ["'valid'", "'causal'"])]
        ),
        ("Conv2D", "4", [("kernel_size", ["(1, 3)", "3"]), ("strides", ["1", "2"]), ("dilation_rate", ["1", "2"])]),
        ("Conv2D", "4, 3", [("groups", ["1", "2", "3", "4"]), ("padding", ["'valid'", "'same'"])]),
        ("Conv3D", "2, 2", [("strides", ["1", "2"]), ("padding", ["'valid'", "'same'"])]),
        ("DepthwiseConv2D", "3", [("depth_multiplier", ["1", "2"]), ("strides", ["1", "2"])]),
        ("SeparableConv1D", "4", [("kernel_size", ["2", "9"]), ("use_bias", ["True", "False"])]),
        (
            "Conv2DTranspose", "3",
            [("kernel_size", ["2", "3"]), ("strides", ["1", "3"]), ("output_padding", ["None", "0", "1"])]
        ),
        (
            "MaxPooling2D", "",
            [("pool_size", ["2", "(2, 3)", "9"]), ("strides", ["None", "1"]), ("padding", ["'same'", "'valid'"])]
        ),
        ("AveragePooling1D", "2", [("strides", ["None", "1", "3"]), ("padding", ["'same'", "'valid'"])]),
        ("UpSampling2D", "", [("size", ["1", "(2, 3)"])]),
        ("Cropping1D", "", [("cropping", ["1", "(0, 2)", "9"])]),
        ("ZeroPadding2D", "", [("padding", ["1", "((0, 1), (2, 0))"])]),
        ("Dense", "", [("units", ["3", "0", "7"])]),
    ]

    @Test(arguments: grids.indices) func eachRowIsTheLayerMadeAlone(index: Int) throws {
        let (layer, fixed, varied) = Self.grids[index]
        let rank = layer.contains("1D") ? 1 : layer.contains("3D") ? 3 : 2
        let spatial = Array([11, 8, 6].prefix(rank)).map { "\($0), " }.joined()
        let input = "x = Input((\(spatial)4));"
        let lists = varied.map { "\($0.0)=[\($0.1.joined(separator: ", "))]" }.joined(separator: ", ")
        let start = fixed.isEmpty ? "" : "\(fixed), "
        let report = try #require(shownJSON("\(input)\nsweep(\(layer), x, \(start)\(lists))").first)
        let rows = try #require(report["rows"] as? [[String: Any]])
        var calls = [""]
        for (name, values) in varied { calls = calls.flatMap { call in values.map { "\(call)\(name)=\($0), " } } }
        #expect(rows.count == calls.count)
        for (row, call) in zip(rows, calls) {
            let alone = try #require(shownJSON("\(input)\n\(layer)(\(start)\(call))(x)").last)
            if let message = row["error"] as? String {
                #expect("\(alone["class"] ?? ""): \(alone["message"] ?? "")" == message, "\(layer)(\(start)\(call))")
            } else {
                for name in ["output_shape", "params", "macs", "receptive_field"] {
                    #expect("\(row[name] ?? "")" == "\(alone[name] ?? "")", "\(layer)(\(start)\(call)) \(name)")
                }
            }
        }
    }

    @Test func aLayersOwnArgumentsAreKept() throws {
        let code =
            "x = Input((9, 9, 2));\nc = Conv2D(4, 3, padding='same', use_bias=False)(x);\nsweep c, strides=[1, 2]"
        let rows = try #require(shownJSON(code).first?["rows"] as? [[String: Any]])
        #expect(rows.map { $0["output_shape"] as? NSArray } == [[NSNull(), 9, 9, 4], [NSNull(), 5, 5, 4]])
        #expect(rows.map { $0["params"] as? Int } == [72, 72])
    }

    @Test func oldNamesVaryToo() throws {
        let code =
            "x = Input((9, 9, 2));\nsweep(Convolution2D, x, 4, 3, 3, border_mode=['valid', 'same', 'full'], subsample=[(2, 2)])"
        let rows = try #require(shownJSON(code).last?["rows"] as? [[String: Any]])
        #expect(
            rows.map { $0["output_shape"] as? NSArray } == [
                [NSNull(), 4, 4, 4], [NSNull(), 5, 5, 4], [NSNull(), 6, 6, 4],
            ])
    }

    @Test func nothingIsLeftBehind() throws {
        func results(_ line: String) -> String {
            var text = ""
            let session = Session { text += JSONWriter().text($0) }
            _ = session.run(SourceText(name: "test", "x = Input((9, 9, 2));\nc = Conv2D(4, 3)(x);\n\(line);"))
            text = ""
            _ = session.run(SourceText(name: "test", "d = Conv2D(4, 3)(c)\nnp.random.rand()\nd.name\nd.numpy()"))
            return text
        }
        #expect(results("sweep(c, strides=[1, 2], padding=['valid', 'same'], filters=[3, 0])") == results("None"))
    }

    @Test(arguments: [
        ("sweep(c)", "ValueError: sweep() tries the arguments that are lists, and none is"),
        ("sweep(c, strides=[])", "ValueError: sweep() got no value for `strides`. Received: []"),
        ("sweep(c, stride=[1])", "TypeError: Conv2D has no argument `stride`"),
        (
            "sweep(c, filters=range(1, 100), kernel_size=[1, 2, 3])",
            "ValueError: sweep() tries at most 200 combinations. Received: 99 filters × 3 kernel_size = 297"
        ),
        (
            "sweep(x, strides=[1])",
            "TypeError: sweep() takes a layer or a class of layers, not a tensor of 'x'"
        ),
        (
            "sweep(Conv2D(4, 3), strides=[1])",
            "TypeError: sweep() needs an input for a layer that was not called yet"
        ),
        ("sweep(c, x, 3, strides=[1])", "TypeError: sweep() of a layer takes its arguments by name. Received: 3"),
    ]) func whatCannotBeSweptIsRefused(call: String, message: String) throws {
        let error = try #require(shownJSON("x = Input((9, 9, 2));\nc = Conv2D(4, 3)(x);\n\(call)").last)
        #expect("\(error["class"] ?? ""): \(error["message"] ?? "")" == message)
    }
}
