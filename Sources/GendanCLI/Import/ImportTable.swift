import Gendan
import GendanOutput

/// A file to import: its records, and which of its columns holds which field.
struct ImportTable {
  /// The file's name without its folder.
  let name: String
  /// The headings.
  let header: [String]
  /// The readable records.
  let records: [TableRecord]
  /// What is wrong with the others.
  let problems: [ImportProblem]
  /// The columns of the fields.
  let columns: [TableField: Int]
  /// The field of each mapped column, by column.
  let map: ColumnMap
  /// The sheet that was read; nil where the file is text.
  let sheet: String?
  /// The merged cells whose value counts for their first row alone, such as `A3:A5`.
  let loneMerges: [String]

  /// Reads a file; `maps` are `field=column,…` lists, later ones over earlier ones, over what the
  /// headings tell.
  init(
    _ path: String, kind: ImportKind, fields: [TableField], maps: [String], options: TableFile.Options
  ) throws {
    name = path == "-" ? "stdin" : FileSystem.name(of: path)
    let words = Dictionary(
      uniqueKeysWithValues: fields.map { ($0.rawValue, $0.synonyms(in: kind)) })
    let headings = words.flatMap { [$0.key] + $0.value } + maps.flatMap(ColumnMap.columnNames)
    let file = try TableFile.read(path, headings: headings, options)
    (header, records, sheet, loneMerges) = (file.header, file.records, file.sheet, file.loneMerges)
    problems = file.faults.map { ImportProblem($0) }
    // A file of somebody's own headings is mapped by them; a map that is given goes before.
    var map = ColumnMap(header: header, fields: words)
    for text in maps where !text.isEmpty {
      map = map.overridden(by: try ColumnMap(text, fields: words, header: header))
    }
    self.map = map
    columns = Dictionary(
      uniqueKeysWithValues: fields.compactMap { field in map[field.rawValue].map { (field, $0) } })
  }

  /// How many rows the file has below its header.
  var rowCount: Int { records.count + problems.count }

  /// Throws a complaint where a field that is needed has no column.
  func require(_ needed: [[TableField]], option: String = "--map") throws {
    let missing = needed.filter { group in !group.contains { columns[$0] != nil } }
    guard let first = missing.first?.first else { return }
    throw Complaint(
      .usage,
      Text("no column of \(name) holds ", "\(name) 里没有哪一列是", "\(name) 裡沒有哪一欄是")
        + missing.map { group in group.map(\.words).joined(Text(" or ", "或", "或").english) }.joined(", "),
      facts: [Text("its columns: ", "它的列: ", "它的欄: ") + header.joined(separator: ", ")],
      try: "\(option) \(first.rawValue)=\(ImportTable.quoted(header.first ?? "A"))")
  }

  /// `客户单号<-B PO号   产品<-C 品名规格`.
  var mapping: Text {
    columns.sorted { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }
      .map { field, column in
        field.words + "<-" + ColumnMap.letters(of: column) + " " + header[column]
      }.joined("   ")
  }

  /// `A 序号, H 备注2`: the columns that are not used, without those that have neither heading nor text.
  var unused: [String] {
    let used = Set(columns.values)
    return header.indices.filter { column in
      !used.contains(column) && (!header[column].isEmpty || records.contains { !$0.isEmpty(column) })
    }.map { ColumnMap.letters(of: $0) + (header[$0].isEmpty ? "" : " " + header[$0]) }
  }

  /// The map as `--map` takes it, by headings where they are unique and tell no letter.
  var mapText: String {
    columns.sorted { $0.key.rawValue < $1.key.rawValue }.map { field, column in
      let heading = header[column]
      let isPlain =
        header.count { $0 == heading } == 1 && !heading.isEmpty
        && !heading.contains { ",，=＝\n".contains($0) }
      return field.rawValue + "=" + (isPlain ? heading : ColumnMap.letters(of: column))
    }.joined(separator: ",")
  }

  /// Some rows as they are in the file, with a column that says what is wrong with them.
  func table(of rows: Set<Int>, problems: [Int: Text], _ language: Language) -> Table {
    let headings = header + [Text("problem", "问题", "問題")[language]]
    return Table(
      "bad", columns: headings.enumerated().map { Column("c\($0)", $1) },
      rows: records.filter { rows.contains($0.row) }.map { record in
        .cells((header.indices.map(record.text) + [problems[record.row]?[language] ?? ""]).map { Cell($0) })
      })
  }

  private static func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }
}
