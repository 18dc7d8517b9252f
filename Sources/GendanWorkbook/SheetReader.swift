/// Reads the rows of a sheet.
final class SheetReader: XMLHandler {
  private(set) var contents = SheetContents()
  private let part: String
  private let strings: SharedStrings
  private let formats: CellFormats
  private let dates: SerialDate
  private let limits: ArchiveLimits

  private var isInData = false
  private var isInRow = false
  private var isInCell = false
  private var isPhonetic = false
  private var takesText = false
  private var takesFormula = false
  private var row = 0
  private var rowStart = 0
  private var column = -1
  private var kind = Kind.number
  private var style = 0
  private var hasFormula = false
  private var value: [UInt8] = []
  private var formula: [UInt8] = []
  private var days: [Int: Range<Int>] = [:]

  init(
    _ part: String, strings: SharedStrings, formats: CellFormats, dates: SerialDate, limits: ArchiveLimits
  ) {
    (self.part, self.strings, self.formats, self.dates, self.limits) = (part, strings, formats, dates, limits)
    contents.bytes = strings.bytes
  }

  func begin(_ name: XMLText, _ attributes: XMLAttributes) throws(WorkbookError) {
    switch name {
    case "c" where isInRow && !isInCell: try beginCell(attributes)
    case "v" where isInCell: takesText = true
    case "t" where isInCell: takesText = !isPhonetic
    case "f" where isInCell: (takesFormula, hasFormula) = (true, true)
    case "rPh": isPhonetic = true
    case "row" where isInData && !isInRow: try beginRow(attributes)
    case "sheetData": isInData = true
    case "mergeCell": try merge(attributes)
    default: return
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if takesText {
      value += bytes
    } else if takesFormula {
      formula += bytes
    }
  }

  func end(_ name: XMLText) throws(WorkbookError) {
    switch name {
    case "v", "t": takesText = false
    case "f": takesFormula = false
    case "rPh": isPhonetic = false
    case "c" where isInCell: try endCell()
    case "row" where isInRow:
      isInRow = false
      if contents.cells.count > rowStart {
        contents.rows.append(.init(number: row, cells: rowStart..<contents.cells.count))
      }
    case "sheetData": isInData = false
    default: return
    }
  }

  private func beginRow(_ attributes: XMLAttributes) throws(WorkbookError) {
    let number = try attributes["r"].map { text throws(WorkbookError) in try self.number(text.bytes, "row") }
    // Rows that stand in another order than their numbers could be read in two ways.
    guard (number ?? row + 1) > row, (number ?? row + 1) <= CellPlace.rows else {
      throw damaged("row \(number ?? row + 1)")
    }
    row = number ?? row + 1
    rowStart = contents.cells.count
    column = -1
    isInRow = true
  }

  private func beginCell(_ attributes: XMLAttributes) throws(WorkbookError) {
    var next = column + 1
    if let reference = attributes["r"] {
      guard let place = CellPlace(reference.bytes), place.row == row, place.column > column else {
        throw damaged("cell \(reference.string.prefix(40))")
      }
      next = place.column
    }
    guard next < CellPlace.columns else { throw damaged("row \(row)") }
    column = next
    kind = try attributes["t"].map(self.kind) ?? .number
    style = try attributes["s"].map { text throws(WorkbookError) in try number(text.bytes, "style") } ?? 0
    hasFormula = false
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    isInCell = true
  }

  private func endCell() throws(WorkbookError) {
    isInCell = false
    takesText = false
    takesFormula = false
    switch kind {
    case .shared:
      guard !value.isEmpty else { return }
      let index = try number(value, "text")
      guard let range = strings.range(index) else { throw damaged("text \(index) of \(strings.ends.count)") }
      try add(.value, range)
    case .number:
      if value.isEmpty && hasFormula {
        try add([UInt8(ascii: "=")] + formula, .formula)
      } else {
        try addNumber()
      }
    case .text: try add(value.unescaped(value.indices) ?? value)
    case .truth: try add(Array((value == [0x31] ? "TRUE" : value == [0x30] ? "FALSE" : "").utf8))
    case .error: try add(value.isEmpty ? Array("#VALUE!".utf8) : value, .error)
    case .day: try add(Self.day(value))
    }
  }

  private func addNumber() throws(WorkbookError) {
    guard !value.isEmpty else { return }
    if formats.showsDate(style), try addDate() { return }
    guard let plain = NumberText.plain(value) else {
      throw damaged("row \(row): number \(String(decoding: value.prefix(40), as: UTF8.self))")
    }
    try add(plain)
  }

  /// Adds the number as a day; false where no spreadsheet shows it as one.
  private func addDate() throws(WorkbookError) -> Bool {
    // A column of days holds few different ones, and mostly without a time.
    let day = Int(decimal: value)
    if let known = day.flatMap({ days[$0] }) {
      try add(.value, known)
      return true
    }
    guard let serial = Double(String(decoding: value, as: UTF8.self)), let date = dates.text(serial) else {
      return false
    }
    let start = contents.bytes.count
    try add(Array(date.utf8))
    if let day { days[day] = start..<contents.bytes.count }
    return true
  }

  private func add(_ text: [UInt8], _ form: SheetContents.Form = .value) throws(WorkbookError) {
    let start = contents.bytes.count
    contents.bytes += text
    try add(form, start..<contents.bytes.count)
  }

  /// Adds a cell; one with nothing but spaces in it holds nothing.
  private func add(_ form: SheetContents.Form, _ range: Range<Int>) throws(WorkbookError) {
    guard contents.bytes[range].contains(where: { $0 > 0x20 }) else { return }
    guard contents.cells.count < limits.cells, let start = UInt32(exactly: range.lowerBound),
      let end = UInt32(exactly: range.upperBound)
    else { throw .tooLarge(part: part) }
    contents.cells.append(.init(column: Int32(column), form: form, start: start, end: end))
  }

  private func merge(_ attributes: XMLAttributes) throws(WorkbookError) {
    let text = attributes["ref"]?.string ?? ""
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { CellPlace($0.utf8) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      first.column <= last.column, first.row <= last.row
    else { throw damaged("merged cells \(text.prefix(40))") }
    guard contents.merges.count < limits.merges else { throw .tooLarge(part: part) }
    if first != last {
      contents.merges.append(.init(columns: first.column...last.column, rows: first.row...last.row))
    }
  }

  /// `2026-03-28`, or `2026-03-28 14:30:00`, of a day that is written out.
  private static func day(_ value: [UInt8]) -> [UInt8] {
    let parts = String(decoding: value, as: UTF8.self).split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else { return value }
    let time = parts[1].prefix { $0.isNumber || $0 == ":" }
    return Array((parts[0] + (time.contains { $0 != "0" && $0 != ":" } ? " " + time : "")).utf8)
  }

  private func number(_ text: some Collection<UInt8>, _ what: String) throws(WorkbookError) -> Int {
    guard let number = Int(decimal: text) else {
      throw damaged("\(what) \(String(decoding: text.prefix(40), as: UTF8.self))")
    }
    return number
  }

  /// What a cell holds.
  private enum Kind { case number, shared, text, truth, error, day }

  private func kind(_ text: XMLText) throws(WorkbookError) -> Kind {
    switch text {
    case "n": .number
    case "s": .shared
    case "str", "inlineStr": .text
    case "b": .truth
    case "e": .error
    case "d": .day
    default: throw damaged("cell of kind \(text.string.prefix(40))")
    }
  }

  private func damaged(_ detail: String) -> WorkbookError { .damaged(part: part, detail: detail) }
}
