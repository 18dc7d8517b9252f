import CZlib

/// A workbook made of parts for a test, as good or as bad as the test wants it.
public struct WorkbookFile {
  /// The parts in the order of the file, each with its name.
  public var parts: [(name: String, bytes: [UInt8])] = []
  /// Whether the parts are deflated, as office programs do; else they are stored.
  public var isDeflated = true

  /// A file without parts.
  public init() {}

  /// A workbook with one sheet, `rows` being what stands in its `sheetData`.
  public init(rows: String, after: String = "", strings: [String] = [], styles: String = "") {
    set("_rels/.rels", Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")]))
    set("xl/workbook.xml", Self.workbook([("3月", "rId1", "visible")]))
    set(
      "xl/_rels/workbook.xml.rels",
      Self.relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
      ]))
    set(
      "xl/sharedStrings.xml",
      "<sst>" + strings.map { $0.hasPrefix("<") ? $0 : "<si><t>\($0)</t></si>" }.joined() + "</sst>")
    set("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")
    set("xl/worksheets/sheet1.xml", Self.sheet(rows, after: after))
  }

  /// A workbook whose one sheet holds a table of texts, row by row.
  public init(table: [[String]], from first: Int = 1) {
    let rows = table.enumerated().map { index, row in
      "<row r=\"\(first + index)\">"
        + row.map { "<c t=\"inlineStr\"><is><t>\(Self.escaped($0))</t></is></c>" }.joined() + "</row>"
    }
    self.init(rows: rows.joined())
  }

  /// Replaces a part, or adds it.
  public mutating func set(_ name: String, _ text: String) {
    let bytes = Array(text.utf8)
    if let place = parts.firstIndex(where: { $0.name == name }) {
      parts[place].bytes = bytes
    } else {
      parts.append((name, bytes))
    }
  }

  /// Takes a part away.
  public mutating func remove(_ name: String) { parts.removeAll { $0.name == name } }

  /// A part that lists sheets by name, relationship and state.
  public static func workbook(
    _ sheets: [(name: String, id: String, state: String)], properties: String = ""
  ) -> String {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"\(sheet.id)\"/>"
    }
    return "<workbook xmlns:r=\"urn:r\">\(properties)<sheets>\(list.joined())</sheets></workbook>"
  }

  /// A part that says what belongs to another.
  public static func relationships(_ list: [(id: String, kind: String, target: String)]) -> String {
    "<Relationships>"
      + list.map { "<Relationship Id=\"\($0.id)\" Type=\"http://x/\($0.kind)\" Target=\"\($0.target)\"/>" }
      .joined() + "</Relationships>"
  }

  /// A sheet's part.
  public static func sheet(_ rows: String, after: String = "") -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>"
  }

  /// The file.
  public var bytes: [UInt8] {
    var file: [UInt8] = []
    var list: [UInt8] = []
    for part in parts {
      let packed = isDeflated ? Self.deflated(part.bytes) : part.bytes
      let name = Array(part.name.utf8)
      let about =
        Self.number(isDeflated ? 8 : 0, 2) + Self.number(0, 4) + Self.number(Self.checksum(part.bytes), 4)
        + Self.number(packed.count, 4) + Self.number(part.bytes.count, 4) + Self.number(name.count, 2)
        + Self.number(0, 2)
      list += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + Self.number(20, 2) + Self.number(0x800, 2)
      list += about + Self.number(0, 10) + Self.number(file.count, 4) + name
      file += Self.number(0x0403_4B50, 4) + Self.number(20, 2) + Self.number(0x800, 2) + about + name + packed
    }
    let end =
      Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(parts.count, 2)
      + Self.number(parts.count, 2) + Self.number(list.count, 4) + Self.number(file.count, 4)
      + Self.number(0, 2)
    return file + list + end
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    Int(bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) })
  }

  /// Packed bytes without the head and the sum that a zip has no use for.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(bytes.count))
    let whole = [UInt8](unsafeUninitializedCapacity: Int(size)) { room, written in
      compress2(room.baseAddress, &size, bytes, UInt(bytes.count), 6)
      written = Int(size)
    }
    return Array(whole.dropFirst(2).dropLast(4))
  }
}
