import Inspection
import Presentation

/// A plane of a window as pictures: what is read ⊛ its weights = the products.
struct PlanePicture {
    private let plane: TracePlane
    private let label: String

    /// - Parameter label: what the window is called.
    init(_ plane: TracePlane, label: String) { (self.plane, self.label) = (plane, label) }

    /// The parts of a row; of a window without weights just what is read.
    /// - Parameter range: the range that the colours of what is read span; nil for its own.
    func row(range: ValueRange?) -> [PictureRow.Part] {
        let size = "\(plane.rows.count)×\(plane.columns.count)"
        let window = picture(of: plane.values, "\(label) \(size)\(plane.spacing)", range: range, isRead: true)
        guard let weights = plane.weights else { return [.picture(window)] }
        return [
            .picture(window), .sign("⊛"), .picture(picture(of: weights, plane.weightLabel)), .sign("="),
            .picture(picture(of: plane.products, "products")),
        ]
    }

    private func picture(
        of values: [Double], _ label: String, range: ValueRange? = nil, isRead: Bool = false
    ) -> Picture {
        var grid = WindowGrid(plane)
        if !isRead { grid.padding = .none }
        let inner = grid.inner
        let part = inner.rows.flatMap { row in
            inner.columns.map { Float(values[row * plane.columns.count + $0]) }
        }
        var panel = Panel(
            StyledText(label, .dim),
            .map(Plane(rows: inner.rows.count, columns: inner.columns.count, values: part)), padding: grid.padding)
        if let chosen = plane.chosen, isRead {
            let (row, column) = (chosen / plane.columns.count, chosen % plane.columns.count)
            let (top, left) = (row - grid.padding.top, column - grid.padding.left)
            panel.marks = [Mark(rows: top..<top + 1, columns: left..<left + 1)]
        }
        return Picture(groups: [Picture.Group([panel])], range: range)
    }
}

extension TracePlane {
    /// How far the pixels under a dilated window lie apart: `, every 2nd`.
    fileprivate var spacing: String {
        let gaps = [rows, columns].map { $0.count > 1 ? $0[1] - $0[0] : 1 }
        switch gaps.max() ?? 1 {
        case 1: return ""
        case 2: return ", every 2nd"
        case 3: return ", every 3rd"
        case let gap: return ", every \(gap)th"
        }
    }

    /// The taps, where they are not all of the window in its order: `weights, taps 1 × 2,0`.
    fileprivate var weightLabel: String {
        func inOrder(_ taps: [Int]) -> Bool { taps == Array(taps.indices) }
        if inOrder(rowTaps), inOrder(columnTaps) { return "weights \(rows.count)×\(columns.count)" }
        let parts = (rowTaps.isEmpty ? [columnTaps] : [rowTaps, columnTaps]).map { taps in
            taps.map(String.init).joined(separator: ",")
        }
        return "taps \(parts.joined(separator: " × "))"
    }
}

/// The cells of a window that lie in the input, and how many rows and columns of padding are around them.
private struct WindowGrid {
    private let size: (rows: Int, columns: Int)
    var padding: Border

    init(_ plane: TracePlane) {
        let (rows, columns) = (plane.rows.count, plane.columns.count)
        size = (rows, columns)
        func real(_ row: Int, _ column: Int) -> Bool { !plane.isPadding[row * columns + column] }
        let realRows = (0..<rows).filter { row in (0..<columns).contains { real(row, $0) } }
        let realColumns = (0..<columns).filter { column in (0..<rows).contains { real($0, column) } }
        guard let top = realRows.first, let bottom = realRows.last, let left = realColumns.first,
            let right = realColumns.last
        else {
            // All of it is padding, and is shown as zeros.
            padding = .none
            return
        }
        padding = Border(top: top, left: left, bottom: rows - 1 - bottom, right: columns - 1 - right)
    }

    var inner: (rows: Range<Int>, columns: Range<Int>) {
        (padding.top..<size.rows - padding.bottom, padding.left..<size.columns - padding.right)
    }
}
