/// What a workbook says of its sheets and its days.
final class WorkbookOutline: XMLHandler {
  /// A sheet as the workbook lists it.
  struct Entry {
    let name: String
    let isHidden: Bool
    let relationship: String
  }

  private(set) var sheets: [Entry] = []
  private(set) var isFrom1904 = false
  private var isInSheets = false

  func begin(_ name: XMLText, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr": isFrom1904 = ["1", "true", "on"].contains(attributes["date1904"]?.string)
    case "sheets": isInSheets = true
    case "sheet" where isInSheets:
      sheets.append(
        Entry(
          name: attributes["name"]?.string ?? "",
          isHidden: ["hidden", "veryHidden"].contains(attributes["state"]?.string),
          relationship: attributes.prefixed("id")?.string ?? ""))
    default: return
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}

  func end(_ name: XMLText) {
    if "sheets" ~= name { isInSheets = false }
  }
}
