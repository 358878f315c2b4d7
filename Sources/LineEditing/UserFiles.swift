/// Where the files of the person are, by the XDG rules: a relative path in a variable counts as not set. A home that does
/// not exist is not made.
public enum UserFiles {
    /// What is kept between sessions, such as the history: `$XDG_STATE_HOME/convsh/NAME`, else
    /// `~/.local/state/convsh/NAME`; nil where neither folder is known.
    public static func state(
        _ name: String, variable: (String) -> String? = Terminal.variable,
        isFolder: (String) -> Bool = DataFile.isFolder
    ) -> String? {
        path(name, in: "XDG_STATE_HOME", or: ".local/state", variable, isFolder)
    }

    /// The script that every shell begins with: `$XDG_CONFIG_HOME/convsh/config.conv`, else `~/.config/convsh/config.conv`.
    public static func configuration(
        variable: (String) -> String? = Terminal.variable, isFolder: (String) -> Bool = DataFile.isFolder
    ) -> String? {
        path("config.conv", in: "XDG_CONFIG_HOME", or: ".config", variable, isFolder)
    }

    private static func path(
        _ name: String, in folder: String, or usual: String, _ variable: (String) -> String?,
        _ isFolder: (String) -> Bool
    ) -> String? {
        if let folder = variable(folder), folder.hasPrefix("/") { return "\(folder)/convsh/\(name)" }
        guard let home = variable("HOME"), !home.isEmpty, isFolder(home) else { return nil }
        return "\(home)/\(usual)/convsh/\(name)"
    }
}
