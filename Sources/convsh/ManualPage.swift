import ArgumentParser
import Presentation

/// The manual page, `man convsh`, made from the definitions of the options.
enum ManualPage {
    /// The option that asks for it; for Scripts/install, not for people.
    static let option = "--generate-manual"

    /// The page in the language of `man`.
    static var text: String {
        var lines = [".TH CONVSH 1 \"\" \"convsh \(Version.number)\" \"User Commands\"", ".SH NAME"]
        let abstract = Convsh.configuration.abstract
        lines.append("convsh \\- \(escaped(abstract.prefix(1).lowercased() + abstract.dropFirst().dropLast()))")
        lines += body(of: Convsh.helpMessage(columns: 10_000), isSubcommand: false)
        for command in Subcommands.all {
            lines.append(".SH CONVSH \((command.configuration.commandName ?? "").uppercased())")
            lines += body(of: command.helpMessage(columns: 10_000), isSubcommand: true)
        }
        lines += [
            ".SH FILES", ".TP", "$XDG_CONFIG_HOME/convsh/config.conv, ~/.config/convsh/config.conv",
            "The script with which every shell begins.", ".TP",
            "$XDG_STATE_HOME/convsh/history, ~/.local/state/convsh/history", "What was typed.", ".TP", "~/.inputrc",
            "Keys, as for every program with GNU readline; lines for convsh alone stand between $if convsh and $endif.",
            ".SH ENVIRONMENT", ".TP", "NO_COLOR", "No colours, if not empty.", ".TP", "CONVSH_THREADS",
            "How many threads compute.", ".TP", "PAGER, VISUAL, EDITOR", "The programs for long texts and for %edit.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// A help message, whose sections begin with words in capitals, as sections of the page.
    private static func body(of help: String, isSubcommand: Bool) -> [String] {
        var lines: [String] = []
        for line in help.linesByFeed {
            if let section = sectionName(line) {
                let rest = line.dropFirst(section.count + 1).drop { $0 == " " }
                if section == "USAGE" {
                    lines += [isSubcommand ? ".SS SYNOPSIS" : ".SH SYNOPSIS", escaped(rest)]
                } else if section == "OVERVIEW" {
                    lines += [isSubcommand ? escaped(rest) : ".SH DESCRIPTION"] + (isSubcommand ? [] : [escaped(rest)])
                } else {
                    lines.append((isSubcommand ? ".SS " : ".SH ") + section)
                }
            } else if line.hasPrefix("  "), !line.hasPrefix("   ") {
                let item = line.dropFirst(2)
                guard let gap = item.firstRange(of: "  ") else {
                    lines += [".TP", ".B \(escaped(item))"]
                    continue
                }
                lines += [".TP", ".B \(escaped(item[..<gap.lowerBound]))"]
                lines.append(escaped(item[gap.upperBound...].drop { $0 == " " }))
            } else if line.hasPrefix("   ") {
                lines.append(escaped(line.drop { $0 == " " }))
            } else if line.isEmpty {
                lines.append(".PP")
            } else {
                lines += [escaped(line), ".br"]
            }
        }
        return lines
    }

    /// `OPTIONS` of `OPTIONS:`; nil for other lines.
    private static func sectionName(_ line: String) -> String? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let name = line[..<colon]
        return !name.isEmpty && name.allSatisfy { $0.isUppercase || $0 == " " } ? String(name) : nil
    }

    private static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            default: result.append(character)
            }
        }
        return result.hasPrefix(".") ? "\\&" + result : result
    }
}
