/// The columns that tables of one group keep, and their widths in cells.
struct Grid {
  /// Spaces between two columns.
  static let gap = 2

  /// What the columns of one id, in all tables of the group, need and allow.
  private struct Slot {
    var width = 0
    var minimum = 0
    var priority = 0
    var shrinks = false

    /// The least width it can be cut to.
    var floor: Int { shrinks ? min(width, minimum) : width }

    /// A text that may be cut asks for no more than the page: cutting goes cell by cell.
    mutating func widen(to needed: Int, atMost limit: Int) {
      width = max(width, shrinks ? min(needed, limit) : needed)
    }
  }

  private let layout: TextLayout
  private var slots: [String: Slot] = [:]

  init(_ tables: [Table], layout: TextLayout) {
    self.layout = layout
    for table in tables { measure(table) }
    drop(in: tables)
    for table in tables { shrink(table) }
    for table in tables { makeRoomForLabels(of: table, among: tables) }
  }

  /// The columns of `table` that are shown: their places in a row and their widths.
  func columns(of table: Table) -> [(place: Int, width: Int)] {
    var room = layout.width - table.indent
    var columns: [(place: Int, width: Int)] = []
    for (place, column) in table.columns.enumerated() {
      guard let slot = slots[column.id] else { continue }
      if !columns.isEmpty { room -= Self.gap }
      // Where columns that must stay do not fit, the left ones are shown; the last, cut, ends in `..`.
      let width = column.stays ? slot.width : min(slot.width, room)
      guard width == slot.width || width > 2 else { break }
      columns.append((place, width))
      room -= width
    }
    return columns
  }

  private mutating func measure(_ table: Table) {
    for column in table.columns {
      var slot = slots[column.id] ?? Slot()
      slot.minimum = max(slot.minimum, column.minimumWidth)
      slot.priority = max(slot.priority, column.priority)
      slot.shrinks = slot.shrinks || column.shrinks
      slots[column.id] = slot
    }
    if layout.showsHeaders && table.showsHeader { widen(table.columns.map(\.title), in: table) }
    for cells in table.records { widen(cells.map(\.text), in: table) }
    for cells in table.sums { widen(withoutLabels(cells, in: table), in: table) }
  }

  private mutating func widen(_ texts: [String], in table: Table) {
    for (column, text) in zip(table.columns, texts) {
      slots[column.id]?.widen(to: layout.width(of: text.cellText), atMost: layout.width)
    }
  }

  /// The texts of sums without the labels, which have room in the empty cells after them.
  private func withoutLabels(_ cells: [Cell], in table: Table) -> [String] {
    let texts = cells.map(\.text)
    return texts.indices.map { place in
      let hasRoom = place + 1 < texts.count && texts[place + 1].isEmpty
      return hasRoom && table.columns[place].alignment == .leading ? "" : texts[place]
    }
  }

  /// Drops columns, the least important first, until every table fits with its texts cut.
  private mutating func drop(in tables: [Table]) {
    while true {
      let wide = tables.filter { width(of: $0, \.floor) > layout.width }
      let candidates = wide.flatMap(\.columns).filter { priority($0) > 0 }
      // The last of equals: what stands further right matters less.
      let least = candidates.reduce(nil as Column?) { least, column in
        priority(column) >= (least.map(priority) ?? 0) ? column : least
      }
      guard let least else { return }
      slots[least.id] = nil
    }
  }

  private func priority(_ column: Column) -> Int {
    slots[column.id]?.priority ?? 0
  }

  /// Takes cells from the widest column that shrinks, one by one, until the table fits.
  private mutating func shrink(_ table: Table) {
    var excess = width(of: table, \.width) - layout.width
    while excess > 0 {
      let ids = Set(table.columns.map(\.id))
      let widest = slots.filter { ids.contains($0.key) && $0.value.width > $0.value.floor }
        .max { ($0.value.width, $0.key) < ($1.value.width, $1.key) }
      guard let widest else { return }
      slots[widest.key]?.width -= 1
      excess -= 1
    }
  }

  /// Gives a label of sums that is longer than the cells it runs over what the page has to spare.
  private mutating func makeRoomForLabels(of table: Table, among tables: [Table]) {
    let kept = table.columns.indices.filter { slots[table.columns[$0].id] != nil }
    for cells in table.sums {
      var places = kept[...]
      while let first = places.popFirst() {
        guard table.columns[first].alignment == .leading else { continue }
        let empty = places.prefix { cells[$0].text.isEmpty }
        places = places.dropFirst(empty.count)
        let run = [first] + empty
        let widths = run.map { slots[table.columns[$0].id]?.width ?? 0 }
        let room = widths.reduce(0, +) + Self.gap * empty.count
        let spare = layout.width - tables.reduce(0) { max($0, width(of: $1, \.width)) }
        let missing = min(layout.width(of: cells[first].text.cellText) - room, spare)
        if missing > 0 { slots[table.columns[empty.last ?? first].id]?.width += missing }
      }
    }
  }

  private func width(of table: Table, _ width: KeyPath<Slot, Int>) -> Int {
    let widths = table.columns.compactMap { slots[$0.id]?[keyPath: width] }
    return table.indent + widths.reduce(0, +) + Self.gap * max(widths.count - 1, 0)
  }
}
