import Presentation

/// What a person's terminal can do for commands; a session of a script has none.
public struct ShellServices {
    /// Lets the person edit a file; false if the editor failed.
    public var edit: (_ path: String) -> Bool
    /// Lets the person edit a text; nil if the editor failed.
    public var editText: (_ text: String) -> String?
    /// Runs a command of the system's shell and returns its exit status.
    public var run: (_ command: String) -> Int32
    /// Asks the terminal how dark its background is; nil where it does not say.
    public var askBackground: () -> Background?
    /// The rows of the window, and how many lines were written since the person last pressed Enter; nil where there is no window.
    public var screen: () -> (rows: Int, used: Int)? = { nil }
    /// How many lines an item takes there.
    public var height: (OutcomeItem) -> Int = { _ in 0 }

    /// Services as the functions have them.
    public init(
        edit: @escaping (_ path: String) -> Bool, editText: @escaping (_ text: String) -> String?,
        run: @escaping (_ command: String) -> Int32, askBackground: @escaping () -> Background? = { nil }
    ) {
        self.edit = edit
        self.editText = editText
        self.run = run
        self.askBackground = askBackground
    }
}
