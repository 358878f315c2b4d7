import Interpreter
import Presentation
import PythonText

/// Something that `%set` shows and changes.
struct Setting: Sendable {
    /// The name it is called by.
    let name: String
    /// One sentence.
    let summary: String
    /// What it may be; the first is the usual value.
    let values: [String]
    private let read: @Sendable (DisplaySettings) -> String
    private let write: @Sendable (inout DisplaySettings, String) -> Void

    /// A setting that the program chooses unless the user did.
    private init(
        automatic name: String, _ summary: String, _ values: [String],
        read: @escaping @Sendable (DisplaySettings) -> String,
        write: @escaping @Sendable (inout DisplaySettings, String) -> Void
    ) {
        self.name = name
        self.summary = summary
        self.values = [DisplaySettings.automatic] + values
        self.read = read
        self.write = write
    }

    /// A setting that is on or off.
    private init(
        _ name: String, _ summary: String, flag: WritableKeyPath<DisplaySettings, Bool> & Sendable
    ) {
        self.name = name
        self.summary = summary
        values = DisplaySettings()[keyPath: flag] ? ["on", "off"] : ["off", "on"]
        read = { $0[keyPath: flag] ? "on" : "off" }
        write = { $0[keyPath: flag] = $1 == "on" }
    }

    /// What leaves the choice to the terminal: the setting takes the value that it answers.
    static let ask = "ask"

    /// The registry: one entry each.
    static let all = [
        Setting(
            automatic: "colours", "The colours of data without a sign.", ColourMap.all.map(\.name),
            read: { $0.colours },
            write: { $0.colours = $1 }),
        Setting(
            automatic: "pixels", "How pictures are drawn.", PictureStyle.allCases.map(\.rawValue), read: { $0.pixels },
            write: { $0.pixels = $1 }),
        Setting(
            automatic: "background", "How dark the terminal's background is; ask: as the terminal says now.",
            Background.allCases.map(\.rawValue) + [Setting.ask],
            read: { $0.background }, write: { $0.background = $1 }),
        Setting("ghost", "Whether a line shows what it would produce while it is typed.", flag: \.showsPreview),
        Setting(
            automatic: "pager", "What is longer than the screen goes through $PAGER: auto means help and %last.",
            ["on", "off"],
            read: { $0.paging }, write: { $0.paging = $1 }),
        Setting("numbering", "Whether entries and results are numbered, as In [3] and Out[3].", flag: \.numbersResults),
        Setting(
            "follow", "Whether what depends on a redefined name runs again, and what changed is shown.", flag: \.follows
        ),
        Setting("highlight", "Whether a line is coloured while it is typed.", flag: \.coloursInput),
    ]

    /// The setting of that name.
    /// - Throws: a NameError that suggests the nearest.
    static func named(_ name: String) throws(RaisedError) -> Setting {
        if let setting = all.first(where: { $0.name == name }) { return setting }
        let nearest = nearestName(to: name, in: all.map(\.name))
        throw RaisedError(
            .nameError, "there is no setting '\(name)'",
            hint: nearest.map { "did you mean '\($0)'?" } ?? "%set lists the settings")
    }

    /// The value it has.
    func value(in settings: DisplaySettings) -> String { read(settings) }

    /// Gives it a value.
    /// - Throws: a ValueError that lists the values.
    func set(_ value: String, in settings: inout DisplaySettings) throws(RaisedError) {
        guard values.contains(value) else {
            let nearest = nearestName(to: value, in: values)
            throw RaisedError(
                .valueError, "'\(value)' is not a value of '\(name)'",
                hint: nearest.map { "did you mean '\($0)'?" } ?? "one of \(values.joined(separator: ", "))")
        }
        write(&settings, value)
    }
}
