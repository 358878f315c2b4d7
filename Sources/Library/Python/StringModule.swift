import Interpreter

/// The module `string`: the letters by their kinds.
enum StringModule {
    /// - Parameter prelude: where the functions are that are written in the language.
    static func make(_ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "string", documentation: "Letters by their kinds.", memberNames: Prelude.names(of: "string")
        ) { prelude?.member($0, of: "string") ?? Placeholder.member($0, of: "string") }
        let (small, large) = ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        let (digits, signs) = ("0123456789", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
        let spaces = " \t\n\r\u{0b}\u{0c}"
        let members = [
            "ascii_lowercase": small, "ascii_uppercase": large, "ascii_letters": small + large, "digits": digits,
            "hexdigits": digits + "abcdefABCDEF", "octdigits": "01234567", "punctuation": signs, "whitespace": spaces,
            "printable": digits + small + large + signs + spaces,
        ]
        for (name, text) in members { module[name] = .string(text) }
        return module
    }
}
