/// Where a cell stands: `C17` is column 2, row 17.
struct CellPlace: Equatable {
  /// Its column, from 0.
  let column: Int
  /// Its row, from 1.
  let row: Int

  /// A sheet ends at column XFD.
  static let columns = 16_384
  /// A sheet ends at this row.
  static let rows = 1_048_576

  /// Reads `C17` or `$C$17`; nil for anything else and for places beyond the ends of a sheet.
  init?(_ text: some Sequence<UInt8>) {
    var column = 0
    var row = 0
    for byte in text where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte - 0x40)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard column <= CellPlace.columns, row <= CellPlace.rows else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.column = column - 1
    self.row = row
  }
}
