import Inspection
import Layers
import Presentation

/// A value in JSON.
public indirect enum JSONText: Sendable {
    /// The members of an object, in order.
    public typealias Members = [(name: String, value: JSONText)]

    case null
    case bool(Bool)
    case int(Int)
    case number(Double)
    case string(String)
    case array([JSONText])
    case object(Members)

    /// The text, on one line.
    public var text: String {
        switch self {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        case .int(let number): String(number)
        case .number(let number): number.isFinite ? "\(number)" : "null"
        case .string(let text): JSONString.quoted(text)
        case .array(let items): "[\(items.map(\.text).joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { "\(JSONString.quoted($0.name)):\($0.value.text)" }.joined(separator: ","))}"
        }
    }

    /// A number, or null.
    static func optional(_ number: Int?) -> JSONText { number.map(JSONText.int) ?? .null }

    /// A shape as a list of sizes, null where one is unknown.
    static func shape(_ shape: BatchShape) -> JSONText { .array(shape.dims.map { optional($0.known) }) }

    /// A receptive field: a list of sizes, null where there is no number, and what each of them is.
    static func field(_ field: ReceptiveField?) -> Members {
        [
            ("receptive_field", field.map { .array($0.axes.map { optional($0.size.pixels) }) } ?? .null),
            ("receptive_field_is", field.map { .array($0.axes.map { .string($0.size.kind) }) } ?? .null),
        ]
    }

    /// A cost: null where it is not known, and then what it is at least.
    static func cost(_ cost: Cost?) -> Members {
        let macs: Members = [("macs", optional(cost?.exact))]
        guard let cost, !cost.isExact else { return macs }
        return macs + [("macs_at_least", .int(cost.known))]
    }
}
