import Foundation
import Language
import Workbench

/// What a session shows of some code, as programs get it: one object for each item.
func shownJSON(_ code: String, in session: Session = Session()) -> [[String: Any]] {
    var items: [[String: Any]] = []
    session.receive = { item in
        let object = try? JSONSerialization.jsonObject(with: Data(JSONWriter().text(item).utf8))
        if let members = object as? [String: Any] { items.append(members) }
    }
    _ = session.run(SourceText(name: "test", code))
    return items
}
