import Arrays
import Interpreter
import Layers

/// All tensor functions by name.
final class TensorFunctions {
    let library: LibraryContext
    private let functions: [String: TensorFunction]

    /// - Parameters:
    ///   - texts: the module of functions that are written in the language.
    ///   - prelude: the functions of numpy that are.
    init(_ library: LibraryContext, texts: @escaping () -> ModuleObject?, _ prelude: Prelude?) {
        self.library = library
        let numpy = NumpyModule.make(library, random: nil, prelude)
        functions = ElementwiseFunctions.all(numpy, library)
            .merging(RearrangingFunctions.all(numpy, library)) { first, _ in first }
            .merging(ImageFunctions.all(library)) { first, _ in first }
            .merging(SumFunctions.all) { first, _ in first }
            .merging(RandomFunctions.all(library)) { first, _ in first }
            .merging(NumpyFunctions.all(numpy)) { first, _ in first }
            .merging(CarriedFunctions.all(texts)) { first, _ in first }
    }

    /// The function of that name.
    subscript(name: String) -> TensorFunction? { functions[name] }

    /// The function that becomes a Keras operation of that class; nil where there is none.
    func function(ofClass className: String) -> TensorFunction? { byClass[className] }

    private lazy var byClass: [String: TensorFunction] = {
        var found: [String: TensorFunction] = [:]
        for name in names {
            guard let function = functions[name] else { continue }
            // Several functions become one operation; the one of its name takes the operation's own arguments.
            if found[function.className] == nil || name.camelCased == function.className {
                found[function.className] = function
            }
        }
        return found
    }()

    /// The names there are.
    var names: [String] { functions.keys.sorted() }

    /// A member of a namespace that uses the functions' own names and parameters.
    func member(_ name: String) -> Value? { Spelling(name).builtin(self).map(Value.builtin) }
}

extension TensorFunction {
    /// A function of numpy; arguments go to it by these names.
    static func numpy(
        _ module: ModuleObject, _ name: String, _ parameters: [String],
        passing keywords: [String]? = nil, _ rule: KnownRule
    ) -> TensorFunction {
        let names = keywords ?? parameters
        return TensorFunction(name.camelCased, parameters, rule) {
            operands, interpreter throws(RaisedError) in
            guard let function = module[name] else { return .none }
            var arguments = CallArguments([try operands.required(0)])
            // What stands first in numpy's signature has names of its own.
            for place in names.indices.dropFirst() {
                // A None that was written is not an argument that is missing.
                if place < operands.values.count, let value = operands.values[place] {
                    arguments.keywords.append((names[place], value))
                }
            }
            return try interpreter.call(function, arguments)
        }
    }
}

extension String {
    /// `get_item` as `GetItem`.
    var camelCased: String { split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() }
}
