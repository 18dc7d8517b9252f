import Gendan
import GendanOutput

/// How one kind of thing is shown: what each field is called, and its cell. Its list and its card
/// are made from the same fields.
struct Listing<Item> {
  struct Field {
    var column: Column
    let heading: Text
    let cell: (Item) -> Cell

    init(
      _ id: String, _ heading: Text, _ alignment: Alignment = .leading, priority: Int = 0,
      shrinks: Bool = false, minimumWidth: Int = 8, _ cell: @escaping (Item) -> Cell
    ) {
      column = Column(
        id, heading.english, alignment, priority: priority, shrinks: shrinks, minimumWidth: minimumWidth)
      self.heading = heading
      self.cell = cell
    }
  }

  /// The name for programs.
  let id: String
  let language: Language
  let fields: [Field]

  /// A row for each thing.
  func list(_ items: [Item]) -> Document { Document([.table(table(items))]) }

  /// A row for each thing, for a page that shows more than them.
  func table(_ items: [Item]) -> Table {
    let columns = fields.map { field in
      var column = field.column
      column.title = field.heading[language]
      return column
    }
    let rows = items.map { item in Table.Row.cells(fields.map { $0.cell(item) }) }
    return Table(id, columns: columns, rows: rows)
  }

  /// The same with the number of each row before it, by which people name it in the next command.
  func numbered(_ items: [Item]) -> Table {
    var table = table(items)
    var column = Column("row", "#", .trailing)
    column.isForPeopleOnly = true
    table.columns.insert(column, at: 0)
    table.rows = items.indices.map { place in
      .cells([Cell(String(place + 1))] + fields.map { $0.cell(items[place]) })
    }
    return table
  }

  /// A line for each field of one thing; in JSON one object, with what belongs to it.
  func card(_ item: Item, with parts: [JSON.Member] = []) -> Document {
    let columns = [
      Column("field", Text("Field", "项目", "項目")[language]),
      Column("value", Text("Value", "内容", "內容")[language], shrinks: true),
    ]
    let rows = fields.map { field in
      let cell = field.cell(item)
      return Table.Row.cells([Cell(field.heading[language], code: field.column.id), cell])
    }
    let members = fields.map { JSON.Member($0.column.id, $0.cell(item).value) }
    return Document(
      [.table(Table(id, columns: columns, rows: rows, showsHeader: false))], json: .object(members + parts))
  }
}

extension Table {
  /// Its records for machines, as a part of a larger object.
  var json: JSON {
    .array(records.map { cells in .object(zip(columns, cells).map { .init($0.id, $1.value) }) })
  }
}

extension Cell {
  /// A quantity: grouped for people, a plain number for machines.
  init(_ quantity: Quantity) { self.init(quantity.text, value: .decimal(quantity.plain)) }

  /// A line, or one delivery of it; machines read the line's number.
  init(_ place: LinePart) { self.init(place.description, value: .integer(Int64(place.number))) }

  /// A text that may be missing.
  init(optional text: String?) {
    self = text.map { Cell($0) } ?? .none
  }

  /// A whole number that may be missing.
  init(number: Int?) {
    self = number.map { Cell(String($0), value: .integer(Int64($0))) } ?? .none
  }

  /// An id of the core, shown with its word.
  init<T: RawRepresentable<String> & Worded>(id: T, _ language: Language) {
    self.init(id.words[language], code: id.rawValue)
  }

  /// Yes or no.
  init(flag: Bool, _ language: Language) {
    self.init(Answers(flag).words[language], value: .bool(flag))
  }
}
