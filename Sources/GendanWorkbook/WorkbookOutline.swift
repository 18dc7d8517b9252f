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

  func begin(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr": isFrom1904 = attributes.isTrue("date1904")
    case "sheets": isInSheets = true
    case "sheet" where isInSheets:
      sheets.append(
        Entry(
          name: attributes["name"] ?? "", isHidden: ["hidden", "veryHidden"].contains(attributes["state"]),
          relationship: attributes.prefixed("id") ?? ""))
    default: return
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}

  func end(_ name: String) {
    if name == "sheets" { isInSheets = false }
  }
}
