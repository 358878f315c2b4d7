import Inspection
import Interpreter
import Layers
import Network

/// `explore c1`: a layer's window moved by the keys of a terminal.
enum ExploreFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "explore(x, \(ElementArguments.signature))",
            "Explores a layer with the keys of a terminal: arrows move the output pixel, TAB goes on to the input and the "
                + "kernel, and other keys change the kernel size, the strides, the dilation and the padding of a copy. `q` leaves."
        ) { arguments, _ in
            let tensor = try Subject(arguments[0], of: "explore", library).windowedTensor()
            let exploration = try raising { () throws -> Exploration in
                let first = try LayerScene(of: tensor, library.network)
                let element = try ElementArguments(
                    arguments, of: "explore", tensor, first.output, first.motion.dataFormat)
                let scene =
                    element.sample == 0
                    ? first : try LayerScene(of: tensor, library.network, sample: element.sample)
                let (pixel, channel) = scene.motion.parts(of: element.place)
                return Exploration(scene, at: LayerScene.Cell(pixel: pixel, channel: channel))
            }
            library.emit(exploration)
            return .none
        }
    }
}
