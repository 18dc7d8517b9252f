/// Which column of a file holds which field.
struct ColumnMap: Equatable, Sendable {
  /// The column of each field that has one, from 0.
  private(set) var columns: [String: Int] = [:]

  /// Reads `field=column,field=column…`, the value of `--map`.
  ///
  /// `fields` are the known fields, each with the other words for it. A column is given by its name in
  /// `header`, its letter as a spreadsheet shows it, or its number from 1. Case, width and the spaces around
  /// make no difference, but a name that is the same in these too is taken first.
  init(
    _ text: String, fields: [String: [String]], header: [String]
  ) throws(ColumnMapError) {
    let pairs = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
    for pair in pairs {
      let sides = pair.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "=" || $0 == "＝" }
        .map { String($0.trimmed) }
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { throw .malformed(String(pair)) }
      let field = try ColumnMap.field(sides[0], among: fields)
      guard columns[field] == nil else { throw .repeatedField(sides[0]) }
      columns[field] = try ColumnMap.column(sides[1], of: field, in: header)
    }
  }

  /// Finds the column of each field by its id or another word for it, the first word found in the header.
  init(header: [String], fields: [String: [String]]) {
    let names = header.map(ColumnMap.key)
    for (field, words) in fields {
      let found = ([field] + words).lazy.compactMap { names.firstIndex(of: ColumnMap.key($0)) }
      columns[field] = found.first
    }
  }

  /// The column of a field, from 0, nil where it has none.
  subscript(field: String) -> Int? {
    columns[field]
  }

  /// This map with the columns of `other` in place of its own.
  func overridden(by other: ColumnMap) -> ColumnMap {
    var map = self
    map.columns.merge(other.columns) { $1 }
    return map
  }

  /// The letters a spreadsheet shows over a column, from 0: A to Z, then AA.
  static func letters(of column: Int) -> String {
    var letters: [Character] = []
    var rest = column
    while rest >= 0 {
      letters.append(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26))))
      rest = rest / 26 - 1
    }
    return String(letters.reversed())
  }

  /// A name as it is compared: case, width and the spaces around make no difference.
  static func key(_ name: some StringProtocol) -> String {
    folded(String(name.trimmed))
  }

  /// The names of columns that `field=column,…` speaks of, right or wrong.
  static func columnNames(in text: String) -> [String] {
    text.split { $0 == "," || $0 == "，" }.compactMap { pair in
      pair.firstIndex { $0 == "=" || $0 == "＝" }.map { String(pair[pair.index(after: $0)...].trimmed) }
    }
  }

  private static func field(
    _ word: String, among fields: [String: [String]]
  ) throws(ColumnMapError) -> String {
    if fields[word] != nil { return word }
    let wanted = key(word)
    let ids = fields.keys.sorted()
    for id in ids where ([id] + fields[id, default: []]).contains(where: { key($0) == wanted }) { return id }
    let known = ids + ids.flatMap { fields[$0, default: []] }
    throw .unknownField(word, nearest: nearest(to: word, among: known))
  }

  private static func column(
    _ word: String, of field: String, in header: [String]
  ) throws(ColumnMapError) -> Int {
    let wanted = key(word)
    for matches in [
      header.indices.filter { header[$0] == word }, header.indices.filter { key(header[$0]) == wanted },
    ] where !matches.isEmpty {
      guard matches.count == 1 else { throw .ambiguousColumn(word, field: field, columns: matches) }
      return matches[0]
    }
    if let column = header.indices.first(where: { letters(of: $0) == wanted.uppercased() }) { return column }
    if let number = Int(wanted), number > 0, number <= header.count { return number - 1 }
    throw .unknownColumn(word, field: field, nearest: nearest(to: word, among: header))
  }
}
