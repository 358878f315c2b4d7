import Interpreter

/// This program's own functions that yield values and need no import: one line each.
enum FreeFunctions {
    static func all(_ library: LibraryContext) -> [BuiltinFunction] {
        [
            LoadFunction.make(library), SetKernelFunction.make(library), InsideFunction.make(library),
            IOModule.open(library),
        ]
    }
}
