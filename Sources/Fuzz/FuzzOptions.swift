/// What the command line asks for.
struct FuzzOptions {
    var count = 10_000
    var seed: UInt64 = 1
    var jobs = 2
    var isWorker = false
    /// The number of an input that is only shown.
    var shown: Int?
    /// Folders of scripts that are mutated.
    var seedFolders: [String] = []
    /// Where failing inputs are kept; nil for nowhere.
    var saveFolder: String?
    /// Inputs that are run instead of made-up ones.
    var files: [String] = []

    struct UsageError: Error, CustomStringConvertible {
        let description: String
    }

    init(_ arguments: some Sequence<String>) throws {
        var rest = Array(arguments)[...]
        func value(_ name: String) throws -> String {
            guard let value = rest.popFirst() else { throw UsageError(description: "\(name) wants a value") }
            return value
        }
        func number(_ name: String) throws -> Int {
            let text = try value(name)
            guard let number = Int(text), number >= 0 else {
                throw UsageError(description: "\(name) wants a number, not '\(text)'")
            }
            return number
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--count": count = try number(argument)
            case "--seed": seed = UInt64(try number(argument))
            case "--jobs": jobs = max(1, try number(argument))
            case "--show": shown = try number(argument)
            case "--seeds": seedFolders.append(try value(argument))
            case "--save": saveFolder = try value(argument)
            case "--worker": isWorker = true
            default:
                if argument.hasPrefix("--") { throw UsageError(description: "unknown option '\(argument)'") }
                files.append(argument)
            }
        }
    }
}
