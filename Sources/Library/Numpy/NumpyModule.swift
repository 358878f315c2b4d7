import Arrays
import Interpreter

/// The module `numpy`, as far as people use it around models.
enum NumpyModule {
    static func make(_ library: LibraryContext, random: ModuleObject?) -> ModuleObject {
        let functions =
            NumpyCreation.all + NumpyElementwise.all + NumpyReductions.all + NumpyRearranging.all + NumpyJoining.all
            + NumpySorting.all + NumpyTaking.all + NumpyComparing.all + NumpyMatrices.all + NumpyFiles.all(library)
        let module = ModuleObject("numpy", documentation: "Arrays of numbers.")
        for function in functions { module[function.name] = .builtin(function.passingAbsence()) }
        NumpyTypes.add(to: module)
        module["random"] = random.map(Value.module)
        module["pi"] = .float(.pi)
        module["e"] = .float(2.718281828459045)
        module["inf"] = .float(.infinity)
        module["nan"] = .float(.nan)
        module["newaxis"] = Value.none
        module["ndarray"] = .type(ArrayObject.arrayType)
        return module
    }
}
