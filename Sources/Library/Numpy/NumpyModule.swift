import Arrays
import Interpreter

/// The module `numpy`, as far as people use it around models.
enum NumpyModule {
    /// - Parameters:
    ///   - linalg: the module `numpy.linalg`, which is made when it is asked for.
    ///   - prelude: the functions that are written in the language.
    static func make(
        _ library: LibraryContext, random: ModuleObject?, linalg: @escaping () -> ModuleObject? = { nil },
        _ prelude: Prelude? = nil
    ) -> ModuleObject {
        let functions =
            NumpyCreation.all + NumpyElementwise.all + NumpyReductions.all + NumpyRearranging.all + NumpyJoining.all
            + NumpySorting.all + NumpyTaking.all + NumpyComparing.all + NumpyMatrices.all + NumpyFiles.all(library)
            + NumpyPrinting.all(library)
        let module = ModuleObject(
            "numpy", documentation: "Arrays of numbers.", memberNames: Prelude.names(of: "numpy") + ["linalg"]
        ) { name in
            name == "linalg" ? linalg().map(Value.module) : prelude?.member(name, of: "numpy")
        }
        for function in functions { module[function.name] = .builtin(function.passingAbsence()) }
        NumpyTypes.add(to: module)
        module["random"] = random.map(Value.module)
        module["__version__"] = .string("2.4.6")
        module["pi"] = .float(.pi)
        module["e"] = .float(2.718281828459045)
        module["inf"] = .float(.infinity)
        module["nan"] = .float(.nan)
        module["newaxis"] = Value.none
        module["ndarray"] = .type(ArrayObject.arrayType)
        return module
    }
}
