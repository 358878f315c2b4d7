import Interpreter

/// The module `tqdm`: loops with a bar, without the bar. Its options say how the bar looks.
enum TqdmModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("tqdm", documentation: "The items, without a bar.") {
            Placeholder.member($0, of: "tqdm")
        }
        let options =
            "desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1, maxinterval=10.0, "
            + "miniters=None, ascii=None, disable=False, unit='it', unit_scale=False, dynamic_ncols=False, "
            + "smoothing=0.3, bar_format=None, initial=0, position=None, postfix=None"
        module.add([
            .python("tqdm(iterable, \(options))", "The items, without a bar.") { arguments, _ in arguments[0] },
            .python("trange(*args, \(options))", "A range, without a bar.") { arguments, interpreter in
                try TypeObject.range.construct(CallArguments(arguments.rest), interpreter)
            },
        ])
        return module
    }
}
