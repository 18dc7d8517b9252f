import GendanTestSupport
import GendanWorkbook

/// The texts of a sheet's cells by their places: `C17`.
func cells(_ file: [UInt8], sheet: Int = 0) throws -> [String: String] {
  let workbook = try Workbook(file)
  let contents = try workbook.contents(of: workbook.sheets[sheet])
  var texts: [String: String] = [:]
  for row in contents.rows {
    for cell in contents.cells[row.cells] {
      let mark = cell.form == .value ? "" : cell.form == .error ? "!" : "?"
      texts[letter(Int(cell.column)) + String(row.number)] = mark + contents.text(cell)
    }
  }
  return texts
}

/// The letters over a column, up to ZZ.
func letter(_ column: Int) -> String {
  let last = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(column % 26)))
  return column < 26 ? last : letter(column / 26 - 1) + last
}

/// The styles with these number formats, in turn, after one without.
func styles(_ ids: [Int], codes: [Int: String] = [:]) -> String {
  let formats = codes.map { "<numFmt numFmtId=\"\($0)\" formatCode=\"\($1)\"/>" }.joined()
  let all = ([0] + ids).map { "<xf numFmtId=\"\($0)\"/>" }.joined()
  return "<numFmts>\(formats)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    + "<cellXfs>\(all)</cellXfs>"
}
