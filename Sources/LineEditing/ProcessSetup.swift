#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The process as the operating system sees it.
public enum ProcessSetup {
    /// Whether the characters of the user's locale are UTF-8; nil before `prepare`. Written once, when the program starts.
    nonisolated(unsafe) private(set) static var localeUsesUTF8: Bool?
    /// The locale by which lines are read where the user's own has other characters.
    nonisolated(unsafe) private static var lineLocale: String?

    /// To be called first: adopts the user's locale, and ends quietly when a reader of the output goes away.
    ///
    /// Numbers keep the point as their decimal mark in every locale. Lines are UTF-8 in every locale, too: readline would
    /// not insert what is none of the locale's characters.
    public static func prepare() {
        setlocale(LC_ALL, "")
        localeUsesUTF8 = Terminal.readsUTF8
        if !Terminal.readsUTF8 {
            lineLocale = ["C.UTF-8", "en_US.UTF-8"].first { setlocale(LC_CTYPE, $0) != nil }
        }
        setlocale(LC_NUMERIC, "C")
        SignalDisposition.setDefault(SIGPIPE)
    }

    /// Does something with the locale by which lines are read in the environment, where readline looks for it whenever it
    /// begins a line. Other programs get the user's own.
    static func withLineLocale(_ body: () -> Void) {
        guard let lineLocale else { return body() }
        let old = Terminal.variable("LC_ALL")
        setenv("LC_ALL", lineLocale, 1)
        body()
        if let old { setenv("LC_ALL", old, 1) } else { unsetenv("LC_ALL") }
    }
}
