import Layers
import PythonText

/// The registry of probes: one line each.
public enum Probes {
    /// All probes, in the order in which help lists them.
    public static let all: [Probe] = [.digit, .edges, .gradient, .checker, .impulse, .noise]

    /// What flows where nothing else was fed: strokes in several directions, on which every filter shows something.
    public static let standard: Probe = .digit

    /// The probe of that name.
    public static func named(_ name: String) -> Probe? { all.first { $0.name == name } }
}

extension Probes {
    /// The refusal of a name that no probe has.
    public static func unknown(_ name: String) -> Refusal {
        Refusal(
            argument: "data", "There is no probe named '\(name)'.",
            remedy: (nearestName(to: name, in: all.map(\.name)).map { "did you mean '\($0)'?" }
                ?? "there are " + all.map(\.name).joined(separator: ", ")) + "; or give an image file, as in 'cat.png'")
    }
}
