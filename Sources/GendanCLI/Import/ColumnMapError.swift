/// What is wrong with a column map; words are as the person wrote them, `nearest` are those perhaps meant.
enum ColumnMapError: Error, Equatable {
  /// A piece between commas is not `field=column`.
  case malformed(String)
  /// There is no such field.
  case unknownField(String, nearest: [String])
  /// The file has no column of that name, letter or number.
  case unknownColumn(String, field: String, nearest: [String])
  /// Several columns, from 0, have that name.
  case ambiguousColumn(String, field: String, columns: [Int])
  /// A field is given two columns.
  case repeatedField(String)
}
