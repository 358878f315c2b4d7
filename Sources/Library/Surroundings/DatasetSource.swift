import Arrays
import Interpreter
import TensorEngine

/// Where the texts of `keras.datasets` get numbers from: the files of a person's Keras, or numbers that are made up.
enum DatasetSource {
    /// A module that only these texts import.
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("keras.datasets._source", documentation: "Files, and numbers that are made up.")
        module.add([local(library), madeUp(library), bytes(library), images, numbers, texts, labels, objects])
        return module
    }

    /// `local(name)`: the path of a file among Keras's data sets; None where it is not there.
    private static func local(_ library: LibraryContext) -> BuiltinFunction {
        .python("local(name)", "The path of a file of Keras's.") { arguments, _ in
            let name = try arguments.string(0)
            let folder = library.files.kerasFolder().map { $0 + "/datasets/" } ?? ""
            let path = name.hasPrefix("/") ? name : folder + name
            return library.files.kind(path) == .file ? .string(path) : .none
        }
    }

    /// `made_up(name, reason)`: says that the numbers of a data set are made up.
    private static func madeUp(_ library: LibraryContext) -> BuiltinFunction {
        .python("made_up(name, reason)", "Says that numbers are made up.") { arguments, _ in
            let (name, reason) = (try arguments.string(0), try arguments.string(1))
            try library.omissions.leaveOut(
                name, because: reason, instead: "its data are made up, with the shapes and types of the real ones")
            return .none
        }
    }

    /// `idx(path)`: the bytes of a compressed file of MNIST's kind.
    private static func bytes(_ library: LibraryContext) -> BuiltinFunction {
        .python("idx(path)", "The bytes of a file.") { arguments, _ in
            .host(ArrayObject(try IdxFormat.decode(compressed: try library.bytes(of: try arguments.string(0)))))
        }
    }

    /// How many pictures of each class differ.
    private static let variants = 8

    /// The places of rows that repeat, in no order.
    private static func places(_ count: Int, of rows: Int, seed: Int) -> [Int] {
        var numbers = SyntheticNumbers(seed: seed)
        return (0..<count).map { _ in numbers.below(rows) }
    }

    /// `images(count, shape, classes, seed)`: pictures of bytes and the numbers of their classes.
    private static var images: BuiltinFunction {
        .python("images(count, shape, classes, seed)", "Pictures and their classes.") { arguments, _ in
            let (count, classes, seed) = (try arguments.int(0), try arguments.int(2), try arguments.int(3))
            let shape = try ArrayObject.sizes(arguments[1])
            let distinct = classes * variants
            let pictures = SyntheticImages(
                height: shape[0], width: shape[1], channels: shape.count == 3 ? shape[2] : 1, classes: classes)
            let rows = try NumericArray(shape: [distinct] + shape, bytes: pictures.bytes(count: distinct, seed: seed))
            let places = places(count, of: distinct, seed: seed)
            let labels = try NumericArray(shape: [count], bytes: places.map { UInt8($0 % classes) })
            return .tuple([
                .host(ArrayObject(try RowTable(rows: rows, places: places))), .host(ArrayObject(labels)),
            ])
        }
    }

    /// `numbers(count, lows, highs, seed)`: a row of numbers for each sample, each column between its bounds.
    private static var numbers: BuiltinFunction {
        .python("numbers(count, lows, highs, seed)", "Rows of numbers between bounds.") { arguments, interpreter in
            let lows = try ArrayObject.array(from: arguments[1], interpreter).doubles
            let highs = try ArrayObject.array(from: arguments[2], interpreter).doubles
            let count = try arguments.int(0)
            var numbers = SyntheticNumbers(seed: try arguments.int(3))
            let values = (0..<count).flatMap { _ in
                zip(lows, highs).map { $0 + ($1 - $0) * numbers.fraction() }
            }
            return .host(ArrayObject(try NumericArray(shape: [count, lows.count], doubles: values)))
        }
    }

    /// `texts(count, vocabulary, mean, longest, seed)`: lists of the numbers of words, from 1 on.
    private static var texts: BuiltinFunction {
        .python("texts(count, vocabulary, mean, longest, seed)", "Lists of numbers of words.") { arguments, _ in
            let (vocabulary, mean) = (try arguments.int(1), try arguments.int(2))
            var numbers = SyntheticNumbers(seed: try arguments.int(4))
            let longest = try arguments.int(3)
            let count = try arguments.int(0)
            let lists = (0..<count).map { place -> Value in
                // Most texts are shorter than the mean, a few much longer.
                let short = 10 + numbers.below(mean) + numbers.below(mean / 2)
                let length = place == 0 ? longest : (numbers.below(20) == 0 ? 3 * short : short)
                let words = (0..<min(length, longest)).map { _ in Value.int(numbers.rank(upTo: vocabulary)) }
                return .list(ListObject(words))
            }
            return .list(ListObject(lists))
        }
    }

    /// `labels(count, rows, seed)`: numbers from 0 to below `rows`, in no order.
    private static var labels: BuiltinFunction {
        .python("labels(count, rows, seed)", "Numbers in no order.") { arguments, _ in
            let places = places(try arguments.int(0), of: try arguments.int(1), seed: try arguments.int(2))
            return .host(ArrayObject(try NumericArray(shape: [places.count], ints: places)))
        }
    }

    /// `objects(lists, places)`: an array of lists, each a list of its own.
    private static var objects: BuiltinFunction {
        .python("objects(lists, places)", "An array of lists.") { arguments, interpreter in
            let lists = try interpreter.items(of: arguments[0])
            let places = try ArrayObject.array(from: arguments[1], interpreter).ints
            return .host(
                ObjectArray(
                    places.map { place in
                        if case .list(let list) = lists[place] { .list(ListObject(list.items)) } else { lists[place] }
                    }))
        }
    }
}
