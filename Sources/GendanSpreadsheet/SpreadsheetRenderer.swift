import Gendan
import GendanOutput

/// Rows that are made while they are written, for a table too long to be held: each is given to the writer.
public typealias RowFeed = (_ write: (Table.Row) throws -> Void) throws -> Void

/// Writes a document as a spreadsheet with typed cells, a sheet for each of its tables.
public struct SpreadsheetRenderer {
  /// What stands in the first rows, at the foot of the printed page, and where people sign.
  public var frame: PageFrame
  /// The paper it is laid out for.
  public var paper: PageFormat
  /// The time that the file says it was made.
  public var created: Instant
  /// Whether each group of a table has a sheet of its own, called as the group is.
  public var separatesGroups: Bool
  /// Seconds east of Greenwich at an instant, where the book is: spreadsheets know no zones.
  public var utcOffset: (Instant) -> Int

  /// A renderer; of the same document it writes the same bytes for the same time.
  public init(
    frame: PageFrame, paper: PageFormat = PageFormat(), created: Instant, separatesGroups: Bool = false,
    utcOffset: @escaping (Instant) -> Int = { _ in 0 }
  ) {
    self.frame = frame
    self.separatesGroups = separatesGroups
    self.paper = paper
    self.created = created
    self.utcOffset = utcOffset
  }

  /// Whether this machine can write spreadsheets.
  public static var isAvailable: Bool {
    do {
      _ = try SpreadsheetLibrary()
      return true
    } catch {
      return false
    }
  }

  /// Writes the document to a path; the rows wait in `folder` until the file is put together. A feed gives the rows
  /// of the first table. Throws `SpreadsheetError`, and what the feed throws.
  public func write(
    _ document: Document, to path: String, folder: String, feed: RowFeed? = nil
  ) throws {
    let workbook = try Workbook(path, folder: folder, title: frame.title, created: created)
    do {
      let parts = Part.all(of: document).flatMap { separatesGroups ? $0.groups : [$0] }
      let fed = parts.firstIndex { $0.table != nil }
      for (index, part) in parts.enumerated() {
        let name = part.group ?? part.heading ?? (index > 0 ? part.table?.id : nil) ?? frame.title
        try write(part, as: name, workbook, feed: index == fed ? feed : nil)
      }
    } catch {
      try workbook.close()
      throw error
    }
    try workbook.close()
  }

  private func write(_ part: Part, as name: String, _ workbook: Workbook, feed: RowFeed?) throws {
    var sheet = try WorksheetWriter(workbook, name: name, utcOffset: utcOffset)
    try sheet.line(frame.title, .init(isBold: true, isLarge: true))
    if !frame.scope.isEmpty { try sheet.line(frame.scope) }
    for line in part.lines { try sheet.line(line.text, .init(style: line.style)) }
    if let table = part.table {
      sheet.skip()
      // A table that goes on under another's header stands alone here.
      try sheet.write(table, feed: feed, showsHeader: table.showsHeader || table.group != nil)
    }
    if !part.notes.isEmpty { sheet.skip() }
    for line in part.notes { try sheet.line(line.text, .init(style: line.style)) }
    if !frame.signatures.isEmpty {
      sheet.skip()
      try sheet.sign(frame.signatures)
    }
    try sheet.finish(
      paper, footer: [frame.origin, frame.stamp].filter { !$0.isEmpty }.joined(separator: "   "))
  }
}

/// What one sheet holds: a table with the prose before and after it.
private struct Part {
  typealias Line = (text: String, style: Style?)

  var lines: [Line] = []
  var table: Table?
  var notes: [Line] = []
  /// The name of the group, where it is one of a table's.
  var group: String?

  /// A part for each group of the table, with the prose of the whole; the sums of all groups stand on the last.
  var groups: [Part] {
    guard let table, table.rows.contains(where: { if case .heading = $0 { true } else { false } }) else {
      return [self]
    }
    var parts: [Part] = []
    for row in table.rows {
      if case .heading(let name) = row {
        parts.append(Part(lines: lines, table: table, group: name))
        parts[parts.count - 1].table?.rows = []
        parts[parts.count - 1].table?.total = nil
      } else if parts.isEmpty {
        // What stands before the first group belongs to none.
        parts.append(Part(lines: lines, table: table))
        parts[0].table?.rows = [row]
        parts[0].table?.total = nil
      } else {
        parts[parts.count - 1].table?.rows.append(row)
      }
    }
    // The sum of all is no group's: a sheet may be sent to whom it is about.
    parts[parts.count - 1].notes = notes
    return parts
  }

  /// What stands right above the table in bold.
  var heading: String? { lines.last { $0.style == .strong }?.text }

  /// The sheets of a document; one at least.
  static func all(of document: Document) -> [Part] {
    var parts: [Part] = []
    // Lines belong to what follows them at once, else to what went before.
    var pending: [Line] = []
    func settle() {
      guard !parts.isEmpty else { return }
      parts[parts.count - 1].notes += pending
      pending = []
    }
    func begin(_ table: Table) {
      parts.append(Part(lines: pending, table: table))
      pending = []
    }
    for block in document.blocks {
      switch block {
      case .line(let text, let style): pending.append((text, style))
      case .blank, .rule: settle()
      case .table(let table): begin(table)
      // A sheet does not draw; the figures behind the bars are what it can use.
      case .chart: if let records = document.records { begin(records) }
      }
    }
    if parts.isEmpty { return [Part(lines: pending)] }
    settle()
    return parts
  }
}
